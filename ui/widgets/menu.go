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
	Divided  bool   // a line stands above it: another group begins
	OnTap    func()
	Sub      []MenuItem // a menu of its own, which opens in this one's place
	back     bool       // it leads back to the menu that this one was opened from
}

// ShowMenu opens a menu below an object (above it, where there is no room), or where a row was tapped. It is no taller than
// the window and scrolls where it would be.
// Up and Down move, Enter and Space choose, Esc or a tap beside closes it. Right opens the menu of a line, Left and Esc lead back.
func ShowMenu(below fyne.CanvasObject, items ...MenuItem) {
	where, byPointer, atTap := tappedAt(below)
	showMenu(canvasOf(below), items, byPointer, func(m *menu, window fyne.Size) {
		if atTap {
			m.near(where, 0, window)
			return
		}
		m.besides(below, window)
	})
}

// ShowMenuAt is ShowMenu at a place of the window: where the pointer was.
func ShowMenuAt(at fyne.Canvas, where fyne.Position, items ...MenuItem) {
	showMenuAt(at, where, items, true)
}

func showMenuAt(at fyne.Canvas, where fyne.Position, items []MenuItem, byPointer bool) {
	showMenu(at, items, byPointer, func(m *menu, window fyne.Size) { m.near(where, 0, window) })
}

// tappedAt is where a control is being tapped, and whether what it opens lies there: that of a row does, which is too wide
// for a menu to be looked for at its end.
func tappedAt(o fyne.CanvasObject) (where fyne.Position, byPointer, atTap bool) {
	var c *control
	switch o := o.(type) {
	case *Row:
		c, atTap = &o.control, true
	case interface{ base() *control }:
		c = o.base()
	}
	if c == nil || c.under == nil {
		return where, false, false
	}
	return *c.under, true, atTap || c.atTap
}

func (c *control) base() *control { return c }

// arranging places a menu in a window of that size.
type arranging func(m *menu, window fyne.Size)

func showMenu(at fyne.Canvas, items []MenuItem, byPointer bool, arrange arranging) {
	if at == nil || len(items) == 0 {
		return
	}
	m := newMenu(at, items)
	m.arranged = arrange
	m.sheet.arrange = m.arrange
	first := m.first()
	if first == nil {
		m.sheet.show(nil)
		return
	}
	if byPointer {
		first.point() // nothing is ringed until a key is pressed
	}
	m.sheet.show(first)
	m.reveal(first)
}

type menu struct {
	sheet  *sheet
	card   *fyne.Container
	scroll *Scroll
	rows   []*Row
	items  []MenuItem // of the rows
	chosen *Row       // may be nil
	wide   float32    // what its texts want

	arranged arranging
	above    []MenuItem // what the menu of a line was opened from; nil where it was not
	from     string     // that line
}

func newMenu(at fyne.Canvas, items []MenuItem) *menu {
	m := &menu{}
	m.fill(items)
	m.card = Over(newBlocker(), Outline(look.C().Surface, look.C().ButtonLine, cardRadius), Pad(1, 1, 1, 1, m.scroll))
	m.sheet = newSheet(at, color.Transparent, m.card)
	m.sheet.onMiss, m.sheet.key, m.sheet.falls = m.sheet.hide, m.typedKey, true
	return m
}

func (m *menu) arrange(window fyne.Size) {
	m.arranged(m, window)
	m.card.Layout.Layout(m.card.Objects, m.card.Size())
	m.scroll.relayout()
}

// fill makes the lines.
func (m *menu) fill(items []MenuItem) {
	m.items, m.rows, m.chosen = items, nil, nil
	var lines []fyne.CanvasObject
	icons := slices.ContainsFunc(items, func(item MenuItem) bool { return item.Icon != "" })
	for i, item := range items {
		line, wide := menuLine(item, icons)
		row := NewRow("menu/"+item.Text, menuRow, line, func() { m.choose(item) })
		if item.Chosen {
			m.chosen = row
		}
		if item.Off {
			row.Disable()
		}
		if item.Divided && i > 0 {
			lines = append(lines, Pad(4, -menuSide, 4, -menuSide, Hairline()))
		}
		m.rows, m.wide = append(m.rows, row), fyne.Max(m.wide, wide+2*menuSide)
		lines = append(lines, row)
	}
	m.scroll = NewScroll("menu", Pad(4, menuSide, 4, menuSide, VStack(0, lines...)))
}

// open shows the menu of a line in the place of the one that it stands in, under a line that leads back.
func (m *menu) open(item MenuItem) {
	m.above, m.from = m.items, item.Text
	back := MenuItem{Icon: "left", Text: item.Text, back: true}
	rest := slices.Clone(item.Sub)
	rest[0].Divided = true
	m.show(append([]MenuItem{back}, rest...), 1)
}

// back shows again what the menu of a line was opened from, at that line.
func (m *menu) back() {
	at := slices.IndexFunc(m.above, func(item MenuItem) bool { return item.Text == m.from })
	items := m.above
	m.above = nil
	m.show(items, max(0, at))
}

func (m *menu) show(items []MenuItem, at int) {
	m.sheet.at.Unfocus()
	m.fill(items)
	m.card.Objects[len(m.card.Objects)-1] = Pad(1, 1, 1, 1, m.scroll)
	m.sheet.Refresh()
	m.card.Refresh()
	m.focusFirst(m.rows[at:])
}

