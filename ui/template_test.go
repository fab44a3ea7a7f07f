package ui

import (
	"testing"

	"handback/notes"
	"handback/ui/room"
)

func TestAOneOnOneThatIsStartedBeginsWithThePersonsTemplate(t *testing.T) {
	for name, c := range map[string]struct {
		planned bool
		body    string
		begun   string
		taken   bool
	}{
		"planned before it was chosen": {planned: true, taken: true},
		"not planned":                  {taken: true},
		"written in":                   {planned: true, body: "ask: how is the move?\n"},
		"emptied":                      {planned: true, begun: "# Other"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWindow(t)
			all, err := w.journal.Templates()
			if err != nil {
				t.Fatal(err)
			}
			ana := w.who("Ana")
			ana.Template = all[0].ID
			rows := []notes.Row{ana}
			if c.planned {
				rows = append(rows, notes.NewNote{Person: ana.ID, Kind: notes.PlannedNote, Date: w.Today(), Body: c.body, Begun: c.begun})
			}
			w.apply(notes.Change{Rows: rows})
			w.visit(room.Place{Screen: room.Prep, Person: ana.ID})
			w.Run("meeting.start")
			w.settle()
			want := c.body
			if c.taken {
				want = all[0].Body
			}
			n, _ := w.draft.Note()
			if n.Kind != notes.HeldNote || w.stored(n.ID) != want || w.editor.Text() != want {
				t.Errorf("%s, stored %q, shown %q", n.Kind, w.stored(n.ID), w.editor.Text())
			}
		})
	}
}
