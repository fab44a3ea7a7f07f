package ui

import (
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/firstrun"
	"handback/ui/locked"
	"handback/ui/protect"
	"handback/ui/room"
	"handback/ui/settings"
	"handback/ui/widgets"
)

// lockID is the command that locks the journal: it works over dialogs and menus.
const lockID = "lock"

// lockState is what the window knows of a journal that is protected.
type lockState struct {
	protected  bool             // the journal that is open is
	curtain    *widgets.Curtain // over a journal that could not be closed; nil where there is none
	later      []func()         // what came to the window meanwhile
	back       *wayBack         // nil where the window did not lock a journal
	returning  *returning       // nil where the window does not come back to where it locked one
	why        locked.State     // of the locked screen in view
	hands      widgets.Hands
	touched    time.Time      // when a hand was last on keyboard or pointer
	used       bool           // one was, since the checks asked last
	idleLock   func()         // stops the timer of the lock after idle
	unwatch    func()         // ends the watch of the session; nil where there is none
	begun      *beginning     // of a first run that protects; taken by the page
	plainLeft  []string       // plain copies that the page is to show; taken by it
	firstTyped firstrun.Typed // what was typed into the first run
	asks       int            // counts what may open the journal: a late answer opens nothing
	then       func()         // what follows once the journal that is asked for is open; nil where nothing does
}

// wayBack is where the window was when it locked a journal. No word of the journal is in it, but for forms that were being filled:
// they are off the window, with the room that they belong to, until it is unlocked.
type wayBack struct {
	path   string
	place  room.Place
	guard  notes.PersonID
	closed chan struct{} // closed once the journal is

	resume func(room.Room) // goes on with what was chosen in the room that is left, in one of its screen
	view   *widgets.View
	forms  *widgets.PutAway
	room   room.Room // whose forms they are, where it can be shown again; nil where it is made anew
	caret  int       // in the note that was open
	scroll float32
	editor *widgets.Editor
}

// returning is where the window comes back to once its room is there.
type returning struct {
	back *wayBack
	to   room.Place
}

// isLocked reports whether a journal can't be opened because it is protected, or its key is missing.
func (s *Shell) isLocked(err error) bool {
	return s.Vault != nil && (errors.Is(err, notes.ErrLocked) || errors.Is(err, notes.ErrNoKey))
}

// ofJournal makes what calls something only as long as the journal that is open now still is. Where the window is covered
// since, it waits until it shows again.
func (s *Shell) ofJournal() func(f func()) {
	journal := s.journal
	return func(f func()) {
		switch {
		case s.journal != journal:
		case s.curtain != nil:
			s.later = append(s.later, f)
		default:
			f()
		}
	}
}

// mayLock reports whether there is something to lock.
func (s *Shell) mayLock() bool { return s.journal != nil && s.protected && s.curtain == nil }

// becomesProtected reports whether the journal gets its passphrase just now: it is closed, and there is nothing to lock before it is open
// again.
func (s *Shell) becomesProtected() bool {
	page, ok := s.room.(*protect.Page)
	return ok && s.journal == nil && page.Stays()
}

// lockIfDue locks where that was asked for while the journal was closed: whoever asked is gone, and its recovery key is in view now.
func (s *Shell) lockIfDue() {
	due := s.lockDue
	s.lockDue = false
	if due {
		s.lock()
	}
}

// lock hides everything and closes the journal. What was typed is saved first; where it can't be, or something in view is not
// done, it stays in memory behind a curtain, for which the passphrase is asked all the same.
func (s *Shell) lock() { s.lockThen(func() {}) }

// lockThen locks, and calls then when nothing of the journal is open any more, or can't be closed.
func (s *Shell) lockThen(then func()) {
	if !s.mayLock() {
		s.lockDue = s.lockDue || s.becomesProtected()
		then()
		return
	}
	s.win.SetTitle(title)
	s.closeLine()
	if s.covered != nil { // it would lie over the page that asks for the passphrase
		s.covered.Remove()
		s.covered = nil
	}
	s.hideSecrets()
	widgets.ForgetSelected()
	back := &wayBack{path: s.journal.Path(), place: s.Place(), guard: s.guard, closed: make(chan struct{})}
	if s.looked != nil { // what is locked is the journal behind it
		back.path, back.place = s.looked.path, s.looked.place
	}
	back.place.Text = "" // it may be what was looked for
	s.remembers(back)
	journal, err := s.letGo()
	if err != nil {
		s.drawCurtain(back.path, s.behind(err))
		then()
		return
	}
	s.wipe()
	if back.forms.Any() {
		s.editor = back.editor // theirs
	}
	if s.back, s.then = back, nil; s.Vault.Protected(back.path) {
		s.showLocked(back.path, locked.State{})
	} else { // it is gone, and a backup of it was looked into
		s.openAgain(back.path)
	}
	s.Clock.Background(func() error {
		defer close(back.closed)
		return journal.Close()
	}, func(error) { // what was committed is kept whatever it says
		s.giveBack()
		then()
	})
}

