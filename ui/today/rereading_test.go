package today

import (
	"testing"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
)

func TestWhatAnUpdateReadsOtherwiseWaitsOnToday(t *testing.T) {
	h := roomtest.Open(t, roomtest.At(morning), roomtest.Older)
	enter(h)
	h.Sees("Handback reads 20 lines differently now")
	h.Tap("rereading")
	if len(h.Places) != 1 || h.Places[0] != (room.Place{Screen: room.Rereading}) {
		t.Errorf("%+v", h.Places)
	}
	lines, err := h.J.Rereadings()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines[1:] {
		roomtest.Do(t, h.J, notes.TakeNewReading{Note: l.Note, Line: l.Raw})
	}
	h.Reload()
	h.Sees("Handback reads 1 line differently now")
	roomtest.Do(t, h.J, notes.TakeNewReading{Note: lines[0].Note, Line: lines[0].Raw})
	h.Reload()
	if h.Has("rereading") {
		t.Error("it goes on waiting")
	}
	quiet(t, h)
}
