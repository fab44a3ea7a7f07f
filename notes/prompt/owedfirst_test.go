package prompt

import (
	"slices"
	"testing"

	"handback/notes"
)

// withSomethingToPraise has an action of theirs finished ten days ago, without a word since.
func withSomethingToPraise() notes.PromptFacts {
	f := calm()
	f.LastPraise = ago(40)
	f.DoneLately = []notes.Filed{closed(line(notes.Todo, notes.Them, "move the lockers", ago(20)), notes.Done, ago(10))}
	return f
}

func TestWarmWordsWaitForWhatIsOwed(t *testing.T) {
	feedbackOf := func(days int) notes.Filed {
		return line(notes.Feedback, notes.Them, "left the gate open — twice — the horses got out", ago(days))
	}
	ideaOf := func(days int) notes.Filed {
		return line(notes.Idea, notes.Them, "paint the lanes before the season", ago(days))
	}
	for _, c := range []struct {
		name    string
		with    func(*notes.PromptFacts)
		praised bool
	}{
		{"nothing is owed", func(*notes.PromptFacts) {}, true},
		{"feedback, and no one-on-one since", func(f *notes.PromptFacts) { f.Unsaid = []notes.Filed{feedbackOf(3)} }, true},
		{"feedback, and a one-on-one today", func(f *notes.PromptFacts) {
			f.Unsaid, f.Held = []notes.Filed{feedbackOf(3)}, append([]notes.Date{today}, f.Held...)
		}, true},
		{"feedback, not said in the one-on-one since", func(f *notes.PromptFacts) { f.Unsaid = []notes.Filed{feedbackOf(4)} }, false},
		{"feedback that says nothing of what came of it", func(f *notes.PromptFacts) {
			f.Unsaid = []notes.Filed{line(notes.Feedback, notes.Them, "left the gate open — twice", ago(4))}
		}, true},
		{"feedback, said since", func(f *notes.PromptFacts) {
			f.Unsaid = []notes.Filed{closed(feedbackOf(4), notes.Said, ago(1))}
		}, true},
		{"feedback of 90 days", func(f *notes.PromptFacts) { f.Unsaid = []notes.Filed{feedbackOf(90)} }, false},
		{"feedback of 91 days", func(f *notes.PromptFacts) { f.Unsaid = []notes.Filed{feedbackOf(91)} }, true},
		{"feedback, of which no question is wanted", func(f *notes.PromptFacts) {
			f.Unsaid = []notes.Filed{feedbackOf(4)}
			f.Mutes = []notes.PromptMute{{Person: ana, Kind: Feedback, Muted: true}}
		}, true},
		{"an idea without an answer for 27 days", func(f *notes.PromptFacts) { f.Ideas = []notes.Filed{ideaOf(27)} }, true},
		{"an idea without an answer for 28 days", func(f *notes.PromptFacts) { f.Ideas = []notes.Filed{ideaOf(28)} }, false},
		{"28 days, one of them off", func(f *notes.PromptFacts) {
			f.Ideas, f.Person.Off = []notes.Filed{ideaOf(28)}, notes.DaysOff{{From: ago(5), To: ago(5)}}
		}, true},
		{"an idea on trial", func(f *notes.PromptFacts) {
			f.Ideas = []notes.Filed{closed(ideaOf(40), notes.Trying, ago(20))}
		}, true},
		{"an idea of 91 days", func(f *notes.PromptFacts) { f.Ideas = []notes.Filed{ideaOf(91)} }, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := withSomethingToPraise()
			c.with(&f)
			offered := Choose(f)
			if got := slices.ContainsFunc(offered, func(p Prompt) bool { return p.Kind == Praise }); got != c.praised {
				t.Errorf("praise is offered: %v, in %+v", got, offered)
			}
		})
	}
}

func TestAPlanThatIsDoneIsNotStalled(t *testing.T) {
	quiet := func(target notes.Date, steps ...notes.Step) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			weekly(f)
			f.Evidence = nil
			f.Goals[0].Target, f.Goals[0].Steps = target, steps
		}
	}
	step := func(done notes.Date) notes.Step { return notes.Step{Text: "s", Owner: notes.Them, Done: done} }
	runDue(t, stalled, []dueCase{
		{"all steps are done, its day is to come", quiet(today.AddDays(40), step(ago(35)), step(ago(30))), ""},
		{"all are done, and today is its day", quiet(today, step(ago(30))), ""},
		{"all are done, and its day was yesterday", quiet(ago(1), step(ago(30))), goalQuiet},
		{"all are done, and it has no day", quiet("", step(ago(30))), goalQuiet},
		{"one is open", quiet(today.AddDays(40), step(ago(30)), step("")), goalQuiet},
		{"it has no steps", quiet(today.AddDays(40)), goalQuiet},
	})
}

func TestALateStepStallsAGoalSooner(t *testing.T) {
	late := func(target notes.Date, held []notes.Date, step notes.Step) func(*notes.PromptFacts) {
		return func(f *notes.PromptFacts) {
			f.Evidence, f.Held = nil, append(append([]notes.Date(nil), held...), ago(130))
			f.Goals[0].Start, f.Goals[0].Target, f.Goals[0].Steps = ago(60), target, []notes.Step{step}
		}
	}
	theirs := func(due, done notes.Date) notes.Step {
		return notes.Step{Text: "s", Owner: notes.Them, Due: due, Done: done}
	}
	two, one := []notes.Date{ago(10), ago(40)}, []notes.Date{ago(10)}
	runDue(t, stalled, []dueCase{
		{"late by a day, two one-on-ones", late("", two, theirs(ago(1), "")), goalQuiet},
		{"late by a day, one one-on-one", late("", one, theirs(ago(1), "")), ""},
		{"its day is today", late("", two, theirs(today, "")), ""},
		{"it has no day", late("", two, theirs("", "")), ""},
		{"a step of mine", late("", two, notes.Step{Text: "s", Owner: notes.Me, Due: ago(1)}), ""},
		{"the goal's own day is today", late(today, two, theirs(ago(1), "")), goalQuiet},
		{"the goal's own day has passed", late(ago(1), two, theirs(ago(30), "")), ""},
	})
}
