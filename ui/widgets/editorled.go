package widgets

import "handback/ui/look"

// ledTo is the line to which somebody was led, by a search for instance: it is marked until a key is pressed or the caret
// is elsewhere. The mark is drawn and nothing more; text, undo and what is saved know nothing of it.
type ledTo struct {
	on    bool
	line  int // of the entry
	caret int // in the entry, where it was put
}

// LeadTo puts the caret at the end of a line, where what is typed by accident does the least harm, scrolls to it and marks it. A
// text that is open for reading stays so, and shows it there.
func (ed *Editor) LeadTo(line int) {
	starts := ed.lineStarts()
	line = max(0, min(line, len(starts)-2))
	if ed.reader.shown {
		ed.reader.leadTo(starts[line])
		return
	}
	ed.SetCaret(starts[line+1] - 1)
	caret := ed.entry.Caret()
	ed.led = ledTo{on: true, line: ed.lineAt(caret), caret: caret}
	ed.sync()
}

// Led is the line that is marked, counted from 0; -1 where none is.
func (ed *Editor) Led() int {
	switch {
	case ed.reader.shown:
		return ed.reader.ledLine()
	case ed.led.on:
		return ed.part.lines + ed.led.line
	}
	return -1
}

// unlead takes the mark away.
func (ed *Editor) unlead() { ed.led = ledTo{} }

// led draws the ground of the marked line, and a bar beside it.
func (p *painter) led() {
	ed := p.ed
	if !ed.led.on || ed.led.line >= len(ed.lines) {
		return
	}
	first, _ := ed.entry.rowColumn(ed.lines[ed.led.line])
	last, _ := ed.entry.rowColumn(ed.lineEnd(ed.led.line))
	x, y := look.S(gutter)+1, round(ed.rowTop(first))
	height := round(ed.rowTop(last+1)) - y
	p.put(p.under, drawing{kind: drawBox, color: look.C().Selection, radius: 4}, x, y, ed.content.Size().Width-x, height)
	p.put(p.under, drawing{kind: drawBox, color: look.C().Primary, radius: 1}, x, y, 3, height)
}
