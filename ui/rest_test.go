package ui

import (
	"testing"
	"time"

	"handback/notes"
	"handback/ui/room"
)

// TestAWindowThatNobodyTouchesRestsOnce: soon after the last screen the memory of those before it is given back; then it is
// painted once, so that Fyne lets go of what left it, gives back that too, and does nothing more.
func TestAWindowThatNobodyTouchesRestsOnce(t *testing.T) {
	w := newWindow(t)
	w.pass(10 * time.Minute)
	if w.rest != nil {
		t.Fatal("after ten minutes a rest is still planned")
	}
	for _, screen := range []room.Screen{room.Team, room.Today, room.Trash} {
		w.visit(room.Place{Screen: screen})
		w.pass(time.Second)
	}
	if n := w.planned(soonAfter); n != 1 {
		t.Errorf("%d times the memory is to be given back after three screens", n)
	}
	w.pass(soonAfter)
	if n := w.planned(restAfter - soonAfter); n != 1 {
		t.Errorf("%d rests are planned after three screens", n)
	}
	w.pass(restAfter - soonAfter)
	if n := w.planned(restSettles); n != 1 {
		t.Errorf("%d times the memory is to be given back after the painting", n)
	}
	w.pass(time.Hour)
	if w.rest != nil || len(w.clock.timers) != 1 {
		t.Errorf("it goes on: %d timers, of which one looks at the clock", len(w.clock.timers))
	}
}

// TestWhatSomebodyIsAskedIsChosenBeforeOneComesBack: that a question was shown has the facts of its person read again, soon after the
// screen was shown and not by the next click.
func TestWhatSomebodyIsAskedIsChosenBeforeOneComesBack(t *testing.T) {
	w := newWindow(t)
	ana := w.who("Ana").ID
	w.visit(room.Place{Screen: room.Growth, Person: ana})
	w.pass(soonAfter)
	shown := notes.PromptEvent{Person: ana, Kind: "praise", Key: "praise.1", Text: "What went well?", Shown: w.Today()}
	if err := w.Record(notes.Change{Rows: []notes.Row{shown}}); err != nil {
		t.Fatal(err)
	}
	w.visit(room.Place{Screen: room.Praise, Person: ana})
	w.pass(askedAfter)
	read, err := w.journal.ReadAhead(w.Now())
	if err != nil || len(read) > 0 {
		t.Errorf("it is still to be read: %v %v", read, err)
	}
}

// planned counts the timers that fall due within a time, a second of it over at most.
func (w *window) planned(d time.Duration) (n int) {
	for _, timer := range w.clock.timers {
		if left := timer.at.Sub(w.clock.now); timer.live && left <= d && left > d-2*time.Second {
			n++
		}
	}
	return n
}
