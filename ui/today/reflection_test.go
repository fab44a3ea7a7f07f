package today

import (
	"testing"

	"handback/notes"
	"handback/notes/prompt"
	"handback/ui/room"
	"handback/ui/roomtest"
)

func history(t *testing.T, h *roomtest.Host) []notes.PromptEvent {
	t.Helper()
	events, err := h.J.PromptHistory(h.Me().ID)
	if err != nil {
		t.Fatal(err)
	}
	return events
}

func TestAMonthsEndAsksOneQuestion(t *testing.T) {
	h, r := withTeam(t)
	h.Sees("Looking back on November", r.reflection.Text, "Write a few lines", "Skip this month")
	events := history(t, h)
	if len(events) != 1 || events[0].Kind != prompt.Reflect || events[0].Outcome != notes.InView {
		t.Fatalf("kept as %+v", events)
	}
	before := r.reflection.Text
	enter(h)
	h.Sees(before)
	if len(history(t, h)) != 1 {
		t.Error("it is kept twice")
	}
	quiet(t, h)
}

func TestWritingAFewLinesOpensTodaysNoteOfMyJournal(t *testing.T) {
	h, _ := withTeam(t)
	h.Tap("reflect/write")
	to := h.Places[len(h.Places)-1]
	n, err := h.J.Note(to.Note)
	if err != nil || to.Screen != room.Notes || to.Person != h.Me().ID {
		t.Fatalf("went to %+v: %v", to, err)
	}
	if n.Person != h.Me().ID || n.Kind != notes.JournalNote || n.Date != h.Today() {
		t.Errorf("opened %+v", n)
	}
	if events := history(t, h); len(events) != 1 {
		t.Errorf("%d are kept", len(events))
	}
	if e := history(t, h)[0]; e.Outcome != notes.ActedOn || e.Left != h.Today() {
		t.Errorf("kept as %+v", e)
	}
	h.Clock = h.Clock.AddDate(0, 0, 2)
	enter(h)
	h.SeesNot("looking back")
	quiet(t, h)
}

func TestNotThisMonthIsUntilTheNext(t *testing.T) {
	h, r := withTeam(t)
	text := r.reflection.Text
	h.Tap("reflect/not")
	h.SeesNot("looking back")
	h.TakeBack()
	h.Sees("Looking back on November", text)
	h.Tap("reflect/not")
	h.Clock = h.Clock.AddDate(0, 1, 0)
	next := enter(h)
	h.Sees("Looking back on December")
	if next.reflection.Text == text {
		t.Error("the same text again")
	}
	quiet(t, h)
}

func TestNobodyToLeadNoReflection(t *testing.T) {
	h := empty(t)
	enter(h)
	h.SeesNot("looking back")
}
