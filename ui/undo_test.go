package ui

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/ui/help"
	"handback/ui/room"
	"handback/ui/theirpage"
)

// listed makes a note of Ana's with three todos and ticks them in three rooms, a minute apart.
func listed(t *testing.T) (*window, notes.NoteID) {
	t.Helper()
	w := newWindow(t)
	ana := w.who("Ana").ID
	id := w.apply(notes.Change{Rows: []notes.Row{
		notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: "2025-12-01", Body: "todo: one\ntodo: two\ntodo: three\n"},
	}}).Made[0]
	for i, word := range []string{"one", "two", "three"} {
		w.visit(room.Place{Screen: []room.Screen{room.Today, room.Team, room.Prep}[i], Person: []notes.PersonID{0, 0, ana}[i]})
		w.doAndSay("todo: "+word, "todo: "+word+" (done)", id, "Ticked "+word)
		w.pass(time.Minute)
	}
	w.win.Canvas().Unfocus()
	return w, id
}

// doAndSay rewrites a line and says so.
func (w *window) doAndSay(old, now string, id notes.NoteID, say string) {
	w.t.Helper()
	_, err := w.Apply(notes.Change{Edits: []notes.LineEdit{{Op: notes.ReplaceLine, Note: id, Line: 1, Old: old, New: now}}}, say)
	if err != nil {
		w.t.Fatal(err)
	}
	w.settle()
}

// keyboard presses what the toolkit makes of Ctrl+Z and Ctrl+Y, wherever the keyboard is.
func (w *window) keyboard(sc fyne.Shortcut) {
	if f, ok := w.win.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(sc)
		w.settle()
		return
	}
	k := fyne.KeyZ // the canvas of tests has no shortcuts
	if _, again := sc.(*fyne.ShortcutRedo); again {
		k = fyne.KeyY
	}
	w.press(ctrl, k)
}

func ticked(words ...string) string {
	body := ""
	for _, word := range []string{"one", "two", "three"} {
		body += "todo: " + word
		if strings.Contains(strings.Join(words, " "), word) {
			body += " (done)"
		}
		body += "\n"
	}
	return body
}

func TestUndoTakesBackTheLastActsInOrderAndRedoDoesThemAgain(t *testing.T) {
	w, id := listed(t)
	undo, redo := &fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}
	for i, c := range []struct {
		press fyne.Shortcut
		body  string
		said  string
	}{
		{undo, ticked("one", "two"), "Undone: Ticked three"},
		{undo, ticked("one"), "Undone: Ticked two"},
		{redo, ticked("one", "two"), "Redone: Ticked two"},
		{undo, ticked("one"), "Undone: Ticked two"},
		{undo, ticked(), "Undone: Ticked one"},
		{undo, ticked(), "Undone: Ticked one"}, // there is nothing more
		{redo, ticked("one"), "Redone: Ticked one"},
		{redo, ticked("one", "two"), "Redone: Ticked two"},
		{redo, ticked("one", "two", "three"), "Redone: Ticked three"},
		{redo, ticked("one", "two", "three"), "Redone: Ticked three"},
	} {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			w.keyboard(c.press)
			if got := w.stored(id); got != c.body || w.frame.said != c.said {
				t.Errorf("stored %q, said %q; want %q, %q", got, w.frame.said, c.body, c.said)
			}
		})
	}
	w.keyboard(undo)
	w.press(ctrl|shift, fyne.KeyZ)
	if got := w.stored(id); got != ticked("one", "two", "three") {
		t.Errorf("Ctrl+Shift+Z: %q", got)
	}
	w.keyboard(undo)
	w.doAndSay("todo: two (done)", "todo: 2 (done)", id, "Reworded")
	if w.canRedo() {
		t.Error("after a new act something can be done again")
	}
	w.keyboard(redo)
	if got := w.stored(id); got != "todo: one (done)\ntodo: 2 (done)\ntodo: three\n" {
		t.Errorf("after a new act something is done again: %q", got)
	}
	w.keyboard(undo)
	w.keyboard(undo)
	if got := w.stored(id); got != ticked("one") {
		t.Errorf("%q", got)
	}
}

