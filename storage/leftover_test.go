package storage

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
)

// TestANewJournalTakesInNoOldLog puts the log of a journal that was killed, and whose file is gone, where a new one is made.
func TestANewJournalTakesInNoOldLog(t *testing.T) {
	plainOnly(t)
	old, _ := newJournal(t)
	addNote(t, old, addPerson(t, old, "Ana"), notes.HeldNote, "2026-11-20", "todo: of the old journal\n")
	log := must[[]byte](t)(os.ReadFile(old.Path() + "-wal"))
	if len(log) == 0 {
		t.Fatal("the old journal has no log")
	}
	for _, end := range []string{"-wal", "-journal"} {
		t.Run(end, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), FileName)
			for range 2 { // the name that it is given may be taken
				if err := os.WriteFile(path+end, log, 0o600); err != nil {
					t.Fatal(err)
				}
				j := must[*Journal](t)(Open(path, Options{Now: newClock().now, Create: true}))
				if people := must[[]notes.Person](t)(j.People()); len(people) != 1 {
					t.Errorf("the new journal has %d people", len(people))
				}
				if kept, err := os.ReadFile(j.SetAside()); err != nil || !bytes.Equal(kept, log) {
					t.Errorf("the old log isn't kept in %q: %v", j.SetAside(), err)
				}
				if err := j.Close(); err != nil {
					t.Fatal(err)
				}
				again := must[*Journal](t)(Open(path, Options{Now: newClock().now, Create: true}))
				if again.SetAside() != "" {
					t.Error("it is told again")
				}
				if err := again.Close(); err != nil {
					t.Fatal(err)
				}
				if err := os.Remove(path); err != nil {
					t.Fatal(err)
				}
			}
			left := must[[]string](t)(filepath.Glob(filepath.Join(filepath.Dir(path), "*earlier*")))
			if len(left) != 2 {
				t.Errorf("kept are %v", left)
			}
		})
	}
}

func TestAnEmptyOldLogIsNothingToTell(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	if err := os.WriteFile(path+"-wal", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	j := must[*Journal](t)(Open(path, Options{Now: newClock().now, Create: true}))
	defer j.Close() //nolint:errcheck // only looked at
	if j.SetAside() != "" {
		t.Errorf("%q was put aside", j.SetAside())
	}
}

func TestTooLongAPathIsSaid(t *testing.T) {
	path := filepath.Join(t.TempDir(), strings.Repeat(strings.Repeat("x", 100)+string(filepath.Separator), 5), FileName)
	if _, err := Open(path, Options{Now: newClock().now, Create: true}); err == nil || !strings.Contains(err.Error(), "too long") {
		t.Errorf("%v", err)
	}
	if exists(filepath.Dir(path)) {
		t.Error("folders were made")
	}
}

func TestFoldersThatAreMissingAreMade(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b", "c", FileName)
	j := must[*Journal](t)(Open(path, Options{Now: newClock().now, Create: true}))
	defer j.Close() //nolint:errcheck // only looked at
	for dir := filepath.Dir(path); filepath.Base(dir) >= "a" && len(filepath.Base(dir)) == 1; dir = filepath.Dir(dir) {
		if st, err := os.Stat(dir); err != nil || st.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v %v", dir, st.Mode(), err)
		}
	}
}

// TestAWriteAfterOneThatCouldNotBeTakenBack leaves a transaction open, as a ROLLBACK that fails does.
func TestAWriteAfterOneThatCouldNotBeTakenBack(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	if _, err := j.c.exec("BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	if _, err := j.c.exec("UPDATE person SET name = 'of the failed write' WHERE id = ?", ana); err != nil {
		t.Fatal(err)
	}
	addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: is saved\n")
	if p := must[notes.Person](t)(j.Person(ana)); p.Name != "Ana" {
		t.Errorf("what was not committed stands: %q", p.Name)
	}
}
