package ui

import (
	"slices"
	"strings"
	"testing"

	"handback/notes"
	"handback/ui/help"
	"handback/ui/settings"
)

// TestEveryAnswerLeadsToWhatThereIs holds the answers against the tables of commands and screens.
func TestEveryAnswerLeadsToWhatThereIs(t *testing.T) {
	w := newWindow(t)
	all, err := help.Answers()
	if err != nil {
		t.Fatal(err)
	}
	known := func(id string) bool {
		return slices.ContainsFunc(w.commands, func(c command) bool { return c.id == id })
	}
	parts := []string{
		"", settings.PartPeople, settings.PartLook, settings.PartPrompts, settings.PartData, settings.PartTemplates, settings.PartDaysOff,
		settings.PartWords, settings.PartCalendar, settings.PartProtect, settings.PartBackups, settings.PartWhere, settings.PartAtHand,
	}
	for _, a := range all {
		t.Run(a.Question, func(t *testing.T) {
			for _, act := range a.Acts {
				if act.Command != "" && !known(act.Command) {
					t.Errorf("there is no command %q", act.Command)
				}
				if act.Command == "" {
					if _, err := screenOf(act.Screen); err != nil || !slices.Contains(parts, act.Part) {
						t.Errorf("there is no %q %q", act.Screen, act.Part)
					}
				}
			}
			for _, piece := range strings.Split(a.Text, "{")[1:] {
				id, _, _ := strings.Cut(piece, "}")
				if label, ok := strings.CutPrefix(id, "label."); ok {
					if !slices.Contains(notes.Labels, notes.Label(label)) {
						t.Errorf("there is no label %q", label)
					}
					continue
				}
				if !slices.Contains([]string{"bold", "italic", "main"}, id) && w.keysOf(id) == "" {
					t.Errorf("%q has no shortcut", id)
				}
			}
		})
	}
}
