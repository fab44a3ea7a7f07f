package settings

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/roomtest"
)

// filedOf counts what a person has open.
func filedOf(t *testing.T, h *roomtest.Host, name string) int {
	t.Helper()
	for _, p := range h.People() {
		if p.Name == name {
			f, err := h.J.Facts(p.ID, h.Clock)
			if err != nil {
				t.Fatal(err)
			}
			return len(f.TheyOwn)
		}
	}
	t.Fatalf("nobody is called %s", name)
	return 0
}

func wordsOf(t *testing.T, h *roomtest.Host) string {
	t.Helper()
	text, err := h.J.Setting(notes.SettingLabelWords)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestAWordOfOnesOwnIsAddedUsedAndTakenBack(t *testing.T) {
	h := enter(t, "Ana Ruiz")
	h.Sees("Your words for labels", "todo, to do, to-do", "Add your own, or turn off a word")
	h.Tap("settings.words.todo.edit")
	h.Sees("Words for todo", "Built-in words", "action items", "AI (with a name)")
	h.Fill("settings.words.todo.own", "Aufgabe:")
	h.Tap("dialog/confirm")
	if got := wordsOf(t, h); got != "todo: Aufgabe" {
		t.Fatalf("kept %q", got)
	}
	h.Sees("todo, Aufgabe, to do")
	if said := h.Said[len(h.Said)-1]; said != "Words for todo saved" {
		t.Errorf("it says %q", said)
	}
	h.Tap("settings.words.todo.edit")
	h.Fill("settings.words.todo.own", "Aufgabe:, ")
	h.Tap("dialog/confirm")
	if len(h.Said) != 1 {
		t.Errorf("what changes nothing says %q", h.Said)
	}
	h.TakeBack()
	if got := wordsOf(t, h); got != "" {
		t.Errorf("undo left %q", got)
	}
	h.SeesNot("Aufgabe")
}

func TestWhatBecomesOfLinesIsSaidBeforeTheWordsChange(t *testing.T) {
	h := enter(t, "Ana Ruiz")
	roomtest.Do(t, h.J, notes.NewNote{
		Person: h.People()[1].ID, Kind: notes.HeldNote, Date: "2026-11-20",
		Body: "Aufgabe: Zahlen\nAufgabe: Plan\ntodo: send it\n",
	})
	if n := filedOf(t, h, "Ana Ruiz"); n != 1 {
		t.Fatalf("%d lines are filed", n)
	}
	h.Tap("settings.words.todo.edit")
	h.Fill("settings.words.todo.own", "Aufgabe")
	h.Tap("dialog/confirm")
	h.Sees("2 lines you wrote will now be filed.", "Save and file")
	if got := wordsOf(t, h); got != "" {
		t.Fatalf("it was kept without asking: %q", got)
	}
	h.Tap("settings.words.todo.on.todo")
	h.SeesNot("2 lines you wrote", "Save and file")
	h.Sees("it will write: “Aufgabe”")
	h.Tap("dialog/confirm")
	h.Sees("1 line you wrote will no longer be filed. Its text stays. 2 lines you wrote will now be filed.", "Save anyway")
	h.Tap("dialog/confirm")
	if got := wordsOf(t, h); got != "todo: Aufgabe\ntodo: -todo" {
		t.Errorf("kept %q", got)
	}
	if n := filedOf(t, h, "Ana Ruiz"); n != 2 {
		t.Errorf("%d lines are filed", n)
	}
	h.TakeBack()
	if n := filedOf(t, h, "Ana Ruiz"); n != 1 {
		t.Errorf("%d lines are filed once it is taken back", n)
	}
}

func TestAWordThatCannotBeOneIsSaidInTheForm(t *testing.T) {
	h := enter(t, "Ana Ruiz")
	for typed, want := range map[string]string{
		"Ana": "“Ana” is someone's name", "topic": "already a word for topic", "a:b": "Use letters only",
		"private": "means something else", strings.Repeat("x", 40): "too long", "idea": "You don't need to add it",
	} {
		t.Run(typed, func(t *testing.T) {
			h.Tap("settings.words.idea.edit")
			h.Fill("settings.words.idea.own", typed)
			h.Tap("dialog/confirm")
			h.Sees(want)
			h.Press(fyne.KeyEscape)
			if got := wordsOf(t, h); got != "" {
				t.Errorf("kept %q", got)
			}
		})
	}
}

func TestTheLastWordOfALabelStaysOn(t *testing.T) {
	h := enter(t, "Ana Ruiz")
	h.Tap("settings.words.idea.edit")
	h.Fill("settings.words.idea.own", "")
	h.Tap("settings.words.idea.on.idea")
	h.Tap("dialog/confirm")
	h.Sees("Keep at least one word turned on, or add your own.")
	h.Fill("settings.words.idea.own", "topic")
	h.Sees("it will write: “topic”")
	h.Tap("dialog/confirm")
	h.Sees("already a word for topic: “topic”")
	h.SeesNot("it will write")
	h.Fill("settings.words.idea.own", "Einfall")
	h.Tap("dialog/confirm")
	if got := wordsOf(t, h); got != "idea: Einfall\nidea: -idea" {
		t.Errorf("kept %q", got)
	}
	h.Sees("Einfall")
}

func TestTheKeyboardSwitchesAWordOff(t *testing.T) {
	h := enter(t, "Ana Ruiz")
	h.Focus("settings.words.step-in.edit")
	h.Press(fyne.KeyReturn)
	h.Sees("Words for step in")
	if h.Focused() != "settings.words.step-in.own" {
		t.Errorf("the keyboard is at %q", h.Focused())
	}
	h.Focus("settings.words.step-in.on.step_in")
	h.Press(fyne.KeyReturn)
	h.Focus("settings.words.step-in.own")
	h.Press(fyne.KeyReturn)
	if got := wordsOf(t, h); got != "step in: -step in" {
		t.Errorf("kept %q", got)
	}
	h.Sees("step-in")
}
