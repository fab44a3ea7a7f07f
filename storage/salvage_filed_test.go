package storage

import (
	"os"
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

// TestALostNoteStaysOfItsKind damages the notes alone: what is brought back must not say that a one-on-one was held where none was.
func TestALostNoteStaysOfItsKind(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	want := map[notes.NoteKind]notes.Date{
		notes.HeldNote: "2026-11-20", notes.JournalNote: "2026-11-19", notes.MissedNote: "2026-11-18", notes.PlannedNote: "2026-12-04",
	}
	for kind, date := range want {
		addNote(t, j, ana, kind, date, "todo: draft the plan\n")
	}
	root := must[int64](t)(one(j.c, "SELECT rootpage FROM sqlite_schema WHERE name = 'note'", scalar[int64]))
	path := j.Path()
	try(t, j.Close())
	file := must[[]byte](t)(os.ReadFile(path))
	clear(file[(root-1)*pageSize : root*pageSize])
	try(t, os.WriteFile(path, file, 0o600))
	report := must[notes.Salvaged](t)(Salvage(path, newClock().now))
	if len(report.Lost) != len(want) {
		t.Fatalf("%+v", report)
	}
	j = must[*Journal](t)(Open(report.Path, Options{Now: newClock().now}))
	defer j.Close() //nolint:errcheck // only looked at
	for kind, date := range want {
		if got := must[string](t)(one(j.c, "SELECT kind FROM note WHERE date = ?", scalar[string], string(date))); got != string(kind) {
			t.Errorf("%s is %s, not %s", date, got, kind)
		}
	}
}
