package search

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/form"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// saves reports whether what is typed can be given a name: something is asked for, and it has none yet.
func (r *Room) saves() bool {
	text := strings.TrimSpace(r.typed.Text)
	if r.typed.Asked.Blank() || r.typed.Why != "" || r.pending || room.ReadOnly(r.host) {
		return false
	}
	for _, s := range r.saved {
		if s.Query == text {
			return false
		}
	}
	return true
}

// name asks for the name of a search and saves it.
func (r *Room) name(s notes.SavedSearch) {
	title, said := voice.T("Save search"), voice.T("Search saved")
	field := widgets.NewTextField("saved.name", voice.T("Name"), voice.T("e.g. Praise this year"))
	if s.ID != 0 {
		title, said = voice.T("Rename search"), voice.T("Search renamed")
		field.SetText(s.Name)
	}
	d := widgets.NewDialog(r.host.Window().Canvas(), title, voice.T("Save"), func() error {
		s.Name = field.Text()
		s, err := s.Tidied(r.saved)
		if err != nil {
			return form.Fields{voice.T("Name"): field}.Refuse(err)
		}
		_, err = r.host.Apply(notes.Change{Rows: []notes.Row{s}}, said)
		return err
	}, widgets.NewElided(13, widgets.Dim(strings.TrimSpace(s.Query))), field)
	d.OnClose = func(confirmed bool) {
		if confirmed { // the button that it began with is gone
			r.host.Window().Canvas().Focus(r.field.entry)
		}
	}
	d.Show(field.Entry)
}

// savedCard lists the searches that have a name; nil where there are none.
func (r *Room) savedCard() []fyne.CanvasObject {
	if len(r.saved) == 0 {
		return nil
	}
	parts := []fyne.CanvasObject{widgets.CardHead(voice.T("Saved searches"), "")}
	for _, s := range r.saved {
		parts = append(parts, r.savedRow(s))
	}
	return []fyne.CanvasObject{widgets.Card(2, parts...)}
}

func savedKey(s notes.SavedSearch, what string) string {
	return "search.saved/" + strconv.FormatInt(s.ID, 10) + what
}

func (r *Room) savedRow(s notes.SavedSearch) fyne.CanvasObject {
	line := []fyne.CanvasObject{
		widgets.Icon("search", 16, look.C().Muted),
		widgets.Grow(widgets.NewElided(14, widgets.Plain(s.Name), widgets.Dim(between+s.Query)).Lead(20)),
	}
	row := widgets.NewRow(savedKey(s, ""), rowHeight, widgets.HMiddle(12, line...), func() { r.run(s) })
	if room.ReadOnly(r.host) {
		return row
	}
	var more *widgets.Button
	more = widgets.WithTip(widgets.NewSmallButton(savedKey(s, "/more"), widgets.Quiet, "more", "", func() {
		widgets.ShowMenu(more,
			widgets.MenuItem{Icon: "pen", Text: voice.T("Rename search"), OnTap: func() { r.name(s) }},
			widgets.MenuItem{Icon: "trash", Text: voice.T("Delete search"), OnTap: func() { r.forget(s) }},
		)
	}), voice.T("Rename or delete"), "")
	return widgets.HMiddle(4, widgets.Grow(row), more)
}

// run looks for what was saved.
func (r *Room) run(s notes.SavedSearch) {
	r.only = 0
	r.write(s.Query)
	r.host.Window().Canvas().Focus(r.field.entry)
}

func (r *Room) forget(s notes.SavedSearch) {
	change := notes.Change{Rows: []notes.Row{notes.Remove{Row: s}}}
	_, _ = r.host.Apply(change, voice.T("Deleted “{name}”", "name", s.Name)) // an error has been shown
}
