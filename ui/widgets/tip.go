package widgets

import (
	"image/color"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// tip is what a tooltip says: a name or a longer text, and the shortcut that does the same.
type tip struct {
	text, keys string
	// ours is what the program says of itself, not what somebody wrote or when: such a tooltip may be seen by anybody.
	ours bool
}

// tipDelay is how long the pointer rests on something before its tooltip comes up.
const tipDelay = 600 * time.Millisecond

// WithTip gives a control its tooltip: what it is or does, and the shortcut that does the same, where there is one. Every
// control that shows no word has one.
func WithTip[C interface{ setTip(tip) }](c C, text, keys string) C {
	c.setTip(tip{text, keys, true})
	return c
}

// WithPrivateTip is WithTip for a text that names somebody, or is of a note: it stays away while another one may look on.
func WithPrivateTip[C interface{ setTip(tip) }](c C, text string) C {
	c.setTip(tip{text: text})
	return c
}

func (c *control) setTip(t tip) { c.tip = t }
func (c *control) saysTip() tip { return c.tip }

// TipOf is what the tooltip of a control says, "" where it has none.
func TipOf(o fyne.CanvasObject) string {
	if t, ok := o.(tipped); ok {
		return t.saysTip().text
	}
	return ""
}

// tipped is what has a tooltip, at least now and then.
type tipped interface{ saysTip() tip }

// Tipped gives what is only shown a tooltip, e.g. a short date the whole day. The layouts take it for what it holds.
func Tipped(object fyne.CanvasObject, text string) *fyne.Container {
	return container.New(&withTip{tip: tip{text: text}}, object)
}

type withTip struct {
	fixed
	tip tip
}

// saysTip is what the tooltip of a line of text says that ends in "…": all of it.
func (p *Para) saysTip() tip {
	if !p.cut {
		return tip{}
	}
	return tip{text: p.String()}
}

// Tips are the tooltips of a window. They come by the pointer alone, one at a time, and go when it leaves, when anything
// is pressed, and when what they are about does.
type Tips struct {
	// After runs something later.
	After func(d time.Duration, f func()) (stop func())
	// Private tells whether another one may look on: then only what the program says of itself has tooltips.
	Private func() bool

	at     fyne.Canvas
	bubble *bubble           // in the window; a dialog and a menu have their own
	over   fyne.CanvasObject // what the pointer is on; nil for nothing that has a tooltip
	stop   func()            // of the timer; nil where none runs
	shown  *bubble           // nil where none is
}

// tipsAt are the Tips of each canvas, as formsAt are its Forms.
var tipsAt sync.Map

// UseTips gives a window its tooltips. What is returned is to be the last object of the window's content: the bubble is
// drawn there.
func UseTips(at fyne.Canvas, t *Tips) fyne.CanvasObject {
	t.at, t.bubble = at, newBubble()
	tipsAt.Store(at, t)
	return t.bubble
}

func tipsOf(at fyne.Canvas) *Tips {
	if at == nil {
		return nil
	}
	t, _ := tipsAt.Load(at)
	tips, _ := t.(*Tips)
	return tips
}

// ForgetTips lets go of a window's tooltips at its end.
func ForgetTips(at fyne.Canvas) { tipsAt.Delete(at) }

// HideTip takes the tooltip of a window away, and the one that would come. It comes again once the pointer has left.
func HideTip(at fyne.Canvas) {
	if t := tipsOf(at); t != nil {
		t.hide()
	}
}

// TipShown is what the tooltip in view says, "" where there is none.
func TipShown(at fyne.Canvas) string {
	if t := tipsOf(at); t != nil && t.shown != nil {
		return t.shown.says
	}
	return ""
}

// pointAt tells that the pointer is there.
func pointAt(at fyne.Canvas, where fyne.Position) {
	t := tipsOf(at)
	if t == nil {
		return
	}
	var says tip
	root := rootOf(at)
	over := under(root, where.Subtract(root.Position()), func(o fyne.CanvasObject) bool {
		says = t.of(o)
		return says.text != ""
	})
	if over == t.over {
		return
	}
	t.hide()
	t.over = over
	if over == nil || t.After == nil {
		return
	}
	t.stop = t.After(tipDelay, func() {
		t.stop = nil
		t.show(over, where, root)
	})
}

func pointAway(at fyne.Canvas) {
	if t := tipsOf(at); t != nil {
		t.hide()
		t.over = nil
	}
}

// of is what the tooltip of an object says now.
func (t *Tips) of(o fyne.CanvasObject) (says tip) {
	switch o := o.(type) {
	case tipped:
		says = o.saysTip()
	case *fyne.Container:
		if l, ok := o.Layout.(*withTip); ok {
			says = l.tip
		}
	}
	if !says.ours && t.Private != nil && t.Private() {
		return tip{}
	}
	return says
}

// show shows the tooltip of an object, if it is still there.
func (t *Tips) show(over fyne.CanvasObject, where fyne.Position, root fyne.CanvasObject) {
	says := t.of(over)
	if rootOf(t.at) != root || says.text == "" ||
		under(root, where.Subtract(root.Position()), func(o fyne.CanvasObject) bool { return o == over }) == nil {
		return
	}
	b := t.bubble
	if s, ok := root.(*sheet); ok {
		b = s.bubble
	}
	b.say(says)
	window, from := t.at.Size(), fyne.CurrentApp().Driver().AbsolutePositionForObject(over)
	width := fyne.Min(b.minWidth(), window.Width-16)
	height := up(HeightOf(b.card, width))
	x := fyne.Max(8, fyne.Min(where.X-12, window.Width-width-8))
	y := from.Y + over.Size().Height + 6
	if y+height > window.Height-8 {
		y = from.Y - height - 6
	}
	place(b, x, fyne.Max(8, y), width, height)
	b.Show()
	b.Refresh()
	t.at.Refresh(b) // Fyne knows no canvas yet of what was hidden so far, and would paint nothing
	t.shown = b
}

func (t *Tips) hide() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	if t.shown != nil {
		t.shown.Hide()
		t.shown = nil
	}
}

