package widgets

import (
	"fyne.io/fyne/v2"

	"handback/ui/look"
)

// SearchBoxLook is how large a box to search in is drawn.
type SearchBoxLook struct{ radius, gap, icon, pad, right, left, height float32 }

// WideSearchBox is for a screen that is there to search, SmallSearchBox for a list that can be searched.
var (
	WideSearchBox  = SearchBoxLook{radius: 10, gap: 12, icon: 18, pad: 4, right: 14, left: 16, height: 38}
	SmallSearchBox = SearchBoxLook{radius: 8, gap: 8, icon: 16, pad: 2, right: 10, left: 10, height: 30}
)

// SearchBox frames an entry that is searched with: an icon before it, what stands beside it behind. The frame shows where the
// keyboard is. Line is what is to be refreshed when what stands beside it changes.
func SearchBox(e *Entry, l SearchBoxLook, beside ...fyne.CanvasObject) (content fyne.CanvasObject, line *fyne.Container) {
	p := look.C()
	frame := Outline(p.Surface, p.ButtonLine, l.radius)
	e.OnFocus = func(focused bool) {
		frame.StrokeColor = look.C().ButtonLine
		if focused {
			frame.StrokeColor = look.C().Primary
		}
		frame.Refresh()
	}
	line = HMiddle(l.gap, append([]fyne.CanvasObject{Icon("search", l.icon, p.Muted), Grow(Bare(e))}, beside...)...)
	return Over(frame, Pad(l.pad, l.right, l.pad, l.left, LineHeight(l.height, line))), line
}
