package widgets

import (
	"image"
	"image/color"
	"image/draw"
	"math"
)

// yearMark is how one week is drawn: a ground, and a line round it where its colour is not clear.
type yearMark struct {
	ground, line color.NRGBA
}

// Of a cell yearCell units high.
const (
	yearCorner = 3
	yearLine   = 1.5
)

// yearPicture draws marks side by side over w to h pixels. It is as the painter wants pictures to be, and cells are copied into it: of
// another kind each of its pixels would be made anew twice.
func yearPicture(w, h int, marks []yearMark) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	if len(marks) == 0 || w <= 0 || h <= 0 {
		return picture
	}
	step, unit := float64(w)/float64(len(marks)), float64(h)/yearCell
	width := max(2, int(math.Round(step)-math.Round(yearGap*unit)))
	drawn := map[yearMark]*image.RGBA{} // a year has three kinds of cells
	for i, mark := range marks {
		cell := drawn[mark]
		if cell == nil {
			made := yearCellOf(mark, width, h, unit)
			cell = image.NewRGBA(made.Bounds())
			draw.Draw(cell, cell.Bounds(), made, image.Point{}, draw.Over)
			drawn[mark] = cell
		}
		at := image.Pt(int(math.Round(float64(i)*step)), 0)
		draw.Draw(picture, cell.Bounds().Add(at), cell, image.Point{}, draw.Src)
	}
	return picture
}

// yearCellOf draws one cell; unit is a unit of the layout in pixels.
func yearCellOf(mark yearMark, w, h int, unit float64) *image.NRGBA {
	cell := image.NewNRGBA(image.Rect(0, 0, w, h))
	corner := min(yearCorner*unit, float64(min(w, h))/2)
	for y := range h {
		for x := range w {
			out := outsideRounded(float64(x)+.5, float64(y)+.5, float64(w), float64(h), corner)
			c := mark.ground
			if mark.line.A > 0 {
				c = mixNRGBA(mark.line, mark.ground, covered(out+yearLine*unit))
			}
			c.A = uint8(math.Round(float64(c.A) * covered(out)))
			cell.SetNRGBA(x, y, c)
		}
	}
	return cell
}

// outsideRounded is how far, in pixels, a point lies outside a rectangle at the origin whose corners are rounded; inside it is
// negative.
func outsideRounded(x, y, w, h, corner float64) float64 {
	dx, dy := math.Abs(x-w/2)-w/2+corner, math.Abs(y-h/2)-h/2+corner
	return math.Hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - corner
}

// covered is how much of a pixel lies inside an edge that its middle is so far outside of.
func covered(outside float64) float64 { return min(max(.5-outside, 0), 1) }

// mixNRGBA is a where share is 0, and b where it is 1.
func mixNRGBA(a, b color.NRGBA, share float64) color.NRGBA {
	part := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + (float64(b)-float64(a))*share)) }
	return color.NRGBA{part(a.R, b.R), part(a.G, b.G), part(a.B, b.B), part(a.A, b.A)}
}
