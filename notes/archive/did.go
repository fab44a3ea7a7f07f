package archive

import (
	"strings"
	"time"

	"handback/notes"
	"handback/notes/voice"
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
	New, Changed int             // notes that came, and that say something else now or are of another day
	Others       int             // people, goals and other things beside notes that came or changed
	Conflicts    []Conflict
	Skipped      []Skipped
	Told         []string // what else is to be looked at, a sentence each
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

// Says says it in a sentence without its end.
func (i Imported) Says() string {
	parts := []string{voice.N(i.New, "{n} new note", "{n} new notes"), voice.T("{n} changed", "n", i.Changed)}
	if i.Others > 0 {
		parts = append(parts, voice.N(i.Others, "{n} other thing such as a person or a goal", "{n} other things such as people and goals"))
	}
	return strings.Join(parts, ", ")
}
