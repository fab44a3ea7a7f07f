package note

import (
	"testing"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
)

// TestAnImportedNoteAsksForNothing opens one in which everything would be open, and a decision would be asked about.
func TestAnImportedNoteAsksForNothing(t *testing.T) {
	h := roomtest.Open(t)
	ana := roomtest.Person(t, h.J, "Ana Ruiz")
	id, err := h.J.BeginImport("Obsidian", "Vault")
	if err != nil {
		t.Fatal(err)
	}
	body := "decided: which queue to take\ntodo me: draft the plan\nAna will write to legal by Friday\n"
	if _, err := h.J.Bring(id, []notes.Brought{{Origin: "o", Person: ana, Date: "2026-11-20", Body: body}}); err != nil {
		t.Fatal(err)
	}
	roomtest.Do(t, h.J, notes.TakeImport{Import: id})
	heads, err := h.J.NotesOf(ana, 0)
	if err != nil || len(heads) != 1 {
		t.Fatalf("%v, %v", heads, err)
	}
	p := room.Place{Screen: room.Notes, Person: ana, Note: heads[0].ID}
	h.Enter(New(h, p), p)
	h.Sees("Filed from this note", "Draft the plan")
	h.SeesNot("Whose call", "Add as")
	if in, ok := draftContext(h); !ok || !in.Imported {
		t.Error("its lines are coloured as if they were open")
	}
}
