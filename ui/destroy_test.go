package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/backups"
	"handback/ui/carrying"
	"handback/ui/room"
	"handback/ui/widgets"
)

// clingingShelf can't delete a journal.
type clingingShelf struct{ Journals }

func (clingingShelf) Destroy(string) ([]string, error) { return nil, notes.ErrInUse }

func TestTheJournalIsDeletedAndTheFirstRunShown(t *testing.T) {
	w := newWindow(t)
	path := w.journal.Path()
	out, kept := t.TempDir(), filepath.Join(t.TempDir(), "kept")
	carrying.LetOut(w.Shell, out)
	second := filepath.Join(t.TempDir(), "second")
	w.apply(notes.Change{Rows: []notes.Row{
		notes.PutSetting{Key: notes.SettingKeptFolder, Value: kept}, notes.PutSetting{Key: backups.SettingFolder, Value: second},
	}})
	w.visit(room.Place{Screen: room.GoingAway})
	w.tapKey("goingaway.delete")
	w.field("goingaway/file").SetText(filepath.Base(path))
	w.tapOverlay(widgets.DialogConfirm)
	w.settle()
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the file is there: %v", err)
	}
	if w.journal != nil || w.Place().Screen != room.FirstRun {
		t.Errorf("the window is at %+v", w.Place())
	}
	if said := w.everything(); !strings.Contains(said, out) || !strings.Contains(said, kept) {
		t.Errorf("it doesn't say that the journal is in %s and %s too:\n%s", out, kept, said)
	}
	if said := w.everything(); !strings.Contains(said, second) {
		t.Errorf("it doesn't say that sealed backups stay in %s:\n%s", second, said)
	}
	w.tapOverlay(widgets.DialogCancel) // what it says is gone
	if err := w.open(path, true); err != nil {
		t.Error(err)
	}
}

func TestAJournalThatCantBeDeletedIsOpenAsBefore(t *testing.T) {
	w := newWindow(t)
	w.Journals = clingingShelf{w.Journals}
	people := len(w.People())
	w.visit(room.Place{Screen: room.GoingAway})
	if err := w.DestroyJournal(); !errors.Is(err, notes.ErrInUse) {
		t.Errorf("it says %v", err)
	}
	w.settle()
	if w.journal == nil || len(w.People()) != people || w.Place().Screen != room.GoingAway {
		t.Errorf("the window is at %+v with %d people", w.Place(), len(w.People()))
	}
}

func TestNothingOfWhoWasErasedIsTakenBack(t *testing.T) {
	w := newWindow(t)
	ana, ben := w.who("Ana"), w.who("Ben")
	id := w.writeNote(ben, "todo: sit with Ana\n")
	w.visit(room.Place{Screen: room.Today})
	if _, err := w.Apply(notes.Change{Edits: []notes.LineEdit{{
		Note: id, Line: 1, Old: "todo: sit with Ana",
		New: "todo: sit with Ana (done)",
	}}}, "Done"); err != nil {
		t.Fatal(err)
	}
	if !w.canUndo() {
		t.Fatal("nothing could be taken back before")
	}
	w.apply(notes.Change{Rows: []notes.Row{notes.Erase{Person: ana.ID}}})
	if w.canUndo() || w.canRedo() {
		t.Error("undo reaches what was before")
	}
}
