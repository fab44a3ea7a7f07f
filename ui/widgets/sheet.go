package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// sheet is a card over the whole window: the ground of dialogs and menus. What
// lies behind loses the focus before it is shown, and gets it back after.
type sheet struct {
	widget.BaseWidget
	at       fyne.Canvas
	back     *canvas.Rectangle
	card     fyne.CanvasObject
	dialog   *Dialog                // whose it is; nil where it is no dialog's
	arrange  func(window fyne.Size) // places the card
	key      func(*fyne.KeyEvent) bool
	onMiss   func()            // a tap beside the card
	wrong    func(text string) // says what is wrong; nil where a card has no place for it
	previous fyne.Focusable
	bubble   *bubble // of the tooltips of the card
	keyboard keptFocus
	falls    bool // it comes down to its place
	stop     func()
	above    float32 // how far above it is still
}

func newSheet(at fyne.Canvas, veil color.Color, card fyne.CanvasObject) *sheet {
	s := &sheet{at: at, back: canvas.NewRectangle(veil), card: card, bubble: newBubble(), stop: func() {}}
	s.ExtendBaseWidget(s)
	return s
}

func (s *sheet) show(first fyne.Focusable) {
	HideTip(s.at)
	s.previous = s.at.Focused()
	s.at.Unfocus() // else the key that opened this would be typed there too
	s.at.Overlays().Add(s)
	s.Resize(s.at.Size())
	s.focus(first)
	if s.falls {
		s.stop = glide(s.fall, func() {})
	}
}

// fallFrom is from how far above its place a menu comes.
const fallFrom = 8

func (s *sheet) fall(part float32) {
	was := s.above
	s.above = round((1 - part) * fallFrom)
	s.card.Move(s.card.Position().AddXY(0, was-s.above))
}

func (s *sheet) focus(first fyne.Focusable) {
	if first != nil {
		s.at.Focus(first)
	} else {
		s.at.FocusNext()
	}
}

func (s *sheet) hide() {
	HideTip(s.at)
	s.stop()
	s.at.Unfocus()
	s.at.Overlays().Remove(s)
	if again := focusAgain(s.at, s.previous); again != nil {
		s.at.Focus(again)
	}
}

// focusAgain is what had the focus before, or where the tree was built again
// meanwhile what has its key now; nil if neither is shown.
func focusAgain(at fyne.Canvas, previous fyne.Focusable) (again fyne.Focusable) {
	if previous == nil {
		return nil
	}
	key := ""
	if k, ok := previous.(keyed); ok {
		key = k.FocusKey()
	}
	if key == "" {
		return previous
	}
	root := at.Content()
	if top := at.Overlays().Top(); top != nil {
		root = top
	}
	walk(root, func(o fyne.CanvasObject) bool {
		if o == previous.(fyne.CanvasObject) {
			again = previous
			return false
		}
		if k, ok := o.(keyed); ok && again == nil && k.FocusKey() == key {
			again, _ = o.(fyne.Focusable)
		}
		return true
	})
	return again
}

func (s *sheet) overlayKey(event *fyne.KeyEvent) bool { return s.key(event) }

func (s *sheet) children() []fyne.CanvasObject { return []fyne.CanvasObject{s.card} }

// MouseDown is where a tap beside the card begins.
func (s *sheet) MouseDown(*desktop.MouseEvent) {
	noPress()
	s.keyboard.press(s.at)
}

// MouseUp tells what was pressed before this came in its place. Tapped acts.
func (s *sheet) MouseUp(event *desktop.MouseEvent) { released(s, event) }

// Tapped is a tap beside the card.
func (s *sheet) Tapped(*fyne.PointEvent) {
	if s.onMiss != nil {
		s.onMiss()
		return
	}
	s.keyboard.release(s.at)
}

// TappedSecondary opens the menu of the line of the card that was tapped; beside the card it is a tap.
func (s *sheet) TappedSecondary(event *fyne.PointEvent) {
	if s.onMiss != nil && !holds(s.card, event.Position.Subtract(s.card.Position())) {
		s.onMiss()
		return
	}
	rightTap(s.at, event.AbsolutePosition)
}

// MouseIn keeps what lies behind from lighting up.
func (s *sheet) MouseIn(*desktop.MouseEvent) {}

// MouseMoved keeps what lies behind from lighting up, and tells the tooltips where the pointer is.
func (s *sheet) MouseMoved(event *desktop.MouseEvent) {
	if event != nil {
		pointAt(s.at, event.AbsolutePosition)
	}
}

// MouseOut ends MouseMoved.
func (s *sheet) MouseOut() { pointAway(s.at) }

// CreateRenderer belongs to Fyne.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{s} }

type sheetRenderer struct{ s *sheet }

func (r *sheetRenderer) Destroy()           {}
func (r *sheetRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *sheetRenderer) Refresh()           { r.Layout(r.s.Size()); canvas.Refresh(r.s) }

func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{r.s.back}, r.s.children()...), r.s.bubble)
}

func (r *sheetRenderer) Layout(size fyne.Size) {
	place(r.s.back, 0, 0, size.Width, size.Height)
	r.s.arrange(size)
	r.s.card.Move(r.s.card.Position().SubtractXY(0, r.s.above))
}

// blocker keeps a tap on the card's own ground from being a tap beside it.
type blocker struct {
	widget.BaseWidget
	keyboard keptFocus
}

// TappedSecondary opens the menu of the line that stands there.
func (b *blocker) TappedSecondary(event *fyne.PointEvent) {
	rightTap(canvasOf(b), event.AbsolutePosition)
}

func newBlocker() *blocker {
	b := &blocker{}
	b.ExtendBaseWidget(b)
	return b
}

// MouseDown is where a tap on the ground begins.
func (b *blocker) MouseDown(*desktop.MouseEvent) {
	noPress()
	b.keyboard.press(canvasOf(b))
}

// MouseUp tells what was pressed before this came in its place. Tapped acts.
func (b *blocker) MouseUp(event *desktop.MouseEvent) { released(b, event) }

// Tapped leaves the keyboard where it is.
func (b *blocker) Tapped(*fyne.PointEvent) { b.keyboard.release(canvasOf(b)) }

// CreateRenderer belongs to Fyne.
func (b *blocker) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
