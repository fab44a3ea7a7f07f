//go:build journey

package journey

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/storage"
)

// A journal of so many long notes takes a while to be moved, sealed or put in another's place.
const (
	longNotes  = 120
	longNote   = 60_000 // bytes
	aWord      = "pomegranate"
	savedSince = "what was written after the backup"
)

// changing is an act on a whole journal, and what has to be true whenever the program is killed in it.
type changing struct {
	what   string // as docs/RELIABILITY.md calls it
	within time.Duration
	before func(m *manager, file string) // the journal is closed
	act    func(m *manager)              // the window is open
	after  func(m *manager, file string) // the program was started again, and ended
}

// TestKilledWhileTheJournalChanges kills the program at a moment that chance chooses, while it moves, protects, frees or restores a
// journal: one of these that chance chooses or, where HANDBACK_ROUNDS says how often, each in a tenth of them. The next start has to
// show all notes; and where the journal is protected, or was moved, no word of it may be left where it was.
func TestKilledWhileTheJournalChanges(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("HANDBACK_ROUNDS"))
	all, rounds := err == nil, max(1, n/10)
	seed := time.Now().UnixNano()
	t.Logf("%d rounds, seed %d", rounds, seed)
	chance := rand.New(rand.NewSource(seed))
	m := newManager(t, shipped)
	acts := []changing{
		{"moved", 600 * time.Millisecond, func(*manager, string) {}, (*manager).moves, (*manager).wasMoved},
		{"protected", 4 * time.Second, func(*manager, string) {}, (*manager).protects, (*manager).showsNoWordIfProtected},
		{"freed", 6 * time.Second, func(m *manager, file string) {
			_, err := storage.ProtectWith(file, notes.Protection{Passphrase: ownPassphrase}, time.Now, nil)
			m.must(err)
		}, (*manager).frees, (*manager).showsNoWordIfProtected},
		{"restored", 400 * time.Millisecond, (*manager).backedUpAndChanged, (*manager).restores, (*manager).keepsWhatWasReplaced},
	}
	if !all { // it takes long
		acts = []changing{acts[chance.Intn(len(acts))]}
	}
	for _, c := range acts {
		for range rounds {
			m.must(os.RemoveAll(filepath.Join(m.home, "data")))
			m.must(os.RemoveAll(filepath.Join(m.home, "elsewhere")))
			file := filepath.Join(m.home, "data", "handback", storage.FileName)
			longJournal(t, file)
			c.before(m, file)
			m.start()
			if storage.IsProtected(file) {
				m.sees("Your journal is locked")
				m.types(ownPassphrase + "\n")
			}
			m.seesInTheEnd("Next one-on-ones")
			c.act(m)
			rest := time.Duration(chance.Int63n(int64(c.within)))
			time.Sleep(rest) // the time is the test
			m.kill()
			t.Logf("killed %v after it began to be %s", rest, c.what)
			m.start()
			m.waitsFor("the journal, or its lock", func() bool {
				_, open, err := m.app.Find("Direct reports")
				m.must(err)
				_, locked, err := m.app.Find("Your journal is locked")
				m.must(err)
				return open || locked
			})
			m.quit()
			c.after(m, file)
		}
		if !t.Failed() {
			noteFigure(t, fmt.Sprintf("both\tkill -9 of the window while the journal is %s\t%d rounds\tnothing lost, nothing left\n",
				c.what, rounds))
		}
	}
}

