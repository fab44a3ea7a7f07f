package ui

import (
	"os"
	"path/filepath"
	"testing"

	"handback/notes"
	"handback/ui/settings"
)

// TestAHugeImportIsTakenBackOffTheUIGoroutine takes an archive back by undo: the window is covered until it is done.
func TestAHugeImportIsTakenBackOffTheUIGoroutine(t *testing.T) {
	w := newWindow(t)
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a.md"), []byte("---\nperson: Zoe Park\ndate: 2026-11-20\n---\nx\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	done, err := w.journal.(settings.Archiver).ImportArchive(folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Apply(notes.Change{Rows: []notes.Row{notes.TakeArchive{Archive: done.ID}}}, "Imported"); err != nil {
		t.Fatal(err)
	}
	w.settle()
	if n := len(w.People()); n != 4 {
		t.Fatalf("%d people", n)
	}
	w.undoLast()
	if people, err := w.journal.People(); err != nil || len(people) != 4 || w.win.Canvas().Overlays().Top() == nil {
		t.Errorf("%d people, %v: it was done at once, or the window isn't covered", len(people), err)
	}
	w.settle()
	if n := len(w.People()); n != 3 || w.win.Canvas().Overlays().Top() != nil {
		t.Errorf("%d people, or the window is covered still", n)
	}
	if w.canRedo() {
		t.Error("it offers to do it again")
	}
}
