package widgets

// edit does one act of writing, remembers it, and tells OnChanged once, with the caret where it belongs.
func (e *Entry) edit(kind stepKind, act func()) {
	if e.writing {
		act()
		return
	}
	if e.refuses != nil && e.refuses() {
		return
	}
	e.pin()
	before := e.Text
	from, to := e.selection()
	if from != to && e.Caret() == from {
		from, to = to, from
	}
	changed := e.OnChanged
	e.OnChanged, e.writing = nil, true
	act()
	e.OnChanged, e.writing = changed, false
	if e.Text == before {
		return
	}
	old, now := []rune(before), []rune(e.Text)
	start, end, newEnd := difference(old, now)
	if kind == stepTyped && from != to { // what was selected went, whatever of it is the same again
		start, end = min(from, to), max(from, to)
		newEnd = end + len(now) - len(old)
	}
	e.reached = end
	e.history.add(deed{kind: kind, at: start, was: old[start:end:end], now: now[start:newEnd:newEnd], from: from, to: to})
	if changed != nil {
		changed(e.Text)
	}
}

// pin makes sure where a selection begins. Fyne tells only the words, and they may stand on both sides of the caret.
func (e *Entry) pin() {
	selected := []rune(e.SelectedText())
	if len(selected) == 0 {
		return
	}
	text, caret := []rune(e.Text), e.Caret()
	same := func(start, end int) bool {
		return start >= 0 && end <= len(text) && string(text[start:end]) == string(selected)
	}
	if same(caret-len(selected), caret) && same(caret, caret+len(selected)) {
		e.unselect() // which leaves the caret at its start
		start := e.CursorTextOffset()
		e.selectSpan(start, start+len(selected))
	}
}

// replaceSpan puts other text in the place of a span, as an act of its own, and the caret after it.
func (e *Entry) replaceSpan(kind stepKind, start, end int, with string) {
	e.edit(kind, func() {
		text, put := []rune(e.Text), []rune(with)
		e.put(string(exchanged(text, start, end, put)), start+len(put))
	})
}

// put makes text what stands there, outside of what can be undone, and puts the caret.
func (e *Entry) put(text string, caret int) {
	e.unselect()
	e.Entry.SetText(text)
	e.SetCaret(caret)
}

// SetText replaces all of it; there is nothing to undo then.
func (e *Entry) SetText(text string) {
	e.history.clear()
	e.beyond, e.filled = beyond{}, e.fills
	e.Entry.SetText(text)
}

// load is SetText that begins at the start: the caret is put there first, since Fyne wraps a text again each time that it is put.
func (e *Entry) load(text string) {
	e.unselect()
	e.CursorRow, e.CursorColumn = 0, 0
	e.SetText(text)
}

// Undo takes the last act of writing back, and selects again what it replaced.
func (e *Entry) Undo() {
	if e.Disabled() {
		return
	}
	if text, s, reached, ok := e.history.undo([]rune(e.Text)); ok {
		e.reached = reached
		e.travelled(string(text), s.from, s.to)
	}
}

// Redo does again what Undo took back.
func (e *Entry) Redo() {
	if e.Disabled() {
		return
	}
	if text, s, reached, ok := e.history.redo([]rune(e.Text)); ok {
		e.reached = reached
		e.travelled(string(text), s.at+len(s.now), s.at+len(s.now))
	}
}

func (e *Entry) travelled(text string, from, to int) {
	changed := e.OnChanged
	e.OnChanged = nil
	e.put(text, to)
	if from != to {
		e.selectSpan(from, to)
	}
	e.OnChanged = changed
	if changed != nil {
		changed(e.Text)
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
