package ui

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/storage"
	"handback/ui/firstrun"
	"handback/ui/room"
	"handback/ui/settings"
	"handback/ui/widgets"
)

// safe is a shelf whose journals may be protected. Their files stay plain: how they are sealed is storage's, and what the window
// does with them is tested here.
type safe struct {
	shelf
	protected map[string]string // by path: the passphrase
	keychain  map[string]bool
	inbox     map[string][]string
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

func (s *safe) Capture(path, line string) error {
	s.inbox[path] = append(s.inbox[path], line)
	return nil
}

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
		shelf: shelf{t.TempDir(), clock.time}, protected: map[string]string{}, keychain: map[string]bool{}, inbox: map[string][]string{},
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

// showsNothing fails where anything of the journal is in the window, or within reach of it.
func (w *window) showsNothing() {
	w.t.Helper()
	if w.Place().Screen != room.Locked || w.journal != nil {
		w.t.Fatalf("the window is at %v, a journal is open: %v", w.Place(), w.journal != nil)
	}
	got := w.everything()
	if strings.Contains(got, "Ana") || strings.Contains(got, "Ben") || !strings.Contains(got, "Your journal is locked") {
		w.t.Errorf("shown is\n%s", got)
	}
	if w.win.Title() != "Handback" || len(w.win.Canvas().Overlays().List()) != 0 {
		w.t.Errorf("titled %q, over it lie %d", w.win.Title(), len(w.win.Canvas().Overlays().List()))
	}
	writes := w.editor != nil && w.editor.Text() != ""
	if len(w.people)+len(w.roster)+len(w.acts.done)+len(w.acts.undone) != 0 || w.names != nil || writes || w.forms.typed != nil {
		w.t.Errorf("still in the window's memory: %d people, %d acts, %v, %v, %v", len(w.people)+len(w.roster), len(w.acts.done)+len(w.acts.undone),
			w.names, writes, w.forms.typed)
	}
	for _, c := range w.commands {
		if c.name != "" && c.can() && c.id != "help" && c.id != "labels" && c.id != "shortcuts" && c.id != quitID && c.id != "go.about" && !strings.HasPrefix(c.id, "part.") {
			w.t.Errorf("%s can be done", c.id)
		}
	}
}

func TestLockedNothingShows(t *testing.T) {
	for name, way := range map[string]func(w *window, tells *told){
		"by the key": func(w *window, _ *told) {
			w.press(ctrl|shift, fyne.KeyL)
			if w.journal != nil { // a field passes it on to the window, which the test's canvas does not have
				w.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: ctrl | shift})
			}
		},
		"by the command":      func(w *window, _ *told) { w.Run(lockID) },
		"when nobody is here": func(w *window, _ *told) { w.pass(usual) },
		"before sleep":        func(_ *window, tells *told) { tells.sleep(func() {}) },
		"with the screen":     func(_ *window, tells *told) { tells.lock() },
	} {
		for at, enter := range map[string]func(w *window){
			"a note":    func(*window) {},
			"a dialog":  func(w *window) { w.Run("person.edit") },
			"a menu":    func(w *window) { w.tapKey("top.menu") },
			"a switch":  func(w *window) { w.Run("switcher") },
			"today":     func(w *window) { w.visit(room.Place{Screen: room.Today}) },
			"a search":  func(w *window) { w.visit(room.Place{Screen: room.Search, Text: "Ana"}) },
			"settings":  func(w *window) { w.visit(room.Place{Screen: room.Settings}) },
			"a meeting": func(w *window) { w.Run("meeting.start") },
		} {
			t.Run(name+" in "+at, func(t *testing.T) {
				w, v, tells := protectedWindow(t)
				w.writeNote(w.who("Ana"), "topic: Ana asks about pay\n")
				enter(w)
				w.settle()
				w.win.SetTitle("Ana Ruiz")
				way(w, tells)
				w.settle()
				w.showsNothing()
				w.unlocks("something else")
				w.showsNothing()
				if got := w.everything(); !strings.Contains(got, "doesn't open this journal") || v.opens != 0 {
					t.Errorf("a wrong passphrase says\n%s", got)
				}
				w.unlocks(passphrase)
				if w.journal == nil || !w.Shell.protected || w.who("Ana").ID == 0 {
					t.Error("it did not open")
				}
			})
		}
	}
}

