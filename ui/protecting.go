package ui

import (
	"context"
	"errors"
	"slices"
	"time"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/firstrun"
	"handback/ui/protect"
	"handback/ui/room"
	"handback/ui/settings"
)

// mayProtect reports whether the journal that is open could be protected.
func (s *Shell) mayProtect() bool {
	return s.Vault != nil && s.free() && !s.readOnly() && !s.protected && !s.sample
}

// mayChangeKey reports whether passphrase and keychain of the journal that is open can be changed.
func (s *Shell) mayChangeKey() bool {
	return s.free() && s.protected && s.curtain == nil && s.looked == nil
}

// protectCommands are those of a protected journal, and the one that makes it one.
func (s *Shell) protectCommands() []command {
	writable := func() bool { return s.mayChangeKey() && !s.readOnly() }
	return []command{
		{"protect", voice.T("Protect this journal with a passphrase …"), nil, s.mayProtect, func() { s.Go(room.Place{Screen: room.Protect}) }},
		{"protect.passphrase", voice.T("Change the passphrase …"), nil, writable, s.changePassphrase},
		{"protect.off", voice.T("Turn protection off …"), nil, writable, s.protectionOff},
		{"protect.keychain", "", nil, s.mayChangeKey, s.changeKeychain},
		{"protect.copies", "", nil, s.mayChangeKey, s.showPlainCopies},
		{"lock.apply", "", nil, nil, s.planIdleLock},
	}
}

func (s *Shell) ownNames() []string { return protect.OwnNames(s.people) }

// Protection implements settings.Guard. Of a backup that is looked into nothing can be changed.
func (s *Shell) Protection() (protected, possible bool) {
	return s.protected && s.looked == nil, s.Vault != nil && !s.sample && s.looked == nil
}

// HasKeychain implements settings.Guard. It may take a while.
func (s *Shell) HasKeychain() func() bool {
	path := s.journal.Path()
	return func() bool { return s.Vault.HasKeychain(path) }
}

// PlainCopies implements settings.Guard. It may take a while.
func (s *Shell) PlainCopies() func() bool {
	path := s.journal.Path()
	return func() bool {
		left, _ := s.Vault.PlainCopies(path) // what can't be looked at can't be deleted either
		return len(left) > 0
	}
}

// showPlainCopies leads to the copies of the journal that anybody can read.
func (s *Shell) showPlainCopies() {
	path := s.journal.Path()
	var left []string
	s.Background(func() (err error) { left, err = s.Vault.PlainCopies(path); return err }, func(err error) {
		switch {
		case err != nil:
			s.Show(err)
		case len(left) == 0:
			s.changed()
			s.Say(voice.T("The unprotected copies are already gone"))
		default:
			s.plainLeft = left
			s.Go(room.Place{Screen: room.Protect})
		}
	})
}

// protectPage makes the room in which the journal that is open gets a passphrase.
func (s *Shell) protectPage(room.Place) room.Room {
	first := s.begun
	s.begun = nil
	path := s.Journals.Default()
	if s.journal != nil {
		path = s.journal.Path()
	}
	var page *protect.Page
	ways := protect.Ways{
		After: s.Clock.After, Own: s.ownNames(), Keychain: true,
		Save: func(path, text string, replace bool, done func(string, error)) {
			var at string
			journal := s.journal
			if journal == nil {
				done("", notes.Invalid{Why: voice.T("It can't be saved now. Copy it or write it down.")})
				return
			}
			s.Clock.Background(func() (err error) {
				at, err = journal.WriteFile(path, []byte(text), replace)
				return err
			}, func(err error) { done(at, err) })
		},
		Try: func(recovery string, done func(error)) {
			s.Clock.Background(func() error { return s.Vault.Check(path, notes.Secret{Recovery: recovery}) }, done)
		},
		Forget: func(left []string, done func(error)) {
			s.Clock.Background(func() error { return s.Vault.Forget(left) }, func(err error) {
				s.backing.last = time.Time{} // the backups may be among them: one that is sealed is made at once where none is left
				s.planBackup(0)
				done(err)
			})
		},
		Recovered: func() {
			if s.journal != nil {
				s.Show(sawRecovery(s.journal, true))
			}
		},
		Leave: func() { s.leaveProtecting(path, first) },
	}
	ways.Protect = func(p notes.Protection, progress func(done, of int64) error, done func(notes.Protected, error)) {
		s.protect(page, p, progress, func(protected notes.Protected, err error) {
			if err == nil && first != nil {
				s.firstTyped = firstrun.Typed{}
				err = first.fill()
			}
			done(protected, err)
		})
	}
	if left := s.plainLeft; left != nil {
		s.plainLeft = nil
		return protect.NewCopies(s, ways, left)
	}
	page = protect.New(s, ways)
	return page
}

// leaveProtecting goes on in the journal: to Settings, or where a first run begins.
func (s *Shell) leaveProtecting(path string, first *beginning) {
	switch {
	case s.journal == nil && s.Vault.Protected(path):
		s.Show(s.goLocked(path, notes.ErrLocked))
	case s.journal == nil:
		s.firstRun() // nothing was begun yet
	case first != nil:
		s.trail = newTrail()
		s.Go(first.then)
	default:
		s.Go(room.Place{Screen: room.Settings, Part: settings.PartProtect})
	}
}

