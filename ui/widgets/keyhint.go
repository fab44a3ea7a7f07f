package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"

	"handback/ui/look"
)

// KeyHint shows a shortcut: "Ctrl K".
func KeyHint(keys string) fyne.CanvasObject {
	return Over(Outline(color.Transparent, look.C().Hairline, 4), Pad(0, 5, 0, 5, TextIn(keys, 11, look.C().Muted, look.Regular)))
}
