package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// Toast is what is said at the foot of the window: "Done · Undo". It is as wide as its text, and where that is wider than
// there is room, it takes more lines: nothing is cut off. The window shows and hides it; it has no clock of its own.
type Toast struct {
	widget.BaseWidget
	card *fyne.Container
	wide float32 // that it is in one line
	high float32 // that it is then
	stop func()  // ends its motion
	rise float32 // how far it still has to rise
}

// NewToast makes a toast, hidden.
func NewToast() *Toast {
	t := &Toast{card: Over(VStack(0)), stop: func() {}}
	t.ExtendBaseWidget(t)
	t.Hidden = true
	return t
}

// Say shows something, with one action beside it or, with action "", none.
func (t *Toast) Say(text, action string, onAction func()) {
	p := look.C()
	says := NewPara(toastText, Plain(text)).Lead(20)
	parts := []fyne.CanvasObject{Grow(says)}
	t.wide = up(textWidth(text, look.S(toastText), look.Regular)) + 1
	if action != "" {
		parts = append(parts, NewSmallButton("toast", Soft, "", action, func() {
			t.Hide()
			onAction()
		}))
	}
	inner := Pad(6, 8, 6, 16, HMiddle(16, parts...))
	t.wide += minWidthOf(inner) - minWidthOf(parts[0])
	t.card = Over(Outline(p.Surface, p.ButtonLine, cardRadius), inner)
	t.high = t.HeightForWidth(t.wide)
	rises := t.Hidden
	t.Show()
	t.Refresh()
	if rises {
		t.stop()
		t.stop = glide(func(part float32) {
			t.rise = round((1 - part) * toastRise)
			t.card.Move(fyne.NewPos(0, t.rise))
		}, func() {})
	}
}

// toastRise is from how far below its place a toast comes.
const toastRise = 14

const toastText = 14 // before scaling

// HeightForWidth is what all of its lines need.
func (t *Toast) HeightForWidth(width float32) float32 {
	return fyne.Max(look.S(leastHit)+12, HeightOf(t.card, width))
}

func (t *Toast) children() []fyne.CanvasObject { return []fyne.CanvasObject{t.card} }

// CreateRenderer belongs to Fyne.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer { return &toastRenderer{t} }

type toastRenderer struct{ t *Toast }

func (r *toastRenderer) Destroy()                     {}
func (r *toastRenderer) Refresh()                     { r.Layout(r.t.Size()); canvas.Refresh(r.t) }
func (r *toastRenderer) Objects() []fyne.CanvasObject { return r.t.children() }

// MinSize is measured once, in Say: the text keeps the lines of the width that it was measured at last, and Fyne asks at any time.
func (r *toastRenderer) MinSize() fyne.Size { return fyne.NewSize(r.t.wide, r.t.high) }

func (r *toastRenderer) Layout(size fyne.Size) {
	place(r.t.card, 0, r.t.rise, size.Width, size.Height)
}
