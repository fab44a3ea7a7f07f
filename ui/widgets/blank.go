package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// Blank covers the whole window, with all dialogs and menus in it, and shows nothing. The first key or tap asks whether to
// show again what was there; Enter or a tap on the answer does, and nothing else. What lies behind keeps its texts, its
// focus and its caret: it is told of nothing.
type Blank struct {
	widget.BaseWidget
	at       fyne.Canvas
	ground   *canvas.Rectangle
	card     *fyne.Container
	asks     bool
	onShow   func()
	previous fyne.Focusable
}

// ShowBlank covers a canvas. The question and its answer are for the first key or tap; onShow is called when what was
// there is back.
func ShowBlank(at fyne.Canvas, question, answer string, onShow func()) *Blank {
	HideTip(at)
	b := &Blank{at: at, ground: canvas.NewRectangle(look.C().Background), onShow: onShow, previous: at.Focused()}
	b.card = Over(newBlocker(), Outline(look.C().Surface, look.C().ButtonLine, cardRadius), Pad(18, 22, 18, 22,
		VStack(12, NewPara(14, Plain(question)), HStack(0, Grow(), NewButton("blank.show", Primary, "", answer, b.show), Grow()))))
	b.ExtendBaseWidget(b)
	at.Overlays().Add(b)
	b.Resize(at.Size())
	return b
}

// Ask shows the question.
func (b *Blank) Ask() {
	if !b.asks {
		b.asks = true
		b.Refresh()
	}
}

// Remove takes the cover away for something else that covers the window, and calls nothing.
func (b *Blank) Remove() { b.at.Overlays().Remove(b) }

func (b *Blank) show() {
	b.Remove()
	if again := focusAgain(b.at, b.previous); again != nil && again != b.at.Focused() {
		b.at.Focus(again) // it was drawn anew meanwhile
	}
	b.onShow()
}

// overlayKey takes every key.
func (b *Blank) overlayKey(event *fyne.KeyEvent) bool {
	if b.asks && (event.Name == fyne.KeyReturn || event.Name == fyne.KeyEnter) {
		b.show()
	} else {
		b.Ask()
	}
	return true
}

func (b *Blank) children() []fyne.CanvasObject {
	if !b.asks {
		return nil
	}
	return []fyne.CanvasObject{b.card}
}

// Tapped asks.
func (b *Blank) Tapped(*fyne.PointEvent) { b.Ask() }

// TappedSecondary asks.
func (b *Blank) TappedSecondary(*fyne.PointEvent) { b.Ask() }

// MouseIn keeps what lies behind from lighting up.
func (b *Blank) MouseIn(*desktop.MouseEvent) {}

// MouseMoved keeps what lies behind from lighting up.
func (b *Blank) MouseMoved(*desktop.MouseEvent) {}

// MouseOut keeps what lies behind from lighting up.
func (b *Blank) MouseOut() {}

// CreateRenderer belongs to Fyne.
func (b *Blank) CreateRenderer() fyne.WidgetRenderer { return &blankRenderer{b} }

type blankRenderer struct{ b *Blank }

func (r *blankRenderer) Destroy()           {}
func (r *blankRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *blankRenderer) Refresh()           { r.Layout(r.b.Size()); canvas.Refresh(r.b) }

func (r *blankRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.b.ground}, r.b.children()...)
}

func (r *blankRenderer) Layout(size fyne.Size) {
	place(r.b.ground, 0, 0, size.Width, size.Height)
	width := fyne.Min(look.S(260), size.Width-32)
	height := HeightOf(r.b.card, width)
	place(r.b.card, round((size.Width-width)/2), round((size.Height-height)/2.4), width, height)
}
