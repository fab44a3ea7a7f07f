package handover

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes/handover"
	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

func (r *Room) draw() fyne.CanvasObject {
	remark := voice.T("For {first}'s next manager. Private lines, praise, feedback and numbers are left out.", "first", r.first())
	agenda := widgets.NewButton("handover.agenda", widgets.Quiet, "cal", voice.T("Agenda for the handover meeting"), r.printAgenda)
	copied := widgets.NewButton("handover.copy", widgets.Quiet, "copy", voice.T("Copy pack"), r.copy)
	out := widgets.NewButton("handover.print", widgets.Outlined, "print", voice.T("Print or save"), r.Print)
	parts := []fyne.CanvasObject{widgets.PageHead(voice.T("Handover pack"), remark, agenda, copied, out)}
	parts = append(parts, r.state())
	if len(r.pack.Held) > 0 && !room.ReadOnly(r.host) {
		parts = append(parts, r.heldBack())
	}
	if r.pack.Empty() {
		says := voice.T("Nothing to hand over yet. Agreements, goals and open promises appear here. You can also add lines yourself.")
		parts = append(parts, widgets.Card(4, widgets.EmptyLine(says)))
	}
	for _, part := range r.pack.Parts {
		if len(part.Lines) > 0 || !room.ReadOnly(r.host) {
			parts = append(parts, r.part(part))
		}
	}
	return widgets.Page("handover", parts...)
}

// state says how far the pack has come and offers the next step.
func (r *Room) state() fyne.CanvasObject {
	lines := []fyne.CanvasObject{
		widgets.NewPara(14, widgets.Strong(r.pack.SayState())).Lead(21), widgets.NewPara(13, widgets.Dim(r.advice())).Lead(19),
	}
	if r.pack.Kept.To != "" {
		lines = append(lines, widgets.NewPara(13, widgets.Dim(voice.T("It goes to {who}.", "who", r.pack.Kept.To))).Lead(19))
	}
	row := []fyne.CanvasObject{widgets.Grow(widgets.VStack(2, lines...))}
	if !room.ReadOnly(r.host) {
		row = append(row, r.steps()...)
	}
	return widgets.SoftCard(widgets.HMiddle(10, row...))
}

// advice is what to do next.
func (r *Room) advice() string {
	switch r.pack.Kept.State {
	case handover.Draft:
		return voice.T("Let {first} read it before anyone else does. Edit it here first.", "first", r.first())
	case handover.Settled:
		return voice.T("Ready for the meeting with the new manager.")
	}
	return voice.T("Go through it with {first}: note what they say, change what's wrong, then mark it as agreed.", "first", r.first())
}

// steps are the buttons of the state.
func (r *Room) steps() []fyne.CanvasObject {
	to := voice.T("Name the new manager")
	if r.pack.Kept.To != "" {
		to = voice.T("Change the new manager")
	}
	buttons := []fyne.CanvasObject{widgets.NewButton("handover.to", widgets.Quiet, "person", to, r.askTo)}
	again := widgets.NewButton("handover.over", widgets.Quiet, "restore", voice.T("Start again"), r.startOver)
	switch r.pack.Kept.State {
	case handover.Draft:
		give := widgets.NewButton("handover.give", widgets.Primary, "", voice.T("Give it to {first} to read", "first", r.first()), r.give)
		buttons = append(buttons, give.SetEnabled(!r.pack.Empty()))
	case handover.Settled:
		buttons = append(buttons, again)
	default:
		settled := widgets.NewButton("handover.settle", widgets.Primary, "check", voice.T("Mark as agreed"), r.settle)
		buttons = append(buttons, again, settled)
	}
	return buttons
}

// heldBack are the lines that name somebody else.
func (r *Room) heldBack() fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		widgets.CardHead(voice.T("Left out for now because they mention someone else"), strconv.Itoa(len(r.pack.Held))),
	}
	for i, h := range r.pack.Held {
		show := widgets.NewSmallButton(fmt.Sprintf("handover.let.%d", i), widgets.Outlined, "eye", voice.T("Add line"), func() {
			_ = r.apply(h.Let(), voice.T("Line added to the pack")) // an error has been shown
		})
		parts = append(parts, widgets.StillRow(widgets.RowOneLine,
			widgets.HMiddle(10, widgets.Grow(widgets.NewPara(14, widgets.Plain(h.Text)).Lead(20)), show)))
	}
	return widgets.Card(0, parts...)
}

// part is a card of lines.
func (r *Room) part(part handover.Part) fyne.CanvasObject {
	count := ""
	if n := len(part.Lines); n > 0 {
		count = strconv.Itoa(n)
	}
	var head []fyne.CanvasObject
	if !room.ReadOnly(r.host) {
		key := "handover.add." + string(part.ID)
		head = append(head, widgets.NewSmallButton(key, widgets.Quiet, "plus", voice.T("Add a line"), func() { r.add(part) }))
	}
	rows := []fyne.CanvasObject{widgets.CardHead(part.Title, count, head...)}
	for i, l := range part.Lines {
		rows = append(rows, r.line(fmt.Sprintf("handover.line.%s.%d", part.ID, i), l))
	}
	return widgets.Card(0, rows...)
}

// line is a line of the pack; a tap edits it.
func (r *Room) line(key string, l handover.Line) fyne.CanvasObject {
	text := []widgets.Run{widgets.Plain(l.Text), widgets.Dim(l.Rest)}
	if l.Out {
		text = []widgets.Run{widgets.Dim(l.Whole())}
	}
	lines := []fyne.CanvasObject{widgets.NewPara(14, text...).Lead(20)}
	if l.Said != "" {
		says := voice.T("{first} says: {what}", "first", r.first(), "what", l.Said)
		lines = append(lines, widgets.NewPara(13, widgets.Colored(says, look.C().Primary)).Lead(19))
	}
	row := []fyne.CanvasObject{widgets.Grow(widgets.VStack(1, lines...))}
	switch {
	case l.Out:
		row = append(row, widgets.Chip("eye", voice.T("left out"), look.C().Muted))
	case l.News == handover.NewLine:
		row = append(row, widgets.Chip("plus", voice.T("new since {first} read it", "first", r.first()), look.C().Ask))
	case l.News == handover.ChangedLine:
		row = append(row, widgets.Chip("pen", voice.T("changed since {first} read it", "first", r.first()), look.C().Ask))
	case l.Made != "":
		row = append(row, widgets.Small(voice.T("your wording")))
	case l.Added:
		row = append(row, widgets.Small(voice.T("added")))
	}
	content := widgets.HMiddle(10, row...)
	if room.ReadOnly(r.host) {
		return widgets.StillRow(widgets.RowOneLine, content)
	}
	return widgets.NewRow(key, widgets.RowOneLine, content, func() { r.edit(l) })
}
