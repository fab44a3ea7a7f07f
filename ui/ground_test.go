package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// TestNothingFillsTheWindowTwice: the toolkit begins each painting with the theme's background. To fill the window with it once more
// would cost a third of a painting where no graphics card helps.
func TestNothingFillsTheWindowTwice(t *testing.T) {
	w := sampleWindow(t)
	whole := w.win.Canvas().Size()
	var find func(o fyne.CanvasObject)
	find = func(o fyne.CanvasObject) {
		r, is := o.(*canvas.Rectangle)
		if is && r.Visible() && r.FillColor == look.C().Background && r.Size().Width*r.Size().Height > whole.Width*whole.Height/2 {
			t.Errorf("%v is filled with the background", r.Size())
		}
		for _, child := range drawnOf(o) {
			find(child)
		}
	}
	find(w.win.Canvas().Content())
}
