package note

import (
	"slices"
	"strings"
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
	own := roomtest.Note(t, h.J, ana, "2026-11-19", body)
	heads, err := h.J.NotesOf(ana, 0)
	if err != nil || len(heads) != 2 {
		t.Fatalf("%v, %v", heads, err)
	}
	asks := func(id notes.NoteID) bool {
		p := room.Place{Screen: room.Notes, Person: ana, Note: id}
		h.Enter(New(h, p), p)
		h.Sees("Filed from this note", "Draft the plan")
		return slices.ContainsFunc(h.Keys(), func(key string) bool {
			return strings.HasPrefix(key, "suggest") || strings.HasPrefix(key, "whose.")
		})
	}
	if !asks(own) {
		t.Error("of the manager's own note nothing is asked: this test says nothing")
	}
	if asks(heads[0].ID) {
		t.Errorf("it asks: %q", h.Keys())
	}
	for _, key := range h.Keys() {
		if strings.HasPrefix(key, "filed.") && strings.HasSuffix(key, ".tick") {
			t.Errorf("%s is a box to tick in what is history", key)
		}
	}
	for _, m := range marks(h, body) {
		if m.Icon == notes.Todo.Kind().Icon {
			t.Errorf("line %d, which was left open, has the tick of a todo", m.Line)
		}
	}
	if in, ok := draftContext(h); !ok || !in.Imported {
		t.Error("its lines are coloured as if they were open")
	}
}
