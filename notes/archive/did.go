package archive

import (
	"time"

	"handback/notes"
)

// Progress is told how many of how many notes or files are done; of is 0 while that isn't known. An error ends what is being
// done, leaves nothing of it behind and is returned.
type Progress func(done, of int) error

// Exported says what an export did.
type Exported struct {
	Notes   int
	Written int // files that are new or say something else now
	Removed int // files of what is no more
}

// Imported says what an import did.
type Imported struct {
	ID           notes.ArchiveID // by which it is taken back
	New, Changed int             // notes that came, and that say something else now
	Conflicts    []Conflict
	Skipped      []Skipped
}

// Conflict is a note of which both sides had changed the same lines. The newer text stands, the other one is kept as an earlier
// version.
type Conflict struct {
	Note   notes.NoteID
	Person string
	Date   notes.Date
	Lost   string // the lines that stand in the earlier version alone
}

// Skipped is a file, or a line of one, that wasn't taken.
type Skipped struct {
	File string
	Why  string
}

// Taken is an archive that was taken in and can be taken back.
type Taken struct {
	ID           notes.ArchiveID
	Source       string // the folder, without the folders around it
	At           time.Time
	New, Changed int // notes
}
