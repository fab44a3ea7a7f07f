package growth

import (
	"fmt"
	"reflect"
	"testing"

	"handback/notes"
)

func line(label notes.Label, state notes.State, day, due notes.Date, text string) notes.Filed {
	return notes.Filed{Item: notes.Item{Label: label, State: state, Due: due, Text: text}, NoteDate: day}
}

func TestWhatStandsUnderAGoalsTitle(t *testing.T) {
	areas := []notes.Area{{ID: 1, Tag: "platform", Levels: []notes.DatedLevel{{From: "2026-03-01", Level: notes.Consult}}}}
	company := []notes.CompanyGoal{{ID: 5, Title: "Calmer releases"}}
	for _, c := range []struct {
		goal notes.Goal
		want []string
	}{
		{notes.Goal{}, []string{"no level yet", "no date"}},
		{
			notes.Goal{Tag: "platform", Wanted: notes.Advise, Target: "2027-03-31", Company: 5},
			[]string{"now Consult, aiming for Advise", "until the end of March", "company goal: Calmer releases"},
		},
		{notes.Goal{Tag: "platform", Wanted: notes.Consult, Target: "2026-12-10"}, []string{"now Consult", "until 10 Dec"}},
		{notes.Goal{Tag: "other", Wanted: notes.Advise, Company: 9}, []string{"aiming for Advise", "no date"}},
		{notes.Goal{Target: "2028-12-31"}, []string{"no level yet", "until the end of December 2028"}},
		{notes.Goal{Target: "2026-10-31", Moves: make([]notes.TargetMove, 2)}, []string{"no level yet", "until the end of October 2026, moved twice"}},
	} {
		t.Run(fmt.Sprintf("%+v", c), func(t *testing.T) {
			if got := ShowGoal(c.goal, areas, company, nil, nil, formDay).About; !reflect.DeepEqual(got, c.want) {
				t.Errorf("%+v: %q, want %q", c.goal, got, c.want)
			}
		})
	}
}

func TestAGoalMovedOrIsQuiet(t *testing.T) {
	for _, c := range []struct {
		name, tag    string
		start        notes.Date
		noted        []notes.Date
		stepDone     notes.Date
		moved, quiet string
	}{
		{name: "noted lately", start: "2026-01-01", noted: []notes.Date{"2026-11-20", "2026-10-09"}, moved: "moved 20 Nov"},
		{name: "a step done lately", noted: []notes.Date{"2026-06-01"}, stepDone: "2026-11-25", moved: "moved 25 Nov"},
		{name: "27 days ago", noted: []notes.Date{"2026-11-04"}, moved: "moved 4 Nov"},
		{name: "28 days ago", noted: []notes.Date{"2026-11-03"}, quiet: "Nothing new since 3 Nov"},
		{name: "nothing since it began", start: "2026-10-03", quiet: "Nothing new since 3 Oct"},
		{name: "it has just begun", start: "2026-11-30"},
		{name: "it begins later", start: "2027-01-01"},
		{name: "nothing at all", quiet: "Nothing noted for it yet"},
		{name: "nothing at all, by its tag", tag: "stock", quiet: "No line with #stock yet"},
		{name: "28 days ago, by its tag", tag: "stock", noted: []notes.Date{"2026-11-03"}, quiet: "No line with #stock since 3 Nov"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := notes.Goal{Tag: c.tag, Start: c.start, Steps: []notes.Step{{Done: c.stepDone}}}
			var evidence []notes.Filed
			for _, d := range c.noted {
				evidence = append(evidence, line(notes.Praise, notes.Said, d, "", "x"))
			}
			v := ShowGoal(g, nil, nil, evidence, nil, formDay)
			if v.Moved != c.moved || v.Quiet != c.quiet {
				t.Errorf("%s: %q %q, want %q %q", c.name, v.Moved, v.Quiet, c.moved, c.quiet)
			}
		})
	}
}

// Days away count for no quiet, and what became of a line counts on its own day.
func TestDaysAwayAndTicksAreSignsOfLife(t *testing.T) {
	ticked := line(notes.Todo, notes.Done, "2026-10-01", "", "the guide")
	ticked.StateDate = "2026-11-04"
	for _, c := range []struct {
		name         string
		line         notes.Filed
		off          notes.DaysOff
		moved, quiet string
	}{
		{"28 days, one of them away", line(notes.Praise, notes.Said, "2026-11-03", "", "x"), notes.DaysOff{{From: "2026-11-10", To: "2026-11-10"}}, "moved 3 Nov", ""},
		{"29 days, one of them away", line(notes.Praise, notes.Said, "2026-11-02", "", "x"), notes.DaysOff{{From: "2026-11-10", To: "2026-11-10"}}, "", "Nothing new since 2 Nov"},
		{"noted long ago, done 27 days ago", ticked, nil, "moved 4 Nov", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := ShowGoal(notes.Goal{}, nil, nil, []notes.Filed{c.line}, c.off, formDay)
			if v.Moved != c.moved || v.Quiet != c.quiet {
				t.Errorf("%q %q", v.Moved, v.Quiet)
			}
		})
	}
}

