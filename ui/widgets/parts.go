package widgets

import (
	"fyne.io/fyne/v2"
)

// Stops are the controls in a part of a window that take the keyboard, in the order of Tab.
func Stops(part fyne.CanvasObject) []fyne.Focusable {
	var stops []fyne.Focusable
	var visit func(o fyne.CanvasObject)
	visit = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		if f, ok := o.(fyne.Focusable); ok {
			if d, can := o.(fyne.Disableable); !can || !d.Disabled() {
				stops = append(stops, f)
			}
		}
		for _, child := range childrenOf(o) {
			visit(child)
		}
	}
	visit(part)
	return stops
}

// HasFocus tells whether the keyboard is in a part of a window.
func HasFocus(at fyne.Canvas, part fyne.CanvasObject) bool {
	focused := at.Focused()
	for _, stop := range Stops(part) {
		if stop == focused {
			return true
		}
	}
	return false
}

// KeyOfFocus is the key of what has the keyboard, "" where nothing does.
func KeyOfFocus(at fyne.Canvas) string {
	if k, ok := at.Focused().(keyed); ok {
		return k.FocusKey()
	}
	return ""
}

// EnterPart gives the keyboard to a part of a window: to the control with the key, the one that it had last, otherwise to
// the row that is chosen there, otherwise to the first. It tells whether there is one.
func EnterPart(at fyne.Canvas, part fyne.CanvasObject, key string) bool {
	stops := Stops(part)
	if len(stops) == 0 {
		return false
	}
	to := stops[0]
	for _, stop := range stops {
		if row, ok := stop.(*Row); ok && row.selected {
			to = stop
			break
		}
	}
	if key != "" {
		for _, stop := range stops {
			if k, ok := stop.(keyed); ok && k.FocusKey() == key {
				to = stop
				break
			}
		}
	}
	at.Focus(to)
	return true
}

// side is where an arrow leads from a control.
type side struct{ left, top, right, bottom float32 }

func sideOf(o fyne.CanvasObject) side {
	at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
	return side{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

// MoveInPart moves the keyboard within a part of a window by an arrow: to the nearest control in that direction. It tells
// whether there is one. Where goesOn is true, Right at the end of a line goes on as Tab does, and Left at its start back.
func MoveInPart(at fyne.Canvas, part fyne.CanvasObject, arrow fyne.KeyName, goesOn bool) bool {
	focused, ok := at.Focused().(fyne.CanvasObject)
	if !ok {
		return false
	}
	from := sideOf(focused)
	var to fyne.Focusable
	best := float32(-1)
	stops := Stops(part)
	self := -1
	for i, stop := range stops {
		o, ok := stop.(fyne.CanvasObject)
		if !ok || o == focused {
			self = i
			continue
		}
		if far := farness(from, sideOf(o), arrow); far >= 0 && (best < 0 || far < best) {
			to, best = stop, far
		}
	}
	if to == nil && goesOn {
		next := map[fyne.KeyName]int{fyne.KeyRight: self + 1, fyne.KeyLeft: self - 1}
		if i, ok := next[arrow]; ok && i >= 0 && i < len(stops) {
			to = stops[i]
		}
	}
	if to == nil {
		return false
	}
	at.Focus(to)
	return true
}

// farness is how far a control lies in a direction, negative where it does not. Up and down lead to the next line, to what
// stands below each other first; left and right stay in the line, and lead into a row and out of it.
func farness(from, to side, arrow fyne.KeyName) float32 {
	const touch = 4 // controls answer to taps a little beyond what is drawn, and so overlap
	switch {
	case arrow == fyne.KeyDown && to.top >= from.bottom-touch:
		return fyne.Max(0, to.top-from.bottom)*3 + beside(from, to)
	case arrow == fyne.KeyUp && to.bottom <= from.top+touch:
		return fyne.Max(0, from.top-to.bottom)*3 + beside(from, to)
	case arrow == fyne.KeyDown, arrow == fyne.KeyUp:
		return -1
	}
	return farnessInLine(from, to, arrow)
}

func farnessInLine(from, to side, arrow fyne.KeyName) float32 {
	const touch = 4
	if to.bottom <= from.top || to.top >= from.bottom {
		return -1
	}
	into, outOf := from.around(to), to.around(from)
	switch {
	case arrow == fyne.KeyRight && (into || !outOf && to.left >= from.right-2*touch):
		return fyne.Max(0, to.left-from.left) + off(to.middle()-from.middle())
	case arrow == fyne.KeyLeft && !into && !outOf && to.right <= from.left+2*touch:
		return from.left - to.left + off(to.middle()-from.middle())
	case arrow == fyne.KeyLeft && outOf:
		return 10_000 + from.left - to.left // the row that it stands in, after all that stands before it there
	}
	return -1
}

// beside is how far apart two controls stand, where one goes up or down.
func beside(from, to side) float32 {
	const most = 100 // where they stand below each other it matters little at which end
	apart, shift := fyne.Max(to.left-from.right, from.left-to.right), off(to.left-from.left)
	if apart <= 0 {
		return fyne.Min(shift, most)
	}
	return apart*2 + shift
}

func (s side) middle() float32 { return (s.top + s.bottom) / 2 }

// around tells whether what is smaller stands within what is larger, though it may reach beyond its edge.
func (s side) around(o side) bool {
	x, y := (o.left+o.right)/2, o.middle()
	return x > s.left && x < s.right && y > s.top && y < s.bottom && (s.right-s.left)*(s.bottom-s.top) > (o.right-o.left)*(o.bottom-o.top)
}

func off(v float32) float32 {
	if v < 0 {
		return -v
	}
	return v
}
