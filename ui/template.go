package ui

import (
	"slices"

	"handback/notes"
)

// beginning is what a planned one-on-one that is started gets from the person's template: one that was planned before the
// template was chosen, and in which nothing was written or taken out since.
func (s *Shell) beginning(who notes.Person, planned notes.Note) (notes.Change, error) {
	if who.Template == 0 || planned.ID == 0 || planned.Begun != "" || !notes.OnlyBegun(planned.Body, "") {
		return notes.Change{}, nil
	}
	all, err := s.journal.Templates()
	if err != nil {
		return notes.Change{}, err
	}
	for _, t := range all {
		if t.ID == who.Template {
			return notes.StartFrom(planned, t, s.Context(planned.Person, planned.Date))
		}
	}
	return notes.Change{}, nil
}

// makesNote reports whether a change makes a note, which begins with its template by itself.
func makesNote(c notes.Change) bool {
	return slices.ContainsFunc(c.Rows, func(row notes.Row) bool {
		_, made := row.(notes.NewNote)
		return made
	})
}
