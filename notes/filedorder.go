package notes

import "cmp"

// StateDay is the day of what a filed line says last: of its state, or of its note where it has none.
func (f Filed) StateDay() Date { return cmp.Or(f.StateDate, f.NoteDate) }

// LatestFirst orders filed lines by StateDay, the newest first.
func LatestFirst(a, b Filed) int { return cmp.Compare(b.StateDay(), a.StateDay()) }

// SoonestDueFirst orders filed lines by the day that they are due by; those without one come last.
func SoonestDueFirst(a, b Filed) int {
	switch {
	case a.Due == b.Due:
		return 0
	case a.Due == "":
		return 1
	case b.Due == "":
		return -1
	}
	return cmp.Compare(a.Due, b.Due)
}
