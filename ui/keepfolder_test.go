package ui

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/ui/settings"
)

// textOfFolder is what all files of a folder say.
func textOfFolder(t *testing.T, folder string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		all.Write(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// TestTheKeptFolderFollowsTheJournal: a while after the last change the folder says what the journal says, and not before; what
// can't be written is said once, and written when it can be.
func TestTheKeptFolderFollowsTheJournal(t *testing.T) {
	w := newWindow(t)
	folder := filepath.Join(t.TempDir(), "kept")
	w.apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: settings.KeptFolder, Value: folder}}})
	w.writeNote(w.who("Ana"), "the first pelican")
	w.pass(keepFolderAfter + time.Second)
	w.settle()
	if !strings.Contains(textOfFolder(t, folder), "the first pelican") {
		t.Fatal("the note isn't in the folder")
	}
	w.writeNote(w.who("Ana"), "the second pelican")
	w.pass(keepFolderAfter / 2)
	w.settle()
	if strings.Contains(textOfFolder(t, folder), "second pelican") {
		t.Error("it is written before a while has passed")
	}
	w.pass(keepFolderAfter + time.Second)
	w.settle()
	if !strings.Contains(textOfFolder(t, folder), "the second pelican") {
		t.Error("the change isn't in the folder")
	}
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(folder, []byte("a file in its place"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.writeNote(w.who("Ana"), "the third pelican")
	w.pass(keepFolderAfter + time.Second)
	w.settle()
	if w.folderWrong == "" {
		t.Error("nothing is said of a folder that can't be written")
	}
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	w.writeNote(w.who("Ana"), "the fourth pelican")
	w.pass(keepFolderAfter + time.Second)
	w.settle()
	if w.folderWrong != "" || !strings.Contains(textOfFolder(t, folder), "the third pelican") {
		t.Errorf("it isn't written when it can be again: %q", w.folderWrong)
	}
}

// TestAChangeDuringALongExportIsWrittenToo lets a change come while the folder is being written, and nothing after it.
func TestAChangeDuringALongExportIsWrittenToo(t *testing.T) {
	w := newWindow(t)
	folder := filepath.Join(t.TempDir(), "kept")
	w.apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: settings.KeptFolder, Value: folder}}})
	w.writeNote(w.who("Ana"), "the first pelican")
	w.pass(keepFolderAfter + time.Second)
	w.settle()
	w.keepingFolder = true // a long one goes on
	w.writeNote(w.who("Ana"), "the second pelican")
	w.pass(keepFolderAfter + time.Second)
	w.settle()
	if strings.Contains(textOfFolder(t, folder), "second pelican") {
		t.Fatal("two are written at once")
	}
	w.folderWritten(w.journal, nil) // it ends
	w.pass(keepFolderAfter + time.Second)
	w.settle()
	if !strings.Contains(textOfFolder(t, folder), "second pelican") {
		t.Error("the change isn't in the folder")
	}
}
