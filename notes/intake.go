package notes

import (
	"io"
	"io/fs"
	"time"
)

// ImportID is the local id of an import: what was taken in at once from the files of another program.
type ImportID int64

// Import is what a journal says of one that is part of it.
type Import struct {
	ID      ImportID
	Program string // as it calls itself, "Obsidian"
	Source  string // the folder or file that was read, without the folders around it
	At      time.Time
	Notes   int // that are still there, in the trash or not
	Changed int // of these, which the manager changed since: they stay when it is taken back
	People  int // who came with it
	Older   int // notes of earlier imports that it took the place of: they come back
	From    Date
	To      Date
}

// Brought is a note of another program on its way into the journal. It becomes a journal note of its day, and is history: what
// would be open in it is not.
type Brought struct {
	Origin string // what is the same when the files are read again; never ""
	Person PersonID
	Date   Date
	Body   string
}

// Standing is how a note that is brought stands to what the journal has of it.
type Standing int

// The standings. Only new and changed notes are taken in; a changed one takes the place of the one that was taken in before.
const (
	BroughtNew     Standing = iota
	BroughtChanged          // the source says something else now
	BroughtSame             // it is here already
	BroughtKept             // the source says something else now, but so does the manager
	BroughtDeleted          // the manager deleted it here
)

// TakeImport shows all that an import brought, at once; TakeBackImport takes it away again, but for what the manager changed
// since.
type (
	TakeImport struct {
		Import ImportID
		// Ask, where it isn't nil, is told now and then how many notes are filed; an error of it leaves all as it was.
		Ask func(done, of int) error
	}
	TakeBackImport struct{ Import ImportID }
)

// ArchiveID is the local id of an archive that was taken in.
type ArchiveID int64

// TakeArchive changes nothing: it is the act of taking an archive in, after all of it came, so that undo takes it back.
type TakeArchive struct{ Archive ArchiveID }

// TakeBackArchive takes back all that an archive changed, but for what the manager changed since. It can't be taken back itself:
// the archive is still there, to be imported again.
type TakeBackArchive struct{ Archive ArchiveID }

func (TakeImport) row()      {}
func (TakeBackImport) row()  {}
func (TakeArchive) row()     {}
func (TakeBackArchive) row() {}

// Intake takes in what other programs keep. Its writes are seen by nobody until TakeImport is applied, and what was begun and
// never shown is gone at the next opening. It is for the background: each call does a piece of the work.
type Intake interface {
	// Files is a folder, an archive or a file as a tree, to be closed once it was read. Links are not followed. What can't be
	// read at all is said in a sentence.
	Files(path string) (Source, error)
	// BeginImport makes an import in which nothing is yet.
	BeginImport(program, source string) (ImportID, error)
	// BringPeople are the ids of people who come with an import. Nobody sees them until it is taken.
	BringPeople(ImportID, []Person) ([]PersonID, error)
	// Bring keeps those notes that are new or changed, and says of each how it stands.
	Bring(ImportID, []Brought) ([]Standing, error)
	// Stand says how notes stand and keeps nothing.
	Stand([]Brought) ([]Standing, error)
	// DropImport takes away all of an import that wasn't taken.
	DropImport(ImportID) error
	// Imports are those that are part of the journal, the newest first.
	Imports() ([]Import, error)
	// WouldBeOpen are the lines of an import that would be open if it weren't history, as they stand in their notes, newest
	// first; at most so many. Boxes that name nobody are among them, without an actor: whose they are is asked.
	WouldBeOpen(id ImportID, most int) ([]Filed, error)
	// BroughtForward reports whether something that an import brought was written into a note of the journal's own since, or became
	// a goal.
	BroughtForward(ImportID) (bool, error)
}

// Source is what an import is read from.
type Source struct {
	Tree fs.FS
	Name string // of the folder or file
	// Folder says that it is a folder: its own name, and not only those of its files, tells it apart from others.
	Folder bool
	// Pasted says that it is a text without a file.
	Pasted bool
	io.Closer
}
