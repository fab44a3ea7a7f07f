package prompt

import (
	"testing"

	"handback/notes"
)

func TestNothingIsAskedOnDaysOffAndTheyAreNotCounted(t *testing.T) {
	late := calm()
	late.IOwe = []notes.Filed{due(line(notes.Todo, notes.Me, "ask finance", ago(20)), ago(5))}
	if len(Choose(late)) == 0 {
		t.Fatal("a promise that is overdue asks nothing")
	}
	for name, off := range map[string]notes.DaysOff{
		"off today":              {{From: ago(1), To: late.Today}},
		"off when it was due":    {{From: ago(6), To: ago(1)}},
		"off on the day it fell": {{From: ago(5), To: ago(1)}},
	} {
		t.Run(name, func(t *testing.T) {
			f := late
			f.Person.Off = off
			if p := Choose(f); len(p) > 0 {
				t.Errorf("asks %+v", p)
			}
		})
	}
}

func TestACooldownLeavesOutDaysOff(t *testing.T) {
	f := calm()
	f.History = []notes.PromptEvent{{ID: 1, Person: f.Person.ID, Kind: Praise, Shown: ago(12), Left: ago(10), Outcome: notes.PassedOver}}
	k := kind{name: Praise, cooldown: 7}
	if readHistory(f).cooling(k) {
		t.Fatal("still silent after 10 days of 7")
	}
	f.Person.Off = notes.DaysOff{{From: ago(8), To: ago(4)}}
	if !readHistory(f).cooling(k) {
		t.Error("5 days off counted")
	}
}
