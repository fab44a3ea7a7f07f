package ui

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/storage"
)

// safe is a shelf whose journals may be protected. Their files stay plain: how they are sealed is storage's, and what the window
// does with them is tested here.
type safe struct {
	shelf
	protected map[string]string // by path: the passphrase
	keychain  map[string]bool
	noKey     map[string]bool
	left      []string // what Protect names
	forgot    []string
	wrong     error  // of Protect
	during    func() // while it protects, or turns that off
	damage    error  // of the pages: what Unlock returns
	salvaged  int
	opens     int
}

const (
	passphrase  = "marble ladder tulip comet"
	recoveryKey = "AGE-SECRET-KEY-1 QPZRY9 X8GF2T VDW0S3 JN54KH CE6MUA 7LQPZR Y9X8GF"
)

func (s *safe) Open(path string, create bool) (Opened, error) {
	switch {
	case s.noKey[path]:
		return nil, notes.ErrNoKey
	case s.Protected(path):
		return nil, notes.ErrLocked
	}
	return s.shelf.Open(path, create)
}

func (s *safe) Protected(path string) bool { return s.protected[path] != "" }

func (s *safe) Check(path string, secret notes.Secret) error {
	typed := secret.Passphrase != "" && secret.Passphrase == s.protected[path]
	if strings.HasSuffix(strings.ToUpper(secret.Recovery), recoveryKey) || !s.noKey[path] && typed {
		return nil
	}
	return notes.ErrSecret
}

func (s *safe) Unlock(path string, secret notes.Secret) (Opened, error) {
	if err := s.Check(path, secret); err != nil {
		return nil, err
	}
	if s.damage != nil {
		return nil, s.damage
	}
	s.opens++
	return storage.Open(path, storage.Options{Now: s.now})
}

func (s *safe) UnlockByKeychain(path string) (Opened, error) {
	if !s.keychain[path] {
		return nil, notes.ErrLocked
	}
	return storage.Open(path, storage.Options{Now: s.now})
}

func (s *safe) Protect(path string, p notes.Protection, progress func(done, of int64) error) (notes.Protected, error) {
	if s.during != nil {
		s.during()
	}
	if err := progress(1, 2); err != nil {
		return notes.Protected{}, err
	}
	if s.wrong != nil {
		return notes.Protected{}, s.wrong
	}
	s.protected[path], s.keychain[path] = p.Passphrase, p.Keychain
	return notes.Protected{Recovery: recoveryKey, Left: s.left}, nil
}

func (s *safe) Unprotect(path string, secret notes.Secret, progress func(done, of int64) error) error {
	if err := s.Check(path, secret); err != nil {
		return err
	}
	if s.during != nil {
		s.during()
	}
	if err := progress(1, 2); err != nil {
		return err
	}
	delete(s.protected, path)
	return nil
}

func (s *safe) ChangePassphrase(path string, secret notes.Secret, to string) error {
	if err := s.Check(path, secret); err != nil {
		return err
	}
	s.protected[path] = to
	delete(s.noKey, path)
	return nil
}

func (s *safe) SetKeychain(path string, secret notes.Secret, keep bool) error {
	if err := s.Check(path, secret); err != nil {
		return err
	}
	s.keychain[path] = keep
	return nil
}

func (s *safe) HasKeychain(path string) bool { return s.keychain[path] }

func (s *safe) PlainCopies(string) ([]string, error) { return s.left, nil }

func (s *safe) SalvageWith(path string, secret notes.Secret) (notes.Salvaged, error) {
	if err := s.Check(path, secret); err != nil {
		return notes.Salvaged{}, err
	}
	s.salvaged++
	s.damage = nil
	made := filepath.Join(s.folder, "own.salvaged.handback")
	s.protected[made] = s.protected[path]
	j, err := storage.Open(made, storage.Options{Now: s.now, Create: true})
	if err != nil {
		return notes.Salvaged{}, err
	}
	return notes.Salvaged{Path: made, Notes: 3, Behind: 2}, j.Close()
}

func (s *safe) Forget(left []string) error {
	s.forgot = append(s.forgot, left...)
	s.left = slices.DeleteFunc(s.left, func(path string) bool { return slices.Contains(left, path) })
	return nil
}

// told is what the system tells in a test.
type told struct {
	sleep func(then func())
	lock  func()
}

func (t *told) Watch(sleep func(then func()), lock func()) (stop func()) {
	t.sleep, t.lock = sleep, lock
	return func() {}
}

// safeWindow is a window that knows protected journals, before its start.
func safeWindow(t *testing.T) (*window, *safe, *told) {
	t.Helper()
	app := test.NewTempApp(t)
	clock := &manual{now: tuesday}
	v := &safe{
		shelf: shelf{t.TempDir(), clock.time}, protected: map[string]string{}, keychain: map[string]bool{},
		noKey: map[string]bool{},
	}
	tells := &told{}
	s := New(Config{App: app, Journals: v, Vault: v, Session: tells, Now: clock.time, Version: "test", Clock: clock})
	t.Cleanup(s.stop)
	return &window{Shell: s, t: t, clock: clock}, v, tells
}

// protectedWindow is a window on a protected journal with Ana and Ben in it.
func protectedWindow(t *testing.T) (*window, *safe, *told) {
	t.Helper()
	w, v, tells := safeWindow(t)
	path := filepath.Join(v.folder, "own.handback")
	if err := w.Start(path, false); err != nil {
		t.Fatal(err)
	}
	w.settle()
	w.apply(notes.Change{Rows: []notes.Row{
		notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere, Pronoun: notes.She},
		notes.Person{Kind: notes.KindReport, Name: "Ben Kofi", State: notes.StateHere, Pronoun: notes.He},
	}})
	v.protected[path] = passphrase
	w.Shell.protected = true
	w.planIdleLock()
	return w, v, tells
}

// fill replaces what stands in the field on top of the window.
func (w *window) fill(key, text string) {
	w.t.Helper()
	w.find(key).(interface{ SetText(string) }).SetText(text)
	w.settle()
}

// taps taps what is on top of the window.
func (w *window) taps(key string) {
	w.t.Helper()
	o := w.find(key)
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		w.t.Fatalf("%s is off", key)
	}
	o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
	w.settle()
}

// unlocks types a passphrase on the locked screen.
func (w *window) unlocks(typed string) {
	w.t.Helper()
	w.fill("locked.passphrase", typed)
	w.taps("locked.unlock")
}

func must(_ Opened, err error) error { return err }

func (m *manual) time() time.Time { return m.now }

// protects chooses a passphrase for the journal of a window that knew none; left are the plain copies that stay.
func (w *window) protects(chosen string, left ...string) {
	w.t.Helper()
	w.Vault = &safe{
		shelf: w.Journals.(shelf), protected: map[string]string{}, keychain: map[string]bool{}, left: left,
	}
	w.Run("protect")
	w.settle()
	w.fill("passphrase.new", chosen)
	w.fill("passphrase.again", chosen)
	w.taps("protect.go")
}
