package look

import (
	"bytes"
	"fmt"
	"image"

	"fyne.io/fyne/v2"
	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

type drawingKey struct {
	icon          string // its name tells drawing, colour and stroke
	width, height int
}

var drawings = map[drawingKey]image.Image{}

// Draw gives an icon of Icon, IconStroke or WhoIcon in pixels, the same image each time. It fills the smaller side.
// A canvas.Image would read its SVG at every layout, and have the window painted twice whenever a new one is shown.
func Draw(icon fyne.Resource, width, height int) image.Image {
	key := drawingKey{icon.Name(), width, height}
	if done, ok := drawings[key]; ok {
		return done
	}
	done := draw(icon, width, height)
	drawings[key] = done
	return done
}

func draw(icon fyne.Resource, width, height int) image.Image {
	pixels := image.NewRGBA(image.Rect(0, 0, width, height))
	svg, err := oksvg.ReadIconStream(bytes.NewReader(icon.Content()))
	if err != nil {
		panic(fmt.Sprintf("look: icon %s: %v", icon.Name(), err)) // they are all our own
	}
	side := float64(min(width, height))
	svg.SetTarget((float64(width)-side)/2, (float64(height)-side)/2, side, side)
	svg.Draw(rasterx.NewDasher(width, height, rasterx.NewScannerGV(width, height, pixels, pixels.Bounds())), 1)
	return pixels
}
