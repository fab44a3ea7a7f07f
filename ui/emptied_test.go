package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestAnEmptiedJournalIsNotReadForWhatIsLeft but a backup of it is offered.
func TestAnEmptiedJournalIsNotReadForWhatIsLeft(t *testing.T) {
	for name, c := range map[string]struct {
		data  string
		reads bool
	}{"empty": {"", false}, "zeros": {strings.Repeat("\x00", 4096), false}, "damaged": {strings.Repeat("x", 4096), true}} {
		t.Run(name, func(t *testing.T) {
			w := emptyWindow(t, t.TempDir())
			path := filepath.Join(t.TempDir(), "own.handback")
			if err := os.WriteFile(path, []byte(c.data), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := w.Start(path, false); err != nil {
				t.Fatal(err)
			}
			w.settle()
			got := w.everything()
			if strings.Contains(got, "Save what can be read") != c.reads || !strings.Contains(got, "Restore a backup") {
				t.Errorf("shown is\n%s", got)
			}
		})
	}
}

// TestAJournalThatIsOpenElsewhereIsNotOfferedABackup: nothing is wrong with it.
func TestAJournalThatIsOpenElsewhereIsNotOfferedABackup(t *testing.T) {
	first := newWindow(t)
	w := emptyWindow(t, t.TempDir())
	if err := w.Start(first.journal.Path(), false); err != nil {
		t.Fatal(err)
	}
	w.settle()
	if got := w.everything(); !strings.Contains(got, "already open in another") || strings.Contains(got, "Restore a backup") {
		t.Errorf("shown is\n%s", got)
	}
}

// TestWhatIsSaidAgainStaysAsLongAgain and isn't taken away when the first time is over.
func TestWhatIsSaidAgainStaysAsLongAgain(t *testing.T) {
	w := newWindow(t)
	w.Say("Again")
	w.pass(sayFor - time.Second)
	w.Say("Again")
	w.pass(2 * time.Second)
	if w.frame.said != "Again" {
		t.Errorf("said is %q", w.frame.said)
	}
	w.pass(sayFor)
	if w.frame.said != "" {
		t.Errorf("it stays: %q", w.frame.said)
	}
}
