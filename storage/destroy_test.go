package storage

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

// toDestroy is a closed journal with what may stand beside it.
func toDestroy(t *testing.T) (path string) {
	t.Helper()
	j, _ := newJournal(t)
	addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-02", strings.Repeat("xylophone ", 2000))
	path = j.Path()
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	data := must[[]byte](t)(os.ReadFile(path))
	for _, name := range []string{
		"journal.before-update-9.handback", "journal copy 2026-11-01.handback", "journal.handback-wal",
		"journal.handback-wal.of-an-earlier-journal", "journal.replaced-2026-10-01.handback", "journal.replaced-2026-10-01.handback-wal",
		"journal.before-merge-2026-10-01.handback", "journal.salvaged-2026-10-01.handback",
	} {
		if err := os.WriteFile(filepath.Join(filepath.Dir(path), name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	backup := BackupsFolder(path)
	if err := os.Mkdir(backup, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"2026-11-23-0900-000001.handback", "2026-11-23-0900-000001.handback.json", "2026-11-23-1000-000002.handback.part",
	} {
		if err := os.WriteFile(filepath.Join(backup, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), "letter.txt"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func namesIn(t *testing.T, folder string) (names []string) {
	t.Helper()
	for _, e := range must[[]os.DirEntry](t)(os.ReadDir(folder)) {
		names = append(names, e.Name())
	}
	return names
}

func TestAJournalIsDestroyedWithWhatGoesWithIt(t *testing.T) {
	plainOnly(t)
	path := toDestroy(t)
	folder := filepath.Dir(path)
	open := must[*os.File](t)(os.Open(path)) // what a file held can be read as long as somebody has it
	defer open.Close()                       //nolint:errcheck // it is only read
	left := must[[]string](t)(Destroy(path))
	kept := []string{filepath.Join(folder, "journal copy 2026-11-01.handback"), filepath.Join(folder,
		"journal.handback-wal.of-an-earlier-journal"), filepath.Join(folder, "journal.salvaged-2026-10-01.handback")}
	if !slices.Equal(left, kept) {
		t.Errorf("said to be left are %q", left)
	}
	if names := namesIn(t, folder); !slices.Equal(names, []string{
		"journal copy 2026-11-01.handback",
		"journal.handback-wal.of-an-earlier-journal", "journal.salvaged-2026-10-01.handback", "letter.txt",
	}) {
		t.Errorf("there are %q", names)
	}
	held := make([]byte, 1<<20)
	n, _ := open.Read(held)
	if n == 0 || bytes.Contains(held[:n], []byte("xylophone")) {
		t.Errorf("%d bytes of the file say what it held", n)
	}
}

func TestAJournalThatCantBeDestroyedStaysWhole(t *testing.T) {
	plainOnly(t)
	if os.Getuid() == 0 {
		t.Log("root may delete everything: only the lock is tried")
	}
	for name, hinder := range map[string]func(t *testing.T, path string) error{
		"in use": func(t *testing.T, path string) error {
			j := must[*Journal](t)(Open(path, Options{Now: newClock().now}))
			t.Cleanup(func() { _ = j.Close() })
			return notes.ErrInUse
		},
		"a folder that can't be written": func(t *testing.T, path string) error {
			if os.Getuid() == 0 {
				t.Skip("root may write everywhere")
			}
			if err := os.Chmod(filepath.Dir(path), 0o500); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.Chmod(filepath.Dir(path), 0o700) })
			return notes.ErrNoAccess
		},
		"a file that can't be written": func(t *testing.T, path string) error {
			if os.Getuid() == 0 {
				t.Skip("root may write everywhere")
			}
			if err := os.Chmod(path, 0o400); err != nil {
				t.Fatal(err)
			}
			return notes.ErrNoAccess
		},
		"nothing there": func(t *testing.T, path string) error {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			return notes.ErrNoJournal
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := toDestroy(t)
			if name == "in use" {
				_ = os.Remove(path + "-wal")
			}
			want := hinder(t, path)
			before, _ := os.ReadFile(path)
			names := namesIn(t, filepath.Dir(path))
			if _, err := Destroy(path); !errors.Is(err, want) {
				t.Errorf("it says %v", err)
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
			now := namesIn(t, filepath.Dir(path))
			if now = slices.DeleteFunc(now, func(n string) bool {
				return strings.HasSuffix(n,
					".lock")
			}); len(now) < len(slices.DeleteFunc(names, func(n string) bool { return strings.HasSuffix(n, ".lock") })) {
				t.Errorf("there were %q and are %q", names, now)
			}
		})
	}
}
