package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/theirpage"
)

// TestWhatTheProgramSaysByItselfWaits has the folder that is kept up to date go wrong over a file that names somebody, while
// somebody else reads their page.
func TestWhatTheProgramSaysByItselfWaits(t *testing.T) {
	w := newWindow(t)
	folder := filepath.Join(t.TempDir(), "kept")
	w.keep(folder)
	ana, ben := w.who("Ana").ID, w.who("Ben")
	w.writeNote(ben, "a pelican")
	w.pass(keepFolderAfter + time.Second)
	w.settle()
	found, err := filepath.Glob(filepath.Join(folder, "Notes", "Ben*", "*.md"))
	if err != nil || len(found) == 0 {
		t.Fatalf("%q, %v", found, err)
	}
	if err := os.WriteFile(found[0], []byte("changed outside"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.writeNote(ben, "another pelican")
	w.visit(room.Place{Screen: room.TheirPage, Person: ana, Part: theirpage.Turned})
	w.folderWrong = ""
	w.planFolder()
	w.pass(keepFolderAfter + time.Second)
	w.settle()
	if said := shown(w.win.Content()); strings.Contains(said, "changed outside") || strings.Contains(said, "Notes/Ben") {
		t.Errorf("Ana reads\n%s", said)
	}
	w.visit(room.Place{Screen: room.Today})
	if said := shown(w.win.Content()); !strings.Contains(said, "changed outside Handback") {
		t.Errorf("afterwards it isn't said:\n%s", said)
	}
	w.pass(time.Minute)
	w.visit(room.Place{Screen: room.Settings})
	said := shown(w.frame.content)
	if !strings.Contains(said, "isn't up to date right now") || !strings.Contains(said, "changed outside Handback") {
		t.Error("Settings says that the folder is kept up to date")
	}
}

// TestWhatIsTypedAndNotSavedIsSaidAtOnce holds that a full disk is told also while the person looks on.
func TestWhatIsTypedAndNotSavedIsSaidAtOnce(t *testing.T) {
	w := newWindow(t)
	w.visit(room.Place{Screen: room.TheirPage, Person: w.who("Ana").ID, Part: theirpage.Turned})
	w.byItself(true, func() { w.Show(notes.ErrFull) })()
	if said := shown(w.win.Content()); !strings.Contains(said, "disk is full") {
		t.Errorf("it says\n%s", said)
	}
}
