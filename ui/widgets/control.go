package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// control is what all that can be acted on shares: reached by Tab, a focus ring
// that is shown when the keyboard brought the focus, Space and Enter and a tap
// act, a pointer as cursor. Keys it has no use for go on to the window.
type control struct {
	widget.BaseWidget
	// Key is the control's identity for Keep: it stays the same when a room
	// builds its tree again. No other control of the room has it.
	Key string

	self     fyne.Widget
	act      func()
	restyle  func() // colours for hovered, focused, disabled
	ring     *canvas.Rectangle
	focused  bool
	byMouse  bool // the focus came by the pointer: no ring until a key is pressed
	unseen   bool // the focus came before anything was used: see AcceptsTab
	hovered  bool
	disabled bool
	tip      tip            // see WithTip
	under    *fyne.Position // of the pointer, while a tap of it acts
	atTap    bool           // a menu that it opens now lies where it was tapped
	pressed  bool           // by the pointer
	typedTo  bool           // letters were typed while it has the keyboard: they are meant for a field
}

// extend finishes construction: self is the whole widget.
func (c *control) extend(self fyne.Widget, key string, act func()) {
	c.self, c.Key, c.act = self, key, act
	c.ring = newRing()
	c.ExtendBaseWidget(self)
}

func newRing() *canvas.Rectangle {
	ring := canvas.NewRectangle(color.Transparent)
	ring.StrokeColor, ring.StrokeWidth = look.C().Primary, 2
	ring.Hide()
	return ring
}

// FocusKey is the control's identity for Keep.
func (c *control) FocusKey() string { return c.Key }

// Tapped acts.
func (c *control) Tapped(event *fyne.PointEvent) { c.tapped(event, c.do) }

// tapped acts, and lets what that opens know that the pointer did it, and where.
func (c *control) tapped(event *fyne.PointEvent, act func()) {
	if pressed := c.pressed; pressed && event != nil {
		c.pressed = false
		if secondClick(c.self, c.Key, event.AbsolutePosition) {
			return
		}
		defer clickDone()
	}
	if event != nil && canvasOf(c.self) != nil {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.self).Add(event.Position)
		c.under = &at
		defer func() { c.under = nil }()
	}
	act()
}

// TappedSecondary opens the menu of the line that the control stands in, or its own.
func (c *control) TappedSecondary(event *fyne.PointEvent) {
	rightTap(canvasOf(c.self), event.AbsolutePosition)
}

func (c *control) do() {
	if !c.disabled && c.act != nil {
		c.act()
	}
}

// MouseDown takes the focus, so that Tab goes on from here.
func (c *control) MouseDown(event *desktop.MouseEvent) {
	pressOn(c, event)
	if c.disabled {
		return
	}
	c.byMouse, c.pressed = true, true
	if at := canvasOf(c.self); at != nil {
		HideTip(at)
		at.Focus(c.self.(fyne.Focusable))
	}
}

// pointed tells whether the pointer brought the focus; point that it will.
func (c *control) pointed() bool { return c.byMouse }
func (c *control) point()        { c.byMouse = true }

// MouseUp is where the press ends: see released. Where it was on this control, Tapped acts.
func (c *control) MouseUp(event *desktop.MouseEvent) { released(c.self, event) }

// MouseIn does nothing yet: a window that opens, or a screen that changes, under a resting pointer lights nothing up.
func (c *control) MouseIn(*desktop.MouseEvent) {}

// MouseMoved lights the control up.
func (c *control) MouseMoved(event *desktop.MouseEvent) {
	c.hover(true)
	c.pointAt(event)
}

// MouseOut ends MouseMoved.
func (c *control) MouseOut() {
	c.hover(false)
	pointAway(canvasOf(c.self))
}

// pointAt tells the tooltips where the pointer is.
func (c *control) pointAt(event *desktop.MouseEvent) {
	if event != nil {
		pointAt(canvasOf(c.self), event.AbsolutePosition)
	}
}

func (c *control) hover(on bool) {
	if c.hovered == on {
		return
	}
	if c.hovered = on; c.restyle != nil {
		c.restyle()
	}
}

// Cursor is a pointer where a tap does something.
func (c *control) Cursor() desktop.Cursor {
	if c.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// FocusGained shows the ring, unless the pointer was used last, and scrolls to where it can be seen.
func (c *control) FocusGained() {
	if pressed := c.gain(); !pressed {
		reveal(c.self)
	}
}

// gain takes the focus, and tells whether a press of the pointer brought it.
func (c *control) gain() (pressed bool) {
	c.focused, c.typedTo = true, false
	pressed = c.byMouse && !c.unseen // the window's own focus tells it again
	c.unseen = untouched && !pressed
	c.byMouse = pressed || mouseLast || c.unseen
	c.showRing()
	return pressed
}

// FocusLost hides the ring.
func (c *control) FocusLost() {
	c.focused, c.byMouse, c.unseen = false, false, false
	c.showRing()
}

func (c *control) showRing() {
	if c.focused && !c.byMouse {
		c.ring.Show()
	} else {
		c.ring.Hide()
	}
	if c.restyle != nil {
		c.restyle()
	}
}

// TypedRune acts on Space. Not on the key: the rune that follows it would go to
// whatever the action gave the focus to. A Space after a letter is one between words, of whoever believes to be in a field: of a
// passphrase it would act here, and have the rest typed somewhere else.
func (c *control) TypedRune(r rune) {
	ByKeys()
	if r != ' ' || c.typedTo {
		c.typedTo = r != ' '
		return
	}
	c.byMouse = false
	c.showRing()
	c.do()
}

// TypedKey acts on Enter and passes on what is not for it.
func (c *control) TypedKey(event *fyne.KeyEvent) {
	ByKeys()
	if c.unseen && event.Name == fyne.KeyTab {
		c.unseen, c.byMouse = false, false
		c.showRing()
		return
	}
	if isMenuKey(event) {
		c.menuByKey()
		return
	}
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.typedTo {
			c.typedTo = false
			return
		}
		c.do()
	case fyne.KeySpace:
	default:
		passOn(c.self, event)
	}
}

// Disabled tells whether the control is off: Tab passes it by, nothing acts.
func (c *control) Disabled() bool { return c.disabled }

// Disable turns the control off.
func (c *control) Disable() { c.setDisabled(true) }

// Enable turns the control on.
func (c *control) Enable() { c.setDisabled(false) }

func (c *control) setDisabled(off bool) {
	if c.disabled == off {
		return
	}
	c.disabled = off
	c.self.Refresh()
}

// placeRing lays the ring round a span of the widget, with air between.
func (c *control) placeRing(x, y, width, height, radius float32) {
	const air = 3
	c.ring.CornerRadius = radius + air
	place(c.ring, x-air, y-air, width+2*air, height+2*air)
}

// canvasOf is where an object is shown, nil if nowhere.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}

// passOn gives a key to the overlay that o stands in, or to the window.
func passOn(o fyne.CanvasObject, event *fyne.KeyEvent) {
	at := canvasOf(o)
	if at == nil || HandleOverlayKey(at, event) {
		return
	}
	if typed := at.OnTypedKey(); typed != nil {
		typed(event)
	}
}
