package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

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
	heap    uint64 // the most bytes on it, between two hundred notes and the next
}

// measureArchive writes a journal to a folder beside path and takes it into a new one; neither is left.
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
	defer os.RemoveAll(aside)
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
	if _, err := to.ImportArchive(folder, watch); err != nil {
		return a, err
	}
	a.in = time.Since(start)
	return a, to.Close()
}
