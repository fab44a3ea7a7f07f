package storage

import (
	"testing"

	"handback/notes"
)

// An idea that was adopted or is on trial is under way until it is said what came of it.
func TestIdeasThatAreUnderWay(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       notes.Date
	}{
		{"open", "idea: label by hour\n", ""},
		{"adopted", "idea: label by hour (adopted 2026-10-20)\n", "2026-10-20"},
		{"on trial", "idea: label by hour (trying 2026-10-20)\n", "2026-10-20"},
		{"with a result", "idea: label by hour (learned 2026-10-20: no waste)\n", ""},
		{"declined", "idea: label by hour (declined 2026-10-20: too dear)\n", ""},
		{"adopted 180 days ago", "idea: label by hour (adopted 2026-05-27)\n", "2026-05-27"},
		{"adopted 181 days ago", "idea: label by hour (adopted 2026-05-26)\n", ""},
		{"said to be adopted tomorrow", "idea: label by hour (adopted 2026-11-24)\n", ""},
		{"no idea", "todo Ana: label by hour (done 2026-10-20)\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			j, clock := newJournal(t)
			clock.at = morning(t, "2026-11-23")
			ana := addPerson(t, j, "Ana")
			addNote(t, j, ana, notes.HeldNote, "2026-05-20", c.body)
			if got := must[notes.PromptFacts](t)(j.PromptFacts(ana, clock.now())).IdeaGoing; got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestIdeasUnderWayAreReadByAnIndex(t *testing.T) {
	j, _ := newJournal(t)
	usesAnIndex(t, j, ideaGoingQuery, 2, "2026-05-27", "2026-11-23")
}
