package note

import (
	"testing"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
)

func TestALineOfMyJournalSetsDaysOff(t *testing.T) {
	h, _, _ := open(t, "todo: a\n")
	me := h.Me().ID
	note := notes.NoteID(roomtest.Do(t, h.J, notes.NewNote{
		Person: me, Kind: notes.JournalNote, Date: h.Today(), Body: "away 20 Dec - 3 Jan\n",
	})[0])
	place := room.Place{Screen: room.Notes, Person: me, Note: note}
	h.Enter(New(h, place), place)
	h.Sees("Add days off: 20 Dec – 3 Jan")
	h.Tap("filed.daysoff")
	if off := h.Me().Off; len(off) != 1 || off[0].From.Time().Day() != 20 || off[0].To.Time().Day() != 3 {
		t.Errorf("off %+v", off)
	}
	h.Reload()
	h.SeesNot("Set your days off")
	h.TakeBack()
	if off := h.Me().Off; len(off) != 0 {
		t.Errorf("undo left %+v", off)
	}
}

func TestALineAboutSomebodyElseSetsNone(t *testing.T) {
	h, ana, note := open(t, "away 20 Dec - 3 Jan\n")
	place := room.Place{Screen: room.Notes, Person: ana, Note: note}
	h.Enter(New(h, place), place)
	h.SeesNot("Set your days off")
}
