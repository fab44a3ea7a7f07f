package storage

import (
	"testing"

	"handback/notes"
)

// TestOfALostTextTheFiledLinesStay asks for what takes the place of a text that is gone, of which no version was kept.
func TestOfALostTextTheFiledLinesStay(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	id := addNote(t, j, addPerson(t, j, "Ana Ruiz"), notes.HeldNote, "2026-11-20", "prose\ntodo: draft the plan\npraise: ran it\n")
	if _, err := j.c.exec("DELETE FROM revision"); err != nil {
		t.Fatal(err)
	}
	s := &salvage{from: j.c}
	found := notes.LostNote{}
	body, err := s.insteadOf(&tx{conn: j.c, j: j}, int64(id), &found)
	if err != nil || !found.Filed || body != "todo: draft the plan\npraise: ran it\n" {
		t.Errorf("%q, %+v, %v", body, found, err)
	}
}
