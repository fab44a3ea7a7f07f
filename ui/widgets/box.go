package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// Box is a filled rectangle with round corners.
func Box(fillColor color.Color, radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(fillColor)
	r.CornerRadius = radius
	return r
}

// Outline is Box with a line of one unit round it.
func Outline(fillColor, line color.Color, radius float32) *canvas.Rectangle {
	r := Box(fillColor, radius)
	r.StrokeColor, r.StrokeWidth = line, 1
	return r
}

const cardRadius = 10

// Card is a sheet on the page: its parts under each other, with the given gap.
func Card(gap float32, parts ...fyne.CanvasObject) *fyne.Container {
	return Over(CardGround(look.C().Surface, look.C().Hairline, cardRadius), Pad(10, 16, 12, 16, VStack(gap, parts...)))
}

// FoldCard is a Card for rows that reach its edges: folded lines.
func FoldCard(rows ...fyne.CanvasObject) *fyne.Container {
	return Over(CardGround(look.C().Surface, look.C().Hairline, cardRadius), Pad(6, 16, 6, 16, VStack(0, rows...)))
}

// SoftCard is a tinted strip: the prompt, a reflection.
func SoftCard(parts ...fyne.CanvasObject) *fyne.Container {
	return Over(CardGround(look.C().SoftCard, nil, cardRadius), Pad(14, 16, 14, 16, VStack(4, parts...)))
}

// ChipCard is a small SoftCard with an outline, for a question in a panel.
func ChipCard(parts ...fyne.CanvasObject) *fyne.Container {
	p := look.C()
	return Over(CardGround(p.SoftCard, look.Mix(p.SoftCard, p.Primary, .12), cardRadius), Pad(10, 12, 12, 12, VStack(6, parts...)))
}

// CardHead is the header row of a card: title, count or remark (may be empty),
// and what stands at the right. Always 26 high, so that the titles of cards in a
// row stand at the same height with or without a button.
func CardHead(title, count string, right ...fyne.CanvasObject) fyne.CanvasObject {
	return cardHead(Fit(CardTitle(title)), count, right)
}

// CardHeadOr is CardHead with a title that can be said in fewer words, where the whole doesn't fit.
func CardHeadOr(title, fewer, count string, right ...fyne.CanvasObject) fyne.CanvasObject {
	return cardHead(FitOr(CardTitle(title), fewer), count, right)
}

func cardHead(title fyne.CanvasObject, count string, right []fyne.CanvasObject) fyne.CanvasObject {
	row := []fyne.CanvasObject{title}
	if count != "" {
		row = append(row, TextIn(count, 13, look.C().Muted, look.Regular))
	}
	row = append(row, Grow())
	row = append(row, flushLast(right)...)
	return Pad(0, 0, 2, 0, LineHeight(26, HStack(8, row...)))
}

// PageHead is the head of a page: title, one line that says what the page is
// for, buttons at the right.
func PageHead(title, remark string, right ...fyne.CanvasObject) fyne.CanvasObject {
	head := Grow(VStack(2, Fit(Title(title)), NewPara(14, Dim(remark))))
	return HMiddle(8, append([]fyne.CanvasObject{head}, right...)...)
}

// EmptyLine is what an empty card says: one muted line.
func EmptyLine(s string) fyne.CanvasObject { return Pad(2, 0, 4, 0, NewPara(14, Dim(s))) }

// Measure is how wide a page is at most, before scaling: lines longer than that are hard to read.
const Measure = 1120

// Page is a room's page: scrolled, with its margins, in the middle of a window that is wider than it needs.
func Page(key string, parts ...fyne.CanvasObject) *Scroll {
	return NewScroll(key, Pad(24, 32, 24, 32, CentredMaxWidth(Measure, VStack(16, parts...))))
}
