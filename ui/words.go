package ui

import (
	"handback/notes"
	"handback/notes/voice"
)

// useWords has lines read by the manager's words for labels from now on.
func (s *Shell) useWords(w *notes.LabelWords) {
	if w.String() == s.words.String() {
		return
	}
	s.words = w
	if s.editor != nil {
		s.editor.SetPlaceholder(s.writeHere())
	}
}

// writeHere is what stands in an empty note.
func (s *Shell) writeHere() string {
	return voice.T(
		"Just write. Lines that start with {todo}:, {praise}: or {idea}: are filed for you.",
		"todo", s.words.For(notes.Todo), "praise", s.words.For(notes.Praise), "idea", s.words.For(notes.Idea),
	)
}
