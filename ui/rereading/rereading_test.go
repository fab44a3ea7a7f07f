package rereading

import (
	"strings"
	"testing"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
)

func enter(t *testing.T) *roomtest.Host {
	t.Helper()
	h := roomtest.Open(t, roomtest.Older)
	h.Enter(New(h, room.Place{Screen: room.Rereading}), room.Place{Screen: room.Rereading})
	return h
}

func waiting(t *testing.T, h *roomtest.Host) int {
	t.Helper()
	lines, err := h.J.Rereadings()
	if err != nil {
		t.Fatal(err)
	}
	return len(lines)
}

func TestEachLineSaysBothReadings(t *testing.T) {
	h := enter(t)
	h.Sees(
		"Ana Ruiz", "Chidi Eze", "Your own notes",
		"- [ ] Ben to check the logs", "Before: todo · Ana Ruiz", "Now: todo · Ben Okoro",
		"Keeping it changes the line to: - [ ] todo Ana: Ben to check the logs",
		"risk: the vendor is late", "Before: not filed", "Now: stuck · Ben Okoro", `Keeping it changes the line to: \risk: the vendor is late`,
		"Now: not filed", "Mon 30 Nov, 2 times",
	)
}

func TestALineIsReadTheNewWayOrKept(t *testing.T) {
	h := enter(t)
	n := waiting(t, h)
	before, err := h.J.Note(1)
	if err != nil {
		t.Fatal(err)
	}
	h.Tap("rereading.1.3.keep")
	after, err := h.J.Note(1)
	if err != nil || !strings.Contains(after.Body, "- [ ] todo Ana: Ben to check the logs\n") {
		t.Errorf("%q, %v", after.Body, err)
	}
	if h.Has("rereading.1.3.keep") || waiting(t, h) != n-1 {
		t.Errorf("of %d lines %d wait", n, waiting(t, h))
	}
	if _, err := h.J.Apply(h.Undo); err != nil {
		t.Fatal(err)
	}
	if now, err := h.J.Note(1); err != nil || now.Body != before.Body || waiting(t, h) != n {
		t.Errorf("taken back: %q, %v, %d wait", now.Body, err, waiting(t, h))
	}
	h.Reload()
	h.Tap("rereading.1.3.new")
	if now, err := h.J.Note(1); err != nil || now.Body != before.Body || waiting(t, h) != n-1 {
		t.Errorf("read anew: %q, %v, %d wait", now.Body, err, waiting(t, h))
	}
	filed, err := h.J.FiledFrom(1)
	if err != nil || filed[0].Person != 3 || filed[0].Text != "check the logs" {
		t.Errorf("%+v, %v", filed[0], err)
	}
}

func TestAllAreDecidedInOneAct(t *testing.T) {
	for name, button := range map[string]string{"the new way": "rereading.new", "as they were": "rereading.keep"} {
		t.Run(name, func(t *testing.T) {
			h := enter(t)
			n := waiting(t, h)
			h.Tap(button)
			h.Sees("All done.")
			if h.Has("rereading.new") || waiting(t, h) != 0 {
				t.Errorf("%d wait", waiting(t, h))
			}
			if len(h.Said) != 1 || !strings.Contains(h.Said[0], "20 lines") {
				t.Errorf("said %q", h.Said)
			}
			if _, err := h.J.Apply(h.Undo); err != nil || waiting(t, h) != n {
				t.Errorf("taken back, %d of %d wait, %v", waiting(t, h), n, err)
			}
		})
	}
}

func TestALineLeadsToItsNote(t *testing.T) {
	h := enter(t)
	h.Tap("rereading.1.3")
	if want := (room.Place{Screen: room.Notes, Person: 2, Note: 1, Line: 3}); len(h.Places) != 1 || h.Places[0] != want {
		t.Errorf("%+v", h.Places)
	}
}

func TestThereIsNothingToDecideInACopy(t *testing.T) {
	h := roomtest.Open(t, roomtest.Older)
	h.Seal()
	h.Enter(New(h, room.Place{Screen: room.Rereading}), room.Place{Screen: room.Rereading})
	h.Sees("Before: todo · Ana Ruiz")
	if h.Has("rereading.new") || h.Has("rereading.1.3.new") {
		t.Error("a copy offers to decide")
	}
}

func TestWhatCannotBeWrittenIsNotKept(t *testing.T) {
	h := enter(t)
	h.FailWrites(notes.ErrFull)
	n := waiting(t, h)
	h.Tap("rereading.1.3.keep")
	if len(h.Shown) != 1 || waiting(t, h) != n {
		t.Errorf("%v, %d wait", h.Shown, waiting(t, h))
	}
}
