package today_test

import (
	"strings"
	"testing"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/today"
)

// withDue is Today with somebody who left and whose notes are due to be deleted.
func withDue(t *testing.T) (*roomtest.Host, notes.PersonID) {
	t.Helper()
	h := roomtest.Open(t)
	ana := roomtest.Person(t, h.J, "Ana Ruiz")
	p := h.Person(ana)
	p.State, p.LeftOn, p.DeleteBy = notes.StateLeft, "2026-05-01", "2026-11-20"
	roomtest.Do(t, h.J, p)
	h.Enter(today.New(h, false), room.Place{Screen: room.Today})
	return h, ana
}

func keyOfDue(t *testing.T, h *roomtest.Host, end string) string {
	t.Helper()
	for _, k := range h.Keys() {
		if strings.HasPrefix(k, "deletedue.") && strings.HasSuffix(k, end) {
			return k
		}
	}
	t.Fatalf("nothing ends in %s among %q", end, h.Keys())
	return ""
}

func TestNotesThatAreDueAreBroughtUpAndNeverDeleted(t *testing.T) {
	h, ana := withDue(t)
	h.Sees("You planned to delete everything about Ana Ruiz by 20 Nov")
	h.Tap(keyOfDue(t, h, ".delete"))
	if at := h.Places[len(h.Places)-1]; at.Screen != room.Erasing || at.Person != ana || h.Person(ana).ID == 0 {
		t.Errorf("it goes to %+v, and leaves %+v", at, h.Person(ana))
	}
}

func TestNotesThatAreDueCanBeKept(t *testing.T) {
	h, ana := withDue(t)
	h.Tap(keyOfDue(t, h, ".keep"))
	h.Fill("deletedue/day", "20 Nov 2026")
	h.Tap("dialog/confirm")
	h.Sees("That day isn't in the future.")
	h.Fill("deletedue/day", "20 Sep")
	h.Sees("That's 20 Sep 2027.")
	h.Fill("deletedue/day", "1 Mar 2027")
	h.SeesNot("That's 20 Sep 2027.")
	h.Tap("dialog/confirm")
	h.SeesNot("You planned to delete")
	if by := h.Person(ana).DeleteBy; by != "2027-03-01" {
		t.Errorf("it is %q", by)
	}
	h.TakeBack()
	h.Sees("You planned to delete")
	h.Seal()
	h.Reload()
	h.SeesNot("You planned to delete")
}