func secondsOf(n int) time.Duration { return time.Duration(n) * time.Second }

// usual is longer than a journal that nobody touches stays open.
const usual = (10*60 + 5) * 1e9

func TestUnlockedOneIsWhereOneWas(t *testing.T) {
	w, _, _ := protectedWindow(t)
	id := w.writeNote(w.who("Ana"), "begun\n")
	w.editor.SetCaret(6)
	w.win.Canvas().Focused().TypedRune('x')
	w.Run("lock")
	w.settle()
	w.unlocks(passphrase)
	if p := w.Place(); p.Screen != room.Notes || p.Note != id || w.stored(id) != "begun\nx" || w.editor.Text() != "begun\nx" {
		t.Errorf("at %v with %q", p, w.stored(id))
	}
	w.Run("meeting.start")
	w.settle()
	meeting := w.Place()
	w.Run("lock")
	w.settle()
	w.unlocks(passphrase)
	if w.Place() != meeting || w.guard != w.who("Ana").ID {
		t.Errorf("in a meeting: at %v, beside %v", w.Place(), w.guard)
	}
}

func TestWhatCannotBeSavedWaitsBehindACurtain(t *testing.T) {
	w, _, _ := protectedWindow(t)
	disk := w.filling()
	id := w.writeNote(w.who("Ana"), "begun\n")
	disk.full = true
	w.editor.SetCaret(6)
	w.win.Canvas().Focused().TypedRune('x')
	focus := w.win.Canvas().Focused()
	w.Run("lock")
	w.settle()
	curtain, ok := w.win.Canvas().Overlays().Top().(*widgets.Curtain)
	if !ok || curtain.Size() != w.win.Canvas().Size() {
		t.Fatalf("over it lies %T", w.win.Canvas().Overlays().Top())
	}
	for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn, fyne.KeyF1, fyne.KeyF6} {
		w.typedKey(&fyne.KeyEvent{Name: key})
	}
	w.press(ctrl, fyne.KeyK)
	w.press(alt, fyne.KeyD)
	w.Run("go.today")
	w.settle()
	says := shown(curtain)
	if w.win.Canvas().Overlays().Top() != curtain || !strings.Contains(says, "text isn't saved yet") || strings.Contains(says, "Ana") {
		t.Fatalf("over it lies %T: %s", w.win.Canvas().Overlays().Top(), shown(curtain))
	}
	w.unlocks("another")
	if w.win.Canvas().Overlays().Top() != curtain {
		t.Fatal("any passphrase lifts the curtain")
	}
	disk.full = false
	w.unlocks(passphrase)
	if w.win.Canvas().Overlays().Top() != nil || w.editor.Text() != "begun\nx" || w.win.Canvas().Focused() != focus {
		t.Errorf("behind it stands %q, the keyboard is at %T", w.editor.Text(), w.win.Canvas().Focused())
	}
	w.pass(2e9)
	if got := w.stored(id); got != "begun\nx" {
		t.Errorf("stored %q", got)
	}
}

// unsaved is a locked window whose journal can't be closed, as its disk is full.
func unsaved(t *testing.T) (w *window, disk *fullDisk, id notes.NoteID) {
	t.Helper()
	w, _, _ = protectedWindow(t)
	disk = w.filling()
	id = w.writeNote(w.who("Ana"), "begun\n")
	disk.full = true
	w.editor.SetCaret(6)
	w.win.Canvas().Focused().TypedRune('x')
	w.Run("lock")
	w.settle()
	if w.curtain == nil || w.journal == nil {
		t.Fatal("no curtain is drawn")
	}
	return w, disk, id
}

