package ui

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/widgets"
)

// protectedBackup is a window on a protected journal, at its backups, with a note in one that was overwritten since.
func protectedBackup(t *testing.T) (w *window, v *safe, tells *told, id notes.NoteID) {
	t.Helper()
	w, v, tells = protectedWindow(t)
	id = w.writeNote(w.who("Ana"), "as it was")
	w.Run("backup.now")
	w.settle()
	n, err := w.journal.Note(id)
	if err != nil {
		t.Fatal(err)
	}
	w.visit(room.Place{Screen: room.Today})
	if _, err := w.journal.SaveBody(id, n.Rev, "as it is"); err != nil {
		t.Fatal(err)
	}
	w.visit(room.Place{Screen: room.Backups})
	return w, v, tells, id
}

func (w *window) looksInside() {
	w.t.Helper()
	w.tapKey("backups.own.1.look")
	w.settle()
	if w.looked == nil || !w.readOnly() {
		w.t.Fatal("the backup isn't shown")
	}
}

func TestALookIntoABackupOfAProtectedJournalLocks(t *testing.T) {
	for name, way := range map[string]func(w *window, tells *told){
		"by the command":      func(w *window, _ *told) { w.Run(lockID) },
		"when nobody is here": func(w *window, _ *told) { w.pass(usual) },
		"before sleep":        func(_ *window, tells *told) { tells.sleep(func() {}) },
		"with the screen":     func(_ *window, tells *told) { tells.lock() },
	} {
		t.Run(name, func(t *testing.T) {
			w, _, tells, id := protectedBackup(t)
			w.looksInside()
			w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: id})
			way(w, tells)
			w.settle()
			w.showsNothing()
			if w.looked != nil {
				t.Error("the window remembers the backup")
			}
			w.unlocks(passphrase)
			if w.journal == nil || w.readOnly() || w.Place().Screen != room.Backups || w.stored(id) != "as it is" {
				t.Errorf("unlocked at %+v", w.Place())
			}
		})
	}
}

func TestANoteIsBroughtBackIntoAProtectedJournal(t *testing.T) {
	w, _, _, id := protectedBackup(t)
	w.looksInside()
	w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: id})
	w.tapKey("backup.bring")
	w.settle()
	w.showsNothing() // of the journal, which asks for its passphrase
	w.unlocks("something else")
	w.showsNothing()
	w.unlocks(passphrase)
	if got := w.stored(id); got != "as it was" || w.Place().Note != id || w.looked != nil {
		t.Errorf("brought back is %q, at %+v", got, w.Place())
	}
}

func TestTheWayOutOfABackupAsksForThePassphrase(t *testing.T) {
	w, _, _, _ := protectedBackup(t)
	w.looksInside()
	w.tapKey("backup.leave")
	w.settle()
	w.showsNothing()
	w.unlocks(passphrase)
	if w.Place().Screen != room.Backups || w.readOnly() {
		t.Errorf("at %+v", w.Place())
	}
}

func TestARestoredJournalIsUnlockedWithWhatItsBackupOpened(t *testing.T) {
	for name, known := range map[string]string{"the same passphrase": passphrase, "an older one": "something else"} {
		t.Run(name, func(t *testing.T) {
			w, v, _, id := protectedBackup(t)
			path := w.journal.Path()
			b, err := v.BackupAt(backupsOn(t, w, path)[0].Path)
			if err != nil {
				t.Fatal(err)
			}
			w.restoreBackup(path, b, notes.Secret{Passphrase: known})
			w.settle()
			if known != passphrase {
				w.showsNothing()
				w.unlocks(passphrase)
			}
			if got := w.everything(); w.journal == nil || !strings.Contains(got, "Your journal has been restored") || w.stored(id) != "as it was" {
				t.Errorf("at %+v is shown\n%s", w.Place(), got)
			}
		})
	}
}

