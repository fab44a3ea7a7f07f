package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// pick is a place that acts when the mouse is pressed on it, and leaves the
// focus where it is.
type pick struct {
	widget.BaseWidget
	act func()
}

func newPick(act func()) *pick {
	p := &pick{act: act}
	p.ExtendBaseWidget(p)
	return p
}

// MouseDown acts: before the press can take the focus away.
func (p *pick) MouseDown(*desktop.MouseEvent) {
	noPress()
	p.act()
}

// MouseUp tells what was pressed before this came in its place.
func (p *pick) MouseUp(event *desktop.MouseEvent) { released(p, event) }

// Cursor is a pointer.
func (p *pick) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer belongs to Fyne.
func (p *pick) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
