package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"handback/notes/voice"
	"handback/ui/draft"
	"handback/ui/look"
	"handback/ui/widgets"
)

// Sizes of the frame, before the text scale.
const (
	sideWidth   = 232
	discsWidth  = 64 // the sidebar of a narrow window: discs alone
	topHeight   = 48
	narrowBelow = 1100 // the window's width under which the sidebar shrinks
)

// frame is everything round the room: sidebar, top bar, and the bar that says what was done. What stands nowhere else has the theme's
// background, with which the toolkit begins each painting.
type frame struct {
	s       *Shell
	root    *fyne.Container
	under   *widgets.Ground
	line    *canvas.Rectangle
	side    *fyne.Container // one child: the sidebar
	top     *fyne.Container // one child: the top bar
	content *fyne.Container // one child: the room
	bar     *widgets.Toast
	banner  *fyne.Container // none or one child: says which backup is shown
	said    string          // what the toast says

	narrow bool
	width  float32    // of the window, for which its top bar was drawn
	drawn  frameModel // what side and top were last drawn from
	state  draft.State
	whyNot string // what the toast says of a draft that is not saved
	andNot string // what was said since of what else can't be, for the same reason
	saved  *canvas.Text
}

// frameModel is everything that sidebar and top bar show. They are drawn anew only where it has changed.
type frameModel struct {
	side sideModel
	top  topModel
}

func newFrame(s *Shell) *frame {
	f := &frame{s: s, state: draft.Saved}
	f.line = canvas.NewRectangle(look.C().Hairline)
	f.side, f.top = container.NewStack(), container.NewStack()
	f.content, f.bar, f.banner = container.NewStack(), widgets.NewToast(), container.NewStack()
	f.under = widgets.NewGround()
	parts := []fyne.CanvasObject{f.under, f.side, f.line, f.top, f.banner, f.content, f.bar}
	if s.Mark != nil {
		parts = append(parts, firstFrame(s.Mark))
	}
	if s.Vault != nil {
		parts = append(parts, s.hands.Point())
	}
	f.root = container.New(frameLayout{f}, append(parts, s.bubble)...)
	return f
}

// bare reports whether the place in view takes the whole window.
func (f *frame) bare() bool { return f.s.journal == nil || f.s.here().bare || f.s.looksOn() }

// show puts a room's content into the frame.
func (f *frame) show(content fyne.CanvasObject) {
	widgets.HideTip(f.s.win.Canvas())
	f.content.Objects = []fyne.CanvasObject{content}
	f.redraw()
	f.content.Refresh()
	f.root.Refresh()
	f.s.planRest()
}

// rebuild draws everything anew, e.g. in another theme.
func (f *frame) rebuild() {
	f.drawn = frameModel{}
	f.line.FillColor = look.C().Hairline
	f.line.Refresh()
	f.redraw()
}

// forget lets go of what was drawn of a journal, also where it is hidden by now.
func (f *frame) forget() {
	f.toast("", nil)
	f.whyNot, f.drawn = "", frameModel{}
	f.side.Objects, f.top.Objects, f.content.Objects = nil, nil, nil
}

// redraw draws sidebar and top bar where what they show has changed.
func (f *frame) redraw() {
	f.s.retray()
	f.redrawBanner()
	if f.bare() {
		f.side.Hide()
		f.top.Hide()
		f.line.Hide()
		f.drawn = frameModel{}
		return
	}
	model := frameModel{side: f.sideModel(), top: f.topModel()}
	if len(f.side.Objects) == 0 || f.drawn.side.differs(model.side) {
		f.replace(f.side, f.sidebar(model.side))
	}
	if len(f.top.Objects) == 0 || f.drawn.top != model.top {
		f.replace(f.top, f.topbar(model.top))
	}
	f.drawn = model
	f.side.Show()
	f.top.Show()
	f.line.Show()
}