// menuRow is the height of a menu's line, before scaling; menuSide the room at its sides.
const menuRow, menuSide = 28, 16

// menuLine is one line, and how wide it wants to be; icons says that some of them have an icon, and the others leave its
// place free.
func menuLine(item MenuItem, icons bool) (line fyne.CanvasObject, wide float32) {
	const gap, apart = 10, 24
	var parts []fyne.CanvasObject
	if icons {
		var icon fyne.CanvasObject = GapWide(look.S(16))
		if item.Icon != "" {
			icon = Icon(item.Icon, 16, look.C().Muted)
		}
		parts = append(parts, icon)
		wide += look.S(16) + gap
	}
	text := Plain(item.Text)
	if item.Off {
		text = Dim(item.Text)
	}
	parts = append(parts, Grow(NewElided(14, text)))
	wide += up(textWidth(item.Text, look.S(14), look.Regular)) + 3
	if item.Shortcut != "" {
		keys := Small(item.Shortcut)
		parts = append(parts, keys)
		wide += apart + up(keys.MinSize().Width)
	}
	if len(item.Sub) > 0 {
		parts = append(parts, Icon("right", 14, look.C().Muted))
		wide += apart + look.S(14)
	}
	return HStack(gap, parts...), wide
}

// besides places the menu below an object, at its left edge or, where there is no room, at its right one.
func (m *menu) besides(object fyne.CanvasObject, window fyne.Size) {
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(object)
	size := object.Size()
	width := fyne.Max(m.wide, fyne.Min(size.Width, 320))
	x := from.X
	if x+width > window.Width-8 {
		x += size.Width - width
	}
	m.put(x, width, freed{from.Y - 4, from.Y + size.Height + 4}, window, within{})
}

// near places the menu at a point.
func (m *menu) near(from fyne.Position, width float32, window fyne.Size) {
	m.put(from.X, fyne.Max(m.wide, width), freed{from.Y - 2, from.Y + 2}, window, within{})
}

// freed is what a menu leaves free: it ends above it, or begins below it.
type freed struct{ above, below float32 }

// within is a part of the window's height, that of a dialog; the zero one is all of it.
type within struct{ top, bottom float32 }

// fewRows is how many lines of a menu are seen at the least before it leaves its dialog.
const fewRows = 6

// put places the menu below what it belongs to, or above where there is more room; never higher than the room there is.
func (m *menu) put(x, width float32, free freed, window fyne.Size, in within) {
	const edge = 8
	top, bottom := float32(edge), window.Height-edge
	width = fyne.Min(width, window.Width-2*edge)
	x = fyne.Max(edge, fyne.Min(x, window.Width-width-edge))
	height := up(HeightOf(m.scroll.content, width-2)) + 2
	if least := fyne.Min(height, fewRows*look.S(menuRow)); in.bottom > 0 && fyne.Max(in.bottom-free.below, free.above-in.top) >= least {
		top, bottom = in.top, in.bottom
		height = fyne.Min(height, fyne.Max(bottom-free.below, free.above-top))
	}
	switch {
	case height <= bottom-free.below:
		place(m.card, x, free.below, width, height)
	case height <= free.above-top:
		place(m.card, x, free.above-height, width, height)
	case height <= bottom-top: // over what it belongs to, but whole
		place(m.card, x, bottom-height, width, height)
	default:
		place(m.card, x, top, width, bottom-top)
	}
}

func (m *menu) first() *Row {
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

// reveal scrolls to a line that the pointer has not brought the focus to.
func (m *menu) reveal(row *Row) {
	if m.scroll.reach() > 0 && row != nil {
		reveal(row)
	}
}

func (m *menu) choose(item MenuItem) {
	switch {
	case len(item.Sub) > 0:
		m.open(item)
		return
	case item.back:
		m.back()
		return
	}
	m.sheet.hide()
	if item.OnTap != nil {
		item.OnTap()
	}
}

func (m *menu) typedKey(event *fyne.KeyEvent) bool {
	switch event.Name {
	case fyne.KeyEscape:
		if m.above != nil {
			m.back()
		} else {
			m.sheet.hide()
		}
	case fyne.KeyLeft:
		if m.above == nil {
			return false
		}
		m.back()
	case fyne.KeyRight:
		at := slices.IndexFunc(m.rows, func(row *Row) bool { return row.focused })
		if at < 0 || len(m.items[at].Sub) == 0 {
			return false
		}
		m.open(m.items[at])
	case fyne.KeyDown:
		if !m.beginByKeys() {
			m.sheet.at.FocusNext()
		}
	case fyne.KeyUp:
		if !m.beginByKeys() {
			m.sheet.at.FocusPrevious()
		}
	case fyne.KeyHome, fyne.KeyPageUp:
		m.focusFirst(m.rows)
	case fyne.KeyEnd, fyne.KeyPageDown:
		rows := slices.Clone(m.rows)
		slices.Reverse(rows)
		m.focusFirst(rows)
	default:
		return false
	}
	return true
}

// beginByKeys rings the line that has the focus, where the pointer opened the menu: the first key begins there.
func (m *menu) beginByKeys() bool {
	for _, row := range m.rows {
		if row.focused && row.byMouse {
			row.byMouse = false
			row.showRing()
			return true
		}
	}
	return false
}

func (m *menu) focusFirst(rows []*Row) {
	for _, row := range rows {
		if !row.Disabled() {
			m.sheet.at.Focus(row)
			return
		}
	}
}
