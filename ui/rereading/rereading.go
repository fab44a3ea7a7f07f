// Package rereading is the screen of the lines that an update reads otherwise than before. Each counts as it did until the
// manager says which reading holds.
package rereading

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/rereading"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Room is the screen.
type Room struct {
	host  room.Host
	page  *widgets.Scroll
	facts rereading.Facts
}

// most is how many lines are shown at once. The next ones come as these are decided.
const most = 30

// New makes the screen.
func New(host room.Host, _ room.Place) room.Room {
	return &Room{host: host, page: widgets.Page("rereading", widgets.Gap(0))}
}

// Content implements room.Room.
func (r *Room) Content() fyne.CanvasObject { return r.page }

// Reload implements room.Room.
func (r *Room) Reload() error {
	lines, err := r.host.Journal().Rereadings()
	if err != nil {
		return err
	}
	f := rereading.Facts{
		Lines: lines, Bodies: map[notes.NoteID]string{}, People: r.host.People(), Today: r.host.Today(), Context: r.host.Context,
	}
	for _, l := range lines {
		if _, read := f.Bodies[l.Note]; read {
			continue
		}
		n, err := r.host.Journal().Note(l.Note)
		if err != nil {
			return err
		}
		f.Bodies[l.Note] = n.Body
	}
	r.facts = f
	page := rereading.Show(f, most)
	widgets.Keep(r.host.Window().Canvas(), r.page, func() { r.draw(page) })
	return nil
}

func (r *Room) draw(p rereading.Page) {
	parts := []fyne.CanvasObject{r.head(p)}
	if p.Count == 0 {
		parts = append(parts, widgets.Card(4, widgets.EmptyLine(voice.T("All done. There are no lines left to check."))))
	}
	for _, g := range p.Groups {
		rows := []fyne.CanvasObject{widgets.CardHead(g.Title, strconv.Itoa(g.Count))}
		for _, l := range g.Lines {
			rows = append(rows, r.row(l))
		}
		parts = append(parts, widgets.Card(4, rows...))
	}
	if p.More > 0 {
		parts = append(parts, widgets.NewPara(13, widgets.Dim(
			voice.N(p.More, "{n} more line to go after these.", "{n} more lines to go after these."))))
	}
	r.page.SetContent(widgets.Pad(24, 32, 24, 32, widgets.CentredMaxWidth(820, widgets.VStack(16, parts...))))
}

func (r *Room) head(p rereading.Page) fyne.CanvasObject {
	says := voice.T("This version of Handback understands more kinds of line. Until you decide, these lines count as they did before.")
	head := widgets.PageHead(voice.T("Lines that Handback now reads differently"), says)
	if p.Count < 2 || room.ReadOnly(r.host) {
		return head
	}
	return widgets.VStack(12, head, widgets.HStack(8,
		widgets.NewButton("rereading.new", widgets.Outlined, "check", voice.T("Use the new reading for all"), r.takeAll),
		widgets.NewButton("rereading.keep", widgets.Outlined, "", voice.T("Keep them all as they were"), r.keepAll),
		widgets.Grow()))
}

func (r *Room) row(l rereading.Line) fyne.CanvasObject {
	key := "rereading." + strconv.FormatInt(int64(l.Note), 10) + "." + strconv.Itoa(l.Line)
	parts := []fyne.CanvasObject{
		widgets.HTop(8, widgets.Grow(widgets.NewPara(14, widgets.Plain(l.Text)).Lead(20).Most(3)), widgets.Small(l.Where)),
		widgets.NewPara(13, widgets.Dim(voice.T("Before: {reading}", "reading", l.Before))).Lead(18),
		widgets.NewPara(13, widgets.Plain(voice.T("Now: {reading}", "reading", l.After))).Lead(18),
	}
	if !room.ReadOnly(r.host) {
		parts = append(parts, r.answers(key, l)...)
	}
	return widgets.NewRow(key, widgets.RowTwoLines, widgets.Pad(8, 0, 8, 0, widgets.VStack(3, parts...)), func() {
		r.host.Go(room.Place{Screen: room.Notes, Person: l.NotePerson, Note: l.Note, Line: l.Rereading.Line})
	})
}

func (r *Room) answers(key string, l rereading.Line) []fyne.CanvasObject {
	buttons := []fyne.CanvasObject{
		widgets.NewSmallButton(key+".new", widgets.Outlined, "check", voice.T("Use the new reading"), func() { r.take(l) }),
	}
	under := voice.T("Handback can no longer read this the old way, so only the new reading is possible.")
	if l.Kept != "" {
		buttons = append(buttons, widgets.NewSmallButton(key+".keep", widgets.Quiet, "", voice.T("Keep as it was"), func() { r.keep(l) }))
		under = voice.T("Keeping it changes the line to: {line}", "line", l.Kept)
	}
	return []fyne.CanvasObject{
		widgets.Gap(2), widgets.HStack(4, append(buttons, widgets.Grow())...),
		widgets.NewPara(12, widgets.Dim(under)).Lead(17).Most(2),
	}
}

// What fails in these has been shown.

func (r *Room) take(l rereading.Line) {
	_, _ = r.host.Apply(rereading.TakeNew(l.Rereading), voice.T("New reading used: “{line}”", "line", notes.Shorten(l.Text, 60)))
}

func (r *Room) keep(l rereading.Line) {
	_, _ = r.host.Apply(l.Keep, voice.T("Kept as it was: “{line}”", "line", notes.Shorten(l.Text, 60)))
}

func (r *Room) takeAll() {
	n := len(r.facts.Lines)
	_, _ = r.host.Apply(rereading.TakeNew(r.facts.Lines...),
		voice.N(n, "Used the new reading for {n} line", "Used the new reading for {n} lines"))
}

func (r *Room) keepAll() {
	c, kept, left := rereading.KeepAll(r.facts)
	if kept == 0 {
		r.host.Say(voice.T("Handback can no longer read these the old way."))
		return
	}
	say := voice.N(kept, "Kept {n} line as it was", "Kept {n} lines as they were")
	if left > 0 {
		say = voice.N(left, "Kept {kept}. For {n} line, only the new reading is possible",
			"Kept {kept}. For {n} lines, only the new reading is possible",
			"kept", kept)
	}
	_, _ = r.host.Apply(c, say)
}
