package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"handback/notes"
	"handback/storage"
	"handback/storage/storagetest"
)

// takenIn is how long notes of another program take into an empty journal, until they are seen, and back out of it.
type takenIn struct {
	bring, show, back time.Duration
	heap              uint64
}

// measureTaking takes so many notes of another program into a journal beside path, and takes them back.
func measureTaking(path string, n int, now time.Time) (t takenIn, err error) {
	aside, err := os.MkdirTemp(filepath.Dir(path), "taking-")
	if err != nil {
		return t, err
	}
	defer os.RemoveAll(aside)
	j, err := storage.Open(filepath.Join(aside, storage.FileName), storage.Options{Now: func() time.Time { return now }, Create: true})
	if err != nil {
		return t, err
	}
	applied, err := j.Apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz"}}})
	if err != nil {
		return t, err
	}
	start, w := time.Now(), storagetest.NewWriter(9)
	id, err := j.BeginImport("Obsidian", "Vault")
	if err != nil {
		return t, err
	}
	for at := 0; at < n; at += 200 {
		var piece []notes.Brought
		for i := at; i < min(n, at+200); i++ {
			piece = append(piece, notes.Brought{
				Origin: fmt.Sprint("o", i), Person: notes.PersonID(applied.IDs[0]), Date: notes.Date("2010-01-01").AddDays(i / 20),
				Body: w.Note(false),
			})
		}
		if _, err := j.Bring(id, piece); err != nil {
			return t, err
		}
		t.look()
	}
	t.bring = time.Since(start)
	start = time.Now()
	if applied, err = j.Apply(notes.Change{Rows: []notes.Row{notes.TakeImport{Import: id}}}); err != nil {
		return t, err
	}
	t.look()
	t.show = time.Since(start)
	start = time.Now()
	if _, err = j.Apply(applied.Undo); err != nil {
		return t, err
	}
	t.back = time.Since(start)
	return t, j.Close()
}

func (t *takenIn) look() {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	t.heap = max(t.heap, m.HeapAlloc)
}

// measureMentions looks for where somebody is named.
func measureMentions(j journal, who notes.PersonID) (time.Duration, error) {
	held, ok := j.(notes.HeldReader)
	if !ok {
		return 0, fmt.Errorf("a %T doesn't say what it holds", j)
	}
	start := time.Now()
	_, err := held.Mentions(who)
	return time.Since(start), err
}

// erased is how long it takes to delete everything about somebody, and to leave nothing of it in the file.
type erased struct{ erase, wipe time.Duration }

// measureErasing erases somebody from a copy of the journal, since what is measured next is about the same people.
func measureErasing(j journal, path string, who notes.PersonID, now time.Time) (e erased, err error) {
	from, ok := j.(interface {
		SaveCopy(path string) (string, error)
	})
	if !ok {
		return e, fmt.Errorf("a %T can't be copied", j)
	}
	aside, err := os.MkdirTemp(filepath.Dir(path), "erasing-")
	if err != nil {
		return e, err
	}
	defer os.RemoveAll(aside)
	at, err := from.SaveCopy(filepath.Join(aside, "copy.handback"))
	if err != nil {
		return e, err
	}
	copied, err := storage.Open(at, storage.Options{Now: func() time.Time { return now }})
	if err != nil {
		return e, err
	}
	start := time.Now()
	if _, err := copied.Apply(notes.Change{Rows: []notes.Row{notes.Erase{Person: who}}}); err != nil {
		return e, err
	}
	e.erase = time.Since(start)
	start = time.Now()
	if err := copied.Wipe(); err != nil {
		return e, err
	}
	e.wipe = time.Since(start)
	return e, copied.Close()
}
