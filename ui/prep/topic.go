package prep

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// topicForm adds topics to the agenda. Its field lives as long as the room, so that a reload takes no word away.
type topicForm struct {
	prep  *Prep
	open  bool
	mine  bool
	field *widgets.TextField
	kept  *widgets.KeptField
}

func (t *topicForm) init(p *Prep) {
	t.prep = p
	t.field = widgets.NewTextField("topic/text", "", voice.T("What do you want to talk about?"))
	t.field.Entry.OnSubmitted = func(string) { t.add() }
	t.field.Entry.OnEscape = func() { t.show(false) } // what was typed is there again when it is opened
	t.kept = widgets.KeepTyped(p.host.Window().Canvas(), fmt.Sprint("prep", p.who), t.field, nil)
}

// part is what stands at the foot of the agenda.
func (t *topicForm) part() fyne.CanvasObject {
	if room.ReadOnly(t.prep.host) || t.prep.brief.Person.State == notes.StateLeft {
		return widgets.Gap(0)
	}
	if !t.open {
		plus := widgets.Centre(18, 18, widgets.Icon("plus", 16, look.C().Muted))
		return widgets.NewRow("topic/open", widgets.RowOneLine, widgets.HStack(10, plus, widgets.Muted(voice.T("Add a topic"))),
			func() { t.show(true) })
	}
	chosen := 0
	if t.mine {
		chosen = 1
	}
	first := t.prep.brief.Person.First()
	whose := widgets.NewSegmented(
		"topic/whose",
		[]string{voice.T("{who} brings it up", "who", first), voice.T("You bring it up")},
		chosen,
		func(i int) { t.mine = i == 1 },
	)
	add := widgets.NewSmallButton("topic/add", widgets.Quiet, "", voice.T("Add topic"), t.add)
	return widgets.Pad(4, 0, 0, 0, widgets.VStack(6, t.kept.Line, t.field, widgets.HStack(8, whose, widgets.Grow(), add)))
}

func (t *topicForm) show(open bool) {
	t.open = open
	if !open {
		t.field.SetError("")
	}
	t.prep.draw()
	if open {
		t.prep.host.Window().Canvas().Focus(t.field.Entry)
	}
}

// add puts what was typed on the agenda, or where its label says, and stays open for the next one; with nothing typed it closes.
func (t *topicForm) add() {
	text := strings.TrimSpace(t.field.Text())
	if text == "" {
		t.show(false)
		return
	}
	p := t.prep
	actor, planned := notes.Them, notes.Date("")
	if t.mine {
		actor = notes.Me
	}
	if p.facts.Planned != nil {
		planned = p.facts.Planned.Date
	}
	on := func(day notes.Date) notes.Context { return p.host.Context(p.who, day) }
	change, say, err := brief.AddTopic(text, actor, p.who, planned, p.host.Today(), on)
	if err != nil {
		t.field.SetError(widgets.Sentence(err))
		p.draw()
		return
	}
	if !p.apply(change, say) {
		return
	}
	t.field.SetText("")
	t.field.SetError("")
}
