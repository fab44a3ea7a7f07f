package widgets

import (
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// FrameOf is the frame round an entry that stands alone, which shows whether it has the keyboard.
func FrameOf(entry *Entry, radius float32) *canvas.Rectangle {
	frame := Outline(look.C().Surface, look.C().ButtonLine, radius)
	entry.OnFocus = func(focused bool) {
		frame.StrokeColor = look.C().ButtonLine
		if focused {
			frame.StrokeColor = look.C().Primary
		}
		frame.Refresh()
	}
	return frame
}
