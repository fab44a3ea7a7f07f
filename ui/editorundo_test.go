package ui

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
)

func (w *window) typeText(text string) {
	for _, r := range text {
		if r == '\n' {
			w.editor.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		} else {
			w.editor.Focusable().TypedRune(r)
		}
	}
	w.settle()
}

func TestUndoOutlivesLeavingANote(t *testing.T) {
	w := newWindow(t)
	first := w.writeNote(w.who("Ana"), "one\n")
	w.editor.SetCaret(4)
	w.typeText("two")
	second := w.writeNote(w.who("Ben"), "other\n")
	w.editor.SetCaret(0)
	w.typeText("an ")
	w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: first})
	w.editor.Undo()
	if got := w.editor.Text(); got != "one\n" {
		t.Errorf("undone after coming back: %q", got)
	}
	w.visit(room.Place{Screen: room.Notes, Person: w.who("Ben").ID, Note: second})
	w.editor.Undo()
	w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: first})
	w.editor.Redo()
	if got := w.editor.Text(); got != "one\ntwo" {
		t.Errorf("done again after coming back: %q", got)
	}
	if got := w.stored(second); got != "other\n" {
		t.Errorf("the other note is %q", got)
	}
}

func TestUndoOutlivesAWriteFromElsewhereAndAnotherLook(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "todo: a\n")
	w.editor.SetCaret(8)
	w.typeText("two")
	w.visit(room.Place{Screen: room.Today})
	w.apply(notes.Change{Edits: []notes.LineEdit{{Note: id, Line: 1, Old: "todo: a", New: "todo: a (done 2025-12-02)"}}})
	w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: id})
	w.again()
	for _, want := range []string{"todo: a\ntwo", "todo: a\n"} {
		w.editor.Undo()
		if got := w.editor.Text(); got != want {
			t.Errorf("undone it is %q, not %q", got, want)
		}
	}
}

func TestAnotherJournalsNotesHaveAnUndoOfTheirOwn(t *testing.T) {
	w := newWindow(t)
	w.writeNote(w.who("Ana"), "mine\n")
	w.editor.SetCaret(5)
	w.typeText("secret")
	w.editor.Undo()
	if err := w.open(filepath.Join(t.TempDir(), "second.handback"), true); err != nil {
		t.Fatal(err)
	}
	w.settle()
	w.apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere}}})
	w.writeNote(w.who("Ana"), "mine\n")
	w.editor.Redo()
	if got := w.editor.Text(); got != "mine\n" {
		t.Errorf("the text of another journal came back: %q", got)
	}
}

// TestTheMeetingsUndoHoldsNoFoldedLine writes at random in the notes, in the meeting and from elsewhere. Each time the
// meeting is entered, all that can be undone and done again there shows no line that is folded, or would be.
func TestTheMeetingsUndoHoldsNoFoldedLine(t *testing.T) {
	aloneUnderRace(t)
	pieces := []string{
		"private: pay in March", "  below it", "todo Ben: not for her", "words", "todo: plan", "topic: budget", "", "private last", "her pay",
	}
	restored := 0
	for seed := range uint64(12) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(seed, 7))
			piece := func() string { return pieces[rnd.IntN(len(pieces))] }
			w, id := meet(t, strings.Join([]string{piece(), piece(), piece(), piece()}, "\n"))
			ana := w.who("Ana")
			for range 14 {
				switch rnd.IntN(5) {
				case 0:
					w.visit(room.Place{Screen: room.Notes, Person: ana.ID, Note: id})
					w.scribble(rnd, piece())
				case 1, 2:
					w.visit(room.Place{Screen: room.Meeting, Person: ana.ID, Note: id})
					w.scribble(rnd, piece())
				case 3: // another program, while it is open or not
					n, err := w.journal.Note(id)
					if err == nil {
						_, err = w.journal.SaveBody(id, n.Rev, n.Body+"\n"+piece())
					}
					if err != nil {
						t.Fatal(err)
					}
					w.pass(2 * time.Second)
				case 4:
					w.visit(room.Place{Screen: room.Today})
				}
				w.visit(room.Place{Screen: room.Today})
				w.visit(room.Place{Screen: room.Meeting, Person: ana.ID, Note: id})
				restored += w.showsNoFolded(id)
			}
		})
	}
	if restored == 0 {
		t.Error("the meeting's undo never outlived leaving it")
	}
}

