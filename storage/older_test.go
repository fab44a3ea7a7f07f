//go:build linux

package storage

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

// copiesBeside are the copies made before updates that lie beside a journal.
func copiesBeside(t *testing.T, path string) []string {
	t.Helper()
	return must[[]string](t)(filepath.Glob(filepath.Join(filepath.Dir(path), "*before-update*")))
}

func TestAJournalIsCopiedBeforeItIsUpdated(t *testing.T) {
	path := keptJournal(t, 1)
	columns, before := everyRow(t, path, nil)
	j, err := openAt(path, false)
	try(t, err)
	older := filepath.Join(filepath.Dir(path), "journal.before-update-1.handback")
	if got := copiesBeside(t, path); len(got) != 1 || got[0] != older {
		t.Fatalf("beside it lie %v", got)
	}
	if st := must[os.FileInfo](t)(os.Stat(older)); st.Mode().Perm() != 0o600 {
		t.Errorf("its mode is %o", st.Mode().Perm())
	}
	if head := must[header](t)(look(older)); head.schema != 1 {
		t.Errorf("it has schema %d", head.schema)
	}
	_, after := everyRow(t, older, columns)
	for table := range before {
		if strings.Join(before[table], "\n") != strings.Join(after[table], "\n") {
			t.Errorf("%s is not as it was", table)
		}
	}
	try(t, j.Close())
	j, err = openAt(path, false) // a start without an update keeps it
	try(t, err)
	try(t, j.Close())
	if got := copiesBeside(t, path); len(got) != 1 {
		t.Errorf("after the next start beside it lie %v", got)
	}
}

// The copy has what stands in the log alone.
func TestTheCopyHasTheLogInIt(t *testing.T) {
	path := keptJournal(t, 1)
	c, err := openConn(writable(path))
	try(t, err)
	try(t, c.script("UPDATE person SET role = 'from the log' WHERE kind = 'me'"))
	crashed := filepath.Join(t.TempDir(), FileName)
	for _, end := range []string{"", "-wal"} {
		try(t, copyFile(path+end, crashed+end))
	}
	try(t, c.close())
	j, err := openAt(crashed, false)
	try(t, err)
	defer j.Close() //nolint:errcheck // nothing was written
	old, err := openConn(readable(copiesBeside(t, crashed)[0], true))
	try(t, err)
	var role string
	try(t, errors.Join(old.row("SELECT role FROM person WHERE kind = 'me'", nil, &role), old.close()))
	if role != "from the log" {
		t.Errorf("it holds %q", role)
	}
}

func TestTheCopyOfTheUpdateBeforeGoes(t *testing.T) {
	path := keptJournal(t, 2)
	folder := filepath.Dir(path)
	mine := []string{
		"journal.before-update-0.handback", "journal.before-update-x.handback", "journal.before-update-1.txt",
		"other.before-update-1.handback", "journal.before-update-01.handback",
	}
	for _, name := range append(mine, "journal.before-update-1.handback") {
		try(t, os.WriteFile(filepath.Join(folder, name), []byte("x"), 0o600))
	}
	steps := must[[]string](t)(migrations())
	j := &Journal{path: path, now: newClock().now, clean: func() error { return nil }}
	try(t, j.take())
	try(t, j.hold())
	broken := append(steps[:2:2], "INSERT INTO nowhere VALUES (1)")
	if err := j.openToWrite(2, broken); err == nil {
		t.Fatal("a broken update went through")
	}
	if !exists(filepath.Join(folder, "journal.before-update-1.handback")) {
		t.Error("an update that failed let the copy of the one before go")
	}
	try(t, j.close())
	j = &Journal{path: path, now: newClock().now, clean: func() error { return nil }}
	try(t, errors.Join(j.take(), j.hold()))
	try(t, j.openToWrite(2, append(slices.Clip(steps), "CREATE TABLE more (id INTEGER) STRICT")))
	try(t, j.close())
	if exists(filepath.Join(folder, "journal.before-update-1.handback")) || !exists(filepath.Join(folder, "journal.before-update-2.handback")) {
		t.Errorf("beside it lie %v", copiesBeside(t, path))
	}
	for _, name := range mine {
		if !exists(filepath.Join(folder, name)) {
			t.Errorf("%s was taken for one of ours", name)
		}
	}
}

func TestNoUpdateWhereThereIsNoRoomForTheCopy(t *testing.T) {
	kept := keptJournal(t, 1)
	folder := tinyDisk(t, "4m")
	path := filepath.Join(folder, FileName)
	try(t, copyFile(kept, path))
	ballast := filepath.Join(folder, "ballast")
	fillDisk(t, ballast)
	try(t, os.Truncate(ballast, must[os.FileInfo](t)(os.Stat(ballast)).Size()-128<<10)) // room to open it, not to copy it
	_, err := openAt(path, false)
	if !errors.Is(err, notes.ErrFull) {
		t.Fatal(err)
	}
	saysWhatToDo(t, err, folder)
	if !strings.Contains(err.Error(), "copies your journal") {
		t.Errorf("it says %s", err)
	}
	if head := must[header](t)(look(path)); head.schema != 1 {
		t.Errorf("it was updated to schema %d", head.schema)
	}
	if left := must[[]string](t)(filepath.Glob(filepath.Join(folder, "*before*"))); len(left) > 0 {
		t.Errorf("half a copy is left: %v", left)
	}
	try(t, os.Remove(ballast))
	j, err := openAt(path, false)
	try(t, err)
	try(t, j.Close())
}
