// Package incoming reads what other programs keep: folders, archives and files of notes, as bytes, into notes that a journal
// can take in. It writes nothing and knows no journal: whom a name means, and what is taken, is decided by who asks.
package incoming

import (
	"errors"
	"io/fs"

	"handback/notes"
)

// Format reads the files of one program. Each has a folder of its own below this one and a row in the table of incoming/formats.
type Format struct {
	Name string // as its program calls itself, "Obsidian"; never translated
	// Reads says how sure the format is that the tree is its own: 0 not at all, 100 beyond doubt. It looks at names and at the
	// beginnings of a few files and takes no longer than a blink.
	Reads func(tree fs.FS) (sure int, err error)
	// Notes reads the tree, a note at a time in a stable order (by path, and within a file from top to bottom), and calls take for
	// each, so that memory doesn't grow with their count. An error of take ends it and is returned as it is. What can't be read is
	// said with Skip and isn't an error; an error is what leaves the whole unread.
	Notes func(tree fs.FS, in Options, take Taker) error
}

// Options is what a reading is told besides the files.
type Options struct {
	Today    notes.Date     // for dates without a year
	DayFirst *bool          // in "4/12" the 4 is the day; nil where that isn't known: then only what is beyond doubt is taken
	Columns  map[string]int // of a CSV file: which column, from 0, holds "person", "date", "title", "body", "tags"; nil guesses
	// Changed is the day on which a file of the tree was changed last, "" where that isn't known; nil where it is of none.
	Changed func(file string) notes.Date
}

// Taker is given what a format reads.
type Taker interface {
	Note(Note) error
	Skip(Skipped) error
	Progress(done, of int) error // files; of is 0 while their count isn't known. It is asked at least once a file; an error ends all.
}

// Note is one dated text as another program kept it, in lines that the grammar reads: its own shapes (emoji dates, SCHEDULED,
// DONE) are written as Handback says them. Its date and person may be missing; they are then asked for, or it is skipped.
type Note struct {
	Origin string     // what stays the same when the files are read again: the program's own id, or path and heading
	ByID   bool       // Origin is the program's own id: it is the same wherever the files lie, and whatever they are called
	File   string     // the path that the manager would look for, within the tree
	Line   int        // where it begins in it, from 1; 0 where that says nothing
	Person string     // as the file says it, "Ana Lima"; "" where it doesn't
	Called []string   // what else the file says that the person is called
	Date   notes.Date // "" where it isn't said
	Title  string     // a heading that is worth keeping; "" where the body says it
	Body   string     // NFC, lines ended by LF, no front matter
	// Partly says that the text says its day, and Date couldn't be read from it: "Tuesday 4th", "4/12". The day of the file isn't its
	// own then; ByFile is the day of that weekday and number by when the file was changed last, "" where that can't be told.
	Partly bool
	ByFile notes.Date
	Loose  []string // what of the file has no place here, as "cover: picture.png"; shown in the preview
}

// Skipped is a file, or a part of one, that isn't taken.
type Skipped struct {
	File string
	Line int
	Why  string // a sentence for the manager, by voice.T
}

// The limits of what is read at all. What is beyond them is refused by name.
const (
	MaxFile    = 64 << 20 // bytes of one file, unpacked
	MaxUnpack  = 2 << 30  // bytes of one archive, unpacked
	MaxFiles   = 200_000
	MaxPathLen = 4096
)

// ErrNotMine is returned by a format whose files these aren't.
var ErrNotMine = errors.New("incoming: these files are of another program")
