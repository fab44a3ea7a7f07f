package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"handback/ui/room"
)

// TestNoClickIsLostToASave: whoever presses a control while what was typed isn't saved yet finds the same control when the button
// comes up, or one of the same key, which takes the click over.
func TestNoClickIsLostToASave(t *testing.T) {
	aloneUnderRace(t)
	w := sampleWindow(t)
	w.lookAt(fyne.NewSize(1280, 800), "light", "1.0")
	seen := 0
	for _, p := range []room.Place{
		{Screen: room.Notes, Person: w.report()},
		{Screen: room.Meeting, Person: w.report()},
		{Screen: room.Notes, Person: w.Me().ID},
	} {
		w.guard = 0
		w.visit(p)
		for i := range w.controls() {
			w.guard = 0
			w.visit(room.Place{Screen: room.Today})
			w.visit(p)
			w.editor.FocusHere()
			w.settle()
			w.typeText("x")
			all := w.controls()
			if i >= len(all) {
				break
			}
			pressed := all[i]
			pressed.o.(desktop.Mouseable).MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
			w.settle()
			seen++
			if now := w.controlAt(pressed.x, pressed.y); now != pressed.o && focusKeyOf(now) != focusKeyOf(pressed.o) {
				t.Errorf("%s: while %s is pressed %v comes in its place", p.Screen, named(pressed.o), nameOrNone(now))
			}
		}
	}
	if seen < 60 {
		t.Errorf("only %d controls were pressed", seen)
	}
}

type placed struct {
	o    fyne.CanvasObject
	x, y float32
}

// controls are what can be pressed with the pointer, with the middle of what is seen of it; texts that are written apart.
func (w *window) controls() (all []placed) {
	for _, h := range w.hits() {
		_, pressed := h.o.(desktop.Mouseable)
		_, typed := h.o.(interface{ SelectedText() string })
		x, y := (h.really.left+h.really.right)/2, (h.really.top+h.really.bottom)/2
		if pressed && !typed && h.really.holds(x, y) && w.controlAt(x, y) == h.o {
			all = append(all, placed{h.o, x, y})
		}
	}
	return all
}

// controlAt is what the toolkit finds there.
func (w *window) controlAt(x, y float32) (o fyne.CanvasObject) {
	for _, h := range w.hits() {
		if h.found.holds(x, y) {
			o = h.o
		}
	}
	return o
}

func focusKeyOf(o fyne.CanvasObject) string {
	if k, is := o.(interface{ FocusKey() string }); is {
		return k.FocusKey()
	}
	return ""
}

func nameOrNone(o fyne.CanvasObject) string {
	if o == nil {
		return "nothing"
	}
	return named(o)
}
