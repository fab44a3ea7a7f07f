package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// Chip is a small tinted word that only tells: "2 decided". Icon may be empty.
func Chip(icon, text string, c color.NRGBA) fyne.CanvasObject {
	return Over(Box(look.C().Tint(c), look.S(11)), Pad(2, 9, 2, 8, chipInner(icon, TextIn(text, 12, c, look.Medium), c)))
}

func chipInner(icon string, text fyne.CanvasObject, c color.NRGBA) *fyne.Container {
	var parts []fyne.CanvasObject
	if icon != "" {
		parts = append(parts, BoldIcon(icon, 14, c, 1.7))
	}
	return HStack(5, append(parts, text)...)
}

// ToggleChip is an outlined chip that is tapped: a filter that is on or off, an
// offer that is taken. Where there is no room for its text, a goal's name for instance, that ends in "…".
type ToggleChip struct {
	control
	icon, text string
	on         bool
	goes       bool // a tap takes it away: it ends in an ×
	wrong      bool
	ground     *canvas.Rectangle
	inner      *fyne.Container
	says       *fyne.Container // the text, which gives way
}

// NewToggleChip makes a chip that does something when tapped; it does not
// change itself: the room decides and calls Set, or builds its tree again.
func NewToggleChip(key, icon, text string, on bool, onTap func()) *ToggleChip {
	c := &ToggleChip{icon: icon, text: text, on: on, ground: Box(color.Transparent, look.S(13))}
	c.build()
	c.restyle = c.paint
	c.extend(c, key, onTap)
	c.paint()
	return c
}

// NewTakenChip makes a chip for something that was chosen, a filter for instance, which a tap takes away. Where it is wrong it
// looks so.
func NewTakenChip(key, text string, wrong bool, onTap func()) *ToggleChip {
	c := NewToggleChip(key, "", text, true, onTap)
	c.goes, c.wrong = true, wrong
	c.Refresh()
	return c
}

// Tapped acts, and leaves the keyboard to the note that was written in.
func (c *ToggleChip) Tapped(event *fyne.PointEvent) {
	at := canvasOf(c.self)
	c.control.Tapped(event)
	writeOn(at)
}

// Set shows the chip as on or off.
func (c *ToggleChip) Set(on bool) {
	c.on = on
	c.Refresh()
}

// On tells whether the chip is shown as on.
func (c *ToggleChip) On() bool { return c.on }

func (c *ToggleChip) build() {
	ink := look.C().Muted
	if c.on {
		ink = look.C().Primary
	}
	if c.wrong {
		ink = look.C().Stuck
	}
	c.says = Fit(TextIn(c.text, 12, ink, look.Medium))
	c.inner = chipInner(c.icon, c.says, ink)
	if c.goes {
		c.inner.Objects = append(c.inner.Objects, Icon("x", 12, ink))
	}
}

func (c *ToggleChip) paint() {
	p := look.C()
	c.ground.FillColor, c.ground.StrokeColor, c.ground.StrokeWidth = p.Surface, p.Hairline, 1
	switch {
	case c.wrong:
		c.ground.FillColor, c.ground.StrokeColor = p.Surface, p.Stuck
		if c.hovered {
			c.ground.FillColor = p.Hover
		}
	case c.on && c.hovered && !c.disabled:
		c.ground.FillColor, c.ground.StrokeColor = look.Mix(p.Selection, p.Primary, .12), p.Selection
	case c.on:
		c.ground.FillColor, c.ground.StrokeColor = p.Selection, p.Selection
	case c.hovered && !c.disabled:
		c.ground.FillColor = p.Hover
	}
	c.ground.Refresh()
}

func (c *ToggleChip) minWidth() float32 { return up(minWidthOf(c.inner)) + 21 }

// gives is how wide it is with all of its text.
func (c *ToggleChip) gives() (natural float32, ok bool) {
	whole, _ := fits(c.says)
	return c.minWidth() + whole - up(minWidthOf(c.says)), true
}

// saysTip is what the tooltip of a text says that ends in "…": all of it.
func (c *ToggleChip) saysTip() tip {
	if c.says.Objects[0].(*canvas.Text).Text == c.text {
		return tip{}
	}
	return tip{text: c.text}
}

// HeightForWidth is a finger's height; the chip is drawn a little smaller.
func (c *ToggleChip) HeightForWidth(float32) float32 { return look.S(leastHit) }

func (c *ToggleChip) drawnHeight() float32 { return look.S(26) }

// CreateRenderer belongs to Fyne.
func (c *ToggleChip) CreateRenderer() fyne.WidgetRenderer { return &toggleChipRenderer{c} }

type toggleChipRenderer struct{ c *ToggleChip }

func (r *toggleChipRenderer) Destroy() {}

func (r *toggleChipRenderer) Refresh() {
	r.c.build()
	r.c.paint()
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

func (r *toggleChipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.ground, r.c.inner, r.c.ring}
}

func (r *toggleChipRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.c.minWidth(), r.c.HeightForWidth(0))
}

func (r *toggleChipRenderer) Layout(size fyne.Size) {
	height := r.c.drawnHeight()
	y := round((size.Height - height) / 2)
	place(r.c.ground, 0, y, size.Width, height)
	r.c.placeRing(0, y, size.Width, height, height/2)
	least := r.c.inner.MinSize()
	place(r.c.inner, 10, round((size.Height-least.Height)/2), size.Width-21, least.Height)
}
