package ui

import (
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2/canvas"

	"handback/notes"
	"handback/notes/whosecall"
	_ "handback/ui/letgo" // has Fyne keep less of what left the screen
)

// askedAfter is how long nothing must have been shown anew before the question of the person in view is chosen again: that it was shown
// is a fact of theirs, and whoever comes back to them would wait for it. Nobody has read the screen by then.
const askedAfter = 500 * time.Millisecond

// soonAfter is how long nothing must have been shown anew before what the last screens left is collected and given back:
// who goes through all people leaves several times what is in view.
const soonAfter = 2 * time.Second

// restAfter is how long nothing must have been shown anew before the window rests. Fyne keeps what it drew of a screen
// that was left (renderers, textures, sizes of texts) for letgo.After, and looks for what has expired only when it paints:
// a window that nobody touches would hold the last screens for good.
const restAfter = 40 * time.Second

// restSettles is how long after that painting Fyne has looked through all of its caches: it does so every ten seconds.
const restSettles = 12 * time.Second

// freeMemory collects what is garbage and gives it to the system. Tests, which leave hundreds of windows behind in one process,
// do without it: each time takes longer than the one before.
var freeMemory = debug.FreeOSMemory

// planRest plans how the memory of screens that were left is given back: at once what nobody holds, and what Fyne holds
// after the one painting in which it lets go.
func (s *Shell) planRest() {
	if s.rest != nil {
		s.rest()
	}
	s.rest = s.Clock.After(askedAfter, func() {
		s.readAgain()
		s.rest = s.Clock.After(soonAfter-askedAfter, func() {
			s.readAhead()
			s.rest = s.Clock.After(restAfter-soonAfter, s.restNow)
		})
	})
}

// restNow has Fyne let go of what left the screen, and gives that back too.
func (s *Shell) restNow() {
	canvas.Refresh(s.frame.under)
	s.rest = s.Clock.After(restSettles, func() {
		s.rest = nil
		if s.journal != nil {
			s.Show(s.journal.Rest())
		}
		s.giveBack()
	})
}

// readAgain reads in the background what the screens of the person in view ask for, and chooses their question, where something was
// written since.
func (s *Shell) readAgain() {
	journal, chosen, now := s.journal, s.chosen, s.Now()
	p := s.Person(s.Place().Person)
	if journal == nil || p.Kind != notes.KindReport || !p.Active(s.Today()) {
		return
	}
	s.Clock.Background(func() error {
		f, err := journal.PromptFacts(p.ID, now)
		if err == nil {
			chosen.Of(f)
		}
		return err
	}, func(error) {}) // whoever asks for it is told
}

// readAhead reads in the background what the next click is most likely to ask for, chooses the questions, whose words are read
// for it, and gives back what memory that took and what the last screens left.
func (s *Shell) readAhead() {
	journal, chosen, now := s.journal, s.chosen, s.Now()
	if journal == nil {
		s.giveBack()
		return
	}
	s.Clock.Background(func() error {
		read, err := journal.ReadAhead(now)
		for _, f := range read {
			chosen.Of(f)
			if f.LastHeld != nil {
				whosecall.Chips(whosecall.Scene{Note: *f.LastHeld, Person: f.Person, Today: f.Today, Words: f.Words}, 1, 1)
			}
		}
		freeMemory()
		return err
	}, func(error) {}) // whoever asks for it is told
}

func (s *Shell) giveBack() {
	s.Clock.Background(func() error { freeMemory(); return nil }, func(error) {})
}
