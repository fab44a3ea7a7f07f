package prompt

import (
	"testing"

	"handback/notes"
)

func TestADecisionComesBackOnItsDay(t *testing.T) {
	call := func(who notes.Actor, on notes.Date) notes.Filed {
		return due(line(notes.Decided, who, "no releases on a Friday", ago(40)), on)
	}
	of := func(ls ...notes.Filed) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) { f.Revisit = ls }
	}
	after := func(outcome notes.PromptOutcome, left notes.Date) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			l := call(notes.Them, ago(9))
			f.Revisit = []notes.Filed{l}
			f.History = []notes.PromptEvent{{
				ID: 1, Person: ana, Kind: Revisit, Key: "revisit-know", NoteUID: l.NoteUID, Line: l.Raw,
				Shown: left, Left: left, Outcome: outcome,
			}, {ID: 2, Person: ana, Kind: Growth, Key: "x", Shown: left, Left: left, Outcome: notes.PassedOver}}
		}
	}
	runDue(t, revisit, []dueCase{
		{"its day is tomorrow", of(call(notes.Them, ago(-1))), ""},
		{"its day is today", of(call(notes.Them, today)), revisitTheirs},
		{"its day was long ago", of(call(notes.Them, ago(90))), revisitTheirs},
		{"mine", of(call(notes.Me, today)), revisitOurs},
		{"nobody said whose", of(call(notes.Unsaid, today)), revisitOurs},
		{"it has no day", of(line(notes.Decided, notes.Them, "no releases on a Friday", ago(40))), ""},
		{"it was held", of(closed(call(notes.Them, ago(1)), notes.Held, today)), ""},
		{"it was reversed", of(closed(call(notes.Them, ago(1)), notes.Reversed, today)), ""},
		{"it was imported", of(closed(call(notes.Them, ago(1)), notes.History, "")), ""},
		{"it is on the agenda since the last one-on-one", after(notes.Asked, ago(2)), ""},
		{"done since the last one-on-one", after(notes.ActedOn, ago(2)), ""},
		{"it was on the agenda of the last one-on-one", after(notes.Asked, ago(3)), revisitTheirs},
		{"it was passed over", after(notes.PassedOver, ago(2)), revisitTheirs},
		{"it was looked past", after(notes.Another, ago(2)), revisitTheirs},
	})
}

func TestTheOldestDecisionComesBackFirst(t *testing.T) {
	f := calm()
	f.Revisit = []notes.Filed{
		due(line(notes.Decided, notes.Me, "the rota", ago(50)), ago(2)), due(line(notes.Decided, notes.Me, "the stand-up", ago(40)), ago(4)),
	}
	if ps := Choose(f); len(ps) != 1 || ps[0].Kind != Revisit || ps[0].Because[0].Text != "the stand-up" {
		t.Errorf("%+v", ps)
	}
}
