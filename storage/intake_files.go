package storage

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/voice"
)

// Files is a folder, an archive or a file of another program as a tree. In a folder links are not followed, since they may lead
// anywhere.
func (j *Journal) Files(path string) (notes.Source, error) {
	own, err := j.opened()
	if err != nil {
		return notes.Source{}, err
	}
	path, err = filepath.Abs(path)
	if err != nil {
		return notes.Source{}, explainSource(path, err)
	}
	st, err := os.Stat(path)
	switch {
	case err != nil:
		return notes.Source{}, explainSource(path, err)
	case st.IsDir():
		if _, err := os.ReadDir(path); err != nil {
			return notes.Source{}, explainSource(path, err)
		}
		return notes.Source{Tree: sourceFolder{os.DirFS(path), path}, Name: filepath.Base(path), Folder: true, Closer: closeNothing{}}, nil
	case !st.Mode().IsRegular():
		return notes.Source{}, notes.Invalid{Why: voice.T("{path} isn't an ordinary file. Choose another one.", "path", path)}
	case path == own || isDatabase(path):
		return notes.Source{}, notes.Invalid{Why: voice.T("{path} is a journal. Open it instead: it can't be imported.", "path", path)}
	}
	f, err := os.Open(path)
	if err != nil {
		return notes.Source{}, explainSource(path, err)
	}
	tree, err := incoming.Open(filepath.Base(path), f, st.Size(), st.ModTime())
	if err != nil {
		return notes.Source{}, errors.Join(err, f.Close())
	}
	return notes.Source{Tree: tree, Name: filepath.Base(path), Closer: f}, nil
}

type closeNothing struct{}

func (closeNothing) Close() error { return nil }

var _ io.Closer = closeNothing{}

// sourceFolder is a folder of the disk in which links are not there: what they lead to may lie outside.
type sourceFolder struct {
	fs.FS
	root string
}

// Open opens a file that no link lies on the way to.
func (d sourceFolder) Open(name string) (fs.File, error) {
	if err := d.straight(name); err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return d.FS.Open(name)
}

// ReadDir leaves out links and what is neither a file nor a folder.
func (d sourceFolder) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := d.straight(name); err != nil {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: err}
	}
	entries, err := fs.ReadDir(d.FS, name)
	plain := entries[:0]
	for _, e := range entries {
		if e.IsDir() || e.Type().IsRegular() {
			plain = append(plain, e)
		}
	}
	return plain, err
}

// Stat is of what Open opens.
func (d sourceFolder) Stat(name string) (fs.FileInfo, error) {
	if err := d.straight(name); err != nil {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: err}
	}
	return fs.Stat(d.FS, name)
}

// straight returns ErrNotExist where a link lies on the way to a name.
func (d sourceFolder) straight(name string) error {
	if !fs.ValidPath(name) {
		return fs.ErrInvalid
	}
	for at := name; at != "."; at = filepath.ToSlash(filepath.Dir(filepath.FromSlash(at))) {
		st, err := os.Lstat(filepath.Join(d.root, filepath.FromSlash(at)))
		if err != nil {
			return err
		}
		if !st.IsDir() && !st.Mode().IsRegular() {
			return fs.ErrNotExist
		}
	}
	return nil
}

// explainSource says in a sentence why something can't be read, and what to do.
func explainSource(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return say(notes.ErrNotFound, err, voice.T("There's nothing at {path}. Check the path, or choose the file.", "path", path))
	case errors.Is(err, fs.ErrPermission):
		return say(notes.ErrNoAccess, err, voice.T("You don't have permission to read {path}. Copy it to a folder of yours, then try again.",
			"path", path))
	}
	return err
}
