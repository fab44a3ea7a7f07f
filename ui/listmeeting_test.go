package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
)

// TestAListGoesOnBesideThem continues, moves and ends lists in the meeting view, where lines between them are hidden.
func TestAListGoesOnBesideThem(t *testing.T) {
	const body = "- one\n- private: pay\n    - of March\n- [x] two\n    - [ ] todo Ben: call him\n- three\n"
	for name, c := range map[string]struct {
		line     int // of what is shown, from 0
		act      string
		want     string // of what is shown
		stays    string // of the body
		tabFirst bool
	}{
		"before what is hidden": {0, "\nx", "- one\n- x\n- [x] two\n- three\n", "- x\n- private: pay\n    - of March\n- [x] two", false},
		"after what is hidden":  {1, "\nx", "- one\n- [x] two\n- [ ] x\n- three\n", "- private: pay\n    - of March\n- [x] two", false},
		"moved in":              {2, "", "- one\n- [x] two\n    - three\n", "    - [ ] todo Ben: call him\n    - three", true},
		"ended":                 {0, "\n\nx", "- one\nx\n- [x] two\n- three\n", "x\n- private: pay\n    - of March\n", false},
	} {
		t.Run(name, func(t *testing.T) {
			w, id := meet(t, body)
			shown := w.editor.Text()
			lines := strings.SplitAfter(shown, "\n")
			w.editor.SetCaret(len([]rune(strings.Join(lines[:c.line+1], ""))) - 1)
			w.key(fyne.KeyRight)
			w.key(fyne.KeyLeft)
			if c.tabFirst {
				w.key(fyne.KeyTab)
			}
			w.writes(c.act)
			if got := w.editor.Text(); got != c.want {
				t.Errorf("shown:\n%s\nnot:\n%s", got, c.want)
			}
			if got := w.body(id); !strings.Contains(got, c.stays) {
				t.Errorf("stored:\n%s", got)
			}
			hidden := notes.Hidden(w.stored(id))
			for i, line := range strings.Split(w.stored(id), "\n") {
				if (strings.Contains(line, "pay") || strings.Contains(line, "March")) && !hidden[i] {
					t.Errorf("%q is private no more", line)
				}
			}
			for range 12 {
				w.editor.Undo()
			}
			if w.body(id) != body || w.editor.Text() != shown {
				t.Errorf("undone it is\n%s", w.stored(id))
			}
		})
	}
}

func TestWhatIsWrittenForOthersInAListFoldsAndTheListGoesOn(t *testing.T) {
	w, id := meet(t, "- one\n")
	w.editor.SetCaret(5)
	w.writes("\ntodo Ben: call him\nnext")
	if got := w.editor.Text(); got != "- one\n- next\n" {
		t.Errorf("shown: %q", got)
	}
	if got := w.body(id); got != "- one\n- todo Ben: call him\n- next\n" {
		t.Errorf("stored: %q", got)
	}
}
