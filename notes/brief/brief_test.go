package brief

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

const briefToday = notes.Date("2026-12-02")

func filedLine(l notes.Label, actor notes.Actor, text string, day notes.Date) notes.Filed {
	return notes.Filed{Item: notes.Item{Label: l, Actor: actor, Text: text}, NoteDate: day, Note: 4}
}

// briefFacts are those of the picture of Prep.
func briefFacts() notes.Facts {
	owns := filedLine(notes.Todo, notes.Them, "draft the rollout plan #platform", "2026-11-20")
	owns.Due = "2026-12-04"
	promise := filedLine(notes.Todo, notes.Me, "Intro to payments", "2026-11-20")
	promise.Due = "2026-12-03"
	trying := filedLine(notes.Idea, notes.Them, "rotate the chair", "2026-10-09")
	trying.State, trying.StateDate = notes.Trying, "2026-11-20"
	return notes.Facts{
		Person: notes.Person{
			ID: 1, Kind: notes.KindReport, Name: "Ana Ruiz", Role: "Staff engineer", Pronoun: notes.She, State: notes.StateHere,
			Rhythm: notes.Rhythm{Every: 2, Unit: notes.Weeks, Fixed: true, Weekday: time.Thursday, At: "10:00"},
		},
		Today:    briefToday,
		Planned:  &notes.NoteHead{ID: 9, Date: "2026-12-04", At: "10:00", Kind: notes.PlannedNote},
		LastHeld: &notes.Note{NoteHead: notes.NoteHead{ID: 4, Date: "2026-11-20"}, Body: "todo me: budget\nRollout moved to January."},
		Agenda: []notes.Filed{
			filedLine(
				notes.Topic,
				notes.Them,
				"Budget for the offsite",
				"2026-11-20",
			),
			filedLine(notes.Ask, notes.Me, "how was the demo?", "2026-11-27"),
		},
		IOwe:    []notes.Filed{filedLine(notes.Todo, notes.Me, "budget answer", "2026-11-17"), promise},
		TheyOwn: []notes.Filed{owns, filedLine(notes.Todo, notes.Them, "Ask legal about logs", "2026-11-20")},
		Since: []notes.Filed{
			afterwards(notes.Decided, notes.Them, "a"), afterwards(notes.Idea, notes.Them, "b"),
			afterwards(notes.Decided, notes.We, "c"), afterwards(notes.Todo, notes.Me, "d"),
		},
		Unsaid: []notes.Filed{
			filedLine(notes.Praise, notes.Them, "The incident review — let the juniors speak — two fixes", "2026-11-20"),
			filedLine(notes.Praise, notes.Them, "the on-call rota", "2026-11-12"), filedLine(notes.Praise, notes.Them, "the guide", "2026-11-13"),
			filedLine(notes.Feedback, notes.Them, "late change", "2026-11-12"),
		},
		Ideas: []notes.Filed{filedLine(notes.Idea, notes.Them, "drop the Monday mail #mail", "2026-11-06"), trying},
		Goals: []notes.Goal{
			{ID: 1, Title: "Lead platform", Steps: []notes.Step{{Text: "Run a review", Done: "2026-11-21"}, {Text: "Run two", Owner: notes.Them}}},
			{ID: 2, Title: "Speak at a meetup"},
			{ID: 3, Title: "Mentor Dana"},
		},
		Evidence: map[notes.GoalID]notes.Filed{
			1: filedLine(notes.Decided, notes.Them, "x #platform", "2026-11-20"), 2: filedLine(notes.Topic, notes.Them, "y", "2026-10-03"),
		},
	}
}

