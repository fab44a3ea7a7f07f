package notes

import "slices"

// DismissalKind is what of a suggestion was dismissed.
type DismissalKind string

// What can be dismissed for good: every suggestion about a line of a note, or a spelling in whichever note.
const (
	DismissedLine     DismissalKind = "line"
	DismissedSpelling DismissalKind = "spelling"
)

// Dismissal is a suggestion that the manager does not want to see again.
type Dismissal struct {
	ID      int64
	Kind    DismissalKind
	NoteUID string // "" with DismissedSpelling
	Text    string // the line or the spelling, normalised
}

func (Dismissal) row() {}

// Dismissal is what hides the hint about a note for good: a name that means nobody everywhere, any other hint where it is.
func (h Hint) Dismissal(noteUID string) Dismissal {
	if h.Nobody {
		return Dismissal{Kind: DismissedSpelling, Text: FoldName(h.Name)}
	}
	return Dismissal{Kind: DismissedLine, NoteUID: noteUID, Text: NormaliseLine(h.Old)}
}

// Dismissed reports for the hints about a note whether they were dismissed.
func Dismissed(all []Dismissal, noteUID string) func(Hint) bool {
	return func(h Hint) bool {
		want := []Dismissal{h.Dismissal(noteUID), {Kind: DismissedLine, NoteUID: noteUID, Text: NormaliseLine(h.Old)}}
		return slices.ContainsFunc(all, func(d Dismissal) bool {
			d.ID = 0
			return slices.Contains(want, d)
		})
	}
}
