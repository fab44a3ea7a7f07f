package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/ui/look"
)

// Bare shows an entry of one line without its box, in a text size before scaling: for a place that draws a box of its
// own round more than the entry. Whoever does shows the focus too (Entry.OnFocus).
func Bare(e *Entry, size float32) fyne.CanvasObject {
	framed := container.NewThemeOverride(e, look.BareTheme{TextSize: size})
	clip := container.NewClip(Free(fyne.NewSize(10, 10), func(size fyne.Size) {
		place(framed, -entryOverlap, -entryOverlap, size.Width+2*entryOverlap, size.Height+2*entryOverlap)
	}, framed))
	clip.ExtendBaseWidget(clip) // or its content gets no size before it is first drawn
	height := up(fyne.MeasureText("x", look.S(size), fyne.TextStyle{}).Height) + 2*(entryInset-entryOverlap)
	return Free(fyne.NewSize(80, height), func(size fyne.Size) { place(clip, 0, round((size.Height-height)/2), size.Width, height) }, clip)
}
