package help

import (
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/roomtest"
)

func TestEveryLabelIsExplainedByALineThatFiles(t *testing.T) {
	people := []notes.Person{
		{
			ID:   1,
			Kind: notes.KindMe,
			Name: "Robin",
		},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz"},
		{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi"},
	}
	in := notes.Context{Date: "2026-11-23", Person: 2, Me: 1, Names: notes.NewNames(people)}
	explained := map[notes.Label]bool{}
	for _, l := range labels {
		t.Run(l.what, func(t *testing.T) {
			explained[l.label] = true
			items := notes.Parse(l.example, in)
			if l.label == notes.Private {
				if len(items) != 0 {
					t.Errorf("%q is filed: %+v", l.example, items)
				}
				return
			}
			if len(items) != 1 || items[0].Label != l.label {
				t.Errorf("%q: %+v, want one %s", l.example, items, l.label)
			}
		})
	}
	for _, l := range append([]notes.Label{notes.Private}, notes.Labels...) {
		if !explained[l] {
			t.Errorf("%s is not explained", l)
		}
	}
}

func TestLabelsCloseOnEscAndEnter(t *testing.T) {
	h := roomtest.New(t, nil)
	for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn} {
		ShowLabels(h)
		h.Sees("Write as you think.", "step in", "It may still have to be disclosed.")
		h.Press(key)
		if h.Window().Canvas().Overlays().Top() != nil {
			t.Errorf("%s leaves them open", key)
		}
	}
}

func TestShortcutsComeFromTheTableOfCommands(t *testing.T) {
	h := roomtest.New(t, nil)
	ShowShortcuts(h, []Shortcut{{"Today", "Alt+D"}, {"Trash", ""}})
	h.Sees("Today", "Alt+D", "Shift+Tab")
	h.SeesNot("Trash")
}
