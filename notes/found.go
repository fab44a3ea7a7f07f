package notes

// Found is something that Handback found about the files of a journal, or in it.
type Found struct {
	Kind   FoundKind
	Path   string // what is meant, or where it is kept
	Count  int
	Note   NoteID
	Person string // whose note it is
	Date   Date   // of the note
	What   string // the table
}

// FoundKind is what was found.
type FoundKind string

const (
	// FoundOtherLog is a log of another journal, which was moved to Path.
	FoundOtherLog FoundKind = "other log"
	// FoundDoubtfulLog is a log that may be another's: it was taken, and Path is a copy of both files before that.
	FoundDoubtfulLog FoundKind = "doubtful log"
	// FoundBrokenLog is a log of which the last Count saves couldn't be read; Path is a copy of both files before that.
	FoundBrokenLog FoundKind = "broken log"
	// FoundBrokenNote is a note whose text, or day, isn't what was saved.
	FoundBrokenNote FoundKind = "broken note"
	// FoundBrokenVersion is an earlier version of a note that isn't what was saved.
	FoundBrokenVersion FoundKind = "broken version"
	// FoundBrokenRow are Count rows of the table What that aren't what was saved.
	FoundBrokenRow FoundKind = "broken row"
	// FoundBrokenList are Count notes whose filed lines differ from their texts.
	FoundBrokenList FoundKind = "broken list"
	// FoundBrokenSearch is a search index that differs from the notes.
	FoundBrokenSearch FoundKind = "broken search"
	// FoundBrokenFile is damage in the file that What tells.
	FoundBrokenFile FoundKind = "broken file"
	// FoundUnreadLine are Count lines that wait in the folder Path, and can't be read.
	FoundUnreadLine FoundKind = "unread line"
	// FoundMended are lists and search that were damaged and have been made anew; Path is a copy of the file before that.
	FoundMended FoundKind = "mended"
)

// OnlyDerived reports whether making lists and search anew mends it.
func (f Found) OnlyDerived() bool { return f.Kind == FoundBrokenList || f.Kind == FoundBrokenSearch }
