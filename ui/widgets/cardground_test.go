package widgets

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

var (
	groundPage = color.NRGBA{200, 220, 240, 255}
	groundFill = color.NRGBA{255, 255, 255, 255}
	groundLine = color.NRGBA{90, 90, 90, 255}
)

func captured(t *testing.T, o fyne.CanvasObject, w, h float32) image.Image {
	t.Helper()
	test.NewTempApp(t)
	window := test.NewTempWindow(t, nil)
	window.SetPadded(false)
	o.Move(fyne.NewPos(4, 4))
	o.Resize(fyne.NewSize(w, h))
	window.SetContent(container.NewWithoutLayout(canvas.NewRectangle(groundPage), o))
	window.Resize(fyne.NewSize(w+8, h+8))
	return window.Canvas().Capture()
}

// A CardGround is drawn as one rectangle with round corners would be: filled without a seam, a line all round.
func TestAGroundHasNoSeams(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h float32
		line color.Color
	}{
		{"a card", 200, 120, groundLine},
		{"a tinted strip", 200, 120, nil},
		{"hardly higher than its corners", 120, 24, groundLine},
		{"lower than its corners", 120, 14, groundLine},
	} {
		t.Run(c.name, func(t *testing.T) {
			img := captured(t, CardGround(groundFill, c.line, 10), c.w, c.h)
			for y := 5; y < int(c.h)+3; y++ {
				if got := color.NRGBAModel.Convert(img.At(4+int(c.w)/2, y)); got != groundFill {
					t.Fatalf("%v at row %d of the middle", got, y-4)
				}
			}
			if c.line == nil {
				return
			}
			for x := 16; x < int(c.w)-12; x++ {
				for _, y := range []int{4, int(c.h) + 3} {
					if got := color.NRGBAModel.Convert(img.At(x, y)); got == groundFill {
						t.Fatalf("no line at column %d, row %d", x-4, y-4)
					}
				}
			}
			for y := 4 + min(12, int(c.h)/2); y < int(c.h)-min(8, int(c.h)/2-2); y++ {
				for _, x := range []int{4, int(c.w) + 3} {
					if got := color.NRGBAModel.Convert(img.At(x, y)); got == groundFill {
						t.Fatalf("no line at column %d, row %d", x-4, y-4)
					}
				}
			}
		})
	}
}
