package incoming

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// closed is a tree with a folder that nobody may look into.
type closed struct {
	fstest.MapFS
	folder string
}

func (c closed) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == c.folder {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return c.MapFS.ReadDir(name)
}

func (c closed) Open(name string) (fs.File, error) {
	if name == c.folder {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return c.MapFS.Open(name)
}

func TestAFolderWithoutPermission(t *testing.T) {
	tree := fstest.MapFS{"a.md": {}, "secret/b.md": {}, "z.md": {}}
	var skipped []Skipped
	skip := func(s Skipped) error { skipped = append(skipped, s); return nil }
	got, err := Files(closed{tree, "secret"}, skip, ".md")
	if err != nil || strings.Join(got, " ") != "a.md z.md" || len(skipped) != 1 || skipped[0].File != "secret" {
		t.Errorf("%v, %v, skipped %+v", got, err, skipped)
	}
	_, err = Files(closed{tree, "."}, skip, ".md")
	var refused Refused
	if !errors.As(err, &refused) || !strings.Contains(refused.Why, "permissions") {
		t.Errorf("of the whole folder: %v", err)
	}
	if _, err := ReadText(closed{tree, "a.md"}, "a.md"); !strings.Contains(Why(err), "isn't allowed to read") {
		t.Errorf("of a file: %v", err)
	}
	full := errors.New("full")
	if _, err := Files(closed{tree, "secret"}, func(Skipped) error { return full }, ".md"); !errors.Is(err, full) {
		t.Errorf("an error of skip gave %v", err)
	}
}

func TestAFolderWithTooManyFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	tree := fstest.MapFS{}
	for i := range MaxFiles + 1 {
		tree[fmt.Sprintf("%06d.md", i)] = &fstest.MapFile{}
	}
	if got, err := Files(tree, nil, ".md"); err == nil || !strings.Contains(Why(err), "200000 files") {
		t.Errorf("%d files, %v", len(got), err)
	}
}

func TestReadText(t *testing.T) {
	tree := fstest.MapFS{
		"a.txt": {Data: []byte("\xef\xbb\xbfa\r\nb")}, "big.txt": {Data: make([]byte, MaxFile+1)}, "p.png": {Data: []byte("\x89PNG\x00")},
	}
	for _, c := range []struct{ name, want, says string }{
		{"a.txt", "a\nb", ""}, {"big.txt", "", "larger than 64 MB"}, {"p.png", "", "isn't a text file"}, {"none.txt", "", "couldn't be read"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := ReadText(tree, c.name)
			if got != c.want || (err == nil) != (c.says == "") || err != nil && !strings.Contains(Why(err), c.says) {
				t.Errorf("%q, %v", got, err)
			}
		})
	}
}