func TestAnActThatNoLongerFitsIsSaidAndDropped(t *testing.T) {
	w, id := listed(t)
	w.apply(notes.Change{Edits: []notes.LineEdit{{
		Op: notes.ReplaceLine, Note: id, Line: 3, Old: "todo: three (done)", New: "todo: three (done: on Monday)",
	}}})
	before := w.stored(id)
	w.keyboard(&fyne.ShortcutUndo{})
	if got := w.stored(id); got != before || !strings.HasSuffix(w.frame.said, "Can't undo: Ticked three. Something has changed since.") {
		t.Errorf("stored %q, said %q", got, w.frame.said)
	}
	w.keyboard(&fyne.ShortcutUndo{})
	if got := w.stored(id); !strings.Contains(got, "todo: two\n") || w.frame.said != "Undone: Ticked two" {
		t.Errorf("the one before: stored %q, said %q", got, w.frame.said)
	}
	w.keyboard(&fyne.ShortcutRedo{})
	w.keyboard(&fyne.ShortcutRedo{})
	if got := w.stored(id); got != before || w.canRedo() {
		t.Errorf("what was dropped is done again: %q", got)
	}
}

func TestAnActThatCannotBeWrittenStaysToBeTakenBack(t *testing.T) {
	w, id := listed(t)
	disk := w.filling()
	disk.full = true
	w.keyboard(&fyne.ShortcutUndo{})
	if w.stored(id) != ticked("one", "two", "three") || !w.canUndo() {
		t.Errorf("with a full disk: %q, %v", w.stored(id), w.acts)
	}
	disk.full = false
	w.keyboard(&fyne.ShortcutUndo{})
	if got := w.stored(id); got != ticked("one", "two") {
		t.Errorf("%q", got)
	}
}

func TestWhereUndoIsOfTheTextOrOfNothing(t *testing.T) {
	t.Run("the editor", func(t *testing.T) {
		w, id := listed(t)
		w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: id})
		w.win.Canvas().Focus(w.editor.Focusable())
		w.editor.SetCaret(0)
		w.types("x")
		w.keyboard(&fyne.ShortcutUndo{})
		if got := w.editor.Text(); got != ticked("one", "two", "three") || len(w.acts.done) != 3 {
			t.Errorf("%q, %d acts", got, len(w.acts.done))
		}
		w.runFromMenuBar("redo")
		if got := w.editor.Text(); !strings.HasPrefix(got, "x") || len(w.acts.done) != 3 {
			t.Errorf("from a menu bar: %q, %d acts", got, len(w.acts.done))
		}
	})
	t.Run("a field", func(t *testing.T) {
		w, id := listed(t)
		w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
		w.tapKey("topic/open")
		test.Type(w.win.Canvas().Focused(), "words")
		w.keyboard(&fyne.ShortcutUndo{})
		if w.stored(id) != ticked("one", "two", "three") {
			t.Error("undo in a field takes an act back")
		}
	})
	t.Run("a dialog", func(t *testing.T) {
		w, id := listed(t)
		help.ShowLabels(w.Shell)
		w.keyboard(&fyne.ShortcutUndo{})
		if w.stored(id) != ticked("one", "two", "three") {
			t.Error("undo works under a dialog")
		}
	})
	t.Run("their page", func(t *testing.T) {
		w, id := listed(t)
		w.visit(room.Place{Screen: room.TheirPage, Person: w.who("Ana").ID, Part: theirpage.Turned})
		if !w.looksOn() {
			t.Fatal("the page is not turned round")
		}
		w.keyboard(&fyne.ShortcutUndo{})
		if w.stored(id) != ticked("one", "two", "three") {
			t.Error("undo works while the person looks on")
		}
	})
	t.Run("another journal", func(t *testing.T) {
		w, _ := listed(t)
		if err := w.open(filepath.Join(t.TempDir(), "other.handback"), true); err != nil {
			t.Fatal(err)
		}
		if w.settle(); w.canUndo() || w.canRedo() {
			t.Errorf("%+v", w.acts)
		}
	})
	t.Run("a journal that can only be read", func(t *testing.T) {
		w, id := listed(t)
		w.journal = sealed{w.journal}
		w.keyboard(&fyne.ShortcutUndo{})
		if w.stored(id) != ticked("one", "two", "three") || w.canUndo() {
			t.Error("something is taken back")
		}
	})
}