// TestBehindACurtainItLocksOnceAllIsSaved so that the key isn't in memory any longer, but not under the hand of who types.
func TestBehindACurtainItLocksOnceAllIsSaved(t *testing.T) {
	w, disk, id := unsaved(t)
	w.pass(2 * lockBehindAfter)
	w.settle()
	if w.curtain == nil || w.journal == nil {
		t.Fatal("it locked with text that isn't saved")
	}
	disk.full = false
	w.hands.Moved()
	w.pass(lockBehindAfter / 2)
	w.settle()
	if w.curtain == nil {
		t.Error("it locked under the hand")
	}
	w.pass(2 * lockBehindAfter)
	w.settle()
	if w.curtain != nil {
		t.Fatal("the curtain stays")
	}
	w.showsNothing()
	w.unlocks(passphrase)
	if got := w.stored(id); got != "begun\nx" || w.editor.Text() != "begun\nx" {
		t.Errorf("stored %q, shown %q", got, w.editor.Text())
	}
}

// TestTheRecoveryKeyLiftsTheCurtainAndAsksForANewPassphrase as it does where the journal is closed.
func TestTheRecoveryKeyLiftsTheCurtainAndAsksForANewPassphrase(t *testing.T) {
	w, disk, id := unsaved(t)
	disk.full = false
	w.taps("locked.way")
	w.recovers()
	if w.journal == nil {
		t.Fatal("the new passphrase doesn't open it")
	}
	if got := w.stored(id); got != "begun\nx" {
		t.Errorf("stored %q", got)
	}
}

func TestAHandOnTheKeysKeepsItOpen(t *testing.T) {
	w, _, _ := protectedWindow(t)
	for range 4 {
		w.pass(6 * 60 * 1e9)
		w.hands.Moved()
	}
	if w.journal == nil {
		t.Error("it locked under the hand")
	}
	w.pass(11 * 60 * 1e9)
	w.showsNothing()
}

func TestAfterHowLongItLocksIsChosen(t *testing.T) {
	for value, minutes := range map[string]int{"1": 1, "30": 30, "0": 0, "": 10, "some": 10} {
		t.Run(value, func(t *testing.T) {
			w, _, _ := protectedWindow(t)
			w.apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: settings.KeyLockAfter, Value: value}}})
			w.Run("lock.apply")
			if minutes == 0 {
				w.pass(24 * 60 * 60 * 1e9)
				if w.journal == nil {
					t.Error("it locked")
				}
				return
			}
			w.pass(secondsOf(minutes*60 - 5))
			if w.journal == nil {
				t.Fatal("it locked too soon")
			}
			w.pass(secondsOf(10))
			if w.journal != nil {
				t.Error("it is still open")
			}
		})
	}
}

func TestALineIsCapturedWhileLocked(t *testing.T) {
	w, v, _ := protectedWindow(t)
	path := w.journal.Path()
	w.Run("lock")
	w.settle()
	w.fill("locked.line", "Ana: ask about the rollout")
	w.taps("locked.capture")
	if got := v.inbox[path]; len(got) != 1 || got[0] != "Ana: ask about the rollout" {
		t.Errorf("captured %q", got)
	}
	if got := w.everything(); strings.Contains(got, "Ana") || !strings.Contains(got, "1 line sealed") {
		t.Errorf("shown is\n%s", got)
	}
	w.fill("locked.line", "half a thought")
	w.unlocks(passphrase)
	if got := v.inbox[path]; len(got) != 2 || got[1] != "half a thought" {
		t.Errorf("a line that was begun: %q", got)
	}
}

func TestALineThatIsBegunOutlivesTheEnd(t *testing.T) {
	w, v, _ := protectedWindow(t)
	path := w.journal.Path()
	w.Run("lock")
	w.settle()
	w.fill("locked.line", "half a thought")
	w.stop()
	if got := v.inbox[path]; len(got) != 1 || got[0] != "half a thought" {
		t.Errorf("captured is %q", got)
	}
}

