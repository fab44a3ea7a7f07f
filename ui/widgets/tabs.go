package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// Tab is one of the strip at the top: its own control, so that Tab reaches each.
type Tab struct {
	control
	name     string
	selected bool
	side     float32
	ground   *canvas.Rectangle
	text     *canvas.Text
	line     *canvas.Rectangle
}

// Tabs makes a strip of tabs, 48 high, closer to each other where it is tight. The keys of the tabs are key/name.
func Tabs(key string, names []string, selected int, tight bool, onSelect func(index int)) *fyne.Container {
	side := float32(tabSide)
	if tight {
		side = tightSide
	}
	strip := make([]fyne.CanvasObject, len(names))
	for i, name := range names {
		strip[i] = newTab(key+"/"+name, name, i == selected, side, func() { onSelect(i) })
	}
	return HMiddle(0, strip...)
}

func newTab(key, name string, selected bool, side float32, onTap func()) *Tab {
	t := &Tab{name: name, selected: selected, side: side, ground: Box(color.Transparent, 6), line: Box(color.Transparent, 1)}
	t.text = TextIn(name, 14, look.C().Muted, look.Regular)
	if selected {
		t.text = TextIn(name, 14, look.C().Text, look.Medium)
		t.line.FillColor = look.C().Primary
	}
	t.restyle = t.paint
	t.extend(t, key, onTap)
	return t
}

func (t *Tab) paint() {
	p := look.C()
	t.text.Color = p.Muted
	if t.selected || t.hovered {
		t.text.Color = p.Text
	}
	t.ground.FillColor = color.Transparent
	if t.hovered {
		t.ground.FillColor = p.Lit()
	}
	t.ground.Refresh()
	t.text.Refresh()
}

const tabSide, tightSide, tabHeight = 10, 5, 48

// minWidth leaves room for the heavier face, so that the strip never moves.
func (t *Tab) minWidth() float32 { return tabWidth(t.name, t.side) }

func tabWidth(name string, side float32) float32 {
	return up(textWidth(name, look.S(14), look.Medium)) + 2*side
}

// TabsWidth is how wide a strip of tabs is that is not tight.
func TabsWidth(names []string) (width float32) {
	for _, name := range names {
		width += tabWidth(name, tabSide)
	}
	return width
}

// TightTabsIn is how many of the tabs stand in a width, where they are tight; more is how wide the button is behind which
// the others stand. It is all of them where they do, and one at least.
func TightTabsIn(width, more float32, names []string) int {
	all, with := float32(0), 0
	for i, name := range names {
		all += tabWidth(name, tightSide)
		if all+more <= width {
			with = i + 1
		}
	}
	if all <= width {
		return len(names)
	}
	return max(1, with)
}

// HeightForWidth is the top bar's height.
func (t *Tab) HeightForWidth(float32) float32 { return tabHeight }

// CreateRenderer belongs to Fyne.
func (t *Tab) CreateRenderer() fyne.WidgetRenderer { return &tabRenderer{t} }

type tabRenderer struct{ t *Tab }

func (r *tabRenderer) Destroy() {}
func (r *tabRenderer) Refresh() { r.t.paint(); canvas.Refresh(r.t) }

func (r *tabRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.t.ground, r.t.text, r.t.line, r.t.ring}
}

func (r *tabRenderer) MinSize() fyne.Size { return fyne.NewSize(r.t.minWidth(), tabHeight) }

func (r *tabRenderer) Layout(size fyne.Size) {
	text := r.t.text.MinSize()
	place(r.t.text, round((size.Width-text.Width)/2), round((size.Height-text.Height)/2), text.Width, text.Height)
	place(r.t.line, r.t.side, size.Height-2, size.Width-2*r.t.side, 2)
	place(r.t.ground, 1, 9, size.Width-2, size.Height-18)
	r.t.ring.CornerRadius = 6
	place(r.t.ring, 1, 9, size.Width-2, size.Height-18)
}
