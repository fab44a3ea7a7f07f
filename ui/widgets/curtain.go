package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// Curtain covers the whole window, with all dialogs and menus in it, by a page of its own. What lies behind keeps its texts,
// its focus and its caret: it is told of nothing.
type Curtain struct {
	widget.BaseWidget
	at       fyne.Canvas
	ground   *canvas.Rectangle
	page     fyne.CanvasObject
	previous fyne.Focusable
}

// ShowCurtain covers a canvas and gives the keyboard to first.
func ShowCurtain(at fyne.Canvas, page fyne.CanvasObject, first fyne.Focusable) *Curtain {
	HideTip(at)
	c := &Curtain{at: at, ground: canvas.NewRectangle(look.C().Background), page: page, previous: at.Focused()}
	c.ExtendBaseWidget(c)
	at.Unfocus()
	at.Overlays().Add(c)
	c.Resize(at.Size())
	if first != nil {
		at.Focus(first)
	}
	return c
}

// Lift shows again what was there.
func (c *Curtain) Lift() {
	c.at.Unfocus()
	c.at.Overlays().Remove(c)
	if again := focusAgain(c.at, c.previous); again != nil {
		c.at.Focus(again)
	}
}

// overlayKey takes every key that its page has no use for.
func (c *Curtain) overlayKey(*fyne.KeyEvent) bool { return true }

func (c *Curtain) children() []fyne.CanvasObject { return []fyne.CanvasObject{c.page} }

// Tapped does nothing.
func (c *Curtain) Tapped(*fyne.PointEvent) {}

// TappedSecondary does nothing.
func (c *Curtain) TappedSecondary(*fyne.PointEvent) {}

// MouseIn keeps what lies behind from lighting up.
func (c *Curtain) MouseIn(*desktop.MouseEvent) {}

// MouseMoved keeps what lies behind from lighting up.
func (c *Curtain) MouseMoved(*desktop.MouseEvent) {}

// MouseOut keeps what lies behind from lighting up.
func (c *Curtain) MouseOut() {}

// CreateRenderer belongs to Fyne.
func (c *Curtain) CreateRenderer() fyne.WidgetRenderer { return &curtainRenderer{c} }

type curtainRenderer struct{ c *Curtain }

func (r *curtainRenderer) Destroy()           {}
func (r *curtainRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *curtainRenderer) Refresh()           { r.Layout(r.c.Size()); canvas.Refresh(r.c) }

func (r *curtainRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.ground, r.c.page}
}

func (r *curtainRenderer) Layout(size fyne.Size) {
	place(r.c.ground, 0, 0, size.Width, size.Height)
	place(r.c.page, 0, 0, size.Width, size.Height)
}
