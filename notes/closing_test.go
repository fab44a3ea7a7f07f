package notes

import (
	"errors"
	"strings"
	"testing"
)

var (
	closeAna  = Person{ID: 2, Kind: KindReport, Name: "Ana Ruiz", State: StateHere}
	closeBen  = Person{ID: 3, Kind: KindReport, Name: "Ben Kofi", State: StateHere}
	closeMe   = Person{ID: 1, Kind: KindMe, Name: "Me"}
	closeNote = NoteHead{ID: 9, UID: "u9", Person: 2, Kind: HeldNote, Date: "2025-12-04"}
)

func closeContext() Context {
	return Context{Date: closeNote.Date, Person: 2, Me: 1, Names: NewNames([]Person{closeMe, closeAna, closeBen})}
}

func filedIn(body string) []Filed {
	var out []Filed
	for _, i := range Parse(body, closeContext()) {
		for _, p := range i.People {
			out = append(out, Filed{Item: i, Person: p, Note: 9, NoteUID: "u9", NoteDate: closeNote.Date, NoteKind: HeldNote, NotePerson: 2})
		}
	}
	return out
}

func TestClosingAsksOnlyWhatIsNotSaid(t *testing.T) {
	asked := []PromptEvent{
		{ID: 1, Outcome: Asked, Left: "2025-12-02"},
		{ID: 2, Outcome: Asked, Left: "2025-11-02", Came: TheyDecided},
		{ID: 3, Outcome: Later, Left: "2025-12-02"},
		{ID: 4, Outcome: Asked, Left: "2025-12-05"}, // asked for the next one
	}
	c := MakeClosing(closeNote, closeAna, filedIn("decided: a\ndecided Ana: b\ndecided Ben: c\ndecided: d (reversed)\n"), asked, nil, "2025-12-04")
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
	c := MakeClosing(closeNote, closeAna, filedIn(body), []PromptEvent{{ID: 5, Outcome: Asked, Left: "2025-12-01"}}, nil, "2025-12-04")
	change, err := c.Change(Answers{Who: map[int]Actor{0: Them}, Came: map[int64]Outcome{5: TheyDecided}, Next: "2025-12-18", At: "10:00"},
		closeAna, closeContext(), "2025-12-04")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range change.Edits {
		if body, _, err = ApplyEdit(body, e); err != nil {
			t.Fatal(err)
		}
	}
	if body != "decided Ana: a\ndecided: b\n" {
		t.Errorf("the note is now %q", body)
	}
	want := []Row{
		Verdict{NoteUID: "u9", Verdict: ClosedVerdict},
		PromptOutcomeOf{ID: 5, Outcome: TheyDecided, On: "2025-12-04"},
		NewNote{Person: 2, Kind: PlannedNote, Date: "2025-12-18", At: "10:00"},
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
	c := MakeClosing(closeNote, closeAna, nil, nil, nil, "2025-12-04")
	_, err := c.Change(Answers{Next: "2025-12-03"}, closeAna, closeContext(), "2025-12-04")
	if !errors.As(err, &Invalid{}) {
		t.Errorf("it says %v", err)
	}
}

func TestCopyForHoldsWhatIsAgreedAndNothingElse(t *testing.T) {
	body := "decided Ana: move the rollout #platform\ntodo: draft the plan by 2025-12-11\ntodo me: answer on the budget\nneed: an hour with legal by 2025-12-09\n" +
		"praise: ran the review\nfeedback: late\nprivate: pay round\ntodo Ben: test it\ndecided Ana and Ben: share the rota\ntodo: sent (done)\ntodo: ask Ben for the rota\n"
	got, left := CopyFor(Parse(body, closeContext()), closeNote, closeAna, closeContext(), "2025-12-04")
	want := "One-on-one, Thu 4 Dec\n\nAgreed\n- Move the rollout (your call)\n\nYours\n- Draft the plan, by Thu 11 Dec\n\nMine\n- Answer on the budget\n- An hour with legal, by Tue 9 Dec\n"
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