// scribble writes a line somewhere, or takes back or does again.
func (w *window) scribble(rnd *rand.Rand, line string) {
	w.editor.SetCaret(rnd.IntN(len([]rune(w.editor.Text())) + 1))
	w.typeText("\n" + line + "\n")
	for range rnd.IntN(8) {
		w.editor.Undo()
	}
	if err := w.draft.Flush(); err != nil {
		w.t.Fatal(err)
	}
	w.settle()
}

// showsNoFolded undoes all, does all again and comes back to where it was; it tells how many texts were seen.
func (w *window) showsNoFolded(id notes.NoteID) int {
	w.t.Helper()
	n, err := w.journal.Note(id)
	if err != nil {
		w.t.Fatal(err)
	}
	in := w.Context(n.Person, n.Date)
	shows := notes.Project(n.Body, in).Showing(in)
	now := strings.Split(w.editor.Text(), "\n") // a line may stand there twice, once of them folded
	seen := 0
	look := func() {
		for _, line := range strings.Split(w.editor.Text(), "\n") {
			if line != "" && !slices.Contains(now, line) && !shows(line) {
				w.t.Fatalf("undo shows %q of\n%s", line, n.Body)
			}
		}
	}
	look()
	back := 0
	for before := w.editor.Text(); ; before = w.editor.Text() {
		if w.editor.Undo(); w.editor.Text() == before {
			break
		}
		look()
		back++
		seen++
	}
	for before := w.editor.Text(); ; before = w.editor.Text() {
		if w.editor.Redo(); w.editor.Text() == before {
			break
		}
		look()
		back--
		seen++
	}
	for ; back < 0; back++ {
		w.editor.Undo()
	}
	return seen
}

func TestALongNoteIsSplitAndNoWordIsLost(t *testing.T) {
	aloneUnderRace(t)
	w := newWindow(t)
	var body strings.Builder
	for i := range 9000 {
		fmt.Fprintf(&body, "todo: number %d of a very long list of things\n  private below %d\n", i, i)
	}
	id := w.writeNote(w.who("Ana"), body.String())
	w.tapKey("note.editor/reader/split")
	list, err := w.journal.NotesOf(w.who("Ana").ID, 1000)
	if err != nil || len(list) < 10 {
		t.Fatalf("%d notes, %v", len(list), err)
	}
	all := 0
	for _, n := range list {
		all += strings.Count(w.stored(n.ID), "todo: number")
	}
	if all != 9000 || len(w.stored(id)) > 60_000 {
		t.Errorf("%d lines are left, %d characters in the first note", all, len(w.stored(id)))
	}
	w.editor.FocusHere()
	if first := w.stored(id); w.editor.Text() != first {
		t.Error("the editor does not show the first note")
	}
	kept, err := w.journal.Revisions(id)
	whole := func(r notes.Revision) bool { return r.Body == body.String() }
	if err != nil || !slices.ContainsFunc(kept, whole) {
		t.Errorf("%d earlier versions, %v", len(kept), err)
	}
}

// TestCtrlZInTheNoteTakesBackWhatTheWindowOffers: the keyboard is in the note, but the last thing that was done is what the
// window speaks of; once something is typed, that is.
func TestCtrlZInTheNoteTakesBackWhatTheWindowOffers(t *testing.T) {
	w, id := listed(t)
	w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: id})
	w.win.Canvas().Focus(w.editor.Focusable())
	other := w.writeNote(w.who("Ben"), "todo: call\n")
	w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: id})
	w.win.Canvas().Focus(w.editor.Focusable())
	w.doAndSay("todo: call", "todo: call (done)", other, "Ticked call")
	undo, redo := &fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}
	w.keyboard(undo)
	if got := w.stored(other); got != "todo: call\n" {
		t.Fatalf("after Ctrl+Z the other note is %q", got)
	}
	w.keyboard(redo)
	if got := w.stored(other); got != "todo: call (done)\n" {
		t.Fatalf("after Ctrl+Y the other note is %q", got)
	}
	w.keyboard(undo)
	w.doAndSay("todo: call", "todo: call (done)", other, "Ticked call")
	before := w.editor.Text()
	w.editor.SetCaret(0)
	w.typeText("x")
	w.keyboard(undo)
	if got := w.editor.Text(); got != before || w.stored(other) != "todo: call (done)\n" {
		t.Errorf("after typing Ctrl+Z makes the note %q and the other %q", got, w.stored(other))
	}
	w.pass(undoFor + time.Second)
	w.keyboard(undo)
	if got := w.stored(other); got != "todo: call (done)\n" {
		t.Errorf("without an offer it is taken back: %q", got)
	}
}
