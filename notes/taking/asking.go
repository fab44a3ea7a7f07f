package taking

import (
	"io/fs"

	"handback/notes/incoming"
)

// A reader says how far it is once a file. Within a large one it is asked meanwhile whether to go on: with each piece that is read
// of it, and each few notes that come of it.
const (
	askEvery = 16      // notes
	askBytes = 1 << 20 // of a file
)

// read has a format read a tree whose files ask now and then whether to go on. What stop returns ends the reading, also where the
// format takes it for a file that can't be read.
func read(f incoming.Format, tree fs.FS, in incoming.Options, take incoming.Taker, stop Stop) error {
	var stopped error
	err := f.Notes(askingTree{tree, func(done, of int) error {
		if stopped == nil {
			stopped = stop(done, of)
		}
		return stopped
	}}, in, take)
	if stopped != nil {
		return stopped
	}
	return err
}

type askingTree struct {
	fs.FS
	stop Stop
}

// Open implements fs.FS.
func (t askingTree) Open(name string) (fs.File, error) {
	f, err := t.FS.Open(name)
	if err != nil {
		return nil, err
	}
	if dir, is := f.(fs.ReadDirFile); is {
		if st, err := f.Stat(); err == nil && st.IsDir() {
			return dir, nil
		}
	}
	return &askingFile{File: f, stop: t.stop}, nil
}

// ReadDir implements fs.ReadDirFS.
func (t askingTree) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(t.FS, name) }

// Stat implements fs.StatFS.
func (t askingTree) Stat(name string) (fs.FileInfo, error) { return fs.Stat(t.FS, name) }

type askingFile struct {
	fs.File
	stop Stop
	read int
}

// Read implements fs.File.
func (f *askingFile) Read(to []byte) (int, error) {
	n, err := f.File.Read(to)
	if f.read += n; f.read >= askBytes {
		f.read = 0
		if stopped := f.stop(-1, 0); stopped != nil {
			return n, stopped
		}
	}
	return n, err
}
