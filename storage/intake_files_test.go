package storage

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
)

func filesIn(t testing.TB, src notes.Source) (files []string) {
	t.Helper()
	err := fs.WalkDir(src.Tree, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestWhatCannotBeReadIsSaidInASentence(t *testing.T) {
	j, _ := newJournal(t)
	locked := filepath.Join(t.TempDir(), "locked")
	try(t, os.Mkdir(locked, 0o000))
	for _, c := range []struct{ name, path, says string }{
		{"nothing there", filepath.Join(t.TempDir(), "no"), "There's nothing at"},
		{"the journal itself", j.Path(), "is a journal"},
		{"a device", os.DevNull, "isn't an ordinary file"},
		{"a folder without permission", locked, "You don't have permission to read"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.path == j.Path() {
				plainOnly(t)
			}
			src, err := j.Files(c.path)
			if err == nil {
				try(t, src.Close())
				if os.Geteuid() == 0 && c.path == locked {
					t.Skip("root may read everything")
				}
				t.Fatal("it is read")
			}
			if !strings.Contains(err.Error(), c.says) {
				t.Errorf("it says %q", err)
			}
		})
	}
}

func TestAFileIsATreeOfOne(t *testing.T) {
	j, _ := newJournal(t)
	path := filepath.Join(t.TempDir(), "notes.txt")
	try(t, os.WriteFile(path, []byte("1 Mar 2025\nhello"), 0o600))
	src := must[notes.Source](t)(j.Files(path))
	defer func() { try(t, src.Close()) }()
	if got := filesIn(t, src); len(got) != 1 || got[0] != "notes.txt" || src.Folder {
		t.Errorf("%v, %+v", got, src)
	}
}
