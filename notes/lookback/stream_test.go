package lookback

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"handback/notes"
)

const today = notes.Date("2026-11-23")

const ana, ben = notes.PersonID(2), notes.PersonID(3)

func anasPast() notes.Past {
	head := func(id notes.NoteID, kind notes.NoteKind, day notes.Date, title string) notes.NoteHead {
		return notes.NoteHead{ID: id, Person: ana, Kind: kind, Date: day, Title: title}
	}
	line := func(note notes.NoteID, at int, day notes.Date, i notes.Item) notes.Filed {
		i.Line = at
		return notes.Filed{Item: i, Person: ana, Note: note, NoteDate: day, NoteKind: notes.HeldNote, NotePerson: ana}
	}
	return notes.Past{
		Person: notes.Person{ID: ana, Name: "Ana Ruiz", Kind: notes.KindReport},
		Notes: []notes.NoteHead{
			head(10, notes.HeldNote, "2025-11-24", "the rollout"),
			head(11, notes.MissedNote, "2026-03-02", ""),
			head(12, notes.JournalNote, "2026-03-09", "Zoë's Straße"),
			head(13, notes.PlannedNote, "2026-11-30", "to come"),
		},
		Filed: []notes.Filed{
			line(10, 3, "2025-11-24", notes.Item{Label: notes.Decided, Actor: notes.Them, Text: "move it to January #rollout", Due: "2026-01-05"}),
			line(10, 2, "2025-11-24", notes.Item{Label: notes.Praise, Actor: notes.Them, Text: "ran the review"}),
			line(12, 1, "2026-03-09", notes.Item{
				Label: notes.Idea, Actor: notes.Them, Text: "pair on call", State: notes.Adopted, StateDate: "2026-03-20", Remark: "from April",
			}),
			line(10, 5, "2025-11-24", notes.Item{Label: notes.Todo, Actor: notes.Me, Text: "ask finance", State: notes.Done, StateDate: "2025-12-01"}),
			line(10, 6, "2025-11-24", notes.Item{Label: notes.Todo, Actor: notes.Them, Text: "draft the plan"}),
			line(10, 7, "2025-11-24", notes.Item{Label: notes.Praise, Actor: notes.Me, Text: "thanked me"}),
			{
				Item:   notes.Item{Line: 4, Label: notes.Feedback, Actor: notes.Them, Text: "talked over Ben", State: notes.Said, StateDate: "2026-03-09"},
				Person: ana, Note: 20, NoteDate: "2026-03-09", NoteKind: notes.JournalNote, NotePerson: ben,
			},
		},
		Goals: []notes.Goal{{
			ID: 5, Person: ana, Title: "lead platform", Tag: "platform", Start: "2025-06-01", State: notes.GoalReached, Closed: "2026-06-01",
			Steps:         []notes.Step{{Text: "write the guide", Done: "2025-10-10"}, {Text: "name a deputy"}},
			Opportunities: []notes.Opportunity{{Kind: notes.Workshop, Text: "two days", State: notes.Booked, Since: "2026-02-02", Date: "2026-04-01"}},
			Moves:         []notes.TargetMove{{On: "2026-01-15", From: "2026-03-01", To: "2026-06-01"}},
		}},
		Areas: []notes.Area{{Person: ana, Tag: "hiring", Levels: []notes.DatedLevel{
			{From: "2025-05-01", Level: notes.Consult}, {From: "2026-05-01", Level: notes.Advise}, {From: "2027-01-01", Level: notes.Delegate},
		}}},
		StepIns: []notes.SteppingIn{{
			ID: 1, People: []notes.PersonID{ana}, What: "the release", Began: "2026-07-01", HandedBack: "2026-07-15", Learned: "ask earlier",
		}},
	}
}

func said(entries []Entry) []string {
	var out []string
	for _, e := range entries {
		at := ""
		if e.Note != 0 {
			at = fmt.Sprintf(" @%d:%d", e.Note, e.Line)
		}
		out = append(out, fmt.Sprintf("%s %v: %s | %s%s", e.Day, e.Kind, e.Text, e.Rest, at))
	}
	return out
}

