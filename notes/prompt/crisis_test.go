package prompt

import (
	"testing"

	"handback/notes"
)

// crisis is a crisis of which only its line is known.
func crisis(began notes.Date) notes.SteppingIn {
	return notes.SteppingIn{
		People: []notes.PersonID{ana}, Crisis: true, What: "payments are down", Began: began, Ends: began.AddDays(notes.CrisisDays),
	}
}

func TestDuringACrisisOnlyItsOwnPromptsSpeak(t *testing.T) {
	w := owing()
	before := w.show(t)
	w.f.StepIns = []notes.SteppingIn{crisis(today)}
	if ps := Choose(w.f); len(ps) > 0 {
		t.Fatalf("on its first day: %+v", ps)
	}
	w.f.Today = today.AddDays(1)
	p := w.show(t)
	if p.Kind != Review || len(Choose(w.f)) != 1 {
		t.Fatalf("the next day: %+v", Choose(w.f))
	}
	ordinary := notes.SteppingIn{People: []notes.PersonID{ana}, What: "the tender", Help: notes.HelpAgree, Began: ago(30), Ends: ago(9)}
	w.f.StepIns = []notes.SteppingIn{ordinary, crisis(today)}
	for _, p := range Choose(w.f) {
		if p.Kind != Review || p.Reason == "" || namesOneOf(p.Reason, []string{"tender"}) {
			t.Errorf("another step-in speaks: %+v", p)
		}
	}
	w.f.StepIns[1].HandedBack = w.f.Today
	w.f.StepIns = w.f.StepIns[1:]
	w.f.Today = w.f.Today.AddDays(30)
	if p := first(t, w); p.Kind == Review {
		t.Errorf("handed back, and %+v", p)
	}
	if before.Kind != MyPromise {
		t.Errorf("before it: %+v", before)
	}
}

func TestWhatWasInViewComesBackAfterACrisisThatSaidNothing(t *testing.T) {
	w := owing()
	before := w.show(t)
	w.f.StepIns = []notes.SteppingIn{crisis(today)}
	Choose(w.f)
	w.f.StepIns[0].HandedBack = w.f.Today
	if p := first(t, w); p.Text != before.Text {
		t.Errorf("%q came for %q", p.Text, before.Text)
	}
}

func TestAReviewIsFirstAndMayComeTwiceRunning(t *testing.T) {
	w := &world{f: allDue()}
	w.f.StepIns[0].Ends = ago(1)
	w.keepEvent(notes.PromptEvent{
		Person: ana, Kind: Review, Key: "seen-first", Shown: ago(9), Left: ago(8), Outcome: notes.ActedOn,
	})
	for range 12 { // many one-on-ones at which the others were passed over
		w.f.Today = w.f.Today.AddDays(7)
		w.f.Held = append([]notes.Date{w.f.Today.AddDays(-1)}, w.f.Held...)
	}
	if p := first(t, w); p.Kind != Review {
		t.Errorf("%s is first", p.Kind)
	}
	w.store(Done(w.show(t), w.f))
	if asked(w, Review) {
		t.Error("again on the same day")
	}
	w.f.Today = w.f.Today.AddDays(1)
	if p := first(t, w); p.Kind != Review {
		t.Errorf("the next day %s is first", p.Kind)
	}
}

func TestAReviewRepeatsItsOldestTextRatherThanBeSilent(t *testing.T) {
	w := &world{f: calm()}
	w.f.StepIns = []notes.SteppingIn{{
		People: []notes.PersonID{ana}, What: "the tender", Help: notes.HelpAgree, Began: ago(20), Ends: ago(1),
	}}
	seen := map[string]int{}
	for day := range 30 {
		w.f.Today = today.AddDays(day)
		p := w.show(t)
		if last, again := seen[p.Text]; again && day-last < 8 {
			t.Errorf("%q came back after %d days", p.Text, day-last)
		}
		seen[p.Text] = day
		w.store(Done(p, w.f))
	}
}

func TestATextRetires(t *testing.T) {
	came := func(key string, outcomes ...notes.Outcome) notes.PromptFacts {
		f := calm()
		for i, o := range outcomes {
			f.History = append(f.History, notes.PromptEvent{
				ID: int64(i + 1), Person: ana, Kind: Ideas, Key: key, Shown: ago(390 - 100*i), Left: ago(389 - 100*i),
				Outcome: notes.Asked, Came: o,
			})
		}
		return f
	}
	for _, c := range []struct {
		name     string
		outcomes []notes.Outcome
		gone     bool
	}{
		{"the manager decided once", []notes.Outcome{notes.IDecided}, false},
		{"the manager decided twice", []notes.Outcome{notes.IDecided, notes.IDecided}, true},
		{"it did not come up twice", []notes.Outcome{notes.DidNotComeUp, notes.TheyDecided, notes.DidNotComeUp}, true},
		{"one of each", []notes.Outcome{notes.IDecided, notes.DidNotComeUp, notes.TheyDecided}, false},
		{"nothing was said", []notes.Outcome{"", "", ""}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := came("idea-stop", c.outcomes...)
			if got := retired(f)["idea-stop"]; got != c.gone {
				t.Errorf("%s: gone %v", c.name, got)
			}
			f.Person.ID = 77
			if retired(f)["idea-stop"] {
				t.Errorf("%s: it retired for somebody else", c.name)
			}
		})
	}
}

func TestAKindOfWhichAllTextsRetiredIsSilent(t *testing.T) {
	w := &world{f: calm()}
	w.f.Strengths = []notes.Filed{line(notes.Praise, notes.Them, "the rollout #platform", ago(40))}
	w.f.Strengths[0].Person = 3
	w.f.Team = []notes.Person{{ID: 3, Kind: notes.KindReport, Name: "Ben Kofi"}}
	if !asked(w, Connect) {
		t.Fatal("it is not due")
	}
	for _, q := range bank().of(Connect, true, colleague) {
		for range inVain {
			w.keepEvent(notes.PromptEvent{
				Person: ana, Kind: Connect, Key: q.key, Shown: ago(300), Left: ago(300), Outcome: notes.Asked, Came: notes.IDecided,
			})
		}
	}
	if asked(w, Connect) {
		t.Error("a retired text came back")
	}
}
