//go:build linux

package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
)

// openWithNote is an open journal with a note in it, part of which stands in the log alone.
func openWithNote(t *testing.T) (*Journal, notes.NoteID) {
	t.Helper()
	j, _ := newJournal(t)
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", "begun\n")
	if err := j.InPlace(); err != nil {
		t.Fatal(err)
	}
	return j, id
}

// bodyIn is the text of a note in the journal at path, opened anew.
func bodyIn(t *testing.T, path string, id notes.NoteID) string {
	t.Helper()
	j, err := openAt(path, false)
	if err != nil {
		t.Fatal(err)
	}
	n := must[notes.Note](t)(j.Note(id))
	if err := errors.Join(j.CheckIndex(), j.Close()); err != nil {
		t.Error(err)
	}
	return n.Body
}

// waysAway are what happens to a journal's file while it is open.
var waysAway = map[string]func(t *testing.T, path string){
	"deleted": func(t *testing.T, path string) { try(t, os.Remove(path)) },
	"renamed": func(t *testing.T, path string) { try(t, os.Rename(path, path+".old")) },
	"replaced": func(t *testing.T, path string) {
		try(t, copyFile(closedJournal(t), path+".restored"))
		try(t, os.Rename(path+".restored", path))
	},
	"the folder renamed": func(t *testing.T, path string) {
		try(t, os.Rename(filepath.Dir(path), filepath.Dir(path)+"-old"))
		try(t, os.Mkdir(filepath.Dir(path), 0o700))
	},
	"all of it deleted": func(t *testing.T, path string) {
		for _, end := range []string{"", "-wal", "-shm", ".lock"} {
			try(t, os.Remove(path+end))
		}
	},
	"the log deleted": func(t *testing.T, path string) { try(t, os.Remove(path+"-wal")) },
}

func TestAFileThatLostItsPlaceTakesNoSave(t *testing.T) {
	plainOnly(t)
	for name, away := range waysAway {
		t.Run(name, func(t *testing.T) {
			j, id := openWithNote(t)
			away(t, j.Path())
			_, err := j.SaveBody(id, 1, "begun\nand lost\n")
			if !errors.Is(err, notes.ErrMoved) {
				t.Fatalf("a save says %v", err)
			}
			saysWhatToDo(t, err, j.Path())
			if _, err := j.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: "a", Value: "b"}}}); !errors.Is(err, notes.ErrMoved) {
				t.Errorf("a change says %v", err)
			}
			if n := must[notes.Note](t)(j.Note(id)); n.Body != "begun\n" {
				t.Errorf("what is read is %q", n.Body)
			}
		})
	}
}

func TestAFileThatComesBackIsWrittenOn(t *testing.T) {
	j, id := openWithNote(t)
	try(t, os.Rename(j.Path(), j.Path()+".old"))
	if err := j.InPlace(); !errors.Is(err, notes.ErrMoved) {
		t.Fatal(err)
	}
	try(t, os.Rename(j.Path()+".old", j.Path()))
	rev := must[int64](t)(j.SaveBody(id, 1, "back again\n"))
	try(t, j.Close())
	if got := bodyIn(t, j.Path(), id); rev != 2 || got != "back again\n" {
		t.Errorf("rev %d, %q", rev, got)
	}
}

// A file that was only renamed has everything in it, though the newest of it stood in the log under the old name.
func TestARenamedFileIsWhole(t *testing.T) {
	plainOnly(t)
	j, id := openWithNote(t)
	try(t, os.Rename(j.Path(), j.Path()+".old"))
	if err := j.InPlace(); !errors.Is(err, notes.ErrMoved) {
		t.Fatal(err)
	}
	alone := filepath.Join(t.TempDir(), FileName)
	try(t, copyFile(j.Path()+".old", alone)) // itself it is locked still
	if got := bodyIn(t, alone, id); got != "begun\n" {
		t.Errorf("it holds %q", got)
	}
}

// What was put in the journal's place, with a log of its own, is left as it is: also when the journal that had to give way
// is closed.
func TestAnotherFileInThePlaceIsLeftAlone(t *testing.T) {
	plainOnly(t)
	j, _ := openWithNote(t)
	path := j.Path()
	other := journalWithLog(t)
	for _, end := range []string{"", "-wal"} {
		try(t, copyFile(other+end, path+".restored"))
		try(t, os.Rename(path+".restored", path+end))
	}
	if err := j.InPlace(); !errors.Is(err, notes.ErrMoved) {
		t.Fatal(err)
	}
	try(t, j.Close())
	for _, end := range []string{"", "-wal"} {
		if string(must[[]byte](t)(os.ReadFile(path+end))) != string(must[[]byte](t)(os.ReadFile(other+end))) {
			t.Errorf("the file *%s was changed", end)
		}
	}
}

