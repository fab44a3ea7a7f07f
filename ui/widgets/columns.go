package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/ui/look"
)

// Columns puts objects into columns side by side, tops aligned. A share up to
// 20 is a weight of the free width; a larger one is a fixed width, which grows
// with the text scale.
func Columns(gap float32, shares []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columns{gap: gap, shares: shares}, objects...)
}

// EvenColumns is Columns whose objects all get the height of the tallest: for
// cards of one row.
func EvenColumns(gap float32, shares []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columns{gap: gap, shares: shares, even: true}, objects...)
}

// ColumnsOrStack is EvenColumns while there is at least that width, and puts
// the objects under each other in a narrower place.
func ColumnsOrStack(least, gap float32, shares []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columns{gap: gap, shares: shares, even: true, least: least}, objects...)
}

const largestWeight = 20

type columns struct {
	gap, least, lastWidth float32
	shares                []float32
	even                  bool
}

func (l *columns) stacked(width float32) bool { return l.least > 0 && width < look.S(l.least) }

func (l *columns) widths(width float32) []float32 {
	free, weights := width-l.gap*float32(len(l.shares)-1), float32(0)
	widths := make([]float32, len(l.shares))
	for i, share := range l.shares {
		if share > largestWeight {
			widths[i] = look.S(share)
			free -= widths[i]
		} else {
			weights += share
		}
	}
	rest := free
	for i, share := range l.shares {
		if share > largestWeight {
			continue
		}
		widths[i] = fyne.Max(0, down(free*share/weights))
		if rest -= widths[i]; rest < float32(len(l.shares)) {
			widths[i] += fyne.Max(0, rest) // what rounding took, so that the last column ends where the page does
		}
	}
	return widths
}

func (l *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.lastWidth = size.Width
	if l.stacked(size.Width) {
		(&vStack{gap: l.gap}).Layout(objects, size)
		return
	}
	x := float32(0)
	for i, width := range l.widths(size.Width) {
		if i == len(objects) {
			return
		}
		height := HeightOf(objects[i], width)
		if l.even {
			height = size.Height
		}
		place(objects[i], x, 0, width, height)
		x += width + l.gap
	}
}

func (l *columns) heightOf(objects []fyne.CanvasObject, width float32) (height float32) {
	if l.stacked(width) {
		return (&vStack{gap: l.gap}).heightOf(objects, width)
	}
	for i, w := range l.widths(width) {
		if i < len(objects) {
			height = fyne.Max(height, HeightOf(objects[i], w))
		}
	}
	return up(height)
}

func (l *columns) minWidthOf(objects []fyne.CanvasObject) float32 {
	if l.least > 0 {
		return widest(objects)
	}
	return 100 // columns are made for pages, which are wider than any of them asks
}

func (l *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measured(l, objects, l.lastWidth)
}
