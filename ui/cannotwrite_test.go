package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/storage"
	"handback/ui/draft"
	"handback/ui/room"
)

// fullDisk is a journal whose disk can run full.
type fullDisk struct {
	Opened
	full bool
}

func (d *fullDisk) Apply(c notes.Change) (notes.Applied, error) {
	if d.full {
		return notes.Applied{}, notes.ErrFull
	}
	return d.Opened.Apply(c)
}

func (d *fullDisk) SaveBody(id notes.NoteID, base int64, body string) (int64, error) {
	if d.full {
		return 0, notes.ErrFull
	}
	return d.Opened.SaveBody(id, base, body)
}

// filling lets the disk of an open window run full when the test says so.
func (w *window) filling() *fullDisk {
	d := &fullDisk{Opened: w.journal}
	w.journal = d
	return d
}

func TestNotSavedSaysWhyAndWhatToDo(t *testing.T) {
	w := newWindow(t)
	disk := w.filling()
	id := w.writeNote(w.who("Ana"), "begun\n")
	disk.full = true
	w.erase("begun\nthe last words")
	if w.draft.State() != draft.NotSaved || !strings.Contains(w.frame.said, "free up some space") {
		t.Errorf("%v, and it says %q", w.draft.State(), w.frame.said)
	}
	disk.full = false
	w.pass(2 * time.Second)
	if got := w.stored(id); got != "begun\nthe last words" || w.frame.said != "" {
		t.Errorf("stored %q, and it says %q", got, w.frame.said)
	}
}

func TestTheWindowClosesThoughItsSizeCannotBeKept(t *testing.T) {
	w := newWindow(t)
	w.filling().full = true
	w.quit()
	if !w.stopped || w.win.Canvas().Overlays().Top() != nil {
		t.Error("a full disk keeps the window open although all is saved")
	}
}

// TestTheQuestionWhetherToCloseEndsWithItsReason makes room on a full disk while the window asks, or after one chose to stay.
func TestTheQuestionWhetherToCloseEndsWithItsReason(t *testing.T) {
	for _, stays := range []bool{false, true} {
		w := newWindow(t)
		path, disk := w.journal.Path(), w.filling()
		id := w.writeNote(w.who("Ana"), "begun\n")
		disk.full = true
		w.erase("begun\nthe last words")
		w.quit()
		w.pass(3 * time.Second)
		if w.stopped || w.win.Canvas().Overlays().Top() == nil {
			t.Fatal("it doesn't ask")
		}
		if stays {
			w.key(fyne.KeyEscape)
		}
		disk.full = false
		w.pass(3 * time.Second)
		if w.stopped == stays {
			t.Fatalf("one stays: %v, it is closed: %v", stays, w.stopped)
		}
		if stays {
			continue
		}
		j, err := storage.Open(path, storage.Options{Now: w.Now})
		if err != nil {
			t.Fatal(err)
		}
		if n, err := j.Note(id); err != nil || n.Body != "begun\nthe last words" {
			t.Errorf("it says %q, %v", n.Body, err)
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestANoteThatCannotGoToTheTrashIsWrittenOn(t *testing.T) {
	w := newWindow(t)
	disk := w.filling()
	id := w.writeNote(w.who("Ana"), "begun\n")
	disk.full = true
	w.tapKey("head.more")
	w.tapKey("menu/Move to trash")
	disk.full = false
	w.erase("begun\nand more")
	if got := w.stored(id); got != "begun\nand more" {
		t.Errorf("stored %q", got)
	}
}

func TestAPromiseThatCannotBePutBackIsTriedAgain(t *testing.T) {
	w := newWindow(t)
	disk := w.filling()
	id := w.writeNote(w.who("Ana"), "todo me: answer\nwords\n")
	w.erase("words\n")
	disk.full = true
	w.visit(room.Place{Screen: room.Today})
	disk.full = false
	w.visit(room.Place{Screen: room.Today})
	if got := w.stored(id); !strings.Contains(got, "todo me: answer") {
		t.Errorf("stored %q", got)
	}
}

func TestTheTextBeforeAnEarlierVersionIsKept(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "first\n")
	w.erase("second\n")
	w.erase("third\n")
	w.tapKey("head.more")
	w.tapKey("menu/Earlier versions")
	w.tapKey("version.0")
	if got := w.stored(id); got != "first\n" {
		t.Fatalf("brought back %q", got)
	}
	kept, err := w.journal.Revisions(id)
	if err != nil || len(kept) == 0 || kept[0].Body != "third\n" {
		t.Errorf("kept %v, %v", kept, err)
	}
}

// sealed is a journal that can only be read.
type sealed struct{ Opened }

func (sealed) ReadOnly() (string, bool) { return "You may not write to this journal's file.", true }

func TestAButtonThatWouldWriteSaysWhyItCannot(t *testing.T) {
	w := newWindow(t)
	w.journal = sealed{w.journal}
	for _, id := range []string{"person.add", "note.new"} {
		w.Say("")
		w.Run(id)
		w.settle()
		if !strings.Contains(w.frame.said, "may not write") {
			t.Errorf("%s says %q", id, w.frame.said)
		}
	}
}

// What a hurried hand deletes and leaves behind, undo gone, is among the earlier versions.
func TestWhatWasDeletedAndLeftComesBack(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "")
	const whole = "Ana wants to lead the platform work.\nShe has asked twice.\nThe first step is the plan.\n"
	w.erase(whole[:37])
	w.pass(2 * time.Second)
	w.erase(whole)
	w.pass(2 * time.Second)
	w.erase("")
	w.visit(room.Place{Screen: room.Today})
	w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: id})
	if got := w.stored(id); got != "" {
		t.Fatalf("stored %q", got)
	}
	w.tapKey("head.more")
	w.tapKey("menu/Earlier versions")
	w.tapKey("version.0")
	if got := w.stored(id); got != whole {
		t.Errorf("brought back %q", got)
	}
}

