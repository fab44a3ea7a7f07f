package ui

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/ui/room"
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
	w.keep(folder)
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
	var changed string // a file that something else wrote to
	if err := filepath.WalkDir(filepath.Join(folder, "Notes"), func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			changed = path
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	was, err := os.ReadFile(changed)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(changed, append(slices.Clone(was), "a line by hand\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	w.writeNote(w.who("Ana"), "the third pelican")
	w.pass(keepFolderAfter + time.Second)
	w.settle()
	if w.folderWrong == "" {
		t.Error("nothing is said of a folder that can't be written")
	}
	if err := os.WriteFile(changed, was, 0o600); err != nil {
		t.Fatal(err)
	}
	w.writeNote(w.who("Ana"), "the fourth pelican")
	w.pass(keepFolderAfter + time.Second)
	w.settle()
	if w.folderWrong != "" || !strings.Contains(textOfFolder(t, folder), "the third pelican") {
		t.Errorf("it isn't written when it can be again: %q", w.folderWrong)
	}
}

// keep has a folder kept up to date, as Settings does.
func (w *window) keep(folder string) {
	w.t.Helper()
	if _, err := w.journal.(settings.Archiver).ExportArchive(folder, nil); err != nil {
		w.t.Fatal(err)
	}
	w.apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: settings.KeptFolder, Value: folder}}})
}

// TestAKeptFolderThatIsGoneIsNotMadeAgain: whoever deleted the folder, or took its disk away, is told and asked. An empty folder, as a
// place is where no disk is connected, is as good as none.
func TestAKeptFolderThatIsGoneIsNotMadeAgain(t *testing.T) {
	for name, left := range map[string]bool{"deleted": false, "an empty place": true} {
		t.Run(name, func(t *testing.T) {
			w := newWindow(t)
			folder := filepath.Join(t.TempDir(), "kept")
			w.keep(folder)
			away := folder + "-elsewhere"
			if err := os.Rename(folder, away); err != nil {
				t.Fatal(err)
			}
			if left {
				if err := os.Mkdir(folder, 0o700); err != nil {
					t.Fatal(err)
				}
			}
			w.writeNote(w.who("Ana"), "a pelican")
			w.Go(room.Place{Screen: room.Settings})
			w.pass(keepFolderAfter + time.Second)
			w.settle()
			if says, gone := w.FolderTrouble(); !gone || !strings.Contains(says, folder) {
				t.Errorf("it says %q, %v", says, gone)
			}
			if all, err := os.ReadDir(folder); err == nil && len(all) > 0 {
				t.Error("it was written again")
			}
			w.find("settings.archive.anew") // Settings asks
			if err := os.RemoveAll(folder); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(away, folder); err != nil { // its disk is there again
				t.Fatal(err)
			}
			w.FolderMended()
			w.settle()
			if says, gone := w.FolderTrouble(); gone || says != "" || !strings.Contains(textOfFolder(t, folder), "a pelican") {
				t.Errorf("it isn't written once it is back: %q, %v", says, gone)
			}
		})
	}
}

// TestAChangeDuringALongExportIsWrittenToo lets a change come while the folder is being written, and nothing after it.
func TestAChangeDuringALongExportIsWrittenToo(t *testing.T) {
	w := newWindow(t)
	folder := filepath.Join(t.TempDir(), "kept")
	w.keep(folder)
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
