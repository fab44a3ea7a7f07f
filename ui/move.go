package ui

import (
	"errors"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/moving"
	"handback/ui/room"
	"handback/ui/settings"
	"handback/ui/widgets"
)

// Mover moves closed journals. Journals that can't have no such button.
type Mover interface {
	// Move brings a journal, with all that goes with it, to another folder, and returns where it is then. Nothing of it goes
	// from the old folder before the copy was read back and compared; where it returns an error everything is as it was.
	Move(path, folder string, progress func(done, of int64) error) (at string, err error)
	// LeftBehind are copies of the journal that stay where it was moved from.
	LeftBehind(from string) ([]string, error)
}

// Rememberer knows how each journal was left on this computer.
type Rememberer interface {
	// Missing is why a journal that was moved isn't there, a sentence; nil where it is, or where none was moved.
	Missing() error
	// Seen returns a sentence where the journal is older than the one that was left here last, "" else; Leaves is told of it
	// before it is closed.
	Seen(Opened, notes.Locale) (older string)
	Leaves(Opened) error
}

var _ settings.Mover = (*Shell)(nil)

// errStopped ends a move that the manager cancelled.
var errStopped = errors.New("cancelled")

// CanMove implements settings.Mover.
func (s *Shell) CanMove() bool {
	_, ok := s.Journals.(Mover)
	return ok && s.journal != nil && !s.sample && !s.readOnly()
}

// transfer is a move that is under way.
type transfer struct {
	page      *moving.Page
	folder    string
	done, of  atomic.Int64
	cancelled atomic.Bool
	ended     bool
}

// lookHowFar is how often it is looked how far a move is.
const lookHowFar = 150 * time.Millisecond

// MoveJournal implements settings.Mover: it closes the journal, moves it, and opens it where it is then.
func (s *Shell) MoveJournal(folder string) error {
	mover, ok := s.Journals.(Mover)
	if !ok || !s.CanMove() {
		return notes.Invalid{Why: voice.T("This journal can't be moved.")}
	}
	path := s.journal.Path()
	if err := s.closeJournal(); err != nil {
		return err
	}
	s.trip = &transfer{folder: folder}
	s.begin(room.Place{Screen: room.Moving, Text: folder})
	t, at, left := s.trip, "", []string(nil)
	s.lookHowFar(t)
	s.Background(func() (err error) {
		at, err = mover.Move(path, folder, func(done, of int64) error {
			t.done.Store(done)
			t.of.Store(of)
			if t.cancelled.Load() {
				return errStopped
			}
			return nil
		})
		if err == nil {
			left, _ = mover.LeftBehind(path) // a folder that can't be listed any more has none that anybody could be told of
		}
		return err
	}, func(err error) {
		t.ended = true
		s.moved(path, at, left, err)
	})
	return nil
}

// movingPage shows the move that is under way; without one, as after a step back, the ways to begin.
func (s *Shell) movingPage(p room.Place) room.Room {
	if s.trip == nil {
		return waysToBegin(s, p)
	}
	t := s.trip
	t.page = moving.New(t.folder, func() { t.cancelled.Store(true) })
	return t.page
}

func (s *Shell) lookHowFar(t *transfer) {
	if t.ended {
		return
	}
	if t.page != nil {
		t.page.Far(t.done.Load(), t.of.Load())
	}
	s.After(lookHowFar, func() { s.lookHowFar(t) })
}

// moved opens the journal where it is now: in its new place, or in the old one where something went wrong.
func (s *Shell) moved(from, at string, left []string, why error) {
	s.trip = nil
	path := from
	if why == nil {
		path = at
	}
	err := s.openThen(path, notes.Secret{}, func() {
		s.Go(room.Place{Screen: room.Settings, Part: settings.PartWhere})
		switch {
		case errors.Is(why, errStopped):
			s.Say(voice.T("Cancelled. Your journal is where it was."))
		case why != nil:
			s.Show(why)
		default:
			s.Say(voice.T("Your journal is now in {folder}", "folder", path))
		}
		if len(left) > 0 {
			s.sayLeftBehind(left)
		}
	})
	if err != nil {
		s.cannotOpen(path, err)
	}
}

// sayLeftBehind names the copies that stay where the journal was.
func (s *Shell) sayLeftBehind(left []string) {
	parts := []fyne.CanvasObject{widgets.NewPara(14, widgets.Plain(voice.N(len(left),
		"A copy stays in the old folder. Handback didn't make it, so it isn't deleted:",
		"Copies stay in the old folder. Handback didn't make them, so they aren't deleted:"))).Lead(21)}
	for _, l := range left {
		parts = append(parts, widgets.NewPara(13, widgets.Strong(l)).Lead(19))
	}
	parts = append(parts, widgets.NewPara(14, widgets.Plain(
		voice.T("Anyone who can open that folder can read it. Clear out what you don't need."))).Lead(21))
	widgets.NewDialog(s.win.Canvas(), voice.T("Your journal has moved"), "", nil, parts...).Wide(560).Show(nil)
}

// missing is why the user's own journal isn't where it was moved to.
func (s *Shell) missing(path string) error {
	if r, ok := s.Journals.(Rememberer); ok && path == "" {
		return r.Missing()
	}
	return nil
}

// sayIfOlder tells once where a journal is older than the one that was left here. What the manager has just restored is the one
// that is left from now on: also a start after a kill has nothing to tell of it.
func (s *Shell) sayIfOlder() {
	r, ok := s.Journals.(Rememberer)
	if !ok || s.sample || s.isBackup() {
		return
	}
	restored := s.wanted == s.journal.Path()
	s.wanted = ""
	if restored {
		s.remember()
		return
	}
	if older := r.Seen(s.journal, s.Locale()); older != "" {
		s.Say(older)
	}
}

// copiesAfter is how long after the start it is looked whether a sync program put copies beside the journal.
const copiesAfter = 5 * time.Second

// lookForCopies tells of copies that a sync program put beside the journal; Settings shows and merges them.
func (s *Shell) lookForCopies() {
	journal := s.journal
	lying, ok := journal.(settings.Lying)
	if !ok || s.sample {
		return
	}
	s.After(copiesAfter, func() {
		if s.journal != journal {
			return
		}
		var found []notes.ConflictCopy
		s.Background(func() (err error) {
			found, err = lying.ConflictCopies()
			return err
		}, func(err error) {
			if err == nil && len(found) > 0 && s.journal == journal && !s.looksOn() { // an error is shown in Settings
				s.Say(voice.N(len(found), "There's a second copy of your journal, perhaps from another computer. You can combine them in Settings.",
					"There are {n} more copies of your journal, perhaps from another computer. You can combine them in Settings."))
			}
		})
	})
}

// remember keeps how the journal that is about to be closed was left.
func (s *Shell) remember() {
	if r, ok := s.Journals.(Rememberer); ok && !s.sample && !s.isBackup() {
		_ = r.Leaves(s.journal) // what isn't remembered is only not told
	}
}
