package notes

import (
	"fmt"
	"testing"
)

func TestYearStrip(t *testing.T) {
	const today = Date("2026-12-02") // a Wednesday
	filed := func(l Label, day Date, s State) Filed {
		return Filed{Item: Item{Label: l, Actor: Them, State: s}, NoteDate: day}
	}
	fromThem := filed(Praise, "2026-11-25", Open)
	fromThem.Actor = Me
	s := MakeYearStrip([]Filed{
		filed(Praise, "2026-12-01", Open),
		filed(Praise, "2026-11-23", Open),
		filed(Praise, "2026-11-22", Said), // a Sunday: the week before
		filed(Praise, "2026-11-16", Open), // of one week the said one counts
		filed(Praise, "2026-10-12", Rewarded),
		filed(Praise, "2025-12-01", Said), // the first Monday
		filed(Praise, "2025-11-30", Said), // too old
		filed(Feedback, "2026-11-30", Open),
		filed(Feedback, "2026-10-01", Said),
		fromThem,
	}, []Date{"2026-12-02", "2026-11-18", "2024-01-01", ""}, today)

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
		{"summary", s.Summary, "3 weeks with praise said · 3 written, not said yet · longest gap 44 weeks"},
		{"months", fmt.Sprint(s.Months[0], s.Months[1], s.Months[12], len(s.Months)), "{0 Dec} {4 Jan} {52 Dec} 13"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.row, c.got, c.want)
		}
	}
	if got := MakeYearStrip(nil, nil, today).Summary; got != "no praise said this year" {
		t.Errorf("of an empty year: %q", got)
	}
	if got := MakeYearStrip([]Filed{filed(Praise, today, Said)}, nil, today).Summary; got != "1 week with praise said" {
		t.Errorf("of one praise: %q", got)
	}
}
