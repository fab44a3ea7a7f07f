package notes

import "slices"

// Verdict is what was said about a line: "mine to keep", a muted chip.
type Verdict struct {
	ID      int64
	NoteUID string
	Line    string // normalised
	Verdict string
	Why     string // in the manager's words, may be empty
	Until   Date   // the last day on which it holds; no date for ever
}

// What the manager says of something that could be handed back. What was handed back as a decision keeps its line as it
// is, since that is what was decided; it is the verdict that says so.
const (
	NotYetVerdict     = "not yet"      // asked again after Verdict.Until
	MineToKeepVerdict = "mine to keep" // not asked again; Verdict.Why says why
	HandedBackVerdict = "handed back"  // not asked again
)

// Settled reports whether there is nothing to ask about a line that I hold: by one of the verdicts it was handed back, is
// mine to keep, or is put off to a day that has not come.
func Settled(item Filed, verdicts []Verdict, today Date) bool {
	return slices.ContainsFunc(verdicts, func(v Verdict) bool {
		if v.NoteUID != item.NoteUID || v.Line != NormaliseLine(item.Raw) {
			return false
		}
		return v.Verdict == MineToKeepVerdict || v.Verdict == HandedBackVerdict || v.Verdict == NotYetVerdict && today <= v.Until
	})
}
