package storage

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
)

// asidePrefix begins the names of the private folders in which journals are copied that can only be read where they are.
const asidePrefix = "handback-aside-"

// asideLock is held in each of them as long as the program lives that made it.
const asideLock = "lock"

// privateFolder makes a temporary folder for the user alone, and drop deletes it. Where the program ends before, the next one does.
func privateFolder() (folder string, drop func() error, err error) {
	if folder, err = os.MkdirTemp("", asidePrefix); err != nil {
		return "", nil, err
	}
	held, err := lock(filepath.Join(folder, asideLock))
	if err != nil {
		return "", nil, errors.Join(err, RemoveAll(folder))
	}
	return folder, func() error { return errors.Join(held.Close(), RemoveAll(folder)) }, nil
}

// copyAside copies the file and its log to a private folder, which goes when the journal is closed. Where the program ends before,
// the next one deletes it.
func (j *Journal) copyAside() (string, error) {
	folder, drop, err := privateFolder()
	if err != nil {
		return "", err
	}
	j.clean = drop
	copied := filepath.Join(folder, FileName)
	for _, end := range []string{"", "-wal"} {
		if end != "" && !exists(j.path+end) {
			continue
		}
		if err := copyFile(j.path+end, copied+end); err != nil {
			return "", err
		}
	}
	return copied, nil
}

var sweptAside sync.Once

// sweepAside deletes the copies of programs that are gone. What can't be deleted, since it is another user's, stays.
func sweepAside() {
	folders, err := filepath.Glob(filepath.Join(os.TempDir(), asidePrefix+"*"))
	if err != nil {
		return
	}
	for _, folder := range folders {
		if is, err := os.Lstat(folder); err != nil || !is.IsDir() {
			continue
		}
		path := filepath.Join(folder, asideLock)
		if !exists(path) {
			continue // it is being made
		}
		held, err := lock(path)
		if err != nil {
			continue
		}
		_ = errors.Join(held.Close(), RemoveAll(folder))
	}
}
