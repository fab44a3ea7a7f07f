package brief

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"handback/notes"
)

func TestMentions(t *testing.T) {
	names := notes.NewNames(
		[]notes.Person{
			closeMe,
			closeAna,
			closeBen,
			{ID: 4, Kind: notes.KindReport, Name: "Chloé Ann Martin", Aliases: []string{"CAM"}},
			{ID: 5, Kind: notes.KindReport, Name: "Ana Lopez"},
		},
	)
	for text, want := range map[string]bool{
		"the budget":              false,
		"what Ana wants":          false,
		"ask Ben":                 true,
		"ben's draft":             true,
		"(Ben)":                   true,
		"@ben, please":            true,
		"benchmark":               false,
		"with Ana Lopez":          true,
		"chloe has it":            true,
		"CAM signs":               true,
		"Chloé Ann Martin, today": true,
		"Ben-Kofi":                true,
		"Kofi":                    true,
	} {
		t.Run(text, func(t *testing.T) {
			if got := names.Mentions(text, 2, 1); got != want {
				t.Errorf("Mentions(%q) = %v", text, got)
			}
		})
	}
}

func pageFacts(body string) PageFacts {
	f := PageFacts{Person: closeAna, Me: 1, Today: "2025-12-04", Names: notes.NewNames([]notes.Person{closeMe, closeAna, closeBen})}
	for _, i := range filedIn(body) {
		switch {
		case i.Label == notes.Idea:
			f.Ideas = append(f.Ideas, i)
		case i.Label == notes.Todo && i.Actor == notes.Me && i.State == notes.Open, i.Label == notes.Need && i.Due != "":
			f.IOwe = append(f.IOwe, i)
		}
	}
	f.Areas = []notes.Area{
		{Tag: "platform", Limits: "Stays under the budget", Levels: []notes.DatedLevel{{From: "2025-01-01", Level: notes.Inquire}}},
		{Tag: "hiring", Levels: []notes.DatedLevel{{From: "2025-01-01", Level: notes.Agree}}},
		{Tag: "pay", Levels: []notes.DatedLevel{{From: "2025-01-01", Level: notes.Tell}}},
	}
	f.Goals = []notes.Goal{
		{
			Title: "Lead platform", State: notes.GoalOpen, Wanted: notes.Delegate, StepInIf: "the date moves twice", StepInAgreed: "2025-09-25",
			Steps: []notes.Step{{Text: "My own step", Owner: notes.Me}, {Text: "You run the review", Owner: notes.Them}},
		},
		{Title: "Replace Ben", State: notes.GoalOpen},
		{Title: "An old one", State: notes.GoalReached},
	}
	f.Expectations = []notes.Expectation{{Theirs: true, Text: "Bad news early"}, {Text: "An answer within a week"}}
	return f
}

func TestTheirPage(t *testing.T) {
	p := ShowTheirPage(
		pageFacts(
			"todo me: answer on the budget\nneed: an hour with legal by 2025-12-09\nidea: drop the mail\nidea: a quiet week (adopted: first in March)\nidea: more tools (declined: no budget)\nprivate: pay\n",
		),
	)
	want := `Ana
Thursday 4 December

Yours to decide
- Platform · limits: Stays under the budget
- Together: hiring

Where you're headed
- Lead platform. Next: you run the review.

I'd step in if
- the date moves twice (we agreed to this on 25 Sep)

What I've promised you
- Answer on the budget, since today
- An hour with legal, by 9 Dec

Your ideas and my answers
- Drop the mail. I owe you an answer.
- A quiet week. Yes: first in March.
- More tools. No: no budget.

What we count on each other for
- You: Bad news early
- Me: An answer within a week
`
	if got := p.PlainText(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestALineThatNamesSomebodyElseIsHeldBackUntilLookedAt(t *testing.T) {
	f := pageFacts("todo me: ask Ben about the rota\nidea: swap with ben's team\nidea Ana and Ben: one rota\n")
	p := ShowTheirPage(f)
	if len(p.Held) != 3 || strings.Contains(strings.ToLower(p.PlainText()), "ben") {
		t.Fatalf("held %d, page\n%s", len(p.Held), p.PlainText())
	}
	f.Verdicts = []notes.Verdict{p.Held[0].Let().Rows[0].(notes.Verdict)}
	if p = ShowTheirPage(f); len(p.Held) != 2 || !strings.Contains(p.PlainText(), "Ask Ben about the rota") {
		t.Errorf("held %d, page\n%s", len(p.Held), p.PlainText())
	}
}

// Nothing private, no level, no figure and no prompt can reach the page, whatever stands in the notes.
func TestNothingElseReachesTheirPage(t *testing.T) {
	secret := "xyzzy"
	line := rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom([]string{
			"private: %",
			"private %",
			"  private: %\n    todo me: %",
			"> private: %",
			"- [ ] private: %",
			"praise: %",
			"feedback: %",
			"decided me: %",
			"stuck: %",
			"todo: %",
			"ask: %",
			"topic: %",
			"todo Ben: %",
			"todo me for Ben: %",
			"idea Ben: %",
			"% in prose",
			"```\nidea: %\n```",
			"step in: %",
			"idea: fine",
			"todo me: fine",
		}).Draw(t, "line")
	})
	rapid.Check(t, func(t *rapid.T) {
		body := strings.ReplaceAll(strings.Join(rapid.SliceOfN(line, 1, 12).Draw(t, "lines"), "\n"), "%", secret)
		f := pageFacts(body)
		text := ShowTheirPage(f).PlainText()
		if strings.Contains(text, secret) {
			t.Fatalf("from\n%s\nreaches the page:\n%s", body, text)
		}
		for _, l := range notes.Levels {
			if strings.Contains(text, l.String()) {
				t.Fatalf("the level %s reaches the page:\n%s", l, text)
			}
		}
	})
}
