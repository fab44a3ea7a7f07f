package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/widgets"
)

// blankKey presses Ctrl+Shift+L where the keyboard is.
func (w *window) blankKey() {
	w.t.Helper()
	sc := &desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: ctrl | shift}
	was := w.covered
	if f, ok := w.win.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(sc)
	}
	if w.covered == was {
		w.shortcut(sc) // a field passes it on to the window, which the test's canvas does not have
	}
	w.settle()
}

// covers is what can be seen where an opaque cover lies on top: the texts of it alone.
func (w *window) covers() string {
	w.t.Helper()
	top, ok := w.win.Canvas().Overlays().Top().(*widgets.Blank)
	if !ok {
		w.t.Fatalf("on top lies %T", w.win.Canvas().Overlays().Top())
	}
	if top.Size() != w.win.Canvas().Size() {
		w.t.Fatalf("it covers %v of %v", top.Size(), w.win.Canvas().Size())
	}
	if ground, ok := test.LaidOutObjects(top)[1].(*canvas.Rectangle); !ok || ground.Size() != top.Size() {
		w.t.Fatal("it has no ground")
	} else if _, _, _, a := ground.FillColor.RGBA(); a != 0xffff {
		w.t.Fatal("one sees through it")
	}
	return strings.TrimSpace(shown(top))
}

// blankPlaces are where the screen may be blanked from, each with what has to be there again.
var blankPlaces = map[string]func(*testing.T) *window{
	"writing a note": func(t *testing.T) *window {
		w := newWindow(t)
		w.writeNote(w.who("Ana"), "begun\n")
		w.editor.SetCaret(3)
		w.win.Canvas().Focused().TypedRune('x')
		return w
	},
	"a private line in a meeting": func(t *testing.T) *window {
		w, _ := meet(t, "topic: a\n")
		w.writes("private: pay")
		return w
	},
	"a topic that is being added": func(t *testing.T) *window {
		w, _ := meet(t, "topic: a\n")
		w.writes("words")
		w.tab("meeting.topic")
		w.writes("half a")
		return w
	},
	"a dialog": func(t *testing.T) *window {
		w := newWindow(t)
		w.writeNote(w.who("Ana"), "begun\n")
		w.Run("person.add")
		w.settle()
		w.writes("Chidi O")
		return w
	},
	"a menu": func(t *testing.T) *window {
		w := newWindow(t)
		w.tapKey("top.menu")
		return w
	},
	"the switcher": func(t *testing.T) *window {
		w := newWindow(t)
		w.Run("switcher")
		w.settle()
		w.writes("an")
		return w
	},
	"nothing focused": func(t *testing.T) *window {
		w := newWindow(t)
		w.visit(room.Place{Screen: room.Today})
		w.win.Canvas().Unfocus()
		return w
	},
}

func TestTheScreenIsBlankAtOnceAndComesBackAsItWas(t *testing.T) {
	for name, at := range blankPlaces {
		for way, back := range map[string]func(*window){
			"Enter":   func(w *window) { w.typedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) },
			"a click": func(w *window) { w.find("blank.show").(fyne.Tappable).Tapped(nil) },
		} {
			t.Run(name+" "+way, func(t *testing.T) {
				w := at(t)
				w.pass(time.Second) // what is saved changes the list
				w.win.SetTitle("Ana Ruiz")
				focus, looks, tops := w.win.Canvas().Focused(), w.everything(), w.win.Canvas().Overlays().Top()
				w.blankKey()
				if got := w.covers(); got != "" || w.win.Title() != "Handback" {
					t.Fatalf("the blank screen says %q, its title %q", got, w.win.Title())
				}
				w.typedKey(&fyne.KeyEvent{Name: fyne.KeyA})
				if got := w.covers(); !strings.Contains(got, "Show my journal") || strings.Contains(got, "Ana") {
					t.Fatalf("a key says %q", got)
				}
				for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeySpace, fyne.KeyB, fyne.KeyF1} {
					w.typedKey(&fyne.KeyEvent{Name: key})
				}
				w.blankKey()
				w.Run("go.today")
				w.settle()
				w.covers()
				back(w)
				w.settle()
				if got := w.everything(); w.win.Canvas().Focused() != focus || got != looks || w.win.Canvas().Overlays().Top() != tops {
					t.Errorf("the keyboard is at %T, was at %T; shown\n%s\nwas\n%s", w.win.Canvas().Focused(), focus, got, looks)
				}
			})
		}
	}
}

// everything is all that stands in the window, with the caret.
func (w *window) everything() string {
	var b strings.Builder
	for _, root := range append([]fyne.CanvasObject{w.win.Canvas().Content()}, w.win.Canvas().Overlays().List()...) {
		b.WriteString(shown(root))
		for _, o := range test.LaidOutObjects(root) {
			if e, ok := o.(interface{ Caret() int }); ok {
				b.WriteString(strings.Repeat("|", e.Caret()) + "\n")
			}
		}
	}
	return b.String()
}

// find is the control with a key on top of the window.
func (w *window) find(key string) fyne.CanvasObject {
	w.t.Helper()
	var root fyne.CanvasObject = w.win.Canvas().Content()
	if top := w.win.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	for _, o := range test.LaidOutObjects(root) {
		if k, ok := o.(interface{ FocusKey() string }); ok && k.FocusKey() == key {
			return o
		}
	}
	w.t.Fatalf("nothing is called %s", key)
	return nil
}

func TestBlankingSavesWhatWasTyped(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "begun\n")
	w.editor.SetCaret(6)
	w.win.Canvas().Focused().TypedRune('x')
	w.blankKey()
	if got := w.stored(id); got != "begun\nx" {
		t.Errorf("stored %q", got)
	}
}

func TestABlankScreenIsCaughtUpWhenItShowsAgain(t *testing.T) {
	w := newWindow(t)
	w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
	w.blankKey()
	w.apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Chidi Obi", State: notes.StateHere}}})
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.settle()
	if !strings.Contains(shown(w.win.Canvas().Content()), "Chidi") {
		t.Error("what came meanwhile is not shown")
	}
}

func TestTheFirstRunHasNothingToBlank(t *testing.T) {
	w := emptyWindow(t, t.TempDir())
	if err := w.Start("", false); err != nil {
		t.Fatal(err)
	}
	w.blankKey()
	if w.covered != nil {
		t.Error("the first run is blanked")
	}
}
