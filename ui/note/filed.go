package note

import (
	"reflect"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/note"
	"handback/notes/prompt"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// filedPause is after which pause in typing the panel follows.
const filedPause = 150 * time.Millisecond

// filed is the panel "Filed from this note": what Parse reads from the editor's text, live.
type filed struct {
	host  room.Host
	show  func(line int) // puts the caret on a line, counted from 1
	box   *fyne.Container
	wait  func() // stops the timer of the next drawing
	last  filedModel
	goals []notes.Goal

	kept      keptPromises
	whose     *whose
	offers    *offers
	quiet     prompt.Quiet
	templates []notes.Template
	left      func() // stops the timer that waits until a line was left
}

func newFiled(host room.Host, show func(line int)) *filed {
	f := &filed{host: host, show: show, box: container.NewStack()}
	f.whose = newWhose(host, f.drawNow)
	f.offers = &offers{host: host, key: "suggest", show: show, again: f.drawNow}
	return f
}

// soon draws the panel once typing pauses.
func (f *filed) soon(n notes.Note, goals []notes.Goal) {
	f.stop()
	f.wait = f.host.After(filedPause, func() {
		f.wait = nil
		if now, open := f.host.Draft().Note(); open && now.ID == n.ID {
			f.whose.follow(now)
			f.offers.typing = f.host.Editor().CaretLine() + 1
			f.draw(now, goals)
		}
	})
	f.whose.soon(n)
}

// drawNow draws the panel of the open note as it stands.
func (f *filed) drawNow() {
	if n, open := f.host.Draft().Note(); open {
		f.draw(n, f.goals)
	}
}

func (f *filed) stop() {
	if f.wait != nil {
		f.wait()
		f.wait = nil
	}
	if f.left != nil {
		f.left()
		f.left = nil
	}
	f.whose.stop()
}

// leftPause is how long a line is still left alone after the caret has left it: what the pointer is about to press in the
// panel stays where it is.
const leftPause = 600 * time.Millisecond

// rested is told that the caret stands where it will: the line that was typed is suggested once it is left.
func (f *filed) rested() {
	if f.wait != nil || f.left != nil || f.host.Editor().CaretLine()+1 == f.offers.typing {
		return
	}
	f.left = f.host.After(leftPause, func() {
		f.left = nil
		if now := f.host.Editor().CaretLine() + 1; f.wait == nil && now != f.offers.typing {
			f.offers.typing = now
			f.drawNow()
		}
	})
}

// readOffers reads what the suggestions about the open note need.
func (f *filed) readOffers() error {
	n, open := f.host.Draft().Note()
	if !open {
		return nil
	}
	if f.last.note.ID != n.ID {
		f.offers.whole, f.offers.typing = false, 0
	}
	return f.offers.read(n)
}

// filedModel is what the panel shows; it is drawn anew only where that has changed.
type filedModel struct {
	note   notes.NoteHead // without its rev
	groups []note.FiledGroup
	offers note.Offers
	gone   []notes.Item // promises of which the text tells no more
	whose  whoseModel
	off    notes.Span // days off that my journal tells of, to be set
	starts []notes.Template
	quiet  bool // it is asked whether questions are to be held back
}

// clear empties the panel where no note is open.
func (f *filed) clear() {
	f.last, f.kept = filedModel{}, keptPromises{}
	f.whose.clear()
	replace(f.box)
}

// draw shows what is filed from the note's present text.
func (f *filed) draw(n notes.Note, goals []notes.Goal) {
	f.goals = goals
	in := room.ContextIn(f.host, n.NoteHead)
	items := notes.Parse(n.Body, in)
	groups := note.ShowFiled(items, n.NoteHead, f.host.People(), goals, f.host.Today())
	now := filedModel{note: n.NoteHead, groups: groups, offers: f.offers.of(n, items)}
	now.note.Rev = 0
	now.gone = f.kept.see(n, items, in)
	now.whose = f.whose.model()
	now.quiet = f.asksQuiet(n)
	now.off, now.starts = f.daysOff(n), f.templatesFor(n)
	if len(f.box.Objects) > 0 && reflect.DeepEqual(now, f.last) {
		return
	}
	f.last = now
	widgets.Keep(f.host.Window().Canvas(), f.box, func() {
		replace(f.box, widgets.NewScroll("filed", widgets.Pad(16, 16, 16, 16, f.content(n, len(items), groups))))
	})
}

func (f *filed) content(n notes.Note, count int, groups []note.FiledGroup) fyne.CanvasObject {
	parts := f.offers.cards(n, f.last.offers)
	if count > 0 || len(parts) == 0 {
		parts = append(parts, widgets.CardHead(voice.T("Filed from this note"), numberOrNone(count)))
	}
	for _, gone := range f.last.gone {
		parts = append(parts, widgets.Gap(6), f.goneCard(n, gone))
	}
	parts = append(parts, f.whose.cards()...)
	if f.last.quiet {
		parts = append(parts, widgets.Gap(6), f.quietCard(n))
	}
	if f.last.off != (notes.Span{}) {
		parts = append(parts, widgets.Gap(6), f.daysOffCard(f.last.off))
	}
	if len(f.last.starts) > 0 {
		parts = append(parts, widgets.Gap(6), f.templateCard(n, f.last.starts))
	}
	if count == 0 && len(f.last.offers.Lines) == 0 {
		parts = append(parts, widgets.Gap(4), f.nothing())
	}
	for _, g := range groups {
		parts = append(parts, widgets.Pad(8, 0, 0, 0, widgets.TextIn(g.Title, 12, look.C().Ink(g.Label.Kind().Colour), look.Medium)))
		for _, line := range g.Lines {
			parts = append(parts, f.row(n, line))
		}
	}
	return widgets.VStack(0, parts...)
}

func numberOrNone(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// nothing says how a line comes to be filed.
func (f *filed) nothing() fyne.CanvasObject {
	say := func(label notes.Label, rest string) fyne.CanvasObject {
		return widgets.NewPara(13, widgets.Colored(room.Word(f.host, label), look.C().Ink(label.Kind().Colour)), widgets.Dim(": "+rest)).Lead(20)
	}
	return widgets.VStack(
		6,
		widgets.NewPara(13, widgets.Dim(voice.T("Start a line with a label, and it turns up here and wherever you need it:"))).Lead(20),
		say(
			notes.Todo,
			voice.T("draft the plan by Friday"),
		),
		say(notes.Praise, voice.T("ran the review")),
		say(notes.Idea, voice.T("rotate who leads")),
		widgets.HStack(0, widgets.NewSmallButton("filed.help", widgets.Quiet, "", voice.T("Show all labels"), func() { f.host.Run("labels") })),
	)
}

// row draws one filed line: ticked in one tap, changed from its menu.
func (f *filed) row(n notes.Note, line note.FiledLine) fyne.CanvasObject {
	key := "filed." + strconv.Itoa(line.Line)
	item := fileOf(n, line.Item)
	text := []fyne.CanvasObject{widgets.NewPara(13, ink(line.Ticked, line.Text)).Lead(19)}
	if line.Meta != "" {
		text = append(text, widgets.NewPara(12, widgets.Dim(line.Meta)).Lead(17))
	}
	if line.Offer != nil && !room.ReadOnly(f.host) {
		goal := *line.Offer
		text = append(
			text,
			widgets.Pad(
				4,
				0,
				2,
				0,
				widgets.HStack(0, widgets.NewToggleChip(key+".goal", "growth", voice.T("Count it towards: {goal}", "goal", goal.Title), false, func() {
					edit, err := notes.AddTag(item, f.context(n), goal.Tag)
					f.edit(edit, err, voice.T("Counted towards: {goal}", "goal", goal.Title))
				})),
			),
		)
	}
	var row *widgets.Row
	row = widgets.NewRow(
		key,
		30,
		widgets.HTop(9, widgets.Width(18, f.lead(key, line, item)), widgets.Grow(widgets.VStack(0, text...))),
		func() {
			widgets.ShowMenu(row, itemMenu(f, n, item)...)
		},
	).OpensMenu()
	return row
}

func ink(closed bool, text string) widgets.Run {
	if closed {
		return widgets.Dim(text)
	}
	return widgets.Plain(text)
}

// lead is the box to tick, or the label's icon.
func (f *filed) lead(key string, line note.FiledLine, item notes.Filed) fyne.CanvasObject {
	switch {
	case line.Boxed && !room.ReadOnly(f.host):
		return room.NewTick(f.host, key+".tick", item, line.Ticked)
	case line.Label == notes.Decided:
		return widgets.Centre(18, 18, widgets.WhoDot(whoDecided(line.Actor), 14))
	}
	kind := line.Label.Kind()
	return widgets.Centre(18, 18, widgets.Icon(iconOf(line.Label, line.State == notes.History), 16, look.C().Ink(kind.Colour)))
}

func whoDecided(a notes.Actor) look.Who {
	switch a {
	case notes.Them:
		return look.WhoTheirs
	case notes.We:
		return look.WhoShared
	}
	return look.WhoMine
}

func (f *filed) context(n notes.Note) notes.Context { return room.ContextIn(f.host, n.NoteHead) }

// edit commits the rewriting of one line; err says why it can't be rewritten.
func (f *filed) edit(e notes.LineEdit, err error, say string) {
	if room.Rewrite(f.host, e, err, say) != nil {
		f.redraw()
	}
}

// redraw takes back what a tap has changed on the screen alone.
func (f *filed) redraw() {
	f.last = filedModel{}
	if n, open := f.host.Draft().Note(); open {
		f.draw(n, f.goals)
	}
}

// fileOf is an item of the open note as it will stand in the journal.
func fileOf(n notes.Note, item notes.Item) notes.Filed {
	return notes.Filed{Item: item, Person: n.Person, Note: n.ID, NoteUID: n.UID, NoteDate: n.Date, NoteKind: n.Kind, NotePerson: n.Person}
}
