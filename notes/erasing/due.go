package erasing

import (
	"cmp"
	"slices"

	"handback/notes"
)

// Due are the people who left and whose notes are to be deleted by a day that has come, the longest due first.
func Due(people []notes.Person, today notes.Date) []notes.Person {
	var due []notes.Person
	for _, p := range people {
		if p.Kind != notes.KindMe && p.State == notes.StateLeft && p.DeleteBy != "" && p.DeleteBy <= today {
			due = append(due, p)
		}
	}
	slices.SortStableFunc(due, func(a, b notes.Person) int { return cmp.Compare(a.DeleteBy, b.DeleteBy) })
	return due
}

// KeepUntil puts the day off to the one that was typed; nothing typed keeps the notes for good.
func KeepUntil(p notes.Person, typed string, today notes.Date) (notes.Change, error) {
	day, err := notes.ReadDeleteBy(typed, "", today)
	p.DeleteBy = day
	return notes.Change{Rows: []notes.Row{p}}, err
}
