package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Flow puts objects beside each other, each as wide as it needs, and goes on in another row where the width ends: for
// chips, of which there may be any number.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap}, objects...)
}

type flow struct{ gap, lastWidth float32 }

// rowGap is what is free between two rows.
const rowGap = 6

// arrange tells where each object goes at a width, and how high all of them are.
func (l *flow) arrange(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y, width, height float32)) float32 {
	var x, y, row float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		wide := up(minWidthOf(o))
		if natural, ok := fits(o); ok {
			wide = fyne.Max(wide, up(natural))
		} else if c, ok := o.(*fyne.Container); ok {
			wide += giving(c)
		}
		wide = fyne.Min(wide, width)
		if x > 0 && x+wide > width+.5 {
			x, y, row = 0, y+row+rowGap, 0
		}
		height := up(HeightOf(o, wide))
		if put != nil {
			put(o, x, y, wide, height)
		}
		x, row = x+wide+l.gap, fyne.Max(row, height)
	}
	return y + row
}

// giving is by how much the texts in an HStack would give way at its least width.
func giving(c *fyne.Container) (width float32) {
	if _, ok := c.Layout.(*hStack); !ok {
		return 0
	}
	for _, o := range c.Objects {
		if natural, ok := fits(o); ok {
			width += natural - up(minWidthOf(o))
		}
	}
	return width
}

func (l *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.lastWidth = size.Width
	l.arrange(objects, size.Width, place)
}

func (l *flow) heightOf(objects []fyne.CanvasObject, width float32) float32 {
	return l.arrange(objects, width, nil)
}

func (l *flow) minWidthOf(objects []fyne.CanvasObject) float32 { return widest(objects) }

func (l *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measured(l, objects, l.lastWidth)
}
