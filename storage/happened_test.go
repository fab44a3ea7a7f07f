package storage

import (
	"testing"

	"handback/notes"
)

// What became of a line counts on its own day, not on that of its note.
func TestTicksAreDatedByWhenTheyHappened(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       notes.Date
	}{
		{"open", "todo Ana: count the stock #stock\n", "2026-06-01"},
		{"done on a later day", "todo Ana: count the stock #stock (done 2026-11-02)\n", "2026-11-02"},
		{"an idea that was adopted", "idea: label by hour #stock (adopted 2026-10-20)\n", "2026-10-20"},
		{"said to be done tomorrow", "todo Ana: count the stock #stock (done 2026-11-24)\n", "2026-06-01"},
		{"of another tag", "todo Ana: count the stock #till (done 2026-11-02)\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			j, clock := newJournal(t)
			clock.at = morning(t, "2026-11-23")
			ana := addPerson(t, j, "Ana")
			id := notes.GoalID(do(t, j, notes.Goal{Person: ana, Title: "Own the stock", Tag: "stock", State: notes.GoalOpen})[0])
			addNote(t, j, ana, notes.HeldNote, "2026-06-01", c.body)
			f := must[notes.PromptFacts](t)(j.PromptFacts(ana, clock.now()))
			if got := f.Noted(id); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestWhatBecameOfLinesIsReadByAnIndex(t *testing.T) {
	j, _ := newJournal(t)
	usesAnIndex(t, j, happenedQuery, 2, "2025-11-23", "2026-11-23")
}
