package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/storage"
	"handback/ui/firstrun"
	"handback/ui/room"
	"handback/ui/settings"
	"handback/ui/widgets"
)

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
	if got := w.everything(); !strings.Contains(got, "That isn't the passphrase for this journal") || v.protected[path] != passphrase {
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
	if got := w.everything(); !strings.Contains(got, "That isn't the passphrase for this journal") || w.journal == nil {
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
