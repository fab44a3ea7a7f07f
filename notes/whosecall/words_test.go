package whosecall

import (
	"testing"

	"handback/notes"
)

func TestALineUnderAWordOfTheManagersOwnIsFiledAlready(t *testing.T) {
	words := notes.NewLabelWords(
		map[string]notes.Label{"Entscheidung": notes.Decided, "zu tun": notes.Todo, "Thema": notes.Topic},
		[]string{"todo", "to do", "decided"},
	)
	const told = "I told her to use Kafka"
	for line, want := range map[string]bool{
		told: true, "Entscheidung: " + told: false, "- ENTSCHEIDUNG Ana: " + told: false, "**Zu tun:** " + told: false,
		"task: " + told: false, "action item: " + told: false,
		"to-do: " + told: false, // it is "to do" that is off
		"Thema: " + told: false, // only what is handed up is read in it
	} {
		t.Run(line, func(t *testing.T) {
			if _, ok := FindIn(line, ana, words); ok != want {
				t.Errorf("a call is seen: %v", ok)
			}
		})
	}
	for line, want := range map[string]labelKind{
		"todo: x": labelNone, "to do: x": labelNone, "decided: x": labelNone, "decision: x": labelSilent, "Thema Ana: x": labelUpward,
		"zu  tun: x": labelSilent, "Entscheidungen: x": labelNone, "Entscheidung for her: x": labelNone,
	} {
		t.Run(line, func(t *testing.T) {
			if got := labelOf(line, words); got != want {
				t.Errorf("the label is %v, not %v", got, want)
			}
		})
	}
	s := Scene{Words: words}
	if !s.saysWho("Entscheidung Ana: Kafka") || s.saysWho("zu tun: Kafka") || s.saysWho("# Entscheidung") || s.saysWho("decided Ana: Kafka") {
		t.Error("a line says whose a decision was where it is labelled so, and nowhere else")
	}
}
