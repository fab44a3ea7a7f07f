package prompt

import (
	"testing"

	"handback/notes"
)

func TestWhatWasChosenHoldsForOneReading(t *testing.T) {
	var c Chosen
	f, none := full(), notes.PromptFacts{}
	none.Person.ID, none.Person.Kind = f.Person.ID, notes.KindOther
	f.Reading = 7
	first := c.Of(f)
	if len(first) == 0 || len(first) != len(Choose(f)) {
		t.Fatalf("%d are chosen", len(first))
	}
	none.Reading = 7
	if again := c.Of(none); len(again) != len(first) || again[0].Key != first[0].Key {
		t.Errorf("of the same reading it chooses anew: %+v", again)
	}
	none.Reading = 8
	if next := c.Of(none); len(next) > 0 {
		t.Errorf("of another reading it gives what it chose before: %+v", next)
	}
	f.Reading, none.Reading = 0, 0
	c.Of(f)
	if unknown := c.Of(none); len(unknown) > 0 {
		t.Errorf("of facts that nobody numbered it remembers %+v", unknown)
	}
}
