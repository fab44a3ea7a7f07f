package storage

import (
	"os"
	"path/filepath"
	"testing"

	"handback/notes"
)

// TestAProtectedJournalIsMoved moves its folder, with what goes with it, and opens it there.
func TestAProtectedJournalIsMoved(t *testing.T) {
	path, k := protectPlanted(t)
	places, folder := PlacesIn(t.TempDir()), filepath.Join(t.TempDir(), "new")
	before := onDiskIn(t, path)
	at, err := places.Move(path, folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	after := onDiskIn(t, at)
	for name, was := range before {
		if after[name] != was {
			t.Errorf("%s has %d bytes of %d", name, len(after[name]), len(was))
		}
	}
	if left := must[[]os.DirEntry](t)(os.ReadDir(filepath.Dir(path))); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if now := must[string](t)(places.Now(path)); now != at {
		t.Errorf("it is looked for at %s", now)
	}
	j := must[*Journal](t)(Open(at, Options{Now: newClock().now, Key: k}))
	if people := must[[]notes.Person](t)(j.People()); len(people) != 2 {
		t.Errorf("%d people", len(people))
	}
	if found := plantedIn(t, folder); len(found) > 0 {
		t.Error(found)
	}
	if _, err := places.Move(at, filepath.Dir(path), nil); err == nil {
		t.Error("an open one is moved")
	}
	try(t, j.Close())
}

// TestAConflictCopyIsMergedIntoAProtectedJournal keeps the journal as it was before sealed as well.
func TestAConflictCopyIsMergedIntoAProtectedJournal(t *testing.T) {
	path, k := protectPlanted(t)
	j := must[*Journal](t)(Open(path, Options{Now: newClock().now, Key: k}))
	plain := must[*Journal](t)(openAt(filepath.Join(filepath.Dir(path), "journal (1).handback"), true))
	addNote(t, plain, addPerson(t, plain, "Ben"), notes.HeldNote, "2026-11-22", "todo: from the copy\n")
	copied := plain.Path()
	try(t, plain.Close())
	did, put, err := j.MergeCopy(copied, nil)
	if err != nil || did.New != 1 {
		t.Fatalf("%+v, %v", did, err)
	}
	if !IsProtected(put.Before) {
		t.Errorf("%s is plain", put.Before)
	}
	try(t, j.Close())
	if found := append(plantedIn(t, put.Before), plantedIn(t, path)...); len(found) > 0 {
		t.Error(found)
	}
}
