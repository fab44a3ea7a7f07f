package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// Select is a form's field with a few things to choose from, opened as a menu.
// Up and Down choose the neighbour without opening it, Home and End the first and the last.
type Select struct {
	widget.BaseWidget
	options []string
	chosen  int
	change  func(index int)
	box     *selectBox
	frame   *fyne.Container
}

// NewSelect makes a field; chosen is an index or -1 for none yet.
func NewSelect(key, label string, options []string, chosen int, onChange func(index int)) *Select {
	s := &Select{options: options, chosen: chosen, change: onChange}
	s.box = newSelectBox(key, s)
	parts := []fyne.CanvasObject{s.box}
	if label != "" {
		parts = append([]fyne.CanvasObject{SmallName(label)}, parts...)
	}
	s.frame = VStack(4, parts...)
	s.ExtendBaseWidget(s)
	return s
}

// Chosen is the index chosen, -1 for none.
func (s *Select) Chosen() int { return s.chosen }

// Set chooses without calling anything.
func (s *Select) Set(index int) {
	s.chosen = index
	s.box.Refresh()
}

func (s *Select) choose(index int) {
	s.Set(index)
	if s.change != nil {
		s.change(index)
	}
}

func (s *Select) text() string {
	if s.chosen < 0 || s.chosen >= len(s.options) {
		return ""
	}
	return s.options[s.chosen]
}

func (s *Select) open() {
	items := make([]MenuItem, len(s.options))
	for i, option := range s.options {
		icon := ""
		if i == s.chosen {
			icon = "check"
		}
		items[i] = MenuItem{Icon: icon, Text: option, Chosen: i == s.chosen, OnTap: func() { s.choose(i) }}
	}
	_, byPointer, _ := tappedAt(s.box)
	at := canvasOf(s.box)
	if at == nil {
		return
	}
	dialog, _ := rootOf(at).(*sheet)
	showMenu(at, items, byPointer, func(m *menu, window fyne.Size) { s.arrange(m, window, dialog) })
}

// arrange places the options at their field: as wide as that is, and within the dialog where there is one with room.
func (s *Select) arrange(m *menu, window fyne.Size, dialog *sheet) {
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.box)
	size := s.box.Size()
	var in within
	if dialog != nil {
		in = within{dialog.card.Position().Y + 8, dialog.card.Position().Y + dialog.card.Size().Height - 8}
	}
	m.put(from.X, size.Width, freed{from.Y - 4, from.Y + size.Height + 4}, window, in)
}

func (s *Select) children() []fyne.CanvasObject { return []fyne.CanvasObject{s.frame} }

// HeightForWidth is label and box.
func (s *Select) HeightForWidth(width float32) float32 { return HeightOf(s.frame, width) }

// CreateRenderer belongs to Fyne.
func (s *Select) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.frame) }

// selectBox is the part that is tapped.
type selectBox struct {
	control
	of     *Select
	ground *canvas.Rectangle
	inner  *fyne.Container
}

func newSelectBox(key string, of *Select) *selectBox {
	b := &selectBox{of: of, ground: Outline(look.C().Surface, look.C().ButtonLine, 6)}
	b.build()
	b.restyle = b.paint
	b.extend(b, key, of.open)
	return b
}

func (b *selectBox) build() {
	b.inner = HMiddle(8, Grow(NewElided(15, Plain(b.of.text()))), BoldIcon("down", 12, look.C().Muted, 2.2))
}

func (b *selectBox) paint() {
	b.ground.FillColor = look.C().Surface
	if b.hovered && !b.disabled {
		b.ground.FillColor = look.C().Hover
	}
	b.ground.Refresh()
}

// TypedKey chooses the neighbour, the first or the last.
func (b *selectBox) TypedKey(event *fyne.KeyEvent) {
	switch {
	case event.Name == fyne.KeyDown && b.of.chosen < len(b.of.options)-1:
		b.of.choose(b.of.chosen + 1)
	case event.Name == fyne.KeyUp && b.of.chosen > 0:
		b.of.choose(b.of.chosen - 1)
	case event.Name == fyne.KeyHome && len(b.of.options) > 0:
		b.of.choose(0)
	case event.Name == fyne.KeyEnd && len(b.of.options) > 0:
		b.of.choose(len(b.of.options) - 1)
	case event.Name == fyne.KeyDown, event.Name == fyne.KeyUp:
	default:
		b.control.TypedKey(event)
	}
}

func (b *selectBox) minWidth() float32 {
	width := float32(60)
	for _, option := range b.of.options {
		width = fyne.Max(width, textWidth(option, look.S(15), look.Regular))
	}
	return up(width) + look.S(12) + 34
}

// HeightForWidth is a field's height.
func (b *selectBox) HeightForWidth(float32) float32 { return look.S(fieldHeight) }

// CreateRenderer belongs to Fyne.
func (b *selectBox) CreateRenderer() fyne.WidgetRenderer { return &selectBoxRenderer{b} }

type selectBoxRenderer struct{ b *selectBox }

func (r *selectBoxRenderer) Destroy() {}

func (r *selectBoxRenderer) Refresh() {
	r.b.build()
	r.b.paint()
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}

func (r *selectBoxRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.ground, r.b.inner, r.b.ring}
}

func (r *selectBoxRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.b.minWidth(), r.b.HeightForWidth(0))
}

func (r *selectBoxRenderer) Layout(size fyne.Size) {
	place(r.b.ground, 0, 0, size.Width, size.Height)
	r.b.ring.CornerRadius = 6
	place(r.b.ring, 0, 0, size.Width, size.Height)
	const left, right = 8, 12 // the text begins where that of a field does
	height := HeightOf(r.b.inner, size.Width-left-right)
	place(r.b.inner, left, round((size.Height-height)/2), size.Width-left-right, height)
}
