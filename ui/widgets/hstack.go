package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// HStack puts objects beside each other, texts on one baseline, everything else
// in the middle of that line. Each is as wide as it needs; a Grow takes what is left.
func HStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&hStack{gap: gap}, objects...)
}

// HMiddle is HStack with every object centred in height: for rows with blocks of two lines.
func HMiddle(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&hStack{gap: gap, align: alignMiddle}, objects...)
}

// HTop is HStack with every object at the top.
func HTop(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&hStack{gap: gap, align: alignTop}, objects...)
}

type alignment int

const (
	alignBaseline alignment = iota
	alignMiddle
	alignTop
)

type hStack struct {
	gap, lastWidth float32
	align          alignment
}

func (l *hStack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.lastWidth = size.Width
	widths := l.widths(objects, size.Width)
	ys, heights, height := l.rows(objects, widths)
	shift := float32(0)
	if size.Height > height && l.align != alignTop {
		shift = round((size.Height - height) / 2)
	}
	x := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		y, height := ys[i]+shift, heights[i]
		if more := HeightOf(o, widths[i]) - height; more > 0 { // answers to taps above and below the line
			y, height = y-round(more/2), height+more
		}
		place(o, x, y, widths[i], height)
		x += widths[i] + l.gap
	}
}

func (l *hStack) widths(objects []fyne.CanvasObject, width float32) []float32 {
	widths := make([]float32, len(objects))
	used, growing, shown := float32(0), 0, 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		shown++
		if grows(o) {
			growing++
			continue
		}
		widths[i] = up(minWidthOf(o))
		used += widths[i]
	}
	if shown > 1 {
		used += l.gap * float32(shown-1)
	}
	used += l.widen(objects, widths, width-used)
	for i, o := range objects {
		if o.Visible() && grows(o) {
			widths[i] = fyne.Max(0, down((width-used)/float32(growing)))
		}
	}
	return widths
}

// widen gives what is free to the texts that have given way, the first one first, and returns how much that was.
func (l *hStack) widen(objects []fyne.CanvasObject, widths []float32, free float32) (given float32) {
	for i, o := range objects {
		if natural, ok := fits(o); ok && o.Visible() && free-given > 0 {
			more := fyne.Max(0, fyne.Min(natural-widths[i], free-given-leaves(o)))
			more = fyne.Max(0, takes(o, widths[i]+more)-widths[i])
			widths[i] += more
			given += more
		}
	}
	return given
}

func (l *hStack) rows(objects []fyne.CanvasObject, widths []float32) (ys, heights []float32, height float32) {
	ys, heights = make([]float32, len(objects)), make([]float32, len(objects))
	bases := make([]float32, len(objects))
	var ascent, descent, other float32
	for i, o := range objects {
		bases[i] = -1
		if !o.Visible() {
			continue
		}
		if t, ok := o.(tapped); ok {
			heights[i] = t.drawnHeight()
		} else {
			heights[i] = HeightOf(o, widths[i])
		}
		if base, line, ok := baseline(o); ok && l.align == alignBaseline {
			bases[i] = base
			ascent, descent = fyne.Max(ascent, base), fyne.Max(descent, line-base)
		} else {
			other = fyne.Max(other, heights[i])
		}
	}
	line := ascent + descent
	shift := float32(0)
	if other > line {
		if line > 0 {
			shift = round((other - line) / 2)
		}
		line = other
	}
	for i := range objects {
		switch {
		case l.align == alignTop:
		case bases[i] >= 0:
			ys[i] = round(shift + ascent - bases[i])
		default:
			ys[i] = round((line - heights[i]) / 2)
		}
		height = fyne.Max(height, ys[i]+heights[i])
	}
	return ys, heights, fyne.Max(height, line)
}

func (l *hStack) heightOf(objects []fyne.CanvasObject, width float32) float32 {
	_, _, height := l.rows(objects, l.widths(objects, width))
	return up(height)
}

func (l *hStack) minWidthOf(objects []fyne.CanvasObject) (width float32) {
	shown := 0
	for _, o := range objects {
		if o.Visible() {
			width += up(minWidthOf(o))
			shown++
		}
	}
	if shown > 1 {
		width += l.gap * float32(shown-1)
	}
	return width
}

func (l *hStack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measured(l, objects, l.lastWidth)
}

// tapped is a control that answers to taps over a greater height than it is
// drawn in: a line is only made as high as what is drawn.
type tapped interface {
	drawnHeight() float32
}

// baseliner is an object that stands on a baseline of its own.
type baseliner interface {
	baseline() (base, line float32)
}

// drawnBase is the row of pixels that a baseline is drawn on, which the painter rounds up: two sizes of text beside each
// other stand on one line only where that is reckoned with.
func drawnBase(base float32) float32 { return float32(math.Ceil(float64(base))) }

// baseline is how far below its top an object's first line of text stands, and
// how tall that line is.
func baseline(o fyne.CanvasObject) (base, line float32, ok bool) {
	switch t := o.(type) {
	case *canvas.Text:
		m := metricsOf(t)
		return drawnBase(m.base), m.drawn.Height, true
	case baseliner:
		base, line := t.baseline()
		return base, line, line > 0
	case *fyne.Container:
		switch l := t.Layout.(type) {
		case *grow, *vStack, *fixed, *withTip, *fit:
			if len(t.Objects) > 0 {
				return baseline(t.Objects[0])
			}
		case *hStack:
			if l.align != alignBaseline {
				return 0, 0, false
			}
			for _, c := range t.Objects {
				if base, line, ok := baseline(c); ok {
					return base, line, ok
				}
			}
		}
	}
	return 0, 0, false
}