// remembers notes what one looks at, and what is being filled: a form, or a field of the room.
func (s *Shell) remembers(back *wayBack) {
	at := s.win.Canvas()
	back.view, back.resume = widgets.RememberView(at, s.frame.root), func(room.Room) {}
	if n, open := s.draft.Note(); open && s.editor != nil {
		back.caret, back.scroll, back.editor = s.editor.Caret(), s.editor.Offset(), s.editor
		if back.place.Screen == room.Notes && s.looked == nil {
			back.place.Note = n.ID
		}
	}
	if s.looked != nil {
		return
	}
	back.resume = resumeOf(s.room)
	switch s.Place().Screen {
	case room.Import, room.Protect: // they let go of what they have when they are left
	case room.Notes, room.Meeting: // they live by the editor
		back.forms = widgets.FormsOn(at)
	case room.Search:
		if back.forms = widgets.FormsOn(at); back.forms.Any() {
			back.room, back.place.Text = s.room, s.Place().Text
		}
	default:
		back.forms = widgets.FormsOn(at)
		if back.forms.Any() || widgets.Filling(at, s.room.Content()) {
			back.room = s.room
		}
	}
}

// roomOf is the room that was put away with what is being filled in it, where the window comes back to its place; nil otherwise.
func (s *Shell) roomOf(p room.Place) room.Room {
	if s.returning == nil || s.returning.to != p {
		return nil
	}
	return s.returning.back.room
}

// restores brings back what was remembered, once the room of the place is there.
func (s *Shell) restores() {
	r := s.returning
	s.returning = nil
	if r == nil || s.Place() != r.to {
		return
	}
	if _, open := s.draft.Note(); open && r.back.editor != nil {
		s.Editor().SetCaret(r.back.caret)
		s.Editor().ScrollTo(r.back.scroll)
	}
	r.back.resume(s.room)
	r.back.view.Restore(s.win.Canvas(), s.frame.root)
	r.back.forms.Back()
}

// hideSecrets tells the room in view that the window is covered, or ends.
func (s *Shell) hideSecrets() {
	if h, ok := s.room.(interface{ HideSecrets() }); ok {
		h.HideSecrets()
	}
}

// wipe takes everything away that the window still has of a journal that was closed.
func (s *Shell) wipe() {
	s.closeOverlays()
	s.people, s.roster, s.names, s.undecided, s.words = nil, nil, nil, nil, nil
	s.later = nil
	s.unkept, s.calendarRead, s.folderWrong, s.folderGone, s.stale = nil, "", "", false, false
	s.stops = map[string]string{}
	s.frame.forget()
	s.editor = nil
	s.protected, s.asking, s.looked = false, false, nil
	if s.idleLock != nil {
		s.idleLock()
		s.idleLock = nil
	}
}

// closeOverlays takes away whatever lies over the window: dialogs, menus, and the toolkit's own, which puts its keys in the
// place of ours.
func (s *Shell) closeOverlays() {
	at := s.win.Canvas()
	at.Unfocus()
	for _, o := range slices.Backward(slices.Clone(at.Overlays().List())) {
		at.Overlays().Remove(o)
	}
	at.SetOnTypedKey(s.typedKey)
}

// showLocked shows the page that asks for the passphrase of the journal at path, in the look that the window has.
func (s *Shell) showLocked(path string, why locked.State) {
	s.why = why
	s.trail = newTrail()
	s.frame.rebuild()
	if !s.shown {
		s.win.Resize(fyne.NewSize(1280, 800))
	}
	p := room.Place{Screen: room.Locked, Text: path}
	s.trail.visit(p)
	s.enter(p)
}

// goLocked shows the page of a journal that can't be opened without its passphrase, in the place of the one that is open.
func (s *Shell) goLocked(path string, err error) error {
	if s.journal != nil {
		if err := s.closeJournal(); err != nil {
			return err
		}
	}
	s.wipe()
	why := locked.State{OnlyRecovery: errors.Is(err, notes.ErrNoKey)}
	if why.OnlyRecovery {
		why.Missing = sentence(err)
	}
	s.back, s.then = nil, nil
	s.applyLook()
	s.showLocked(path, why)
	if !why.OnlyRecovery {
		s.tryKeychain(path)
	}
	return nil
}

// openThen opens the journal at path, and goes on with then once it is open: at once, or when its passphrase was said. What is known
// to open it is tried first.
func (s *Shell) openThen(path string, known notes.Secret, then func()) error {
	if err := s.open(path, false); err != nil {
		return err
	}
	if s.journal != nil {
		then()
		return nil
	}
	s.then = then
	if page, ok := s.room.(*locked.Page); ok && known != (notes.Secret{}) {
		page.Try(known)
	}
	return nil
}

