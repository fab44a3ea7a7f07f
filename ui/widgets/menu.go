package widgets

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"

	"handback/ui/look"
)

// MenuItem is a line of a menu.
type MenuItem struct {
	Icon     string // may be empty
	Text     string
	Shortcut string // shown at the right, may be empty
	Off      bool   // shown, but does nothing
	Chosen   bool   // what is in force: the keyboard begins there
	OnTap    func()
}

// ShowMenu opens a menu below an object (above it, where there is no room).
// Up and Down move, Enter and Space choose, Esc or a tap beside closes it.
func ShowMenu(below fyne.CanvasObject, items ...MenuItem) {
	showMenu(canvasOf(below), items, func(card fyne.CanvasObject, window fyne.Size) { besides(below, card, window) })
}

// ShowMenuAt is ShowMenu at a place of the window: where the pointer was.
func ShowMenuAt(at fyne.Canvas, where fyne.Position, items ...MenuItem) {
	showMenu(at, items, func(card fyne.CanvasObject, window fyne.Size) { near(where, 0, 0, card, window) })
}

func showMenu(at fyne.Canvas, items []MenuItem, arrange func(card fyne.CanvasObject, window fyne.Size)) {
	if at == nil || len(items) == 0 {
		return
	}
	m := &menu{}
	lines := make([]fyne.CanvasObject, len(items))
	icons := slices.ContainsFunc(items, func(item MenuItem) bool { return item.Icon != "" })
	for i, item := range items {
		row := NewRow("menu/"+item.Text, RowOneLine, menuLine(item, icons), func() { m.choose(item) })
		if item.Chosen {
			m.chosen = row
		}
		if item.Off {
			row.Disable()
		}
		m.rows = append(m.rows, row)
		lines[i] = row
	}
	list := VStack(0, lines...)
	card := Over(newBlocker(), Outline(look.C().Surface, look.C().ButtonLine, cardRadius), Pad(4, 16, 4, 16, list))
	m.sheet = newSheet(at, color.Transparent, card)
	m.sheet.onMiss, m.sheet.key, m.sheet.falls = m.sheet.hide, m.typedKey, true
	m.sheet.arrange = func(window fyne.Size) { arrange(card, window) }
	m.sheet.show(m.first())
}

// menuLine is one line; icons says that some of them have an icon, and the others leave its place free.
func menuLine(item MenuItem, icons bool) fyne.CanvasObject {
	p := look.C()
	var parts []fyne.CanvasObject
	switch {
	case item.Icon != "":
		parts = append(parts, Icon(item.Icon, 16, p.Muted))
	case icons:
		parts = append(parts, GapWide(look.S(16)))
	}
	text := Text(item.Text)
	if item.Off {
		text.Color = p.Muted
	}
	parts = append(parts, text, GapWide(24), Grow())
	if item.Shortcut != "" {
		parts = append(parts, Small(item.Shortcut))
	}
	return HStack(10, parts...)
}

// besides places a card below an object, within the window.
func besides(object, card fyne.CanvasObject, window fyne.Size) {
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(object)
	near(from, fyne.Min(object.Size().Width, 320), object.Size().Height+4, card, window)
}

// near places a card, at least so wide, so far below a point, or above it where
// there is no room.
func near(from fyne.Position, width, below float32, card fyne.CanvasObject, window fyne.Size) {
	width = fyne.Max(up(minWidthOf(card)), width)
	height := up(HeightOf(card, width))
	x := fyne.Max(8, fyne.Min(from.X, window.Width-width-8))
	y := from.Y + below
	if y+height > window.Height-8 {
		y = fyne.Max(8, from.Y-height-4)
	}
	place(card, x, y, width, fyne.Min(height, window.Height-16))
}

type menu struct {
	sheet  *sheet
	rows   []*Row
	chosen *Row // may be nil
}

func (m *menu) first() fyne.Focusable {
	if m.chosen != nil {
		return m.chosen
	}
	for _, row := range m.rows {
		if !row.Disabled() {
			return row
		}
	}
	return nil
}

func (m *menu) choose(item MenuItem) {
	m.sheet.hide()
	if item.OnTap != nil {
		item.OnTap()
	}
}

func (m *menu) typedKey(event *fyne.KeyEvent) bool {
	switch event.Name {
	case fyne.KeyEscape:
		m.sheet.hide()
	case fyne.KeyDown:
		m.sheet.at.FocusNext()
	case fyne.KeyUp:
		m.sheet.at.FocusPrevious()
	default:
		return false
	}
	return true
}