// A session that ends with SIGTERM leaves the note as any other way does.
func TestAWindowThatIsStoppedKeepsAVersion(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "begun\n")
	w.erase("begun\nand ended")
	path := w.journal.Path()
	w.erase("begun\nand ended at once")
	w.stop()
	j, err := w.Journals.Open(path, false)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := j.Revisions(id)
	if err != nil || len(kept) == 0 || kept[0].Body != "begun\nand ended at once" {
		t.Errorf("kept %v, %v", kept, err)
	}
	if err := j.Close(); err != nil {
		t.Error(err)
	}
}

// TestAJournalThatCanOnlyBeReadTakesNoLetter: one that was typed could not be saved, and held whoever had typed it in that note.
func TestAJournalThatCanOnlyBeReadTakesNoLetter(t *testing.T) {
	w := newWindow(t)
	w.writeNote(w.who("Ana"), "begun\n")
	w.visit(room.Place{Screen: room.Today})
	w.journal = sealed{w.journal}
	w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID})
	w.settle()
	w.win.Canvas().Focus(w.editor.Focusable())
	entry := w.win.Canvas().Focused()
	w.editor.SetCaret(6)
	for _, r := range "lost words" {
		entry.TypedRune(r)
	}
	for _, key := range []fyne.KeyName{fyne.KeyBackspace, fyne.KeyReturn, fyne.KeyTab, fyne.KeyDelete} {
		entry.TypedKey(&fyne.KeyEvent{Name: key})
	}
	w.App.Clipboard().SetContent("pasted")
	for _, s := range []fyne.Shortcut{
		&fyne.ShortcutPaste{Clipboard: w.App.Clipboard()}, &fyne.ShortcutSelectAll{}, &fyne.ShortcutCut{Clipboard: w.App.Clipboard()},
	} {
		entry.(fyne.Shortcutable).TypedShortcut(s)
	}
	if got := w.editor.Text(); got != "begun\n" {
		t.Errorf("the editor holds %q", got)
	}
	entry.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutCopy{Clipboard: w.App.Clipboard()})
	if got := w.App.Clipboard().Content(); got != "begun\n" {
		t.Errorf("copied is %q", got)
	}
	why, _ := w.journal.ReadOnly()
	if w.frame.said != why || why == "" {
		t.Errorf("said is %q", w.frame.said)
	}
	w.visit(room.Place{Screen: room.Today})
	if w.Place().Screen != room.Today {
		t.Error("one can't leave the note")
	}
}
