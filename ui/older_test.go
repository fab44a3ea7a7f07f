package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/widgets"
)

func TestOlderNotesComeByATap(t *testing.T) {
	w := newWindow(t)
	ana := w.who("Ana")
	var rows []notes.Row
	for i := range 130 {
		rows = append(
			rows,
			notes.NewNote{Person: ana.ID, Kind: notes.HeldNote, Date: w.Today().AddDays(-7 * i), Body: fmt.Sprintf("meeting %03d", i)},
		)
	}
	w.apply(notes.Change{Rows: rows})
	w.visit(room.Place{Screen: room.Notes, Person: ana.ID})
	older := func() fyne.Tappable {
		for _, o := range test.LaidOutObjects(w.frame.content) {
			if b, is := o.(*widgets.Button); is && b.FocusKey() == "list.older" {
				return b
			}
		}
		return nil
	}
	for _, listed := range []int{30, 90, 130} {
		scrollThrough(w.frame.content, "list") // a row is made when one comes to it
		text := shown(w.frame.content)
		for i, want := range map[int]bool{listed - 1: true, listed: false} {
			t.Run(fmt.Sprint(i), func(t *testing.T) {
				if strings.Contains(strings.ToLower(text), fmt.Sprintf("meeting %03d", i)) != want {
					t.Errorf("with %d notes listed, note %d is among them: %v", listed, i+1, !want)
				}
			})
		}
		if b := older(); b != nil {
			b.Tapped(nil)
			w.settle()
		} else if listed < 130 {
			t.Fatalf("older notes than %d are not offered", listed)
		}
	}
	if older() != nil {
		t.Error("older notes are offered where there are none")
	}
}

// scrollThrough scrolls a list to its end, a little at a time.
func scrollThrough(root fyne.CanvasObject, key string) {
	for _, o := range test.LaidOutObjects(root) {
		if s, is := o.(*widgets.Scroll); is && s.Key == key {
			for s.ScrollTo(0); !s.AtEnd(); {
				s.ScrollTo(s.Offset() + 100)
			}
		}
	}
}
