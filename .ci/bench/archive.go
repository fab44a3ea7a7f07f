package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"handback/notes"
	"handback/notes/archive"
	"handback/storage"
)

// archiver is a journal that leaves, and comes, as a folder.
type archiver interface {
	ExportArchive(folder string, progress archive.Progress) (archive.Exported, error)
}

// archived is how long a journal takes to a folder, and that folder into an empty journal.
type archived struct {
	out, in time.Duration
	waited  time.Duration // the longest that a save took while the archive came in
	heap    uint64        // the most bytes on it, between two hundred notes and the next
}

// measureArchive writes a journal to a folder beside path and takes it into a new one. The folder goes with that of the whole run: for
// minutes after ten thousand files were deleted, ext4 passes over their inodes one by one for each file that is made, which took ten
// times as long as writing it.
func measureArchive(j journal, path string, now time.Time) (a archived, err error) {
	from, ok := j.(archiver)
	if !ok {
		return a, fmt.Errorf("a %T makes no archive", j)
	}
	watch := func(int, int) error {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		a.heap = max(a.heap, m.HeapAlloc)
		return nil
	}
	aside, err := os.MkdirTemp(filepath.Dir(path), "archive-")
	if err != nil {
		return a, err
	}
	folder := filepath.Join(aside, "folder")
	start := time.Now()
	if _, err := from.ExportArchive(folder, watch); err != nil {
		return a, err
	}
	a.out = time.Since(start)
	to, err := storage.Open(filepath.Join(aside, storage.FileName), storage.Options{Now: func() time.Time { return now }, Create: true})
	if err != nil {
		return a, err
	}
	start = time.Now()
	done, waited := make(chan struct{}), make(chan time.Duration)
	go func() { waited <- savesUntil(done, to) }()
	_, err = to.ImportArchive(folder, watch)
	close(done)
	if a.waited = <-waited; err != nil {
		return a, err
	}
	a.in = time.Since(start)
	return a, errors.Join(to.Close(), os.Remove(filepath.Join(aside, storage.FileName)))
}

// savesUntil types into a note of a journal until done, twenty times a second, and returns how long a save took at most.
func savesUntil(done <-chan struct{}, j *storage.Journal) (most time.Duration) {
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	var note notes.NoteID
	for {
		select {
		case <-done:
			return most
		case <-tick.C:
		}
		if note == 0 {
			note = anyNote(j)
			continue
		}
		n, err := j.Note(note)
		if err != nil {
			continue
		}
		start := time.Now()
		if _, err := j.SaveBody(n.ID, n.Rev, n.Body+" x"); err == nil {
			most = max(most, time.Since(start))
		}
	}
}

// anyNote is a note of a journal, 0 where there is none yet.
func anyNote(j *storage.Journal) notes.NoteID {
	people, err := j.People()
	if err != nil {
		return 0
	}
	for _, p := range people {
		if heads, err := j.NotesOf(p.ID, 1); err == nil && len(heads) > 0 {
			return heads[0].ID
		}
	}
	return 0
}
