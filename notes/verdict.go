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

// What the manager says of something that could be handed back, besides handing it back.
const (
	NotYetVerdict     = "not yet"      // asked again after Verdict.Until
	MineToKeepVerdict = "mine to keep" // not asked again; Verdict.Why says why
)

// KeptOrPutOff reports whether a line is mine to keep by one of the verdicts, or put off to a day that has not come.
func KeptOrPutOff(item Filed, verdicts []Verdict, today Date) bool {
	return slices.ContainsFunc(verdicts, func(v Verdict) bool {
		if v.NoteUID != item.NoteUID || v.Line != NormaliseLine(item.Raw) {
			return false
		}
		return v.Verdict == MineToKeepVerdict || v.Verdict == NotYetVerdict && today <= v.Until
	})
}
