package prompt

import (
	"slices"

	"handback/notes"
	"handback/notes/decisions"
)

// callDays is how far back calls count as lately.
const callDays = 90

// calls are the decisions that the facts hold as the lead balance reads them, newest first: without those that were
// reversed, that were taken inside a step-in, or of which nobody has said whose they were.
func calls(f notes.PromptFacts) []decisions.LedgerLine {
	m := decisions.ShowMirror(f.Decisions, f.Areas, nil, f.StepIns, f.Today) // its ledger needs no one-on-ones
	return slices.DeleteFunc(m.Ledger, func(l decisions.LedgerLine) bool {
		return l.Apart || l.State == notes.Reversed || l.Whose == notes.NoCall || l.Person != f.Person.ID ||
			l.NoteDate > f.Today
	})
}

// callsIn are the newest calls of the last 90 days in an area that were not mine and at or beyond the level agreed for it on their day; the
// first that was not ends them.
func callsIn(tag string, all []decisions.LedgerLine, today notes.Date) []notes.Filed {
	var theirs []notes.Filed
	for _, l := range all {
		if l.Area != tag {
			continue
		}
		if today.DaysSince(l.NoteDate) >= callDays || l.Whose == notes.Mine || l.NearerMe() {
			break
		}
		theirs = append(theirs, l.Filed)
	}
	return theirs
}