// bubble is a tooltip as it is drawn. The pointer goes through it.
type bubble struct {
	widget.BaseWidget
	card *fyne.Container
	wide float32
	says string // the text and the shortcut
}

// mostTip is the width at which the text of a tooltip wraps, before scaling.
const mostTip = 320

func newBubble() *bubble {
	b := &bubble{card: Over()}
	b.ExtendBaseWidget(b)
	b.Hidden = true
	return b
}

func (b *bubble) say(t tip) {
	p := look.C()
	b.says = t.text
	text := NewPara(12, Plain(t.text)).Lead(17)
	b.wide = fyne.Min(up(textWidth(t.text, look.S(12), look.Regular))+2, look.S(mostTip))
	line := []fyne.CanvasObject{Grow(text)}
	if t.keys != "" {
		b.says += "  " + t.keys
		keys := KeyHint(t.keys)
		b.wide += 8 + up(minWidthOf(keys))
		line = append(line, keys)
	}
	b.card = Over(Outline(p.Surface, p.ButtonLine, 6), Pad(4, 8, 4, 8, HStack(8, line...)))
}

func (b *bubble) minWidth() float32 { return b.wide + 16 }

// CreateRenderer belongs to Fyne.
func (b *bubble) CreateRenderer() fyne.WidgetRenderer { return &bubbleRenderer{b} }

type bubbleRenderer struct{ b *bubble }

func (r *bubbleRenderer) Destroy()                     {}
func (r *bubbleRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *bubbleRenderer) Refresh()                     { r.Layout(r.b.Size()); canvas.Refresh(r.b) }
func (r *bubbleRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.b.card} }
func (r *bubbleRenderer) Layout(size fyne.Size)        { place(r.b.card, 0, 0, size.Width, size.Height) }

// Ground lies behind everything in a window: it gets the pointer where nothing else wants it, for tooltips of what is only
// shown and for the menus of lines.
type Ground struct {
	widget.BaseWidget
}

// NewGround makes a ground; it draws nothing.
func NewGround() *Ground {
	g := &Ground{}
	g.ExtendBaseWidget(g)
	return g
}

// TappedSecondary opens the menu of the line that was tapped.
func (g *Ground) TappedSecondary(event *fyne.PointEvent) {
	rightTap(canvasOf(g), event.AbsolutePosition)
}

// MouseDown is a press on nothing.
func (g *Ground) MouseDown(*desktop.MouseEvent) { noPress() }

// MouseUp tells what was pressed before nothing came in its place.
func (g *Ground) MouseUp(event *desktop.MouseEvent) { released(g, event) }

// MouseIn does nothing yet, as with all that lights up.
func (g *Ground) MouseIn(*desktop.MouseEvent) {}

// MouseMoved tells the tooltips where the pointer is.
func (g *Ground) MouseMoved(event *desktop.MouseEvent) {
	if event != nil {
		pointAt(canvasOf(g), event.AbsolutePosition)
	}
}

// MouseOut ends MouseMoved.
func (g *Ground) MouseOut() { pointAway(canvasOf(g)) }

// CreateRenderer belongs to Fyne.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
