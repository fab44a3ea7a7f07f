package ui

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/widgets"
)

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

// TestACurtainOverAJournalThatIsGoneSaysSo: its text may be saved, but into a file that isn't there any more.
func TestACurtainOverAJournalThatIsGoneSaysSo(t *testing.T) {
	w, v, _ := protectedWindow(t)
	w.writeNote(w.who("Ana"), "begun\n")
	path := w.journal.Path()
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	v.protected[path] = passphrase
	w.Run("lock")
	w.settle()
	if got := shown(w.win.Canvas().Overlays().Top()); !strings.Contains(got, "moved or deleted") || strings.Contains(got, "isn't saved yet") {
		t.Errorf("over it stands\n%s", got)
	}
	if err := os.Rename(path+".away", path); err != nil {
		t.Fatal(err)
	}
}
