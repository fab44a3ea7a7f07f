package ui

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/widgets"
)

// wordless tells whether something shows no word: nothing, an icon, or initials.
func wordless(o fyne.CanvasObject) bool {
	if _, typed := o.(interface{ SelectedText() string }); typed {
		return false // it shows its label, or what is typed
	}
	for _, in := range test.LaidOutObjects(o) {
		if text, ok := in.(*canvas.Text); ok && text.Visible() && utf8.RuneCountInString(strings.TrimSpace(text.Text)) > 2 {
			return false
		}
		if entry, ok := in.(*widget.Entry); ok && entry.Visible() {
			return false
		}
	}
	return true
}

// unnamed are the keys of the controls in view that show no word and have no tooltip, and how many have one.
func unnamed(root fyne.CanvasObject) (keys []string, named int) {
	for _, o := range test.LaidOutObjects(root) {
		_, acts := o.(fyne.Focusable)
		k, ok := o.(interface{ FocusKey() string })
		if !acts || !ok || !o.Visible() || !wordless(o) {
			continue
		}
		if widgets.TipOf(o) == "" {
			keys = append(keys, k.FocusKey())
		} else {
			named++
		}
	}
	return keys, named
}

func TestEveryControlWithoutAWordHasATooltip(t *testing.T) {
	aloneUnderRace(t)
	for name, size := range map[string]fyne.Size{"narrow": fyne.NewSize(1000, 640), "wide": fyne.NewSize(1280, 800)} {
		t.Run(name, func(t *testing.T) {
			eachPlace(t, func(t *testing.T, w *window, _ screen, p room.Place) {
				w.win.Resize(size)
				w.settle()
				scrollThrough(w.win.Canvas().Content(), "list")
				keys, named := unnamed(w.win.Canvas().Content())
				if len(keys) > 0 {
					t.Errorf("at %+v these have none: %q", p, keys)
				}
				if !w.frame.bare() && named < 3 {
					t.Errorf("at %+v only %d have one: the top bar alone has three", p, named)
				}
			})
		})
	}
}

// pointAt moves the pointer onto what carries a key and rests there.
func (w *window) pointAt(key string) {
	w.t.Helper()
	o := w.find(key)
	e := &desktop.MouseEvent{}
	e.AbsolutePosition = fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Add(fyne.NewPos(o.Size().Width/2, o.Size().Height/2))
	o.(desktop.Hoverable).MouseMoved(e)
	w.pass(700 * time.Millisecond)
}

func TestATooltipGoesWithTheScreen(t *testing.T) {
	w := sampleWindow(t)
	says := func() string { return widgets.TipShown(w.win.Canvas()) }
	for name, act := range map[string]func(){
		"another screen":   func() { w.visit(room.Place{Screen: room.Team}) },
		"a blank screen":   func() { w.press(ctrl|shift, fyne.KeyL) },
		"what is reloaded": func() { w.changed(); w.settle() },
	} {
		t.Run(name, func(t *testing.T) {
			w.t = t
			w.visit(room.Place{Screen: room.Prep, Person: w.report()})
			w.pointAt("print")
			if want := "Print  Ctrl+P"; says() != want {
				t.Fatalf("it says %q, want %q", says(), want)
			}
			act()
			if says() != "" {
				t.Errorf("it stays: %q", says())
			}
			w.pass(time.Minute)
			if says() != "" {
				t.Errorf("it comes again: %q", says())
			}
			for _, o := range w.win.Canvas().Overlays().List() {
				w.win.Canvas().Overlays().Remove(o)
				w.covered = nil
			}
		})
	}
}

// In a meeting the person looks on: a line that is cut, a day and a name say nothing more than they show.
func TestInAMeetingATooltipSaysOnlyWhatAControlIs(t *testing.T) {
	aloneUnderRace(t)
	w := sampleWindow(t)
	who := w.report()
	w.win.Resize(fyne.NewSize(1000, 640))
	for _, sc := range screens {
		for _, p := range w.placesOf(sc) {
			if !sc.looksOn(p) {
				continue
			}
			t.Run(string(sc.id), func(t *testing.T) {
				w.t = t
				w.visit(w.elsewhere(sc))
				w.visit(p)
				// Today nothing there is cut. What will be one day must not say more either.
				w.frame.content.Objects = append([]fyne.CanvasObject{widgets.Tipped(widgets.Small("4 Dec"), "a line")}, w.frame.content.Objects...)
				w.frame.root.Refresh()
				sayings := map[string]bool{}
				for y := float32(2); y < 640; y += 6 {
					for x := float32(2); x < 1000; x += 24 {
						e := &desktop.MouseEvent{}
						e.AbsolutePosition = fyne.NewPos(x, y)
						w.frame.under.MouseMoved(e)
						w.pass(700 * time.Millisecond)
						if says := widgets.TipShown(w.win.Canvas()); says != "" {
							sayings[says] = true
						}
					}
				}
				for says := range sayings {
					for _, person := range w.People() {
						if person.ID != who && person.Kind != notes.KindMe && strings.Contains(says, person.First()) {
							t.Errorf("it says %q", says)
						}
					}
					if !strings.HasPrefix(says, "Search") && !strings.HasPrefix(says, "Mark as") && !strings.HasPrefix(says, "Reopen") &&
						!strings.HasPrefix(says, "Print") && !strings.HasPrefix(says, "Copy") {
						t.Errorf("a tooltip says %q, which is not the name of a control", says)
					}
				}
			})
		}
	}
}
