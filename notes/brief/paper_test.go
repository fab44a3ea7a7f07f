package brief

import (
	"strings"
	"testing"
	"time"

	"handback/notes"
)

func TestBriefPage(t *testing.T) {
	f := briefFacts()
	queue := []HandBack{{Text: "Choose the queue", Evidence: []string{"Ana made 3 calls in #platform", "You agreed on it"}}}
	b := Show(f, time.UTC, notes.Locale{})
	fold, _ := HoldsFold(queue, f.Person)
	b.Folds = append(b.Folds, fold)
	if got, want := PaperTitle(b), "Ana Ruiz, Fri 4 Dec 10:00"; got != want {
		t.Errorf("title %q, want %q", got, want)
	}
	got := notes.PageText("", Paper(b, queue, "What would you choose?", "because of 6 Nov"))
	want := `
The question
- What would you choose? – because of 6 Nov

Agenda
- Budget for the offsite (Ana)
- How was the demo? (you)

You promised Ana
- Budget answer, since 17 Nov
- Intro to payments, by 3 Dec

Ana's actions
- Draft the rollout plan, by 4 Dec
- Ask legal about logs, since 20 Nov

Since 20 Nov
- Rollout moved to January.
- 1 done, 2 decided, 1 new idea

Growth
- Lead platform, moved 21 Nov · next: Run two
- Speak at a meetup, nothing new since 3 Oct
- Mentor Dana, nothing noted yet

Not said yet
- The incident review — let the juniors speak — two fixes (praise, 20 Nov)
- The on-call rota (praise, 12 Nov)
- The guide (praise, 13 Nov)
- Late change (feedback, 12 Nov)

Ideas
- Drop the Monday mail (since 6 Nov)
- Rotate the chair (being tried)

Could be Ana's call
- Choose the queue – Ana made 3 calls in #platform. You agreed on it
`
	if strings.TrimSpace(got) != strings.TrimSpace(want) {
		t.Errorf("the page is\n%s", got)
	}
}

func TestBriefPageOfAPersonNobodyWroteAbout(t *testing.T) {
	b := Show(notes.Facts{Person: notes.Person{Kind: notes.KindReport, Name: "Ana"}, Today: briefToday}, time.UTC, notes.Locale{})
	if got, want := PaperTitle(b), "Ana, Wednesday 2 December"; got != want {
		t.Errorf("title %q, want %q", got, want)
	}
	got := strings.Fields(notes.PageText("", Paper(b, nil, "", "")))
	if want := "Agenda - Nothing on the agenda yet. Growth - No open goals"; strings.Join(got, " ") != want {
		t.Errorf("the page is %q", got)
	}
}

func TestNothingPrivateIsOnPaper(t *testing.T) {
	const secret = "pay round"
	private := func(l notes.Label, actor notes.Actor) notes.Filed {
		return filedLine(l, actor, "private: "+secret, "2026-11-20")
	}
	for _, c := range []struct {
		name string
		add  func(*notes.Facts)
	}{
		{"a private line of the last one-on-one", func(f *notes.Facts) { f.LastHeld.Body = "private: " + secret + "\nWe met." }},
		{"a private block of it", func(f *notes.Facts) { f.LastHeld.Body = "private\n  the " + secret + "\n\nWe met." }},
		{"a topic", func(f *notes.Facts) { f.Agenda = append(f.Agenda, private(notes.Topic, notes.Them)) }},
		{"a promise", func(f *notes.Facts) { f.IOwe = append(f.IOwe, private(notes.Todo, notes.Me)) }},
		{"an action", func(f *notes.Facts) { f.TheyOwn = append(f.TheyOwn, private(notes.Todo, notes.Them)) }},
		{"praise", func(f *notes.Facts) { f.Unsaid = append(f.Unsaid, private(notes.Praise, notes.Them)) }},
		{"nothing but private praise", func(f *notes.Facts) { f.Unsaid = []notes.Filed{private(notes.Praise, notes.Them)} }},
		{"an idea", func(f *notes.Facts) { f.Ideas = append(f.Ideas, private(notes.Idea, notes.Them)) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := briefFacts()
			c.add(&f)
			b := Show(f, time.UTC, notes.Locale{})
			queue := []HandBack{{Text: "Private: " + secret, Evidence: []string{"x"}}, {Text: "The queue"}}
			fold, _ := HoldsFold(queue, f.Person)
			b.Folds = append(b.Folds, fold)
			if got := notes.PageText("", Paper(b, queue, "", "")); strings.Contains(got, secret) {
				t.Errorf("%s is on paper:\n%s", c.name, got)
			}
		})
	}
}
