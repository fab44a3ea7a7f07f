package ui

import (
	"errors"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/prompt"
	"handback/notes/voice"
	"handback/ui/problem"
	"handback/ui/room"
	"handback/ui/widgets"
)

// open opens the journal at path in place of the one that is open.
func (s *Shell) open(path string, create bool) error {
	j, err := s.Journals.Open(path, create)
	if err != nil {
		return err
	}
	return s.use(j, false)
}

// openSample opens the sample team in place of the journal that is open.
func (s *Shell) openSample() error {
	j, err := s.Journals.Sample()
	if err != nil {
		return err
	}
	return s.use(j, true)
}

// use shows a journal. The one that was open is closed first, with all that was typed saved.
func (s *Shell) use(j Opened, sample bool) error {
	if err := s.closeJournal(); err != nil {
		return errors.Join(err, j.Close())
	}
	s.journal, s.sample = j, sample
	s.trail, s.names = newTrail(), nil
	if err := s.read(); err != nil {
		s.journal = nil
		return errors.Join(err, j.Close())
	}
	unread := s.useForms()
	s.applyLook()
	s.frame.rebuild()
	if !s.shown {
		s.win.Resize(s.lastSize())
	}
	p, unknown := s.lastPlace()
	s.trail.visit(p)
	s.enter(p)
	s.Show(errors.Join(unknown, unread))
	if why, ro := j.ReadOnly(); ro {
		s.Say(why)
	}
	if aside := j.SetAside(); aside != "" {
		s.Say(voice.T("An earlier journal left unsaved changes in this folder. They're kept, and aren't part of this journal: {path}",
			"path", aside))
	}
	s.sayIfOlder()
	s.lookForCopies()
	s.planIdle()
	s.planFolder()
	s.calendarRead = ""
	s.planCalendar(calendarSoon)
	return nil
}

// closeJournal saves what is open and lets the journal go.
func (s *Shell) closeJournal() error {
	if s.journal == nil {
		return nil
	}
	if err := s.journal.InPlace(); err != nil {
		return err // what was saved would go with the file that is open
	}
	if !s.leave() {
		return notes.Invalid{Why: voice.T("The open note couldn't be saved, so it stays open.")}
	}
	s.forgetUndo()
	s.acts = acts{}
	s.guard = 0
	s.room = nil
	s.forgetTexts()
	s.closeForms()
	_ = errors.Join(s.putPlace(), s.keepSize()) // where a full disk keeps neither, the window closes all the same
	s.remember()
	j := s.journal
	s.journal, s.chosen = nil, &prompt.Chosen{}
	return j.Close()
}

// forgetTexts forgets what can be undone: another journal's notes have the same numbers.
func (s *Shell) forgetTexts() {
	s.texts = widgets.NewTexts()
	if s.editor != nil {
		s.editor.Texts = s.texts
		s.editor.SetText("")
	}
}

// firstRun shows the three ways to begin.
func (s *Shell) firstRun() { s.begin(room.Place{Screen: room.FirstRun}) }

// cannotOpen says why the journal at path can't be opened, and what can be done.
func (s *Shell) cannotOpen(path string, why error) {
	s.wrong, s.damaged = sentence(why), errors.Is(why, notes.ErrDamaged) || errors.Is(why, notes.ErrNotOurs)
	s.begin(room.Place{Screen: room.Problem, Text: path})
}

// begin shows a place without a journal.
func (s *Shell) begin(p room.Place) {
	s.trail = newTrail()
	s.applyLook()
	s.frame.rebuild()
	if !s.shown {
		s.win.Resize(fyne.NewSize(1280, 800))
	}
	s.trail.visit(p)
	s.enter(p)
}

// problemPage makes the room that says why the place's journal can't be opened.
func (s *Shell) problemPage(p room.Place) room.Room {
	path := p.Text
	open := func(path string) {
		if err := s.open(path, true); err != nil {
			s.cannotOpen(path, err)
		}
	}
	ways := problem.Ways{Again: func() { open(path) }, Open: open, Other: s.firstRun, Quit: s.quit}
	if s.damaged {
		ways.Salvage = func(done func(notes.Salvaged, error)) {
			var found notes.Salvaged
			s.Background(func() (err error) {
				found, err = s.Journals.Salvage(path)
				return err
			}, func(err error) {
				done(found, err)
				s.focusRoom()
			})
		}
	}
	return problem.New(s.wrong, path, ways)
}

// quit saves and closes the window; where it can't save it asks first.
func (s *Shell) quit() {
	if err := s.closeJournal(); err != nil && s.journal != nil {
		s.confirmQuit(err)
		return
	} // a journal that is closed keeps what was committed, whatever its closing said
	s.stop()
	s.App.Quit()
}

// stop is the last thing that happens: a SIGTERM comes here without a quit.
func (s *Shell) stop() {
	s.ending.Lock() // Fyne calls it from a goroutine of its own
	defer s.ending.Unlock()
	if s.stopped {
		return
	}
	s.stopped = true
	s.secret.Drop()
	if s.journal != nil {
		s.rescue()
		if l, ok := s.room.(room.Leaver); ok {
			_ = l.Leave() // nobody is left to be told
		}
		_ = s.draft.Close()
		s.closeForms()
		_ = errors.Join(s.putPlace(), s.keepSize())
		s.remember()
		_ = s.journal.Close()
		s.journal = nil
	}
	widgets.ForgetTips(s.win.Canvas())
	s.Clock.Stop()
}
