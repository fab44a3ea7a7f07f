package notes

// ReviewEdit is what the manager did with one line of a person's review packs: it is left out, has a comment, stands
// elsewhere. It belongs to the line, whatever period a pack is of. One that says nothing is none.
type ReviewEdit struct {
	Person  PersonID
	NoteUID string // the note's, or the one of the goal, step, opportunity or area that a line without a note comes from
	Line    string // see ReviewLine
	Out     bool
	Comment string
	Place   string // where among the lines of its part it was put, "" where it was not; see package review
}

// IsZero reports whether it says nothing.
func (e ReviewEdit) IsZero() bool { return !e.Out && e.Comment == "" && e.Place == "" }

// OwnReview is what a person wrote about a period themselves. To is no date for a period that goes on until today. Without
// a text it is none.
type OwnReview struct {
	Person   PersonID
	From, To Date
	Text     string
}

func (ReviewEdit) row() {}
func (OwnReview) row()  {}

// ReviewLine is how a ReviewEdit names a filed line: by its label and its words without the tags that end them, so that it
// still finds the line when something became of it, or it counts for a goal. Where the words were changed it is another line.
func ReviewLine(f Filed) string {
	return string(f.Label) + ": " + NormaliseLine(UpperFirst(unbold(f.Text)))
}

// ReviewFacts is what the journal holds for the review pack of a person and a period, both days included.
type ReviewFacts struct {
	Person   Person
	From, To Date
	// Lines are the praise, feedback, decisions and ideas of the period, the ideas that something became of in it, and the
	// todos and needs that were closed in it, of notes of every kind: oldest note first.
	Lines []Filed
	Goals []Goal // all of the person, with their children
	Areas []Area
	Edits []ReviewEdit // of lines in notes that are not deleted, and of goals and areas
	// Gone are those of Edits whose line stands nowhere in its note any more.
	Gone []ReviewEdit
}

// Disclosed is everything that the journal holds in words about a person.
type Disclosed struct {
	Notes  []Note  // the person's own, of the period, newest first
	Others []Note  // those of others, and the manager's own, from which a line is filed for the person, newest first
	Filed  []Filed // these lines
	// Trashed are the person's own notes that are in the trash, of all years, newest first.
	Trashed []Note
	// Own is what the person wrote about any period themselves, oldest first.
	Own []OwnReview
}

// Reviews reads what was done in a period, for the talk about it.
type Reviews interface {
	// Review reads the facts of a pack.
	Review(id PersonID, from, to Date) (ReviewFacts, error)
	// OwnReview is "" where the person's own review of the period was not pasted. To is no date for one that goes on.
	OwnReview(id PersonID, from, to Date) (string, error)
	// Disclosed reads the notes from a day to a day; no date is none at that end.
	Disclosed(id PersonID, from, to Date) (Disclosed, error)
	// FirstNoted is the day of the oldest note of a person, "" where there is none.
	FirstNoted(PersonID) (Date, error)
}
