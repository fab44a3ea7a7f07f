package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"handback/notes/archive"
)

// takenRows is the taker that writes down what it is given, and has enough after so many.
type takenRows struct {
	given  []string
	enough int // 0 for never
}

var errHasEnough = errors.New("that will do")

func (t *takenRows) Row(r *archive.Row) error {
	t.given = append(t.given, r.File+": "+r.Body)
	if len(t.given) == t.enough {
		return errHasEnough
	}
	return nil
}

func (t *takenRows) Skip(file, why string) error {
	t.given = append(t.given, file+" left out: "+why)
	return nil
}

// openFiles counts the files of a tree that are open.
type openFiles struct {
	fstest.MapFS
	open atomic.Int64
}

type openFile struct {
	fs.File
	of *openFiles
}

func (o *openFiles) Open(name string) (fs.File, error) {
	f, err := o.MapFS.Open(name)
	if err != nil {
		return nil, err
	}
	o.open.Add(1)
	if dir, is := f.(fs.ReadDirFile); is {
		return &openDir{dir, o}, nil
	}
	return &openFile{f, o}, nil
}

func (f *openFile) Close() error { f.of.open.Add(-1); return f.File.Close() }

type openDir struct {
	fs.ReadDirFile
	of *openFiles
}

func (f *openDir) Close() error { f.of.open.Add(-1); return f.ReadDirFile.Close() }

// notesOfMany is a folder of more notes than are read before the first are taken, with a file now and then that is left out.
func notesOfMany(n, size int) fstest.MapFS {
	tree := fstest.MapFS{}
	for i := range n {
		text := fmt.Sprintf("---\nperson: Ana\ndate: 2026-11-20\n---\nnote %d %s\n", i, strings.Repeat("x", size))
		if i%50 == 7 {
			text = "no note of anybody"
		}
		tree[fmt.Sprintf("Ana/%05d.md", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	return tree
}

func TestReadingBesideGivesTheSame(t *testing.T) {
	for name, tree := range map[string]fstest.MapFS{
		"none": {}, "few": notesOfMany(3, 10), "many": notesOfMany(5*pieceRows+3, 10), "long ones": notesOfMany(40, pieceBytes/3),
	} {
		t.Run(name, func(t *testing.T) {
			bad := notesOfMany(5*pieceRows, 10)
			bad["Ana/00900.md"] = &fstest.MapFile{Data: []byte("---\nperson: [\n---\n")}
			for what, tree := range map[string]fstest.MapFS{"as it is": tree, "with a bad file": bad} {
				var one, beside takenRows
				wantErr := archive.ReadTable(tree, archive.Notes, &one)
				if (wantErr != nil) != (what == "with a bad file") {
					t.Fatalf("%s: %v", what, wantErr)
				}
				err := readBeside(tree, archive.Notes, &beside)
				if fmt.Sprint(err) != fmt.Sprint(wantErr) {
					t.Errorf("%s: error %v, want %v", what, err, wantErr)
				}
				if fmt.Sprint(one.given) != fmt.Sprint(beside.given) {
					t.Errorf("%s: %d are given, want %d", what, len(beside.given), len(one.given))
				}
			}
		})
	}
}

// Whoever cancels, or meets an error, closes the folder next.
func TestNothingIsReadOnceNobodyTakesIt(t *testing.T) {
	for _, enough := range []int{1, pieceRows, 2*pieceRows + 5} {
		tree := &openFiles{MapFS: notesOfMany(6*pieceRows, 10)}
		take := takenRows{enough: enough}
		if err := readBeside(tree, archive.Notes, &take); !errors.Is(err, errHasEnough) {
			t.Errorf("enough after %d: %v", enough, err)
		}
		if n := tree.open.Load(); n != 0 {
			t.Errorf("enough after %d: %d files are open", enough, n)
		}
	}
}
