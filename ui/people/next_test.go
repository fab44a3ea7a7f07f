package people

import (
	"testing"

	"handback/notes"
	"handback/ui/roomtest"
)

func TestTheNextOneThatIsTypedIsPlanned(t *testing.T) {
	h := open(t)
	id := roomtest.Person(t, h.J, "Ana Ruiz")
	planned := func() (days []notes.Date) {
		t.Helper()
		heads, err := h.J.NotesOf(id, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range heads {
			if n.Kind == notes.PlannedNote {
				days = append(days, n.Date)
			}
		}
		return days
	}
	ShowEdit(h, id)
	h.Tap("person.unit")
	h.Tap("menu/every … months")
	h.Fill("person.next", "10 dec")
	h.Tap("dialog/confirm")
	if got := planned(); len(got) != 1 || got[0] != "2026-12-10" || h.Person(id).Rhythm.Every != 1 || h.Person(id).Rhythm.Fixed {
		t.Fatalf("planned on %v, %+v", got, h.Person(id).Rhythm)
	}
	ShowEdit(h, id) // it stands there again, and moves
	h.Sees("10 Dec 2026")
	h.Tap("dialog/confirm")
	ShowEdit(h, id)
	h.Fill("person.next", "14 dec")
	h.Tap("dialog/confirm")
	if got := planned(); len(got) != 1 || got[0] != "2026-12-14" {
		t.Fatalf("planned on %v", got)
	}
	h.TakeBack()
	if got := planned(); len(got) != 1 || got[0] != "2026-12-10" {
		t.Errorf("undo leaves %v", got)
	}
	ShowEdit(h, id)
	h.Fill("person.every", "0")
	h.Fill("person.next", "yesterday")
	h.Tap("dialog/confirm")
	h.Sees("Enter a whole number from 1 to 26")
	h.Fill("person.every", "1")
	h.Tap("dialog/confirm")
	h.Sees("That day is in")
	if got := planned(); len(got) != 1 || h.Person(id).Rhythm.Every != 1 {
		t.Errorf("lost: %v, %+v", got, h.Person(id).Rhythm)
	}
}

func TestWhoIsLeavingStaysUntilThen(t *testing.T) {
	h := open(t)
	id := roomtest.Person(t, h.J, "Ana Ruiz")
	ShowEdit(h, id)
	h.Tap("person.state")
	h.Tap("menu/leaving")
	h.Fill("person.last", "31 dec")
	h.Tap("dialog/confirm")
	if p := h.Person(id); p.LeftOn != "2026-12-31" || !p.Around() {
		t.Errorf("%+v", p)
	}
	ShowEdit(h, id)
	h.Sees("31 Dec 2026")
	h.Tap("person.state")
	h.Tap("menu/has left")
	h.Fill("person.left", "1 nov") // before the day they were added
	h.Tap("dialog/confirm")
	if p := h.Person(id); p.LeftOn != "2026-11-01" || p.State != notes.StateLeft {
		t.Errorf("%+v", p)
	}
}