func TestTheClipboardLosesTheKeyAfterAMinute(t *testing.T) {
	w := newWindow(t)
	w.protects(passphrase)
	w.taps("recovery.copy")
	w.pass(61 * time.Second)
	if got := w.App.Clipboard().Content(); got != "" {
		t.Errorf("it holds %q", got)
	}
	w.taps("recovery.copy")
	w.App.Clipboard().SetContent("something else")
	w.pass(61 * time.Second)
	if got := w.App.Clipboard().Content(); got != "something else" {
		t.Errorf("it holds %q", got)
	}
}

func TestWhatEndsAfterTheLockStaysAway(t *testing.T) {
	w, _, _ := protectedWindow(t)
	came := 0
	w.Background(func() error { return nil }, func(error) { came++ })
	w.Promptly(func() error { return nil }, func(error) { came++ })
	w.After(1e9, func() { came++ })
	w.Run("lock")
	w.pass(2e9)
	if came != 0 {
		t.Errorf("%d came", came)
	}
	w.unlocks(passphrase)
	w.Background(func() error { return nil }, func(error) { came++ })
	w.settle()
	if came != 1 {
		t.Error("nothing comes after it was unlocked")
	}
}

func TestWhatWasTypedIntoAFormIsThereAgain(t *testing.T) {
	w, _, _ := protectedWindow(t)
	w.Run("person.add")
	w.settle()
	w.writes("Chidi Okafor")
	w.Run("lock")
	w.settle()
	w.unlocks(passphrase)
	w.Run("person.add")
	w.settle()
	if got := w.everything() + entries(w.win.Canvas().Overlays().Top()); !strings.Contains(got, "Chidi Okafor") {
		t.Errorf("shown is\n%s", got)
	}
}

func TestAStartAsksForThePassphrase(t *testing.T) {
	for name, c := range map[string]struct {
		set  func(v *safe, path string)
		then func(t *testing.T, w *window)
	}{
		"typed":           {func(*safe, string) {}, func(t *testing.T, w *window) { w.showsNothing(); w.unlocks(passphrase) }},
		"by the keychain": {func(v *safe, path string) { v.keychain[path] = true }, func(*testing.T, *window) {}},
		"by the recovery key": {func(*safe, string) {}, func(_ *testing.T, w *window) {
			w.taps("locked.way")
			w.recovers()
		}},
		"without its key file": {func(v *safe, path string) { v.noKey[path] = true }, func(t *testing.T, w *window) {
			if got := w.everything(); !strings.Contains(got, "The key to this journal is missing") {
				t.Errorf("shown is\n%s", got)
			}
			w.recovers()
		}},
	} {
		t.Run(name, func(t *testing.T) {
			w, v, _ := protectedWindow(t)
			path := w.journal.Path()
			w.Run("lock")
			w.settle()
			c.set(v, path)
			w.cannotOpen(path, must(v.Open(path, false)))
			w.settle()
			c.then(t, w)
			w.settle()
			if w.journal == nil || w.Place().Screen != room.Today {
				t.Errorf("at %v", w.Place())
			}
		})
	}
}

func must(_ Opened, err error) error { return err }

// TestARecoveryKeyOpensWhereThePassphraseIsAsked whoever pastes what is in the file that it was saved to.
func TestARecoveryKeyOpensWhereThePassphraseIsAsked(t *testing.T) {
	w, _, _ := protectedWindow(t)
	w.Run("lock")
	w.settle()
	w.unlocks("Recovery key of a Handback journal. " + strings.ToLower(recoveryKey))
	if w.journal == nil {
		t.Fatal("it doesn't open")
	}
	if got := w.everything(); !strings.Contains(got, "Choose a new passphrase") {
		t.Errorf("shown is\n%s", got)
	}
}

