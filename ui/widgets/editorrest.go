package widgets

// rest tells OnRest that an operation is over.
func (ed *Editor) rest() {
	if ed.OnRest == nil || ed.busy || ed.silent || ed.resting {
		return
	}
	ed.resting = true
	ed.OnRest()
	ed.resting = false
}

// CaretLine is the line in which one types, -1 where the keyboard is elsewhere.
func (ed *Editor) CaretLine() int {
	if !ed.typed || ed.reader.shown {
		return -1
	}
	return ed.Line()
}

// Travels tells what changed the text, while OnChanged and OnRest are told of it: -1 is undo, 1 is redo, 0 anything else.
func (ed *Editor) Travels() int { return ed.travels }
