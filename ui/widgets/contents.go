package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"handback/ui/look"
)

// Contents are the names of the parts of a page, of which each leads to its part: one below the other where there is as little
// room as beside the page, otherwise in rows. All of them are one stop of Tab; the arrows move among them, and Space, Enter
// and a tap go there.
type Contents struct {
	control
	names   []string
	beside  float32 // how wide they are beside the page, before scaling
	to      func(index int)
	marked  int     // where the keyboard is
	here    int     // which part is in view, -1: none
	down    float32 // how far down the list stands beside the page, so that it stays in view
	over    int     // under the pointer, -1: none
	grounds []*canvas.Rectangle
	texts   []*canvas.Text
	places  []patch // of each, as laid out
	last    float32
}

type patch struct{ x, y, width, height float32 }

func (a patch) holds(p fyne.Position) bool {
	return p.X >= a.x && p.X < a.x+a.width && p.Y >= a.y && p.Y < a.y+a.height
}

// NewContents makes a list of contents.
func NewContents(key string, beside float32, names []string, to func(index int)) *Contents {
	c := &Contents{names: names, beside: beside, to: to, over: -1, here: -1}
	for _, name := range names {
		c.grounds = append(c.grounds, Box(color.Transparent, 6))
		c.texts = append(c.texts, TextIn(name, 12, look.C().Muted, look.Medium))
	}
	c.restyle = c.paint
	c.extend(c, key, func() { c.lead(c.marked) })
	c.paint()
	return c
}

// Pointed tells whether the pointer is used here, and not the keyboard.
func (c *Contents) Pointed() bool { return c.byMouse }

// Follow marks the part that is in view, and moves the list down beside the page that scrolls: by as much as top, which is where the
// view begins, or less where the list is higher than the view.
func (c *Contents) Follow(here int, top, view float32) {
	down := float32(0)
	if _, height := c.arrange(c.last); c.below(c.last) {
		travel, free := c.Size().Height-view, fyne.Max(0, c.Size().Height-height)
		if down = fyne.Max(0, fyne.Min(top, free)); height > view && travel > 0 {
			down = fyne.Max(0, fyne.Min(1, top/travel)) * free
		}
	}
	if down = round(down); down != c.down {
		c.down = down
		c.lay()
	}
	if here != c.here {
		c.here = here
		c.paint()
	}
}

// Here is which part is marked as in view, -1 where none is.
func (c *Contents) Here() int { return c.here }

// Middle is where one of them stands in the list.
func (c *Contents) Middle(index int) fyne.Position {
	a := c.places[index]
	return fyne.NewPos(a.x+a.width/2, a.y+a.height/2)
}

func (c *Contents) lead(index int) {
	if index >= 0 && index < len(c.names) {
		c.mark(index)
		c.to(index)
	}
}

// mark puts the keyboard on one of them.
func (c *Contents) mark(index int) {
	c.marked = index
	c.layRing()
	c.showRing()
}

// Tapped goes to what was tapped.
func (c *Contents) Tapped(event *fyne.PointEvent) {
	if c.disabled {
		return
	}
	at := c.at(event.Position)
	c.tapped(event, func() { c.lead(at) })
}

// at is which of them stands there, -1 where none does.
func (c *Contents) at(p fyne.Position) int {
	for i, a := range c.places {
		if a.holds(p) {
			return i
		}
	}
	return -1
}

// MouseMoved lights up what is under the pointer.
func (c *Contents) MouseMoved(event *desktop.MouseEvent) {
	if over := c.at(event.Position); over != c.over {
		c.over = over
		c.paint()
	}
	c.pointAt(event)
}

// MouseOut ends MouseMoved.
func (c *Contents) MouseOut() {
	c.over = -1
	c.paint()
	c.control.MouseOut()
}

