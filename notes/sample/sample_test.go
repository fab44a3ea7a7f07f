package sample_test

import (
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/notes/sample"
)

// days are sixty days in a row, so that every weekday and the ends of two months are among them.
func days(f func(notes.Date)) {
	for n := range 60 {
		f(notes.Date("2026-11-02").AddDays(n))
	}
}

func TestTheTeamCanBeReadOnEveryDay(t *testing.T) {
	days(func(today notes.Date) {
		s := sample.Team(today)
		if len(s.Members) != 7 || s.Members[0].Person.Kind != notes.KindMe {
			t.Fatalf("%d members, the first is %s", len(s.Members), s.Members[0].Person.Kind)
		}
		n := 0
		for _, m := range s.Members {
			n += len(m.Notes)
			checkDays(t, today, m)
		}
		if n < 150 {
			t.Fatalf("%d notes", n)
		}
	})
}

func checkDays(t *testing.T, today notes.Date, m sample.Member) {
	t.Helper()
	last := notes.Date("")
	for _, n := range m.Notes {
		if day := n.Date.Weekday(); day == time.Saturday || day == time.Sunday {
			t.Errorf("%s: a %s note of %s is on a %s", today, n.Kind, m.Person.Name, day)
		}
		if n.Date > today && n.Kind != notes.PlannedNote {
			t.Errorf("%s: %s has a %s note on %s", today, m.Person.Name, n.Kind, n.Date)
		}
		if n.Date < last {
			t.Errorf("%s: the notes of %s are out of order at %s", today, m.Person.Name, n.Date)
		}
		last = n.Date
		for _, g := range m.Goals {
			if g.Start > today || g.Closed > today {
				t.Errorf("%s: the goal %q lies in the future", today, g.Title)
			}
		}
	}
}

func TestNotesReadLikeNotes(t *testing.T) {
	seen := map[string]string{}
	for _, m := range sample.Team("2026-11-23").Members {
		for _, n := range m.Notes {
			words := len(strings.Fields(n.Body))
			if n.Kind == notes.HeldNote && (words < 40 || words > 250) {
				t.Errorf("%s, %s: %d words", m.Person.Name, n.Date, words)
			}
			for _, line := range strings.Split(n.Body, "\n") {
				if line == "" {
					continue
				}
				if other, twice := seen[line]; twice {
					t.Errorf("%s, %s: %q stands also in %s", m.Person.Name, n.Date, line, other)
				}
				seen[line] = m.Person.Name + " " + string(n.Date)
			}
		}
	}
}
