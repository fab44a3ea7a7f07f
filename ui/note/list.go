package note

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/note"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// drawList draws the person's notes by date.
func (r *Room) drawList() fyne.CanvasObject {
	open, _ := r.host.Draft().Note()
	search := func() { r.host.Run("search.here") }
	var write fyne.CanvasObject = widgets.Gap(0)
	if !room.ReadOnly(r.host) {
		write = widgets.NewButton("list.new", widgets.Outlined, "plus", voice.T("New note"), func() { r.host.Run("note.new") })
	}
	top := widgets.HStack(4, write, widgets.Grow(), widgets.WithTip(widgets.NewButton("list.search", widgets.Quiet, "search", "", search),
		voice.T("Search these notes"), r.host.KeysOf("search.here")))
	rows, late := make([]fyne.CanvasObject, 0, len(r.heads)+1), make([]*widgets.Row, 0, len(r.heads))
	for i, h := range r.heads {
		if i == r.shown {
			rows = append(rows, widgets.HStack(0, widgets.NewButton("list.older", widgets.Quiet, "down", voice.T("Older notes"), r.older)))
			break
		}
		row := r.listRow(h, h.ID == open.ID)
		rows, late = append(rows, row), append(late, row)
	}
	return widgets.VStack(8, widgets.Pad(14, 16, 0, 16, top),
		widgets.Grow(widgets.NewScroll("list", widgets.Pad(0, 16, 16, 16, widgets.VStack(4, rows...))).Late(late...)))
}

func (r *Room) listRow(h notes.NoteHead, open bool) *widgets.Row {
	return widgets.NewRow("list.note."+strconv.FormatInt(int64(h.ID), 10), 62, nil, func() {
		r.host.Go(room.Place{Screen: room.Notes, Person: r.person, Note: h.ID})
	}).Late(func() fyne.CanvasObject { return r.listLines(h) }).Menu(func() []widgets.MenuItem { return r.rowMenu(h) }).Select(open)
}

// listLines are the two lines of a note in the list.
func (r *Room) listLines(h notes.NoteHead) fyne.CanvasObject {
	today := r.host.Today()
	tail := ""
	if h.Open > 0 {
		tail = voice.T("{n} open", "n", h.Open)
	}
	return widgets.VStack(0,
		widgets.HStack(6, widgets.Name(note.Day(h, today)), widgets.Small(note.KindName(h)), widgets.Grow(), widgets.Small(tail)),
		widgets.NewElided(12, r.listWords(h)...).Lead(18))
}

// rowMenu is what can be done with a note of the list: the menu of its head.
func (r *Room) rowMenu(h notes.NoteHead) []widgets.MenuItem {
	if n, open := r.host.Draft().Note(); open && n.ID == h.ID {
		return r.noteMenu(n)
	}
	n, err := r.host.Journal().Note(h.ID)
	if err != nil {
		r.host.Show(err)
		return nil
	}
	return r.noteMenu(n)
}

// listWords are a note's time, which tells it from others of its day, and its title or first words.
func (r *Room) listWords(h notes.NoteHead) []widgets.Run {
	who := r.host.Person(h.Person)
	words := widgets.Dim(note.Gist(h, who))
	if note.HasTitle(h) {
		words = widgets.Plain(note.Gist(h, who))
	}
	if at := r.host.Locale().SayTime(notes.AtHere(h, r.host.Now().Location())); at != "" {
		return []widgets.Run{widgets.Dim(at + "  "), words}
	}
	return []widgets.Run{words}
}

func (r *Room) older() {
	r.shown += listStep
	r.host.Show(r.Reload())
}

// drawHead draws what stands over the editor: the day, what kind of note it is, and what can be done with it.
func (r *Room) drawHead(n notes.Note) fyne.CanvasObject {
	var more *widgets.Button
	more = widgets.NewButton("head.more", widgets.Quiet, "more", "", func() { widgets.ShowMenu(more, r.noteMenu(n)...) })
	widgets.WithTip(more, voice.T("What you can do with this note"), "")
	var parts []fyne.CanvasObject
	if n.Kind == notes.PlannedNote && !room.ReadOnly(r.host) && r.host.Person(n.Person).Kind == notes.KindReport {
		parts = append(
			parts,
			widgets.NewButton("head.start", widgets.Outlined, "", voice.T("Start one-on-one"), func() { r.host.Run("meeting.start") }),
		)
	}
	if n.Kind == notes.HeldNote && r.host.Person(n.Person).Kind == notes.KindReport {
		if r.closable(n) {
			ask := func() { r.host.Show(askClosing(r.host, n, false)) }
			parts = append(parts, widgets.NewButton("head.close", widgets.Outlined, "", voice.T("Close one-on-one"), ask))
		}
		parts = append(parts, copyButton(r.host, n, r.host.Person(n.Person), false))
	}
	return widgets.BesideOrUnder(8, drawDay(r.host, n), widgets.HMiddle(8, append(parts, more)...))
}

// drawDay is the day of a note and what else is said of it.
func drawDay(host room.Host, n notes.Note) fyne.CanvasObject {
	return widgets.VStack(
		1,
		widgets.Fit(widgets.Title(notes.SayFull(n.Date, host.Today()))),
		widgets.Fit(widgets.Small(note.Detail(n, host.Now(), host.Locale()))),
	)
}

// closable reports whether a one-on-one of today or yesterday was left without being closed.
func (r *Room) closable(n notes.Note) bool {
	if room.ReadOnly(r.host) || n.Date < r.host.Today().AddDays(-1) {
		return false
	}
	said, err := r.host.Journal().Verdict(n.UID, "", r.host.Today())
	return err == nil && said != brief.ClosedVerdict
}
