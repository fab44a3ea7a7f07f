package team_test

import (
	"fmt"
	"testing"

	"handback/notes"
	"handback/ui/roomtest"
)

// planned is the person's planned note; none fails the test.
func (b *bench) planned(who notes.PersonID) notes.Note {
	b.T.Helper()
	n, err := b.J.PlannedNote(who)
	if err != nil {
		b.T.Fatal(err)
	}
	return n
}

func TestOneQuestionIsAskedOfEverybodyAndAnswered(t *testing.T) {
	b := open(t)
	roomtest.Note(t, b.J, b.ana, "2026-11-20", "A note.")
	b.enter()
	b.SeesNot("Asked of everyone")
	b.Tap("team/ask")
	b.Tap("dialog/confirm")
	b.Sees("Write one question")
	b.Fill("sweep/question", "What could Ben stop?")
	b.Tap("dialog/confirm")
	b.Sees("This may name somebody")
	b.Tap("sweep/suggested/0")
	b.Tap("dialog/confirm")
	for _, who := range []notes.PersonID{b.ana, b.ben} {
		if got := b.planned(who).Body; got != "ask: What should I stop doing?" {
			t.Errorf("on the agenda: %q", got)
		}
	}
	if said := b.Said[len(b.Said)-1]; said != "On the agenda of Ana and Ben" {
		t.Errorf("said %q", said)
	}
	b.Sees("Asked of everyone", "no answer yet", "“What should I stop doing?”", "to ask Mon 30 Nov")
	b.Tap("team/ask")
	b.Type("sweep/question", "what should I stop doing")
	b.Tap("dialog/confirm")
	b.Sees("on everybody's agenda already")
	b.Tap("dialog/cancel")

	anas := b.planned(b.ana)
	b.Choose(fmt.Sprintf("sweep/%d/1/answer", anas.ID), "Write the answer …")
	b.Tap("dialog/confirm")
	b.Sees("Write the answer, as near to Ana's words as you can.")
	b.Type("sweep/words", "Rewriting the minutes")
	b.Tap("dialog/confirm")
	b.Sees("1 answer, 1 to come", "Rewriting the minutes")
	if got := b.planned(b.ana).Body; got != "ask: What should I stop doing? (answered 2026-11-23: Rewriting the minutes)" {
		t.Errorf("stored %q", got)
	}
	b.TakeBack()
	b.Sees("no answer yet")
}

func TestASweepIsTakenBackFromEveryAgenda(t *testing.T) {
	b := open(t)
	b.enter()
	b.Tap("team/ask")
	b.Tap("sweep/suggested/1")
	b.Tap("dialog/confirm")
	b.TakeBack()
	asks, err := b.J.Asks("")
	if err != nil || len(asks) != 0 {
		t.Errorf("%+v, %v", asks, err)
	}
}
