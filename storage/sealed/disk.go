package sealed

import (
	"io"
	"os"
)

// Disk is what this package asks of the file system: a test puts one in its place that loses power, or is full, at any call.
type Disk interface {
	Open(path string) (File, error)   // for reading
	Change(path string) (File, error) // for reading and writing; it has to be there
	Create(path string) (File, error) // a new file, for the user alone; an error where there is one
	Rename(from, to string) error
	Remove(path string) error
	Names(folder string) ([]string, error)
	// SyncFolder makes the names in a folder last.
	SyncFolder(path string) error
	// InPlace reports whether f is the file at path.
	InPlace(f File, path string) (bool, error)
}

// File is an open file of a Disk.
type File interface {
	io.ReaderAt
	io.WriterAt
	io.Closer
	Size() (int64, error)
	// Sync makes what was written last.
	Sync() error
}

// System is the computer's own file system.
var System Disk = system{}

type system struct{}

type file struct{ *os.File }

func (f file) Size() (int64, error) {
	st, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return st.Size(), nil
}

func (f file) Sync() error { return syncData(f.File) }

func opened(f *os.File, err error) (File, error) {
	if err != nil {
		return nil, err
	}
	return file{f}, nil
}

func (system) Open(path string) (File, error)   { return opened(os.Open(path)) }
func (system) Change(path string) (File, error) { return opened(os.OpenFile(path, os.O_RDWR, 0)) }
func (system) Create(path string) (File, error) {
	return opened(os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600))
}
func (system) Rename(from, to string) error { return os.Rename(from, to) }
func (system) Remove(path string) error     { return os.Remove(path) }
func (system) SyncFolder(path string) error { return syncFolder(path) }

func (system) Names(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		if e.Type().IsRegular() {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

func (system) InPlace(f File, path string) (bool, error) {
	there, err := os.Stat(path)
	if err != nil {
		return false, err
	}
	is, err := f.(file).Stat()
	return err == nil && os.SameFile(there, is), err
}
