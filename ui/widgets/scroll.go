package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// Scroll scrolls its content up and down. It gives the content the height that
// it needs at this width, and lays out without asking for a paint: Fyne's own
// asks for one at each layout, so that every screen was painted twice.
type Scroll struct {
	widget.BaseWidget
	// Key tells Keep whose offset this is.
	Key string
	// OnScrolled is called when the offset has changed; may be nil.
	OnScrolled func()
	// OnPut is called when the content was placed, by scrolling or by layout; may be nil.
	OnPut     func()
	late      []*Row
	unwritten func() float32 // how much of the content's end is not to be scrolled to; may be nil
	content   *fyne.Container
	frame     *fyne.Container // holds the content; its least size is the same whatever is in it
	bar       *scrollBar
	offset    float32
}

// NewScroll makes a Scroll; give it a key if its offset is to survive Keep.
func NewScroll(key string, content fyne.CanvasObject) *Scroll {
	s := &Scroll{Key: key, content: container.New(&fill{}, content)}
	s.bar = newScrollBar(s)
	s.frame = Free(fyne.NewSize(32, 32), s.arrange, s.content, s.bar)
	s.ExtendBaseWidget(s)
	return s
}

// Late says which rows of the content are made only when they are scrolled to: they stand in one stack, the first one at the top. It
// returns the Scroll.
func (s *Scroll) Late(rows ...*Row) *Scroll {
	s.late = rows
	return s
}

// makeLate makes the rows that are in view now. They are as high as before. How far their stack begins below the top of the content is
// not reckoned with: one height of the view above it is made too.
func (s *Scroll) makeLate() {
	height := s.Size().Height
	for _, r := range s.late {
		top, bottom := r.Position().Y, r.Position().Y+r.Size().Height
		if bottom > top && top <= s.offset+height && bottom >= s.offset-height {
			r.made()
		}
	}
}

// SetContent replaces what is scrolled and keeps the offset as far as the new
// content reaches.
func (s *Scroll) SetContent(content fyne.CanvasObject) {
	s.content.Objects = []fyne.CanvasObject{content}
	s.relayout()
	s.content.Refresh()
}

// Content is what is scrolled.
func (s *Scroll) Content() fyne.CanvasObject { return s.content.Objects[0] }

// Offset is how far down it is scrolled.
func (s *Scroll) Offset() float32 { return s.offset }

// ScrollTo scrolls to an offset, as far as the content reaches.
func (s *Scroll) ScrollTo(offset float32) {
	before := s.offset
	s.offset = offset
	s.put()
	if s.offset == before {
		return
	}
	HideTip(canvasOf(s))
	if s.OnScrolled != nil {
		s.OnScrolled()
	}
}

// AtEnd tells whether there is no more of the content below.
func (s *Scroll) AtEnd() bool { return s.offset >= s.reach() }

// Reveal scrolls as little as brings the span from top to bottom of the content into view.
func (s *Scroll) Reveal(top, bottom float32) {
	switch height := s.Size().Height; {
	case top < s.Offset():
		s.ScrollTo(top)
	case bottom > s.Offset()+height:
		s.ScrollTo(bottom - height)
	}
}

// Scrolled scrolls by the wheel. Where there is nothing more that way, what it stands in is scrolled: the toolkit asks the
// innermost one alone, and what is above and below that would be out of reach.
func (s *Scroll) Scrolled(event *fyne.ScrollEvent) {
	before := s.offset
	s.ScrollTo(s.offset - wheelBy(event.Scrolled.DY))
	at := canvasOf(s)
	if s.offset != before || at == nil {
		return
	}
	if round := scrollsRound(rootOf(at), s); len(round) > 0 {
		round[len(round)-1].Scrolled(event)
	}
}

// wheelNotch is how far Fyne scrolls for one notch of a wheel, hardly a row; a touchpad scrolls by parts of it, and many
// at once have been made faster already. On macOS the system says how far.
const wheelNotch, mostNotches = 25, 9

// wheelRows is how many rows of text a notch scrolls here.
const wheelRows, wheelRow = 3, 24

func wheelBy(dy float32) float32 {
	notches := dy / wheelNotch
	if onMac || notches != float32(int(notches)) || notches > mostNotches || notches < -mostNotches {
		return dy
	}
	return notches * wheelRows * look.S(wheelRow)
}

// arrange gives the content its width first, then the height that it needs there.
func (s *Scroll) arrange(size fyne.Size) {
	if size.IsZero() {
		return
	}
	height := fyne.Max(size.Height, up(HeightOf(s.content, size.Width)))
	s.content.Resize(fyne.NewSize(size.Width, height))
	s.content.Layout.Layout(s.content.Objects, s.content.Size()) // also where only what is inside has changed
	s.put()
}

// relayout arranges it anew where something inside has changed.
func (s *Scroll) relayout() { s.arrange(s.Size()) }

// reach is how far it can be scrolled.
func (s *Scroll) reach() float32 {
	height := s.content.Size().Height
	if s.unwritten != nil {
		height -= s.unwritten()
	}
	return fyne.Max(0, height-s.Size().Height)
}

// put places content and bar for the offset.
func (s *Scroll) put() {
	s.offset = fyne.Max(0, fyne.Min(s.offset, s.reach()))
	s.content.Move(fyne.NewPos(0, -s.offset))
	s.bar.put()
	s.makeLate()
	if s.OnPut != nil {
		s.OnPut()
	}
}

// CreateRenderer belongs to Fyne.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer { return &scrollRenderer{s} }

func (s *Scroll) children() []fyne.CanvasObject { return []fyne.CanvasObject{s.content} }

type scrollRenderer struct{ s *Scroll }

func (r *scrollRenderer) Layout(size fyne.Size)        { place(r.s.frame, 0, 0, size.Width, size.Height) }
func (r *scrollRenderer) MinSize() fyne.Size           { return r.s.frame.MinSize() }
func (r *scrollRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.frame} }
func (r *scrollRenderer) Destroy()                     {}

func (r *scrollRenderer) Refresh() {
	r.s.relayout()
	r.s.content.Refresh()
}