func TestOpenTodosOfAGoalStandAmongItsSteps(t *testing.T) {
	evidence := []notes.Filed{
		line(notes.Praise, notes.Open, "2026-11-20", "", "praise"),
		line(notes.Todo, notes.Open, "2026-11-20", "", "undated"),
		line(notes.Todo, notes.Done, "2026-11-06", "", "done"),
		line(notes.Todo, notes.Open, "2026-10-09", "2026-12-09", "dated"),
		line(notes.Idea, notes.Open, "2026-10-09", "", "idea"),
	}
	g := notes.Goal{Steps: []notes.Step{{Text: "a", Done: "2026-10-01"}, {Text: "b"}, {Text: "c", Done: "2026-11-01"}, {Text: "d"}}}
	v := ShowGoal(g, nil, nil, evidence, nil, formDay)
	if got := textsOf(v.Actions); !reflect.DeepEqual(got, []string{"dated", "undated"}) {
		t.Errorf("actions: %q", got)
	}
	if got := textsOf(v.Noted); !reflect.DeepEqual(got, []string{"praise", "done", "idea"}) {
		t.Errorf("noted: %q", got)
	}
	if len(v.ToDo) != 2 || v.ToDo[0].Text != "b" || len(v.Done) != 2 || v.Done[0].Text != "c" {
		t.Errorf("steps: %+v and %+v", v.ToDo, v.Done)
	}
}

func textsOf(filed []notes.Filed) []string {
	var all []string
	for _, f := range filed {
		all = append(all, f.Text)
	}
	return all
}

func TestGoalsThatAreClosed(t *testing.T) {
	goals := []notes.Goal{
		{ID: 1, State: notes.GoalReached, Closed: "2026-02-01"},
		{ID: 2, State: notes.GoalOpen},
		{ID: 3, State: notes.GoalReached, Closed: "2026-06-01"},
		{ID: 4, State: notes.GoalDropped, Closed: "2025-06-01"},
	}
	open, reached, dropped := Split(goals)
	if len(open) != 1 || len(reached) != 2 || reached[0].ID != 3 || len(dropped) != 1 {
		t.Errorf("open %v, reached %v, dropped %v", open, reached, dropped)
	}
	for want, closed := range map[string][]notes.Goal{
		"":                          nil,
		"2 goals, the last in June": reached,
		"1 goal, in June 2025":      dropped,
		"1 goal":                    {{State: notes.GoalReached}},
	} {
		t.Run(want, func(t *testing.T) {
			if got := SayClosed(closed, formDay); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
	g := CloseGoal(goals[1], notes.GoalReached, formDay).Rows[0].(notes.Goal)
	if g.State != notes.GoalReached || g.Closed != formDay {
		t.Errorf("reached: %+v", g)
	}
	if g = CloseGoal(g, notes.GoalOpen, formDay).Rows[0].(notes.Goal); g.State != notes.GoalOpen || g.Closed != "" {
		t.Errorf("opened again: %+v", g)
	}
}

func TestSmallWordsOfAGoal(t *testing.T) {
	for got, want := range map[string]string{
		SayStepIn(notes.Goal{}, formDay): "",
		SayStepIn(notes.Goal{StepInIf: "it moves", StepInAgreed: "2026-09-25"}, formDay): "it moves · agreed 25 Sep",
		Remark(notes.Person{Name: "Ana Ruiz", Pronoun: notes.She}):                       "What Ana wants to grow into, and what helps.",
		Remark(notes.Person{Name: "Sam"}):                                                "What Sam wants to grow into, and what helps.",
		SayWhose(notes.Them, "Ana"):                                                      "Ana's",
		SayWhose(notes.Me, "Ana"):                                                        "yours",
		SayWhose(notes.We, "Ana"):                                                        "shared",
		SayStep(notes.Step{Due: "2026-12-03"}, formDay):                                  "Thu",
		SayStep(notes.Step{Done: "2026-11-03"}, formDay):                                 "done 3 Nov",
	} {
		t.Run(got, func(t *testing.T) {
			if got != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}