// redrawBanner draws what says that a backup is shown, where one is.
func (f *frame) redrawBanner() {
	bar := f.s.backupBar()
	if bar == nil {
		if len(f.banner.Objects) > 0 {
			f.banner.Objects = nil
			f.root.Layout.Layout(nil, f.root.Size())
		}
		return
	}
	f.replace(f.banner, bar)
	f.root.Layout.Layout(nil, f.root.Size())
}

// replace puts a new tree in the place of an old one and leaves the focus on the same control.
func (f *frame) replace(in *fyne.Container, tree fyne.CanvasObject) {
	widgets.Keep(f.s.win.Canvas(), in, func() {
		in.Objects = []fyne.CanvasObject{tree}
		in.Refresh()
	})
}

// toast shows a sentence at the foot of the window, with Undo where back is not nil; "" takes it away.
func (f *frame) toast(say string, back func()) {
	if back == nil {
		f.offer(say, voice.T("OK"), func() { f.toast("", nil) })
	} else {
		f.offer(say, voice.T("Undo"), back)
	}
}

// offer shows a sentence at the foot of the window with what can be done about it; "" takes it away.
func (f *frame) offer(say, action string, act func()) {
	f.said = say
	if say == "" {
		f.bar.Hide()
	} else {
		f.bar.Say(say, action, act)
	}
	f.root.Layout.Layout(nil, f.root.Size())
	// Fyne no longer knows on which canvas something is that was hidden for a while, so that refreshing it paints nothing: what the
	// window said by itself wasn't seen until something else was painted.
	f.s.win.Canvas().Refresh(f.bar)
}

// untoast takes a sentence away, unless another one is shown meanwhile.
func (f *frame) untoast(say string) {
	if say != "" && f.said == say {
		f.toast("", nil)
	}
}

// unsay takes away what is said, but for why a draft is not saved.
func (f *frame) unsay() {
	if f.said != f.whyNot {
		f.untoast(f.said)
	}
}

// frameLayout places the parts of the frame.
type frameLayout struct{ f *frame }

// MinSize is the least size at which everything can still be reached.
func (frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 420) }

func (l frameLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	f := l.f
	widgets.Place(f.under, 0, 0, size.Width, size.Height)
	var left, head float32
	if !f.bare() {
		l.narrowed(size.Width)
		left, head = look.S(sideWidth), look.S(topHeight)
		if f.narrow {
			left = look.S(discsWidth)
		}
		widgets.Place(f.side, 0, 0, left, size.Height)
		widgets.Place(f.line, left, 0, 1, size.Height)
		left++
		widgets.Place(f.top, left, 0, size.Width-left, head)
	}
	if len(f.banner.Objects) > 0 {
		height := widgets.HeightOf(f.banner.Objects[0], size.Width-left)
		widgets.Place(f.banner, left, head, size.Width-left, height)
		head += height
	}
	widgets.Place(f.content, left, head, size.Width-left, size.Height-head)
	if f.said != "" {
		width := min(f.bar.MinSize().Width, size.Width-left-40)
		height := widgets.HeightOf(f.bar, width)
		widgets.Place(f.bar, left+(size.Width-left-width)/2, size.Height-height-20, width, height)
	}
}

// narrowed switches between the sidebar with names and the one with discs alone; the top bar holds as much as the window is
// wide.
func (l frameLayout) narrowed(width float32) {
	narrow := width < look.S(narrowBelow)
	if l.f.narrow != narrow || l.f.width != width {
		l.f.narrow, l.f.width = narrow, width
		l.f.redraw()
	}
}

// firstFrame says when the window is painted for the first time: the room has drawn people and today by then. It is one
// point that is painted last.
func firstFrame(mark func(string)) fyne.CanvasObject {
	told := false
	point := canvas.NewRasterWithPixels(func(_, _, _, _ int) color.Color {
		if !told {
			told = true
			mark("useful-frame")
		}
		return color.Transparent
	})
	point.Resize(fyne.NewSize(1, 1))
	return point
}
