package notes

import "testing"

func TestAGoalMovesOrIsQuiet(t *testing.T) {
	const today = Date("2026-12-01")
	for _, c := range []struct {
		name               string
		start, noted, done Date
		want               Movement
	}{
		{"nothing is known of it", "", "", "", Movement{}},
		{"begun lately and nothing noted", "2026-11-20", "", "", Movement{Since: "2026-11-20"}},
		{"begun 28 days ago and nothing noted", "2026-11-03", "", "", Movement{Since: "2026-11-03", Quiet: true}},
		{"noted 27 days ago", "2026-01-01", "2026-11-04", "", Movement{On: "2026-11-04", Since: "2026-11-04"}},
		{"noted 28 days ago", "2026-01-01", "2026-11-03", "", Movement{On: "2026-11-03", Since: "2026-11-03", Quiet: true}},
		{"noted 29 days ago", "2026-01-01", "2026-11-02", "", Movement{On: "2026-11-02", Since: "2026-11-02", Quiet: true}},
		{"a step done after the last line", "", "2026-06-01", "2026-11-25", Movement{On: "2026-11-25", Since: "2026-11-25"}},
		{"a step done long ago, nothing noted", "", "", "2026-06-01", Movement{On: "2026-06-01", Since: "2026-06-01", Quiet: true}},
		{"noted before it began", "2026-11-20", "2026-09-01", "", Movement{On: "2026-09-01", Since: "2026-11-20"}},
		{"noted for a day to come", "", "2026-12-04", "", Movement{On: "2026-12-04", Since: "2026-12-04"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := Goal{Start: c.start, Steps: []Step{{Text: "open"}, {Text: "done", Done: c.done}}}
			if got := MovementOf(g, c.noted, nil, today); got != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

func TestAnOpportunityThatWasTakenIsASignOfLife(t *testing.T) {
	for _, c := range []struct {
		name  string
		state OpportunityState
		on    Date
		want  Date
	}{
		{"offered", Offered, "2026-11-20", ""},
		{"booked", Booked, "2026-11-20", ""},
		{"attended", Attended, "2026-11-20", "2026-11-20"},
		{"used today", Used, "2026-12-01", "2026-12-01"},
		{"said to be used tomorrow", Used, "2026-12-02", ""},
		{"used, nobody knows when", Used, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := Goal{Opportunities: []Opportunity{{State: c.state, Date: c.on}}}
			if got := MovementOf(g, "", nil, "2026-12-01").On; got != c.want {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestWhatMentionsAGoal(t *testing.T) {
	g := func(title, tag string, steps ...string) Goal {
		goal := Goal{Person: 2, Title: title, Tag: tag}
		for _, s := range steps {
			goal.Steps = append(goal.Steps, Step{Text: s})
		}
		return goal
	}
	for _, c := range []struct {
		name, line string
		goal       Goal
		want       bool
	}{
		{"its tag", "long talk #rounds", g("Lead the ward round", "rounds"), true},
		{"its tag as a word", "The rounds went well", g("x", "rounds"), true},
		{"its tag in the singular", "one round alone", g("x", "rounds"), true},
		{"its tag in two words", "the get-out took two hours", g("x", "getout"), true},
		{"a word that only begins like it", "a roundabout way", g("x", "round"), false},
		{"a tag that is an everyday word", "We had a long talk", g("Speak in public", "talk"), false},
		{"its everyday tag as a tag", "We had a long one #talk", g("Speak in public", "talk"), true},
		{"of course", "of course not", g("Give pruning lessons", "courses"), false},
		{"the words of a step", "first invoice sent on her own", g("Own the billing", "bills", "Send the first invoice"), true},
		{"one word of a step", "the invoice came back", g("Own the billing", "bills", "Send the first invoice"), false},
		{"nothing of it", "sunny, short", g("Own the billing", "bills"), false},
		{"of its title only small words", "his own and her first", g("Have his own", ""), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := Note{NoteHead: NoteHead{Person: 2, Date: "2026-11-20"}, Body: "Short.\n" + c.line + "\n"}
			if got := Mentioned(c.goal, []Note{n}) != ""; got != c.want {
				t.Errorf("mentioned: %v", got)
			}
		})
	}
}

func TestWhatWasNotTalkedAboutIsNoWordAboutIt(t *testing.T) {
	g := Goal{Title: "Open the second kiln", Tag: "glaze", Person: 2}
	for line, want := range map[string]bool{
		"glaze looks good": true,
		"didn't talk about the glaze, the fair ate it":        false,
		"We did not get to glaze again.":                      false,
		"no time for the second kiln":                         false,
		"Not a word about glaze":                              false,
		"hasn't mentioned the glaze, I didn't ask":            false,
		"didn't talk about the fair, the glaze took it all":   true,
		"no time for the fair: second kiln to open, she said": true,
		"never discussed it. Glaze is ordered":                true,
	} {
		t.Run(line, func(t *testing.T) {
			if got := SpeaksOf(line, g); got != want {
				t.Errorf("speaks of it: %v", got)
			}
		})
	}
}
