package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"handback/ui/room"
	"handback/ui/widgets"
)

// TestAClickMeetsWhatIsSeen scrolls every screen, with a long note open, and looks at the middle of each control that can be seen:
// a click there meets the control, and not what is scrolled out of sight at the same place.
func TestAClickMeetsWhatIsSeen(t *testing.T) {
	aloneUnderRace(t)
	w := sampleWindow(t)
	w.lookAt(fyne.NewSize(1000, 640), "light", "1.0")
	note := w.writeNote(w.Person(w.report()), strings.Repeat("a line of a long note\n", 120))
	seen := 0
	for _, sc := range screens {
		t.Run(string(sc.id), func(t *testing.T) {
			w.t = t
			views := w.viewsOf(sc)
			if sc.id == room.Notes {
				views["a long note"] = room.Place{Screen: sc.id, Person: w.report(), Note: note}
			}
			for name, p := range views {
				w.guard = 0
				w.visit(p)
				for _, offset := range []float32{0, 37, 100_000} {
					scrollAll(w.win.Canvas().Content(), offset)
					w.settle()
					seen += w.meets(name)
				}
			}
		})
	}
	if seen < 3000 {
		t.Errorf("only %d controls were looked at", seen)
	}
}

// scrollAll scrolls all that scrolls.
func scrollAll(o fyne.CanvasObject, offset float32) {
	if s, is := o.(*widgets.Scroll); is {
		s.ScrollTo(offset)
	}
	for _, child := range drawnOf(o) {
		scrollAll(child, offset)
	}
}

// drawnOf is all that an object is drawn from.
func drawnOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.ThemeOverride:
		return []fyne.CanvasObject{o.Content}
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// area is a part of the window.
type area struct{ left, top, right, bottom float32 }

func areaOf(at fyne.Position, size fyne.Size) area {
	return area{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

func (a area) and(b area) area {
	return area{max(a.left, b.left), max(a.top, b.top), min(a.right, b.right), min(a.bottom, b.bottom)}
}

func (a area) holds(x, y float32) bool {
	return x >= a.left && y >= a.top && x < a.right && y < a.bottom
}

// hit is what the toolkit finds of a control: it asks the innermost clip alone what can be seen, where painting heeds them all.
type hit struct {
	o             fyne.CanvasObject
	inside        []fyne.CanvasObject // the objects round it
	found, really area
}

// meets compares them for all that can be tapped, and tells how many controls it looked at.
func (w *window) meets(name string) (seen int) {
	w.t.Helper()
	hits := w.hits()
	for i, h := range hits {
		x, y := (h.really.left+h.really.right)/2, (h.really.top+h.really.bottom)/2
		if !h.really.holds(x, y) {
			continue
		}
		seen++
		for _, over := range hits[i+1:] { // the toolkit takes the last one
			if over.found.holds(x, y) && !over.really.holds(x, y) {
				w.t.Errorf("%s: a click on %s at %.0f, %.0f meets %s, which can't be seen there", name, named(h.o), x, y, named(over.o))
			}
		}
	}
	return seen
}

// hits are all objects of the window that can be tapped, in the order in which the toolkit goes through them.
func (w *window) hits() (hits []hit) {
	var look func(o fyne.CanvasObject, at fyne.Position, round []fyne.CanvasObject, found, really area)
	look = func(o fyne.CanvasObject, at fyne.Position, round []fyne.CanvasObject, found, really area) {
		if !o.Visible() {
			return
		}
		at = at.Add(o.Position())
		own := areaOf(at, o.Size())
		if clips(o) {
			found, really = own, really.and(own)
		}
		if _, is := o.(fyne.Tappable); is {
			hits = append(hits, hit{o, round, found.and(own), really.and(own)})
		}
		round = append(round[:len(round):len(round)], o)
		for _, child := range drawnOf(o) {
			look(child, at, round, found, really)
		}
	}
	all := areaOf(fyne.NewPos(0, 0), w.win.Canvas().Size())
	look(w.win.Canvas().Content(), fyne.NewPos(0, 0), nil, all, all)
	return hits
}

func clips(o fyne.CanvasObject) bool {
	if _, scrolls := o.(fyne.Scrollable); scrolls {
		return true
	}
	w, is := o.(fyne.Widget)
	if !is {
		return false
	}
	_, clip := test.WidgetRenderer(w).(interface{ IsClip() })
	return clip
}

func named(o fyne.CanvasObject) string {
	if k, is := o.(interface{ FocusKey() string }); is && k.FocusKey() != "" {
		return k.FocusKey()
	}
	return fmt.Sprintf("a %T", o)
}
