package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// MonthCell is a month of a year strip to jump by: its short name, over a bar that is the longer the more stands in it. One
// in which nothing stands is off.
type MonthCell struct {
	control
	full   float32 // 0 to 1
	on     bool
	ground *canvas.Rectangle
	bar    *canvas.Rectangle
	name   *canvas.Text
}

const (
	monthHeight = 34
	monthBar    = 4
)

// NewMonthCell makes the cell; full is how much stands in it, from 0 to 1 for the most of any month.
func NewMonthCell(key, name string, full float32, onTap func()) *MonthCell {
	c := &MonthCell{
		full: full, ground: Box(color.Transparent, 6), bar: Box(look.C().Primary, 2),
		name: TextIn(name, 12, look.C().Muted, look.Medium),
	}
	c.restyle = c.paint
	c.extend(c, key, onTap)
	c.disabled = full <= 0
	c.paint()
	return c
}

// Set shows the month as the one in view, or not.
func (c *MonthCell) Set(on bool) {
	if c.on != on {
		c.on = on
		c.paint()
		canvas.Refresh(c)
	}
}

func (c *MonthCell) paint() {
	p := look.C()
	c.ground.FillColor, c.name.Color, c.bar.FillColor = color.Transparent, p.Muted, look.Mix(p.Surface, p.Primary, .55)
	switch {
	case c.disabled:
		c.name.Color = look.Mix(p.Background, p.Muted, .6)
	case c.on:
		c.ground.FillColor, c.name.Color, c.bar.FillColor = p.Selection, p.Primary, p.Primary
	case c.hovered:
		c.ground.FillColor, c.name.Color = p.Hover, p.Text
	}
	c.ground.Refresh()
	c.name.Refresh()
	c.bar.Refresh()
}

func (c *MonthCell) minWidth() float32 { return up(c.name.MinSize().Width) + 8 }

// HeightForWidth is the same at any width.
func (c *MonthCell) HeightForWidth(float32) float32 { return look.S(monthHeight) }

// CreateRenderer belongs to Fyne.
func (c *MonthCell) CreateRenderer() fyne.WidgetRenderer { return &monthCellRenderer{c} }

type monthCellRenderer struct{ c *MonthCell }

func (r *monthCellRenderer) Destroy() {}

func (r *monthCellRenderer) Refresh() {
	r.c.paint()
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

func (r *monthCellRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.ground, r.c.bar, r.c.name, r.c.ring}
}

func (r *monthCellRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.c.minWidth(), r.c.HeightForWidth(0))
}

func (r *monthCellRenderer) Layout(size fyne.Size) {
	place(r.c.ground, 0, 0, size.Width, size.Height)
	r.c.placeRing(0, 0, size.Width, size.Height, 6)
	name, bar := r.c.name.MinSize(), look.S(monthBar)
	place(r.c.name, round((size.Width-name.Width)/2), round((size.Height-name.Height-bar-4)/2), name.Width, name.Height)
	most := size.Width - 10
	r.c.bar.Hidden = r.c.full <= 0
	place(r.c.bar, 5, size.Height-bar-3, fyne.Max(bar, round(most*fyne.Min(r.c.full, 1))), bar)
}
