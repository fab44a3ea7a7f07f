package search

import (
	"strings"
	"testing"

	"handback/notes"
)

func TestFindGoals(t *testing.T) {
	goals := []notes.Goal{
		{ID: 1, Title: "Lead platform", Steps: []notes.Step{
			{Text: "January rollout, start to end"}, {Text: "A rollout that is done", Done: "2026-10-01"},
		}},
		{ID: 2, Title: "Rollout without me", State: notes.GoalReached},
		{ID: 3, Title: "Écrire la revue"},
	}
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"", 9, ""},
		{"*", 9, ""},
		{"rollout", 9, "January [rollout], start to end (Ana, step of goal: Lead platform); [Rollout] without me (Ana, goal, reached)"},
		{"roll", 1, "January [roll]out, start to end (Ana, step of goal: Lead platform)"},
		{"start jan", 9, "[Jan]uary rollout, [start] to end (Ana, step of goal: Lead platform)"},
		{"latform", 9, ""},
		{`"rollout" AND`, 9, ""},
		{"écr", 9, "[Écr]ire la revue (Ana, goal)"},
		{"ecrire", 9, "Écrire la revue (Ana, goal)"},
		{strings.Repeat("rollout ", 700), 9, ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			var said []string
			for _, h := range FindGoals(goals, c.text, c.limit) {
				s := ""
				for _, r := range h.Text {
					if r.Match {
						r.Text = "[" + r.Text + "]"
					}
					s += r.Text
				}
				said = append(said, s+" ("+strings.Join(h.Where(notes.Person{Name: "Ana"}), ", ")+")")
			}
			if got := strings.Join(said, "; "); got != c.want {
				t.Errorf("%.20q: %s, want %s", c.text, got, c.want)
			}
		})
	}
}
