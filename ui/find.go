package ui

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"handback/notes/voice"
)

// findCommands look for something in what is in view: within the open note, what the editor shows (beside somebody who looks
// on nothing that is folded), elsewhere in the notes of the person.
func (s *Shell) findCommands() []command {
	step := func(backwards bool) func() { return func() { s.editor.FindNext(backwards) } }
	writable := func() bool { return s.noteOpen() && !s.readOnly() }
	return []command{
		{"find", voice.T("Find"), key(ctrl, fyne.KeyF), func() bool { return s.noteOpen() || s.searchable() }, s.findHere},
		{"find.replace", voice.T("Find and replace"), replaceKey(), writable, func() { s.editor.FindAndReplace() }},
		{"find.next", voice.T("Find next"), key(0, fyne.KeyF3), s.noteOpen, step(false)},
		{"find.previous", voice.T("Find previous"), key(shift, fyne.KeyF3), s.noteOpen, step(true)},
	}
}

// findHere finds within the note that is open; where none is, in the notes of whoever is in view.
func (s *Shell) findHere() {
	if s.noteOpen() {
		s.editor.Find()
		return
	}
	s.Run("search.here")
}

// replaceKey is Ctrl+H, which hides the app on a Mac.
func replaceKey() []desktop.CustomShortcut {
	if runtime.GOOS == "darwin" {
		return key(ctrl|alt, fyne.KeyF)
	}
	return key(ctrl, fyne.KeyH)
}

// noteOpen reports whether the editor is in view, with a note in it.
func (s *Shell) noteOpen() bool {
	if s.editor == nil {
		return false
	}
	_, open := s.draft.Note()
	return open
}
