package ui

import (
	"time"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/room"
)

// checkSome checks a portion of what is on the disk off the UI goroutine, and the next one where nothing has changed meanwhile.
func (s *Shell) checkSome() {
	s.idle = nil
	journal := s.journal
	if journal == nil {
		return
	}
	more, began := false, s.Now()
	s.Background(func() (err error) {
		more, err = journal.CheckSome()
		return err
	}, func(err error) {
		if s.journal != journal {
			return // it is closed, which is no fault
		}
		s.Show(err)
		s.tellFound()
		if more && s.idle == nil {
			s.whenQuiet(s.checkSome, s.Now().Sub(began))
		}
	})
}

// checkRests is how many times as long as a portion of the checks took they rest before the next: the battery of a laptop that lies
// there pays for them. Where the journal is closed meanwhile they go on from there the next time.
const checkRests = 250

// whenQuiet does a portion of the checks soon, but not while somebody goes through the screens: a click would wait for it, and the
// checks of a large journal take hours. What makes search whole doesn't wait for that. took is how long the portion before it took.
func (s *Shell) whenQuiet(portion func(), took time.Duration) {
	rest := max(idleAgain, checkRests*took)
	if s.used {
		rest, s.used = max(rest, idleAfter), false
	}
	s.idle = s.After(rest, func() {
		if s.used {
			s.whenQuiet(portion, took)
			return
		}
		portion()
	})
}

// tellFound says once that something was found wrong with the journal, where nobody looks on.
func (s *Shell) tellFound() {
	found := s.journal.Found()
	if len(found) == s.told || !s.free() {
		return
	}
	more := len(found) > s.told
	s.told = len(found)
	s.frame.redraw()
	if !more {
		return
	}
	if s.Place().Screen == room.Health {
		s.changed()
		return
	}
	s.Say(voice.T("Something in your journal doesn't match what you saved. The journal check shows what changed and what to do."))
}

// mend makes lists and search anew in the journal at path, and opens it.
func (s *Shell) mend(path string, done func(error)) {
	var found notes.Found
	s.Background(func() (err error) {
		found, err = s.Journals.Mend(path)
		return err
	}, func(err error) {
		if err != nil {
			done(err)
			s.focusRoom()
			return
		}
		if err := s.open(path, false); err != nil {
			done(err)
			return
		}
		s.Say(voice.T("Lists and search were damaged and have been rebuilt. The damaged file is kept: {path}", "path", found.Path))
	})
}
