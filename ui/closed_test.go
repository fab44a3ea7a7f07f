package ui

import (
	"path/filepath"
	"testing"

	"handback/ui/room"
)

// TestASearchThatIsOnItsWayOutlivesItsJournal opens another journal, and closes the window, while the search is not
// answered yet.
func TestASearchThatIsOnItsWayOutlivesItsJournal(t *testing.T) {
	w := newWindow(t)
	w.writeNote(w.who("Ana"), "okapi\n")
	search := func() { w.Go(room.Place{Screen: room.Search, Text: "okapi"}) } // it is asked when the clock settles
	search()
	if err := w.open(filepath.Join(t.TempDir(), "other.handback"), true); err != nil {
		t.Fatal(err)
	}
	w.settle()
	if w.frame.said != "" {
		t.Errorf("it says %q", w.frame.said)
	}
	search()
	w.quit()
	w.settle()
	if !w.stopped {
		t.Error("the window is still open")
	}
}
