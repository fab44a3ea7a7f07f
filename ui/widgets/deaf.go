package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// deaf has the keyboard of a form after a shortcut that rests there: what is typed next is for no field, and Return
// confirms nothing. Tab goes on from it to the form; by itself Tab never reaches it.
type deaf struct {
	widget.BaseWidget
	on bool
}

func newDeaf() *deaf {
	d := &deaf{}
	d.ExtendBaseWidget(d)
	return d
}

// Deafen takes the keyboard from the fields of the form that lies over the window; where none does it does nothing.
func Deafen(at fyne.Canvas) {
	if s, ok := at.Overlays().Top().(*sheet); ok && s.deaf != nil {
		s.deaf.on = true
		at.Focus(s.deaf)
	}
}

// FocusGained shows nothing.
func (d *deaf) FocusGained() {}

// FocusLost lets Tab pass it by again.
func (d *deaf) FocusLost() { d.on = false }

// TypedRune drops what is typed.
func (d *deaf) TypedRune(rune) {}

// TypedKey passes Esc on.
func (d *deaf) TypedKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeyEscape {
		passOn(d, event)
	}
}

// Disabled is what Tab passes by.
func (d *deaf) Disabled() bool { return !d.on }

// Disable belongs to Fyne.
func (d *deaf) Disable() { d.on = false }

// Enable belongs to Fyne.
func (d *deaf) Enable() { d.on = true }

// CreateRenderer belongs to Fyne.
func (d *deaf) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
