package storage

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"

	"handback/notes"
)

// lock takes the journal for this process: nobody else may open the file while it is open here, and Windows closes it
// when the process ends, however it ends.
func lock(path string) (*os.File, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	const alone = 0
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, alone, nil,
		syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	const sharingViolation = syscall.Errno(32)
	if errors.Is(err, sharingViolation) {
		return nil, notes.ErrInUse
	}
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	return os.NewFile(uintptr(h), path), nil
}

// deniedIfOpen is whether a file that another program has open can't be replaced, for want of permission.
const deniedIfOpen = true

// mayWrite reports whether the user may write to a file or folder that exists.
func mayWrite(path string) bool {
	st, err := os.Stat(path)
	if err != nil {
		return false
	}
	if !st.IsDir() {
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		return err == nil && f.Close() == nil
	}
	f, err := os.CreateTemp(path, ".handback-*")
	if err != nil {
		return false
	}
	return errors.Join(f.Close(), os.Remove(filepath.Clean(f.Name()))) == nil
}

// syncFolder does nothing: Windows keeps names by itself and cannot sync a folder.
func syncFolder(string) error { return nil }
