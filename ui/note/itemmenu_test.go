package note

import (
	"testing"

	"handback/notes"
)

func TestEveryLabelHasItsStatesInTheMenu(t *testing.T) {
	for _, k := range notes.LabelKinds {
		t.Run(string(k.Label), func(t *testing.T) {
			for _, s := range k.States {
				if stateWords[s].text == "" {
					t.Errorf("the menu of a line has no words for %s", s)
				}
			}
		})
	}
}
