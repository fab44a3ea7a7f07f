package leaving_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/leaving"
	"handback/ui/people"
	"handback/ui/prep"
	"handback/ui/room"
	"handback/ui/roomtest"
)

const anaNote = `private: she has an offer from elsewhere
todo me: budget answer
todo me: ask Ben about the queue
todo Ana: draft the plan by 2026-12-04
todo Ana: a talk with Ben Ode
idea: drop the Monday mail
decided we: releases on Tuesdays
decided: not said
praise: ran the review
feedback: interrupted twice
`

func team(t *testing.T) (h *roomtest.Host, ana notes.PersonID) {
	t.Helper()
	h = roomtest.Open(t)
	made := apply(t, h, notes.Change{Rows: []notes.Row{
		notes.Person{Name: "Ana Ruiz", Kind: notes.KindReport, State: notes.StateHere},
		notes.Person{Name: "Ben Ode", Kind: notes.KindReport, State: notes.StateHere},
	}})
	ana = notes.PersonID(made.IDs[0])
	apply(t, h, notes.Change{Rows: []notes.Row{
		notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: "2026-11-16", Body: anaNote},
		notes.Goal{Person: ana, Title: "Lead platform", Tag: "platform", State: notes.GoalOpen},
		notes.Area{Person: ana, Tag: "platform", Limits: "the budget"},
		notes.AreaLevel{Person: ana, Tag: "platform", DatedLevel: notes.DatedLevel{From: "2026-01-05", Level: notes.Delegate}},
		notes.AreaLevel{Person: ana, Tag: "platform", DatedLevel: notes.DatedLevel{From: "2026-11-10", Level: notes.Consult}},
		notes.SteppingIn{
			People: []notes.PersonID{ana}, What: "Rollout", Tag: "platform", Before: notes.Delegate, Help: notes.HelpDecide,
			Reason: "it moved", Began: "2026-11-10", Ends: "2026-11-24", ExitSign: "quiet", Sentence: "I decide",
		},
		notes.Expectation{Person: ana, Theirs: true, Text: "Bad news early", Agreed: "2026-01-05"},
	}})
	return h, ana
}

func apply(t *testing.T, h *roomtest.Host, c notes.Change) notes.Applied {
	t.Helper()
	made, err := h.J.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func body(t *testing.T, h *roomtest.Host) string {
	t.Helper()
	n, err := h.J.Note(1)
	if err != nil {
		t.Fatal(err)
	}
	return n.Body
}

func quiet(t *testing.T, h *roomtest.Host) {
	t.Helper()
	for _, err := range h.Shown {
		t.Errorf("an error was shown: %v", err)
	}
}

// pick chooses the nth answer of a row, by the keyboard.
func pick(h *roomtest.Host, key string, n int) {
	h.Focus(key)
	for range n {
		h.Press(fyne.KeyDown)
	}
}

func TestLeavingWalksThroughWhatIsStillOpen(t *testing.T) {
	h, ana := team(t)
	place := room.Place{Screen: room.Prep, Person: ana}
	h.Enter(prep.New(h, place), place)
	people.ShowEdit(h, ana)
	pick(h, "person.state", 3)
	h.Tap("dialog/confirm")
	if p := h.Person(ana); p.State != notes.StateLeft {
		t.Fatalf("she is %s", p.State)
	}
	h.Sees(
		"Still open with Ana",
		"Rollout",
		"Led by you since 10 Nov",
		"Budget answer",
		"Your promise, since 16 Nov",
		"Drop the Monday mail",
		"Their idea, no answer",
	)
	pick(h, "leaving.0", 1)
	pick(h, "leaving.1", 2)
	h.Tap("dialog/confirm")
	h.Sees("Write down why, the way you told them.")
	h.Fill("leaving.1.why", "no budget this year")
	pick(h, "leaving.2", 3)
	h.Tap("dialog/confirm")
	h.Sees("Choose who takes it over.")
	pick(h, "leaving.2.to", 1)
	pick(h, "leaving.3", 3)
	pick(h, "leaving.3.to", 1)
	h.Tap("dialog/confirm")
	text := body(t, h)
	for _, want := range []string{
		"todo me: budget answer (told 2026-11-23: no budget this year)\n", "todo Ben: ask Ben about the queue\n",
		"idea: drop the Monday mail (trying 2026-11-23: Ben will try it)\n", "todo Ana: draft the plan by 2026-12-04\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("there is no %q in\n%s", want, text)
		}
	}
	all, err := h.J.StepIns(ana)
	if err != nil || all[0].HandedBack != h.Today() {
		t.Errorf("the step-in is %+v, %v", all, err)
	}
	areas, err := h.J.Areas(ana)
	if err != nil || areas[0].LevelOn(h.Today()) != notes.Delegate {
		t.Errorf("the areas are %+v, %v", areas, err)
	}
	h.TakeBack()
	if body(t, h) != anaNote {
		t.Errorf("undo leaves\n%s", body(t, h))
	}
	quiet(t, h)
}

func TestWhatIsNotAnsweredStaysOpen(t *testing.T) {
	h, ana := team(t)
	leaving.Walk(h, ana)
	h.Tap("dialog/confirm")
	if body(t, h) != anaNote {
		t.Error(body(t, h))
	}
	p := h.Person(ana)
	p.State, p.LeftOn = notes.StateLeft, h.Today()
	apply(t, h, notes.Change{Rows: []notes.Row{p}})
	place := room.Place{Screen: room.Prep, Person: ana}
	h.Enter(prep.New(h, place), place)
	h.SeesNot("Start one-on-one", "Step in?")
	h.Tap("leaving")
	h.Sees("Still open with Ana", "Budget answer")
	owed, err := h.J.IOwe()
	if err != nil || len(owed) != 2 {
		t.Errorf("I owe %d, %v", len(owed), err)
	}
	quiet(t, h)
}

func TestTheWalkLeadsToTheHandOverPack(t *testing.T) {
	h, ana := team(t)
	leaving.Walk(h, ana)
	h.Tap("leaving.handover")
	want := room.Place{Screen: room.Handover, Person: ana}
	if len(h.Places) != 1 || h.Places[0] != want {
		t.Errorf("it leads to %+v", h.Places)
	}
	quiet(t, h)
}
