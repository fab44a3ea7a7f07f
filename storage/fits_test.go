package storage

import (
	"errors"
	"testing"

	"handback/notes"
)

// An undo that comes late takes back its own act, or nothing.
func TestAnUndoThatNoLongerFitsIsRefusedWhole(t *testing.T) {
	for _, c := range []struct {
		name  string
		act   func(j *Journal, ana notes.PersonID, planned notes.Note) notes.Change
		since func(j *Journal, ana notes.PersonID, planned notes.Note, done notes.Applied) notes.Change
		fits  bool
	}{
		{
			"moved, then held", func(_ *Journal, _ notes.PersonID, n notes.Note) notes.Change {
				return rows(notes.NoteMeta{ID: n.ID, Kind: notes.PlannedNote, Date: "2026-12-11"})
			}, func(_ *Journal, _ notes.PersonID, n notes.Note, _ notes.Applied) notes.Change {
				return rows(notes.NoteMeta{ID: n.ID, Kind: notes.HeldNote, Date: "2026-12-11"})
			}, false,
		},
		{
			"moved, then written in", func(_ *Journal, _ notes.PersonID, n notes.Note) notes.Change {
				return rows(notes.NoteMeta{ID: n.ID, Kind: notes.PlannedNote, Date: "2026-12-11"})
			}, func(_ *Journal, ana notes.PersonID, _ notes.Note, _ notes.Applied) notes.Change {
				return notes.Change{Appends: []notes.Append{{Person: ana, Kind: notes.PlannedNote, Date: "2026-11-23", Text: "ask: why?"}}}
			}, true,
		},
		{
			"a note, then written in", func(_ *Journal, ana notes.PersonID, _ notes.Note) notes.Change {
				return rows(notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: "2026-11-23", Body: "x\n"})
			}, func(_ *Journal, _ notes.PersonID, _ notes.Note, done notes.Applied) notes.Change {
				return notes.Change{Edits: []notes.LineEdit{{Op: notes.InsertLine, Note: done.Made[0], New: "a word"}}}
			}, false,
		},
		{
			"a goal, then another title", func(_ *Journal, ana notes.PersonID, _ notes.Note) notes.Change {
				return rows(notes.Goal{Person: ana, Title: "Lead", State: notes.GoalOpen})
			}, func(_ *Journal, ana notes.PersonID, _ notes.Note, done notes.Applied) notes.Change {
				return rows(notes.Goal{ID: notes.GoalID(done.IDs[0]), Person: ana, Title: "Lead it", State: notes.GoalOpen})
			}, false,
		},
		{
			"a line and a name, then the line", func(j *Journal, ana notes.PersonID, n notes.Note) notes.Change {
				people, _ := j.People()
				p := people[len(people)-1]
				p.ID, p.Role = ana, "Engineer"
				c := rows(p)
				c.Edits = []notes.LineEdit{{Op: notes.ReplaceLine, Note: n.ID, Line: 1, Old: "ask: who?", New: "ask: who? (answered)"}}
				return c
			}, func(_ *Journal, _ notes.PersonID, n notes.Note, _ notes.Applied) notes.Change {
				return notes.Change{Edits: []notes.LineEdit{{Op: notes.ReplaceLine, Note: n.ID, Line: 1, Old: "ask: who? (answered)", New: "x"}}}
			}, false,
		},
		{
			"a step in the trash, then restored", func(j *Journal, ana notes.PersonID, _ notes.Note) notes.Change {
				done, err := j.Apply(rows(notes.Goal{Person: ana, Title: "Lead", State: notes.GoalOpen}))
				if err != nil {
					return notes.Change{}
				}
				return rows(notes.Delete{Kind: notes.KindGoal, ID: done.IDs[0]})
			}, func(_ *Journal, _ notes.PersonID, _ notes.Note, done notes.Applied) notes.Change {
				return rows(notes.Restore{Kind: notes.KindGoal, ID: done.IDs[0]})
			}, false,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			j, _ := newJournal(t)
			ana := addPerson(t, j, "Ana")
			do(t, j, notes.NewNote{Person: ana, Kind: notes.PlannedNote, Date: "2026-12-04", Body: "ask: who?\n"})
			planned := must[notes.Note](t)(j.PlannedNote(ana))
			done := must[notes.Applied](t)(j.Apply(c.act(j, ana, planned)))
			later := must[notes.Applied](t)(j.Apply(c.since(j, ana, planned, done)))
			before := dump(t, j)
			_, err := j.Apply(done.Undo)
			if c.fits {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if !errors.Is(err, notes.ErrConflict) && !errors.Is(err, notes.ErrNotFound) {
				t.Errorf("it is taken back: %v", err)
			}
			if after := dump(t, j); after != before {
				t.Errorf("something was done:\n%s\nwas\n%s", after, before)
			}
			if _, err := j.Apply(later.Undo); err != nil {
				t.Fatal(err)
			}
			if _, err := j.Apply(done.Undo); err != nil {
				t.Errorf("in order: %v", err)
			}
		})
	}
}

func rows(r ...notes.Row) notes.Change { return notes.Change{Rows: r} }
