package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Scroll scrolls its content up and down. Unlike Fyne's it gives the content
// the height it needs at this width.
type Scroll struct {
	widget.BaseWidget
	// Key tells Keep whose offset this is.
	Key     string
	content *fyne.Container
	scroll  *container.Scroll
}

// NewScroll makes a Scroll; give it a key if its offset is to survive Keep.
func NewScroll(key string, content fyne.CanvasObject) *Scroll {
	s := &Scroll{Key: key, content: container.New(&fill{}, content)}
	s.scroll = container.NewVScroll(s.content)
	s.ExtendBaseWidget(s)
	return s
}

// SetContent replaces what is scrolled and keeps the offset as far as the new
// content reaches.
func (s *Scroll) SetContent(content fyne.CanvasObject) {
	offset := s.scroll.Offset
	s.content.Objects = []fyne.CanvasObject{content}
	s.relayout()
	s.scroll.ScrollToOffset(offset)
	s.content.Refresh()
}

// Content is what is scrolled.
func (s *Scroll) Content() fyne.CanvasObject { return s.content.Objects[0] }

// Offset is how far down it is scrolled.
func (s *Scroll) Offset() float32 { return s.scroll.Offset.Y }

// ScrollTo scrolls to an offset, as far as the content reaches.
func (s *Scroll) ScrollTo(offset float32) { s.scroll.ScrollToOffset(fyne.NewPos(0, offset)) }

// Reveal scrolls as little as brings the span from top to bottom of the content into view.
func (s *Scroll) Reveal(top, bottom float32) {
	switch height := s.Size().Height; {
	case top < s.Offset():
		s.ScrollTo(top)
	case bottom > s.Offset()+height:
		s.ScrollTo(bottom - height)
	}
}

// relayout tells the content its width before Fyne asks for its height.
func (s *Scroll) relayout() {
	size := s.Size()
	if size.IsZero() {
		return
	}
	height := fyne.Max(size.Height, up(HeightOf(s.content, size.Width)))
	s.content.Resize(fyne.NewSize(size.Width, height))
	s.content.Layout.Layout(s.content.Objects, s.content.Size())
	s.scroll.Resize(size)
}

// CreateRenderer belongs to Fyne.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer { return &scrollRenderer{s} }

func (s *Scroll) children() []fyne.CanvasObject { return []fyne.CanvasObject{s.content} }

type scrollRenderer struct{ s *Scroll }

func (r *scrollRenderer) Layout(fyne.Size)             { r.s.relayout() }
func (r *scrollRenderer) MinSize() fyne.Size           { return r.s.scroll.MinSize() }
func (r *scrollRenderer) Refresh()                     { r.s.relayout(); r.s.scroll.Refresh() }
func (r *scrollRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.scroll} }
func (r *scrollRenderer) Destroy()                     {}
