package help

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/look"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

// The look knows nothing of notes, so the labels name their icons and colours, and here is seen that they are there.
func TestEveryLabelHasItsIconAndItsColour(t *testing.T) {
	for _, k := range append(notes.LabelKinds, notes.Label("prose").Kind()) {
		t.Run(string(k.Label), func(t *testing.T) {
			if !slices.Contains(look.IconNames(), k.Icon) {
				t.Errorf("ui/look/iconpaths.go has no %q", k.Icon)
			}
			if !slices.Contains(look.InkNames(), k.Colour) {
				t.Errorf("ui/look/palette.go has no %q", k.Colour)
			}
		})
	}
}

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
	for _, k := range notes.LabelKinds {
		t.Run(string(k.Label), func(t *testing.T) {
			h := roomtest.New(t, nil)
			ShowLabels(h)
			h.Sees(string(k.Label), k.Help, k.Example)
			items := notes.Parse(k.Example, in)
			if k.Hidden {
				if len(items) != 0 {
					t.Errorf("%q is filed: %+v", k.Example, items)
				}
			} else if len(items) != 1 || items[0].Label != k.Label {
				t.Errorf("%q: %+v, want one %s", k.Example, items, k.Label)
			}
		})
	}
}

func TestLabelsCloseOnEscAndEnter(t *testing.T) {
	h := roomtest.New(t, nil)
	for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn} {
		ShowLabels(h)
		h.Sees("Write as you think.", "step in", "You might still have to disclose it by law.")
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

func TestTheRingOfAQuestionIsSeenWhole(t *testing.T) {
	h := roomtest.Open(t)
	Show(h, Commands{Can: func(string) bool { return true }, Keys: func(string) string { return "" }})
	left := func(key string) float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(h.Find(key)).X }
	list, row, field := left("help.list"), left("help.0"), left("help.ask")
	if row-list < widgets.RowBleed {
		t.Errorf("the list cuts the row off at %v, which is lit from %v", list, row-widgets.RowBleed)
	}
	if row != field {
		t.Errorf("the questions begin at %v, the field at %v", row, field)
	}
}

func TestHelpSaysTheWordsThatLabelsAreWrittenWith(t *testing.T) {
	h := roomtest.Open(t)
	roomtest.Do(t, h.J, notes.PutSetting{
		Key: notes.SettingLabelWords, Value: "todo: Aufgabe\ntodo: -todo\npraise: Lob\nidea: Einfall\nidea: -idea",
	})
	t.Run("the labels", func(t *testing.T) {
		ShowLabels(h)
		h.Sees("Aufgabe: draft the rollout plan by Fri", "Aufgabe me: …, Aufgabe Ben: …, praise Ana", "praise: demo broke", "Also: Lob",
			"Einfall: pair the new people")
		h.SeesNot("todo", "Also: Aufgabe", "Also: Einfall")
		h.Press(fyne.KeyEscape)
	})
	all, err := Answers()
	if err != nil {
		t.Fatal(err)
	}
	a := asking{host: h, all: all, commands: Commands{Keys: func(string) string { return "F9" }}}
	for _, answer := range all {
		t.Run(answer.Question, func(t *testing.T) {
			said := a.said(answer.Text)
			for _, off := range []string{"“todo", "“idea", "{"} {
				if strings.Contains(said, off) {
					t.Errorf("it says %q", said)
				}
			}
		})
	}
}
