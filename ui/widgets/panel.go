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

	sheet *sheet
	card  *fyne.Container
	width float32
}

// NewPanel makes a panel that wide (before scaling); it is as high as its content.
func NewPanel(at fyne.Canvas, width float32, content fyne.CanvasObject) *Panel {
	p := &Panel{width: width}
	p.card = Over(newBlocker(), Outline(look.C().Surface, look.C().ButtonLine, 12), content)
	p.sheet = newSheet(at, color.NRGBA{A: 0x33}, p.card)
	p.sheet.onMiss, p.sheet.key, p.sheet.arrange = p.Close, p.typedKey, p.arrange
	return p
}

// Show shows the panel with the focus on first.
func (p *Panel) Show(first fyne.Focusable) { p.sheet.show(first) }

// Close takes the panel away; the focus goes back to where it was.
func (p *Panel) Close() { p.sheet.hide() }

// Relayout fits the panel to its content after that changed.
func (p *Panel) Relayout() { p.sheet.Refresh() }

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
	height := fyne.Min(up(HeightOf(p.card, width)), window.Height-2*top)
	place(p.card, round((window.Width-width)/2), round(top), width, height)
}