func TestADamagedProtectedJournalIsSalvagedByItsPassphrase(t *testing.T) {
	w, v, _ := protectedWindow(t)
	w.Run(lockID)
	w.settle()
	v.damage = fmt.Errorf("The file 00000001.log of your journal is damaged: %w", notes.ErrDamaged) //nolint:staticcheck // a sentence
	w.unlocks(passphrase)
	if got := w.everything(); w.Place().Screen != room.Problem || !strings.Contains(got, "00000001.log") ||
		!strings.Contains(got, "Restore a backup") {
		t.Fatalf("at %+v is shown\n%s", w.Place(), got)
	}
	if got := w.everything(); strings.Contains(got, "Rebuild lists") {
		t.Error("it offers what only a plain one has")
	}
	w.taps("problem.salvage")
	w.taps(widgets.DialogCancel)
	if got := w.everything(); v.salvaged != 0 || !strings.Contains(got, "can't be opened") || strings.Contains(got, "Reading …") {
		t.Errorf("called off, %d were read, and shown is\n%s", v.salvaged, got)
	}
	w.taps("problem.salvage")
	w.fill("salvage.secret", "something else")
	w.taps(widgets.DialogConfirm)
	if got := w.everything(); v.salvaged != 0 || !strings.Contains(got, "isn't the passphrase") {
		t.Errorf("with another passphrase %d were read, and shown is\n%s", v.salvaged, got)
	}
	w.fill("salvage.secret", passphrase)
	w.taps(widgets.DialogConfirm)
	if got := w.everything(); v.salvaged != 1 || !strings.Contains(got, "2 changes that were saved after the damage") ||
		strings.Contains(got, "no note is missing") || len(w.win.Canvas().Overlays().List()) != 0 {
		t.Errorf("%d were read, and shown is\n%s", v.salvaged, got)
	}
	w.taps("problem.open")
	if w.journal == nil || filepath.Base(w.journal.Path()) != "own.salvaged.handback" || !w.Shell.protected {
		t.Error("the new journal isn't open")
	}
}

func TestADamagedKeyAsksForTheRecoveryKey(t *testing.T) {
	w, v, _ := protectedWindow(t)
	w.Run(lockID)
	w.settle()
	v.damage = fmt.Errorf("%w: %w", notes.ErrNoKey, notes.ErrDamaged)
	w.unlocks(passphrase)
	if w.Place().Screen != room.Locked {
		t.Errorf("at %+v, where the recovery key can't be typed", w.Place())
	}
}

func TestProtectingIsCalledOff(t *testing.T) {
	w := newWindow(t)
	v := &safe{shelf: w.Journals.(shelf), protected: map[string]string{}, keychain: map[string]bool{}}
	v.during = func() {
		w.find("working.cancel").(fyne.Tappable).Tapped(&fyne.PointEvent{})
		if got := w.everything(); !strings.Contains(got, "Cancelling …") {
			t.Errorf("shown is\n%s", got)
		}
	}
	w.Vault = v
	w.Run("protect")
	w.settle()
	w.fill("passphrase.new", passphrase)
	w.fill("passphrase.again", passphrase)
	w.taps("protect.go")
	if got := w.everything(); !strings.Contains(got, "Cancelled. Your journal is as it was.") || len(v.protected) > 0 || w.journal == nil {
		t.Errorf("protected are %v, and shown is\n%s", v.protected, got)
	}
	w.taps("protect.cancel")
	if w.Place().Screen != room.Settings || w.who("Ana").ID == 0 {
		t.Errorf("at %+v", w.Place())
	}
}

func TestTurningProtectionOffIsCalledOff(t *testing.T) {
	w, v, _ := protectedWindow(t)
	v.during = func() { w.find("working.cancel").(fyne.Tappable).Tapped(&fyne.PointEvent{}) }
	w.Run("protect.off")
	w.settle()
	w.fill("off.current", passphrase)
	w.taps(widgets.DialogConfirm)
	if got := w.everything(); w.journal == nil || !w.Shell.protected || !strings.Contains(got, "Cancelled. Your journal is still protected.") {
		t.Errorf("at %+v is shown\n%s", w.Place(), got)
	}
}

func TestAFirstRunThatIsCalledOffLeavesNoJournal(t *testing.T) {
	w, v, _ := safeWindow(t)
	if err := w.Start("", false); err != nil {
		t.Fatal(err)
	}
	w.settle()
	v.during = func() { w.find("working.cancel").(fyne.Tappable).Tapped(&fyne.PointEvent{}) }
	begin{w.Shell}.Protect("Mo Lindt", nil, room.Place{Screen: room.Today})
	w.settle()
	w.fill("passphrase.new", passphrase)
	w.fill("passphrase.again", passphrase)
	w.taps("protect.go")
	if v.Exists(v.Default()) || w.journal != nil {
		t.Error("a journal is left")
	}
	w.taps("protect.cancel")
	if w.Place().Screen != room.FirstRun {
		t.Errorf("at %+v", w.Place())
	}
}
