package storage

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"handback/notes"
	"handback/storage/sealed"
)

// TestAConflictInAProtectedJournalIsMerged has two computers write in one protected journal, and a sync program put the files of the
// other one beside ours, with our logs behind or ahead: what only the other had comes in, and the copies are put aside.
func TestAConflictInAProtectedJournalIsMerged(t *testing.T) {
	k := must[*sealed.Key](t)(testKey())
	for name, closes := range map[string]func(*Journal) error{
		"after an ordinary end": (*Journal).Close,
		"after a kill":          (*Journal).close,
	} {
		t.Run(name, func(t *testing.T) {
			c := newClock()
			path := filepath.Join(t.TempDir(), FileName)
			j := must[*Journal](t)(newProtected(path, c.now))
			ana := addPerson(t, j, "Ana Ruiz")
			try(t, j.Close())
			theirs := filepath.Join(t.TempDir(), FileName)
			try(t, copyFolder(path, theirs))
			before := must[[]os.DirEntry](t)(os.ReadDir(path))

			j = must[*Journal](t)(Open(path, Options{Now: c.now, Key: k}))
			addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: written here")
			other := must[*Journal](t)(Open(theirs, Options{Now: c.now, Key: k}))
			addNote(t, other, ana, notes.HeldNote, "2026-11-21", "todo: written there")
			try(t, closes(other))
			copies := 0
			for _, e := range must[[]os.DirEntry](t)(os.ReadDir(theirs)) {
				own := e.Name()
				if !sealed.IsPages(own) || sameFile(t, filepath.Join(theirs, own), filepath.Join(path, own)) {
					continue
				}
				end := filepath.Ext(own)
				conflict := strings.TrimSuffix(own, end) + ".sync-conflict-20261126-120102-K7QZ3AB" + end
				try(t, copyFile(filepath.Join(theirs, own), filepath.Join(path, conflict)))
				copies++
			}
			if copies == 0 || len(before) == 0 {
				t.Fatal("nothing differs")
			}
			found := must[[]notes.ConflictCopy](t)(j.ConflictCopies())
			if len(found) != 1 || found[0].Wrong != "" || found[0].Notes != 1 || found[0].By != "Syncthing" {
				t.Fatalf("%+v", found)
			}
			_, put, err := j.MergeCopy(found[0].Path, nil)
			try(t, err)
			var bodies []string
			for _, h := range must[[]notes.NoteHead](t)(j.NotesOf(ana, 0)) {
				bodies = append(bodies, must[notes.Note](t)(j.Note(h.ID)).Body)
			}
			slices.Sort(bodies)
			if !slices.Equal(bodies, []string{"todo: written here", "todo: written there"}) || !IsProtected(put.Before) || !exists(put.Aside) {
				t.Errorf("%q, %+v", bodies, put)
			}
			if again := must[[]notes.ConflictCopy](t)(j.ConflictCopies()); len(again) > 0 {
				t.Errorf("%+v", again)
			}
			try(t, j.Close())
			again := must[*Journal](t)(Open(path, Options{Now: c.now, Key: k}))
			try(t, errors.Join(again.CheckIndex(), again.Close()))
		})
	}
}

func sameFile(t *testing.T, one, other string) bool {
	t.Helper()
	return exists(other) && sameContent(one, other) == nil
}

// TestWhatASyncProgramBringsIsNotWrittenOver has the next generation of another computer arrive while the journal is open: no save is
// taken, as where a plain journal's file is replaced, and closing leaves what came as it is.
func TestWhatASyncProgramBringsIsNotWrittenOver(t *testing.T) {
	k, c := must[*sealed.Key](t)(testKey()), newClock()
	path := filepath.Join(t.TempDir(), FileName)
	j := must[*Journal](t)(newProtected(path, c.now))
	ana := addPerson(t, j, "Ana Ruiz")
	try(t, j.Close())
	theirs := filepath.Join(t.TempDir(), FileName)
	try(t, copyFolder(path, theirs))
	other := must[*Journal](t)(Open(theirs, Options{Now: c.now, Key: k}))
	addNote(t, other, ana, notes.HeldNote, "2026-11-21", "todo: written there")
	try(t, other.Close())

	j = must[*Journal](t)(Open(path, Options{Now: c.now, Key: k}))
	for _, e := range must[[]os.DirEntry](t)(os.ReadDir(theirs)) {
		if sealed.IsPages(e.Name()) && !exists(filepath.Join(path, e.Name())) {
			try(t, copyFile(filepath.Join(theirs, e.Name()), filepath.Join(path, e.Name())))
		}
	}
	came := bytesOfFolder(t, path)
	if _, err := j.Apply(notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: ana, Kind: notes.HeldNote, Date: "2026-11-20", Body: "todo: written here",
	}}}); !errors.Is(err, notes.ErrMoved) {
		t.Errorf("a save says %v", err)
	}
	try(t, j.Close())
	if bytesOfFolder(t, path) != came {
		t.Error("what came was written over")
	}
	again := must[*Journal](t)(Open(path, Options{Now: c.now, Key: k}))
	if heads := must[[]notes.NoteHead](t)(again.NotesOf(ana, 0)); len(heads) != 1 {
		t.Errorf("%d notes", len(heads))
	}
	try(t, again.Close())
}
