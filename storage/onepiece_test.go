package storage

import (
	"strings"
	"testing"

	"handback/notes"
)

// TestAWriteAddsOnePieceToTheSearchIndex holds the order of what is written. Where the index forgets a note, and something that
// can be taken back by itself is written before it learns it again, each of the two becomes a piece: twice the pages to commit,
// and twice the pieces to join.
func TestAWriteAddsOnePieceToTheSearchIndex(t *testing.T) {
	for _, c := range []struct {
		name  string
		later bool // the index learns it with what is done next
		do    func(*Journal, notes.Note) error
	}{
		{"a text is saved", true, func(j *Journal, n notes.Note) error {
			_, err := j.SaveBody(n.ID, n.Rev, n.Body+"\ntodo me: ask about the #rota")
			return err
		}},
		{"a word is added", true, func(j *Journal, n notes.Note) error {
			_, err := j.SaveBody(n.ID, n.Rev, strings.Replace(n.Body, "ground", "ground floor", 1))
			return err
		}},
		{"a line goes", true, func(j *Journal, n notes.Note) error {
			_, err := j.SaveBody(n.ID, n.Rev, "ground")
			return err
		}},
		{"a line is added", false, func(j *Journal, n notes.Note) error {
			topic := notes.Append{Person: n.Person, Kind: notes.PlannedNote, Date: n.Date, Text: "topic: the rota"}
			_, err := j.Apply(notes.Change{Appends: []notes.Append{topic}})
			return err
		}},
		{"a line is changed", false, func(j *Journal, n notes.Note) error {
			theirs := notes.LineEdit{Op: notes.ReplaceLine, Note: n.ID, Line: 2, Old: "todo me: the rota", New: "todo: the rota"}
			_, err := j.Apply(notes.Change{Edits: []notes.LineEdit{theirs}})
			return err
		}},
		{"a new note", false, func(j *Journal, n notes.Note) error {
			_, err := j.Apply(notes.Change{Rows: []notes.Row{
				notes.NewNote{Person: n.Person, Kind: notes.HeldNote, Date: n.Date, Body: "todo: the report\npraise: was quick"},
			}})
			return err
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			j, _ := newJournal(t)
			ana := notes.PersonID(do(t, j, notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz"})[0])
			applied := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{
				notes.NewNote{Person: ana, Kind: notes.PlannedNote, Date: "2026-03-02", Body: "ground\ntodo me: the rota"},
			}}))
			note := must[notes.Note](t)(j.Note(applied.Made[0]))
			if err := j.Idle(); err != nil { // its words are taken, so that it is marked anew
				t.Fatal(err)
			}
			pieces := func() int {
				return must[int](t)(one(j.c, "SELECT count(DISTINCT segid) FROM search_idx", scalar[int]))
			}
			before := pieces()
			if err := c.do(j, note); err != nil {
				t.Fatal(err)
			}
			if c.later {
				if got := pieces() - before; got != 0 {
					t.Errorf("it added %d pieces at once", got)
				}
				try(t, j.catchUp())
			}
			if got := pieces() - before; got != 1 {
				t.Errorf("it added %d pieces", got)
			}
		})
	}
}
