package notes

import "time"

// NoteID is the local id of a note in one journal.
type NoteID int64

// NoteKind is what a note is.
type NoteKind string

// The kinds of notes.
const (
	PlannedNote NoteKind = "planned" // the next one-on-one
	HeldNote    NoteKind = "held"
	MissedNote  NoteKind = "missed" // a dated record of who called it off
	JournalNote NoteKind = "journal"
)

// Why a one-on-one was not held, for the manager alone. An illness or a holiday is nobody's: whose it was is not kept.
const (
	CalledOffByMe   = "me"
	CalledOffByThem = "them"
	OffForIllness   = "ill"
	OffForHoliday   = "holiday"
)

// NoteHead is what lists show of a note.
type NoteHead struct {
	ID        NoteID
	UID       string
	Person    PersonID
	Kind      NoteKind
	Date      Date
	At        string // "15:04", may be empty; the wall clock of Zone
	Zone      string // IANA name; empty is the manager's own
	CalledOff string // why a one-on-one was missed, see CalledOffByMe; "" where that is not said
	Rev       int64  // rises with every write of the body
	Title     string // the first words of the body, labels and marks of private left out
	Open      int    // open todos and needs filed from it
	Imported  bool   // it was taken in from another program: it is history, see Context.Imported
}

// Note is one dated text about exactly one person. Body is the truth for everything that is filed from it.
type Note struct {
	NoteHead
	Body      string
	Begun     string // the template's text that it was begun with; see OnlyBegun
	UpdatedAt time.Time
}
