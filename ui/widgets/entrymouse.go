package widgets

import "fyne.io/fyne/v2"

// DoubleTapped selects the word under the pointer, without the signs that stand at it: Fyne's takes all between two blanks.
func (e *Entry) DoubleTapped(event *fyne.PointEvent) {
	at := e.Caret() // the first click has put it there
	e.Entry.DoubleTapped(event)
	if !e.Password {
		if start, end := wordAround([]rune(e.Text), at); start < end {
			e.selectSpan(start, end)
		}
	}
	e.selected()
}

// selectLine selects the whole line after a third click. Fyne, which counts the clicks, has selected a row then, and
// after any other click nothing.
func (e *Entry) selectLine() {
	if e.SelectedText() == "" {
		return
	}
	text := []rune(e.Text)
	start, _ := e.selection()
	e.selectSpan(lineStartAt(text, start), lineEndAt(text, start))
}

// wordAround is the word at an offset: of two that meet there the one that begins; else the signs, or the blanks.
func wordAround(text []rune, at int) (start, end int) {
	kind := runeBlank
	switch {
	case at < len(text) && kindOfRune(text[at]) == runeWord, at < len(text) && (at == 0 || text[at-1] == '\n'):
		kind = kindOfRune(text[at])
	case at > 0:
		kind = kindOfRune(text[at-1])
	}
	start, end = at, at
	for start > 0 && text[start-1] != '\n' && kindOfRune(text[start-1]) == kind {
		start--
	}
	for end < len(text) && text[end] != '\n' && kindOfRune(text[end]) == kind {
		end++
	}
	return start, end
}
