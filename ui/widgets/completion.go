package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// completion is the list of suggestions below the caret. It never takes the
// focus: typing goes on.
type completion struct {
	ed     *Editor
	card   *fyne.Container
	items  []Suggestion
	chosen int
}

const mostSuggestions = 6

func newCompletion(ed *Editor) *completion {
	c := &completion{ed: ed, card: Over(VStack(0))}
	c.card.Hide()
	return c
}

func (c *completion) shown() bool { return len(c.items) > 0 }

func (c *completion) close() {
	if c.shown() {
		c.items = nil
		c.card.Hide()
	}
}

// offer asks what fits the line up to the caret.
func (ed *Editor) offer() {
	if ed.Complete == nil || ed.reader.shown {
		return
	}
	caret := ed.entry.Caret()
	line := ed.lines[ed.lineAt(caret)]
	items := ed.Complete(string([]rune(ed.entry.Text)[line:caret]))
	ed.completion.show(items[:min(len(items), mostSuggestions)])
}

func (c *completion) show(items []Suggestion) {
	c.close()
	if len(items) == 0 {
		return
	}
	c.items, c.chosen = items, 0
	c.build()
	c.card.Show()
	c.move()
}

func (c *completion) build() {
	p := look.C()
	rows := make([]fyne.CanvasObject, len(c.items))
	for i, item := range c.items {
		ground := Box(p.Surface, 6)
		if i == c.chosen {
			ground.FillColor = p.Selection
		}
		line := Pad(4, 10, 4, 10, HStack(0, Text(item.Text), Grow()))
		rows[i] = Over(newPick(func() { c.pick(i) }), ground, line)
	}
	c.card.Objects = []fyne.CanvasObject{
		newBlocker(), Outline(p.Surface, p.ButtonLine, 8), Pad(4, 4, 4, 4, VStack(0, rows...)),
	}
}

// move places the list below the caret, or above it where there is no room.
func (c *completion) move() {
	if !c.shown() {
		return
	}
	ed := c.ed
	least := c.card.MinSize()
	width := fyne.Max(least.Width, look.S(160))
	at := ed.entry.CursorPosition()
	x := fyne.Max(0, fyne.Min(look.S(gutter)+at.X-14, ed.content.Size().Width-width-4))
	y := ed.rowTop(ed.entry.CursorRow + 1)
	if y+least.Height > ed.scroll.Offset()+ed.scroll.Size().Height {
		y = fyne.Max(ed.scroll.Offset(), ed.rowTop(ed.entry.CursorRow)-least.Height)
	}
	place(c.card, x, y, width, least.Height)
	canvas.Refresh(c.card)
}

func (c *completion) pick(i int) {
	item := c.items[i]
	c.close()
	caret := c.ed.entry.Caret()
	c.ed.Replace(caret-item.Replace, caret, item.Insert)
	c.ed.SetCaret(caret - item.Replace + len([]rune(item.Insert)))
	c.ed.FocusHere()
}

// key takes the keys that choose, while the list is shown.
func (c *completion) key(event *fyne.KeyEvent) bool {
	if !c.shown() {
		return false
	}
	switch event.Name {
	case fyne.KeyDown:
		c.chosen = (c.chosen + 1) % len(c.items)
	case fyne.KeyUp:
		c.chosen = (c.chosen + len(c.items) - 1) % len(c.items)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab:
		c.pick(c.chosen)
		return true
	case fyne.KeyEscape:
		c.close()
		return true
	default:
		return false
	}
	c.build()
	c.move()
	return true
}