// recovers types the recovery key and a new passphrase.
func (w *window) recovers() {
	w.t.Helper()
	w.fill("locked.recovery", "not a key")
	w.taps("locked.unlock")
	if got := w.everything(); !strings.Contains(got, "That recovery key doesn't open this journal") {
		w.t.Errorf("shown is\n%s", got)
	}
	w.fill("locked.recovery", recoveryKey)
	w.taps("locked.unlock")
	w.fill("passphrase.new", "grumpy tapeless overhead")
	w.fill("passphrase.again", "grumpy tapeless overhead")
	w.taps(widgets.DialogConfirm)
	w.Run("lock")
	w.settle()
	w.unlocks("grumpy tapeless overhead")
}

// entries is all that stands in fields.
func entries(o fyne.CanvasObject) string {
	var b strings.Builder
	for _, o := range test.LaidOutObjects(o) {
		if e, ok := o.(*widgets.Entry); ok {
			b.WriteString(e.Text + "\n")
		}
	}
	return b.String()
}

func TestAJournalIsProtectedFromItsSettings(t *testing.T) {
	w, v, _ := protectedWindow(t)
	path := w.journal.Path()
	delete(v.protected, path)
	w.Shell.protected = false
	kept := filepath.Join(t.TempDir(), "kept")
	w.apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: settings.KeptFolder, Value: kept}}})
	v.left = []string{"/old/copy.handback"}
	w.visit(room.Place{Screen: room.Settings, Part: settings.PartProtect})
	w.taps("settings.protect")
	w.fill("passphrase.new", "dragon")
	w.fill("passphrase.again", "dragons")
	w.taps("protect.go")
	if got := w.everything(); !strings.Contains(got, "The two aren't the same") || v.Protected(path) {
		t.Fatalf("shown is\n%s", got)
	}
	w.fill("passphrase.again", "dragon")
	w.taps("protect.go")
	if got := w.everything(); !strings.Contains(got, "Use a passphrase that is easy to guess?") {
		t.Fatalf("shown is\n%s", got)
	}
	w.taps(widgets.DialogCancel)
	if got := w.focusNow(); got != "passphrase.new" {
		t.Errorf("one goes on in %q, not in the passphrase that is to be another", got)
	}
	w.taps("passphrase.offer")
	offered := w.find("passphrase.new").(*widgets.Entry).Text
	if len(strings.Fields(offered)) != 5 || !strings.Contains(w.everything(), "Hard to guess") {
		t.Fatalf("offered is %q", offered)
	}
	v.wrong = errors.New("the disk is full")
	w.taps("protect.go")
	if w.journal == nil || !strings.Contains(w.everything(), "The disk is full.") {
		t.Fatalf("where it fails the journal is closed, or it says\n%s", w.everything())
	}
	v.wrong = nil
	w.fill("passphrase.new", passphrase)
	w.fill("passphrase.again", passphrase)
	w.taps("protect.go")
	if v.protected[path] != passphrase || !w.Shell.protected || w.journal == nil {
		t.Fatalf("protected by %q, and the window knows %v", v.protected[path], w.Shell.protected)
	}
	groups := strings.Fields(recoveryKey)
	if got := w.everything(); !strings.Contains(got, groups[3]) || !strings.Contains(got, "shown once") {
		t.Fatalf("shown is\n%s", got)
	}
	saved := filepath.Join(t.TempDir(), "key.txt")
	w.taps("recovery.save")
	w.fill("saveas/where", saved)
	w.taps(widgets.DialogConfirm)
	w.fill("recovery.part", "WRONG1")
	w.taps("recovery.confirm")
	if got := w.everything(); !strings.Contains(got, "That isn't group") || !strings.Contains(got, saved) {
		t.Fatalf("shown is\n%s", got)
	}
	w.taps("recovery.copy")
	w.fill("recovery.part", strings.ToLower(groups[len(groups)*2/3]))
	w.taps("recovery.confirm")
	if w.App.Clipboard().Content() != "" || strings.Contains(w.everything(), groups[3]) {
		t.Error("the key is still in the clipboard, or in view")
	}
	if got := w.everything(); !strings.Contains(got, "/old/copy.handback") || !strings.Contains(got, kept) {
		t.Fatalf("shown is\n%s", got)
	}
	w.taps("copies.delete")
	w.taps(widgets.DialogConfirm)
	if len(v.forgot) != 2 || w.Place().Screen != room.Settings {
		t.Errorf("deleted %q, at %v", v.forgot, w.Place())
	}
	if folder, err := w.journal.Setting(settings.KeptFolder); err != nil || folder != "" {
		t.Errorf("the folder %q is still kept up to date, %v", folder, err)
	}
	if got := w.everything(); !strings.Contains(got, "This journal is protected") {
		t.Errorf("settings say\n%s", got)
	}
}

