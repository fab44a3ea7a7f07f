package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// Kind is how much a button asks for attention.
type Kind int

// The kinds. One primary button a screen, the rest plain or quiet.
const (
	Primary Kind = iota // filled
	Outlined
	Quiet // text alone
	Soft  // tinted
	// danger is what NewDanger alone makes: Space and a tap act, Return never does.
	danger
)

// Button has a text, an icon, or both.
type Button struct {
	control
	kind         Kind
	icon, text   string
	shortcut     string  // of a button that looks like a field
	height, size float32 // before scaling
	giving       bool    // see GiveWay
	ends         bool    // see Ends
	ground       *canvas.Rectangle
	inner        *fyne.Container
}

// NewButton makes a button of the usual height. The icon or the text may be
// empty; a button without text still has a Key to tell what it is.
func NewButton(key string, kind Kind, icon, text string, onTap func()) *Button {
	return newButton(key, kind, icon, text, 30, 13, onTap)
}

// NewSmallButton makes a button for header rows and lines of two rows.
func NewSmallButton(key string, kind Kind, icon, text string, onTap func()) *Button {
	return newButton(key, kind, icon, text, 26, 12, onTap)
}

func newButton(key string, kind Kind, icon, text string, height, size float32, onTap func()) *Button {
	b := &Button{kind: kind, icon: icon, text: text, height: height, size: size, ground: Box(color.Transparent, 6)}
	b.restyle = b.paint
	b.build()
	b.extend(b, key, onTap)
	b.paint()
	return b
}

// SetText changes the text.
func (b *Button) SetText(text string) {
	if text == b.text {
		return
	}
	b.text = text
	b.Refresh()
}

// TypedKey acts on Return, but for what destroys: there it belongs to the dialog, whose answer to it is the safe one.
func (b *Button) TypedKey(event *fyne.KeyEvent) {
	if b.kind == danger && (event.Name == fyne.KeyReturn || event.Name == fyne.KeyEnter) {
		passOn(b.self, event)
		return
	}
	b.control.TypedKey(event)
}

// Text is what the button says.
func (b *Button) Text() string { return b.text }

// SetEnabled turns the button on or off and returns it.
func (b *Button) SetEnabled(on bool) *Button {
	b.setDisabled(!on)
	return b
}

// Ends says that the button ends what was set up, and returns it: the keyboard doesn't come to it by itself where what had it is gone, the
// button that set it up say. Whoever presses Enter once more would end it again.
func (b *Button) Ends() *Button {
	b.ends = true
	return b
}

func (b *Button) avoided() bool { return b.ends || b.kind == danger }

func (b *Button) build() {
	if b.shortcut != "" {
		b.inner = b.asField()
		return
	}
	p := look.C()
	ink, iconInk := p.Text, p.Muted
	switch b.kind {
	case Primary:
		ink, iconInk = p.OnPrimary, p.OnPrimary
	case Quiet:
		ink = p.Muted
	case Soft:
		ink, iconInk = p.Primary, p.Primary
	case danger:
		ink, iconInk = p.Stuck, p.Stuck
	}
	if b.disabled {
		ink, iconInk = p.Off(), p.Faint
	}
	var parts []fyne.CanvasObject
	if b.icon != "" {
		parts = append(parts, Icon(b.icon, b.size+2, iconInk))
	}
	if b.text != "" {
		text := TextIn(b.text, b.size, ink, look.Medium)
		if parts = append(parts, text); b.giving {
			parts[len(parts)-1] = Fit(text)
		}
	}
	b.inner = HStack(6, parts...)
}

