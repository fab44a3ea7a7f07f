package ui

import (
	"errors"
	"time"

	"handback/notes"
	"handback/notes/prompt"
	"handback/ui/widgets"
)

// Apply implements room.Host: the one path of a change.
func (s *Shell) Apply(change notes.Change, say string) (notes.Applied, error) {
	applied, err := s.commit(change)
	if err != nil {
		s.Show(err)
		return notes.Applied{}, widgets.Said(err)
	}
	if say != "" {
		s.offerUndo(say, applied.Undo)
	}
	return applied, nil
}

// ApplySlowly implements room.Host.
func (s *Shell) ApplySlowly(change notes.Change, say string, done func(notes.Applied, error)) {
	fail := func(err error) {
		s.Show(err)
		done(notes.Applied{}, widgets.Said(err))
	}
	if why, ro := s.journal.ReadOnly(); ro {
		fail(notes.Invalid{Why: why})
		return
	}
	if err := s.draft.Flush(); err != nil {
		fail(err)
		return
	}
	journal := s.journal
	var applied notes.Applied
	s.Clock.Background(func() (err error) {
		applied, err = journal.Apply(change)
		return err
	}, func(err error) {
		if s.journal != journal {
			return // it was closed, which waited for this
		}
		if err == nil {
			err = errors.Join(s.draft.Refreshed(), s.draft.Replay(applied.Edits, applied.Revs))
			s.changed()
		}
		if err != nil {
			fail(err)
			return
		}
		if say != "" {
			s.offerUndo(say, applied.Undo)
		}
		done(applied, nil)
	})
}

// Questions implements room.Host.
func (s *Shell) Questions(f notes.PromptFacts) []prompt.Prompt { return s.chosen.Of(f) }

// Record implements room.Host.
func (s *Shell) Record(change notes.Change) error {
	_, err := s.journal.Apply(change)
	s.Show(err)
	return widgets.Said(err)
}

// commit flushes the draft, commits the change and replays its edits into the open editor.
func (s *Shell) commit(change notes.Change) (notes.Applied, error) {
	if why, ro := s.journal.ReadOnly(); ro {
		return notes.Applied{}, notes.Invalid{Why: why}
	}
	if err := s.draft.Flush(); err != nil {
		return notes.Applied{}, err
	}
	applied, err := s.journal.Apply(change)
	if err != nil {
		return notes.Applied{}, err
	}
	s.purgeForms(change)
	err = errors.Join(s.draft.Refreshed(), s.draft.Replay(applied.Edits, applied.Revs))
	s.changed()
	return applied, err
}

// changed reloads what is in view once, after whatever the UI goroutine is doing now.
func (s *Shell) changed() {
	if s.waiting {
		return
	}
	s.waiting = true
	s.Clock.Soon(func() {
		s.waiting = false
		s.reload()
	})
}

// reload reads what the shell itself shows, then lets the room in view read.
func (s *Shell) reload() {
	if s.journal == nil || s.stopped {
		return
	}
	if s.covered != nil || s.curtain != nil {
		s.stale = true // or what had the focus there would lose it
		return
	}
	if err := s.read(); err != nil {
		s.Show(err)
		return
	}
	s.frame.redraw()
	if s.room != nil {
		s.Show(s.room.Reload())
	}
	s.planIdle()
	s.planFolder()
	s.planBackup(backUpAfterChange)
	s.planRest()
	if s.idleLock == nil { // it may have been chosen just now
		s.planIdleLock()
	}
	s.planReminder()       // a one-on-one may be at another time now
	if s.calendar == nil { // it may have been chosen just now
		s.planCalendar(calendarAgain)
	}
}

// read reads people, roster and the words for labels.
func (s *Shell) read() error {
	people, err := s.journal.People()
	if err != nil {
		return err
	}
	roster, err := s.journal.Roster(s.Now())
	if err != nil {
		return err
	}
	undecided, err := s.journal.Undecided()
	if err != nil {
		return err
	}
	words, err := s.journal.Setting(notes.SettingLabelWords)
	if err != nil {
		return err
	}
	s.roster, s.undecided = roster, undecided
	s.readBy(people, notes.ReadLabelWords(words))
	return nil
}

// idleAfter is how long nothing must have changed before housekeeping, and nobody touched anything before each portion of the checks.
const idleAfter = 3 * time.Second

// idleAgain is how long it rests between two portions of it, so that a key never waits for more than one.
const idleAgain = 20 * time.Millisecond

// planIdle does the journal's housekeeping once nothing has changed for a while.
func (s *Shell) planIdle() {
	if s.idle != nil {
		s.idle()
	}
	s.idle = s.Clock.After(idleAfter, s.idleSome)
}

// idleSome does a portion of the housekeeping off the UI goroutine, and the next one where nothing has changed meanwhile.
func (s *Shell) idleSome() {
	s.idle = nil
	journal := s.journal
	if journal == nil {
		return
	}
	more := false
	s.Clock.Background(func() (err error) {
		more, err = journal.IdleSome()
		return err
	}, func(err error) {
		if s.journal != journal {
			return // it is closed, which is no fault
		}
		s.Show(err)
		if more && s.idle == nil { // else something changed, and it goes on after that
			s.idle = s.Clock.After(idleAgain, s.idleSome)
		}
		if !more && err == nil && s.idle == nil {
			s.whenQuiet(s.checkSome, 0)
		}
	})
}
