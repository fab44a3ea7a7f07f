package storage

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"handback/notes"
)

// TestARealDiskThatCannotTakeAnArchive exports to disks that are full, or can't be written to, and to places that are none. What was
// there is unchanged then, and nothing is left beside it.
func TestARealDiskThatCannotTakeAnArchive(t *testing.T) {
	big := strings.Repeat("0123456789abcde\n", 64<<10) // 1 MB, and the disk has half of it
	for name, tt := range map[string]struct {
		kept bool // an archive is there before
		does func(t *testing.T, disk string)
		at   string // where in the disk
		body string
		is   error
		says string
	}{
		"full":                         {true, nil, "archive", big, notes.ErrFull, "no space left"},
		"full, nothing there yet":      {false, nil, "archive", big, notes.ErrFull, "no space left"},
		"read only":                    {true, remountReadOnly, "archive", "todo: two\n", notes.ErrNoAccess, "don't have full permissions"},
		"read only, nothing there yet": {false, remountReadOnly, "archive", "todo: two\n", notes.ErrNoAccess, "don't have full permissions"},
		"a file is in its place":       {false, file("archive", "mine"), "archive", "x\n", ErrOtherArchive, "is a file"},
		"below a file":                 {false, file("mine", "mine"), "mine/archive", "x\n", ErrOtherArchive, "no folder"},
		"a file where notes are to be": {true, func(t *testing.T, disk string) {
			at := filepath.Join(disk, "archive", "Notes")
			try(t, errors.Join(os.RemoveAll(at), os.WriteFile(at, nil, 0o600)))
		}, "archive", "x\n", ErrOtherArchive, "Notes in"},
	} {
		t.Run(name, func(t *testing.T) {
			disk := tinyDisk(t, "512k")
			j, _ := newJournal(t)
			id := addNote(t, j, addPerson(t, j, "Ana Lima"), notes.HeldNote, "2026-11-20", "todo: one\n")
			folder := filepath.Join(disk, filepath.FromSlash(tt.at))
			if tt.kept {
				exportTo(t, j, folder)
			}
			if tt.does != nil {
				tt.does(t, disk)
			}
			before, names := folderText(t, disk), inFolderNow(t, disk)
			save(t, j, id, tt.body)
			_, err := j.ExportArchive(folder, nil)
			if !errors.Is(err, tt.is) || !strings.Contains(err.Error(), tt.says) {
				t.Fatalf("it says %v", err)
			}
			saysWhatToDo(t, err, folder)
			if folderText(t, disk) != before || !slices.Equal(inFolderNow(t, disk), names) {
				t.Errorf("the disk was changed: %q, and had %q", inFolderNow(t, disk), names)
			}
			if n := must[notes.Note](t)(j.Note(id)); n.Body != tt.body {
				t.Error("the note was changed")
			}
			if !errors.Is(tt.is, notes.ErrFull) {
				return
			}
			save(t, j, id, "todo: short again\n") // its long version is still to be written
			if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT, "size=8m"); err != nil {
				t.Skip(err)
			}
			exportTo(t, j, folder)
			fresh, _ := newJournal(t)
			importFrom(t, fresh, folder)
			if n := onlyNote(t, fresh); n.Body != "todo: short again\n" {
				t.Errorf("it has %q", n.Body)
			}
		})
	}
}

// TestAnArchiveOnADiskThatIsReadOnlyComesIn imports from where nothing can be written: a stick, a folder of somebody else.
func TestAnArchiveOnADiskThatIsReadOnlyComesIn(t *testing.T) {
	disk := tinyDisk(t, "512k")
	j, _ := newJournal(t)
	addNote(t, j, addPerson(t, j, "Ana Lima"), notes.HeldNote, "2026-11-20", "todo: one\n")
	exportTo(t, j, filepath.Join(disk, "archive"))
	remountReadOnly(t, disk)
	fresh, _ := newJournal(t)
	importFrom(t, fresh, filepath.Join(disk, "archive"))
	if n := onlyNote(t, fresh); n.Body != "todo: one\n" {
		t.Errorf("it has %q", n.Body)
	}
}
