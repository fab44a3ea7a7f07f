package people

import (
	"strings"
	"testing"

	"handback/notes"
)

func TestWhatMergingDoesIsSaid(t *testing.T) {
	priya, pia := notes.Person{ID: 2, Name: "Priya Shah"}, notes.Person{ID: 3, Name: "Pia Nair"}
	meeting := func(day notes.Date) notes.NoteHead { return notes.NoteHead{Kind: notes.PlannedNote, Date: day} }
	const nickname, undo = "“Pia Nair” becomes a nickname of Priya Shah, so lines that say it are Priya's.",
		"You can undo this right away; it takes the two apart as they were."
	for name, c := range map[string]struct {
		from, into Entry
		want       []string
	}{
		"nothing yet": {Entry{}, Entry{}, nil},
		"nothing in common": {
			Entry{Notes: make([]notes.NoteHead, 12), Goals: make([]notes.Goal, 1), Areas: []notes.Area{{Tag: "a"}, {Tag: "b"}}},
			Entry{},
			[]string{"What moves to Priya: 12 notes, 1 goal and 2 areas, and what was asked and agreed."},
		},
		"an area of both": {
			Entry{Areas: []notes.Area{{Tag: "a"}, {Tag: "b"}, {Tag: "c"}}},
			Entry{Areas: []notes.Area{{Tag: "b"}, {Tag: "c"}}},
			[]string{
				"What moves to Priya: 3 areas, and what was asked and agreed.",
				"Both have #b and #c as an area. Each becomes one, with the levels of both; for the same day, those of Priya Shah count.",
			},
		},
		"a goal of both": {
			Entry{Goals: []notes.Goal{{Tag: "lead", State: notes.GoalOpen}, {Tag: "old", State: notes.GoalReached}}},
			Entry{Goals: []notes.Goal{{Tag: "Lead", State: notes.GoalOpen}, {Tag: "old", State: notes.GoalOpen}}},
			[]string{
				"What moves to Priya: 2 goals, and what was asked and agreed.",
				"Both have an open goal with #lead. All of them stay, and lines with the tag count for each.",
			},
		},
		"a meeting with both": {
			Entry{Notes: []notes.NoteHead{meeting("2026-12-04"), {Kind: notes.HeldNote, Date: "2026-11-01"}}},
			Entry{Notes: []notes.NoteHead{meeting("2026-12-01")}},
			[]string{
				"What moves to Priya: 2 notes, and what was asked and agreed.",
				"Both have a one-on-one planned, on Tue 1 Dec and on Fri 4 Dec. Both stay planned.",
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			c.from.Person, c.into.Person = pia, priya
			want := append(append([]string{nickname}, c.want...), undo)
			if got := SayMerge(c.from, c.into, peopleDay); strings.Join(got, "\n") != strings.Join(want, "\n") {
				t.Errorf("said\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}
