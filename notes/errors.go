package notes

import (
	"errors"

	"handback/notes/voice"
)

// Errors that storage returns and the window translates into a sentence. Compare with errors.Is.
var (
	ErrNotFound  = errors.New(voice.T("it's no longer there"))
	ErrConflict  = errors.New(voice.T("it was changed somewhere else: check how it looks now and try again"))
	ErrReadOnly  = errors.New(voice.T("this journal is read-only"))
	ErrFull      = errors.New(voice.T("the disk is full: free up some space"))
	ErrDisk      = errors.New(voice.T("Handback can't read from or write to the disk: save a copy of your journal on another disk"))
	ErrInUse     = errors.New(voice.T("this journal is open in another window of Handback"))
	ErrDamaged   = errors.New(voice.T("this journal is damaged"))
	ErrEmpty     = error(emptied{}) // a damage of which nothing is left to be read
	ErrNotOurs   = errors.New(voice.T("this file is not a Handback journal"))
	ErrNoAccess  = errors.New(voice.T("Handback isn't allowed to read this file"))
	ErrNoJournal = errors.New(voice.T("there is no journal here"))
	ErrMoved     = errors.New(voice.T("the journal file was moved or deleted: save a copy of what's here"))
	ErrExists    = errors.New(voice.T("there's already a file with that name"))
	ErrLocked    = errors.New(voice.T("this journal is protected: type its passphrase"))
	ErrSecret    = errors.New(voice.T("that doesn't open this journal"))
	ErrNoKey     = errors.New(voice.T("the key to this journal is missing"))
	ErrClosed    = errors.New(voice.T("this journal is closed: open it again"))
)

// emptied is ErrEmpty, which is ErrDamaged too.
type emptied struct{}

func (emptied) Error() string { return voice.T("there's nothing in this file") }

func (emptied) Is(target error) bool { return target == ErrDamaged }

// Invalid says which field of what the user entered cannot be taken, and what to do about it.
type Invalid struct {
	Field string // the field's name as shown, e.g. "Name"
	Why   string // a whole sentence that says what to do
}

func (e Invalid) Error() string { return e.Why }
