package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
	"handback/ui/room"
)

// laterCalls are calls that a test makes.
type laterCalls struct {
	take func(c Call, claim func() bool)
}

func (l *laterCalls) Watch(take func(c Call, claim func() bool)) (stop func()) {
	l.take = take
	return func() { l.take = nil }
}

func (*laterCalls) Same(a, b string) bool { return filepath.Clean(a) == filepath.Clean(b) }

// call makes a call and reports whether it was claimed.
func (l *laterCalls) call(w *window, c Call) (claimed bool) {
	l.take(c, func() bool { claimed = true; return true })
	if claimed {
		w.t.Error("claimed before the window came to it: one that hangs would claim too")
	}
	w.settle()
	return claimed
}

func calledWindow(t *testing.T) (*window, *laterCalls) {
	t.Helper()
	w, l := newWindow(t), &laterCalls{}
	w.Calls = l
	w.watchCalls()
	return w, l
}

func TestASecondStartShowsTheFirstWindow(t *testing.T) {
	w, l := calledWindow(t)
	own := w.journal.Path()
	w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
	at := w.Place()
	for _, c := range []Call{{}, {Journal: own}, {Journal: filepath.Dir(own) + "/./" + filepath.Base(own)}} {
		if !l.call(w, c) {
			t.Fatalf("%+v isn't claimed", c)
		}
		if w.journal.Path() != own || w.Place() != at {
			t.Errorf("%+v leads to %v in %s", c, w.Place(), w.journal.Path())
		}
	}
}

func TestASecondStartOpensAnotherJournal(t *testing.T) {
	w, l := calledWindow(t)
	ana := w.who("Ana").ID
	w.visit(room.Place{Screen: room.Notes, Person: ana})
	w.Run("note.new")
	w.settle()
	w.typeText("typed last")
	own, other := w.journal.Path(), filepath.Join(t.TempDir(), "other.handback")
	l.call(w, Call{Journal: other})
	if w.journal == nil || w.journal.Path() != other {
		t.Fatal("the other one isn't open")
	}
	l.call(w, Call{Journal: own})
	if got := w.bodies("Ana"); !strings.Contains(got, "typed last") {
		t.Errorf("%q", got)
	}
	l.call(w, Call{Sample: true})
	if !w.sample {
		t.Error("no sample team")
	}
}

// TestNothingOpensOverAMeeting calls while Ana looks on: nothing of another journal comes up, and its name isn't said.
func TestNothingOpensOverAMeeting(t *testing.T) {
	w, l := calledWindow(t)
	w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
	w.startMeeting()
	w.settle()
	own := w.journal.Path()
	for _, c := range []Call{{Journal: filepath.Join(t.TempDir(), "Ben.handback")}, {Sample: true}} {
		l.call(w, c)
		if w.journal.Path() != own || !w.inMeeting() || strings.Contains(w.frame.said, "Ben") {
			t.Errorf("%v, %q", w.Place(), w.frame.said)
		}
	}
}

func TestASecondStartFindsALockedWindow(t *testing.T) {
	w, v, _ := protectedWindow(t)
	l := &laterCalls{}
	w.Calls = l
	w.watchCalls()
	own := w.journal.Path()
	w.lock()
	w.settle()
	l.call(w, Call{Journal: own})
	if w.Place().Screen != room.Locked || w.journal != nil {
		t.Fatal(w.Place())
	}
	other := filepath.Join(v.folder, "other.handback")
	l.call(w, Call{Journal: other})
	if w.journal == nil || w.journal.Path() != other {
		t.Error("the other one isn't open")
	}
}

func TestAJournalThatCantBeOpenedLeavesTheFirstOpen(t *testing.T) {
	w, l := calledWindow(t)
	own := w.journal.Path()
	l.call(w, Call{Journal: filepath.Join(own, "below a file")})
	if w.journal == nil || w.journal.Path() != own || w.frame.said == "" {
		t.Errorf("open %v, says %q", w.journal != nil, w.frame.said)
	}
}

// TestAWindowThatIsNeededNoMoreGoes is one that only says that another doesn't answer, which it does now; one with a journal stays.
func TestAWindowThatIsNeededNoMoreGoes(t *testing.T) {
	w, l := calledWindow(t)
	l.call(w, Call{Answered: true})
	if w.stopped || w.journal == nil {
		t.Fatal("a journal was closed")
	}
	path := w.journal.Path()
	if err := w.closeJournal(); err != nil {
		t.Fatal(err)
	}
	w.cannotOpen(path, notes.ErrDamaged)
	l.call(w, Call{Answered: true})
	if w.stopped {
		t.Fatal("it went with what it had to say of a damaged journal")
	}
	w.cannotOpen(path, notes.ErrInUse)
	l.call(w, Call{Answered: true})
	if !w.stopped {
		t.Error("it stays, and says that the other window doesn't answer")
	}
}
