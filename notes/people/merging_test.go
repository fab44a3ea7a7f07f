package people

import (
	"strings"
	"testing"

	"handback/notes"
)

func TestWhatMergingDoesIsSaid(t *testing.T) {
	priya, pia := notes.Person{ID: 2, Name: "Priya Shah"}, notes.Person{ID: 3, Name: "Pia Nair"}
	meeting := func(day notes.Date) notes.NoteHead { return notes.NoteHead{Kind: notes.PlannedNote, Date: day} }
	const nickname, undo = "Priya Shah gets the nickname “Pia Nair”, so lines that use it are filed for Priya.",
		"If this was a mistake, undo it right away."
	for name, c := range map[string]struct {
		from, into Entry
		want       []string
	}{
		"nothing yet": {Entry{}, Entry{}, nil},
		"nothing in common": {
			Entry{Notes: make([]notes.NoteHead, 12), Goals: make([]notes.Goal, 1), Areas: []notes.Area{{Tag: "a"}, {Tag: "b"}}},
			Entry{},
			[]string{"This will move to Priya: 12 notes, 1 goal and 2 areas, and everything you've asked them or agreed on."},
		},
		"an area of both": {
			Entry{Areas: []notes.Area{{Tag: "a"}, {Tag: "b"}, {Tag: "c"}}},
			Entry{Areas: []notes.Area{{Tag: "b"}, {Tag: "c"}}},
			[]string{
				"This will move to Priya: 3 areas, and everything you've asked them or agreed on.",
				"Both have an area for #b and #c: each pair becomes one and keeps both histories. If both changed on the same day, Priya Shah's level counts.",
			},
		},
		"a goal of both": {
			Entry{Goals: []notes.Goal{{Tag: "lead", State: notes.GoalOpen}, {Tag: "old", State: notes.GoalReached}}},
			Entry{Goals: []notes.Goal{{Tag: "Lead", State: notes.GoalOpen}, {Tag: "old", State: notes.GoalOpen}}},
			[]string{
				"This will move to Priya: 2 goals, and everything you've asked them or agreed on.",
				"Both have an open goal with #lead. Both goals stay, and lines with the tag count towards both.",
			},
		},
		"a meeting with both": {
			Entry{Notes: []notes.NoteHead{meeting("2026-12-04"), {Kind: notes.HeldNote, Date: "2026-11-01"}}},
			Entry{Notes: []notes.NoteHead{meeting("2026-12-01")}},
			[]string{
				"This will move to Priya: 2 notes, and everything you've asked them or agreed on.",
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
