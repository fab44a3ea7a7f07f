//go:build unix

package storage

import (
	"errors"
	"os"
	"syscall"

	"handback/notes"
)

// lock takes the journal for this process. The system gives it back when the process ends, however it ends, so a file
// left behind locks nobody out.
func lock(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|syscall.O_CLOEXEC, 0o600)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, errors.Join(notes.ErrInUse, f.Close())
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// deniedIfOpen is whether a file that another program has open can't be replaced, for want of permission.
const deniedIfOpen = false

// mayWrite reports whether the user may write to a file or folder that exists. A file may allow it by its mode and still be one to
// which can only be appended, which opening it tells.
func mayWrite(path string) bool {
	const w = 2
	if syscall.Access(path, w) != nil {
		return false
	}
	if is, err := os.Stat(path); err != nil || !is.Mode().IsRegular() {
		return err == nil
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	return err == nil && f.Close() == nil
}

// syncFolder makes the names in a folder last.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
