package widgets

// Fyne wraps the whole text of an entry twice, and goes through all of it for each of its rows, whenever the entry is told to draw
// itself anew. To open a note tells it so five times: it is loaded, written on, drawn in new surroundings, and gets the focus.

// atOnce is what AtOnce has yet to draw.
var atOnce struct {
	depth     int
	waiting   []*Entry
	impatient []*Entry // these no longer wait
}

// AtOnce does something that may change a note's text, its caret and its focus one after the other, and has what draws it do so
// once, when all of it is done. It belongs to the goroutine of the window.
func AtOnce(f func()) {
	atOnce.depth++
	defer func() {
		if atOnce.depth--; atOnce.depth > 0 {
			return
		}
		waiting, impatient := atOnce.waiting, atOnce.impatient
		atOnce.waiting, atOnce.impatient = nil, nil
		for _, e := range impatient {
			e.impatient = false
		}
		for _, e := range waiting {
			e.catchUp()
		}
	}()
	f()
}

// later is AtOnce that leaves the drawing to the next one, or to whoever calls catchUp.
func later(f func()) {
	atOnce.depth++
	f()
	atOnce.depth--
}

// waits reports whether an entry is to draw itself later, and sees to it.
func (e *Entry) waits() bool {
	if atOnce.depth == 0 || !e.bare || e.impatient {
		return false
	}
	if !e.waiting {
		e.waiting = true
		atOnce.waiting = append(atOnce.waiting, e)
	}
	return true
}

// catchUp draws what has waited. Only now does Fyne cut a column that is beyond its row, so the caret is put anew.
func (e *Entry) catchUp() {
	if !e.waiting {
		return
	}
	e.waiting = false
	caret, selected := e.Caret(), e.SelectedText()
	e.Refresh()
	if selected == "" && caret != e.Caret() {
		e.SetCaret(caret)
	}
}

// drawNow ends the waiting of an entry: where something is or was selected, Fyne has to be asked where things are as they are drawn.
func (e *Entry) drawNow() {
	if atOnce.depth > 0 && !e.impatient {
		e.impatient = true
		atOnce.impatient = append(atOnce.impatient, e)
	}
	e.catchUp()
}