// isProtected reports whether what is opened at path is, or is a backup of, a protected journal.
func (s *Shell) isProtected(path string) bool {
	switch {
	case s.Vault == nil:
		return false
	case s.looked == nil:
		return s.Vault.Protected(path)
	}
	return s.Vault.Protected(s.looked.path) || s.looked.backup.Sealed && !s.Journals.Exists(s.looked.path)
}

// lockedPage makes the room.
func (s *Shell) lockedPage(p room.Place) room.Room {
	path, why := p.Text, s.why
	s.asks++
	ways := locked.Ways{
		Unlock:   func(secret notes.Secret, done func(error)) { s.unlock(path, secret, done) },
		Other:    s.firstRun,
		Quit:     s.quit,
		CapsLock: s.hands.CapsLock,
	}
	if s.Lines != nil {
		ways.Keep = func(before, line string) (string, error) { return s.Lines.Keep(path, before, line) }
		ways.After, why.Waiting = s.Clock.After, s.Lines.Waiting(path)
	}
	return locked.New(why, ways)
}

// unlock opens the journal at path, and goes back to where it was locked.
func (s *Shell) unlock(path string, secret notes.Secret, done func(error)) {
	s.openWith(path, func() (Opened, error) { return s.Vault.Unlock(path, secret) }, func(err error) {
		done(err)
		if err == nil && secret.Recovery != "" && s.journal != nil {
			s.chooseAnew(path, secret)
		}
	})
}

// tryKeychain opens the journal with the key in the system's keychain, where that has it.
func (s *Shell) tryKeychain(path string) {
	s.openWith(path, func() (Opened, error) {
		if !s.Vault.HasKeychain(path) {
			return nil, notes.ErrLocked
		}
		return s.Vault.UnlockByKeychain(path)
	}, func(error) {}) // the page asks for the passphrase
}

// openWith opens a journal off the UI goroutine, and shows it where its page is still in view.
func (s *Shell) openWith(path string, open func() (Opened, error), done func(error)) {
	asks, back := s.asks, s.back
	var j Opened
	s.Clock.Background(func() (err error) {
		if back != nil {
			<-back.closed
		}
		j, err = open()
		return err
	}, func(err error) {
		elsewhere := s.stopped || s.asks != asks || s.Place().Screen != room.Locked || s.journal != nil
		switch {
		case err != nil && !elsewhere && errors.Is(err, notes.ErrDamaged) && !errors.Is(err, notes.ErrNoKey): // its key is whole
			s.cannotOpen(path, err)
			return
		case err != nil:
			done(err)
			return
		case elsewhere:
			_ = j.Close() // something else was chosen meanwhile
			return
		}
		then := s.then
		s.then = nil
		if err = s.use(j, false); err != nil {
			s.cannotOpen(path, err)
		} else {
			if back == nil {
				s.sayNoRecovery(j)
			}
			s.sayCaptured(j)
		}
		done(nil)
		if then != nil && s.journal == j {
			then()
		}
	})
}

// sayNoRecovery says at a start that nobody has seen the recovery key: the program ended before it was shown, or written down.
func (s *Shell) sayNoRecovery(j Opened) {
	switch unseen, err := j.Setting(settings.KeyUnseen); {
	case err != nil:
		s.Show(err)
	case unseen != "":
		s.Say(settings.NoRecovery)
	}
}

// sawRecovery notes in a journal that its recovery key was seen, or that one does without it; or, before there is one, that it wasn't.
func sawRecovery(j Opened, seen bool) error {
	value := "1"
	if seen {
		value = ""
	}
	was, err := j.Setting(settings.KeyUnseen)
	if err != nil || was == value {
		return err
	}
	_, err = j.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: settings.KeyUnseen, Value: value}}})
	return err
}

// sayCaptured tells of lines that were filed by the unlocking.
func (s *Shell) sayCaptured(j Opened) {
	inbox, ok := j.(interface{ Captured() (filed, damaged int) })
	if !ok {
		return
	}
	switch filed, damaged := inbox.Captured(); {
	case damaged > 0:
		s.Say(voice.N(damaged, "{n} line that you wrote while the journal was locked can't be read. It stays in the journal's inbox.",
			"{n} lines that you wrote while the journal was locked can't be read. They stay in the journal's inbox."))
	case filed > 0:
		s.Say(voice.N(filed, "Filed {n} line that you wrote while the journal was locked",
			"Filed {n} lines that you wrote while the journal was locked"))
	}
}

