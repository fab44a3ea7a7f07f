package team_test

import (
	"testing"

	"handback/notes/sample"
)

func TestTeamWithTheSampleTeam(t *testing.T) {
	b := openEmpty(t)
	b.enter()
	b.Sees("What are you all working towards", "Ideas from your team appear here")
	b.SeesNot("Who you've written little about", "Ask everyone", "A sheet to show")
	if err := sample.Team(b.Today()).Load(b.Me().ID, b.J.Apply); err != nil {
		t.Fatal(err)
	}
	b.Reload()
	b.Sees("Calmer releases", "Waiting for an answer 3", "Drop the Monday mail", "Trying 6", "Declined", "Opportunities",
		"Elif Kaya away")
	b.SeesNot("One data dictionary", "Added to everyone's agenda")
	b.Tap("team/trying/all")
	b.Sees("One data dictionary")

	b.Tap("team/ask")
	b.Tap("sweep/suggested/0")
	b.Tap("dialog/confirm")
	b.Sees("Added to everyone's agenda", "no answer yet")
	// It stood on Ana's agenda already, and Elif is away.
	if said := b.Said[len(b.Said)-1]; said != "On the agenda for Ben, Chidi, Dana and Farid" {
		t.Errorf("said %q", said)
	}
}
