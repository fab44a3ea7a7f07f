package ui

import (
	"cmp"
	"reflect"
	"slices"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/look"
)

// readBy has lines read by these names and words for labels from now on: those of the open note are drawn anew where that
// says something else of them.
func (s *Shell) readBy(people []notes.Person, words *notes.LabelWords) {
	known := s.names != nil && reflect.DeepEqual(people, s.people)
	if !known {
		s.people, s.names = people, notes.NewNames(people)
		look.SeatDiscs(uidsInOrder(people))
	}
	if known && words.String() == s.words.String() {
		return
	}
	s.words = words
	if s.editor != nil {
		s.editor.SetPlaceholder(s.writeHere())
		s.editor.Refresh()
	}
}

// writeHere is what stands in an empty note.
func (s *Shell) writeHere() string {
	return voice.T(
		"Just write. Lines that start with {todo}:, {praise}: or {idea}: are filed for you.",
		"todo", s.words.For(notes.Todo), "praise", s.words.For(notes.Praise), "idea", s.words.For(notes.Idea),
	)
}

// uidsInOrder tell people from all others, in the order in which they came into the journal.
func uidsInOrder(people []notes.Person) []string {
	people = slices.SortedFunc(slices.Values(people), func(a, b notes.Person) int { return cmp.Compare(a.ID, b.ID) })
	uids := make([]string, len(people))
	for i, p := range people {
		uids[i] = p.UID
	}
	return uids
}
