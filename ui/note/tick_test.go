package note

import (
	"fmt"
	"testing"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
)

// open is a host with a one-on-one of Ana that was held today.
func open(t *testing.T, body string) (h *roomtest.Host, ana notes.PersonID, note notes.NoteID) {
	t.Helper()
	h = roomtest.Open(t)
	ana = roomtest.Person(t, h.J, "Ana Ruiz")
	return h, ana, roomtest.Note(t, h.J, ana, h.Today(), body)
}

func TestABoxOfTheMeetingThatCannotBeTickedGoesBack(t *testing.T) {
	h, ana, note := open(t, "topic: the rota\ntopic: holidays (answered)\ntodo: draft the plan\ntodo me: answer\n")
	place := room.Place{Screen: room.Meeting, Person: ana, Note: note}
	h.Enter(NewMeeting(h, place), place)
	boxes := []string{"agenda.%d.1", "done.%d.2", "owns.%d.3", "owe.%d.4"}
	h.FailWrites(notes.ErrFull)
	for _, box := range boxes {
		h.BoxGoesBack("meeting." + fmt.Sprintf(box, note))
	}
	h.FailWrites(nil)
	h.J = roomtest.Stale{Journal: h.J}
	h.Reload()
	for _, box := range boxes {
		h.BoxGoesBack("meeting." + fmt.Sprintf(box, note))
	}
}

func TestABoxOfThePanelThatCannotBeTickedGoesBack(t *testing.T) {
	h, ana, note := open(t, "topic: the rota\ntodo: draft the plan (done)\n")
	place := room.Place{Screen: room.Notes, Person: ana, Note: note}
	h.Enter(New(h, place), place)
	h.FailWrites(notes.ErrFull)
	h.BoxGoesBack("filed.1.tick")
	h.BoxGoesBack("filed.2.tick")
}

func TestATickInTheMeetingIsTakenBackByASecondOne(t *testing.T) {
	h, ana, note := open(t, "topic: the rota\n")
	place := room.Place{Screen: room.Meeting, Person: ana, Note: note}
	h.Enter(NewMeeting(h, place), place)
	h.Tap(fmt.Sprintf("meeting.agenda.%d.1", note))
	if n, err := h.J.Note(note); err != nil || n.Body != "topic: the rota (answered 2026-11-23)\n" {
		t.Errorf("%q, %v", n.Body, err)
	}
	h.Tap(fmt.Sprintf("meeting.done.%d.1", note))
	if n, err := h.J.Note(note); err != nil || n.Body != "topic: the rota\n" {
		t.Errorf("%q, %v", n.Body, err)
	}
	if len(h.Said) != 2 || h.Said[0] != "Done" || h.Said[1] != "Reopened" {
		t.Errorf("said %q", h.Said)
	}
}
