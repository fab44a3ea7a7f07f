package ui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"handback/notes"
	"handback/ui/room"
)

// writes types where the keyboard is; \n is Enter.
func (w *window) writes(text string) {
	for _, r := range text {
		if r == '\n' {
			w.key(fyne.KeyReturn)
		} else {
			w.win.Canvas().Focused().TypedRune(r)
		}
	}
	w.settle()
}

// body is the whole text as it is stored once saved.
func (w *window) body(id notes.NoteID) string {
	w.t.Helper()
	if err := w.draft.Flush(); err != nil {
		w.t.Fatal(err)
	}
	return w.stored(id)
}

func TestALineThatIsNotForThemFoldsWhenTheCaretLeavesIt(t *testing.T) {
	for _, line := range []string{"private: x", "todo Ben: call him", "private", "- [ ] Ben: x", "praise Ben and Ana: x"} {
		for name, leave := range map[string]func(*window){
			"Enter":  func(w *window) { w.key(fyne.KeyReturn) },
			"up":     func(w *window) { w.key(fyne.KeyUp) },
			"down":   func(w *window) { w.key(fyne.KeyDown) },
			"a jump": func(w *window) { w.press(ctrl, fyne.KeyHome) },
			"a click": func(w *window) {
				at := fyne.NewPos(12, 12)
				e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary}
				w.editor.Focusable().(desktop.Mouseable).MouseDown(e)
				w.editor.Focusable().(desktop.Mouseable).MouseUp(e)
			},
			"the keyboard elsewhere": func(w *window) { w.win.Canvas().Unfocus() },
		} {
			t.Run(line+" "+name, func(t *testing.T) {
				w, id := meet(t, "first\nlast\n")
				w.editor.SetCaret(5)
				w.writes("\n" + line)
				w.pass(5 * time.Second)
				if !strings.Contains(w.editor.Text(), line) {
					t.Fatal("a pause folds the line that is being typed")
				}
				leave(w)
				if got := w.editor.Text(); strings.Contains(got, line) {
					t.Fatalf("%q is in view", got)
				}
				if got := w.body(id); strings.Count(got, line) != 1 || !strings.HasPrefix(got, "first\n"+line+"\n") {
					t.Errorf("stored %q", got)
				}
				if say := shown(w.frame.content); !strings.Contains(say, "1 line folded") {
					t.Errorf("nothing says that a line is folded:\n%s", say)
				}
			})
		}
	}
}

func TestUndoBringsAFoldedLineBackToBeEdited(t *testing.T) {
	w, id := meet(t, "first\nprivate: old\nlast\n")
	w.editor.SetCaret(5)
	w.writes("\nprivate: new")
	w.key(fyne.KeyDown)
	if got, want := w.body(id), "first\nprivate: new\nprivate: old\nlast\n"; got != want {
		t.Fatalf("stored %q, want %q", got, want)
	}
	w.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutUndo{})
	if got := w.editor.Text(); got != "first\nprivate: new\nlast\n" {
		t.Fatalf("undone it shows %q", got)
	}
	w.writes("er")
	if got, want := w.body(id), "first\nprivate: newer\nprivate: old\nlast\n"; got != want {
		t.Fatalf("the line is not the one that was edited: %q, want %q", got, want)
	}
	w.key(fyne.KeyUp)
	if got := w.editor.Text(); got != "first\nlast\n" {
		t.Errorf("left again it shows %q", got)
	}
	for range 40 {
		w.editor.Undo()
		if strings.Contains(w.editor.Text(), "old") {
			t.Fatalf("what was hidden from the start is undone into view: %q", w.editor.Text())
		}
	}
	if got, want := w.body(id), "first\nprivate: old\nlast\n"; got != want {
		t.Errorf("all undone it is %q, want %q", got, want)
	}
}

func TestRedoFoldsAgain(t *testing.T) {
	w, id := meet(t, "first\n")
	w.writes("private: x\n")
	w.editor.Undo()
	w.editor.Redo()
	if got := w.editor.Text(); strings.Contains(got, "private") {
		t.Errorf("shown %q", got)
	}
	if got := w.body(id); got != "first\nprivate: x\n" {
		t.Errorf("stored %q", got)
	}
}

func TestWhatIsIndentedBelowAFoldedLineIsPartOfIt(t *testing.T) {
	w, id := meet(t, "first\n")
	w.writes("private: x\n  with more\nafter\nlast")
	if got := w.editor.Text(); got != "first\nafter\nlast" {
		t.Errorf("shown %q", got)
	}
	if got := w.body(id); got != "first\nprivate: x\n  with more\nafter\nlast" {
		t.Errorf("stored %q", got)
	}
}

