package widgets

import (
	"time"

	"fyne.io/fyne/v2"
)

// pull is a drag that selects, and scrolls on while it is held at the edge of what is seen, or beyond.
type pull struct {
	event fyne.DragEvent
	stop  func() // of the timer; nil where none runs
}

// pullEvery is how long a row takes then.
const pullEvery = 40 * time.Millisecond

// Dragged selects up to the pointer.
func (e *noteEntry) Dragged(event *fyne.DragEvent) { e.editor.dragged(*event) }

// DragEnd ends Dragged.
func (e *noteEntry) DragEnd() {
	e.editor.pull.end()
	e.Entry.DragEnd()
	e.selected()
}

func (p *pull) end() {
	if p.stop != nil {
		p.stop()
		p.stop = nil
	}
}

func (ed *Editor) dragged(event fyne.DragEvent) {
	ed.pull.event = event
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(ed.entry)
	event.Position = event.AbsolutePosition.Subtract(at) // Fyne's is from before it was scrolled
	ed.run(func() { ed.entry.Entry.Dragged(&event) })
	ed.pullOn()
}

// pullOn scrolls by a row before long, where the drag is held outside.
func (ed *Editor) pullOn() {
	by := ed.pullBy()
	if by == 0 || ed.pull.stop != nil || ed.After == nil {
		return
	}
	ed.pull.stop = ed.After(pullEvery, func() {
		ed.pull.stop = nil
		before := ed.scroll.Offset()
		ed.scroll.ScrollTo(before + ed.pullBy())
		if ed.scroll.Offset() != before {
			ed.pull.event.Dragged = fyne.Delta{}
			ed.dragged(ed.pull.event)
		}
	})
}

// pullEdge is how near the edge a drag scrolls on too: where the text ends at the screen's edge no pointer gets past it.
const pullEdge = 6

// pullBy is how far to scroll at once: a row, up or down, or not at all.
func (ed *Editor) pullBy() float32 {
	y := ed.pull.event.AbsolutePosition.Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(ed.scroll).Y
	switch {
	case y < pullEdge:
		return -ed.lineHeight
	case y > ed.scroll.Size().Height-pullEdge:
		return ed.lineHeight
	}
	return 0
}
