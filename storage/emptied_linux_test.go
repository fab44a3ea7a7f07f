package storage

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
)

// TestAnEmptiedFileKeepsItsLog whatever is tried with it: SQLite deletes the log of an empty file, and with it what was saved last.
func TestAnEmptiedFileKeepsItsLog(t *testing.T) {
	plainOnly(t)
	j, _, folder := copiedWhileInUse(t)
	to := filepath.Join(folder, FileName)
	copyEnds(t, j, to, 0, "")
	copyEnds(t, j, to, 1, "-wal")
	before := onDiskIn(t, folder)
	for name, try := range map[string]func() error{
		"opened":        func() error { _, err := openAt(to, false); return err },
		"read":          func() error { _, err := Salvage(to, j.now); return err },
		"mended":        func() error { _, err := Mend(to, j.now); return err },
		"looked into":   func() error { _, err := OpenBackup(to, notes.Secret{}, j.now); return err },
		"restored":      func() error { return restoreTo(t, filepath.Join(t.TempDir(), "new"), to) },
		"read besides":  func() error { _, err := openConn(readable(to, false)); return err },
		"written again": func() error { _, err := openConn(writable(to)); return err },
	} {
		if err := try(); !errors.Is(err, notes.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
		if got := onDiskIn(t, folder); got[FileName+"-wal"] != before[FileName+"-wal"] {
			t.Fatalf("%s: the log is gone or changed", name)
		}
	}
	_, err := openAt(to, false)
	if !errors.Is(err, notes.ErrEmpty) || !strings.Contains(err.Error(), "is empty") || !strings.Contains(err.Error(), FileName+"-wal: keep") {
		t.Errorf("it says %v", err)
	}
}

func restoreTo(t *testing.T, folder, backup string) error {
	t.Helper()
	_, err := Restore(context.Background(), Restoring{Journal: filepath.Join(folder, FileName), Backup: backup})
	return err
}

// TestAJournalThatLosesItsFileWhileItIsOpenKeepsItsLog: a backup, which reads besides, deleted the log under the window.
func TestAJournalThatLosesItsFileWhileItIsOpenKeepsItsLog(t *testing.T) {
	plainOnly(t)
	j := must[*Journal](t)(openAt(filepath.Join(t.TempDir(), FileName), true))
	defer j.Close() //nolint:errcheck // it finds its file gone
	addPerson(t, j, "Ana Ruiz")
	if err := os.Truncate(j.Path(), 0); err != nil {
		t.Fatal(err)
	}
	before := must[[]byte](t)(os.ReadFile(j.Path() + "-wal"))
	if _, err := j.BackUp(context.Background()); err == nil {
		t.Error("it is backed up")
	}
	if after, err := os.ReadFile(j.Path() + "-wal"); err != nil || len(after) < len(before) || len(before) == 0 {
		t.Errorf("the log has %d bytes of %d, %v", len(after), len(before), err)
	}
}

// TestOfAFileWithNothingInItIsSaidWhatItIs and it is told from one that is only damaged.
func TestOfAFileWithNothingInItIsSaidWhatItIs(t *testing.T) {
	plainOnly(t)
	for name, c := range map[string]struct {
		data  string
		says  string
		empty bool
	}{
		"nothing":                {"", "is empty", true},
		"zeros":                  {strings.Repeat("\x00", 1<<17), "nothing in it but zeros", true},
		"one zero":               {"\x00", "nothing in it but zeros", true},
		"zeros, and a last word": {strings.Repeat("\x00", 1<<17) + "word", "isn't a Handback journal, or it's damaged", false},
	} {
		t.Run(name, func(t *testing.T) {
			at := filepath.Join(t.TempDir(), FileName)
			try(t, os.WriteFile(at, []byte(c.data), 0o600))
			_, err := openAt(at, false)
			if errors.Is(err, notes.ErrEmpty) != c.empty || err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("it says %v", err)
			}
			if data, err := os.ReadFile(at); err != nil || string(data) != c.data {
				t.Errorf("it is changed, %v", err)
			}
		})
	}
}
