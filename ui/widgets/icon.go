package widgets

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// Icon is a line icon of package look, at a size before scaling.
func Icon(name string, size float32, c color.NRGBA) fyne.CanvasObject {
	return picture(look.Icon(name, c), size)
}

// BoldIcon is Icon with another stroke than 1.6: below 16 a bolder one reads better.
func BoldIcon(name string, size float32, c color.NRGBA, stroke float32) fyne.CanvasObject {
	return picture(look.IconStroke(name, c, stroke), size)
}

// WhoDot shows whose call something was.
func WhoDot(who look.Who, size float32) fyne.CanvasObject {
	return picture(look.WhoIcon(who, look.C().Decided), size)
}

func picture(icon fyne.Resource, size float32) fyne.CanvasObject {
	return Sized(size, size, newDrawing(icon))
}

func newDrawing(icon fyne.Resource) *canvas.Raster { return canvas.NewRaster(drawingOf(icon)) }

// drawingOf is what draws an icon at a size in pixels.
func drawingOf(icon fyne.Resource) func(width, height int) image.Image {
	return func(width, height int) image.Image { return look.Draw(icon, width, height) }
}