// atTheRecoveryKey is a window in which a journal was protected just now: its recovery key is shown, and nobody has saved it.
func atTheRecoveryKey(t *testing.T) (w *window, path string) {
	t.Helper()
	w, v, _ := protectedWindow(t)
	path = w.journal.Path()
	delete(v.protected, path)
	w.Shell.protected = false
	w.Run("protect")
	w.settle()
	w.fill("passphrase.new", passphrase)
	w.fill("passphrase.again", passphrase)
	w.taps("protect.go")
	return w, path
}

// TestARecoveryKeyThatNobodySawIsToldOf where the program ended before it was typed back, and not once it was.
func TestARecoveryKeyThatNobodySawIsToldOf(t *testing.T) {
	for _, seen := range []bool{false, true} {
		w, path := atTheRecoveryKey(t)
		if seen {
			groups := strings.Fields(recoveryKey)
			w.fill("recovery.part", groups[len(groups)*2/3])
			w.taps("recovery.confirm")
			w.visit(room.Place{Screen: room.Today})
		}
		if err := w.journal.Close(); err != nil { // as where it is killed
			t.Fatal(err)
		}
		next, v2, _ := safeWindow(t)
		v2.protected[path] = passphrase
		if err := next.Start(path, false); err != nil {
			t.Fatal(err)
		}
		next.settle()
		next.unlocks(passphrase)
		const says = "You haven't saved a recovery key"
		if got := next.everything(); strings.Contains(got, says) == seen || next.journal == nil {
			t.Errorf("seen: %v, but shown is\n%s", seen, got)
		}
		next.visit(room.Place{Screen: room.Settings, Part: settings.PartProtect})
		if got := shown(next.frame.content); strings.Contains(got, says) == seen {
			t.Errorf("seen: %v, but in Settings stands\n%s", seen, got)
		}
	}
}

func TestTheRecoveryKeyIsNotLostByALock(t *testing.T) {
	w, _ := atTheRecoveryKey(t)
	key := strings.Fields(recoveryKey)[3]
	w.taps("recovery.copy")
	if w.App.Clipboard().Content() != recoveryKey {
		t.Fatal("it isn't copied")
	}
	w.Run("lock")
	w.settle()
	if top := w.win.Canvas().Overlays().Top(); top == nil || strings.Contains(shown(top), key) {
		t.Fatalf("over it lies %T", top)
	}
	if got := w.App.Clipboard().Content(); got != "" {
		t.Errorf("the clipboard holds %q", got)
	}
	w.unlocks(passphrase)
	if got := w.everything(); !strings.Contains(got, key) {
		t.Errorf("shown is\n%s", got)
	}
	w.taps("recovery.without")
	w.taps(widgets.DialogConfirm)
	if w.Place().Screen != room.Settings {
		t.Errorf("at %v", w.Place())
	}
}

