package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/widgets"
)

// holding gives Ana an area that is hers, a call she made in it, and an action in it that I hold; it shows Today.
func holding(t *testing.T) (*window, notes.NoteID) {
	t.Helper()
	w := newWindow(t)
	ana := w.who("Ana").ID
	w.apply(notes.Change{Rows: []notes.Row{
		notes.AreaLevel{Person: ana, Tag: "platform", DatedLevel: notes.DatedLevel{From: "2025-09-01", Level: notes.Advise}},
		notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: "2025-11-06", Body: "decided Ana: keep the old tool #platform\n"},
	}})
	made := w.apply(notes.Change{Rows: []notes.Row{
		notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: "2025-11-20", Body: "todo me: choose the queue #platform\n"},
	}})
	w.visit(room.Place{Screen: room.Today})
	return w, made.Made[0]
}

func TestHandingBackFromTheQueueIsOneKeyAndCanBeUndone(t *testing.T) {
	w, id := holding(t)
	w.tabPrefix("handback.", ".back")
	w.key(fyne.KeyReturn)
	w.tab(widgets.DialogConfirm)
	w.key(fyne.KeyReturn)
	if got := w.stored(id); got != "todo Ana: choose the queue #platform\n" && got != "todo: choose the queue #platform\n" {
		t.Errorf("the line is %q", got)
	}
	planned, err := w.journal.PlannedNote(w.who("Ana").ID)
	if err != nil || !strings.Contains(planned.Body, "ask") || !strings.Contains(planned.Body, "choose the queue") {
		t.Errorf("the agenda has %q, %v", planned.Body, err)
	}
	if text := shown(w.frame.content); strings.Contains(text, "they could take") {
		t.Errorf("it is still in the queue:\n%s", text)
	}
	w.undoLast()
	w.settle()
	if got := w.stored(id); got != "todo me: choose the queue #platform\n" {
		t.Errorf("taken back the line is %q", got)
	}
}

func TestWhatIsMineToKeepIsNotAskedAgain(t *testing.T) {
	w, id := holding(t)
	w.tabPrefix("handback.", ".back")
	w.key(fyne.KeyReturn)
	w.tapOverlay("handback.keep")
	for _, r := range "only I may sign" {
		w.win.Canvas().Focused().TypedRune(r)
	}
	w.tab(widgets.DialogConfirm)
	w.key(fyne.KeyReturn)
	if text := shown(w.frame.content); strings.Contains(text, "they could take") {
		t.Errorf("it is asked again:\n%s", text)
	}
	verdicts, err := w.journal.Verdicts(w.Today())
	if err != nil || len(verdicts) != 1 || verdicts[0].Why != "only I may sign" {
		t.Errorf("%+v, %v", verdicts, err)
	}
	if got := w.stored(id); got != "todo me: choose the queue #platform\n" {
		t.Errorf("the line is %q", got)
	}
}

// tabPrefix goes on to the first control whose key begins and ends so.
func (w *window) tabPrefix(begin, end string) {
	w.t.Helper()
	for range 200 {
		if f, ok := w.win.Canvas().Focused().(interface{ FocusKey() string }); ok && strings.HasPrefix(f.FocusKey(), begin) &&
			strings.HasSuffix(f.FocusKey(), end) {
			return
		}
		w.win.Canvas().FocusNext()
	}
	w.t.Fatalf("Tab reaches no %s…%s", begin, end)
}

// tapOverlay taps a control of the dialog on top.
func (w *window) tapOverlay(key string) {
	w.t.Helper()
	w.tab(key)
	w.win.Canvas().Focused().(fyne.Tappable).Tapped(nil)
	w.settle()
}
