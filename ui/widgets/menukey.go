package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// isMenuKey tells whether a key asks for the menu of what has the keyboard: the key that keyboards have for it, or Shift+F10.
func isMenuKey(event *fyne.KeyEvent) bool {
	return event.Name == desktop.KeyMenu || event.Name == fyne.KeyF10 && shiftHeld()
}

// shiftHeld tells whether Shift is held: with it alone Fyne makes no shortcut of a key.
func shiftHeld() bool {
	d, is := fyne.CurrentApp().Driver().(desktop.Driver)
	return is && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// menuByKey opens the menu of the line that a control stands in, or its own, as a right click on it does.
func (c *control) menuByKey() {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.self)
	size := c.self.Size()
	openMenuOf(canvasOf(c.self), at.AddXY(size.Width/2, size.Height/2), false)
}

// menuByKey opens the menu of a text at the caret.
func (e *Entry) menuByKey() {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(e.self).Add(e.CursorPosition())
	e.self.(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{AbsolutePosition: at, Position: e.CursorPosition()})
}