func TestACopyIsSavedWhereTheUserSays(t *testing.T) {
	plainOnly(t)
	for name, away := range waysAway {
		t.Run(name, func(t *testing.T) {
			j, id := openWithNote(t)
			away(t, j.Path())
			to := filepath.Join(t.TempDir(), "new folder", "copy.handback")
			if at := must[string](t)(j.SaveCopy(to)); at != to {
				t.Errorf("it went to %s", at)
			}
			if st := must[os.FileInfo](t)(os.Stat(to)); st.Mode().Perm() != 0o600 {
				t.Errorf("its mode is %o", st.Mode().Perm())
			}
			if got := bodyIn(t, to, id); got != "begun\n" {
				t.Errorf("it holds %q", got)
			}
			if _, err := j.SaveCopy(to); err == nil {
				t.Error("a file that was there was replaced")
			}
		})
	}
}

func TestOneGoesOnInTheCopy(t *testing.T) {
	plainOnly(t)
	for name, away := range waysAway {
		t.Run(name, func(t *testing.T) {
			j, id := openWithNote(t)
			away(t, j.Path())
			_, err := j.SaveBody(id, 1, "begun\nnot lost\n")
			if !errors.Is(err, notes.ErrMoved) {
				t.Fatal(err)
			}
			to := filepath.Join(t.TempDir(), "copy.handback")
			if !exists(j.Path()) {
				to = j.Path() // it is put back
			}
			must[string](t)(j.GoOnIn(to))
			if j.Path() != to || j.InPlace() != nil {
				t.Fatalf("it is at %s: %v", j.Path(), j.InPlace())
			}
			must[int64](t)(j.SaveBody(id, 1, "begun\nnot lost\n"))
			try(t, j.Idle())
			if _, err := openAt(to, false); !errors.Is(err, notes.ErrInUse) {
				t.Errorf("a second window on the copy: %v", err)
			}
			try(t, j.Close())
			if got := bodyIn(t, to, id); got != "begun\nnot lost\n" {
				t.Errorf("it holds %q", got)
			}
		})
	}
}

func TestAPlaceThatTakesNoCopyChangesNothing(t *testing.T) {
	plainOnly(t)
	j, id := openWithNote(t)
	try(t, os.Remove(j.Path()))
	full := tinyDisk(t, "16k")
	_, err := j.GoOnIn(filepath.Join(full, "copy.handback"))
	if !errors.Is(err, notes.ErrFull) {
		t.Fatal(err)
	}
	saysWhatToDo(t, err, full)
	if left := must[[]os.DirEntry](t)(os.ReadDir(full)); len(left) > 0 {
		t.Errorf("half a copy is left: %v", left)
	}
	if n := must[notes.Note](t)(j.Note(id)); n.Body != "begun\n" {
		t.Errorf("it holds %q", n.Body)
	}
	must[string](t)(j.GoOnIn(j.Path()))
	must[int64](t)(j.SaveBody(id, 1, "saved\n"))
}

func TestALinkLeadsToTheJournal(t *testing.T) {
	plainOnly(t)
	j, _ := openWithNote(t)
	folder := t.TempDir()
	link, dir, nowhere := filepath.Join(folder, "link.handback"), filepath.Join(folder, "dir"), filepath.Join(folder, "nowhere")
	try(t, errors.Join(os.Symlink(j.Path(), link), os.Symlink(filepath.Dir(j.Path()), dir), os.Symlink(folder+"/none", nowhere)))
	for _, path := range []string{link, dir, filepath.Join(dir, FileName)} {
		if _, err := openAt(path, true); !errors.Is(err, notes.ErrInUse) {
			t.Errorf("a second window through %s: %v", path, err)
		}
	}
	if _, err := openAt(nowhere, true); !errors.Is(err, notes.ErrNoJournal) {
		t.Errorf("a link that leads nowhere: %v", err)
	} else {
		saysWhatToDo(t, err, nowhere)
	}
	try(t, j.Close())
	again, err := openAt(link, true)
	try(t, err)
	if again.Path() != j.Path() {
		t.Errorf("it is at %s", again.Path())
	}
	addPerson(t, again, "Ben")
	if !exists(j.Path()+"-wal") || exists(link+"-wal") || exists(link+".lock") {
		t.Error("its log or lock is beside the link")
	}
	try(t, again.Close())
}

// The file itself is locked: whoever comes without seeing the lock file is refused too.
func TestTheJournalsOwnFileIsLocked(t *testing.T) {
	plainOnly(t)
	j, _ := openWithNote(t)
	try(t, os.Remove(j.Path()+".lock"))
	for range 2 {
		if _, err := openAt(j.Path(), true); !errors.Is(err, notes.ErrInUse) {
			t.Fatalf("a second window: %v", err)
		}
		must[[]notes.Person](t)(j.People())
		addPerson(t, j, "B"+strings.Repeat("e", 1+len(must[[]notes.Person](t)(j.People()))))
	}
}

func TestAFileWithTwoNamesIsRefused(t *testing.T) {
	path := closedJournal(t)
	other := filepath.Join(filepath.Dir(path), "other.handback")
	try(t, os.Link(path, other))
	for _, name := range []string{path, other} {
		_, err := openAt(name, true)
		if !errors.Is(err, notes.ErrNotOurs) {
			t.Fatalf("%s: %v", name, err)
		}
		saysWhatToDo(t, err, name)
	}
	try(t, os.Remove(other))
	j, err := openAt(path, true)
	try(t, err)
	try(t, j.Close())
}
