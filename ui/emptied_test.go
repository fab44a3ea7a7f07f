package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
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
