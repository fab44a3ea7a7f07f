package ui

import "handback/ui/room"

// trail is where the window has been: what back and forward walk along.
type trail struct {
	places []room.Place
	at     int // index of the place in view; -1 before the first
}

func newTrail() *trail { return &trail{at: -1} }

// visit makes p the newest place; what lay ahead is forgotten. Visiting the place in view changes nothing, and where the
// screen says so, as a search does, it takes the place of the same screen in view: back leads out of it.
func (t *trail) visit(p room.Place) {
	if t.at >= 0 && t.places[t.at] == p {
		return
	}
	if to, err := screenOf(p.Screen); err == nil && to.once && t.here().Screen == p.Screen {
		t.places = t.places[:t.at]
		t.at--
	}
	t.places = append(t.places[:t.at+1], p)
	t.at = len(t.places) - 1
}

// here is the place in view; the zero Place before the first.
func (t *trail) here() room.Place {
	if t.at < 0 {
		return room.Place{}
	}
	return t.places[t.at]
}

// peek is the place that lies by steps away (-1 is back, 1 is forward).
func (t *trail) peek(by int) (room.Place, bool) {
	i := t.at + by
	if i < 0 || i >= len(t.places) {
		return room.Place{}, false
	}
	return t.places[i], true
}

// move goes by steps without visiting.
func (t *trail) move(by int) { t.at += by }
