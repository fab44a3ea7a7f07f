//go:build unix

package storage

import (
	"errors"
	"io"
	"os"
	"runtime"
	"strconv"
	"syscall"

	"handback/notes"
)

// ownByte is the one byte of the journal's file that is locked, past everything that SQLite locks or writes. A lock of the
// whole file would be in SQLite's way on a network disk, where all kinds of locks are one.
const ownByte = 1 << 62

// lockOwn takes the journal's own file for this handle, so that a second window finds it taken by whatever path it comes:
// through another mount, where the lock file beside it is another one. The system gives it back when the process ends.
func lockOwn(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|syscall.O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	// F_OFD_SETLK: unlike F_SETLK's, this lock stays when SQLite closes a handle of its own.
	command, known := map[string]int{"linux": 37, "darwin": 90}[runtime.GOOS]
	if !known {
		return f, nil // the lock file beside it has to do
	}
	err = syscall.FcntlFlock(f.Fd(), command, &syscall.Flock_t{Type: syscall.F_WRLCK, Whence: io.SeekStart, Start: ownByte, Len: 1})
	switch {
	case err == nil, errors.Is(err, syscall.EINVAL), errors.Is(err, syscall.ENOTSUP), errors.Is(err, syscall.ENOLCK):
		return f, nil // a disk without such locks: the lock file beside it has to do
	case errors.Is(err, syscall.EAGAIN), errors.Is(err, syscall.EACCES):
		err = notes.ErrInUse
	}
	return nil, errors.Join(err, f.Close())
}

// linksOf is how many names a file has.
func linksOf(path string) (uint64, error) {
	st, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	if sys, ok := st.Sys().(*syscall.Stat_t); ok {
		return uint64(sys.Nlink), nil //nolint:unconvert // it has another width on other systems
	}
	return 1, nil
}

// inode is the disk's number of a file: another file in its place has another one.
func inode(is os.FileInfo) string {
	if sys, ok := is.Sys().(*syscall.Stat_t); ok {
		return strconv.FormatUint(uint64(sys.Ino), 10) //nolint:unconvert // it has another width on other systems
	}
	return ""
}
