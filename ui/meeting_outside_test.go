package ui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// TestTheMeetingAgainstWritesFromOutside does in the meeting view what TestTheDraftAgainstWritesFromOutside does in the
// notes: whatever happens, what is shown is the projection of what is stored, and what is hidden keeps its text and order.
func TestTheMeetingAgainstWritesFromOutside(t *testing.T) {
	hidden := []string{"private: pay round in March", "  with a line below it", "todo Ben: not for her eyes", "private last"}
	body := "todo: first\n" + hidden[0] + "\n" + hidden[1] + "\nwords\n" + hidden[2] + "\ntopic: third\ntodo me: fourth\n" + hidden[3] + "\n"
	for seed := range uint64(4) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			body := body
			if seed%2 == 1 {
				body = strings.TrimSuffix(body, hidden[3]+"\n") + hidden[3] // no line end: the blank line to write on is a spare one
			}
			w, id := meet(t, body)
			rnd := rand.New(rand.NewPCG(seed, 2))
			for step := range 50 {
				name := meetingStep(w, id, rnd, step)
				w.settle()
				if err := w.draft.Flush(); err != nil {
					t.Fatal(err)
				}
				stored := w.stored(id)
				if got := w.draft.Body(); got != stored {
					t.Fatalf("step %d, %s: the draft has %q, stored is %q", step, name, got, stored)
				}
				if kept := only(stored, hidden); !slices.Equal(kept, hidden) {
					t.Fatalf("step %d, %s: hidden lines are now %q", step, name, kept)
				}
				for _, h := range hidden {
					if strings.Contains(w.editor.Text(), h) {
						t.Fatalf("step %d, %s: shows %q", step, name, h)
					}
				}
				if shown, rest := w.editor.Text(), without(stored, hidden); shown != rest {
					t.Fatalf("step %d, %s: shown is\n%q\nstored without what is hidden\n%q", step, name, shown, rest)
				}
			}
		})
	}
}

func meetingStep(w *window, id notes.NoteID, rnd *rand.Rand, step int) string {
	switch rnd.IntN(6) {
	case 0, 1:
		w.editor.SetCaret(rnd.IntN(len([]rune(w.editor.Text())) + 1))
		for _, r := range fmt.Sprintf(" wörd%d", step) {
			w.editor.Focusable().TypedRune(r)
		}
		return "typing"
	case 2:
		w.editor.Undo()
		return "undo"
	case 3:
		w.editor.Redo()
		return "redo"
	case 4:
		w.pass(time.Duration(rnd.IntN(1500)) * time.Millisecond)
		return "time passes"
	}
	if err := w.draft.Flush(); err != nil {
		w.t.Fatal(err)
	}
	filed, err := w.journal.FiledFrom(id)
	if err != nil || len(filed) == 0 {
		return fmt.Sprint("nothing to tick ", err)
	}
	f := filed[rnd.IntN(len(filed))]
	if f.Person == w.who("Ben").ID {
		return "not from here"
	}
	in := w.Context(f.NotePerson, f.NoteDate)
	edit, err := notes.Tick(f, in, w.Today())
	if f.Closed() {
		edit, err = notes.Untick(f, in)
	}
	if err != nil {
		return "refused: " + err.Error()
	}
	if _, err := w.Apply(notes.Change{Edits: []notes.LineEdit{edit}}, "Done"); err != nil {
		w.t.Fatal(err)
	}
	return "tick " + edit.Old
}

// only are the lines of a body that are among some, in their order; without is the body without them.
func only(body string, some []string) []string {
	return slices.DeleteFunc(strings.Split(body, "\n"), func(l string) bool { return !slices.Contains(some, l) })
}

func without(body string, some []string) string {
	return strings.Join(slices.DeleteFunc(strings.Split(body, "\n"), func(l string) bool { return slices.Contains(some, l) }), "\n")
}
