package ui

import (
	"context"
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/backups"
	"handback/notes/voice"
	backuproom "handback/ui/backups"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// BackupKeeper keeps the backups of closed journals, and of such as can't be opened.
type BackupKeeper interface {
	// Backups are those of the journal at path, newest first; BackupAt is the one in a file.
	Backups(path string) ([]backups.Backup, error)
	// PutAside are the journals that restores put aside there, newest first. They are looked into and restored as backups are.
	PutAside(path string) ([]backups.Backup, error)
	// CopiesMade are what else Handback kept of the journal beside it.
	CopiesMade(path string) ([]backups.Backup, error)
	BackupAt(path string) (backups.Backup, error)
	// OpenBackup opens what is in one for reading: ErrSecret where secret is another's.
	OpenBackup(path string, secret notes.Secret) (Opened, error)
	// Restore puts one in the place of the closed journal at path, and returns where that is kept; "" where there was none.
	Restore(ctx context.Context, path, backup string, secret notes.Secret) (kept string, err error)
	// DeleteBackups deletes some for good, and what PutAside and CopiesMade list, and returns those that it could not delete.
	DeleteBackups(paths []string) (left []string, err error)
}

// backedUp is an open journal that is backed up.
type backedUp interface {
	BackUp(ctx context.Context) (backups.Done, error)
	BackUpByHand(ctx context.Context) (backups.Done, error)
	SecondBackups() (folder string, all []backups.Backup, err error)
	// Wipe leaves nothing in the file of what was deleted for good, where that wasn't done yet.
	Wipe() error
}

// How long after a journal was opened, and after a change, it is backed up, where it is due: nobody is writing then.
const (
	backUpAfterOpening = 90 * time.Second
	backUpAfterChange  = 30 * time.Second
)

// backingUp is what the shell knows of the backups of the open journal.
type backingUp struct {
	due   func()    // stops the timer of the next one
	last  time.Time // when the last one was made or found to say all
	busy  bool
	again bool   // something changed while one was made
	told  bool   // that old ones went for want of room: once is enough while a journal is open
	wrong string // why the last one failed
}

// lookedInto is the backup that is shown in the place of the journal.
type lookedInto struct {
	backup backups.Backup
	secret notes.Secret
	path   string     // of the journal
	place  room.Place // in it, to come back to
	broken bool       // the journal can't be opened
}

// planBackup backs the journal up once nothing has changed for a while, where the last backup is an hour old.
func (s *Shell) planBackup(after time.Duration) {
	if s.journal == nil || s.sample || s.readOnly() {
		return
	}
	if s.backing.busy {
		s.backing.again = true
		return
	}
	if s.backing.due != nil {
		s.backing.due()
	}
	s.backing.due = s.After(max(after, backups.Due(s.backing.last, s.Now())), s.backUp)
}

// BacksUp implements settings.BackupPlanner.
func (s *Shell) BacksUp() bool { return !s.sample }

// backUpNow backs up because the manager wants it, and says what came of it.
func (s *Shell) backUpNow() {
	journal := s.journal
	j, ok := journal.(backedUp)
	if !ok || s.backing.busy {
		return
	}
	if err := s.draft.Flush(); err != nil {
		s.Show(err)
		return
	}
	s.backing.busy, s.backing.wrong = true, ""
	now := s.Now()
	var done backups.Done
	s.Background(func() (err error) {
		done, err = j.BackUpByHand(context.Background())
		return err
	}, func(err error) {
		s.backing.busy = false
		if s.journal != journal {
			return
		}
		if err == nil && done.Second == nil && len(done.Gone) == 0 {
			switch {
			case done.Made != nil:
				s.Say(voice.T("Backed up: {what}", "what", done.Made.SayCounts(s.Today())))
			case done.Sealed != nil:
				s.Say(voice.T("Backed up to the second folder: {what}", "what", done.Sealed.SayCounts(s.Today())))
			default:
				s.Say(voice.T("Nothing has changed since the last backup."))
			}
		}
		s.backing.last = now
		s.sayBackup(done, err)
		s.changed()
	})
}

// backUp makes it off the UI goroutine. What goes wrong is told once, until it goes right again.
func (s *Shell) backUp() {
	s.backing.due = nil
	journal := s.journal
	j, ok := journal.(backedUp)
	if !ok || s.backing.busy {
		return
	}
	path, now := s.journal.Path(), s.Now()
	s.backing.busy = true
	var done backups.Done
	var last time.Time
	s.Background(func() (err error) {
		have, err := s.Journals.Backups(path)
		if err != nil {
			return err
		}
		if len(have) > 0 && backups.Due(have[0].Made, now) > 0 {
			last = have[0].Made
			return nil
		}
		last = now
		done, err = j.BackUp(context.Background())
		return err
	}, func(err error) {
		s.backing.busy = false
		if s.journal != journal {
			return // it is closed, which is no fault
		}
		if s.backing.last = last; last.IsZero() {
			s.backing.last = now
		}
		s.sayBackup(done, err)
		if s.backing.again || !last.Equal(now) {
			s.backing.again = false
			s.planBackup(backUpAfterChange)
		}
	})
}

// sayBackup tells what there is to tell of a backup.
func (s *Shell) sayBackup(done backups.Done, err error) {
	if err == nil {
		err = done.Second
	}
	says := ""
	if err != nil && !errors.Is(err, context.Canceled) {
		says = widgets.Sentence(err)
	}
	was := s.backing.wrong
	defer func() {
		if s.backing.wrong != was && s.covered == nil && s.curtain == nil && s.room != nil {
			s.Show(s.room.Reload()) // Settings and Backups say it, too
		}
	}()
	switch {
	case says != "" && says != s.backing.wrong:
		s.Say(says)
	case len(done.Gone) > 0 && !s.backing.told:
		s.backing.told = true
		s.Say(voice.N(len(done.Gone),
			"{n} old backup was deleted to stay within {size}. You can change this in Settings.",
			"{n} old backups were deleted to stay within {size}. You can change this in Settings.", "size", backups.SaySize(done.Most)))
	}
	s.backing.wrong = says
}

// BackupTrouble implements settings.BackupTeller.
func (s *Shell) BackupTrouble() string { return s.backing.wrong }

// backupsOf makes the room of the backups: of the journal that is open, or of the place's.
func backupsOf(s *Shell, p room.Place) room.Room {
	return backuproom.New(s, shelfOfBackups{s, s.journalPath(p)})
}

// journalPath is where the journal is, or should be.
func (s *Shell) journalPath(p room.Place) string {
	switch {
	case s.looked != nil:
		return s.looked.path
	case s.journal != nil:
		return s.journal.Path()
	case p.Text != "":
		return p.Text
	}
	return s.Journals.Default()
}

// showBackups shows the backups of a journal that is not open.
func (s *Shell) showBackups(path string) { s.begin(room.Place{Screen: room.Backups, Text: path}) }

// shelfOfBackups is what the room of the backups asks of the shell.
type shelfOfBackups struct {
	s    *Shell
	path string // of the journal
}

// List implements backups.Keeper.
func (k shelfOfBackups) List(done func(backups.All, error)) {
	journal, failing := k.s.journal, k.s.BackupTrouble()
	var all backups.All
	k.s.Background(func() (err error) {
		all.Wrong = failing
		if all.Own, err = k.s.Journals.Backups(k.path); err != nil { // which hides none of the others
			all.Wrong = widgets.Sentence(err)
		}
		if all.Aside, err = k.s.Journals.PutAside(k.path); err != nil {
			return err
		}
		if all.Copies, err = k.s.Journals.CopiesMade(k.path); err != nil {
			return err
		}
		if j, ok := journal.(backedUp); ok { // a folder that can't be read hides none of the others
			all.Folder, all.Second, all.Away = j.SecondBackups()
		}
		return nil
	}, func(err error) {
		if k.s.journal == journal {
			done(all, err)
		}
	})
}

// At implements backups.Keeper.
func (k shelfOfBackups) At(path string) (backups.Backup, error) { return k.s.Journals.BackupAt(path) }

// DeleteOlder implements backups.Keeper.
func (k shelfOfBackups) DeleteOlder(done func(int, error)) {
	s := k.s
	j, ok := s.journal.(backedUp)
	if !ok {
		return
	}
	if err := s.draft.Flush(); err != nil {
		done(0, err)
		return
	}
	n := 0
	s.Background(func() error {
		before, err := k.paths(j)
		if err != nil {
			return err
		}
		if err := j.Wipe(); err != nil { // a copy of the pages before that has pieces of what was deleted
			return err
		}
		backed, err := j.BackUp(context.Background())
		if err != nil {
			return err
		}
		there, err := k.paths(j)
		if err != nil {
			return err
		}
		_, _, away := j.SecondBackups()
		if away == nil { // the newest there is an old one too then
			away = backed.Second
		}
		_, err = s.Journals.DeleteBackups(there.older())
		left, listed := k.paths(j)
		if listed != nil {
			return errors.Join(err, listed)
		}
		n = before.without(left) // with those that the new one took the place of, since they are of the same hour
		if err == nil {
			err = away
		}
		return err
	}, func(err error) { done(n, err) })
}

// backupPaths are the files of backups, newest first: those beside the journal, and those in the second folder.
type backupPaths [2][]string

func (k shelfOfBackups) paths(j backedUp) (all backupPaths, err error) {
	own, err := k.s.Journals.Backups(k.path)
	_, second, _ := j.SecondBackups() // why nothing can go there is said where it is asked for
	for i, list := range [][]backups.Backup{own, second} {
		for _, b := range list {
			all[i] = append(all[i], b.Path)
		}
	}
	return all, err
}

// older are all but the newest of each folder.
func (p backupPaths) older() (older []string) {
	for _, list := range p {
		older = append(older, list[min(1, len(list)):]...)
	}
	return older
}

// without is how many there are that are not among others.
func (p backupPaths) without(others backupPaths) (n int) {
	for i, list := range p {
		for _, path := range list {
			if !slices.Contains(others[i], path) {
				n++
			}
		}
	}
	return n
}

// Delete implements backups.Keeper.
func (k shelfOfBackups) Delete(b backups.Backup, done func(error)) {
	s := k.s
	s.Background(func() error {
		_, err := s.Journals.DeleteBackups([]string{b.Path})
		return err
	}, done)
}

// Protected implements backups.Keeper.
func (k shelfOfBackups) Protected() bool { return k.s.Vault != nil && k.s.Vault.Protected(k.path) }

// Leave implements backups.Keeper.
func (k shelfOfBackups) Leave() func() {
	if k.s.journal != nil {
		return nil
	}
	return func() { k.s.openAgain(k.path) }
}

// openAgain opens the journal at path, or says why it can't be opened; the ways to begin where there is none.
func (s *Shell) openAgain(path string) {
	if !s.Journals.Exists(path) {
		s.firstRun()
		return
	}
	if err := s.open(path, false); err != nil {
		s.cannotOpen(path, err)
	}
}

// LookInto implements backups.Keeper.
func (k shelfOfBackups) LookInto(b backups.Backup, secret notes.Secret, done func(error)) {
	s := k.s
	into := &lookedInto{backup: b, secret: secret, path: k.path, place: s.Place(), broken: s.journal == nil}
	if s.looked != nil {
		into.place, into.broken = s.looked.place, s.looked.broken
	}
	room := s.room
	var opened Opened
	s.Clock.Background(func() (err error) { // whatever becomes of the window, it is closed again
		opened, err = s.Journals.OpenBackup(b.Path, secret)
		return err
	}, func(err error) {
		if err == nil && (s.room != room || s.stopped || s.curtain != nil) {
			err = opened.Close() // the window is elsewhere by now
			s.Show(err)
			return
		}
		if err == nil {
			was := s.looked
			s.looked = into
			if err = s.use(opened, false); err != nil {
				s.looked = was
			}
		}
		s.Show(err)
		done(err)
	})
}

// isBackup reports whether what is open is a backup that is looked into: how the journal was left here says nothing of it.
func (s *Shell) isBackup() bool { return s.looked != nil && s.journal.Path() != s.looked.path }

// leaveBackup goes back from a backup to the journal.
func (s *Shell) leaveBackup(then func()) {
	from := s.looked
	if from == nil {
		return
	}
	if err := s.closeJournal(); err != nil {
		s.Show(err)
		return
	}
	s.looked = nil
	if from.broken {
		s.showBackups(from.path)
		return
	}
	err := s.openThen(from.path, from.secret, func() {
		if s.exists(from.place) {
			s.Go(from.place)
		}
		if then != nil {
			then()
		}
	})
	if err != nil {
		s.cannotOpen(from.path, err)
	}
}

// bringBack goes back to the journal and brings there what is in view of the backup.
func (s *Shell) bringBack(b notes.BringBack, name string) {
	b.Backup, b.Secret = s.looked.backup.Path, s.looked.secret
	s.leaveBackup(func() {
		change := notes.Change{Rows: []notes.Row{b}}
		s.ApplySlowly(change, voice.T("Restored: {what}", "what", name), func(done notes.Applied, err error) {
			if err != nil || len(done.IDs) == 0 {
				return // it has been shown
			}
			to := room.Place{Screen: room.Notes, Person: notes.PersonID(done.IDs[0])}
			if b.Note != "" {
				n, err := s.journal.Note(notes.NoteID(done.IDs[0]))
				if err != nil {
					s.Show(err)
					return
				}
				to = room.Place{Screen: room.Notes, Person: n.Person, Note: n.ID}
			}
			s.Show(s.read())
			s.Go(to)
		})
	})
}

// Restore implements backups.Keeper.
func (k shelfOfBackups) Restore(b backups.Backup, secret notes.Secret) {
	k.s.restoreBackup(k.path, b, secret)
}

func (s *Shell) restoreBackup(path string, b backups.Backup, secret notes.Secret) {
	broken := s.journal == nil || s.looked != nil && s.looked.broken
	if err := s.closeJournal(); err != nil {
		s.Show(err)
		return
	}
	s.looked = nil
	ctx, cancel := context.WithCancel(context.Background())
	d := widgets.NewDialog(s.win.Canvas(), voice.T("Restoring the backup"), "", nil, widgets.NewPara(14, widgets.Plain(
		voice.T("Handback checks the backup, then puts it in place of your journal."))).Lead(20))
	d.SetCancel(voice.T("Cancel"))
	d.OnClose = func(bool) { cancel() }
	s.begin(room.Place{Screen: room.Backups, Text: path})
	d.Show(nil)
	kept := ""
	s.Background(func() (err error) {
		kept, err = s.Journals.Restore(ctx, path, b.Path, secret)
		return err
	}, func(err error) {
		if ctx.Err() == nil {
			d.OnClose = nil
			d.Finish()
		}
		cancel()
		switch {
		case err == nil:
			s.restored(path, b, secret, kept)
			return
		case !broken:
			s.openAgain(path)
		}
		if errors.Is(err, context.Canceled) {
			s.Say(voice.T("Cancelled. Nothing was changed."))
			return
		}
		s.Show(err)
	})
}

// restored opens what was restored and says where the journal of before is.
func (s *Shell) restored(path string, b backups.Backup, secret notes.Secret, kept string) {
	s.wanted = path
	if err := s.openThen(path, secret, func() { s.sayRestored(b, kept) }); err != nil {
		s.cannotOpen(path, err)
	}
}

func (s *Shell) sayRestored(b backups.Backup, kept string) {
	s.Go(room.Place{Screen: room.Today})
	when := b.SayWhen(s.Now(), s.Locale())
	if kept == "" {
		s.Say(voice.T("Restored: your journal is as it was {when}", "when", when))
		return
	}
	widgets.NewDialog(s.win.Canvas(), voice.T("Your journal has been restored"), "", nil,
		widgets.NewPara(14, widgets.Plain(
			voice.T("It's back to how it was {when}. The journal you had just before is kept in this file:", "when", when))).Lead(21),
		widgets.NewPara(13, widgets.Strong(kept)).Lead(19),
		widgets.NewPara(14, widgets.Plain(voice.T("Once you're sure that you don't need it, you can delete it in Backups."))).Lead(21),
	).Wide(560).Show(nil)
}

// backupBar says which backup is shown, and leads back; nil where none is.
func (s *Shell) backupBar() fyne.CanvasObject {
	if s.looked == nil {
		return nil
	}
	p := look.C()
	says := voice.T("You're looking at a backup from {when}. Nothing can be changed here.",
		"when", s.looked.backup.SayWhen(s.Now(), s.Locale()))
	row := []fyne.CanvasObject{widgets.Icon("lock", 16, p.Primary), widgets.Grow(widgets.NewPara(13, widgets.Strong(says)).Lead(18).Most(2))}
	if b, name, button := s.canBringBack(); button != "" {
		row = append(row, widgets.NewSmallButton("backup.bring", widgets.Outlined, "restore", button, func() { s.bringBack(b, name) }))
	}
	row = append(row, widgets.NewSmallButton("backup.leave", widgets.Primary, "", voice.T("Close backup"), func() { s.leaveBackup(nil) }))
	return widgets.Over(widgets.Box(p.SoftCard, 0), widgets.Pad(6, 16, 6, 16, widgets.HMiddle(10, row...)))
}

// canBringBack is what of the backup is in view and can be brought into the journal, with the words of its button.
func (s *Shell) canBringBack() (b notes.BringBack, name, button string) {
	if s.looked.broken {
		return b, "", ""
	}
	p := s.Person(s.Place().Person)
	if n, open := s.draftNote(); open && s.Place().Screen == room.Notes {
		return notes.BringBack{Note: n.UID}, notes.Shorten(n.Title, 60), voice.T("Restore this note")
	}
	if p.ID != 0 && p.Kind != notes.KindMe {
		return notes.BringBack{Person: p.UID}, p.Name, voice.T("Restore {person}", "person", p.First())
	}
	return b, "", ""
}
