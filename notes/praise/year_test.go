package praise

import (
	"fmt"
	"testing"

	"handback/notes"
)

func TestYearStrip(t *testing.T) {
	const today = notes.Date("2026-12-02") // a Wednesday
	filed := func(l notes.Label, day notes.Date, s notes.State) notes.Filed {
		return notes.Filed{Item: notes.Item{Label: l, Actor: notes.Them, State: s}, NoteDate: day}
	}
	fromThem := filed(notes.Praise, "2026-11-25", notes.Open)
	fromThem.Actor = notes.Me
	s := ShowYear([]notes.Filed{
		filed(notes.Praise, "2026-12-01", notes.Open),
		filed(notes.Praise, "2026-11-23", notes.Open),
		filed(notes.Praise, "2026-11-22", notes.Said), // a Sunday: the week before
		filed(notes.Praise, "2026-11-16", notes.Open), // of one week the said one counts
		filed(notes.Praise, "2026-10-12", notes.Rewarded),
		filed(notes.Praise, "2025-12-01", notes.Said), // the first Monday
		filed(notes.Praise, "2025-11-30", notes.Said), // too old
		filed(notes.Feedback, "2026-11-30", notes.Open),
		filed(notes.Feedback, "2026-10-01", notes.Said),
		fromThem,
	}, []notes.Date{"2026-12-02", "2026-11-18", "2024-01-01", ""}, today)

	if s.Weeks[0] != "2025-12-01" || s.Weeks[52] != "2026-11-30" {
		t.Errorf("the weeks run from %s to %s", s.Weeks[0], s.Weeks[52])
	}
	shown := func(row [YearWeeks]StripCell) (out string) {
		for i, c := range row {
			if c != StripEmpty {
				out += fmt.Sprintf(" %d:%d", i, c)
			}
		}
		return out
	}
	for _, c := range []struct{ row, got, want string }{
		{"praise", shown(s.Praise), " 0:2 45:2 50:2 51:1 52:1"},
		{"feedback", shown(s.Feedback), " 43:2 52:1"},
		{"one-on-ones", shown(s.OneOnOnes), " 50:2 52:2"},
		{"summary", s.Summary, "3 weeks with praise given · 3 not said yet · longest gap 44 weeks"},
		{"months", fmt.Sprint(s.Months[0], s.Months[1], s.Months[12], len(s.Months)), "{0 Dec} {4 Jan} {52 Dec} 13"},
	} {
		t.Run(c.row, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("%s: %q, want %q", c.row, c.got, c.want)
			}
		})
	}
	if got := ShowYear(nil, nil, today).Summary; got != "no praise given this year" {
		t.Errorf("of an empty year: %q", got)
	}
	if got := ShowYear([]notes.Filed{filed(notes.Praise, today, notes.Said)}, nil, today).Summary; got != "1 week with praise given" {
		t.Errorf("of one praise: %q", got)
	}
}
