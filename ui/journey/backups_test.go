//go:build journey

package journey

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestAJournalOverwrittenWithNoiseIsRestoredInThreeClicks writes, is backed up, loses the journal to noise and has it back; what
// was there is kept.
func TestAJournalOverwrittenWithNoiseIsRestoredInThreeClicks(t *testing.T) {
	m := newManager(t, logging)
	m.start()
	m.beginsJournal()
	m.key("alt+Down", "ctrl+n")
	m.sees("Filed from this note")
	const line = "todo me: settle the budget"
	m.types(line)
	m.body("journal", line)
	m.command("Back up now")
	m.sees("Backed up")
	file := m.journalFile()
	m.quit()
	noise := bytes.Repeat([]byte("noise"), 40_000)
	m.must(os.WriteFile(file, noise, 0o600))

	m.start()
	m.sees("can't be opened")
	m.presses("Restore a backup")
	m.sees("On this computer", "2 people, 1 note")
	m.key("Return") // the keyboard begins on the newest backup's Restore; its ring hides the word from who reads the picture
	m.sees("as it was then")
	m.clicks("Restore backup")
	m.sees("Your journal has been restored")
	m.key("Escape")
	m.body("journal", line)
	m.sees("Settle the budget")
	m.quit()

	kept, err := filepath.Glob(filepath.Join(filepath.Dir(file), "journal.replaced-*.handback"))
	m.must(err)
	if len(kept) != 1 {
		m.Fatalf("kept is %q", kept)
	}
	if data, err := os.ReadFile(kept[0]); err != nil || !bytes.Equal(data, noise) {
		m.Errorf("what was there isn't kept as it was: %v", err)
	}
}
