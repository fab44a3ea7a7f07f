package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// The bar of a Scroll, before scaling: how wide it is, how wide under the pointer, and how short it gets.
const (
	barThin, barThick = 3, 8
	barLeast          = 24
)

// scrollBar shows where a Scroll is, over its right edge, and can be dragged.
// It is not there while everything is in view.
type scrollBar struct {
	widget.BaseWidget
	scroll *Scroll
	thumb  *canvas.Rectangle
	wide   bool // the pointer is on it
	held   bool // it is being dragged
}

func newScrollBar(s *Scroll) *scrollBar {
	b := &scrollBar{scroll: s, thumb: Box(look.C().Faint, 3)}
	b.Hide()
	b.ExtendBaseWidget(b)
	return b
}

// put places the bar for the offset of its Scroll.
func (b *scrollBar) put() {
	view := b.scroll.Size()
	if b.scroll.reach() <= 0 {
		if b.Visible() {
			b.Hide()
		}
		return
	}
	hit := look.S(barThick) + 2
	place(b, view.Width-hit, 0, hit, view.Height)
	width := look.S(barThin)
	if b.wide || b.held {
		width = look.S(barThick)
	}
	height := b.height()
	place(b.thumb, hit-width, round((view.Height-height)*b.scroll.offset/b.scroll.reach()), width, height)
	if !b.Visible() {
		b.Show()
	}
}

// height is the thumb's: the share of the content that is in view.
func (b *scrollBar) height() float32 {
	view := b.scroll.Size().Height
	return fyne.Min(view, fyne.Max(look.S(barLeast), round(view*view/b.scroll.content.Size().Height)))
}

// MouseIn makes it wide enough to be taken.
func (b *scrollBar) MouseIn(*desktop.MouseEvent) { b.widen(true) }

// MouseMoved does nothing.
func (b *scrollBar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends MouseIn.
func (b *scrollBar) MouseOut() { b.widen(false) }

func (b *scrollBar) widen(wide bool) {
	b.wide = wide
	b.put()
}

// Dragged scrolls along.
func (b *scrollBar) Dragged(event *fyne.DragEvent) {
	b.held = true
	if free := b.scroll.Size().Height - b.height(); free > 0 {
		b.scroll.ScrollTo(b.scroll.offset + event.Dragged.DY*b.scroll.reach()/free)
	}
}

// DragEnd lets go.
func (b *scrollBar) DragEnd() {
	b.held = false
	b.put()
}

// MouseDown is a press of its own.
func (b *scrollBar) MouseDown(*desktop.MouseEvent) { noPress() }

// MouseUp tells what was pressed before this came in its place.
func (b *scrollBar) MouseUp(event *desktop.MouseEvent) { released(b, event) }

// Tapped goes on by a page towards where it was tapped.
func (b *scrollBar) Tapped(event *fyne.PointEvent) {
	page := b.scroll.Size().Height * .9
	switch top := b.thumb.Position().Y; {
	case event.Position.Y < top:
		b.scroll.ScrollTo(b.scroll.offset - page)
	case event.Position.Y > top+b.height():
		b.scroll.ScrollTo(b.scroll.offset + page)
	}
}

// CreateRenderer belongs to Fyne.
func (b *scrollBar) CreateRenderer() fyne.WidgetRenderer { return &scrollBarRenderer{b} }

type scrollBarRenderer struct{ b *scrollBar }

func (r *scrollBarRenderer) Layout(fyne.Size)             {}
func (r *scrollBarRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *scrollBarRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.b.thumb} }
func (r *scrollBarRenderer) Destroy()                     {}

func (r *scrollBarRenderer) Refresh() {
	r.b.thumb.FillColor = look.C().Faint
	r.b.thumb.Refresh()
}