func TestTheStreamHoldsEverythingNewestFirst(t *testing.T) {
	want := []string{
		"2026-07-15 Step-ins: The release | handed back: ask earlier",
		"2026-07-01 Step-ins: The release | you stepped in",
		"2026-06-01 Growth: Lead platform | goal reached",
		"2026-05-01 Growth: #hiring | level moved from Consult to Advise",
		"2026-03-09 Feedback: Talked over Ben | said @20:4",
		"2026-03-09 Notes: Zoë's Straße |  @12:0",
		"2026-03-09 Ideas: Pair on call | adopted 20 Mar: from April @12:1",
		"2026-03-02 Not held: Not held |  @11:0",
		"2026-02-02 Growth: Two days | workshop · booked",
		"2026-01-15 Growth: Lead platform | target moved to 1 Jun",
		"2025-12-01 Done: Ask finance | you did this @10:5",
		"2025-11-24 Notes: The rollout | one-on-one @10:0",
		"2025-11-24 Praise: Ran the review | not said yet @10:2",
		"2025-11-24 Decisions: Move it to January | Ana decided @10:3",
		"2025-10-10 Growth: Write the guide | step done: lead platform",
		"2025-06-01 Growth: Lead platform | goal started",
		"2025-05-01 Growth: #hiring | level set to Consult",
	}
	got := said(Show(anasPast(), today))
	if !slices.Equal(got, want) {
		t.Errorf("the stream is\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestALineLeadsToItsNoteAlsoWhereThatIsSomebodyElses(t *testing.T) {
	for _, e := range Show(anasPast(), today) {
		if e.Kind == Feedback && (e.Person != ben || e.Note != 20 || e.Line != 4) {
			t.Errorf("feedback leads to %d, %d:%d", e.Person, e.Note, e.Line)
		}
		if e.Kind == Growth && strings.Contains(e.Rest, "goal") && e.Goal != 5 {
			t.Errorf("%q leads to goal %d", e.Rest, e.Goal)
		}
	}
}

func TestFilter(t *testing.T) {
	all := Show(anasPast(), today)
	for _, c := range []struct {
		name string
		f    Filter
		want []string // the texts
	}{
		{"by a kind", Filter{Kinds: map[Kind]bool{Decision: true}}, []string{"Move it to January"}},
		{"by two", Filter{Kinds: map[Kind]bool{Decision: true, Praise: true}}, []string{"Ran the review", "Move it to January"}},
		{"a word, folded", Filter{Text: "zoe's STRASSE"}, []string{"Zoë's Straße"}},
		{"a tag that ends the line", Filter{Text: "#rollout"}, []string{"Move it to January"}},
		{"words in any order", Filter{Text: "January move"}, []string{"Move it to January"}},
		{"words in quotes, in this order", Filter{Text: `"january move"`}, nil},
		{"what was said of it", Filter{Text: "April"}, []string{"Pair on call"}},
		{"the goal of a step", Filter{Text: "platform guide"}, []string{"Write the guide"}},
		{"a kind and a word", Filter{Kinds: map[Kind]bool{Idea: true}, Text: "January"}, nil},
		{
			"what the search found in a note",
			Filter{Text: "budget", Hits: map[notes.NoteID]Hit{10: {Line: 9, Text: "the budget is short"}}},
			[]string{"the budget is short"},
		},
		{"nothing but blanks", Filter{Text: "  "}, texts(all)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := c.f.Of(all)
			if !slices.Equal(texts(got), c.want) {
				t.Errorf("left are %q, not %q", texts(got), c.want)
			}
			for _, e := range got {
				if e.Text == "the budget is short" && e.Line != 9 {
					t.Errorf("it leads to line %d", e.Line)
				}
			}
		})
	}
}

func texts(entries []Entry) []string {
	var out []string
	for _, e := range entries {
		out = append(out, e.Text)
	}
	return out
}

func TestHitsAreLinesThatNoLabelFilesIntoTheStream(t *testing.T) {
	line := func(at int, label notes.Label, text string) notes.HitLine {
		l := notes.HitLine{Line: at, Snippet: []notes.SnippetRun{{Text: text[:2]}, {Text: text[2:], Match: true}}}
		if label != "" {
			l.Item = &notes.Item{Label: label}
		}
		return l
	}
	hits := HitsOf([]notes.Hit{
		{NoteHead: notes.NoteHead{ID: 1}, Lines: []notes.HitLine{line(2, notes.Decided, "the first"), line(4, "", "the second")}},
		{NoteHead: notes.NoteHead{ID: 2}, Lines: []notes.HitLine{line(1, notes.Praise, "alone")}},
		{NoteHead: notes.NoteHead{ID: 3}, Lines: []notes.HitLine{line(7, notes.Need, "a need")}},
	})
	if len(hits) != 2 || hits[1] != (Hit{4, "the second"}) || hits[3] != (Hit{7, "a need"}) {
		t.Errorf("hits: %+v", hits)
	}
}

func TestMonthsAndYears(t *testing.T) {
	all := Show(anasPast(), today)
	months := Months(all)
	if months[0].Title != "July 2026" || len(months[0].Entries) != 2 || months[1].First != 2 {
		t.Errorf("the first months are %+v", months[:2])
	}
	years := Years(all)
	if len(years) != 2 || years[0].Year != 2026 || years[0].All != 10 || years[0].Months[2] != 4 || years[1].All != 7 {
		t.Errorf("years: %+v", years)
	}
	for _, c := range []struct {
		year  int
		month time.Month
		want  notes.Date
	}{{2026, time.December, "2026-07-15"}, {2026, time.April, "2026-03-09"}, {2025, time.November, "2025-11-24"}} {
		t.Run(fmt.Sprint(c.month, c.year), func(t *testing.T) {
			if at := FirstIn(all, c.year, c.month); all[at].Day != c.want {
				t.Errorf("it begins at %s, not at %s", all[at].Day, c.want)
			}
		})
	}
	if at := FirstIn(all, 2020, time.May); at != len(all) {
		t.Errorf("before all there is %d", at)
	}
}

func TestOnThisDayIsWhatStoodNearItInTheYearsBefore(t *testing.T) {
	days := OnThisDay(Show(anasPast(), today), today)
	if len(days) != 1 || days[0].Title != "A year ago" || !slices.Equal(texts(days[0].Entries), []string{"Ran the review", "Move it to January"}) {
		t.Errorf("on this day: %+v", days)
	}
	if days := OnThisDay(Show(anasPast(), "2027-11-20"), "2027-11-20"); len(days) != 0 {
		t.Errorf("four days off: %+v", days)
	}
	two := OnThisDay(Show(anasPast(), "2027-11-25"), "2027-11-25")
	if len(two) != 1 || two[0].Title != "2 years ago" {
		t.Errorf("two years on: %+v", two)
	}
	if days := OnThisDay(nil, today); days != nil {
		t.Errorf("of nothing: %+v", days)
	}
}

// TestEveryEntryStandsInItsMonthOnce holds of random streams that months and years count every entry once, and that a jump
// to a month leads to its first entry.
func TestEveryEntryStandsInItsMonthOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p notes.Past
		for i := range rapid.IntRange(0, 40).Draw(t, "notes") {
			day := notes.Date("2016-02-29").AddDays(rapid.IntRange(0, 4000).Draw(t, "day"))
			p.Notes = append(p.Notes, notes.NoteHead{ID: notes.NoteID(i + 1), Kind: notes.HeldNote, Date: day, Title: "x"})
		}
		all := Show(p, today)
		counted := 0
		for _, y := range Years(all) {
			for _, n := range y.Months {
				counted += n
			}
		}
		listed := 0
		for _, m := range Months(all) {
			listed += len(m.Entries)
			if FirstIn(all, m.Year, m.Month) != m.First {
				t.Fatalf("%s begins at %d, a jump leads to %d", m.Title, m.First, FirstIn(all, m.Year, m.Month))
			}
		}
		if counted != len(all) || listed != len(all) || len(all) != len(p.Notes) {
			t.Fatalf("of %d notes %d are counted and %d listed", len(p.Notes), counted, listed)
		}
	})
}
