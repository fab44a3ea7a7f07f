package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// CardGround looks as Outline does and is drawn in a fifth of the time where it is large and no graphics card helps: Fyne
// computes the distance to the nearest edge for every pixel of a rectangle with round corners. Here only a strip at the
// top and one at the bottom have them, and what lies between is flat. Line may be nil; both colours are opaque.
func CardGround(fillColor, line color.Color, radius float32) *fyne.Container {
	s := &cardGround{radius: radius}
	ink := fillColor
	if line != nil {
		ink, s.line = line, 1
	}
	s.top, s.bottom = strip(ink, radius, 0), strip(ink, 0, radius)
	s.left, s.middle, s.right = canvas.NewRectangle(ink), canvas.NewRectangle(fillColor), canvas.NewRectangle(ink)
	pieces := []fyne.CanvasObject{s.top, s.bottom}
	if line != nil {
		s.topFill, s.bottomFill = strip(fillColor, radius-s.line, 0), strip(fillColor, 0, radius-s.line)
		pieces = append(pieces, s.topFill, s.bottomFill, s.left, s.right)
	}
	return container.New(s, append(pieces, s.middle)...)
}

func strip(c color.Color, above, below float32) *canvas.Rectangle {
	r := canvas.NewRectangle(c)
	r.TopLeftCornerRadius, r.TopRightCornerRadius = above, above
	r.BottomLeftCornerRadius, r.BottomRightCornerRadius = below, below
	return r
}

type cardGround struct {
	radius, line                     float32
	top, bottom, topFill, bottomFill *canvas.Rectangle
	left, right, middle              *canvas.Rectangle
}

// tuck is how far a strip reaches below what lies between: its inner edge is soft, and hidden there.
const tuck = 3

func (s *cardGround) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	w, h, r, l := size.Width, size.Height, s.radius, s.line
	if h < 2*(r+tuck) {
		r = down(h / 2)
	}
	deep := fyne.Min(r+tuck, h)
	place(s.top, 0, 0, w, deep)
	place(s.bottom, 0, h-deep, w, deep)
	if l > 0 {
		place(s.topFill, l, l, w-2*l, deep-l)
		place(s.bottomFill, l, h-deep, w-2*l, deep-l)
		place(s.left, 0, r, l, h-2*r)
		place(s.right, w-l, r, l, h-2*r)
	}
	place(s.middle, l, r, w-2*l, h-2*r)
}

func (s *cardGround) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
