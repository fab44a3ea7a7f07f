package widgets

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// A press takes the focus from the text, which is saved, and what is saved is drawn: before the button comes up the control that
// was pressed may be another object, or a row further down. The toolkit looks again at the release, finds two objects, and
// drops the click. So whatever gets the release says so here, and what was pressed acts, wherever it is by then.

// pressed is the control on which a button of the mouse went down and has not come up yet.
var pressed struct {
	on     *control
	at     fyne.Position // of the window
	within fyne.Position // of the control
	button desktop.MouseButton
	says   string     // see saysWith
	wrote  *noteEntry // what had the keyboard before; see writeOn
}

func pressOn(c *control, event *desktop.MouseEvent) {
	noPress()
	if pressed.on = c; event != nil {
		pressed.at, pressed.within, pressed.button = event.AbsolutePosition, event.Position, event.Button
	}
	pressed.says, pressed.wrote = "", nil
	at := canvasOf(c.self)
	if at == nil {
		return
	}
	pressed.wrote, _ = at.Focused().(*noteEntry)
	if numbered(c.Key) != c.Key { // else there is one of it
		pressed.says = saysWith(rootOf(at), c.self)
	}
}

// writeOn gives the keyboard back to the note that was written in when something beside it was clicked that is done in passing, as a
// tick: what is typed next belongs into the note.
func writeOn(at fyne.Canvas) {
	e := pressed.wrote
	pressed.wrote = nil
	if e == nil || at == nil || at.Overlays().Top() != nil || canvasOf(e) != at || at.Focused() == fyne.Focusable(e) {
		return
	}
	at.Focus(e)
}

// noPress is for what takes a press itself.
func noPress() {
	pressed.on = nil
	mouseLast, untouched = true, false
}

// released is told by whatever the button comes up on. What was pressed acts, unless it is the same object, which the toolkit
// taps, or the pointer has moved on to something else meanwhile, which calls the click off.
func released(on fyne.CanvasObject, event *desktop.MouseEvent) {
	was := pressed.on
	noPress()
	if was == nil || was.Key == "" || was.self == on || event == nil || event.Button != pressed.button {
		return
	}
	target := pressedNow(was, on, event)
	if target == nil {
		return
	}
	if c, is := target.(interface{ base() *control }); is {
		c.base().pressed = true
	}
	tap := event.PointEvent
	if target != on {
		tap.Position = pressed.within
	}
	tapOn(target, tap)
}

// tapOn does what the button that was pressed does at a place of an object.
func tapOn(target fyne.CanvasObject, tap fyne.PointEvent) {
	switch pressed.button {
	case desktop.MouseButtonPrimary:
		if t, is := target.(fyne.Tappable); is {
			t.Tapped(&tap)
		}
	case desktop.MouseButtonSecondary:
		t, is := target.(fyne.SecondaryTappable)
		if is && near(pressed.at, tap.AbsolutePosition) { // its menu is the one of the line that stands where the control is now
			tap.AbsolutePosition = fyne.CurrentApp().Driver().AbsolutePositionForObject(target).Add(tap.Position)
			t.TappedSecondary(&tap)
		}
	}
}

// pressedNow is what was pressed as it is now that the button came up on something; nil where it isn't there, or the pointer has moved
// on to something else.
func pressedNow(was *control, on fyne.CanvasObject, event *desktop.MouseEvent) fyne.CanvasObject {
	here, is := on.(keyed)
	again := is && here.FocusKey() == was.Key
	if !again && !near(pressed.at, event.AbsolutePosition) {
		return nil
	}
	switch at := canvasOf(on); {
	case at != nil:
		return comeBack(rootOf(at), was.Key, pressed.says)
	case again:
		return on
	}
	return nil
}

// near reports whether a pointer that was at a place has not moved from it; nobody knows of a place that is zero.
func near(a, b fyne.Position) bool {
	by := a.Subtract(b)
	return !a.IsZero() && !b.IsZero() && by.X <= sameSpot && by.X >= -sameSpot && by.Y <= sameSpot && by.Y >= -sameSpot
}

// comeBack is the control below root that was pressed. Where lines are counted, and one has come before it, it has another number:
// it is the one of its kind whose line says what was pressed. Else it is the one of the same key.
func comeBack(root fyne.CanvasObject, key, says string) fyne.CanvasObject {
	var same, like fyne.CanvasObject
	saysSame, likes := false, 0
	walkShown(root, nil, func(o fyne.CanvasObject, round []fyne.CanvasObject) {
		k, is := o.(keyed)
		if _, acts := o.(fyne.Tappable); !acts || !is || numbered(k.FocusKey()) != numbered(key) {
			return
		}
		said := says != "" && textAround(append(round, o)) == says
		switch {
		case k.FocusKey() == key && same == nil:
			same, saysSame = o, said
		case said:
			like = o
			likes++
		}
	})
	if same != nil && (saysSame || likes == 0) {
		return same
	}
	if likes == 1 {
		return like
	}
	return nil
}

// numbered is a key with all its numbers alike.
func numbered(key string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, key)
}

// saysWith is what is said on the line that an object stands in.
func saysWith(root, of fyne.CanvasObject) (says string) {
	walkShown(root, nil, func(o fyne.CanvasObject, round []fyne.CanvasObject) {
		if o == of {
			says = textAround(append(round, o))
		}
	})
	return says
}

// saysMore is by how many letters what stands around a control has to say more than it does itself, to tell which it is.
const saysMore = 20

// textAround is what is said on the row that the last of the objects, each within the one before, stands in; where there is
// none, what the smallest of them says that tells it from its likes.
func textAround(path []fyne.CanvasObject) string {
	for i := len(path) - 1; i >= 0; i-- {
		if _, is := path[i].(*Row); is {
			return textsOf(path[i])
		}
	}
	own := len(textsOf(path[len(path)-1]))
	for i := len(path) - 1; i >= 0; i-- {
		if says := textsOf(path[i]); len(says) >= own+saysMore {
			return says
		}
	}
	return ""
}

func textsOf(o fyne.CanvasObject) string {
	var b strings.Builder
	walkShown(o, nil, func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			b.WriteString(o.Text + "\n")
		case *Para:
			b.WriteString(o.String() + "\n")
		}
	})
	return b.String()
}

// walkShown goes through what can be seen, with the objects around each.
func walkShown(o fyne.CanvasObject, round []fyne.CanvasObject, visit func(o fyne.CanvasObject, round []fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o, round)
	round = append(round[:len(round):len(round)], o)
	for _, child := range childrenOf(o) {
		walkShown(child, round, visit)
	}
}
