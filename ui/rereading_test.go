package ui

import (
	"os"
	"path/filepath"
	"testing"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
)

// olderWindow is a window on a journal of before an update.
func olderWindow(t *testing.T) *window {
	t.Helper()
	path := filepath.Join(t.TempDir(), "own.handback")
	if err := os.WriteFile(path, roomtest.OlderFile(t), 0o600); err != nil {
		t.Fatal(err)
	}
	w := emptyWindow(t, t.TempDir())
	if err := w.Start(path, false); err != nil {
		t.Fatal(err)
	}
	w.settle()
	return w
}

func TestAnUpdateIsSaidOnTodayAndNowhereElse(t *testing.T) {
	w := olderWindow(t)
	if w.Place().Screen != room.Today || w.win.Canvas().Overlays().Top() != nil {
		t.Fatalf("the window begins at %v", w.Place())
	}
	w.visit(room.Place{Screen: room.Rereading})
	if w.Place().Screen != room.Rereading {
		t.Fatal("it cannot be reached")
	}
	w.escape()
	w.settle()
	if w.Place().Screen != room.Today {
		t.Errorf("Esc leads to %v", w.Place())
	}
}

func TestTheListOfAnUpdateIsNotForWhoLooksOn(t *testing.T) {
	w := olderWindow(t)
	ana := w.who("Ana")
	w.visit(room.Place{Screen: room.Meeting, Person: ana.ID, Note: 1})
	for _, c := range w.commands {
		if c.id == "go.rereading" {
			t.Error("a command leads there")
		}
	}
	w.visit(room.Place{Screen: room.Notes, Person: ana.ID, Note: 1}) // out of the meeting, and she still sits there
	w.visit(room.Place{Screen: room.Rereading})
	if w.Place().Screen == room.Rereading || w.win.Canvas().Overlays().Top() == nil {
		t.Errorf("%v is shown without a question", w.Place())
	}
}

func TestAnUndecidedLineReadsTheSameInTheNoteAsInLists(t *testing.T) {
	w := olderWindow(t)
	ana := w.who("Ana")
	n, err := w.journal.Note(1)
	if err != nil {
		t.Fatal(err)
	}
	filed, err := w.journal.FiledFrom(1)
	if err != nil {
		t.Fatal(err)
	}
	items := notes.Parse(n.Body, w.Context(ana.ID, n.Date))
	if len(items) != len(filed) {
		t.Fatalf("%d lines are filed, %d in lists", len(items), len(filed))
	}
	for i, it := range items {
		if it.Line != filed[i].Line || it.Text != filed[i].Text || it.People[0] != filed[i].Person {
			t.Errorf("%+v in the note, %+v in lists", it, filed[i])
		}
	}
}
