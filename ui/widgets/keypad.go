package widgets

import "fyne.io/fyne/v2"

// The keypad's keys have the names of digits in Fyne, whether NumLock is on or off; only the place of a key tells that it
// is one of the keypad, and only the digit that follows, or doesn't, that NumLock is on. So such a key waits until the
// digit comes, or the key is let go, comes again, or another follows.

// padTwins are the keys of the keypad by name and place: as X11 counts them, and as Wayland and Windows do.
var padTwins = map[padKey]fyne.KeyName{
	{fyne.Key7, 79}: fyne.KeyHome, {fyne.Key7, 71}: fyne.KeyHome,
	{fyne.Key8, 80}: fyne.KeyUp, {fyne.Key8, 72}: fyne.KeyUp,
	{fyne.Key9, 81}: fyne.KeyPageUp, {fyne.Key9, 73}: fyne.KeyPageUp,
	{fyne.Key4, 83}: fyne.KeyLeft, {fyne.Key4, 75}: fyne.KeyLeft,
	{fyne.Key6, 85}: fyne.KeyRight, {fyne.Key6, 77}: fyne.KeyRight,
	{fyne.Key1, 87}: fyne.KeyEnd, {fyne.Key1, 79}: fyne.KeyEnd,
	{fyne.Key2, 88}: fyne.KeyDown, {fyne.Key2, 80}: fyne.KeyDown,
	{fyne.Key3, 89}: fyne.KeyPageDown, {fyne.Key3, 81}: fyne.KeyPageDown,
	{fyne.KeyPeriod, 91}: fyne.KeyDelete, {fyne.KeyPeriod, 83}: fyne.KeyDelete,
	{fyne.KeyComma, 91}: fyne.KeyDelete, {fyne.KeyComma, 83}: fyne.KeyDelete,
	{fyne.KeyUnknown, 91}: fyne.KeyDelete, {fyne.KeyUnknown, 83}: fyne.KeyDelete,
}

type padKey struct {
	name  fyne.KeyName
	place int
}

// padTwin is the key that one of the keypad is without NumLock.
func padTwin(event *fyne.KeyEvent) (*fyne.KeyEvent, bool) {
	name, ok := padTwins[padKey{event.Name, event.Physical.ScanCode}]
	return &fyne.KeyEvent{Name: name}, ok
}

// padPressed lets a key of the keypad wait, and tells whether it is one.
func (e *Entry) padPressed(event *fyne.KeyEvent) bool {
	e.padDone()
	twin, ok := padTwin(event)
	if ok {
		e.pad = twin
	}
	return ok
}

// padTyped is told of each character: that of the keypad's key, which it typed then, or another one.
func (e *Entry) padTyped(r rune) {
	if r >= '0' && r <= '9' || r == '.' || r == ',' {
		e.pad = nil
		return
	}
	e.padDone()
}

// padDone does what a waiting key does without NumLock.
func (e *Entry) padDone() {
	if waits := e.pad; waits != nil {
		e.pad = nil
		e.self.(fyne.Focusable).TypedKey(waits)
	}
}
