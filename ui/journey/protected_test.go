//go:build journey

package journey

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/storage"
)

const ownPassphrase = "marble ladder tulip comet"

// TestProtectedFromTheFirstDay begins a protected journal, locks it, is refused, writes down a line while it is locked, unlocks,
// writes, dies, and finds all of it. No file says a word of it.
func TestProtectedFromTheFirstDay(t *testing.T) {
	m := newManager(t, logging)
	m.start()
	m.beginsProtected("Ana Ruiz")
	recovery := m.keepsRecoveryKey()
	m.key("alt+Down", "ctrl+n")
	m.sees("Filed from this note")
	m.types("todo: draft the rollout plan\n")
	m.sees("Draft the rollout plan")
	m.locksAndIsRefused()
	m.capturesALine()
	m.unlocks()
	m.sees("rollout plan", "holiday rota")
	m.key("ctrl+End")
	m.types("praise: ran the review")
	time.Sleep(2 * time.Second) // the time is the test
	m.kill()
	m.start()
	m.sees("Your journal is locked")
	m.types(ownPassphrase + "\n")
	m.seesInTheEnd("rollout plan")
	m.sees("ran the review")
	m.beginsALineAndDies()
	m.seesInTheEnd("spare keys")
	m.quit()
	m.holdsAll(recovery)
}

// beginsALineAndDies is killed while a line stands on the locked screen that was not saved by hand, and unlocks.
func (m *manager) beginsALineAndDies() {
	m.key("ctrl+shift+l")
	m.sees("Your journal is locked")
	m.seesNot("1 line saved")
	m.clicks("ask about the rollout")
	m.types("Ana: topic: the spare keys")
	time.Sleep(2 * time.Second) // the time is the test
	m.kill()
	m.start()
	m.sees("Your journal is locked", "1 line saved")
	m.seesNot("spare")
	m.types(ownPassphrase + "\n")
}

// beginsProtected goes from the first run to the page with the recovery key.
func (m *manager) beginsProtected(report string) {
	m.sees("Explore with a sample team")
	m.clicks("Start my journal")
	m.sees("Your name")
	m.types("Mo Lindt\n")
	m.types(report)
	m.ticks("Protect it with a passphrase")
	m.presses("Start my journal")
	m.sees("New passphrase")
	m.types("dragon")
	m.sees("Easy to guess")
	m.key("ctrl+a")
	m.types(ownPassphrase)
	m.sees("Hard to guess")
	m.key("Tab", "Tab")
	m.types(ownPassphrase + "\n")
	m.seesInTheEnd("Your recovery key")
}

// keepsRecoveryKey saves the key to a file, types the part back that is asked for, and goes on.
func (m *manager) keepsRecoveryKey() string {
	file := filepath.Join(m.home, "recovery-key.txt")
	m.key("shift+Tab", "Return") // from the part to be typed back to the button before it
	m.sees("Save your recovery key")
	m.types(file + "\n") // in the place of what is offered
	m.sees("Anyone with this file")
	text, err := os.ReadFile(file)
	m.must(err)
	m.must(os.Remove(file)) // it is kept elsewhere
	_, after, _ := strings.Cut(string(text), "\n\n")
	groups := strings.Fields(after)
	m.types(strings.ToLower(groups[len(groups)*2/3]) + "\n")
	m.seesInTheEnd("Next one-on-ones")
	return strings.TrimSpace(after)
}

func (m *manager) locksAndIsRefused() {
	m.key("ctrl+shift+l")
	m.sees("Your journal is locked")
	m.seesNot("Ruiz", "rollout plan", "Draft")
	m.types("something else\n")
	m.seesInTheEnd("open this journal")
	m.seesNot("Ruiz", "rollout plan", "Draft")
}

func (m *manager) capturesALine() {
	m.clicks("ask about the rollout") // what stands in the empty field
	m.types("Ana: topic: the holiday rota\n")
	m.sees("1 line saved")
	m.seesNot("holiday")
}

func (m *manager) unlocks() {
	m.key("shift+Tab", "shift+Tab", "shift+Tab", "shift+Tab", "ctrl+a")
	m.types(ownPassphrase + "\n")
	m.seesInTheEnd("Filed from this note")
}

// seesInTheEnd is sees for what a key is derived for first: that takes a second of a processor that has nothing else to do.
func (m *manager) seesInTheEnd(text string) {
	m.Helper()
	var err error
	for range 5 {
		if _, err = m.app.See(text); err == nil {
			return
		}
	}
	m.must(err)
}

// holdsAll opens the journal with its recovery key, and looks for its words in every file.
func (m *manager) holdsAll(recovery string) {
	path := filepath.Join(m.home, "data", "handback", storage.FileName)
	j, err := storage.Unlock(path, notes.Secret{Recovery: recovery}, time.Now)
	m.must(err)
	people, err := j.People()
	m.must(err)
	var all []string
	for _, p := range people {
		heads, err := j.NotesOf(p.ID, 0)
		m.must(err)
		for _, h := range heads {
			n, err := j.Note(h.ID)
			m.must(err)
			all = append(all, n.Body)
		}
	}
	m.must(j.Close())
	got := strings.Join(all, "|")
	for _, line := range []string{
		"todo: draft the rollout plan", "topic: the holiday rota", "praise: ran the review", "topic: the spare keys",
	} {
		if strings.Count(got, line) != 1 {
			m.Errorf("%q stands %d times in %q", line, strings.Count(got, line), all)
		}
	}
	m.must(filepath.WalkDir(m.home, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		for _, word := range []string{"Ruiz", "Lindt", "rollout", "holiday", "spare", ownPassphrase, "CREATE TABLE"} {
			if bytes.Contains(content, []byte(word)) {
				m.Errorf("%s says %q", path, word)
			}
		}
		return err
	}))
}
