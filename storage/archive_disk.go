package storage

import (
	"io"
	"os"
)

// archiveDisk is what an archive asks of the disk to be written. Tests put one in its place that is full, or refuses.
type archiveDisk interface {
	MkdirAll(folder string) error
	WriteFile(path string, data []byte) error
	// Create makes a file that isn't there yet.
	Create(path string) (io.WriteCloser, error)
	Rename(from, to string) error
}

type realDisk struct{}

func (realDisk) MkdirAll(folder string) error             { return os.MkdirAll(folder, 0o700) }
func (realDisk) WriteFile(path string, data []byte) error { return os.WriteFile(path, data, 0o600) }
func (realDisk) Rename(from, to string) error             { return os.Rename(from, to) }
func (realDisk) Create(path string) (io.WriteCloser, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
}

func (j *Journal) archiveDisk() archiveDisk {
	if j.disk != nil {
		return j.disk
	}
	return realDisk{}
}
