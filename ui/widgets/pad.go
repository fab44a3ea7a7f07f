package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// Pad leaves space round an object: top, right, bottom, left.
func Pad(top, right, bottom, left float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&pad{top: top, right: right, bottom: bottom, left: left}, object)
}

type pad struct{ top, right, bottom, left, lastWidth float32 }

func (l *pad) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.lastWidth = size.Width
	for _, o := range objects {
		place(o, l.left, l.top, size.Width-l.left-l.right, size.Height-l.top-l.bottom)
	}
}

func (l *pad) heightOf(objects []fyne.CanvasObject, width float32) float32 {
	return tallest(objects, width-l.left-l.right) + l.top + l.bottom
}

func (l *pad) minWidthOf(objects []fyne.CanvasObject) float32 {
	return widest(objects) + l.left + l.right
}

func (l *pad) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measured(l, objects, l.lastWidth)
}

// Width gives an object a fixed width, which grows with the text scale.
func Width(width float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&fixed{width: look.S(width)}, object)
}

// Column gives an object of an HStack at least that width, and up to wanted where what grows beside it keeps enough (all before
// scaling, but for wanted, which ColumnOf has measured): the names of a table's first column.
func Column(least, wanted, enough float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&fixed{width: look.S(least), wanted: wanted, enough: look.S(enough)}, object)
}

// ColumnOf is the width that the longest of some names in that size wants.
func ColumnOf(size float32, names ...string) (wanted float32) {
	for _, name := range names {
		wanted = fyne.Max(wanted, up(textWidth(name, look.S(size), look.Medium))+1)
	}
	return wanted
}

// Sized gives an object a fixed size, which grows with the text scale.
func Sized(width, height float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&fixed{width: look.S(width), height: look.S(height)}, object)
}

// LineHeight gives an object a fixed height, in which it is centred, and leaves
// it its width.
func LineHeight(height float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&fixed{height: look.S(height)}, object)
}

// Centre puts an object into the middle of a fixed size, at its own size.
func Centre(width, height float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&fixed{width: look.S(width), height: look.S(height), centre: true}, object)
}

type fixed struct {
	width, height float32 // 0: as the object needs
	lastWidth     float32
	centre        bool

	wanted, enough float32 // see Column
}

func (l *fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.lastWidth = size.Width
	for _, o := range objects {
		width, height := size.Width, size.Height
		if l.centre {
			width = fyne.Min(minWidthOf(o), size.Width)
		}
		if l.centre || l.width == 0 {
			height = HeightOf(o, width)
		}
		place(o, round((size.Width-width)/2), round((size.Height-height)/2), width, height)
	}
}

func (l *fixed) heightOf(objects []fyne.CanvasObject, width float32) float32 {
	if l.height > 0 {
		return l.height
	}
	return tallest(objects, width)
}

func (l *fixed) minWidthOf(objects []fyne.CanvasObject) float32 {
	if l.width > 0 {
		return l.width
	}
	return widest(objects)
}

func (l *fixed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measured(l, objects, l.lastWidth)
}

// MaxWidth keeps an object at most that wide, at the left.
func MaxWidth(width float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&maxWidth{width: look.S(width)}, object)
}

// CentredMaxWidth keeps an object at most that wide, in the middle.
func CentredMaxWidth(width float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&maxWidth{width: look.S(width), centre: true}, object)
}

type maxWidth struct {
	width, lastWidth float32
	centre           bool
}

func (l *maxWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.lastWidth = size.Width
	width, x := fyne.Min(l.width, size.Width), float32(0)
	if l.centre {
		x = round((size.Width - width) / 2)
	}
	for _, o := range objects {
		place(o, x, 0, width, size.Height)
	}
}

func (l *maxWidth) heightOf(objects []fyne.CanvasObject, width float32) float32 {
	return tallest(objects, fyne.Min(l.width, width))
}

func (l *maxWidth) minWidthOf(objects []fyne.CanvasObject) float32 {
	return fyne.Min(l.width, widest(objects))
}

func (l *maxWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measured(l, objects, l.lastWidth)
}

// Gap is empty height in a VStack.
func Gap(height float32) fyne.CanvasObject { return space(0, height) }

// GapWide is empty width in an HStack.
func GapWide(width float32) fyne.CanvasObject { return space(width, 0) }

func space(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

// Hairline is a line of one unit, lying in a VStack, standing in an HStack.
func Hairline() fyne.CanvasObject { return widget.NewSeparator() }

// Free lays its objects out by a function: for what no other layout does. The
// function must place every object; least is the least size.
func Free(least fyne.Size, arrange func(size fyne.Size), objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&free{least: least, arrange: arrange}, objects...)
}

// Place moves and resizes, for the functions given to Free.
func Place(o fyne.CanvasObject, x, y, width, height float32) { place(o, x, y, width, height) }

type free struct {
	least   fyne.Size
	arrange func(size fyne.Size)
}

func (l *free) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.arrange(size) }

func (l *free) MinSize([]fyne.CanvasObject) fyne.Size { return l.least }
