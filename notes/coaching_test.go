package notes

import (
	"strings"
	"testing"
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
	goal := Goal{ID: 7, Person: 2, Title: "Lead platform.", Tag: "platform", State: GoalOpen}
	for _, c := range []struct {
		name string
		body string // of a note of Ben's
		kind NoteKind
		goal Goal
		want string
	}{
		{"a call of his", "decided Ben: the rollout in three steps #platform", HeldNote, goal, "Ana < Ben | 6 Nov, decided: the rollout in three steps"},
		{"praise that he heard", "praise: ran the rollout — in steps — nobody noticed #platform (said)", JournalNote, goal, "Ana < Ben | 6 Nov, was praised: ran the rollout"},
		{"praise not said", "praise: ran the rollout #platform", HeldNote, goal, ""},
		{"feedback", "feedback: ran the rollout #platform (said)", HeldNote, goal, ""},
		{"my call", "decided me: the rollout #platform", HeldNote, goal, ""},
		{"our call", "decided we: the rollout #platform", HeldNote, goal, ""},
		{"taken back", "decided Ben: the rollout #platform (reversed)", HeldNote, goal, ""},
		{"another tag", "decided Ben: the rollout #platforms", HeldNote, goal, ""},
		{"it names another", "decided Ben: the rollout before Ana's #platform", HeldNote, goal, ""},
		{"of two", "decided Ana, Ben: the rollout #platform", HeldNote, goal, ""},
		{"only planned", "decided Ben: the rollout #platform", PlannedNote, goal, ""},
		{"two at most, newest first", "decided Ben: a #platform\ndecided Ben: b #platform\ndecided Ben: c #platform", HeldNote, goal, "Ana < Ben | 6 Nov, decided: c | 6 Nov, decided: b"},
		{"his own goal", "decided Ben: a #platform", HeldNote, Goal{Person: 3, Tag: "platform", State: GoalOpen}, ""},
		{"reached", "decided Ben: a #platform", HeldNote, Goal{Person: 2, Tag: "platform", State: GoalReached}, ""},
		{"without a tag", "decided Ben: a #platform", HeldNote, Goal{Person: 2, State: GoalOpen}, ""},
	} {
		team := newIdeaTeam()
		lines := team.file(1, 3, c.kind, "2026-11-06", c.body)
		f := CoachFacts{Today: "2026-11-23", People: team.people, Goals: []Goal{c.goal}, Me: 1, Names: team.names, Done: lines}
		if got := sayPairings(Coaches(f)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestACoachWhoIsAwayIsNotOffered(t *testing.T) {
	team := newIdeaTeam()
	f := CoachFacts{
		Today: "2026-11-23", People: team.people, Me: 1, Names: team.names,
		Goals: []Goal{{Person: 2, Title: "Lead platform", Tag: "platform", State: GoalOpen}},
		Done:  team.file(1, 3, HeldNote, "2026-11-06", "decided Ben: a #platform"),
	}
	m := Coaches(f)
	if len(m) != 1 || m[0].Question != "Ben has done something like “Lead platform” before. What would you want to ask Ben?" {
		t.Fatalf("%+v", m)
	}
	f.Offered = team.file(2, 2, PlannedNote, "2026-11-26", "ask: "+m[0].Question)
	if m := Coaches(f); !m[0].OnAgenda {
		t.Errorf("%+v", m)
	}
	for i := range []int{1, 2} {
		gone := newIdeaTeam()
		gone.people[i+1].State = StateAway
		f.People = gone.people
		if m := Coaches(f); len(m) != 0 {
			t.Errorf("%s away: %+v", gone.people[i+1].Name, m)
		}
	}
}

func TestOpportunitiesOfEverybody(t *testing.T) {
	people := newIdeaTeam().people
	goals := []Goal{
		{Person: 2, State: GoalOpen, Opportunities: []Opportunity{{Text: "a", State: Booked}, {Text: "b", State: Used}}},
		{Person: 3, State: GoalOpen, Opportunities: []Opportunity{{Text: "c", State: Offered}, {Text: "d", State: Attended}}},
		{Person: 3, State: GoalReached, Opportunities: []Opportunity{{Text: "e", State: Offered}}},
		{Person: 99, State: GoalOpen, Opportunities: []Opportunity{{Text: "f", State: Offered}}},
	}
	open, used := Chances(goals, people)
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
