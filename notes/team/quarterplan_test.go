package team

import (
	"errors"
	"testing"

	"handback/notes"
)

func TestTheQuarterThatIsPlanned(t *testing.T) {
	for today, want := range map[notes.Date]string{
		"2026-10-01": "October to December 2026",
		"2026-11-16": "October to December 2026",
		"2026-11-17": "January to March 2027",
		"2026-12-31": "January to March 2027",
		"2027-01-01": "January to March 2027",
		"2028-02-29": "April to June 2028",
		"2026-08-31": "October to December 2026",
	} {
		t.Run(string(today), func(t *testing.T) {
			if got := NextQuarter(today).String(); got != want {
				t.Errorf("%s: %q, want %q", today, got, want)
			}
		})
	}
}

func TestAPlanCreditsWhoseIdeasTheyAre(t *testing.T) {
	team := newIdeaTeam()
	picked := ShowIdeas(team.ideas(), team.people, nil, "2026-11-23").ForPlan()
	c, err := PlanQuarter(NextQuarter("2026-11-23"), picked, team.people[0], "2026-11-23")
	if err != nil || len(c.Rows) != 1 {
		t.Fatalf("%+v, %v", c, err)
	}
	want := notes.NewNote{Person: 1, Kind: notes.JournalNote, Date: "2026-11-23", Body: `# Plan for January to March 2027

From the team's ideas.

## What to keep trying

- Ana: Rotate who leads the review – Ana's call, until 12 Feb 2027
- Ana: Still on trial

## What to try next

Whose call is each one, and until when?

- Ana and Ben: Drop the Monday mail
- Ben and Ana: One wiki
- Mia: A lottery
`}
	if c.Rows[0] != notes.Row(want) {
		t.Errorf("written: %+v", c.Rows[0])
	}
	for i := range picked {
		picked[i].On = picked[i].State == notes.Learned
	}
	c, err = PlanQuarter(NextQuarter("2026-11-23"), picked, team.people[0], "2026-11-23")
	if err != nil ||
		c.Rows[0].(notes.NewNote).Body != "# Plan for January to March 2027\n\nFrom the team's ideas.\n\n## What to keep\n\n- Ben: Hand over by voice note – shorter nights\n" {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestNothingIsFiledFromAPlan(t *testing.T) {
	team := newIdeaTeam()
	for _, text := range []string{"todo: x", "ask: why?", "private corner", "[ ] tick", "decided Ben: y", "# a heading", "```", "> quote", "praise Ana - well", "done: it by Friday (said)"} {
		ideas := team.file(1, 2, notes.HeldNote, "2026-11-20", "idea: "+text)
		if len(ideas) == 0 {
			t.Fatalf("%q is no idea", text)
		}
		picked := ShowIdeas(ideas, team.people, nil, "2026-11-23").ForPlan()
		c, err := PlanQuarter(NextQuarter("2026-11-23"), picked, team.people[0], "2026-11-23")
		if err != nil {
			t.Fatal(err)
		}
		if items := notes.Parse(c.Rows[0].(notes.NewNote).Body, team.in(1, "2026-11-23")); len(items) != 0 {
			t.Errorf("%q: filed %+v", text, items)
		}
	}
}

func TestASheetOfIdeas(t *testing.T) {
	team := newIdeaTeam()
	areas := []notes.Area{{Person: 2, Tag: "platform", Levels: []notes.DatedLevel{{From: "2026-01-01", Level: notes.Delegate}}}}
	b := ShowIdeas(
		append(team.ideas(), team.file(9, 2, notes.HeldNote, "2026-11-01", "idea: swap with Ben")...),
		team.people,
		areas,
		"2026-11-23",
	)
	parts, err := IdeaSheet(b.ForSheet(team.names, 1), team.people[0], "2026-11-23")
	want := `Team ideas, Monday 23 November

Waiting for an answer
- Drop the Monday mail. Ana and Ben – since 1 Jun 2025
- One wiki. Ben and Ana – since 6 Nov
- A lottery. Mia – since 20 Nov

Trying
- Rotate who leads the review. Ana – her call, until 12 Feb 2027
- Still on trial. Ana – since 1 Jun 2025

Adopted or tried
- Hand over by voice note. Ben – learned: shorter nights
`
	if got := notes.PageText(SheetTitle("2026-11-23"), parts); err != nil || got != want {
		t.Errorf("%s\n%v, want\n%s", got, err, want)
	}
}

func TestNothingChosen(t *testing.T) {
	me := newIdeaTeam().people[0]
	var invalid notes.Invalid
	if _, err := PlanQuarter(NextQuarter("2026-11-23"), []PickedIdea{{On: false}}, me, "2026-11-23"); !errors.As(err, &invalid) {
		t.Error(err)
	}
	if _, err := IdeaSheet(nil, me, "2026-11-23"); !errors.As(err, &invalid) {
		t.Error(err)
	}
}
