package storage

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/mattn/go-sqlite3"

	"handback/notes"
)

func TestAnErrorOfTheDriverIsSaidInWords(t *testing.T) {
	err := translate(sqlite3.Error{Code: sqlite3.ErrFull})
	var cause sqlite3.Error
	if !errors.Is(err, notes.ErrFull) || !errors.As(err, &cause) || err.Error() != notes.ErrFull.Error() {
		t.Errorf("it is %v", err)
	}
	err = translate(&fs.PathError{Op: "open", Path: "/there/a.handback", Err: fs.ErrPermission})
	if !errors.Is(err, notes.ErrNoAccess) || !strings.Contains(err.Error(), "/there/a.handback") {
		t.Errorf("the file is not named: %v", err)
	}
}
