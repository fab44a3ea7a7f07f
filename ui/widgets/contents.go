package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/ui/look"
)

// Contents puts what leads to the parts of a page one below the other where it is at most that wide (before scaling), beside the
// page, and in rows where it has more, above it.
func Contents(beside float32, ways ...fyne.CanvasObject) *fyne.Container {
	return container.New(&contents{beside: beside, flow: flow{gap: 4}}, ways...)
}

type contents struct {
	flow
	beside float32
}

func (l *contents) below(width float32) bool { return width <= look.S(l.beside)+1 }

func (l *contents) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.lastWidth = size.Width
	if !l.below(size.Width) {
		l.flow.Layout(objects, size)
		return
	}
	y := float32(0)
	for _, o := range objects {
		height := HeightOf(o, size.Width)
		place(o, 0, y, fyne.Min(up(minWidthOf(o)), size.Width), height)
		y += height
	}
}

func (l *contents) heightOf(objects []fyne.CanvasObject, width float32) (height float32) {
	if !l.below(width) {
		return l.flow.heightOf(objects, width)
	}
	for _, o := range objects {
		height += HeightOf(o, width)
	}
	return height
}

// MinSize implements fyne.Layout.
func (l *contents) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measured(l, objects, l.lastWidth)
}