func TestBriefOfAPersonInFull(t *testing.T) {
	b := Show(briefFacts(), time.UTC, notes.Locale{})
	lines := func(ls []Line) (out string) {
		for _, l := range ls {
			out += l.Text + "|" + l.Tail + ";"
		}
		return out
	}
	for _, c := range []struct{ what, got, want string }{
		{"meeting", b.Meeting.When + "|" + b.Meeting.Detail, "Fri 4 Dec 10:00|in 2 days · every 2 weeks"},
		{"agenda", lines(b.Agenda), "Budget for the offsite|Ana;How was the demo?|you;"},
		{"I owe", lines(b.IOwe), "Budget answer|since 17 Nov;Intro to payments|by tomorrow;"},
		{"they own", lines(b.TheyOwn), "Draft the rollout plan|Fri;Ask legal about logs|no date;"},
		{"since", fmt.Sprint(b.Since.Title, "|", b.Since.Note, "|", b.Since.Summary), "Since 20 Nov|4|Rollout moved to January."},
		{"what changed", b.Since.Says(), "1 done, 2 decisions, 1 idea"},
		{"folds", fmt.Sprint(len(b.Folds)), "3"},
		{"growth", b.Folds[0].Summary, "Lead platform moved 21 Nov  ·  Speak at a meetup, nothing new since 3 Oct and 1 more"},
		{"growth opens", fmt.Sprint(b.Folds[0].Goals[0].Next, "|", b.Folds[0].Goals[2].Said), "Run two|nothing noted yet"},
		{"not said yet", b.Folds[1].Summary, "praise: the incident review, the on-call rota and 1 more · feedback: late change"},
		{"not said yet opens", lines(b.Folds[1].Lines[:2]), "The incident review — let the juniors speak — two fixes|20 Nov;The on-call rota|12 Nov;"},
		{"ideas", b.Folds[2].Summary, "1 waiting for an answer since 6 Nov: drop the Monday mail · 1 being tried: rotate the chair"},
		{"ideas open", lines(b.Folds[2].Lines), "Drop the Monday mail|since 6 Nov;Rotate the chair|being tried;"},
	} {
		t.Run(c.what, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
			}
		})
	}
}

func TestBriefBeforeTheFirstOneOnOne(t *testing.T) {
	b := Show(notes.Facts{Person: notes.Person{Kind: notes.KindReport, Name: "Ana"}, Today: briefToday}, time.UTC, notes.Locale{})
	if b.Meeting.When != "No date yet" || b.Meeting.Detail != "" || b.Since.Title != "" {
		t.Errorf("%+v", b)
	}
	if len(b.Folds) != 1 || b.Folds[0].Summary != "No open goals" {
		t.Errorf("folds: %+v", b.Folds)
	}
	if b := Show(notes.Facts{Person: notes.Person{Kind: notes.KindOther}, Today: briefToday}, time.UTC, notes.Locale{}); len(b.Folds) != 0 {
		t.Errorf("a peer has folds: %+v", b.Folds)
	}
}

func TestANeedWithoutADateIsARowOfItsOwn(t *testing.T) {
	f := briefFacts()
	dated := filedLine(notes.Need, notes.Them, "a budget answer", "2026-11-20")
	dated.Due = "2026-12-04"
	f.Needs = []notes.Filed{filedLine(notes.Need, notes.Them, "A quiet desk #office", "2026-11-17"), dated}
	folds := Show(f, time.UTC, notes.Locale{}).Folds
	fold := folds[len(folds)-1]
	if fold.Kind != FoldNeeds || fold.Title != "What Ana needs" || fold.Summary != "a quiet desk" {
		t.Errorf("%+v", fold)
	}
	if len(fold.Lines) != 1 || fold.Lines[0].Text != "A quiet desk" || fold.Lines[0].Tail != "since 17 Nov" {
		t.Errorf("it opens to %+v", fold.Lines)
	}
	f.Needs = f.Needs[1:] // a promise of mine, which stands in I owe
	if n := len(Show(f, time.UTC, notes.Locale{}).Folds); n != len(folds)-1 {
		t.Errorf("%d rows", n)
	}
}

func TestBriefMeeting(t *testing.T) {
	for _, c := range []struct {
		name         string
		change       func(*notes.Facts)
		when, detail string
	}{
		{"today", func(f *notes.Facts) { f.Planned.Date = briefToday }, "Wed 2 Dec 10:00", "today · every 2 weeks"},
		{"past", func(f *notes.Facts) { f.Planned.Date = "2026-11-30" }, "Mon 30 Nov 10:00", "2 days ago · every 2 weeks"},
		{"without a time", func(f *notes.Facts) { f.Planned.At = "" }, "Fri 4 Dec", "in 2 days · every 2 weeks"},
		{
			"in another zone", func(f *notes.Facts) { f.Planned.At, f.Planned.Zone = "09:00", "Pacific/Auckland" },
			"Thu 3 Dec 20:00", "tomorrow · every 2 weeks",
		},
		{"none planned", func(f *notes.Facts) { f.Planned = nil }, "No date yet", "12 days since 20 Nov · every 2 weeks"},
		{
			"away", func(f *notes.Facts) { f.Planned, f.Person.State, f.Person.Until = nil, notes.StateAway, "2026-12-15" },
			"Away until 15 Dec", "every 2 weeks",
		},
		{
			"away when it is planned", func(f *notes.Facts) { f.Person.State, f.Person.Until = notes.StateAway, "2026-12-15" },
			"Fri 4 Dec 10:00", "away until 15 Dec · every 2 weeks",
		},
		{"left", func(f *notes.Facts) { f.Person.State, f.Person.LeftOn = notes.StateLeft, "2026-11-30" }, "Left on 30 Nov", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := briefFacts()
			c.change(&f)
			if m := Show(f, time.UTC, notes.Locale{}).Meeting; m.When != c.when || m.Detail != c.detail {
				t.Errorf("%s: %q %q", c.name, m.When, m.Detail)
			}
		})
	}
}

