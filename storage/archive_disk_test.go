package storage

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"handback/notes"
)

// failingDisk fails from the so-manieth thing on that is asked of it: a full disk stays full.
type failingDisk struct {
	realDisk
	left    int
	fails   error
	renamed bool // something was put in place before it failed
}

func (d *failingDisk) ask(op, path string) error {
	if d.left--; d.left < 0 {
		return &os.PathError{Op: op, Path: path, Err: d.fails}
	}
	return nil
}

func (d *failingDisk) MkdirAll(folder string) error {
	if err := d.ask("mkdir", folder); err != nil {
		return err
	}
	return d.realDisk.MkdirAll(folder)
}

// WriteFile writes half of the file where it fails, as a disk does that fills up.
func (d *failingDisk) WriteFile(path string, data []byte) error {
	if err := d.ask("write", path); err != nil {
		return errors.Join(d.realDisk.WriteFile(path, data[:len(data)/2]), err)
	}
	return d.realDisk.WriteFile(path, data)
}

func (d *failingDisk) Rename(from, to string) error {
	if err := d.ask("rename", to); err != nil {
		return err
	}
	d.renamed = true
	return d.realDisk.Rename(from, to)
}

func (d *failingDisk) Create(path string) (io.WriteCloser, error) {
	if err := d.ask("open", path); err != nil {
		return nil, err
	}
	f, err := d.realDisk.Create(path)
	return failingFile{f, d, path}, err
}

type failingFile struct {
	io.WriteCloser
	disk *failingDisk
	path string
}

func (f failingFile) Write(data []byte) (int, error) {
	if err := f.disk.ask("write", f.path); err != nil {
		n, _ := f.WriteCloser.Write(data[:len(data)/2])
		return n, err
	}
	return f.WriteCloser.Write(data)
}

// TestADiskThatFailsHalfWay fails at each thing that an export asks of the disk, in turn.
func TestADiskThatFailsHalfWay(t *testing.T) {
	aloneUnderRace(t)
	t.Parallel() // it waits for the disk
	for name, tt := range map[string]struct {
		fails, want error
		step        int
	}{
		"full":          {syscall.ENOSPC, notes.ErrFull, 1},
		"not permitted": {syscall.EACCES, notes.ErrNoAccess, 7},
		"gone":          {syscall.ENOENT, ErrOtherArchive, 7},
	} {
		t.Run(name, func(t *testing.T) {
			for at := 0; ; at += tt.step {
				j, folder := exported(t)
				before := folderText(t, folder)
				save(t, j, onlyNote(t, j).ID, "todo: two\n")
				addNote(t, j, addPerson(t, j, "Ben"), notes.HeldNote, "2026-11-21", "x\n")
				disk := &failingDisk{left: at, fails: tt.fails}
				j.disk = disk
				_, err := j.ExportArchive(folder, nil)
				if err == nil {
					if at < 10 {
						t.Errorf("only %d things were asked of the disk", at)
					}
					return
				}
				if !errors.Is(err, tt.want) || !strings.Contains(err.Error(), folder) || strings.Contains(err.Error(), notes.ErrNoJournal.Error()) {
					t.Fatalf("at %d it says %v", at, err)
				}
				if exists(filepath.Join(folder, stageName)) {
					t.Errorf("at %d something is left beside", at)
				}
				if !disk.renamed && folderText(t, folder) != before {
					t.Errorf("at %d the folder was changed", at)
				}
				if j.disk = nil; !disk.renamed { // there is space again
					continue
				}
				exportTo(t, j, folder)
				fresh := filepath.Join(t.TempDir(), "fresh")
				exportTo(t, j, fresh)
				if got, want := folderText(t, folder), folderText(t, fresh); got != want {
					t.Fatalf("after it failed at %d, the next export gives\n%s", at, linesThatDiffer(got, want))
				}
			}
		})
	}
}

// TestAJournalsDiskThatFillsUp fills up while an archive comes in.
func TestAJournalsDiskThatFillsUp(t *testing.T) {
	folder := folderOfNotes(t, 350)
	j, clock := newJournal(t)
	addNote(t, j, addPerson(t, j, "Ana Lima"), notes.HeldNote, "2026-11-20", "todo: one\n")
	before := archivedOf(t, actor{j: j, clock: clock, dir: t.TempDir()}, new(int))
	told := 0
	_, err := j.ImportArchive(folder, func(int, int) error {
		if told++; told == 2 {
			pages := must[int](t)(one(j.c, "PRAGMA page_count", scalar[int]))
			must[int](t)(one(j.c, "PRAGMA max_page_count = "+strconv.Itoa(pages), scalar[int]))
		}
		return nil
	})
	if !errors.Is(err, notes.ErrFull) {
		t.Errorf("it says %v", err)
	}
	must[int](t)(one(j.c, "PRAGMA max_page_count = 1000000", scalar[int]))
	if err := j.Idle(); err != nil { // what could not be taken away without space goes now
		t.Fatal(err)
	}
	if now := archivedOf(t, actor{j: j, clock: clock, dir: t.TempDir()}, new(int)); now != before {
		t.Errorf("something of it is left:\n%s", linesThatDiffer(now, before))
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
}
