package team_test

import (
	"fmt"
	"testing"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
)

func TestAnOpportunityMovesOn(t *testing.T) {
	b := open(t)
	goal := notes.GoalID(roomtest.Do(t, b.J, notes.Goal{Person: b.ana, Title: "Lead platform", State: notes.GoalOpen})[0])
	chance := roomtest.Do(t, b.J, notes.Opportunity{
		Goal: goal, Kind: notes.Workshop, Text: "Incident training", State: notes.Offered, Order: 1,
	})[0]
	b.enter()
	b.Sees("Opportunities", "one offered", "Incident training", "Ana · Lead platform")
	key := fmt.Sprintf("chance/%d", chance)
	for i, said := range []string{"Marked as booked", "Marked as done", "Marked as used"} {
		b.Tap(key + "/next")
		if got := b.Said[len(b.Said)-1]; got != said {
			t.Errorf("%d: said %q", i, got)
		}
	}
	b.SeesNot("Incident training")
	b.Tap("chances/used")
	b.Tap(key)
	if got := b.Places[len(b.Places)-1]; got != (room.Place{Screen: room.Growth, Person: b.ana, Goal: goal}) {
		t.Errorf("went to %+v", got)
	}
	b.TakeBack()
	b.Sees("one done", "Incident training")
}

func TestWhoCouldCoachWhomGoesOnTheAgenda(t *testing.T) {
	b := open(t)
	goal := roomtest.Do(t, b.J, notes.Goal{Person: b.ana, Title: "Lead platform", Tag: "platform", State: notes.GoalOpen})[0]
	note := roomtest.Note(
		t,
		b.J,
		b.ben,
		"2026-11-06",
		"Prose.\ndecided Ben: the rollout in three steps #platform\nfeedback: too quick #platform",
	)
	b.enter()
	b.Sees("Who could help each other", "Ben could help Ana: Lead platform", "6 Nov, decided: The rollout in three steps")
	b.SeesNot("too quick")
	key := fmt.Sprintf("coach/%d/%d", goal, b.ben)
	b.Tap(key)
	if got := b.Places[len(b.Places)-1]; got != (room.Place{Screen: room.Notes, Person: b.ben, Note: note, Line: 2}) {
		t.Errorf("went to %+v", got)
	}
	b.Tap(key + "/ask")
	want := "ask: Ben has experience with this: “Lead platform”. What would you like to ask Ben?"
	if got := b.agenda(b.ana); len(got) != 1 || got[0].Raw != want || b.planned(b.ana) {
		t.Errorf("on the agenda: %+v", got)
	}
	b.Sees("on the agenda for Ana")
	if b.Has(key + "/ask") {
		t.Error("it is offered again")
	}
}
