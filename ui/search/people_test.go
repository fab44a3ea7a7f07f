package search

import (
	"testing"

	"fyne.io/fyne/v2"

	"handback/ui/room"
	"handback/ui/roomtest"
)

func TestPeopleAreFoundFirst(t *testing.T) {
	h, w := enter(t, room.Place{})
	jose := roomtest.Person(t, h.J, "José Ángel Núñez")
	h.Type("search.text", "nunez")
	h.Sees("José Ángel", "Person")
	h.SeesNot("0 lines", "Nothing found")
	h.Press(fyne.KeyReturn)
	if got := h.Places[len(h.Places)-1]; got != (room.Place{Screen: room.Prep, Person: jose}) {
		t.Errorf("went to %+v", got)
	}
	h.Fill("search.text", "ana")
	h.Press(fyne.KeyReturn)
	if got := h.Places[len(h.Places)-1]; got != (room.Place{Screen: room.Prep, Person: w.ana}) {
		t.Errorf("her note comes before her: %+v", got)
	}
}
