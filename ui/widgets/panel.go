package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"

	"handback/ui/look"
)

// Panel is a card over the window, near its top, for what is typed into and answers as one types: the quick switcher.
// Esc or a tap beside it closes it.
type Panel struct {
	// OnKey gets the keys that nothing in the panel has a use for, Esc apart, and tells whether it used them.
	OnKey func(*fyne.KeyEvent) bool

	sheet  *sheet
	card   *fyne.Container
	scroll *Scroll
	width  float32
}

// NewPanel makes a panel that wide (before scaling): a head, and below it a list that scrolls where it is higher than
// the window.
func NewPanel(at fyne.Canvas, width float32, head, list fyne.CanvasObject) *Panel {
	p := &Panel{width: width, scroll: NewScroll("panel", Pad(6, 16, 8, 16, list))}
	p.card = Over(newBlocker(), Outline(look.C().Surface, look.C().ButtonLine, 12),
		VStack(0, Pad(0, 16, 0, 16, head), Pad(0, 1, 0, 1, Hairline()), Grow(p.scroll)))
	p.sheet = newSheet(at, color.NRGBA{A: 0x33}, p.card)
	p.sheet.onMiss, p.sheet.key, p.sheet.arrange = p.Close, p.typedKey, p.arrange
	return p
}

// Show shows the panel with the focus on first.
func (p *Panel) Show(first fyne.Focusable) { p.sheet.show(first) }

// Close takes the panel away; the focus goes back to where it was.
func (p *Panel) Close() { p.sheet.hide() }

// Relayout fits the panel to its list after that changed, and shows the list from its top.
func (p *Panel) Relayout() {
	p.sheet.Refresh()
	p.scroll.ScrollTo(0)
}

func (p *Panel) typedKey(event *fyne.KeyEvent) bool {
	if event.Name == fyne.KeyEscape {
		p.Close()
		return true
	}
	return p.OnKey != nil && p.OnKey(event)
}

func (p *Panel) arrange(window fyne.Size) {
	width := fyne.Min(look.S(p.width), window.Width-32)
	top := fyne.Min(72, window.Height/10)
	around := HeightOf(p.card, width) - p.scroll.MinSize().Height
	height := fyne.Min(up(around+HeightOf(p.scroll.content, width)), window.Height-2*top)
	place(p.card, round((window.Width-width)/2), round(top), width, height)
	p.scroll.relayout()
}