// comesBack is where the window goes in a journal that has been opened: where it was when the window locked it, otherwise where
// it was when it was last open. The error is to be shown beside it.
func (s *Shell) comesBack(path string) (room.Place, error) {
	back := s.back
	s.back = nil
	if back == nil || back.path != path || back.place.Screen == room.Protect || !s.exists(back.place) {
		return s.lastPlace()
	}
	s.guard = back.guard
	to := s.folding(back.place)
	s.returning = &returning{back, to}
	return to, nil
}

// behind says what waits behind a curtain, where the journal couldn't be closed because of err.
func (s *Shell) behind(err error) string {
	if errors.Is(err, notes.ErrMoved) {
		return voice.T("Your journal file was moved or deleted. Unlock and save a copy before you turn off this computer.")
	}
	if r, ok := s.room.(room.Waiter); ok && r.Waits() != "" && s.draft.Flush() == nil {
		return r.Waits()
	}
	return voice.T("Some of your text isn't saved yet. Handback keeps it in memory, so don't turn off this computer.")
}

// drawCurtain covers a journal that can't be closed, until its passphrase was said.
func (s *Shell) drawCurtain(path, behind string) {
	page := locked.New(locked.State{Behind: behind}, locked.Ways{
		Unlock: func(secret notes.Secret, done func(error)) {
			s.Clock.Background(func() error { return s.Vault.Check(path, secret) }, func(err error) {
				done(err)
				if err != nil || s.curtain == nil {
					return
				}
				s.liftCurtain()
				if secret.Recovery != "" {
					s.chooseAnew(path, secret)
				}
			})
		},
		Quit:     s.quit,
		CapsLock: s.hands.CapsLock,
	})
	curtain := widgets.ShowCurtain(s.win.Canvas(), page.Content(), page.Focus())
	s.curtain = curtain
	if s.draft.Flush() != nil { // otherwise it waits for a hand: a recovery key is to be written down
		s.touch()
		s.lockBehind(curtain)
	}
}

// lockBehindAfter is how long after a journal could not be closed, or after the last key, it is tried again.
const lockBehindAfter = 20 * time.Second

// lockBehind closes the journal behind a curtain once what could not be saved is: its key stays in memory no longer than it has to. It
// waits while somebody types the passphrase.
func (s *Shell) lockBehind(curtain *widgets.Curtain) {
	s.Clock.After(lockBehindAfter, func() {
		switch {
		case s.curtain != curtain || s.stopped:
			return
		case s.Now().Sub(s.touched) < lockBehindAfter || s.draft.Flush() != nil:
			s.lockBehind(curtain)
			return
		}
		s.curtain.Lift()
		s.curtain = nil
		s.lock()
	})
}

// liftCurtain shows again what was there, and what came meanwhile.
func (s *Shell) liftCurtain() {
	if s.curtain == nil {
		return
	}
	s.curtain.Lift()
	s.curtain = nil
	later := s.later
	s.later = nil
	for _, f := range later {
		f()
	}
	if s.stale {
		s.stale = false
		s.changed()
	}
	s.planIdleLock()
}

// chooseAnew asks for a new passphrase after the recovery key opened the journal.
func (s *Shell) chooseAnew(path string, secret notes.Secret) {
	protect.ShowAnew(s.win.Canvas(), s.ownNames(), func(to string, done func(error)) {
		s.Background(func() error { return s.Vault.ChangePassphrase(path, secret, to) }, done)
	}, func() { s.Say(voice.T("Passphrase changed")) })
}

// minutesToLock is how many minutes nobody must have touched anything before the journal is locked; 0 is never.
func (s *Shell) minutesToLock() int {
	text, err := s.journal.Setting(settings.KeyLockAfter)
	if err != nil {
		s.Show(err)
	}
	return settings.ReadLockAfter(text)
}

// touch is called when a hand is on keyboard or pointer.
func (s *Shell) touch() { s.touched, s.used = s.Now(), true }

// planIdleLock plans the lock of a protected journal that nobody touches.
func (s *Shell) planIdleLock() {
	if s.idleLock != nil {
		s.idleLock()
		s.idleLock = nil
	}
	if !s.mayLock() {
		return
	}
	minutes := s.minutesToLock()
	if minutes == 0 {
		return
	}
	s.touch()
	s.awaitIdle(time.Duration(minutes) * time.Minute)
}

// awaitIdle locks once nothing was touched for so long. A clock that was set meanwhile makes it wait no longer than that.
func (s *Shell) awaitIdle(limit time.Duration) {
	rest := min(max(limit-s.Now().Sub(s.touched), time.Second), limit)
	s.idleLock = s.Clock.After(rest, func() {
		s.idleLock = nil
		if idle := s.Now().Sub(s.touched); idle >= limit || idle < 0 {
			s.lock()
			return
		}
		s.awaitIdle(limit)
	})
}
