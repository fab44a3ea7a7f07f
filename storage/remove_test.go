package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestAFolderIsRemovedThingByThing holds what is left where the system's own way to remove a folder fails: the folder goes with all that
// is in it, nothing goes that a link in it leads to, and what can't be removed is told.
func TestAFolderIsRemovedThingByThing(t *testing.T) {
	top := t.TempDir()
	other := filepath.Join(top, "other")
	folder := filepath.Join(top, "a folder")
	for _, f := range []string{other, filepath.Join(folder, "b", "c"), filepath.Join(folder, "d")} {
		if err := os.MkdirAll(f, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range []string{filepath.Join(other, "kept"), filepath.Join(folder, "1"), filepath.Join(folder, "b", "c", "2")} {
		if err := os.WriteFile(f, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(other, filepath.Join(folder, "d", "link")); err != nil {
		t.Skip("no links here")
	}
	refused := errors.New("refused")
	if err := removeEach(folder, func(string) error { return refused }); !errors.Is(err, refused) {
		t.Errorf("what can't be removed: %v", err)
	}
	if err := removeEach(folder, os.Remove); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(folder); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder is there: %v", err)
	}
	if _, err := os.Stat(filepath.Join(other, "kept")); err != nil {
		t.Errorf("what a link led to: %v", err)
	}
	if err := removeEach(folder, os.Remove); err != nil {
		t.Errorf("of nothing: %v", err)
	}
}
