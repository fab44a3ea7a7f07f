package notes

// Past is what the journal holds about one person over all the years, read in one go, in no order but that of the goals'
// children. Of a line there is all but its tags, its raw text and the other people in it, which nobody needs to look back.
type Past struct {
	Person  Person
	Notes   []NoteHead // of the person, planned ones left out
	Filed   []Filed    // decisions, praise, feedback and ideas, whatever became of them, and actions that were done
	Goals   []Goal     // closed ones too
	Areas   []Area
	StepIns []SteppingIn
}

// PastReader reads what Look back shows.
type PastReader interface {
	// Past returns ErrNotFound where there is no such person.
	Past(PersonID) (Past, error)
}
