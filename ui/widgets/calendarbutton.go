package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// calendarButton opens the calendar of a date field by the pointer. It never takes the focus: Tab goes from day to day.
type calendarButton struct {
	widget.BaseWidget
	key    string
	act    func()
	ground *canvas.Rectangle
	inner  *fyne.Container
	tip    tip
}

func newCalendarButton(key string, act func()) *calendarButton {
	b := &calendarButton{key: key, act: act, ground: Box(color.Transparent, 6)}
	b.inner = Over(b.ground, Centre(fieldHeight, fieldHeight, Icon("cal", 15, look.C().Text)))
	b.ExtendBaseWidget(b)
	return b
}

// FocusKey is what it is found by.
func (b *calendarButton) FocusKey() string { return b.key }

// Tapped opens the calendar.
func (b *calendarButton) Tapped(*fyne.PointEvent) { b.act() }

// MouseDown is a press of its own.
func (b *calendarButton) MouseDown(*desktop.MouseEvent) { noPress() }

// MouseUp tells what was pressed before this came in its place.
func (b *calendarButton) MouseUp(event *desktop.MouseEvent) { released(b, event) }

// MouseIn does nothing yet, see control.
func (b *calendarButton) MouseIn(*desktop.MouseEvent) {}

// MouseMoved lights it up, and tells the tooltips where the pointer is.
func (b *calendarButton) MouseMoved(event *desktop.MouseEvent) {
	b.light(look.C().Hover)
	if event != nil {
		pointAt(canvasOf(b), event.AbsolutePosition)
	}
}

// MouseOut ends MouseMoved.
func (b *calendarButton) MouseOut() { b.light(color.Transparent) }

func (b *calendarButton) light(c color.Color) {
	if b.ground.FillColor != c {
		b.ground.FillColor = c
		b.ground.Refresh()
	}
}

func (b *calendarButton) setTip(t tip) { b.tip = t }
func (b *calendarButton) saysTip() tip { return b.tip }

// Cursor is a pointer.
func (b *calendarButton) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer belongs to Fyne.
func (b *calendarButton) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(b.inner)
}
