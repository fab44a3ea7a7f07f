package settings

import (
	"testing"

	"handback/notes"
)

func TestDaysOffAreAddedAndRemoved(t *testing.T) {
	h := enter(t, "Ana Ruiz")
	id := h.People()[0].ID
	if h.People()[0].Kind == notes.KindMe {
		id = h.People()[1].ID
	}
	h.Sees("While you're away, Handback won't ask")
	h.Tap("settings.off.add")
	h.Tap("dialog/confirm")
	h.Sees("Enter the first day off")
	first := h.Today().AddDays(3)
	h.Fill("off.first", string(first))
	h.Fill("off.last", string(first.AddDays(9)))
	h.Tap("dialog/confirm")
	if off := h.Person(id).Off; len(off) != 1 || off[0] != (notes.Span{From: first, To: first.AddDays(9)}) {
		t.Fatalf("off %+v", off)
	}
	h.Reload()
	h.Sees(notes.SaySpan(notes.Span{From: first, To: first.AddDays(9)}, h.Today()))
	h.Tap("settings.off.0.remove")
	if off := h.Person(id).Off; len(off) != 0 {
		t.Errorf("still off: %+v", off)
	}
	h.TakeBack()
	if off := h.Person(id).Off; len(off) != 1 {
		t.Errorf("undo left %+v", off)
	}
}
