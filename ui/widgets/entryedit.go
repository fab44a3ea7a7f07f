package widgets

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedRune types a character.
func (e *Entry) TypedRune(r rune) {
	if e.Disabled() || r == '\t' {
		return
	}
	e.eraseSelection()
	caret := e.Caret()
	e.exact()
	e.Entry.TypedRune(r)
	e.settle(caret + 1)
}

// typedEdit does what a key that changes the text does, and tells whether the
// key was one.
func (e *Entry) typedEdit(event *fyne.KeyEvent) bool {
	if e.Disabled() {
		return false
	}
	start, end := e.selection()
	after := start
	switch event.Name {
	case fyne.KeyBackspace:
		if start == end {
			after = max(0, start-1)
		}
	case fyne.KeyDelete:
	case fyne.KeyReturn, fyne.KeyEnter:
		if !e.MultiLine || e.shift && e.OnSubmitted != nil {
			return false
		}
		e.eraseSelection()
		end, after = start, start+1
	default:
		return false
	}
	if start == end {
		e.exact()
	}
	e.Entry.TypedKey(event)
	e.settle(after)
	return true
}

// eraseSelection deletes what is selected without telling: more follows.
func (e *Entry) eraseSelection() {
	start, end := e.selection()
	if start == end {
		return
	}
	changed := e.OnChanged
	e.OnChanged = nil
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	e.OnChanged = changed
	e.settle(start)
}

// paste inserts text at the caret, in the place of what is selected.
func (e *Entry) paste(text string) {
	if e.Disabled() {
		return
	}
	if text == "" {
		return // Fyne would delete the selection from the screen and not from the text
	}
	e.eraseSelection()
	caret := e.Caret()
	e.insert(text)
	e.settle(caret + utf8.RuneCountInString(text))
}

// insert puts text where the caret is, as a step of its own for undo.
func (e *Entry) insert(text string) {
	e.exact()
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: ownClipboard(text)})
}

func (e *Entry) cut(shortcut fyne.Shortcut) {
	start, _ := e.selection()
	e.Entry.TypedShortcut(shortcut)
	e.settle(start)
}

func (e *Entry) deleteWord(s *desktop.CustomShortcut) {
	before, caret := utf8.RuneCountInString(e.Text), e.CursorTextOffset()
	e.Entry.TypedShortcut(s)
	if s.KeyName == fyne.KeyBackspace {
		caret -= before - utf8.RuneCountInString(e.Text)
	}
	e.settle(caret)
}

// Undo takes the last edit back.
func (e *Entry) Undo() { e.travel(e.Entry.Undo) }

// Redo does again what Undo took back.
func (e *Entry) Redo() { e.travel(e.Entry.Redo) }

func (e *Entry) travel(step func()) {
	before := e.Text
	step()
	if e.Text != before {
		_, _, end := difference([]rune(before), []rune(e.Text))
		e.settle(end)
	}
}

// difference finds the smallest span in which two texts differ: from start to
// end in the old one, from start to newEnd in the new one.
func difference(old, changed []rune) (start, end, newEnd int) {
	for start < len(old) && start < len(changed) && old[start] == changed[start] {
		start++
	}
	end, newEnd = len(old), len(changed)
	for end > start && newEnd > start && old[end-1] == changed[newEnd-1] {
		end--
		newEnd--
	}
	return start, end, newEnd
}
