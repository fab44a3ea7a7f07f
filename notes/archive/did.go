package archive

import (
	"errors"
	"strings"
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// ErrGone is that a folder that is kept up to date has no archive any more.
var ErrGone = errors.New("archive: there is none any more")

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
	Goes         Goes
}

// Goes is what taking an archive back changes, as the journal is now.
type Goes struct {
	New     int // notes that came and go again
	Changed int // notes that get back what they said
	Kept    int // notes that stay, since the manager changed them
	People  int // who came
	Others  int // goals, decisions, settings and the like that came or changed
}

// SayBack says what taking it back changes and what it doesn't, a sentence each.
func (t Taken) SayBack() []string {
	var says []string
	add := func(n int, sentence string) {
		if n > 0 {
			says = append(says, sentence)
		}
	}
	g := t.Goes
	add(g.New, voice.N(g.New, "{n} note that came with it is removed.", "{n} notes that came with it are removed."))
	add(g.Changed, voice.N(g.Changed, "{n} note goes back to the text it had before.", "{n} notes go back to the text they had before."))
	add(g.People, voice.N(g.People, "{n} person added by the import is removed too, unless you've added something about them.",
		"{n} people added by the import are removed too, unless you've added something about them."))
	add(g.Others, voice.N(g.Others, "{n} other thing that came with it goes back too, such as a goal or a setting.",
		"{n} other things that came with it go back too, such as goals and settings."))
	add(g.Kept, voice.N(g.Kept, "{n} note stays as it is, because you've changed it since.",
		"{n} notes stay as they are, because you've changed them since."))
	add(1, voice.T("Everything else in your journal stays, and so do the files in the folder."))
	return says
}

// Says says it in a sentence without its end.
func (i Imported) Says() string {
	parts := []string{voice.N(i.New, "{n} new note", "{n} new notes"), voice.T("{n} changed", "n", i.Changed)}
	if i.Others > 0 {
		parts = append(parts, voice.N(i.Others, "{n} other thing such as a person or a goal", "{n} other things such as people and goals"))
	}
	return strings.Join(parts, ", ")
}
