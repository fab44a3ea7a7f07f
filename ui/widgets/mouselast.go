package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// mouseLast tells that the pointer was used last, and no key since. What takes the focus meanwhile, as what opened a menu does
// once that was clicked away, or the first control of a screen that a click led to, is not ringed: the ring is for the keyboard.
var mouseLast bool

// untouched tells that neither the pointer nor a key was used yet: the first screen waits, and nothing on it is ringed.
var untouched = true

// ByKeys tells that a key was pressed: what takes the focus from now on is ringed.
func ByKeys() { mouseLast, untouched = false, false }

// AcceptsTab has the first Tab of all ring what has the keyboard unseen, as the first key in a menu does.
func (c *control) AcceptsTab() bool { return c.unseen }

// Ringed reports whether what has the keyboard shows it: a key brought it there.
func Ringed(o fyne.Focusable) bool {
	c, is := o.(interface{ base() *control })
	return is && c.base().focused && !c.base().byMouse
}

// WatchKeys notices the keys of a window in which nothing has the keyboard.
func WatchKeys(at fyne.Canvas) {
	if keys, ok := at.(desktop.Canvas); ok {
		keys.SetOnKeyDown(func(*fyne.KeyEvent) { ByKeys() })
	}
}

// KeyDown notices that the keyboard is used, before Tab leads on from here, or a shortcut is done.
func (c *control) KeyDown(*fyne.KeyEvent) { ByKeys() }

// KeyUp ends KeyDown.
func (c *control) KeyUp(*fyne.KeyEvent) {}

// KeyDown notices that the keyboard is used.
func (b *Begin) KeyDown(*fyne.KeyEvent) { ByKeys() }

// KeyUp ends KeyDown.
func (b *Begin) KeyUp(*fyne.KeyEvent) {}
