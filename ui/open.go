package ui

import (
	"errors"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/prompt"
	"handback/notes/voice"
	"handback/ui/problem"
	"handback/ui/protect"
	"handback/ui/room"
	"handback/ui/widgets"
)

// open opens the journal at path in place of the one that is open.
func (s *Shell) open(path string, create bool) error {
	j, err := s.Journals.Open(path, create)
	if s.isLocked(err) {
		return s.goLocked(path, err)
	}
	if err != nil {
		return err
	}
	s.looked = nil
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
	unread, err := s.adopt(j, sample)
	if err != nil {
		return err
	}
	s.trail = newTrail()
	s.applyLook()
	s.frame.rebuild()
	if !s.shown {
		s.win.Resize(s.lastSize())
	}
	p, unknown := s.comesBack(j.Path())
	s.trail.visit(p)
	s.enter(p)
	s.restores()
	s.Show(errors.Join(unknown, unread))
	if why, ro := j.ReadOnly(); ro {
		s.Say(why)
	}
	if s.told = len(j.Found()); s.told > 0 && s.free() {
		s.Go(room.Place{Screen: room.Health})
	} else if aside := j.SetAside(); aside != "" {
		s.Say(voice.T("An earlier journal left unsaved changes in this folder. They're kept, and aren't part of this journal: {path}",
			"path", aside))
	}
	s.sayIfOlder()
	s.lookForCopies()
	s.plan()
	return nil
}

// adopt makes a journal the one that is open, and reads what the window itself shows of it. One that can't be read is closed.
func (s *Shell) adopt(j Opened, sample bool) (unread, err error) {
	s.journal, s.sample, s.names = j, sample, nil
	s.protected = !sample && s.isProtected(j.Path())
	if err := s.read(); err != nil {
		s.journal = nil
		return nil, errors.Join(err, j.Close())
	}
	return s.useForms(), nil
}

// plan plans what is done with a journal in the background.
func (s *Shell) plan() {
	s.planIdle()
	s.planFolder()
	s.backing = backingUp{due: s.backing.due}
	s.planBackup(backUpAfterOpening)
	s.calendarRead = ""
	s.planCalendar(calendarSoon)
	s.planIdleLock()
	s.planReminder()
}

// closeJournal saves what is open and lets the journal go.
func (s *Shell) closeJournal() error {
	if s.journal == nil {
		return nil
	}
	j, err := s.letGo()
	if err != nil {
		return err
	}
	return j.Close()
}

// letGo saves what is open and lets go of the journal, which is still to be closed.
func (s *Shell) letGo() (Opened, error) {
	if err := s.journal.InPlace(); err != nil {
		return nil, err // what was saved would go with the file that is open
	}
	if !s.leave() {
		return nil, notes.Invalid{Why: voice.T("The open note couldn't be saved, so it stays open.")}
	}
	if err := s.putLineAway(); err != nil {
		return nil, err
	}
	s.forgetUndo()
	s.acts = acts{}
	s.guard = 0
	s.room = nil
	s.forgetTexts()
	s.held = nil
	s.closeForms()
	_ = errors.Join(s.putPlace(), s.keepSize()) // where a full disk keeps neither, the window closes all the same
	s.remember()
	j := s.journal
	s.journal, s.chosen = nil, &prompt.Chosen{}
	return j, nil
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
	if s.isLocked(why) {
		why = s.goLocked(path, why)
		if why == nil {
			return
		}
	}
	s.wrong, s.damaged = sentence(why), errors.Is(why, notes.ErrDamaged) || errors.Is(why, notes.ErrNotOurs)
	s.emptied, s.taken = errors.Is(why, notes.ErrEmpty), errors.Is(why, notes.ErrInUse)
	s.begin(room.Place{Screen: room.Problem, Text: path})
}

// begin shows a place without a journal.
func (s *Shell) begin(p room.Place) {
	s.trail, s.looked, s.then = newTrail(), nil, nil
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
	ways := problem.Ways{
		Again: func() { open(path) }, Open: open, Other: s.firstRun, Quit: s.quit, Backups: func() { s.showBackups(path) },
	}
	switch {
	case s.taken: // nothing is wrong with it, and nothing can take its place
		ways.Backups = nil
	case s.emptied: // there is nothing to be read
		ways.Empty = true
	case s.damaged && s.Vault != nil && s.Vault.Protected(path):
		known := notes.Secret{}
		ways.Salvage = func(done func(notes.Salvaged, error)) {
			s.salvageProtected(path, func(found notes.Salvaged, secret notes.Secret, err error) {
				known = secret
				done(found, err)
				s.focusRoom()
			})
		}
		ways.Open = func(made string) {
			if err := s.openThen(made, known, func() {}); err != nil {
				s.cannotOpen(made, err)
			}
		}
	case s.damaged:
		ways.Mend = func(done func(error)) { s.mend(path, done) }
		ways.Salvage = func(done func(notes.Salvaged, error)) {
			var found notes.Salvaged
			s.Clock.Background(func() (err error) {
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

// salvageProtected asks for what opens the damaged journal at path, and reads what can be read into a new one that is protected by the
// same key. Secret is what opened it.
func (s *Shell) salvageProtected(path string, done func(notes.Salvaged, notes.Secret, error)) {
	var found notes.Salvaged
	var said notes.Secret
	protect.ShowSalvage(s.win.Canvas(), func(secret notes.Secret, read func(error)) {
		said = secret
		s.Clock.Background(func() (err error) {
			found, err = s.Vault.SalvageWith(path, secret)
			return err
		}, func(err error) {
			if errors.Is(err, notes.ErrSecret) {
				read(err)
				return
			}
			read(nil) // the page says what came of it
			done(found, said, err)
		})
	}, func() { done(notes.Salvaged{}, notes.Secret{}, nil) })
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
	s.hideSecrets()
	_ = s.putLineAway() // what can't be kept was said while it was typed
	if s.uncall != nil {
		s.uncall()
	}
	if s.journal == nil {
		if l, ok := s.room.(room.Leaver); ok {
			_ = l.Leave() // as below
		}
	}
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
	if s.unwatch != nil {
		s.unwatch()
	}
	widgets.ForgetTips(s.win.Canvas())
	s.Clock.Stop()
}
