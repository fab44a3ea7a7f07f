package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"handback/ui/room"
	"handback/ui/settings"
	"handback/ui/widgets"
)

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

// TestARecoveryKeyOpensWhereThePassphraseIsAsked whoever pastes what is in the file that it was saved to.
func TestARecoveryKeyOpensWhereThePassphraseIsAsked(t *testing.T) {
	for name, says := range map[string]string{
		"as saved now": "Recovery key for a Handback journal. Anyone who has this key can open the journal: keep it somewhere safe, ",
		"as it was":    "Recovery key of a Handback journal. ",
	} {
		t.Run(name, func(t *testing.T) {
			w, _, _ := protectedWindow(t)
			w.Run("lock")
			w.settle()
			w.unlocks(says + strings.ToLower(recoveryKey))
			if w.journal == nil {
				t.Fatal("it doesn't open")
			}
			if got := w.everything(); !strings.Contains(got, "Choose a new passphrase") {
				t.Errorf("shown is\n%s", got)
			}
		})
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
	if got := shown(w.win.Canvas().Overlays().Top()); strings.Contains(got, "isn't saved") || !strings.Contains(got, "Your new recovery key is waiting") {
		t.Errorf("over it stands\n%s", got)
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

// TestALockWhileTheJournalBecomesProtectedComesOnceItIs: whoever locked, or whose computer did, is gone when the recovery key is shown.
func TestALockWhileTheJournalBecomesProtectedComesOnceItIs(t *testing.T) {
	for name, lock := range map[string]func(w *window, tells *told){
		"by the key": func(w *window, _ *told) {
			w.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: ctrl | shift})
		},
		"before sleep":    func(_ *window, tells *told) { tells.sleep(func() {}) },
		"with the screen": func(_ *window, tells *told) { tells.lock() },
	} {
		t.Run(name, func(t *testing.T) {
			w, v, tells := protectedWindow(t)
			delete(v.protected, w.journal.Path())
			w.Shell.protected = false
			w.Run("protect")
			w.settle()
			w.fill("passphrase.new", passphrase)
			w.fill("passphrase.again", passphrase)
			w.find("protect.go").(fyne.Tappable).Tapped(nil)
			if w.journal != nil {
				t.Fatal("it isn't being protected")
			}
			lock(w, tells)
			w.settle()
			key := strings.Fields(recoveryKey)[3]
			top := w.win.Canvas().Overlays().Top()
			if top == nil || strings.Contains(shown(top), key) || !strings.Contains(shown(top), "Your journal is locked") {
				t.Fatalf("over it lies %T", top)
			}
			w.unlocks(passphrase)
			if got := w.everything(); !strings.Contains(got, key) {
				t.Errorf("shown is\n%s", got)
			}
		})
	}
}