func TestAFirstRunMayBeginProtected(t *testing.T) {
	w, v, _ := safeWindow(t)
	if err := w.Start("", false); err != nil {
		t.Fatal(err)
	}
	w.taps("firstrun.start")
	w.fill("firstrun.name", "Robin Vale")
	w.fill("people.names", "Ana Ruiz")
	w.taps("firstrun.protect")
	w.taps("firstrun.begin")
	if v.Exists(v.Default()) {
		t.Error("a plain journal is there before the passphrase")
	}
	w.taps("protect.cancel")
	if seen := w.everything(); !strings.Contains(seen, "Robin Vale") || !strings.Contains(seen, "Ana Ruiz") {
		t.Fatalf("what was typed is gone when the passphrase is called off:\n%s", seen)
	}
	w.taps("firstrun.begin")
	w.fill("passphrase.new", passphrase)
	w.fill("passphrase.again", passphrase)
	w.taps("protect.go")
	w.fill("recovery.part", strings.Fields(recoveryKey)[len(strings.Fields(recoveryKey))*2/3])
	w.taps("recovery.confirm")
	if w.Place().Screen != room.Today || w.Me().Name != "Robin Vale" || w.who("Ana").ID == 0 || !w.Shell.protected {
		t.Errorf("at %v as %q", w.Place(), w.Me().Name)
	}
	if w.firstTyped != (firstrun.Typed{}) {
		t.Errorf("the names stay in memory: %+v", w.firstTyped)
	}
}

// TestAWeakPassphraseIsAskedAboutWhereItIsChangedToo not only where a journal is protected first.
func TestAWeakPassphraseIsAskedAboutWhereItIsChangedToo(t *testing.T) {
	w, v, _ := protectedWindow(t)
	path := w.journal.Path()
	w.visit(room.Place{Screen: room.Settings, Part: settings.PartProtect})
	w.taps("settings.protect.passphrase")
	w.fill("change.current", passphrase)
	w.fill("passphrase.new", "x")
	w.fill("passphrase.again", "x")
	w.taps(widgets.DialogConfirm)
	if got := w.everything(); !strings.Contains(got, "Use a passphrase that is easy to guess?") || v.protected[path] != passphrase {
		t.Fatalf("it is %q, and shown is\n%s", v.protected[path], got)
	}
	w.taps(widgets.DialogCancel)
	if got := w.everything(); !strings.Contains(got, "Change the passphrase") || v.protected[path] != passphrase {
		t.Fatalf("it is %q, and shown is\n%s", v.protected[path], got)
	}
	w.taps(widgets.DialogConfirm)
	w.taps(widgets.DialogConfirm)
	if v.protected[path] != "x" || w.win.Canvas().Overlays().Top() != nil {
		t.Errorf("it is %q", v.protected[path])
	}
}

func TestPassphraseKeychainAndProtectionChange(t *testing.T) {
	w, v, _ := protectedWindow(t)
	path := w.journal.Path()
	w.visit(room.Place{Screen: room.Settings, Part: settings.PartProtect})
	w.taps("settings.protect.passphrase")
	w.fill("change.current", "another")
	w.fill("passphrase.new", "grumpy tapeless overhead")
	w.fill("passphrase.again", "grumpy tapeless overhead")
	w.taps(widgets.DialogConfirm)
	if got := w.everything(); !strings.Contains(got, "That isn't the passphrase of this journal") || v.protected[path] != passphrase {
		t.Fatalf("shown is\n%s", got)
	}
	w.fill("change.current", passphrase)
	w.taps(widgets.DialogConfirm)
	if v.protected[path] != "grumpy tapeless overhead" || w.win.Canvas().Overlays().Top() != nil {
		t.Fatalf("it is %q", v.protected[path])
	}
	for _, keep := range []bool{true, false} {
		w.taps("settings.protect.keychain")
		w.fill("keychain.current", "grumpy tapeless overhead")
		w.taps(widgets.DialogConfirm)
		if v.keychain[path] != keep {
			t.Errorf("the keychain has it: %v", v.keychain[path])
		}
	}
	w.taps("settings.protect.off")
	w.fill("off.current", "another")
	w.taps(widgets.DialogConfirm)
	if got := w.everything(); !strings.Contains(got, "That isn't the passphrase of this journal") || w.journal == nil {
		t.Fatalf("shown is\n%s", got)
	}
	w.fill("off.current", "grumpy tapeless overhead")
	w.taps(widgets.DialogConfirm)
	if v.Protected(path) || w.Shell.protected || w.journal == nil || w.Place().Screen != room.Settings {
		t.Errorf("it is protected: %v, at %v", v.Protected(path), w.Place())
	}
	if w.can(lockID) || !w.can(blankID) {
		t.Error("a plain journal locks, or does not blank")
	}
}

