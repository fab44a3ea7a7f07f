package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// noteEntry is the Entry inside an Editor. It does one thing at a time: while
// an operation runs, the editor does not draw; after it, once.
type noteEntry struct {
	Entry
	editor *Editor
	used   bool // by key or pointer since it got the keyboard
}

func newNoteEntry(editor *Editor) *noteEntry {
	e := &noteEntry{editor: editor}
	e.MultiLine, e.Wrapping, e.bare = true, fyne.TextWrapWord, true
	e.refuses = func() bool {
		if editor.Fixed && editor.OnFixed != nil {
			editor.OnFixed()
		}
		return editor.Fixed
	}
	e.extend(e)
	return e
}

// AcceptsTab takes Tab to pick a suggestion, and in a line of a list, which it moves in or out. Whoever only comes by with
// Tab on the way to another control goes on with it.
func (e *noteEntry) AcceptsTab() bool {
	if e.editor.completion.shown() {
		return true
	}
	start, _ := e.selection()
	return e.used && !e.Disabled() && e.editor.inList(start)
}

// TypedRune types a character.
func (e *noteEntry) TypedRune(r rune) {
	e.editor.unlead()
	e.used = true
	e.editor.strokes++
	e.editor.run(func() { e.Entry.TypedRune(r) })
	e.editor.offer()
}

// TypedKey edits, moves, or goes to the suggestions.
func (e *noteEntry) TypedKey(event *fyne.KeyEvent) {
	if e.editor.completion.key(event) {
		return
	}
	e.editor.unlead()
	e.used = true
	e.editor.strokes++
	changes := e.editor.version
	e.editor.run(func() {
		switch event.Name {
		case fyne.KeyTab:
			e.editor.indent(!e.shift)
		case fyne.KeyReturn, fyne.KeyEnter:
			if e.shift || e.Disabled() || !e.editor.newLine() {
				e.Entry.TypedKey(event)
			}
		case fyne.KeyPageUp:
			e.page(-1)
		case fyne.KeyPageDown:
			e.page(1)
		default:
			e.Entry.TypedKey(event)
		}
	})
	if event.Name == fyne.KeyBackspace && e.editor.version != changes {
		e.editor.offer()
	} else {
		e.editor.completion.close()
	}
}

// page moves the caret by what is seen, less one row.
func (e *noteEntry) page(direction int) {
	rows := max(1, int(e.editor.scroll.Size().Height/e.editor.lineHeight)-1)
	key := fyne.KeyDown
	if direction < 0 {
		key = fyne.KeyUp
		rows = min(rows, e.CursorRow)
	} else {
		rows = min(rows, e.rowCount()-1-e.CursorRow)
	}
	if rows > 0 {
		e.CursorRow += direction * (rows - 1) // the last step selects, refreshes and cuts the column
	}
	e.Entry.TypedKey(&fyne.KeyEvent{Name: key})
}

// TypedShortcut edits, or passes the shortcut on.
func (e *noteEntry) TypedShortcut(shortcut fyne.Shortcut) {
	e.used = true
	e.editor.completion.close()
	e.editor.unlead()
	defer e.editor.sync()
	if paste, ok := shortcut.(*fyne.ShortcutPaste); ok {
		e.editor.strokes++
		if e.editor.pasteLarge(e.pasted(paste)) {
			return
		}
	}
	switch s := shortcut.(type) {
	case *fyne.ShortcutUndo:
		if !e.editor.elsewhere(-1) {
			e.editor.Undo()
		}
		return
	case *fyne.ShortcutRedo:
		if !e.editor.elsewhere(1) {
			e.editor.Redo()
		}
		return
	case *desktop.CustomShortcut:
		if e.editor.shortcut(s) {
			return
		}
	}
	e.editor.run(func() { e.Entry.TypedShortcut(shortcut) })
}

// FocusGained shows the caret, whose line becomes plain.
func (e *noteEntry) FocusGained() {
	e.editor.typed, e.used = true, false
	e.editor.run(e.Entry.FocusGained)
}

// caretLingers is how long the caret may be seen after a press took the keyboard. As a rule the button comes up before that, and what
// it does has the note drawn anew anyway.
const caretLingers = 100 * time.Millisecond

// FocusLost hides it.
func (e *noteEntry) FocusLost() {
	e.editor.completion.close()
	e.editor.typed = false
	if pressed.on == nil || e.editor.After == nil || e.SelectedText() != "" {
		e.editor.run(e.Entry.FocusLost)
		return
	}
	later(func() { e.editor.run(e.Entry.FocusLost) })
	e.editor.After(caretLingers, e.catchUp)
}

// MouseDown puts the caret, or opens the link that is clicked with Ctrl.
func (e *noteEntry) MouseDown(event *desktop.MouseEvent) {
	noPress()
	e.editor.completion.close()
	e.editor.unlead()
	e.editor.run(func() { e.Entry.MouseDown(event) })
	e.used = true
	if event.Button == desktop.MouseButtonPrimary && event.Modifier == fyne.KeyModifierShortcutDefault {
		e.editor.openLink(e.editor.under(event.Position))
	}
}

// DoubleTapped selects a word.
func (e *noteEntry) DoubleTapped(event *fyne.PointEvent) {
	e.editor.run(func() { e.Entry.DoubleTapped(event) })
}

// TappedSecondary opens the menu of a text.
func (e *noteEntry) TappedSecondary(event *fyne.PointEvent) {
	e.editor.showMenu(event.AbsolutePosition)
}
