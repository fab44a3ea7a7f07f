package widgets

import (
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

// picture puts an image into a box of its size: the layouts then need not ask
// the image for it, which reads the SVG anew each time until it is drawn.
func picture(resource fyne.Resource, size float32) fyne.CanvasObject {
	return Sized(size, size, svgImage(resource))
}

func svgImage(resource fyne.Resource) *canvas.Image {
	image := canvas.NewImageFromResource(resource)
	image.FillMode = canvas.ImageFillContain
	return image
}