// longJournal makes a journal of longNotes notes.
func longJournal(t *testing.T, file string) {
	t.Helper()
	noteWith(t, file, aWord+" planned\n")
	j, err := storage.Open(file, storage.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	people, err := j.People()
	if err != nil {
		t.Fatal(err)
	}
	ana := slices.IndexFunc(people, func(p notes.Person) bool { return p.Kind == notes.KindReport })
	today := notes.DateOf(time.Now())
	var c notes.Change
	for i := range longNotes {
		c.Rows = append(c.Rows, notes.NewNote{
			Person: people[ana].ID, Kind: notes.HeldNote, Date: today.AddDays(-i),
			Body: fmt.Sprintf("%s %d\n%s", aWord, i, strings.Repeat(fmt.Sprintf("line %d of it\n", i), longNote/len("line 10 of it "))),
		})
	}
	if _, err = j.Apply(c); err == nil {
		err = j.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
}

func (m *manager) elsewhere() string { return filepath.Join(m.home, "elsewhere") }

func (m *manager) moves() {
	m.must(os.MkdirAll(m.elsewhere(), 0o700))
	m.key("ctrl+k")
	m.types("move my journal")
	m.sees("move my journal to another")
	m.key("Return")
	m.clicks("Move journal")
	m.sees("Move your journal")
	m.types(m.elsewhere() + "\n")
}

// wasMoved holds that the journal is in one place, whole, and nothing of it in the other.
func (m *manager) wasMoved(file string) {
	m.Helper()
	m.hasAllNotes(longNotes + 1)
	moved := filepath.Join(m.elsewhere(), filepath.Base(file))
	for _, at := range []string{file, moved} {
		if _, err := os.Stat(at); err == nil {
			m.Logf("it is in %s", at)
			m.saysNothing(filepath.Dir(map[string]string{file: moved, moved: file}[at]))
			return
		}
	}
	m.Fatal("the journal is in neither place")
}

func (m *manager) protects() {
	m.command("Protect this journal")
	m.sees("New passphrase")
	m.types(ownPassphrase)
	m.key("Tab", "Tab")
	m.types(ownPassphrase + "\n")
}

func (m *manager) frees() {
	m.command("Turn protection off")
	m.sees("Current passphrase")
	m.types(ownPassphrase + "\n")
}

// showsNoWordIfProtected holds that the journal is whole, in one form, and that no file has a word of it if that form is sealed.
func (m *manager) showsNoWordIfProtected(file string) {
	m.Helper()
	m.hasAllNotes(longNotes + 1)
	m.Logf("it is protected: %v", storage.IsProtected(file))
	if storage.IsProtected(file) {
		m.saysNothing(m.home)
	}
}

// backedUpAndChanged makes a backup, and writes a note after it.
func (m *manager) backedUpAndChanged(file string) {
	m.Helper()
	j, err := storage.Open(file, storage.Options{Now: time.Now})
	m.must(err)
	_, err = j.BackUp(context.Background())
	m.must(err)
	people, err := j.People()
	m.must(err)
	_, err = j.Apply(notes.Change{Rows: []notes.Row{
		notes.NewNote{Person: people[0].ID, Kind: notes.JournalNote, Date: notes.DateOf(time.Now()), Body: savedSince},
	}})
	m.must(err)
	m.must(j.Close())
}

func (m *manager) restores() {
	m.command("Backups")
	m.sees("On this computer", "Look inside")
	m.key("Return") // the keyboard begins on the newest backup
	m.sees("as it was then")
	m.clicks("Restore backup")
}

// keepsWhatWasReplaced holds that either journal is in place, whole, and what was replaced is kept.
func (m *manager) keepsWhatWasReplaced(file string) {
	m.Helper()
	all := m.hasAllNotes(longNotes + 1)
	if strings.Contains(all, savedSince) {
		m.Log("it is as it was")
		return
	}
	kept, err := filepath.Glob(filepath.Join(filepath.Dir(file), "journal.replaced-*.handback"))
	m.must(err)
	for _, at := range kept {
		if got, err := rows(at, "select body from note where body = ?", savedSince); err == nil && len(got) == 1 {
			return
		}
	}
	m.Fatalf("what was written after the backup is nowhere, in %q", kept)
}

// hasAllNotes has the program write its journal as text, and holds that at least so many notes are in it, whole. It returns all text.
func (m *manager) hasAllNotes(n int) string {
	m.Helper()
	folder := filepath.Join(m.TempDir(), "text")
	said, err := os.CreateTemp(m.TempDir(), "said")
	m.must(err)
	_, err = said.WriteString(ownPassphrase + "\n")
	m.must(err)
	_, err = said.Seek(0, 0)
	m.must(err)
	c := exec.Command(m.program, "-export", folder, "-passphrase-fd", "3")
	c.Env, c.ExtraFiles = append(os.Environ(), m.env()...), []*os.File{said}
	if out, err := c.CombinedOutput(); err != nil {
		m.Fatalf("%v: %s", err, out)
	}
	m.must(said.Close())
	var all strings.Builder
	whole := 0
	m.must(filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		text, err := os.ReadFile(path)
		all.Write(text)
		if bytes.Contains(text, []byte("\n"+aWord+" ")) {
			whole++
		}
		return err
	}))
	if lines := strings.Count(all.String(), " of it\n"); whole < n || lines < longNotes*(longNote/len("line 10 of it ")) {
		m.Fatalf("%d notes of %d are there, with %d lines", whole, n, lines)
	}
	return all.String()
}

// saysNothing holds that no file below a folder has a word of the journal.
func (m *manager) saysNothing(folder string) {
	m.Helper()
	m.must(filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		for _, word := range []string{aWord, "line 10 of it", "Ana Ruiz", "CREATE TABLE"} {
			if bytes.Contains(content, []byte(word)) {
				m.Errorf("%s says %q", path, word)
			}
		}
		return err
	}))
}