// Cursor is a pointer where a tap leads somewhere.
func (c *Contents) Cursor() desktop.Cursor {
	if c.over < 0 {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// FocusGained shows the ring, and scrolls to the one that the keyboard is on: the list may be as high as the page.
func (c *Contents) FocusGained() {
	if pressed := c.gain(); !pressed {
		reveal(c.grounds[c.marked])
	}
}

// TypedKey moves among them; where there is no further one in that direction the key leads out.
func (c *Contents) TypedKey(event *fyne.KeyEvent) {
	to := -1
	switch event.Name {
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(c.names) - 1
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		to = c.towards(event.Name)
	}
	if to < 0 {
		c.control.TypedKey(event)
		return
	}
	c.byMouse = false
	c.mark(to)
	reveal(c.grounds[c.marked])
}

// towards is the nearest of them in the direction of an arrow, -1 where there is none.
func (c *Contents) towards(arrow fyne.KeyName) int {
	if c.marked >= len(c.places) {
		return -1
	}
	from, to, best := c.sideOf(c.marked), -1, float32(-1)
	for i := range c.places {
		if i == c.marked {
			continue
		}
		if far := farness(from, c.sideOf(i), arrow); far >= 0 && (best < 0 || far < best) {
			to, best = i, far
		}
	}
	if next := c.marked + map[fyne.KeyName]int{fyne.KeyRight: 1, fyne.KeyLeft: -1}[arrow]; to < 0 && !c.below(c.last) &&
		next != c.marked && next < len(c.names) {
		return next // in rows, one goes on in the next row
	}
	return to
}

func (c *Contents) sideOf(i int) side {
	a := c.places[i]
	return side{a.x, a.y, a.x + a.width, a.y + a.height}
}

func (c *Contents) paint() {
	p := look.C()
	for i, text := range c.texts {
		text.Color, c.grounds[i].FillColor = p.Muted, color.Transparent
		if i == c.here {
			text.Color, c.grounds[i].FillColor = p.Text, p.Selection
		}
		if i == c.over && !c.disabled {
			text.Color, c.grounds[i].FillColor = p.Text, p.Lit()
		}
		text.Refresh()
		c.grounds[i].Refresh()
	}
}

const contentsSide, contentsGap = 8, 4

// arrange tells where each of them goes at a width.
func (c *Contents) arrange(width float32) (places []patch, height float32) {
	line := look.S(leastHit)
	var x, y float32
	for i := range c.texts {
		wide := fyne.Min(up(c.texts[i].MinSize().Width)+2*contentsSide, width)
		if c.below(width) {
			places = append(places, patch{0, y, wide, line})
			y += line
			continue
		}
		if x > 0 && x+wide > width+.5 {
			x, y = 0, y+line+rowGap
		}
		places = append(places, patch{x, y, wide, line})
		x += wide + contentsGap
	}
	if c.below(width) {
		return places, y
	}
	return places, y + line
}

func (c *Contents) below(width float32) bool { return width <= look.S(c.beside)+1 }

// HeightForWidth is how high they are at a width.
func (c *Contents) HeightForWidth(width float32) float32 {
	_, height := c.arrange(width)
	return height
}

func (c *Contents) minWidth() (width float32) {
	for _, t := range c.texts {
		width = fyne.Max(width, up(t.MinSize().Width)+2*contentsSide)
	}
	return width
}

func (c *Contents) layRing() {
	if c.marked < len(c.places) {
		a := c.places[c.marked]
		c.placeRing(a.x+3, a.y+3, a.width-6, a.height-6, 4)
	}
}

// CreateRenderer belongs to Fyne.
func (c *Contents) CreateRenderer() fyne.WidgetRenderer { return &contentsRenderer{c} }

type contentsRenderer struct{ c *Contents }

func (r *contentsRenderer) Destroy() {}
func (r *contentsRenderer) Refresh() { r.c.paint(); canvas.Refresh(r.c) }

func (r *contentsRenderer) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for i := range r.c.names {
		objects = append(objects, r.c.grounds[i], r.c.texts[i])
	}
	return append(objects, r.c.ring)
}

func (r *contentsRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.c.minWidth(), r.c.HeightForWidth(fyne.Max(r.c.minWidth(), r.c.last)))
}

func (r *contentsRenderer) Layout(size fyne.Size) {
	r.c.last = size.Width
	r.c.lay()
}

func (c *Contents) lay() {
	c.places, _ = c.arrange(c.last)
	for i := range c.places {
		a := &c.places[i]
		a.y += c.down
		place(c.grounds[i], a.x, a.y, a.width, a.height)
		least := c.texts[i].MinSize()
		place(c.texts[i], a.x+contentsSide, a.y+round((a.height-least.Height)/2), a.width-2*contentsSide, least.Height)
	}
	c.layRing()
}
