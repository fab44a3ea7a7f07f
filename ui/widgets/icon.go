package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// Icon is a line icon of package look, at a size before scaling.
func Icon(name string, size float32, c color.NRGBA) *canvas.Image {
	return picture(look.Icon(name, c), size)
}

// BoldIcon is Icon with another stroke than 1.6: below 16 a bolder one reads better.
func BoldIcon(name string, size float32, c color.NRGBA, stroke float32) *canvas.Image {
	return picture(look.IconStroke(name, c, stroke), size)
}

// WhoDot shows whose call something was.
func WhoDot(who look.Who, size float32) *canvas.Image {
	return picture(look.WhoIcon(who, look.C().Decided), size)
}

func picture(resource fyne.Resource, size float32) *canvas.Image {
	image := canvas.NewImageFromResource(resource)
	image.FillMode = canvas.ImageFillContain
	size = look.S(size)
	image.SetMinSize(fyne.NewSize(size, size))
	return image
}