// TestFoldingLosesAndDoublesNothing types, undoes and moves at random in the meeting view. What is visible holds no line
// that is not for their eyes, but for the one with the caret; moving changes no text; no line stands twice; and all
// undone it is what it was.
func TestFoldingLosesAndDoublesNothing(t *testing.T) {
	for seed := range seeds(8) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(seed, 7))
			body := []string{"", "words\n", "a\nprivate: hid\n  below\ntodo Ben: hid\nb\n", "a\nprivate: hid"}[rnd.IntN(4)]
			w, id := meet(t, body)
			did := ""
			for step := range 40 {
				before := w.body(id)
				name, moves := foldStep(w, rnd, step)
				did += name + "; "
				w.checkFolded(id, did)
				// A blank last line may become the editor's own, to write on, and is none of the text's then.
				if after := w.body(id); moves && strings.Join(strings.Fields(after), " ") != strings.Join(strings.Fields(before), " ") {
					t.Fatalf("%s: moving made %q of %q", did, after, before)
				}
			}
			for still := 0; still < 6; {
				before := w.editor.Text() + w.draft.Body()
				w.editor.Undo()
				w.checkFolded(id, did+"and undone")
				if still++; before != w.editor.Text()+w.draft.Body() {
					still = 0
				}
			}
			first := notes.Project(body, w.Context(w.who("Ana").ID, w.Today())).Text()
			if got := w.body(id); sorted(got) != sorted(body) || w.editor.Text() != first {
				t.Errorf("%s: all undone it is %q, want %q", did, got, body)
			}
		})
	}
}

// sorted are the lines of a text in another order, always the same: undo of a line that was taken apart may leave what is
// hidden on its other side.
func sorted(text string) string {
	lines := strings.Split(text, "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func (w *window) checkFolded(id notes.NoteID, did string) {
	w.t.Helper()
	body, who := w.body(id), w.who("Ana").ID
	for _, word := range strings.Fields(body) {
		if strings.HasPrefix(word, "w") && strings.HasSuffix(word, "z") && strings.Count(body, word) > 1 {
			w.t.Fatalf("%s: %q stands twice in %q", did, word, body)
		}
	}
	in := w.Context(who, w.Today())
	hidden := map[string]bool{}
	whole := notes.Project(body, in)
	for _, line := range whole.FoldedLines() {
		hidden[line] = true
	}
	for i, line := range strings.Split(w.editor.Text(), "\n") {
		if hidden[line] && i != w.editor.CaretLine() {
			w.t.Fatalf("%s: shows %q of %q, the caret is in line %d", did, line, body, w.editor.CaretLine())
		}
	}
}

// foldStep does one thing and tells whether it only moves.
func foldStep(w *window, rnd *rand.Rand, step int) (name string, moves bool) {
	begins := []string{"private: ", "todo Ben: ", "", "", "todo: ", "  ", "private ", "- "}
	switch rnd.IntN(9) {
	case 0, 1, 2:
		text := begins[rnd.IntN(len(begins))] + fmt.Sprintf("w%dz", step)
		if rnd.IntN(4) > 0 {
			text = "\n" + text
		}
		w.win.Canvas().Focus(w.editor.Focusable())
		w.writes(text)
		return fmt.Sprintf("types %q", text), false
	case 3:
		w.win.Canvas().Focus(w.editor.Focusable())
		w.writes("\n")
		return "Enter", false
	case 4:
		w.editor.SetCaret(rnd.IntN(len([]rune(w.editor.Text())) + 1))
		return "click", true
	case 5:
		key := []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyHome}[rnd.IntN(4)]
		if w.editor.Focused() {
			w.key(key)
		}
		return string(key), true
	case 6, 7:
		w.editor.Undo()
		return "undo", false
	}
	if rnd.IntN(2) == 0 {
		w.editor.Redo()
		return "redo", false
	}
	w.win.Canvas().Unfocus()
	return "blur", true
}

func TestAFoldedLineIsNotShownByAnotherWriteToTheNote(t *testing.T) {
	w, id := meet(t, "topic: a\n")
	w.writes("private: x\n")
	done := notes.LineEdit{Op: notes.ReplaceLine, Note: id, Line: 1, Old: "topic: a", New: "topic: a (done 2025-12-02)"}
	w.apply(notes.Change{Edits: []notes.LineEdit{done}})
	if got := w.editor.Text(); got != "topic: a (done 2025-12-02)\n" {
		t.Errorf("shown %q", got)
	}
	w.editor.Undo()
	w.editor.Undo()
	if got := w.body(id); got != "topic: a\nprivate: x\n" {
		t.Errorf("undone it is %q", got)
	}
	w.visit(room.Place{Screen: room.Today})
	if got := w.stored(id); got != "topic: a\nprivate: x\n" {
		t.Errorf("left it is %q", got)
	}
}

func TestSelectingAwayFromALineWithTheMouseFoldsIt(t *testing.T) {
	w, id := meet(t, "first\nsecond\nthird\nlast\n")
	w.editor.SetCaret(12)
	w.writes("\nprivate: x")
	entry, ok := w.editor.Focusable().(interface {
		desktop.Mouseable
		fyne.Draggable
	})
	if !ok {
		t.Fatal("nothing to drag in")
	}
	for _, y := range []float32{60, 90, 20, 100, 8} {
		at := fyne.PointEvent{Position: fyne.NewPos(40, y), AbsolutePosition: fyne.NewPos(40, y)}
		entry.Dragged(&fyne.DragEvent{PointEvent: at, Dragged: fyne.NewDelta(0, 5)})
		w.settle()
	}
	entry.DragEnd()
	w.writes("!")
	if shown, stored := w.editor.Text(), w.body(id); strings.Contains(shown, "private") || !strings.Contains(stored, "second\nprivate: x\n") {
		t.Errorf("shown %q, stored %q", shown, stored)
	}
}
