package notes

import "errors"

// Errors that storage returns and the window translates into a sentence. Compare with errors.Is.
var (
	ErrNotFound  = errors.New("it is not there any more")
	ErrConflict  = errors.New("it was changed elsewhere meanwhile: look at it as it is now and try again")
	ErrReadOnly  = errors.New("this journal is open for reading only")
	ErrFull      = errors.New("the disk is full: free some room on it")
	ErrInUse     = errors.New("this journal is open in another window of Handback")
	ErrDamaged   = errors.New("this journal is damaged")
	ErrNotOurs   = errors.New("this file is not a Handback journal")
	ErrNoAccess  = errors.New("this file may not be read")
	ErrNoJournal = errors.New("there is no journal here")
	ErrMoved     = errors.New("the journal's file is no longer in its place: save a copy of what is here")
	ErrClosed    = errors.New("this journal is closed: open it again")
)

// Invalid says which field of what the user entered cannot be taken, and what to do about it.
type Invalid struct {
	Field string // the field's name as shown, e.g. "Name"
	Why   string // a whole sentence that says what to do
}

func (e Invalid) Error() string { return e.Why }