// afterwards is a line that was noted after the last one-on-one.
func afterwards(l notes.Label, a notes.Actor, text string) notes.Filed {
	f := filedLine(l, a, text, "2026-11-24")
	f.Note = 6
	return f
}

func TestEveryLabelIsCountedInTheBriefAsItsRowSays(t *testing.T) {
	for _, l := range notes.Labels {
		t.Run(string(l), func(t *testing.T) {
			f := briefFacts()
			line := afterwards(l, notes.Them, "x")
			f.Since = []notes.Filed{line}
			f.Goals = nil
			one := Show(f, time.UTC, notes.Locale{}).Since.Says()
			f.Since = append(f.Since, line)
			two := Show(f, time.UTC, notes.Locale{}).Since.Says()
			wantOne, wantTwo := "", ""
			if l.Kind().Counted {
				wantOne, wantTwo = l.Kind().Count(1), l.Kind().Count(2)
			}
			if one != wantOne || two != wantTwo {
				t.Errorf("%s and %s, not %s and %s", one, two, wantOne, wantTwo)
			}
		})
	}
}

func TestTheBriefCountsInTheOrderOfTheLabels(t *testing.T) {
	f := briefFacts()
	f.Since, f.Goals = nil, nil
	for _, l := range []notes.Label{
		notes.StepIn, notes.Stuck, notes.Topic, notes.Ask, notes.Need, notes.Idea, notes.Feedback, notes.Praise, notes.Decided, notes.Todo,
	} {
		f.Since = append(f.Since, afterwards(l, notes.Them, "x"), afterwards(l, notes.Them, "y"))
	}
	var said []string
	for _, c := range Show(f, time.UTC, notes.Locale{}).Since.Chips {
		said = append(said, c.Text)
	}
	const want = "2 decisions, 2 praise lines, 2 feedback lines, 2 ideas, 2 needs, 2 things stuck, 2 step-ins"
	if got := strings.Join(said, ", "); got != want {
		t.Errorf("%s, not\n%s", got, want)
	}
}

func TestAFoldNamesPeopleAsTheyAreCalled(t *testing.T) {
	f := notes.Facts{Person: notes.Person{Kind: notes.KindReport, Name: "Lena Brandt"}, Today: briefToday, Unsaid: []notes.Filed{
		{Item: notes.Item{Label: notes.Praise, Text: "Lena calmed the angry customer"}},
		{Item: notes.Item{Label: notes.Praise, Text: "The outage — kept everyone informed"}},
	}}
	if got, want := unsaidFold(f).Summary, "praise: Lena calmed the angry customer, the outage"; got != want {
		t.Errorf("it says %q, not %q", got, want)
	}
}

// TestALineAloneIsToldWhole: what a fold says of one line may be as long as the window is wide; of several each is short.
func TestALineAloneIsToldWhole(t *testing.T) {
	const long = "an hour with someone at payments who can say which of the two queues the night shift should watch"
	f := briefFacts()
	summary := func(kind FoldKind) string {
		for _, fold := range Show(f, time.UTC, notes.Locale{}).Folds {
			if fold.Kind == kind {
				return fold.Summary
			}
		}
		return ""
	}
	need, praise, idea := filedLine(notes.Need, notes.Them, long, "2026-11-17"), filedLine(notes.Praise, notes.Them, long, "2026-11-17"),
		filedLine(notes.Idea, notes.Them, long, "2026-11-17")
	f.Needs, f.Unsaid, f.Ideas = []notes.Filed{need}, []notes.Filed{praise}, []notes.Filed{idea}
	for _, kind := range []FoldKind{FoldNeeds, FoldUnsaid, FoldIdeas} {
		if got := summary(kind); !strings.HasSuffix(got, long) {
			t.Errorf("%s: %q", kind, got)
		}
	}
	trying := idea
	trying.State = notes.Trying
	f.Needs, f.Unsaid, f.Ideas = []notes.Filed{need, need, need}, []notes.Filed{praise, praise}, []notes.Filed{idea, trying}
	for _, kind := range []FoldKind{FoldNeeds, FoldUnsaid, FoldIdeas} {
		if got := summary(kind); strings.Count(got, "…") != 2 || len([]rune(got)) > 160 {
			t.Errorf("%s of several: %q", kind, got)
		}
	}
}
