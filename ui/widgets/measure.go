package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/layout"
)

// Fyne's MinSize knows no width, so a wrapped text cannot say how tall it will
// be. Whatever in this package depends on its width answers these two instead,
// and the layouts ask them first.

// HeightForWidth is an object whose height depends on the width it gets.
type HeightForWidth interface {
	// HeightForWidth is the height needed at that width.
	HeightForWidth(width float32) float32
}

// minWidther is an object that can tell its least width more cheaply than by MinSize.
type minWidther interface {
	minWidth() float32
}

// measuringLayout is a layout that answers both questions for its objects.
// Asking for width and height apart keeps nested layouts from asking their
// children twice at every level.
type measuringLayout interface {
	fyne.Layout
	minWidthOf(objects []fyne.CanvasObject) float32
	heightOf(objects []fyne.CanvasObject, width float32) float32
}

// stacked is the layout of a container.NewStack, which gives all that is in it its own width: asked for its least size it would tell
// the height at the width of before.
var stacked = layout.NewStackLayout()

// HeightOf is the height that an object needs at a width.
func HeightOf(object fyne.CanvasObject, width float32) float32 {
	switch o := object.(type) {
	case HeightForWidth:
		return o.HeightForWidth(width)
	case *canvas.Text:
		return metricsOf(o).drawn.Height
	case *fyne.Container:
		if l, ok := o.Layout.(measuringLayout); ok {
			return l.heightOf(o.Objects, width)
		}
		if o.Layout == stacked {
			return tallest(o.Objects, width)
		}
	}
	return object.MinSize().Height
}

// minWidthOf is the least width of an object.
func minWidthOf(object fyne.CanvasObject) float32 {
	switch o := object.(type) {
	case minWidther:
		return o.minWidth()
	case *canvas.Text:
		return metricsOf(o).drawn.Width
	case *fyne.Container:
		if l, ok := o.Layout.(measuringLayout); ok {
			return l.minWidthOf(o.Objects)
		}
		if o.Layout == stacked {
			return widest(o.Objects)
		}
	}
	return object.MinSize().Width
}

// measured makes a MinSize from the two questions, at the width of the last layout.
func measured(l measuringLayout, objects []fyne.CanvasObject, lastWidth float32) fyne.Size {
	width := l.minWidthOf(objects)
	return fyne.NewSize(width, l.heightOf(objects, fyne.Max(width, lastWidth)))
}

func widest(objects []fyne.CanvasObject) (width float32) {
	for _, o := range objects {
		if o.Visible() {
			width = fyne.Max(width, minWidthOf(o))
		}
	}
	return width
}

func tallest(objects []fyne.CanvasObject, width float32) (height float32) {
	for _, o := range objects {
		if o.Visible() {
			height = fyne.Max(height, HeightOf(o, width))
		}
	}
	return height
}

func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

// up rounds up to whole units, forgiving what float arithmetic adds.
func up(v float32) float32 { return float32(math.Ceil(float64(v) - .01)) }

func round(v float32) float32 { return float32(math.Round(float64(v))) }

func down(v float32) float32 { return float32(math.Floor(float64(v) + .01)) }
