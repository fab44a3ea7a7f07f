package storage

import (
	"testing"

	"handback/notes"
)

// TestANoteThatALineBeginsHasItsTime holds that a note which *Add a topic* or a question makes is dated to the minute, as
// one that is written by hand; one of another day has no time, since nobody knows it.
func TestANoteThatALineBeginsHasItsTime(t *testing.T) {
	for name, c := range map[string]struct {
		kind notes.NoteKind
		back int
		want bool
	}{
		"a topic":             {notes.PlannedNote, 0, true},
		"a line of a journal": {notes.JournalNote, 0, true},
		"of an earlier day":   {notes.JournalNote, 3, false},
	} {
		t.Run(name, func(t *testing.T) {
			j, _ := newJournal(t)
			now := j.now()
			day := notes.DateOf(now).AddDays(-c.back)
			ana := addPerson(t, j, "Ana")
			if _, err := j.Apply(notes.Change{Appends: []notes.Append{{Person: ana, Kind: c.kind, Date: day, Text: "topic: a"}}}); err != nil {
				t.Fatal(err)
			}
			heads, err := j.NotesOf(ana, 0)
			want := ""
			if c.want {
				want = notes.TimeOf(now)
			}
			if err != nil || len(heads) != 1 || heads[0].At != want {
				t.Errorf("%+v, %v; want the time %q", heads, err, want)
			}
		})
	}
}
