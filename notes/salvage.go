package notes

// Salvaged is what was read of a damaged journal into a new one.
type Salvaged struct {
	Path   string // of the new journal; the damaged one is as it was
	People int
	Notes  int
	Lost   []LostNote
	// Partly are the kinds of other rows of which some could not be read, as the journal's file calls them; how many is not known.
	Partly []string
	// Behind is how many later changes of a protected journal stand behind the damage and are not in the new one.
	Behind int
}

// LostNote is a note of which the text could not be read.
type LostNote struct {
	Person string // "" where that could not be read either
	Date   Date
	// Earlier says that an earlier version of the text was put in its place; Filed that only the lines are there that were filed
	// from it. Where neither is so, nothing is left of it.
	Earlier, Filed bool
}
