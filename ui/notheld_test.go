package ui

import (
	"strings"
	"testing"

	"handback/notes"
	"handback/ui/note"
	"handback/ui/room"
	"handback/ui/theirpage"
)

// Why a one-on-one was not held is the manager's own to know: it is in Prep and in their list of notes.
func TestWhyAOneOnOneWasNotHeldIsForTheManagerAlone(t *testing.T) {
	w := newWindow(t)
	ana := w.who("Ana").ID
	rows := []notes.Row{notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: "2025-11-25", Body: "We spoke about the rollout.\n"}}
	for day, why := range map[notes.Date]string{
		"2025-11-18": notes.CalledOffByMe, "2025-11-11": notes.CalledOffByMe, "2025-11-04": notes.CalledOffByThem,
		"2025-10-28": notes.OffForIllness, "2025-10-21": notes.OffForHoliday,
	} {
		rows = append(rows, notes.NewNote{Person: ana, Kind: notes.MissedNote, Date: day, CalledOff: why})
	}
	made := w.apply(notes.Change{Rows: rows}).Made
	reads := func(p room.Place) string {
		w.visit(p)
		return shown(w.win.Canvas().Content())
	}
	if text := reads(room.Place{Screen: room.Prep, Person: ana}); !strings.Contains(text, "You called off 2 of the last 6") {
		t.Errorf("Prep says nothing of it: %s", text)
	}
	list := reads(room.Place{Screen: room.Notes, Person: ana})
	for _, say := range []string{"You called it off", "Ana called it off", "Not held: someone was ill", "Not held: holiday"} {
		if !strings.Contains(list, say) {
			t.Errorf("the list of notes does not say %q", say)
		}
	}
	for _, at := range []struct {
		name  string
		place room.Place
		after bool // a one-on-one with them has been held since the start: they may look on still
	}{
		{"their page", room.Place{Screen: room.TheirPage, Person: ana}, false},
		{"their page turned", room.Place{Screen: room.TheirPage, Person: ana, Part: theirpage.Turned}, false},
		{"their page after a meeting", room.Place{Screen: room.TheirPage, Person: ana, Part: theirpage.Turned}, true},
		{"the meeting", room.Place{Screen: room.Meeting, Person: ana, Note: made[0]}, false},
		{"notes after a meeting", room.Place{Screen: room.Notes, Person: ana, Note: made[0], Part: note.Folded}, true},
		{"a missed one after one", room.Place{Screen: room.Notes, Person: ana, Note: made[1], Part: note.Folded}, true},
	} {
		t.Run(at.name, func(t *testing.T) {
			w.t, w.guard = t, 0
			w.visit(room.Place{Screen: room.Today})
			if at.after {
				w.guard = ana
			}
			text := reads(at.place)
			if w.Place() != at.place {
				t.Fatalf("the window is at %+v", w.Place())
			}
			for _, say := range []string{"called it off", "called off", "was ill", "day off"} {
				if strings.Contains(text, say) {
					t.Errorf("%q is in view: %s", say, text)
				}
			}
		})
	}
}
