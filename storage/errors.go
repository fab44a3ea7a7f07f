package storage

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/mattn/go-sqlite3"

	"handback/notes"
	"handback/storage/errno"
)

// sayError is an error of package notes with a whole sentence for the user in its place.
type sayError struct {
	kind  error
	say   string
	cause error
}

func (e sayError) Error() string { return e.say }

func (e sayError) Unwrap() []error {
	if e.cause == nil {
		return []error{e.kind}
	}
	return []error{e.kind, e.cause}
}

func say(kind, cause error, text string) error {
	return sayError{kind: kind, say: text, cause: cause}
}

// driverError is an error of the driver in the words of package notes.
type driverError struct{ kind, cause error }

func (e driverError) Error() string { return e.kind.Error() }

func (e driverError) Unwrap() []error { return []error{e.kind, e.cause} }

// translate turns an error of the driver or the file system into one of package notes, by code and never by text. What
// the file system says stays beside it, since it names the file; what the driver says tells the user nothing more.
func translate(err error) error {
	if err == nil {
		return nil
	}
	if kind := kindOf(err); kind != nil && !errors.Is(err, kind) {
		var se sqlite3.Error
		if errors.As(err, &se) {
			return driverError{kind: kind, cause: err}
		}
		return fmt.Errorf("%w (%w)", kind, err)
	}
	return err
}

func kindOf(err error) error {
	if isFull(err) {
		return notes.ErrFull
	}
	var se sqlite3.Error
	if errors.As(err, &se) {
		return kindOfCode(se)
	}
	switch {
	case errno.Disk(err):
		return notes.ErrDisk
	case errno.OnlyRead(err):
		return notes.ErrReadOnly
	case errors.Is(err, fs.ErrPermission):
		return notes.ErrNoAccess
	case errors.Is(err, fs.ErrNotExist):
		return notes.ErrNoJournal
	}
	return nil
}

func kindOfCode(se sqlite3.Error) error {
	switch se.Code {
	case sqlite3.ErrFull:
		return notes.ErrFull
	case sqlite3.ErrIoErr:
		return notes.ErrDisk
	case sqlite3.ErrReadonly:
		return notes.ErrReadOnly
	case sqlite3.ErrCorrupt:
		return notes.ErrDamaged
	case sqlite3.ErrNotADB:
		return notes.ErrNotOurs
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return notes.ErrInUse
	case sqlite3.ErrPerm, sqlite3.ErrAuth, sqlite3.ErrCantOpen:
		return notes.ErrNoAccess
	}
	return nil
}

// isFull reports whether the disk or the user's share of it is full; SQLite says so of some files by errno alone.
func isFull(err error) bool {
	var se sqlite3.Error
	if errors.As(err, &se) {
		return se.Code == sqlite3.ErrFull || errno.Full(se.SystemErrno)
	}
	return errno.Full(err)
}

// isMissing reports whether SQLite says that there is no such table, or that it can't be made out.
func isMissing(err error) bool {
	var se sqlite3.Error
	return errors.As(err, &se) && se.Code == sqlite3.ErrError
}