// protect closes the journal, protects it and opens it again, while its page stays in view.
func (s *Shell) protect(page room.Room, p notes.Protection, progress func(done, of int64) error, done func(notes.Protected, error)) {
	fresh := s.journal == nil && !s.Journals.Exists(s.Journals.Default())
	path, err := s.closeFor(page)
	if err != nil {
		done(notes.Protected{}, err)
		return
	}
	var made notes.Protected
	var j Opened
	s.Clock.Background(func() (err error) {
		if made, err = s.Vault.Protect(path, p, progress); err != nil {
			return err
		}
		j, err = s.Vault.Unlock(path, notes.Secret{Passphrase: p.Passphrase})
		return err
	}, func(err error) {
		switch {
		case err == nil:
			err = s.reopened(j)
		case made.Recovery == "" && fresh: // nothing was begun yet
			_, undone := s.Journals.Destroy(path)
			err = errors.Join(err, undone)
		case made.Recovery == "":
			err = errors.Join(err, s.reopen(path)) // the plain one is as it was
		}
		if err == nil {
			var folder string
			folder, err = s.stopKeptFolder()
			if folder != "" && !slices.Contains(made.Left, folder) {
				made.Left = append(made.Left, folder)
			}
		}
		done(made, err)
		s.lockIfDue()
	})
}

// closeFor closes the journal while a page that works on its files stays in view, and returns where they are.
func (s *Shell) closeFor(page room.Room) (path string, err error) {
	if s.journal == nil { // of a first run: it is made now, with nothing in it
		j, err := s.Journals.Open(s.Journals.Default(), true)
		if err != nil {
			return "", err
		}
		path = j.Path()
		return path, errors.Join(sawRecovery(j, false), j.Close())
	}
	path = s.journal.Path()
	if !s.protected { // where the program ends before the key is shown, the next start says so
		if err := sawRecovery(s.journal, false); err != nil {
			return "", err
		}
	}
	j, err := s.letGo()
	if err != nil {
		return "", err
	}
	s.room = page
	return path, j.Close()
}

// reopen opens a plain journal again behind the page in view.
func (s *Shell) reopen(path string) error {
	j, err := s.Journals.Open(path, false)
	if err != nil {
		return err
	}
	return s.reopened(j)
}

func (s *Shell) reopened(j Opened) error {
	unread, err := s.adopt(j, false)
	if err != nil {
		return err
	}
	s.plan()
	return unread
}

// stopKeptFolder stops to keep a folder up to date, which anybody could read, and returns it; "" where none was kept.
func (s *Shell) stopKeptFolder() (string, error) {
	folder, err := s.journal.Setting(settings.KeptFolder)
	if err != nil || folder == "" {
		return "", err
	}
	_, err = s.journal.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: settings.KeptFolder}}})
	return folder, err
}

// changePassphrase asks for the passphrase and for a new one.
func (s *Shell) changePassphrase() {
	path := s.journal.Path()
	protect.ShowChange(s.win.Canvas(), s.ownNames(), func(secret notes.Secret, to string, done func(error)) {
		s.Background(func() error { return s.Vault.ChangePassphrase(path, secret, to) }, done)
	}, func() { s.Say(voice.T("Passphrase changed")) })
}

// changeKeychain puts the key into the system's keychain, or takes it out.
func (s *Shell) changeKeychain() {
	path := s.journal.Path()
	keeps := false
	s.Background(func() error { keeps = s.Vault.HasKeychain(path); return nil }, func(error) {
		protect.ShowKeychain(s.win.Canvas(), !keeps, func(secret notes.Secret, done func(error)) {
			s.Background(func() error { return s.Vault.SetKeychain(path, secret, !keeps) }, done)
		}, func() {
			s.changed()
			if keeps {
				s.Say(voice.T("The key is no longer in the system keychain"))
			} else {
				s.Say(voice.T("Key saved in the system keychain"))
			}
		})
	})
}

// protectionOff asks for the passphrase, and makes the journal a plain one again.
func (s *Shell) protectionOff() {
	path := s.journal.Path()
	var said notes.Secret
	protect.ShowOff(s.win.Canvas(), func(secret notes.Secret, done func(error)) {
		said = secret
		s.Background(func() error { return s.Vault.Check(path, secret) }, done)
	}, func() { s.unprotect(said) })
}

// unprotect closes the journal, makes it plain and opens it again.
func (s *Shell) unprotect(secret notes.Secret) {
	page := protect.NewWorking(voice.T("Turning protection off"),
		voice.T("Handback deletes the protected file only after it has read back the plain one and compared the two."), s.Clock.After)
	path, err := s.closeFor(page)
	if err != nil {
		s.Show(err)
		return
	}
	s.trail = newTrail()
	s.trail.visit(room.Place{Screen: room.Protect})
	s.frame.show(page.Content())
	var j Opened
	var why error // it is protected as it was
	s.Clock.Background(func() (err error) {
		if why = s.Vault.Unprotect(path, secret, page.Progress); why != nil {
			j, err = s.Vault.Unlock(path, secret)
		} else {
			j, err = s.Journals.Open(path, false)
		}
		return err
	}, func(err error) {
		page.Done()
		s.room = nil
		if err == nil {
			err = s.use(j, false)
		}
		if err != nil {
			s.cannotOpen(path, err)
			s.Show(why)
			return
		}
		s.Go(room.Place{Screen: room.Settings, Part: settings.PartProtect})
		switch {
		case errors.Is(why, context.Canceled):
			s.Say(voice.T("Cancelled. Your journal is still protected."))
		case why != nil:
			s.Show(why)
		default:
			s.Say(voice.T("Protection is off"))
		}
	})
}

// beginning is a first run that begins with a protected journal: what comes into it once there is one.
type beginning struct {
	fill func() error
	then room.Place
}
