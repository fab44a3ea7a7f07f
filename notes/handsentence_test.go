package notes

import "testing"

func TestWhatWasHandedBackIsFoundInItsSentence(t *testing.T) {
	for _, c := range []struct {
		label      Label
		text, want string
	}{
		{Todo, "size the queue. #platform", "size the queue"},
		{Decided, "use “Kafka” for the queue", "use “Kafka” for the queue"},
	} {
		t.Run(c.text, func(t *testing.T) {
			said := HandSentence(Filed{Item: Item{Label: c.label, Text: c.text}})
			what, label, ok := HandedIn("- ask: " + said + " (answered 2026-11-20)")
			if !ok || label != c.label || what != UpperFirst(c.want) {
				t.Errorf("%q: %q, %s, %v", said, what, label, ok)
			}
		})
	}
	for _, line := range []string{"", "ask: I've been holding on to this", "I decided this one: “Kafka”.", "ask: what would you need from me?"} {
		if what, _, ok := HandedIn(line); ok {
			t.Errorf("%q hands back %q", line, what)
		}
	}
}
