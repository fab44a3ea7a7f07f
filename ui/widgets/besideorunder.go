package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/ui/look"
)

// BesideOrUnder puts the second object at the end of the first one's row while both have all the room they need, and under
// the first where one would be cut: buttons beside a title.
func BesideOrUnder(gap float32, first, second fyne.CanvasObject) *fyne.Container {
	return container.New(&besideOrUnder{gap: gap}, first, second)
}

// BesideWhileWide does so with a text that wraps, which keeps at least that width (before scaling) beside the second; both begin at
// the top.
func BesideWhileWide(least, gap float32, text, second fyne.CanvasObject) *fyne.Container {
	return container.New(&besideOrUnder{gap: gap, least: look.S(least), top: true}, text, second)
}

type besideOrUnder struct {
	gap, lastWidth float32
	least          float32 // of the first, where it stands beside
	top            bool    // both begin at the top
}

// wholeWidth is how wide an object is where nothing of it is cut.
func wholeWidth(o fyne.CanvasObject) float32 {
	wide := minWidthOf(o)
	if natural, gives := fits(o); gives {
		wide = fyne.Max(wide, natural)
	} else if c, is := o.(*fyne.Container); is {
		wide += giving(c)
	}
	return up(wide)
}

func (l *besideOrUnder) beside(objects []fyne.CanvasObject, width float32) bool {
	return fyne.Max(wholeWidth(objects[0]), l.least)+l.gap+wholeWidth(objects[1]) <= width+.5
}

func (l *besideOrUnder) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.lastWidth = size.Width
	first, second := objects[0], objects[1]
	wide := fyne.Min(wholeWidth(second), size.Width)
	if !l.beside(objects, size.Width) {
		high := HeightOf(first, size.Width)
		place(first, 0, 0, size.Width, high)
		place(second, 0, high+rowGap, wide, HeightOf(second, wide))
		return
	}
	left := size.Width - wide - l.gap
	high, low := HeightOf(first, left), HeightOf(second, wide)
	if l.top {
		place(first, 0, 0, left, high)
		place(second, size.Width-wide, 0, wide, low)
		return
	}
	place(first, 0, round((size.Height-high)/2), left, high)
	place(second, size.Width-wide, round((size.Height-low)/2), wide, low)
}

func (l *besideOrUnder) heightOf(objects []fyne.CanvasObject, width float32) float32 {
	wide := fyne.Min(wholeWidth(objects[1]), width)
	if !l.beside(objects, width) {
		return HeightOf(objects[0], width) + rowGap + HeightOf(objects[1], wide)
	}
	return fyne.Max(HeightOf(objects[0], width-wide-l.gap), HeightOf(objects[1], wide))
}

func (l *besideOrUnder) minWidthOf(objects []fyne.CanvasObject) float32 {
	return fyne.Max(minWidthOf(objects[0]), minWidthOf(objects[1]))
}

// MinSize implements fyne.Layout.
func (l *besideOrUnder) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measured(l, objects, l.lastWidth)
}
