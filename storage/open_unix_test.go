//go:build linux

package storage

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"handback/notes"
)

// tinyDisk is a disk of its own of so many kilobytes; only root may make one.
func tinyDisk(t *testing.T, size string) string {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can mount a disk")
	}
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("mount a disk: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return folder
}

func remountReadOnly(t *testing.T, folder string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skipf("remount: %v", err)
	}
}

// ownTemp is a folder for the copies of this test alone: other tests of this program use the system's at the same time.
func ownTemp(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	return folder
}

func TestAJournalInAFolderThatCannotBeWritten(t *testing.T) {
	copies := ownTemp(t)
	for name, log := range map[string]bool{"without a log": false, "with a log": true} {
		t.Run(name, func(t *testing.T) {
			folder := tinyDisk(t, "8m")
			from := closedJournal(t)
			if log {
				from = journalWithLog(t)
			}
			path := filepath.Join(folder, FileName)
			for _, end := range []string{"", "-wal"} {
				if exists(from + end) {
					if err := copyFile(from+end, path+end); err != nil {
						t.Fatal(err)
					}
				}
			}
			remountReadOnly(t, folder)
			j, err := openAt(path, true)
			if err != nil {
				t.Fatal(err)
			}
			readsOnly(t, j)
			if err := j.Close(); err != nil {
				t.Error(err)
			}
			if left, _ := filepath.Glob(filepath.Join(copies, asidePrefix+"*", FileName)); len(left) > 0 {
				t.Errorf("a copy is left at %v", left)
			}
		})
	}
}

// An older journal in such a folder is read like any other, and is left as it is.
func TestAnOlderJournalInAFolderThatCannotBeWritten(t *testing.T) {
	copies := ownTemp(t)
	path := filepath.Join(tinyDisk(t, "8m"), FileName)
	if err := copyFile(keptJournal(t, 1), path); err != nil {
		t.Fatal(err)
	}
	before := must[[]byte](t)(os.ReadFile(path))
	remountReadOnly(t, filepath.Dir(path))
	j, err := openAt(path, false)
	if err != nil {
		t.Fatal(err)
	}
	if why, is := j.ReadOnly(); !is || why == "" {
		t.Error("it can be written")
	}
	checkBodies(t, j, false)
	f := must[notes.PromptFacts](t)(j.PromptFacts(2, newClock().now()))
	if len(f.History) != 2 || len(must[[]notes.SteppingIn](t)(j.StepIns(0))) != 0 {
		t.Error("it is not read whole")
	}
	if err := j.Close(); err != nil {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(copies, asidePrefix+"*", FileName)); len(left) > 0 {
		t.Errorf("a copy is left at %v", left)
	}
	if !bytes.Equal(must[[]byte](t)(os.ReadFile(path)), before) {
		t.Error("the journal was changed")
	}
}

// TestAJournalLeftWhileOneTypedInAFolderThatCannotBeWritten is read like any other and is left as it is, and what was typed is found.
func TestAJournalLeftWhileOneTypedInAFolderThatCannotBeWritten(t *testing.T) {
	plainOnly(t)
	copies := ownTemp(t)
	typed, _ := typedIn(t)
	path := filepath.Join(tinyDisk(t, "8m"), FileName)
	try(t, copyFile(typed.path, path))
	try(t, copyFile(typed.path+"-wal", path+"-wal"))
	remountReadOnly(t, filepath.Dir(path))
	for _, text := range []string{"hygrometer", "altimeter", "tarot"} {
		j := must[*Journal](t)(openAt(path, false))
		if _, is := j.ReadOnly(); !is {
			t.Error("it can be written")
		}
		if !finds(t, j, text) || finds(t, j, "barometer") {
			t.Errorf("%s is not found, or what it was before is", text)
		}
		try(t, j.Close())
	}
	if left, _ := filepath.Glob(filepath.Join(copies, asidePrefix+"*", FileName)); len(left) > 0 {
		t.Errorf("a copy is left at %v", left)
	}
}

// journalWithLog is a copy of a journal whose newest changes stand in the log alone.
func journalWithLog(t *testing.T) string {
	t.Helper()
	path := closedJournal(t)
	setVersion(t, path, presentSchema(t))
	j, err := openAt(path, false)
	if err != nil {
		t.Fatal(err)
	}
	do(t, j, notes.PutSetting{Key: "a", Value: "b"})
	copied := filepath.Join(t.TempDir(), FileName)
	for _, end := range []string{"", "-wal"} {
		if err := copyFile(path+end, copied+end); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	return copied
}

func TestAReadOnlyFolderTakesNoNewJournal(t *testing.T) {
	folder := tinyDisk(t, "1m")
	remountReadOnly(t, folder)
	_, err := openAt(filepath.Join(folder, "new.db"), true)
	if !errors.Is(err, notes.ErrReadOnly) {
		t.Fatal(err)
	}
	saysWhatToDo(t, err, folder)
}

func TestAFullDisk(t *testing.T) {
	folder := tinyDisk(t, "4m")
	path := filepath.Join(folder, FileName)
	j, err := openAt(path, true)
	if err != nil {
		t.Fatal(err)
	}
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", "before\n")
	ballast := filepath.Join(folder, "ballast")
	fillDisk(t, ballast)
	body, rev := strings.Repeat("todo: a line that needs room\n", 4000), int64(1)
	if _, err := j.SaveBody(id, rev, body); !errors.Is(err, notes.ErrFull) {
		t.Fatalf("a save on a full disk gives %v", err)
	}
	if n := must[notes.Note](t)(j.Note(id)); n.Body != "before\n" || n.Rev != 1 {
		t.Errorf("the failed save left %d bytes, rev %d", len(n.Body), n.Rev)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	if rev, err = j.SaveBody(id, rev, body); err != nil || rev != 2 {
		t.Fatalf("with room again: rev %d, %v", rev, err)
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
	if err := j.Close(); err != nil {
		t.Error(err)
	}
}

func fillDisk(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	block := make([]byte, 4096)
	for err == nil {
		_, err = f.Write(block)
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestANewJournalOnAFullDisk(t *testing.T) {
	folder := tinyDisk(t, "64k")
	path := filepath.Join(folder, "new.db")
	_, err := openAt(path, true)
	if !errors.Is(err, notes.ErrFull) {
		t.Fatal(err)
	}
	saysWhatToDo(t, err, folder)
	if exists(path) || exists(path+".new") {
		t.Error("half a journal is left")
	}
}

func TestAJournalThatMayNotBeRead(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	path := closedJournal(t)
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	_, err := openAt(path, false)
	if !errors.Is(err, notes.ErrNoAccess) {
		t.Fatal(err)
	}
	saysWhatToDo(t, err, path)
}

func TestAJournalWhoseFileMayOnlyBeRead(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everything")
	}
	for name, mode := range map[string][2]os.FileMode{"the file": {0o400, 0o700}, "the folder": {0o600, 0o500}, "both": {0o400, 0o500}} {
		t.Run(name, func(t *testing.T) {
			path := closedJournal(t)
			t.Cleanup(func() { _ = os.Chmod(filepath.Dir(path), 0o700) }) //nolint:gosec // a folder
			if err := errors.Join(os.Chmod(path, mode[0]), os.Chmod(filepath.Dir(path), mode[1])); err != nil {
				t.Fatal(err)
			}
			j, err := openAt(path, true)
			if err != nil {
				t.Fatal(err)
			}
			readsOnly(t, j)
			if err := j.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}
