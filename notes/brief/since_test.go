package brief

import (
	"slices"
	"testing"
	"time"

	"handback/notes"
)

// changedFacts are those of Ana, last met on 20 Nov 2026; today is 2 Dec.
func changedFacts() notes.Facts {
	line := func(l notes.Label, a notes.Actor, text string, day notes.Date, s notes.State, on notes.Date) notes.Filed {
		f := filedLine(l, a, text, day)
		f.Note, f.State, f.StateDate = 9, s, on
		return f
	}
	then := func(f notes.Filed) notes.Filed {
		f.Note = 4
		return f
	}
	return notes.Facts{
		Person:   notes.Person{ID: 2, Kind: notes.KindReport, Name: "Ana Ruiz"},
		Today:    "2026-12-02",
		LastHeld: &notes.Note{NoteHead: notes.NoteHead{ID: 4, Date: "2026-11-20"}},
		Since: []notes.Filed{
			then(line(notes.Todo, notes.Them, "settled there and then", "2026-11-20", notes.Done, "2026-11-20")),
			then(line(notes.Todo, notes.We, "book the room", "2026-11-20", notes.Done, "2026-11-25")),
			then(line(notes.Decided, notes.We, "in that very meeting", "2026-11-20", notes.Open, "")),
			then(line(notes.Idea, notes.Them, "in that very meeting, too", "2026-11-20", notes.Open, "")),
			line(notes.Todo, notes.Me, "still to do", "2026-11-20", notes.Open, ""),
			line(notes.Decided, notes.Them, "start small", "2026-11-24", notes.Open, ""),
			line(notes.Idea, notes.Them, "swap the days", "2026-11-24", notes.Open, ""),
		},
		Changed: []notes.Filed{
			line(notes.Todo, notes.Me, "ask finance", "2026-10-01", notes.Done, "2026-11-23"),
			line(notes.Idea, notes.Them, "rotate the chair", "2026-09-01", notes.Adopted, "2026-11-22"),
			line(notes.Need, notes.Them, "a test copy", "2026-09-01", notes.Met, "2026-11-21"),
			line(notes.Todo, notes.Me, "ticked that evening", "2026-10-01", notes.Done, "2026-11-20"),
			line(notes.Need, notes.Them, "a desk", "2026-09-01", notes.Met, "2026-11-20"),
		},
		Goals: []notes.Goal{{
			ID: 7, Title: "lead platform", Start: "2026-01-01",
			Steps: []notes.Step{
				{Text: "write the guide", Owner: notes.Them, Done: "2026-11-30"}, {Text: "older", Done: "2026-11-01"}, {Text: "open"},
			},
			Moves:         []notes.TargetMove{{On: "2026-10-01", To: "2026-12-01"}, {On: "2026-11-26", To: "2027-01-15"}},
			Opportunities: []notes.Opportunity{{Kind: notes.Workshop, Text: "two days", State: notes.Booked, Since: "2026-11-27"}},
		}},
		ClosedGoals: []notes.Goal{{ID: 8, Title: "run the demo", Start: "2026-02-01", State: notes.GoalReached, Closed: "2026-11-28"}},
		Areas: []notes.Area{
			{Tag: "hiring", Levels: []notes.DatedLevel{{From: "2026-01-01", Level: notes.Agree}, {From: "2026-11-29", Level: notes.Advise}}},
			{Tag: "later", Levels: []notes.DatedLevel{{From: "2026-12-24", Level: notes.Advise}}},
		},
	}
}

func TestWhatChangedSinceTheLastOneOnOneIsSaidInALine(t *testing.T) {
	s := Show(changedFacts(), time.UTC, notes.Locale{}).Since
	if got, want := s.Says(), "4 done, 1 decision, 7 moved, 1 idea"; s.Title != "Since 20 Nov" || got != want {
		t.Errorf("%s: %s, not %s", s.Title, got, want)
	}
}

func TestANoteWithoutProseSaysWhatWasFiledInIt(t *testing.T) {
	f := changedFacts()
	if s := Show(f, time.UTC, notes.Locale{}).Since; s.Filed != "2 todos, 1 decision, 1 idea" {
		t.Errorf("it says %q", s.Filed)
	}
	f.Since = []notes.Filed{{Note: 4, Item: notes.Item{Label: notes.Praise, Text: "the demo"}}}
	if s := Show(f, time.UTC, notes.Locale{}).Since; s.SayFiled() != "Filed that day: 1 praise line." {
		t.Errorf("of praise alone it says %q", s.SayFiled())
	}
	f.LastHeld.Body = "praise: the demo\n\nWe talked about the move."
	if s := Show(f, time.UTC, notes.Locale{}).Since; s.Filed != "" || s.Summary != "We talked about the move." {
		t.Errorf("with prose it says %q, %q", s.Summary, s.Filed)
	}
	f.LastHeld.Body, f.Since = "", nil
	if s := Show(f, time.UTC, notes.Locale{}).Since; s.Filed != "" {
		t.Errorf("of nothing it says %q", s.Filed)
	}
}

func TestWhatChangedSaysByWhomAndLeadsToIt(t *testing.T) {
	want := map[string][]string{
		"4 done": {
			"Ask finance|you · 23 Nov|note", "Ticked that evening|you · 20 Nov|note", "Book the room|together · 25 Nov|note", "Write the guide|Ana · 30 Nov|goal",
		},
		"1 decision": {"Start small|Ana · 24 Nov|note"},
		"7 moved": {
			"Rotate the chair|adopted · 22 Nov|note", "A test copy|met · 21 Nov|note", "A desk|met · 20 Nov|note",
			"Lead platform|target moved to 15 Jan 2027 · 26 Nov|goal", "Two days|workshop · booked · 27 Nov|goal",
			"Run the demo|goal reached · 28 Nov|goal", "#hiring|now Advise · 29 Nov|area",
		},
		"1 idea": {"Swap the days|Ana · 24 Nov|note"},
	}
	for _, c := range Show(changedFacts(), time.UTC, notes.Locale{}).Since.Chips {
		t.Run(c.Text, func(t *testing.T) {
			var got []string
			for _, l := range c.Lines {
				to := "area"
				switch {
				case l.Filed.Note != 0:
					to = "note"
				case l.Goal != 0:
					to = "goal"
				}
				got = append(got, l.Text+"|"+l.Rest+"|"+to)
			}
			if !slices.Equal(got, want[c.Text]) {
				t.Errorf("%q, not %q", got, want[c.Text])
			}
		})
	}
}

func TestNothingChangedBeforeTheFirstOneOnOne(t *testing.T) {
	f := changedFacts()
	f.LastHeld, f.Since = nil, nil
	if s := Show(f, time.UTC, notes.Locale{}).Since; s.Title != "" || s.Says() != "" {
		t.Errorf("%q: %q", s.Title, s.Says())
	}
}
