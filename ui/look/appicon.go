package look

import (
	_ "embed" // the icon

	"fyne.io/fyne/v2"
)

//go:embed icon/handback-256.png
var appIconFile []byte

// AppIcon is the icon of the window, drawn in icon/handback.svg. After a change of the drawing:
// rsvg-convert -w 256 -h 256 handback.svg -o handback-256.png, and the same for 512.
var AppIcon fyne.Resource = &fyne.StaticResource{StaticName: "handback-256.png", StaticContent: appIconFile}
