package prompt

import (
	"testing"

	"handback/notes"
)

func TestAPassedDateIsAskedAboutOnce(t *testing.T) {
	goal := func(change func(*notes.PromptFacts, *notes.Goal)) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			g := f.Goals[0]
			g.Moves = nil
			if change != nil {
				change(f, &g)
			}
			f.Goals = []notes.Goal{g}
		}
	}
	target := func(day notes.Date) func(*notes.PromptFacts, *notes.Goal) {
		return func(_ *notes.PromptFacts, g *notes.Goal) { g.Target = day }
	}
	moves := func(n int) func(*notes.PromptFacts, *notes.Goal) {
		return func(f *notes.PromptFacts, g *notes.Goal) {
			g.Target = ago(1)
			for i := range n {
				g.Moves = append(g.Moves, notes.TargetMove{On: ago(30 - i), From: ago(31 - i), To: ago(10 - i)})
			}
			f.Evidence = nil
		}
	}
	runDue(t, datePassed, []dueCase{
		{"it is today", goal(target(today)), ""},
		{"it was yesterday", goal(target(ago(1))), datePassedOnce},
		{"it was long ago", goal(target(ago(200))), datePassedOnce},
		{"the goal has none", goal(target("")), ""},
		{"the goal was reached", goal(func(_ *notes.PromptFacts, g *notes.Goal) { g.Target, g.State = ago(1), notes.GoalReached }), ""},
		{"it moved once before", goal(moves(1)), datePassedOnce},
		{"it moved twice, which is stalled's", goal(moves(2)), ""},
		{"they were away on it and until yesterday", goal(func(f *notes.PromptFacts, g *notes.Goal) {
			g.Target, f.Person.Off = ago(3), notes.DaysOff{{From: ago(9), To: ago(1)}}
		}), ""},
		{"they have been back for a day", goal(func(f *notes.PromptFacts, g *notes.Goal) {
			g.Target, f.Person.Off = ago(3), notes.DaysOff{{From: ago(9), To: ago(2)}}
		}), datePassedOnce},
		{"it waits for somebody outside", goal(func(f *notes.PromptFacts, g *notes.Goal) {
			g.Target = ago(1)
			stuck := line(notes.Stuck, notes.Them, "waiting for the landlord", ago(5))
			stuck.Tags = []string{g.Tag}
			f.Stuck = append(f.Stuck, stuck)
		}), ""},
	})
}
