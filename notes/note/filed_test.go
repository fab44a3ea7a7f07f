package note

import (
	"strings"
	"testing"

	"handback/notes"
)

const filedToday = notes.Date("2026-11-23")

var (
	filedPeople = []notes.Person{
		{ID: 1, Kind: notes.KindMe, Name: "Mo"},
		{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz"},
		{ID: 3, Kind: notes.KindReport, Name: "Ben Ode"},
	}
	filedIn = notes.Context{Date: filedToday, Person: 2, Me: 1, Names: notes.NewNames(filedPeople)}
)

func showFiled(body string, goals ...notes.Goal) []FiledGroup {
	return ShowFiled(notes.Parse(body, filedIn), notes.NoteHead{Person: 2}, filedPeople, goals, filedToday)
}

func TestEveryLabelIsInThePanelUnderItsHeading(t *testing.T) {
	goal := notes.Goal{ID: 5, Person: 2, Title: "Lead platform", Tag: "platform", State: notes.GoalOpen}
	for _, l := range notes.Labels {
		t.Run(string(l), func(t *testing.T) {
			k := l.Kind()
			groups := showFiled(string(l)+": x", goal)
			if len(groups) != 1 || len(groups[0].Lines) != 1 || groups[0].Title != notes.UpperFirst(string(l)) {
				t.Fatalf("the panel shows %+v", groups)
			}
			colour := l
			if k.Under != "" {
				colour = k.Under
			}
			line := groups[0].Lines[0]
			if groups[0].Label != colour || line.Boxed != k.Boxed || (line.Offer != nil) != k.Growth {
				t.Errorf("the panel shows %+v", groups[0])
			}
			if !strings.Contains(line.Meta, k.Waiting) {
				t.Errorf("an open line says %q, not %q", line.Meta, k.Waiting)
			}
		})
	}
}

func TestThePanelStandsInItsOrder(t *testing.T) {
	var titles []string
	const body = "step in: x\nstuck: x\ntopic: x\nask: x\nneed: x\nidea: x\nfeedback: x\npraise: x\ndecided: x\ntodo: x\n"
	for _, g := range showFiled(body) {
		titles = append(titles, g.Title)
	}
	const want = "Decided · Todo · Praise · Feedback · Idea · Need, ask, topic · Stuck, step in"
	if got := strings.Join(titles, " · "); got != want {
		t.Errorf("%s, not\n%s", got, want)
	}
}

func TestWhatThePanelSaysOfALine(t *testing.T) {
	for line, want := range map[string]string{
		"todo: x": "Ana", "todo me: x by 4 Dec": "you · by Fri 4 Dec", "todo me for Ben: x": "you, for Ben", "todo we: x #a": "you both · #a",
		"decided: x": "who decided isn't noted yet", "decided Ben: x": "Ben", "decided Ana: x by 4 Dec": "Ana · revisit Fri 4 Dec",
		"decided Ana: x by 4 Dec (held 2026-11-20)": "Ana · kept 20 Nov", "praise: x": "not said yet", "praise Ben: x": "Ben · not said yet",
		"idea: x (trying 2026-11-20)": "trying since 20 Nov", "need: x": "", "ask: x": "you · on the agenda", "topic: x": "on the agenda",
		"step in: x": "",
	} {
		if got := showFiled(line)[0].Lines[0].Meta; got != want {
			t.Errorf("%q: %q, not %q", line, got, want)
		}
	}
}
