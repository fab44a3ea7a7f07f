package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
)

// TestSearchIsWalkedByKeyboardAndFits looks at the screen with everything that it can show at a time: saved searches and the
// tips, filters with results, what is offered, and what is wrong.
func TestSearchIsWalkedByKeyboardAndFits(t *testing.T) {
	aloneUnderRace(t)
	w := sampleWindow(t)
	w.apply(notes.Change{Rows: []notes.Row{
		notes.SavedSearch{Name: "Praise this year", Query: "label:praise on:this-year"},
		notes.SavedSearch{Name: strings.Repeat("long name ", 6), Query: strings.Repeat("many words ", 20)},
	}})
	views := []struct {
		name string
		show func()
	}{
		{"empty, with the tips", func() {
			w.visit(room.Place{Screen: room.Search})
			w.tapKey("search.tips")
		}},
		{"filters", func() { w.visit(room.Place{Screen: room.Search, Text: "the -rollout #platform after:2000"}) }},
		{"offers", func() {
			w.visit(room.Place{Screen: room.Search})
			w.writes("plan label:")
		}},
		{"wrong", func() { w.visit(room.Place{Screen: room.Search, Text: "plan person:nobody"}) }},
	}
	for _, mode := range []string{"light", "dark"} {
		for _, size := range []fyne.Size{{Width: 1000, Height: 640}, {Width: 1280, Height: 800}, {Width: 2560, Height: 1440}} {
			for _, v := range views {
				t.Run(fmt.Sprintf("%s, %.0f wide, %s", v.name, size.Width, mode), func(t *testing.T) {
					w.t = t
					w.lookAt(size, mode, "1.0")
					v.show()
					w.settle()
					w.fits(v.name)
					w.picture(fmt.Sprintf("searchwalk-%.0f-%s-%s", size.Width, mode, v.name))
					if size.Width > 1000 || mode == "dark" {
						return
					}
					if tab, _ := w.unreached(); len(tab) > 0 {
						t.Errorf("Tab does not lead to %q", tab)
					}
				})
			}
		}
	}
}

// What is offered takes Tab only while it is there, and only in the field.
func TestTabLeavesTheFieldOfSearchWhereNothingIsOffered(t *testing.T) {
	w := sampleWindow(t)
	w.visit(room.Place{Screen: room.Search})
	w.writes("plan")
	w.tab("search.person")
	w.key(fyne.KeyF6)
	if w.focusNow() == "search.text" {
		t.Error("the keyboard does not leave the field")
	}
}
