package problem_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"handback/ui/problem"
	"handback/ui/room"
	"handback/ui/roomtest"
)

// show shows the page of a journal that can't be opened; what is chosen on it is kept.
func show(t *testing.T) (h *roomtest.Host, chosen *[]string) {
	t.Helper()
	h, chosen = roomtest.New(t, nil), new([]string)
	choose := func(what string) func() { return func() { *chosen = append(*chosen, what) } }
	page := problem.New("This file is no journal of Handback.", "/home/maria/letters/ana.handback",
		problem.Ways{Again: choose("again"), Other: choose("other"), Quit: choose("quit")})
	h.Enter(page, room.Place{Screen: room.Problem})
	return h, chosen
}

func TestItSaysWhatIsWrongAndWhereTheFileLies(t *testing.T) {
	h, chosen := show(t)
	h.Sees("This journal can't be opened", "This file is no journal of Handback.", "/home/maria/letters/ana.handback")
	h.Reload()
	if len(*chosen) != 0 {
		t.Errorf("chosen by itself: %q", *chosen)
	}
}

func TestEachWayOutIsTaken(t *testing.T) {
	for key, want := range map[string]string{"problem.again": "again", "problem.other": "other", "problem.quit": "quit"} {
		t.Run(want, func(t *testing.T) {
			h, chosen := show(t)
			h.Tap(key)
			if fmt.Sprint(*chosen) != fmt.Sprint([]string{want}) {
				t.Errorf("chosen: %q", *chosen)
			}
		})
	}
}

func TestEnterTriesAgain(t *testing.T) {
	h, chosen := show(t)
	if h.Focused() != "problem.again" {
		t.Fatalf("the keyboard is at %q", h.Focused())
	}
	h.Press(fyne.KeyReturn)
	h.Press(fyne.KeyReturn)
	if fmt.Sprint(*chosen) != "[again again]" {
		t.Errorf("chosen: %q", *chosen)
	}
}
