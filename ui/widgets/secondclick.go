package widgets

import (
	"reflect"
	"time"

	"fyne.io/fyne/v2"
)

// clicked is the last click that acted, in any window. The second click of a double click meets what the first one put
// under the pointer: the next row's button, or one of the dialog that was opened. It is meant for none of these.
var clicked struct {
	at       fyne.Position // of the window
	when     time.Time
	on, root uintptr // the control, and the dialog or the window round it; no pointers, which would keep what is closed
	key      string
}

// now is the time of clicks; nil where nobody clicks by hand, and each click is one of its own.
var now func() time.Time

// UseClicks says the time by which the second click of a double click is known.
func UseClicks(clock func() time.Time) { now = clock }

// sameSpot is how far the pointer moves within a double click.
const sameSpot = 4

// secondClick tells whether a click is the second one of a double click whose first one was on something else, and
// remembers it. What was drawn anew in its place, with its key, is the same: one may click fast through months.
func secondClick(on fyne.CanvasObject, key string, at fyne.Position) bool {
	if now == nil || at.IsZero() { // nobody knows when or where
		return false
	}
	before := clicked
	clicked.at, clicked.when, clicked.on, clicked.key, clicked.root = at, now(), address(on), key, 0
	if c := canvasOf(on); c != nil {
		clicked.root = address(rootOf(c))
	}
	moved := at.Subtract(before.at)
	switch {
	case before.on == 0, before.on == clicked.on, before.key == key && before.root == clicked.root:
		return false
	case moved.X > sameSpot, moved.X < -sameSpot, moved.Y > sameSpot, moved.Y < -sameSpot:
		return false
	}
	return clicked.when.Sub(before.when) < fyne.CurrentApp().Driver().DoubleTapDelay()
}

// clickDone is where what a click does was done: the second click waits meanwhile, and is not seen before.
func clickDone() {
	if now != nil {
		clicked.when = now()
	}
}

func address(o fyne.CanvasObject) uintptr { return reflect.ValueOf(o).Pointer() }
