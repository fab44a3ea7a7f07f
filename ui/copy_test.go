package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/draft"
	"handback/ui/room"
	"handback/ui/widgets"
)

// gone takes the journal's file away under the open window.
func (w *window) gone() (path string) {
	w.t.Helper()
	path = w.journal.Path()
	if err := os.Remove(path); err != nil {
		w.t.Fatal(err)
	}
	return path
}

// bodyAt is the text of a note in the journal at path, once the window has let go of it.
func (w *window) bodyAt(path string, id notes.NoteID) string {
	w.t.Helper()
	j, err := w.Journals.Open(path, false)
	if err != nil {
		w.t.Fatal(err)
	}
	n, err := j.Note(id)
	if err := errors.Join(err, j.Close()); err != nil {
		w.t.Fatal(err)
	}
	return n.Body
}

func TestAFileThatIsGoneIsSaidAndACopyIsSaved(t *testing.T) {
	for name, c := range map[string]struct {
		put bool // something else is put into the place
		to  string
	}{"deleted, and put back": {}, "deleted, and saved elsewhere": {to: "elsewhere"}, "replaced": {put: true}} {
		t.Run(name, func(t *testing.T) {
			w := newWindow(t)
			id := w.writeNote(w.who("Ana"), "begun\n")
			path := w.gone()
			if c.put {
				if err := os.WriteFile(path, []byte("restored"), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			w.erase("begun\nthe last words")
			if w.draft.State() != draft.NotSaved || w.frame.saved.Text != "Not saved" || !strings.Contains(w.frame.said, "moved, replaced or deleted") {
				t.Fatalf("%v %q, and it says %q", w.draft.State(), w.frame.saved.Text, w.frame.said)
			}
			w.tapKey("toast")
			if c.to != "" {
				w.field("copy.where").SetText(filepath.Join(t.TempDir(), c.to, "mine.handback"))
			}
			to := w.field("copy.where").Text
			w.tapKey(widgets.DialogConfirm)
			w.pass(2 * time.Second)
			if w.draft.State() != draft.Saved || w.journal.Path() != to || !strings.Contains(w.frame.said, to) {
				t.Errorf("%v at %s, and it says %q", w.draft.State(), w.journal.Path(), w.frame.said)
			}
			w.erase("begun\nthe last words\nand on")
			w.quit()
			if !w.stopped {
				t.Fatal("the window is still open")
			}
			if got := w.bodyAt(to, id); got != "begun\nthe last words\nand on" {
				t.Errorf("it holds %q", got)
			}
			if now, _ := os.ReadFile(path); c.put && string(now) != "restored" {
				t.Error("what was put into the place was changed")
			}
		})
	}
}

func TestACopyNeverReplacesAFile(t *testing.T) {
	w := newWindow(t)
	other := filepath.Join(t.TempDir(), "other.handback")
	if err := os.WriteFile(other, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.Run("journal.copy")
	w.field("copy.where").SetText(other)
	w.tapKey(widgets.DialogConfirm)
	if w.win.Canvas().Overlays().Top() == nil {
		t.Error("the dialog closed")
	}
	if now, _ := os.ReadFile(other); string(now) != "mine" {
		t.Error("the file was replaced")
	}
}

// A copy of a journal that is all right is only a copy.
func TestACopyOfASoundJournal(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "begun\n")
	path := w.journal.Path()
	w.editor.Replace(0, 0, "typed just now ")
	w.Run("journal.copy")
	to := w.field("copy.where").Text
	w.tapKey(widgets.DialogConfirm)
	if w.journal.Path() != path || !strings.Contains(w.frame.said, to) {
		t.Errorf("the journal is %s, and it says %q", w.journal.Path(), w.frame.said)
	}
	if got := w.bodyAt(to, id); got != "typed just now begun\n" {
		t.Errorf("it holds %q", got)
	}
}

// A tick says it too, and closing asks first, though every word of the open note was saved before.
func TestAFileThatIsGoneIsNotLeftSilently(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "begun\n")
	path := w.gone()
	w.quit()
	if w.stopped || w.win.Canvas().Overlays().Top() == nil {
		t.Fatal("it closed with everything in it")
	}
	w.tapKey("quit.copy")
	w.tapKey(widgets.DialogConfirm)
	w.erase("begun\nand saved")
	w.visit(room.Place{Screen: room.Today})
	w.quit()
	if got := w.bodyAt(path, id); got != "begun\nand saved" {
		t.Errorf("it holds %q", got)
	}
}

// Where nobody can be asked any more, everything goes into a copy beside the place.
func TestAStopRescuesAJournalThatLostItsPlace(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "begun\n")
	path := w.gone()
	if err := os.WriteFile(path, []byte("restored"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.editor.Replace(0, 0, "the last words, ")
	to := w.copyPlace()
	w.stop()
	if got := w.bodyAt(to, id); got != "the last words, begun\n" {
		t.Errorf("the copy holds %q", got)
	}
	if now, _ := os.ReadFile(path); string(now) != "restored" {
		t.Error("what was put into the place was changed")
	}
}

// field is the field of the dialog on top with this key.
func (w *window) field(key string) *widgets.Entry {
	w.t.Helper()
	w.tab(key)
	return w.win.Canvas().Focused().(*widgets.Entry)
}

func TestWhereACopyWentIsKept(t *testing.T) {
	w := newWindow(t)
	path := filepath.Join(t.TempDir(), "copy.handback")
	w.saveCopy()
	w.fill("copy.where", path)
	w.taps(widgets.DialogConfirm)
	if out, err := w.journal.Setting(notes.SettingLetOut); err != nil || out != path {
		t.Errorf("it remembers %q, %v", out, err)
	}
}

// TestALongSentenceStaysInTheWindow holds that what is said is inside the window, however long it is, and stays while one reads it.
func TestALongSentenceStaysInTheWindow(t *testing.T) {
	w := newWindow(t)
	long := "Exported 214 notes to " + strings.Repeat("/a folder with a rather long name", 12)
	for _, size := range []fyne.Size{{Width: 640, Height: 420}, {Width: 1000, Height: 640}, {Width: 2560, Height: 1440}} {
		w.win.Resize(size)
		w.Say(long)
		bar := w.frame.bar
		if p, s := bar.Position(), bar.Size(); p.X < 0 || p.Y < 0 || p.X+s.Width > size.Width || p.Y+s.Height > size.Height || s.Height < 40 {
			t.Errorf("in %v it is at %v, %v", size, p, s)
		}
	}
	w.pass(sayFor + time.Second)
	if w.frame.said != long {
		t.Error("it goes before it can be read")
	}
	w.pass(time.Minute)
	if w.frame.said != "" {
		t.Errorf("it stays: %q", w.frame.said)
	}
}
