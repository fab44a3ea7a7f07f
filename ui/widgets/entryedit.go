package widgets

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedRune types a character.
func (e *Entry) TypedRune(r rune) {
	e.filled = false
	if e.padTyped(r); e.Disabled() || r == '\t' {
		return
	}
	e.edit(stepTyped, func() {
		e.eraseSelection()
		caret := e.Caret()
		e.exact()
		e.Entry.TypedRune(r)
		e.settle(caret + 1)
	})
	if r == ' ' && e.OnBlank != nil {
		e.OnBlank()
	}
}

// typedEdit does what a key that changes the text does, and tells whether the
// key was one.
func (e *Entry) typedEdit(event *fyne.KeyEvent) bool {
	if e.Disabled() {
		return false
	}
	switch event.Name {
	case fyne.KeyBackspace, fyne.KeyDelete:
		e.eraseLetter(event)
	case fyne.KeyReturn, fyne.KeyEnter:
		if !e.MultiLine || e.shift && e.OnSubmitted != nil {
			return false
		}
		e.edit(stepOther, func() {
			e.eraseSelection()
			after := e.Caret() + 1
			e.exact()
			e.Entry.TypedKey(event)
			e.settle(after)
		})
	case fyne.KeyLeft, fyne.KeyRight:
		e.Entry.TypedKey(event)
		e.offLetter(event)
	default:
		return false
	}
	return true
}

// eraseLetter erases what is selected, or a whole letter, of however many runes.
func (e *Entry) eraseLetter(event *fyne.KeyEvent) {
	start, end := e.selection()
	if start != end {
		e.edit(stepOther, e.eraseSelection)
		return
	}
	text := []rune(e.Text)
	if event.Name == fyne.KeyBackspace {
		start = letterBefore(text, start)
	} else {
		end = letterAfter(text, end)
	}
	if end-start > 1 {
		e.replaceSpan(stepErased, start, end, "")
		return
	}
	e.edit(stepErased, func() {
		e.exact()
		e.Entry.TypedKey(event)
		e.settle(start)
	})
}

// offLetter moves the caret on where it came to stand within a letter.
func (e *Entry) offLetter(event *fyne.KeyEvent) {
	text := []rune(e.Text)
	for range mostSigns {
		at := e.CursorTextOffset()
		if at <= 0 || at >= len(text) || letterAfter(text, letterBefore(text, at)) <= at {
			return
		}
		if e.Entry.TypedKey(event); e.CursorTextOffset() == at {
			return
		}
	}
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
	e.edit(stepOther, func() {
		e.eraseSelection()
		caret := e.Caret()
		e.insert(text)
		e.settle(caret + utf8.RuneCountInString(text))
	})
}

// insert puts text where the caret is, as a step of its own for undo.
func (e *Entry) insert(text string) {
	e.exact()
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: ownClipboard(text)})
}

func (e *Entry) cut(shortcut fyne.Shortcut) {
	e.edit(stepOther, func() {
		start, _ := e.selection()
		e.Entry.TypedShortcut(shortcut)
		e.settle(start)
	})
}

// word moves by a word, selects by one, or deletes one: over rows and lines, which Fyne's does not.
func (e *Entry) word(s *desktop.CustomShortcut) {
	e.pin()
	text, caret := []rune(e.Text), e.Caret()
	start, end := e.selection()
	switch s.KeyName {
	case fyne.KeyBackspace, fyne.KeyDelete:
		if e.Disabled() {
			return
		}
		if start == end {
			start, end = wordToErase(text, caret, s.KeyName == fyne.KeyDelete)
		}
		if start < end {
			e.replaceSpan(stepOther, start, end, "")
		}
		return
	}
	to := wordAfter(text, caret)
	if s.KeyName == fyne.KeyLeft {
		to = wordBefore(text, caret)
	}
	if s.Modifier&fyne.KeyModifierShift == 0 {
		e.SetCaret(to)
		return
	}
	anchor := start
	if start != end && caret == start {
		anchor = end
	}
	e.selectSpan(anchor, to)
}
