package storage

import (
	"fmt"
	"testing"

	"handback/notes"
	"handback/notes/archive"
)

// TestWhatWasReadAheadHoldsAsItWasReadOnly reads a note ahead, and files it with the same people, with one more, and with another text.
func TestWhatWasReadAheadHoldsAsItWasReadOnly(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Lima")
	row := &archive.Row{Body: "praise Ben: for the rota\n", Fields: []archive.Field{
		{Name: "person_id", Text: "uid of Ana"}, {Name: "date", Text: "2026-11-20"},
	}}
	err := j.write(func(tx *tx) error {
		m := &merger{tx: tx, j: j, inOne: true, ids: map[string]map[string]int64{"person": {"uid of Ana": int64(ana)}}}
		filed := func(body string) int {
			r := record{shown: true, Note: notes.Note{Body: body}}
			r.Person, r.Date = ana, "2026-11-20"
			return len(must[filing](t)(m.filingFor(&r)).rows)
		}
		if err := m.startFiling(); err != nil {
			return err
		}
		m.early(row)
		if m.reading = m.readEarly(row); m.reading == nil {
			t.Fatal("nothing was read ahead")
		}
		m.reading.rows = make([]itemRow, 7) // by which it is known
		if n := filed(row.Body); n != 7 {
			t.Errorf("what was read ahead isn't taken: %d lines", n)
		}
		if n := filed("todo: a\ntodo: b\n"); n != 2 {
			t.Errorf("of another text %d lines are filed", n)
		}
		if _, err := m.exec("INSERT INTO person (uid, kind, name, updated_at) VALUES ('uid of Ben', 'report', 'Ben', 1)"); err != nil {
			return err
		}
		j.names = nil
		if n := filed(row.Body); n != 1 {
			t.Errorf("once Ben is known %d lines are filed", n)
		}
		if m.readEarly(row) != nil {
			t.Error("what was taken is held still")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestAnArchiveMakesFewPiecesOfTheIndex: one by one its notes would be as many.
func TestAnArchiveMakesFewPiecesOfTheIndex(t *testing.T) {
	j, _ := newJournal(t)
	most := 0
	j.afterPiece = func() { most = max(most, pieces(t, j)) }
	importFrom(t, j, folderOfNotes(t, 350))
	if most < 2 || most > 20 {
		t.Errorf("there were %d pieces", most)
	}
	if got, _, err := j.Search(notes.Query{Text: "thing", Limit: 5}); err != nil || len(got) != 5 {
		t.Errorf("%d are found, %v", len(got), err)
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
}

// TestASaveBesideAnArchiveMergesNothing holds that a hand that never rests leaves the index to the archive that comes in.
func TestASaveBesideAnArchiveMergesNothing(t *testing.T) {
	j, _ := newJournal(t)
	note := addNote(t, j, addPerson(t, j, "Ana Lima"), notes.HeldNote, "2026-11-20", "todo: one\n")
	for i, c := range []struct {
		comes bool
		left  int
	}{{true, mergeAfter + 1}, {false, 0}} {
		j.takeIn(c.comes)
		j.unread = mergeAfter
		save(t, j, note, fmt.Sprintf("todo: %d\n", i))
		if j.unread != c.left {
			t.Errorf("with an archive %t, %d saves wait to be merged, want %d", c.comes, j.unread, c.left)
		}
	}
	j.unread = mergeAfter
	if j.takeIn(false); j.unread != 1 {
		t.Errorf("after it the next save would merge %d", j.unread)
	}
}