func (b *Button) paint() {
	p := look.C()
	b.ground.StrokeWidth, b.ground.FillColor = 0, color.Transparent
	lit := b.hovered && !b.disabled
	switch b.kind {
	case Primary:
		b.ground.FillColor = p.Primary
		if lit {
			b.ground.FillColor = look.Mix(p.Primary, p.Text, .12)
		}
		if b.disabled {
			b.ground.FillColor = p.Hover
		}
	case Outlined, danger:
		b.ground.StrokeWidth, b.ground.StrokeColor = 1, p.ButtonLine
		b.ground.FillColor = p.Surface
		if lit {
			b.ground.FillColor = p.Hover
		}
	case Quiet:
		if lit {
			b.ground.FillColor = p.Lit()
		}
	case Soft:
		b.ground.FillColor = p.Selection
		if lit {
			b.ground.FillColor = look.Mix(p.Selection, p.Primary, .12)
		}
	}
	b.ground.Refresh()
}

// side is the padding at the left and the right.
func (b *Button) side() float32 {
	switch {
	case b.text == "":
		return (look.S(b.height) - look.S(b.size+2)) / 2
	case b.kind == Quiet:
		return 8
	case b.height < 30:
		return 10
	}
	return 12
}

func (b *Button) minWidth() float32 { return up(minWidthOf(b.inner) + 2*b.side()) }

// GiveWay lets what the button says end in "…" where an HStack has no room for all of it: it says a name.
func (b *Button) GiveWay() *Button {
	b.giving = true
	b.build()
	return b
}

func (b *Button) gives() (natural float32, ok bool) {
	if !b.giving {
		return 0, false
	}
	return up(minWidthOf(b.inner) + giving(b.inner) + 2*b.side()), true
}

// HeightForWidth is at least a finger's height, though a small button is drawn smaller.
func (b *Button) HeightForWidth(float32) float32 { return fyne.Max(leastHit, look.S(b.height)) }

func (b *Button) drawnHeight() float32 { return look.S(b.height) }

// leastHit is the least height that answers to a tap.
const leastHit = 28

// CreateRenderer belongs to Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer { return &buttonRenderer{b} }

type buttonRenderer struct{ b *Button }

func (q *buttonRenderer) Destroy() {}

func (q *buttonRenderer) Refresh() {
	q.b.build()
	q.b.paint()
	q.Layout(q.b.Size())
	canvas.Refresh(q.b)
}

func (q *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{q.b.ground, q.b.inner, q.b.ring}
}

func (q *buttonRenderer) MinSize() fyne.Size {
	return fyne.NewSize(q.b.minWidth(), q.b.HeightForWidth(0))
}

func (q *buttonRenderer) Layout(size fyne.Size) {
	height := look.S(q.b.height)
	y := round((size.Height - height) / 2)
	place(q.b.ground, 0, y, size.Width, height)
	q.b.placeRing(0, y, size.Width, height, 6)
	least := q.b.inner.MinSize()
	switch {
	case q.b.shortcut != "":
		least.Width = size.Width - 18
	case q.b.giving:
		least.Width = size.Width - 2*q.b.side()
	}
	place(q.b.inner, round((size.Width-least.Width)/2), round((size.Height-least.Height)/2), least.Width, least.Height)
}

// flush lets a quiet button at the right edge reach 8 beyond it, so that its
// text ends where the card's text ends.
func flush(b *Button) fyne.CanvasObject {
	least := b.MinSize()
	over := b.side()
	return Free(fyne.NewSize(least.Width-over, b.drawnHeight()), func(size fyne.Size) {
		place(b, 0, round((size.Height-least.Height)/2), size.Width+over, least.Height)
	}, b)
}

// flushLast does so with the last of some objects, if it is a quiet button.
func flushLast(objects []fyne.CanvasObject) []fyne.CanvasObject {
	if len(objects) == 0 {
		return nil
	}
	last := len(objects) - 1
	if b, ok := objects[last].(*Button); ok && b.kind == Quiet {
		objects[last] = flush(b)
	}
	return objects
}

// flushEnd does so with the last object of a row.
func flushEnd(row fyne.CanvasObject) {
	if c, ok := row.(*fyne.Container); ok {
		if _, ok := c.Layout.(*hStack); ok {
			c.Objects = flushLast(c.Objects)
		}
	}
}
