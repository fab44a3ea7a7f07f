package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
)

func TestWhoseAnActIsIsSaidOnce(t *testing.T) {
	for act, c := range map[string]struct {
		p    notes.Person
		want string
	}{
		"Done":               {notes.Person{Name: "Ana Ruiz"}, "Done (Ana)"},
		"Moved Ana to trash": {notes.Person{Name: "Ana Ruiz"}, "Moved Ana to trash"},
		"Date changed":       {notes.Person{Name: "Kim", Kind: notes.KindMe}, "Date changed (in your own notes)"},
		"Saved":              {notes.Person{}, "Saved"},
	} {
		t.Run(act, func(t *testing.T) {
			if got := whose(act, c.p); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestAnUndoThatConcernsSomebodyElseNamesThem(t *testing.T) {
	for _, c := range []struct {
		name         string
		did, undo    string // in whose place, "" for Today
		about        string
		undone, redo string
	}{
		{"in their own place", "Ana", "Ana", "Ana", "Undone: Date changed", "Redone: Date changed"},
		{"in somebody else's", "Ana", "Ben", "Ana", "Undone: Date changed (Ana)", "Redone: Date changed (Ana)"},
		{"theirs, from another's place", "Ben", "Ben", "Ana", "Undone: Date changed (Ana)", "Redone: Date changed (Ana)"},
		{"on Today, done elsewhere", "Ana", "", "Ana", "Undone: Date changed (Ana)", "Redone: Date changed (Ana)"},
		{"on Today, done there", "", "", "Ana", "Undone: Date changed", "Redone: Date changed"},
		{"done on Today", "", "Ben", "Ana", "Undone: Date changed (Ana)", "Redone: Date changed (Ana)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWindow(t)
			visit := func(who string) {
				if who == "" {
					w.visit(room.Place{Screen: room.Today})
					return
				}
				w.visit(room.Place{Screen: room.Prep, Person: w.who(who).ID})
			}
			id := w.apply(notes.Change{Rows: []notes.Row{
				notes.NewNote{Person: w.who(c.about).ID, Kind: notes.HeldNote, Date: "2025-12-01", Body: "words\n"},
			}}).Made[0]
			visit(c.did)
			meta := notes.NoteMeta{ID: id, Kind: notes.HeldNote, Date: "2025-11-28"}
			if _, err := w.Apply(notes.Change{Rows: []notes.Row{meta}}, "Date changed"); err != nil {
				t.Fatal(err)
			}
			w.settle()
			visit(c.undo)
			w.win.Canvas().Unfocus()
			w.keyboard(&fyne.ShortcutUndo{})
			if w.frame.said != c.undone {
				t.Errorf("said %q, want %q", w.frame.said, c.undone)
			}
			w.keyboard(&fyne.ShortcutRedo{})
			if w.frame.said != c.redo {
				t.Errorf("said %q, want %q", w.frame.said, c.redo)
			}
		})
	}
}
