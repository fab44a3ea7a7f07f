package team

import (
	"strings"
	"testing"

	"handback/notes"
)

func sayPairings(all []Pairing) string {
	var out []string
	for _, m := range all {
		line := m.Learner.First() + " < " + m.Coach.First() + " | " + strings.Join(m.Says, " | ")
		if m.OnAgenda {
			line += " | on the agenda"
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestWhoCouldCoachWhom(t *testing.T) {
	goal := notes.Goal{ID: 7, Person: 2, Title: "Lead platform.", Tag: "platform", State: notes.GoalOpen}
	for _, c := range []struct {
		name string
		body string // of a note of Ben's
		kind notes.NoteKind
		goal notes.Goal
		want string
	}{
		{"a call of his", "decided Ben: the rollout in three steps #platform", notes.HeldNote, goal, "Ana < Ben | 6 Nov, decided: The rollout in three steps"},
		{"praise that he heard", "praise: ran the rollout — in steps — nobody noticed #platform (said)", notes.JournalNote, goal, "Ana < Ben | 6 Nov, praised for: Ran the rollout"},
		{"praise not said", "praise: ran the rollout #platform", notes.HeldNote, goal, ""},
		{"feedback", "feedback: ran the rollout #platform (said)", notes.HeldNote, goal, ""},
		{"my call", "decided me: the rollout #platform", notes.HeldNote, goal, ""},
		{"our call", "decided we: the rollout #platform", notes.HeldNote, goal, ""},
		{"taken back", "decided Ben: the rollout #platform (reversed)", notes.HeldNote, goal, ""},
		{"another tag", "decided Ben: the rollout #platforms", notes.HeldNote, goal, ""},
		{"it names another", "decided Ben: the rollout before Ana's #platform", notes.HeldNote, goal, ""},
		{"of two", "decided Ana, Ben: the rollout #platform", notes.HeldNote, goal, ""},
		{"only planned", "decided Ben: the rollout #platform", notes.PlannedNote, goal, ""},
		{"two at most, newest first", "decided Ben: a #platform\ndecided Ben: b #platform\ndecided Ben: c #platform", notes.HeldNote, goal, "Ana < Ben | 6 Nov, decided: C | 6 Nov, decided: B"},
		{"his own goal", "decided Ben: a #platform", notes.HeldNote, notes.Goal{Person: 3, Tag: "platform", State: notes.GoalOpen}, ""},
		{"reached", "decided Ben: a #platform", notes.HeldNote, notes.Goal{Person: 2, Tag: "platform", State: notes.GoalReached}, ""},
		{"without a tag", "decided Ben: a #platform", notes.HeldNote, notes.Goal{Person: 2, State: notes.GoalOpen}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			team := newIdeaTeam()
			lines := team.file(1, 3, c.kind, "2026-11-06", c.body)
			f := CoachFacts{Today: "2026-11-23", People: team.people, Goals: []notes.Goal{c.goal}, Me: 1, Names: team.names, Done: lines}
			if got := sayPairings(ShowPairings(f)); got != c.want {
				t.Errorf("%s: %q, want %q", c.name, got, c.want)
			}
		})
	}
}

func TestACoachWhoIsAwayIsNotOffered(t *testing.T) {
	team := newIdeaTeam()
	f := CoachFacts{
		Today: "2026-11-23", People: team.people, Me: 1, Names: team.names,
		Goals: []notes.Goal{{Person: 2, Title: "Lead platform", Tag: "platform", State: notes.GoalOpen}},
		Done:  team.file(1, 3, notes.HeldNote, "2026-11-06", "decided Ben: a #platform"),
	}
	m := ShowPairings(f)
	if len(m) != 1 || m[0].Question != "Ben has experience with this: “Lead platform”. What would you like to ask Ben?" {
		t.Fatalf("%+v", m)
	}
	f.Offered = team.file(2, 2, notes.PlannedNote, "2026-11-26", "ask: "+m[0].Question)
	if m := ShowPairings(f); !m[0].OnAgenda {
		t.Errorf("%+v", m)
	}
	for i := range []int{1, 2} {
		gone := newIdeaTeam()
		gone.people[i+1].State = notes.StateAway
		f.People = gone.people
		if m := ShowPairings(f); len(m) != 0 {
			t.Errorf("%s away: %+v", gone.people[i+1].Name, m)
		}
	}
}

func TestOpportunitiesOfEverybody(t *testing.T) {
	people := newIdeaTeam().people
	goals := []notes.Goal{
		{Person: 2, State: notes.GoalOpen, Opportunities: []notes.Opportunity{{Text: "a", State: notes.Booked}, {Text: "b", State: notes.Used}}},
		{
			Person:        3,
			State:         notes.GoalOpen,
			Opportunities: []notes.Opportunity{{Text: "c", State: notes.Offered}, {Text: "d", State: notes.Attended}},
		},
		{Person: 3, State: notes.GoalReached, Opportunities: []notes.Opportunity{{Text: "e", State: notes.Offered}}},
		{Person: 99, State: notes.GoalOpen, Opportunities: []notes.Opportunity{{Text: "f", State: notes.Offered}}},
	}
	open, used := ShowChances(goals, people)
	var said []string
	for _, c := range open {
		said = append(said, c.Who.First()+" "+c.Text+" "+string(c.Next))
	}
	if got := strings.Join(said, ", "); got != "Ben c booked, Ana a done, Ben d used" {
		t.Errorf("%q", got)
	}
	if len(used) != 1 || used[0].Next != "" || SayChances(open) != "one offered, one booked, one done" {
		t.Errorf("%+v, %q", used, SayChances(open))
	}
}
