package ui

import (
	"os"
	"path/filepath"
	"testing"

	"handback/notes"
	"handback/ui/room"
)

func TestAFolderDroppedOnTheWindowIsLookedAt(t *testing.T) {
	w := newWindow(t)
	folder := filepath.Join(t.TempDir(), "Vault")
	if err := os.MkdirAll(filepath.Join(folder, ".obsidian"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "2025-03-03.md"), []byte("zebra\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, paths := range [][]string{nil, {folder, folder}} {
		w.dropped(paths)
		w.settle()
		if w.Place().Screen == room.Import {
			t.Fatalf("%q led to the import", paths)
		}
	}
	w.dropped([]string{folder})
	w.settle()
	if w.Place().Screen != room.Import {
		t.Fatalf("it is at %+v", w.Place())
	}
	w.shows("Import from Vault")
}

// TestNothingIsTakenWhileThePersonLooksOn drops a folder in a one-on-one.
func TestNothingIsTakenWhileThePersonLooksOn(t *testing.T) {
	w := newWindow(t)
	ana := w.who("Ana").ID
	made := w.apply(notes.Change{Rows: []notes.Row{notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: w.Today()}}})
	w.visit(room.Place{Screen: room.Meeting, Person: ana, Note: made.Made[0]})
	w.dropped([]string{t.TempDir()})
	w.settle()
	if w.Place().Screen != room.Meeting {
		t.Errorf("in the one-on-one it leads to %+v", w.Place())
	}
}

func TestNothingIsTakenUnderADialog(t *testing.T) {
	w := newWindow(t)
	w.visit(room.Place{Screen: room.Today})
	w.Run("person.add")
	w.dropped([]string{t.TempDir()})
	w.settle()
	if w.Place().Screen != room.Today {
		t.Errorf("under a dialog it leads to %+v", w.Place())
	}
}

// TestAnArchiveThatIsDroppedIsAskedAbout: a folder that Handback wrote isn't looked at as notes of another program.
func TestAnArchiveThatIsDroppedIsAskedAbout(t *testing.T) {
	from := newWindow(t)
	folder := filepath.Join(t.TempDir(), "kept")
	from.keep(folder)
	w := newWindow(t)
	w.dropped([]string{folder})
	w.settle()
	if w.Place().Screen != room.Import {
		t.Errorf("it is at %+v", w.Place())
	}
	w.tapOverlay("dialog/confirm")
	w.settle()
	if people := w.People(); len(people) != 5 { // me, and two of each journal
		t.Errorf("%d people", len(people))
	}
}
