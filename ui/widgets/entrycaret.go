package widgets

import (
	"sort"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Fyne knows the caret of a wrapped entry by row and column alone. Where a row
// is exactly full, the blank that ends it belongs to no row, and Fyne loses the
// caret: what is typed next goes before the blank, or even into the next line.
// It loses it too where an edit makes words move to another row. So this file
// knows the caret as an offset in the text, and puts it back after each edit.

// beyond is a caret that no row can hold: so many blanks after the end of a row.
type beyond struct{ blanks, row, column int }

// Caret is how many runes of the text are before the caret.
func (e *Entry) Caret() int {
	offset := e.CursorTextOffset()
	if e.beyond.blanks > 0 && e.beyond.row == e.CursorRow && e.beyond.column == e.CursorColumn {
		offset += e.beyond.blanks
	}
	return offset
}

// SetCaret puts the caret after so many runes of the text and ends a selection.
func (e *Entry) SetCaret(offset int) {
	offset = max(0, min(offset, utf8.RuneCountInString(e.Text)))
	e.unselect()
	e.CursorRow, e.CursorColumn = e.rowColumn(offset)
	e.Refresh() // cuts a column beyond its row
	e.beyond = beyond{}
	if missing := offset - e.CursorTextOffset(); missing > 0 {
		e.beyond = beyond{missing, e.CursorRow, e.CursorColumn}
	}
}

// rowColumn is the place of an offset, its column perhaps beyond the row.
func (e *Entry) rowColumn(offset int) (row, column int) {
	row = sort.Search(e.rowCount(), func(i int) bool { return e.rowStart(i) > offset }) - 1
	row = max(0, row)
	return row, offset - e.rowStart(row)
}

// noRow is a column so far left that it tells a row that is from one that is not.
const noRow = -1 << 30

// rowStart is the offset at which a wrapped row begins, -1 for a row that is not.
func (e *Entry) rowStart(row int) int {
	keptRow, keptColumn := e.CursorRow, e.CursorColumn
	e.CursorRow, e.CursorColumn = row, noRow
	start := e.CursorTextOffset() - noRow
	e.CursorRow, e.CursorColumn = keptRow, keptColumn
	if start == 0 && row > 0 {
		return -1
	}
	return start
}

// rowCount is the number of wrapped rows, found by doubling and halving: the
// entry tells only whether there is a row.
func (e *Entry) rowCount() int {
	high := 1
	for e.rowStart(high) >= 0 {
		high *= 2
	}
	return sort.Search(high, func(row int) bool { return row > 0 && e.rowStart(row) < 0 })
}

// exact makes the column reach the caret, though it may be beyond the row: Fyne
// then edits at the right place.
func (e *Entry) exact() {
	if caret := e.Caret(); caret != e.CursorTextOffset() {
		e.CursorColumn += caret - e.CursorTextOffset()
	}
	e.beyond = beyond{}
}

// settle puts the caret where it belongs after an edit, if Fyne lost it.
func (e *Entry) settle(offset int) {
	if e.CursorTextOffset() != offset {
		e.SetCaret(offset)
	}
}

// unselect ends a selection and leaves the caret somewhere.
func (e *Entry) unselect() {
	if e.SelectedText() == "" {
		return
	}
	e.drawNow()
	if e.shift {
		e.Entry.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		defer e.Entry.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
}

// selection is the selected span, empty at the caret where nothing is selected.
func (e *Entry) selection() (start, end int) {
	caret := e.Caret()
	selected := e.SelectedText()
	if selected == "" {
		return caret, caret
	}
	length := utf8.RuneCountInString(selected)
	text := []rune(e.Text)
	if caret >= length && string(text[caret-length:caret]) == selected {
		return caret - length, caret
	}
	return caret, min(len(text), caret+length)
}

// selectSpan selects from start to end.
func (e *Entry) selectSpan(start, end int) {
	if start == end {
		e.SetCaret(start) // an empty selection would go on growing as one types
		return
	}
	e.drawNow()
	e.unselect()
	if e.shift { // its anchor is elsewhere
		e.Entry.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
	e.CursorRow, e.CursorColumn = e.rowColumn(start)
	e.Entry.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft}) // the anchor
	away := fyne.KeyPageDown                                    // anywhere: where the caret stays, Fyne begins no selection
	if start > end {
		away = fyne.KeyPageUp
	}
	e.Entry.TypedKey(&fyne.KeyEvent{Name: away})
	if !e.shift {
		e.Entry.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
	e.CursorRow, e.CursorColumn = e.rowColumn(end)
	e.Refresh()
}
