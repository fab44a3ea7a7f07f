package widgets

import (
	"image/color"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes/voice"
	"handback/ui/look"
)

// calendar shows a month, weeks from the day that the system says, to pick a day from. Arrows move by
// days and weeks, Page Up and Page Down by months.
type calendar struct {
	at     fyne.Canvas
	day    time.Time // where the focus is or was
	marked time.Time
	root   *fyne.Container
	onPick func(day time.Time)
}

const dayKey = "calendar/"

func newCalendar(at fyne.Canvas, day time.Time, onPick func(day time.Time)) *calendar {
	day = time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)
	c := &calendar{at: at, day: day, marked: day, onPick: onPick, root: Over(VStack(0))}
	c.build()
	return c
}

func (c *calendar) build() {
	head := HStack(4, WithTip(NewButton(dayKey+"earlier", Quiet, "left", "", func() { c.move(0, -1) }), voice.T("Previous month"), ""), Grow(),
		Name(c.day.Format("January 2006")), Grow(),
		WithTip(NewButton(dayKey+"later", Quiet, "right", "", func() { c.move(0, 1) }), voice.T("Next month"), ""))
	first := c.day.AddDate(0, 0, 1-c.day.Day())
	start := first.AddDate(0, 0, -((int(first.Weekday()-look.FirstDay()) + 7) % 7))
	lines := []fyne.CanvasObject{head, week(func(column int) fyne.CanvasObject {
		return Middle(Small(start.AddDate(0, 0, column).Weekday().String()[:2]))
	})}
	next := first.AddDate(0, 1, 0)
	for ; start.Before(next); start = start.AddDate(0, 0, 7) {
		lines = append(lines, week(func(column int) fyne.CanvasObject { return c.cell(start.AddDate(0, 0, column)) }))
	}
	c.root.Objects = []fyne.CanvasObject{Width(280, VStack(2, lines...))}
}

func week(cell func(column int) fyne.CanvasObject) fyne.CanvasObject {
	cells, shares := make([]fyne.CanvasObject, 7), make([]float32, 7)
	for i := range cells {
		cells[i], shares[i] = cell(i), 1
	}
	return Columns(0, shares, cells...)
}

func (c *calendar) cell(day time.Time) fyne.CanvasObject {
	if day.Month() != c.day.Month() {
		return LineHeight(leastHit, Small(""))
	}
	kind := Quiet
	if day.Equal(c.marked) {
		kind = Soft
	}
	return NewSmallButton(dayKey+day.Format(time.DateOnly), kind, "", strconv.Itoa(day.Day()), func() { c.onPick(day) })
}

// move goes by days and months and focuses the day it comes to.
func (c *calendar) move(days, months int) {
	to := c.day.AddDate(0, 0, days)
	if months != 0 { // the 31st goes to the last day of a shorter month
		first := c.day.AddDate(0, months, 1-c.day.Day())
		to = first.AddDate(0, 0, min(c.day.Day(), first.AddDate(0, 1, -1).Day())-1)
	}
	byDay := c.atDay()
	another := to.Month() != c.day.Month() || to.Year() != c.day.Year()
	c.day = to
	if another {
		Keep(c.at, c.root, c.build)
		c.at.Overlays().Top().Refresh()
	}
	if byDay {
		c.focus()
	}
}

// atDay tells whether the focus is on a day, not on the arrows of the head.
func (c *calendar) atDay() bool {
	k, ok := c.at.Focused().(keyed)
	if !ok {
		return true
	}
	_, err := time.Parse(dayKey+time.DateOnly, k.FocusKey())
	return err == nil
}

func (c *calendar) focus() {
	walk(c.root, func(o fyne.CanvasObject) bool {
		if k, ok := o.(keyed); ok && k.FocusKey() == dayKey+c.day.Format(time.DateOnly) {
			c.at.Focus(o.(fyne.Focusable))
			return false
		}
		return true
	})
}

func (c *calendar) key(event *fyne.KeyEvent) bool {
	moves := map[fyne.KeyName][2]int{
		fyne.KeyLeft: {-1, 0}, fyne.KeyRight: {1, 0}, fyne.KeyUp: {-7, 0}, fyne.KeyDown: {7, 0},
		fyne.KeyPageUp: {0, -1}, fyne.KeyPageDown: {0, 1},
	}
	move, ok := moves[event.Name]
	if ok {
		c.move(move[0], move[1])
	}
	return ok
}

// showCalendar opens a calendar below an object; the focus is on the day.
func showCalendar(below fyne.CanvasObject, day time.Time, onPick func(day time.Time)) {
	at := canvasOf(below)
	if at == nil {
		return
	}
	var s *sheet
	c := newCalendar(at, day, func(picked time.Time) {
		s.hide()
		onPick(picked)
	})
	card := Over(newBlocker(), Outline(look.C().Surface, look.C().ButtonLine, cardRadius), Pad(10, 12, 12, 12, c.root))
	s = newSheet(at, color.Transparent, card)
	s.onMiss = s.hide
	s.arrange = func(window fyne.Size) { besides(below, card, window) }
	s.key = func(event *fyne.KeyEvent) bool {
		if event.Name == fyne.KeyEscape {
			s.hide()
			return true
		}
		return c.key(event)
	}
	s.show(nil)
	c.focus()
}

// besides places a card below an object, within the window, or above it where there is no room.
func besides(object, card fyne.CanvasObject, window fyne.Size) {
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(object)
	width := fyne.Max(up(minWidthOf(card)), fyne.Min(object.Size().Width, 320))
	height := up(HeightOf(card, width))
	x := fyne.Max(8, fyne.Min(from.X, window.Width-width-8))
	y := from.Y + object.Size().Height + 4
	if y+height > window.Height-8 {
		y = fyne.Max(8, from.Y-height-4)
	}
	place(card, x, y, width, fyne.Min(height, window.Height-16))
}
