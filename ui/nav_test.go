package ui

import (
	"testing"

	"handback/ui/room"
)

func TestTrailBackLeadsOutOfASearch(t *testing.T) {
	tr := newTrail()
	today, note := room.Place{Screen: room.Today}, room.Place{Screen: room.Notes, Note: 3}
	found := room.Place{Screen: room.Search, Text: "rollout"}
	tr.visit(today)
	tr.visit(room.Place{Screen: room.Search})
	tr.visit(found)
	tr.visit(note)
	for _, want := range []room.Place{found, today} {
		tr.move(-1)
		if tr.here() != want {
			t.Errorf("back at %+v, want %+v", tr.here(), want)
		}
	}
	if _, ok := tr.peek(-1); ok {
		t.Error("there is something before the first place")
	}
}

func TestTrailForgetsWhatLayAhead(t *testing.T) {
	tr := newTrail()
	a, b, c := room.Place{Screen: room.Today}, room.Place{Screen: room.Team}, room.Place{Screen: room.Trash}
	tr.visit(a)
	tr.visit(b)
	tr.visit(b)
	tr.move(-1)
	tr.visit(c)
	if p, ok := tr.peek(-1); tr.here() != c || !ok || p != a {
		t.Errorf("%+v at %d", tr.places, tr.at)
	}
	if _, ok := tr.peek(1); ok {
		t.Error("what lay ahead is still there")
	}
}
