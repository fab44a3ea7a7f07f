package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/ui/look"
)

// Bare shows an entry of one line without its focus frame: for a place that draws a box of its own round more than the
// entry. Whoever does shows the focus too (Entry.OnFocus). Its text has the theme's size: another one would take a theme
// of its own, and with it all of Fyne's fallback fonts once more at each entry.
func Bare(e *Entry) fyne.CanvasObject {
	e.bare = true
	clip := container.NewClip(Free(fyne.NewSize(10, 10), func(size fyne.Size) {
		place(e, -entryOverlap, -entryOverlap, size.Width+2*entryOverlap, size.Height+2*entryOverlap)
	}, e))
	clip.ExtendBaseWidget(clip) // or its content gets no size before it is first drawn
	height := up(fyne.MeasureText("x", look.S(look.EditorTextSize), fyne.TextStyle{}).Height) + 2*(entryInset-entryOverlap)
	return Free(fyne.NewSize(80, height), func(size fyne.Size) { place(clip, 0, round((size.Height-height)/2), size.Width, height) }, clip)
}