// TestPlainCopiesThatAreLeftAreSaidInSettings also of a journal that was protected long ago.
func TestPlainCopiesThatAreLeftAreSaidInSettings(t *testing.T) {
	w, v, _ := protectedWindow(t)
	seen := func() string {
		w.visit(room.Place{Screen: room.Settings, Part: settings.PartProtect})
		w.settle()
		return w.everything()
	}
	const says = "Older copies that anyone can read"
	if got := seen(); strings.Contains(got, says) {
		t.Fatalf("none is left, and shown is\n%s", got)
	}
	v.left = []string{"/elsewhere/own.before.handback", "/elsewhere/own.handback.backups"}
	if got := seen(); !strings.Contains(got, says) {
		t.Fatalf("shown is\n%s", got)
	}
	w.taps("settings.protect.copies")
	w.settle()
	for _, path := range v.left {
		if got := w.everything(); !strings.Contains(got, path) {
			t.Fatalf("shown is\n%s", got)
		}
	}
	w.taps("copies.delete")
	w.taps(widgets.DialogConfirm)
	w.settle()
	if len(v.left) > 0 || len(v.forgot) != 2 || w.Place().Screen != room.Settings {
		t.Fatalf("left are %v, at %v", v.left, w.Place())
	}
	if got := seen(); strings.Contains(got, says) {
		t.Errorf("all are gone, and shown is\n%s", got)
	}
}

// TestABackupIsMadeWhereThePlainOnesAreDeleted holds that nobody is left without one until the next change.
func TestABackupIsMadeWhereThePlainOnesAreDeleted(t *testing.T) {
	w, v, _ := protectedWindow(t)
	w.Run("backup.now")
	w.settle()
	path := w.journal.Path()
	if n := len(backupsOn(t, w, path)); n != 1 {
		t.Fatalf("%d backups", n)
	}
	folder := storage.BackupsFolder(path)
	v.left = []string{folder}
	w.visit(room.Place{Screen: room.Settings, Part: settings.PartProtect})
	w.settle()
	w.taps("settings.protect.copies")
	w.settle()
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	w.taps("copies.delete")
	w.taps(widgets.DialogConfirm)
	w.settle()
	w.pass(0)
	w.settle()
	if n := len(backupsOn(t, w, path)); n != 1 {
		t.Errorf("%d backups after the plain ones were deleted", n)
	}
}

func TestClosingTheDialogCallsOffWhatWasNotBegun(t *testing.T) {
	w, v, _ := protectedWindow(t)
	path := w.journal.Path()
	w.visit(room.Place{Screen: room.Settings, Part: settings.PartProtect})
	w.taps("settings.protect.off")
	w.find("off.current").(interface{ SetText(string) }).SetText(passphrase)
	w.find(widgets.DialogConfirm).(fyne.Tappable).Tapped(nil) // the passphrase is being checked
	w.find(widgets.DialogCancel).(fyne.Tappable).Tapped(nil)
	w.settle()
	if !v.Protected(path) || w.journal == nil || w.Place().Screen != room.Settings {
		t.Errorf("protected: %v, at %v", v.Protected(path), w.Place())
	}
}

func TestNoPassphraseIsWrittenDown(t *testing.T) {
	w, _, _ := protectedWindow(t)
	w.Run("protect.passphrase")
	w.settle()
	w.fill("change.current", passphrase)
	w.fill("passphrase.new", "grumpy tapeless overhead")
	w.taps(widgets.DialogCancel)
	w.pass(5e9)
	text, err := w.journal.Setting(notes.SettingForms)
	if err != nil || strings.Contains(text, "tapeless") || strings.Contains(text, "marble") {
		t.Errorf("kept is %q, %v", text, err)
	}
}

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
