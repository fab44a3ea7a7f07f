package ui

import (
	"errors"
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
	if agenda := w.agenda("Ana"); len(agenda) != 1 || !strings.Contains(agenda[0].Text, "Choose the queue") {
		t.Errorf("the agenda has %+v", agenda)
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

// agenda is what is open on somebody's agenda.
func (w *window) agenda(first string) []notes.Filed {
	w.t.Helper()
	facts, err := w.journal.Facts(w.who(first).ID, w.Now())
	if err != nil {
		w.t.Fatal(err)
	}
	return facts.Agenda
}

func TestADecisionIsHandedBackOnceAndForAll(t *testing.T) {
	w, id := holding(t)
	w.apply(notes.Change{Edits: []notes.LineEdit{{
		Op: notes.ReplaceLine, Note: id, Line: 1, Old: "todo me: choose the queue #platform", New: "decided me: take Kafka #platform",
	}}})
	path := w.journal.Path()
	offered := func(want bool) {
		t.Helper()
		for _, screen := range []room.Screen{room.Today, room.Prep} {
			p, title := room.Place{Screen: screen}, "could be theirs"
			if screen == room.Prep {
				p.Person, title = w.who("Ana").ID, "Could be Ana's call"
			}
			w.visit(p)
			if strings.Contains(shown(w.frame.content), title) != want {
				t.Errorf("it is offered on %s: %v", screen, !want)
			}
		}
	}
	offered(true)
	w.visit(room.Place{Screen: room.Today})
	w.tabPrefix("handback.", ".back")
	w.key(fyne.KeyReturn)
	w.tab(widgets.DialogConfirm)
	w.key(fyne.KeyReturn)
	if got := w.stored(id); got != "decided me: take Kafka #platform\n" {
		t.Errorf("what was decided is now %q", got)
	}
	if agenda := w.agenda("Ana"); len(agenda) != 1 {
		t.Errorf("the agenda has %+v", agenda)
	}
	w.undoLast()
	w.settle()
	offered(true)
	if agenda := w.agenda("Ana"); len(agenda) != 0 {
		t.Errorf("taken back the agenda has %+v", agenda)
	}
	w.redoLast()
	w.settle()
	offered(false)
	if err := errors.Join(w.closeJournal(), w.open(path, false)); err != nil { // as the next start does
		t.Fatal(err)
	}
	w.settle()
	w.apply(notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: w.who("Ana").ID, Kind: notes.HeldNote, Date: "2025-12-01", Body: "- decided me: Take Kafka #platform\n",
	}}})
	offered(false)
	if agenda := w.agenda("Ana"); len(agenda) != 1 {
		t.Errorf("the agenda has %+v", agenda)
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
