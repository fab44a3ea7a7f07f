package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/whosecall"
	"handback/ui/room"
)

func (w *window) asksWhoseCall() bool {
	return strings.Contains(shown(w.frame.content), "Whose call is this?")
}

func (w *window) typeHere(text string) {
	w.win.Canvas().Focus(w.editor.Focusable())
	for _, r := range text {
		w.editor.Focusable().TypedRune(r)
	}
}

func TestWhoseCallIsAskedAfterAPauseAndAnswered(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "")
	w.typeHere("Told her to use Kafka for the queue.")
	w.pass(200 * time.Millisecond)
	if w.asksWhoseCall() {
		t.Fatal("asked while one types")
	}
	w.pass(2 * time.Second)
	if !w.asksWhoseCall() {
		t.Fatal("not asked")
	}
	w.win.Canvas().Unfocus()
	w.tab("whose.1.call")
	w.key(fyne.KeyRight)
	w.key(fyne.KeyRight)
	w.key(fyne.KeyRight)
	w.win.Canvas().Focused().TypedRune(' ')
	w.settle()
	if got := w.stored(id); got != "Told her to use Kafka for the queue.\ndecided Ana: told her to use Kafka for the queue" {
		t.Errorf("stored %q", got)
	}
	if w.asksWhoseCall() {
		t.Error("still asked")
	}
	if !strings.Contains(shown(w.frame.content), "Hand it back") {
		t.Error("the question is not offered")
	}
}

func TestTheQuestionGoesOnTheNextOneOnOne(t *testing.T) {
	w := newWindow(t)
	ana := w.who("Ana")
	planned := w.apply(notes.Change{Rows: []notes.Row{
		notes.NewNote{Person: ana.ID, Kind: notes.PlannedNote, Date: w.Today().AddDays(7)},
	}}).Made[0]
	w.writeNote(ana, "I'll rewrite her tender.\n")
	w.tapKey("whose.1.ask")
	if got := w.stored(planned); !strings.HasPrefix(got, "ask: ") || !strings.HasSuffix(strings.TrimSpace(got), "?") {
		t.Errorf("stored %q", got)
	}
	if w.asksWhoseCall() {
		t.Error("still asked")
	}
}

func TestAChipThatWasWavedAwayStaysAway(t *testing.T) {
	w := newWindow(t)
	ana := w.who("Ana")
	id := w.writeNote(ana, "I'll rewrite her tender.\n")
	w.tapKey("whose.1.away")
	w.visit(room.Place{Screen: room.Today})
	w.visit(room.Place{Screen: room.Notes, Person: ana.ID, Note: id})
	if w.asksWhoseCall() {
		t.Error("asked again")
	}
	verdicts, err := w.journal.Verdicts(w.Today())
	if err != nil || len(verdicts) != 1 || verdicts[0].Verdict != whosecall.DismissedVerdict || verdicts[0].Why != whosecall.Took {
		t.Errorf("%v %+v", err, verdicts)
	}
}

func TestTheMeetingViewAsksNothing(t *testing.T) {
	w, _ := meet(t, "Told her to use Kafka for the queue.\n")
	w.pass(2 * time.Second)
	if w.asksWhoseCall() {
		t.Error("asked in front of the person")
	}
}
