package review

import (
	"handback/notes"
	"handback/notes/voice"
)

// Beside is what is held about a person in words and in no note: a goal, the limits of an area, what they count on each
// other for, a step-in, what was written for a review.
type Beside struct {
	Kind   notes.Kind // where it is changed; "" for a review
	Goal   notes.GoalID
	What   string // "Goal", "Limits of hiring"
	Text   string
	Judges bool
}

// besides gathers them.
func (f HeldFacts) besides(judge Judge) []Beside {
	var out []Beside
	add := func(b Beside) {
		if b.Text != "" {
			b.Judges = judge.Judges(b.Text, "")
			out = append(out, b)
		}
	}
	for _, g := range f.Goals {
		add(Beside{Kind: notes.KindGoal, Goal: g.ID, What: voice.T("Goal"), Text: g.Title})
		add(Beside{Kind: notes.KindGoal, Goal: g.ID, What: voice.T("Why this goal"), Text: g.Why})
		add(Beside{Kind: notes.KindGoal, Goal: g.ID, What: voice.T("When you'd step in"), Text: g.StepInIf})
		for _, s := range g.Steps {
			add(Beside{Kind: notes.KindGoal, Goal: g.ID, What: voice.T("Step"), Text: s.Text})
		}
	}
	for _, a := range f.Areas {
		add(Beside{Kind: notes.KindArea, What: voice.T("Limits of {area}", "area", notes.AreaWords(a.Tag)), Text: a.Limits})
	}
	for _, e := range f.Expectations {
		add(Beside{Kind: notes.KindExpectation, What: voice.T("What you count on each other for"), Text: e.Text})
	}
	for _, s := range f.StepIns {
		for _, text := range []string{s.What, s.Reason, s.Learned} {
			add(Beside{Kind: notes.KindStepIn, What: voice.T("Step-in"), Text: text})
		}
	}
	for _, e := range f.Edits {
		add(Beside{What: voice.T("Comment in a review"), Text: e.Comment})
	}
	add(Beside{What: voice.T("Their own review"), Text: f.Own})
	return out
}
