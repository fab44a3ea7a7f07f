package notes

import (
	"reflect"
	"testing"
)

func line(label Label, state State, day, due Date, text string) Filed {
	return Filed{Item: Item{Label: label, State: state, Due: due, Text: text}, NoteDate: day}
}

func TestWhatStandsUnderAGoalsTitle(t *testing.T) {
	areas := []Area{{ID: 1, Tag: "platform", Levels: []DatedLevel{{"2026-03-01", Consult}}}}
	company := []CompanyGoal{{ID: 5, Title: "Calmer releases"}}
	for _, c := range []struct {
		goal Goal
		want []string
	}{
		{Goal{}, []string{"no area", "no date"}},
		{
			Goal{Tag: "platform", Wanted: Advise, Target: "2027-03-31", Company: 5},
			[]string{"now Consult, towards Advise", "until end of March", "for Calmer releases"},
		},
		{Goal{Tag: "platform", Wanted: Consult, Target: "2026-12-10"}, []string{"now Consult", "until 10 Dec"}},
		{Goal{Tag: "other", Wanted: Advise, Company: 9}, []string{"towards Advise", "no date"}},
		{Goal{Target: "2028-12-31"}, []string{"no area", "until end of December 2028"}},
		{Goal{Target: "2026-10-31", Moves: make([]TargetMove, 2)}, []string{"no area", "until end of October 2026, moved twice"}},
	} {
		if got := ViewGoal(c.goal, areas, company, nil, formDay).About; !reflect.DeepEqual(got, c.want) {
			t.Errorf("%+v: %q, want %q", c.goal, got, c.want)
		}
	}
}

func TestAGoalMovedOrIsQuiet(t *testing.T) {
	for _, c := range []struct {
		name         string
		start        Date
		noted        []Date
		stepDone     Date
		moved, quiet string
	}{
		{name: "noted lately", start: "2026-01-01", noted: []Date{"2026-11-20", "2026-10-09"}, moved: "moved 20 Nov"},
		{name: "a step done lately", noted: []Date{"2026-06-01"}, stepDone: "2026-11-25", moved: "moved 25 Nov"},
		{name: "27 days ago", noted: []Date{"2026-11-04"}, moved: "moved 4 Nov"},
		{name: "28 days ago", noted: []Date{"2026-11-03"}, quiet: "You have noted nothing since 3 Nov"},
		{name: "nothing since it began", start: "2026-10-03", quiet: "You have noted nothing since 3 Oct"},
		{name: "it has just begun", start: "2026-11-30"},
		{name: "it begins later", start: "2027-01-01"},
		{name: "nothing at all", quiet: "You have noted nothing for it yet"},
	} {
		g := Goal{Start: c.start, Steps: []Step{{Done: c.stepDone}}}
		var evidence []Filed
		for _, d := range c.noted {
			evidence = append(evidence, line(Praise, Said, d, "", "x"))
		}
		v := ViewGoal(g, nil, nil, evidence, formDay)
		if v.Moved != c.moved || v.Quiet != c.quiet {
			t.Errorf("%s: %q %q, want %q %q", c.name, v.Moved, v.Quiet, c.moved, c.quiet)
		}
	}
}

func TestOpenTodosOfAGoalStandAmongItsSteps(t *testing.T) {
	evidence := []Filed{
		line(Praise, Open, "2026-11-20", "", "praise"),
		line(Todo, Open, "2026-11-20", "", "undated"),
		line(Todo, Done, "2026-11-06", "", "done"),
		line(Todo, Open, "2026-10-09", "2026-12-09", "dated"),
		line(Idea, Open, "2026-10-09", "", "idea"),
	}
	g := Goal{Steps: []Step{{Text: "a", Done: "2026-10-01"}, {Text: "b"}, {Text: "c", Done: "2026-11-01"}, {Text: "d"}}}
	v := ViewGoal(g, nil, nil, evidence, formDay)
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

func textsOf(filed []Filed) []string {
	var all []string
	for _, f := range filed {
		all = append(all, f.Text)
	}
	return all
}

func TestGoalsThatAreClosed(t *testing.T) {
	goals := []Goal{
		{ID: 1, State: GoalReached, Closed: "2026-02-01"},
		{ID: 2, State: GoalOpen},
		{ID: 3, State: GoalReached, Closed: "2026-06-01"},
		{ID: 4, State: GoalDropped, Closed: "2025-06-01"},
	}
	open, reached, dropped := SplitGoals(goals)
	if len(open) != 1 || len(reached) != 2 || reached[0].ID != 3 || len(dropped) != 1 {
		t.Errorf("open %v, reached %v, dropped %v", open, reached, dropped)
	}
	for want, closed := range map[string][]Goal{
		"":                          nil,
		"2 goals, the last in June": reached,
		"1 goal, in June 2025":      dropped,
		"1 goal":                    {{State: GoalReached}},
	} {
		if got := SayClosedGoals(closed, formDay); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	g := CloseGoal(goals[1], GoalReached, formDay).Rows[0].(Goal)
	if g.State != GoalReached || g.Closed != formDay {
		t.Errorf("reached: %+v", g)
	}
	if g = CloseGoal(g, GoalOpen, formDay).Rows[0].(Goal); g.State != GoalOpen || g.Closed != "" {
		t.Errorf("opened again: %+v", g)
	}
}

func TestSmallWordsOfAGoal(t *testing.T) {
	for got, want := range map[string]string{
		SayStepIn(Goal{}, formDay): "",
		SayStepIn(Goal{StepInIf: "it moves", StepInAgreed: "2026-09-25"}, formDay): "it moves · agreed 25 Sep",
		GrowthRemark(Person{Name: "Ana Ruiz", Pronoun: She}):                       "What Ana wants to grow into, in her words where you have them.",
		GrowthRemark(Person{Name: "Sam"}):                                          "What Sam wants to grow into, in their words where you have them.",
		SayWhose(Them, "Ana"):                                                      "Ana's",
		SayWhose(Me, "Ana"):                                                        "mine",
		SayWhose(We, "Ana"):                                                        "ours",
		SayStep(Step{Due: "2026-12-03"}, formDay):                                  "Thu",
		SayStep(Step{Done: "2026-11-03"}, formDay):                                 "done 3 Nov",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
