package team_test

import (
	"fmt"
	"testing"

	"handback/notes"
	"handback/notes/team"
	"handback/ui/room"
	"handback/ui/roomtest"
)

func TestTheQuietTableLeadsToTheThingToDo(t *testing.T) {
	b := open(t)
	away := b.Person(b.ben)
	away.State = notes.StateAway
	roomtest.Do(b.T, b.J, away)
	note := roomtest.Note(t, b.J, b.ana, "2026-09-01", "praise: ran the review (said)\nidea: no Monday mail\nidea: a wiki (adopted)")
	b.enter()
	b.Sees("Who you've written little about", "alphabetical", "weeks since you last wrote about", "Ana Ruiz 11 – 11 – –", "Ben Kofi away")
	at := func(kind team.QuietKind) string { return fmt.Sprintf("quiet/%d/%s", b.ana, kind) }
	for _, c := range []struct {
		kind team.QuietKind
		to   room.Place
	}{
		{team.QuietPraise, room.Place{Screen: room.Praise, Person: b.ana}},
		{team.QuietDecision, room.Place{Screen: room.Decisions, Person: b.ana}},
		{team.QuietIdea, room.Place{Screen: room.Notes, Person: b.ana, Note: note, Line: 2}},
		{team.QuietGrowth, room.Place{Screen: room.Growth, Person: b.ana}},
		{team.QuietNeed, room.Place{Screen: room.Prep, Person: b.ana}},
	} {
		t.Run(string(c.kind), func(t *testing.T) {
			b.Tap(at(c.kind))
			if got := b.Places[len(b.Places)-1]; got != c.to {
				t.Errorf("%s leads to %+v, want %+v", c.kind, got, c.to)
			}
		})
	}
}
