package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// VStack puts objects under each other, each as wide as the stack and as tall
// as it needs at that width. A Grow among them takes the height that is left.
func VStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&vStack{gap: gap}, objects...)
}

type vStack struct{ gap, lastWidth float32 }

func (l *vStack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.lastWidth = size.Width
	spare := size.Height - l.heightOf(objects, size.Width)
	growing := 0
	for _, o := range objects {
		if o.Visible() && grows(o) {
			growing++
		}
	}
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := up(HeightOf(o, size.Width))
		if spare > 0 && grows(o) {
			h += down(spare / float32(growing))
		}
		place(o, 0, y, size.Width, h)
		y += h + l.gap
	}
}

func (l *vStack) heightOf(objects []fyne.CanvasObject, width float32) (height float32) {
	shown := 0
	for _, o := range objects {
		if o.Visible() {
			height += up(HeightOf(o, width))
			shown++
		}
	}
	if shown > 1 {
		height += l.gap * float32(shown-1)
	}
	return height
}

func (l *vStack) minWidthOf(objects []fyne.CanvasObject) float32 { return widest(objects) }

func (l *vStack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measured(l, objects, l.lastWidth)
}

// Grow lets its object take the space that is left in an HStack or a VStack.
// Without an object it is a spring.
func Grow(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&grow{}, objects...)
}

type grow struct{ fill }

func grows(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(*grow)
	return ok
}

// fill gives every object the whole space.
type fill struct{ lastWidth float32 }

func (l *fill) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.lastWidth = size.Width
	for _, o := range objects {
		place(o, 0, 0, size.Width, size.Height)
	}
}

func (l *fill) heightOf(objects []fyne.CanvasObject, width float32) float32 {
	return tallest(objects, width)
}

func (l *fill) minWidthOf(objects []fyne.CanvasObject) float32 { return widest(objects) }

func (l *fill) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measured(l, objects, l.lastWidth)
}

// Over lays objects over each other, the first at the back; the last decides the size.
func Over(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&over{}, objects...)
}

type over struct{ fill }

func (l *over) heightOf(objects []fyne.CanvasObject, width float32) float32 {
	return HeightOf(objects[len(objects)-1], width)
}

func (l *over) minWidthOf(objects []fyne.CanvasObject) float32 {
	return minWidthOf(objects[len(objects)-1])
}

func (l *over) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measured(l, objects, l.lastWidth)
}
