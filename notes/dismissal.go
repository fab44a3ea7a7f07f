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

// Dismissal is what hides a suggestion about a note for good: a name that means nobody, or nearly somebody, in every note;
// anything else where it is.
func (s Suggestion) Dismissal(noteUID string) Dismissal {
	if s.Question == AskName && s.Name != "" {
		return Dismissal{Kind: DismissedSpelling, Text: FoldName(s.Name)}
	}
	return dismissedLine(s.Old, noteUID)
}

func dismissedLine(line, noteUID string) Dismissal {
	return Dismissal{Kind: DismissedLine, NoteUID: noteUID, Text: NormaliseLine(line)}
}

// dismissed reports whether one of what would hide a suggestion is among all that was dismissed.
func dismissed(all []Dismissal, by ...Dismissal) bool {
	return slices.ContainsFunc(all, func(d Dismissal) bool {
		d.ID = 0
		return slices.Contains(by, d)
	})
}

// Dismissed reports for the suggestions about a note whether they were dismissed.
func Dismissed(all []Dismissal, noteUID string) func(Suggestion) bool {
	return func(s Suggestion) bool {
		return dismissed(all, s.Dismissal(noteUID), dismissedLine(s.Old, noteUID))
	}
}
