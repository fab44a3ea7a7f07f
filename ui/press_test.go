package ui

import (
	"strings"
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

// TestWhateverTheButtonComesUpOnIsTold: what was pressed may have moved by then, and acts if what came in its place is told.
func TestWhateverTheButtonComesUpOnIsTold(t *testing.T) {
	aloneUnderRace(t)
	w := sampleWindow(t)
	w.lookAt(fyne.NewSize(1280, 800), "light", "1.0")
	for _, sc := range screens {
		for name, p := range w.viewsOf(sc) {
			w.guard = 0
			w.visit(p)
			walkDrawn(w.win.Canvas().Content(), func(o fyne.CanvasObject) {
				switch o.(type) {
				case desktop.Mouseable:
				case fyne.Tappable, fyne.SecondaryTappable, fyne.DoubleTappable, fyne.Focusable:
					t.Errorf("%s: %s takes the release and is not told of it", name, named(o))
				}
			})
		}
	}
}

// TestAClickOnALineThatTheSaveMovesTakesIt: what is typed is filed as the press saves it, and counts the lines anew.
func TestAClickOnALineThatTheSaveMovesTakesIt(t *testing.T) {
	w := sampleWindow(t)
	w.lookAt(fyne.NewSize(1280, 800), "light", "1.0")
	note := w.writeNote(w.Person(w.report()), "todo me: draft the plan\ntodo me: book the room\n")
	w.guard = 0
	w.visit(room.Place{Screen: room.Today})
	w.visit(room.Place{Screen: room.Notes, Person: w.report(), Note: note})
	w.editor.FocusHere()
	w.editor.SetCaret(0)
	w.settle()
	w.typeText("todo me: call the vendor\n")
	for _, c := range w.controls() {
		if named(c.o) != "filed.2.tick" && named(c.o) != "filed.1.tick" {
			continue
		}
		event := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		event.AbsolutePosition = fyne.NewPos(c.x, c.y)
		c.o.(desktop.Mouseable).MouseDown(event)
		w.settle()
		now := w.controlAt(c.x, c.y)
		if now == c.o {
			t.Fatal("the save moved nothing")
		}
		now.(desktop.Mouseable).MouseUp(event)
		w.settle()
		break
	}
	want := "todo me: call the vendor\ntodo me: draft the plan (done"
	if got := w.stored(note); !strings.HasPrefix(got, want) {
		t.Errorf("it is\n%s", got)
	}
}

// walkDrawn goes through all that is drawn.
func walkDrawn(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	for _, child := range drawnOf(o) {
		walkDrawn(child, visit)
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
