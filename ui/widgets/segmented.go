package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"handback/ui/look"
)

// Segmented is a choice of a few words side by side: Mine · Shared · Theirs.
// Left and Right choose the neighbour, Space and Enter choose what is chosen
// (so that a choice that was only offered can be confirmed).
type Segmented struct {
	control
	names   []string
	chosen  int // -1: none
	change  func(index int)
	ground  *canvas.Rectangle
	grounds []*canvas.Rectangle
	texts   []*canvas.Text
	edges   []float32 // right edge of each, as laid out
	over    int       // under the pointer, -1: none
	waits   bool      // the keyboard has to confirm
}

// NewSegmented makes a choice; chosen is an index or -1 for none.
func NewSegmented(key string, names []string, chosen int, onChange func(index int)) *Segmented {
	s := &Segmented{names: names, chosen: chosen, change: onChange, over: -1, ground: Box(look.C().Sidebar, 7)}
	for range names {
		s.grounds = append(s.grounds, Box(color.Transparent, 5))
		s.texts = append(s.texts, canvas.NewText("", color.Transparent))
	}
	s.edges = make([]float32, len(names))
	s.restyle = s.paint
	s.paint()
	s.extend(s, key, func() { s.choose(max(0, s.chosen)) })
	return s
}

// Chosen is the index chosen, -1 for none.
func (s *Segmented) Chosen() int { return s.chosen }

// Set chooses without calling anything.
func (s *Segmented) Set(index int) {
	s.chosen = index
	s.paint()
}

func (s *Segmented) choose(index int) {
	s.Set(index)
	if s.change != nil {
		s.change(index)
	}
}

// Tapped chooses what is under the pointer.
func (s *Segmented) Tapped(event *fyne.PointEvent) {
	if !s.disabled {
		s.tapped(event, func() { s.choose(s.at(event.Position.X)) })
	}
}

func (s *Segmented) at(x float32) int {
	for i, edge := range s.edges {
		if x < edge {
			return i
		}
	}
	return len(s.edges) - 1
}

// MouseMoved lights up what is under the pointer.
func (s *Segmented) MouseMoved(event *desktop.MouseEvent) {
	if over := s.at(event.Position.X); over != s.over {
		s.over = over
		s.paint()
	}
	s.pointAt(event)
}

// MouseOut ends MouseMoved.
func (s *Segmented) MouseOut() {
	s.over = -1
	s.control.MouseOut()
}

// TypedKey moves the choice.
func (s *Segmented) TypedKey(event *fyne.KeyEvent) {
	switch {
	case event.Name == fyne.KeyLeft && s.chosen > 0:
		s.move(s.chosen - 1)
	case event.Name == fyne.KeyRight && s.chosen < len(s.names)-1:
		s.move(s.chosen + 1)
	default:
		s.control.TypedKey(event)
	}
}

// Waiting lets Left and Right only move the choice; Space, Enter and a tap choose. For a choice that acts at once.
func (s *Segmented) Waiting() *Segmented {
	s.waits = true
	return s
}

func (s *Segmented) move(index int) {
	if s.waits {
		s.Set(index)
		return
	}
	s.choose(index)
}

func (s *Segmented) paint() {
	p := look.C()
	s.ground.FillColor = p.Sidebar
	for i, name := range s.names {
		text, ground := TextIn(name, 12, p.Muted, look.Regular), s.grounds[i]
		ground.FillColor, ground.StrokeWidth = color.Transparent, 0
		switch {
		case i == s.chosen:
			text = TextIn(name, 12, p.Text, look.Medium)
			ground.FillColor, ground.StrokeColor, ground.StrokeWidth = p.Surface, p.ButtonLine, 1
			if p.Dark {
				ground.FillColor, ground.StrokeColor = look.Mix(p.Surface, p.Text, .12), p.Faint
			}
		case i == s.over && !s.disabled:
			text.Color = p.Text
			ground.FillColor = p.Lit()
		}
		s.texts[i].Text, s.texts[i].Color, s.texts[i].TextSize = text.Text, text.Color, text.TextSize
		s.texts[i].FontSource, s.texts[i].TextStyle = text.FontSource, text.TextStyle
		s.texts[i].Refresh()
		ground.Refresh()
	}
	s.ground.Refresh()
}

const segmentSide, segmentInset = 10, 2

// segmentWidth leaves room for the heavier face, so that nothing moves when the choice does.
func (s *Segmented) segmentWidth(i int) float32 {
	return up(textWidth(s.names[i], look.S(12), look.Medium)) + 2*segmentSide
}

func (s *Segmented) minWidth() float32 {
	width := float32(2 * segmentInset)
	for i := range s.names {
		width += s.segmentWidth(i)
	}
	return width
}

// HeightForWidth is a finger's height.
func (s *Segmented) HeightForWidth(float32) float32 { return look.S(leastHit) }

// CreateRenderer belongs to Fyne.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer { return &segmentedRenderer{s} }

type segmentedRenderer struct{ s *Segmented }

func (r *segmentedRenderer) Destroy() {}
func (r *segmentedRenderer) Refresh() { r.s.paint(); canvas.Refresh(r.s) }

func (r *segmentedRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.s.ground}
	for i := range r.s.names {
		objects = append(objects, r.s.grounds[i], r.s.texts[i])
	}
	return append(objects, r.s.ring)
}

func (r *segmentedRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.s.minWidth(), r.s.HeightForWidth(0))
}

func (r *segmentedRenderer) Layout(size fyne.Size) {
	least := r.s.minWidth()
	height := look.S(leastHit)
	y := round((size.Height - height) / 2)
	place(r.s.ground, 0, y, least, height)
	r.s.placeRing(0, y, least, height, 7)
	x := float32(segmentInset)
	for i := range r.s.names {
		width := r.s.segmentWidth(i)
		place(r.s.grounds[i], x, y+segmentInset, width, height-2*segmentInset)
		text := r.s.texts[i].MinSize()
		place(r.s.texts[i], x+round((width-text.Width)/2), y+round((height-text.Height)/2), text.Width, text.Height)
		x += width
		r.s.edges[i] = x
	}
}
