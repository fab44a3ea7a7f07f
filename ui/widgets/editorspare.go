package widgets

import (
	"strings"
	"unicode/utf8"
)

// spareLine is a blank last line that is shown for writing on and is no part of the text until something is written.
// It remembers the texts of the entry that end in one, so that undo comes back to the text exactly as it was loaded.
type spareLine struct {
	texts map[uint64]bool // nil where there is none
	shown bool            // the entry's text ends in one now
	runes int             // of that text
}

// seen finds out whether a text of the entry ends in the spare line: also where what was changed ended before it. Reached
// is how many runes of the text before stood up to the end of what was changed.
func (s *spareLine) seen(text string, reached int) {
	switch {
	case s.texts == nil:
	case s.texts[fingerprint(text)], s.shown && reached < s.runes && strings.HasSuffix(text, "\n"):
		s.add(text)
		return
	}
	s.shown = false
}

// add makes the line break that ends a text of the entry the spare line's.
func (s *spareLine) add(text string) {
	if s.texts == nil {
		s.texts = map[uint64]bool{}
	}
	s.texts[fingerprint(text)] = true
	s.shown, s.runes = true, utf8.RuneCountInString(text)
}

// without is a text of the entry as it is outside.
func (s *spareLine) without(text string) string {
	if s.shown {
		return strings.TrimSuffix(text, "\n")
	}
	return text
}

// WriteOn puts the caret on a blank line at the end. Where the text has none, a spare one is shown: Text has it only
// once something is written. Call it after SetText; it changes nothing, and undo does not know of it.
func (ed *Editor) WriteOn() {
	if ed.reader.shown || ed.part.on {
		return
	}
	if last := ed.entry.Text[strings.LastIndexByte(ed.entry.Text, '\n')+1:]; strings.TrimSpace(last) != "" {
		text := ed.entry.Text + "\n"
		ed.spare.add(text)
		ed.silent = true
		ed.run(func() { ed.entry.put(text, utf8.RuneCountInString(text)) })
		ed.silent = false
	}
	ed.SetCaret(utf8.RuneCountInString(ed.entry.Text))
}
