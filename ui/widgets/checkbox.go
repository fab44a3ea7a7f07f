package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// Checkbox is a box to tick, with a text beside it or none.
type Checkbox struct {
	control
	on     bool
	box    *canvas.Rectangle
	tick   *canvas.Raster
	says   string
	text   *Para // wraps where there is no room for one line
	change func(on bool)
}

// NewCheckbox makes a checkbox; text may be empty where the row tells what it is for.
func NewCheckbox(key, text string, on bool, onChange func(on bool)) *Checkbox {
	c := &Checkbox{on: on, change: onChange, box: Box(color.Transparent, 4), says: text, text: NewPara(14, Plain(text))}
	c.tick = newDrawing(look.IconStroke("check", look.C().OnPrimary, 2.8))
	c.restyle = c.paint
	c.extend(c, key, c.toggle)
	c.paint()
	return c
}

// On tells whether it is ticked.
func (c *Checkbox) On() bool { return c.on }

// Set ticks or unticks without calling anything.
func (c *Checkbox) Set(on bool) {
	c.on = on
	c.paint()
}

func (c *Checkbox) toggle() {
	c.Set(!c.on)
	if c.change != nil {
		c.change(c.on)
	}
}

// Tapped ticks, and leaves the keyboard to the note that was written in.
func (c *Checkbox) Tapped(event *fyne.PointEvent) {
	at := canvasOf(c.self)
	c.control.Tapped(event)
	writeOn(at)
}

func (c *Checkbox) paint() {
	p := look.C()
	c.box.StrokeWidth, c.box.StrokeColor, c.box.FillColor = 1, p.CheckboxLine, color.Transparent
	c.tick.Hidden = !c.on
	switch {
	case c.on && c.hovered && !c.disabled:
		c.box.FillColor = look.Mix(p.Primary, p.Text, .2)
		c.box.StrokeColor = c.box.FillColor
	case c.on:
		c.box.StrokeColor, c.box.FillColor = p.Primary, p.Primary
	case c.hovered && !c.disabled:
		c.box.StrokeColor, c.box.FillColor = p.Primary, p.Selection
	}
	c.box.Refresh()
	c.tick.Refresh()
}

const checkboxSide = 16

func (c *Checkbox) minWidth() float32 {
	width := look.S(checkboxSide + 2)
	if c.says != "" {
		width += 10 + up(textWidth(c.says, look.S(14), look.Regular))
	}
	return width
}

// HeightForWidth is a finger's height, or that of a text which takes several lines.
func (c *Checkbox) HeightForWidth(width float32) float32 {
	if c.says == "" || width >= c.minWidth() {
		return look.S(leastHit)
	}
	return fyne.Max(look.S(leastHit), up(HeightOf(c.text, width-look.S(checkboxSide)-12)+8))
}

func (c *Checkbox) drawnHeight() float32 { return look.S(checkboxSide + 4) }

// CreateRenderer belongs to Fyne.
func (c *Checkbox) CreateRenderer() fyne.WidgetRenderer { return &checkboxRenderer{c} }

type checkboxRenderer struct{ c *Checkbox }

func (r *checkboxRenderer) Destroy() {}
func (r *checkboxRenderer) Refresh() { r.c.paint(); canvas.Refresh(r.c) }

func (r *checkboxRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.box, r.c.tick, r.c.text, r.c.ring}
}

func (r *checkboxRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.c.minWidth(), look.S(leastHit))
}

func (r *checkboxRenderer) Layout(size fyne.Size) {
	side := look.S(checkboxSide)
	y := round((size.Height - side) / 2)
	place(r.c.box, 1, y, side, side)
	inner := look.S(12)
	place(r.c.tick, 1+(side-inner)/2, y+(side-inner)/2, inner, inner)
	wide := fyne.Max(size.Width-side-12, 1)
	high := HeightOf(r.c.text, wide)
	place(r.c.text, side+12, round((size.Height-high)/2), wide, high)
	if r.c.says == "" {
		r.c.placeRing(1, y, side, side, 4)
		return
	}
	r.c.placeRing(1, y, size.Width-1, side, 4)
}
