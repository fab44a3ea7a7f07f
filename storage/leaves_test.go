package storage

import (
	"testing"
	"time"

	"handback/notes"
)

func TestWhoHasGivenNoticeIsHereUntilTheLastDayIsOver(t *testing.T) {
	j, _ := newJournal(t)
	today := notes.DateOf(j.now())
	id := addPerson(t, j, "Ana Ruiz")
	addPerson(t, j, "Ben Kofi")
	p, err := j.c.person(id)
	if err != nil {
		t.Fatal(err)
	}
	p.LeftOn = today.AddDays(3)
	rows := []notes.Row{p, notes.Goal{Person: id, Title: "Lead it", State: notes.GoalOpen}, notes.Area{Person: id, Tag: "hiring"}}
	if _, err := j.Apply(notes.Change{Rows: rows}); err != nil {
		t.Fatal(err)
	}
	began := j.now()
	for days, left := range map[int]bool{0: false, 3: false, 4: true, 400: true} {
		t.Run(time.Duration(days).String(), func(t *testing.T) {
			now := began.AddDate(0, 0, days)
			j.now = func() time.Time { return now }
			j.c.clock = j.now
			people, err := j.People()
			if err != nil {
				t.Fatal(err)
			}
			roster, err := j.Roster(now)
			if err != nil {
				t.Fatal(err)
			}
			goals, err := j.AllGoals()
			if err != nil {
				t.Fatal(err)
			}
			areas, err := j.AllAreas()
			if err != nil {
				t.Fatal(err)
			}
			here := 1
			if left {
				here = 0
			}
			last := people[len(people)-1]
			if (last.ID == id) != left || (last.State == notes.StateLeft) != left {
				t.Errorf("the last is %+v", last)
			}
			if len(roster) != 1+here || len(goals) != here || len(areas) != here {
				t.Errorf("%d in the roster, %d goals, %d areas", len(roster), len(goals), len(areas))
			}
		})
	}
}
