package widgets

import (
	"image"
	"image/color"
	"testing"
)

var (
	yearGreen = color.NRGBA{G: 160, A: 255}
	yearGrey  = color.NRGBA{R: 230, G: 230, B: 230, A: 255}
	yearWhite = color.NRGBA{R: 255, G: 255, B: 255, A: 255}
)

// TestYearPicture looks at the middle, the edge and the corner of each week's cell, and between two.
func TestYearPicture(t *testing.T) {
	filled, empty, outlined := yearMark{ground: yearGreen}, yearMark{ground: yearGrey}, yearMark{yearWhite, yearGreen}
	for _, scale := range []int{1, 2, 3} {
		marks := make([]yearMark, 53)
		for i := range marks {
			marks[i] = []yearMark{filled, empty, outlined}[i%3]
		}
		w, h := 901*scale, 13*scale
		picture := yearPicture(w, h, marks).(*image.RGBA) // which the painter takes as it is
		pixel := func(x, y int) color.NRGBA { return color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA) }
		if picture.Bounds() != image.Rect(0, 0, w, h) {
			t.Fatalf("it covers %v", picture.Bounds())
		}
		step := float64(w) / 53
		for i, mark := range marks {
			left := int(float64(i)*step + .5)
			if got := pixel(left+6*scale, h/2); got != mark.ground {
				t.Errorf("×%d, week %d: its middle is %v", scale, i, got)
			}
			edge := mark.ground
			if mark.line.A > 0 {
				edge = mark.line
			}
			if got := pixel(left, h/2); got != edge {
				t.Errorf("×%d, week %d: its edge is %v", scale, i, got)
			}
			if got := pixel(left, 0); got.A > 100 {
				t.Errorf("×%d, week %d: its corner is not rounded: %v", scale, i, got)
			}
			if got := pixel(left-scale, h/2); i > 0 && got.A != 0 {
				t.Errorf("×%d, week %d: nothing parts it from the one before: %v", scale, i, got)
			}
		}
	}
}

func TestYearPictureInNoRoom(t *testing.T) {
	for _, size := range []image.Point{{0, 0}, {1, 1}, {50, 13}, {53, 1}} {
		if got := yearPicture(size.X, size.Y, make([]yearMark, 53)).Bounds().Size(); got != size {
			t.Errorf("%v: it covers %v", size, got)
		}
	}
}