func TestOnlyWhatTheUserDidCanBeTakenBack(t *testing.T) {
	w, _ := listed(t)
	before := len(w.acts.done)
	if err := w.Record(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: "x", Value: "y"}}}); err != nil {
		t.Fatal(err)
	}
	w.visit(room.Place{Screen: room.Today})
	w.apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: "x", Value: "z"}}})
	if len(w.acts.done) != before {
		t.Errorf("%d acts", len(w.acts.done))
	}
	for i := range mostActs + 5 {
		w.offerUndo(fmt.Sprint(i), notes.Change{})
	}
	if first := w.acts.done[0].say; len(w.acts.done) != mostActs || first != "5" {
		t.Errorf("%d acts, from %s on", len(w.acts.done), first)
	}
}

func TestUndoInTheMeetingReachesWhatWasDoneInIt(t *testing.T) {
	w := newWindow(t)
	ana, ben := w.who("Ana"), w.who("Ben")
	id := w.apply(notes.Change{Rows: []notes.Row{
		notes.NewNote{Person: ana.ID, Kind: notes.PlannedNote, Date: w.Today(), Body: "topic: the budget\nprivate: pay round\ntodo Ben: not for her\n"},
	}}).Made[0]
	w.doAndSay("private: pay round", "a line", id, "Handed back to "+ben.First())
	w.visit(room.Place{Screen: room.Prep, Person: ana.ID})
	w.Run("meeting.start")
	w.settle()
	w.win.Canvas().Unfocus()
	for _, sc := range []fyne.Shortcut{&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}} {
		w.keyboard(sc)
		if text := w.editor.Text() + w.frame.said; strings.Contains(text, "Ben") || strings.Contains(text, "pay round") {
			t.Fatalf("in view: %s", text)
		}
	}
	if w.canUndo() {
		t.Fatal("what was done before the one-on-one can be taken back in it")
	}
	w.doAndSay("topic: the budget", "topic: the budget (answered)", id, "Done")
	w.keyboard(&fyne.ShortcutUndo{})
	if got := w.stored(id); !strings.HasPrefix(got, "topic: the budget\n") || w.frame.said != "Undone: Done" {
		t.Errorf("stored %q, said %q", got, w.frame.said)
	}
	if text := w.editor.Text(); strings.Contains(text, "Ben") || !strings.Contains(text, "the budget") {
		t.Errorf("the editor shows %q", text)
	}
	w.guard = 0 // nobody looks on any more
	w.Go(room.Place{Screen: room.Today})
	w.settle()
	w.win.Canvas().Unfocus()
	w.keyboard(&fyne.ShortcutUndo{})
	if got := w.stored(id); !strings.Contains(got, "private: pay round") {
		t.Errorf("after it: %q", got)
	}
}

func TestWhatCameOfAnActIsNotSaidWhereItIsTakenBack(t *testing.T) {
	w, id := listed(t)
	w.doAndSay("todo: one (done)", "todo: 1 (done)", id, room.AndSay("Date changed", "One line is now due today."))
	if want := "Date changed. One line is now due today."; w.frame.said != want {
		t.Errorf("said %q, want %q", w.frame.said, want)
	}
	w.keyboard(&fyne.ShortcutUndo{})
	if want := "Undone: Date changed"; w.frame.said != want {
		t.Errorf("said %q, want %q", w.frame.said, want)
	}
}
