package brief

import (
	"errors"
	"strings"
	"testing"

	"handback/notes"
)

var (
	closeAna  = notes.Person{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere}
	closeBen  = notes.Person{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi", State: notes.StateHere}
	closeMe   = notes.Person{ID: 1, Kind: notes.KindMe, Name: "Me"}
	closeNote = notes.NoteHead{ID: 9, UID: "u9", Person: 2, Kind: notes.HeldNote, Date: "2025-12-04"}
)

func closeContext() notes.Context {
	return notes.Context{Date: closeNote.Date, Person: 2, Me: 1, Names: notes.NewNames([]notes.Person{closeMe, closeAna, closeBen})}
}

func filedIn(body string) []notes.Filed {
	var out []notes.Filed
	for _, i := range notes.Parse(body, closeContext()) {
		for _, p := range i.People {
			out = append(
				out,
				notes.Filed{Item: i, Person: p, Note: 9, NoteUID: "u9", NoteDate: closeNote.Date, NoteKind: notes.HeldNote, NotePerson: 2},
			)
		}
	}
	return out
}

func TestClosingAsksOnlyWhatIsNotSaid(t *testing.T) {
	asked := []notes.PromptEvent{
		{ID: 1, Outcome: notes.Asked, Left: "2025-12-02"},
		{ID: 2, Outcome: notes.Asked, Left: "2025-11-02", Came: notes.TheyDecided},
		{ID: 3, Outcome: notes.Later, Left: "2025-12-02"},
		{ID: 4, Outcome: notes.Asked, Left: "2025-12-05"}, // asked for the next one
	}
	c := ShowClosing(
		closeNote,
		closeAna,
		filedIn("decided: a\ndecided Ana: b\ndecided Ben: c\ndecided: d (reversed)\n"),
		asked,
		nil,
		"2025-12-04",
	)
	if len(c.Unsaid) != 1 || c.Unsaid[0].Text != "a" {
		t.Errorf("asks about %+v", c.Unsaid)
	}
	if len(c.Asked) != 1 || c.Asked[0].ID != 1 {
		t.Errorf("asks about %+v", c.Asked)
	}
	if c.Next != "2025-12-18" {
		t.Errorf("offers %s", c.Next)
	}
}

func TestWhatIsAnsweredAtClosingIsWritten(t *testing.T) {
	body := "decided: a\ndecided: b\n"
	c := ShowClosing(
		closeNote,
		closeAna,
		filedIn(body),
		[]notes.PromptEvent{{ID: 5, Outcome: notes.Asked, Left: "2025-12-01"}},
		nil,
		"2025-12-04",
	)
	change, err := c.Change(
		Answers{Who: map[int]notes.Actor{0: notes.Them}, Came: map[int64]notes.Outcome{5: notes.TheyDecided}, Next: "2025-12-18", At: "10:00"},
		closeAna,
		closeContext(),
		"2025-12-04",
	)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range change.Edits {
		if body, _, err = notes.ApplyEdit(body, e); err != nil {
			t.Fatal(err)
		}
	}
	if body != "decided Ana: a\ndecided: b\n" {
		t.Errorf("the note is now %q", body)
	}
	want := []notes.Row{
		notes.Verdict{NoteUID: "u9", Verdict: ClosedVerdict},
		notes.PromptOutcomeOf{ID: 5, Outcome: notes.TheyDecided, On: "2025-12-04"},
		notes.NewNote{Person: 2, Kind: notes.PlannedNote, Date: "2025-12-18", At: "10:00"},
	}
	for i, row := range change.Rows {
		if row != want[i] {
			t.Errorf("row %d is %+v, want %+v", i, row, want[i])
		}
	}
	if len(change.Rows) != len(want) {
		t.Errorf("%d rows", len(change.Rows))
	}
}

func TestClosingRefusesAPastDay(t *testing.T) {
	c := ShowClosing(closeNote, closeAna, nil, nil, nil, "2025-12-04")
	_, err := c.Change(Answers{Next: "2025-12-03"}, closeAna, closeContext(), "2025-12-04")
	if !errors.As(err, &notes.Invalid{}) {
		t.Errorf("it says %v", err)
	}
}

func TestCopyForHoldsWhatIsAgreedAndNothingElse(t *testing.T) {
	body := "decided Ana: move the rollout #platform\ntodo: draft the plan by 2025-12-11\ntodo me: answer on the budget\nneed: an hour with legal by 2025-12-09\n" +
		"praise: ran the review\nfeedback: late\nprivate: pay round\ntodo Ben: test it\ndecided Ana and Ben: share the rota\ntodo: sent (done)\ntodo: ask Ben for the rota\n" +
		"decided we: no Friday releases by 2026-02-02\ndecided we: the stand-up stays by 2025-12-01 (held)\ndecided me: the old queue (reversed)\n"
	got, left := CopyFor(notes.Parse(body, closeContext()), closeNote, closeAna, closeContext(), "2025-12-04")
	want := "One-on-one, Thu 4 Dec\n\nAgreed\n- Move the rollout (your call)\n- No Friday releases, revisit on Mon 2 Feb 2026 (we decided together)\n- The stand-up stays (we decided together)\n\nYours\n- Draft the plan, by Thu 11 Dec\n\nMine\n- Answer on the budget\n- An hour with legal, by Tue 9 Dec\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if left != 2 {
		t.Errorf("%d lines were left out, not the two that name Ben", left)
	}
	for _, word := range []string{"pay", "Ben", "review", "late"} {
		if strings.Contains(got, word) {
			t.Errorf("it holds %q", word)
		}
	}
}
