package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"handback/ui/room"
)

func TestTabsForWhichThereIsNoRoomStandBehindAButton(t *testing.T) {
	aloneUnderRace(t)
	w := sampleWindow(t)
	ana := w.report()
	for _, c := range []struct {
		name  string
		width float32
		scale string
		more  bool
	}{
		{"a usual window", 1280, "1", false},
		{"a narrow one", 1000, "1", false},
		{"a narrow one with the largest text", 1000, "1.5", true},
		{"the least", 640, "1", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			w.t = t
			w.lookAt(fyne.NewSize(c.width, 640), "light", c.scale)
			w.visit(room.Place{Screen: room.LookBack, Person: ana})
			w.find("top.tab/Look back") // the tab in view is seen
			stops := w.tabs()
			if got := stops["top.tab.more"]; got != c.more {
				t.Fatalf("there is a button for more: %v", got)
			}
			w.fits("look back")
			if !c.more {
				return
			}
			if stops["top.tab/Their page"] {
				t.Fatal("there is room for the tab before it")
			}
			w.tapKey("top.tab.more")
			w.tapOverlay("menu/Their page")
			if w.Place().Screen != room.TheirPage {
				t.Errorf("it leads to %+v", w.Place())
			}
		})
	}
}
