package notes

import "testing"

func TestDatesAreSaid(t *testing.T) {
	const today = Date("2026-12-01") // a Tuesday
	for _, c := range []struct {
		d                                      Date
		day, short, when, since, gap, gapSince string
	}{
		{"2026-12-01", "today", "today", "today", "since today", "today", "held today"},
		{"2026-12-02", "tomorrow", "tomorrow", "tomorrow", "since tomorrow", "", ""},
		{"2026-11-30", "yesterday", "yesterday", "yesterday", "since yesterday", "1 day", "held yesterday"},
		{"2026-12-03", "Thu 3 Dec", "Thu", "in 2 days", "since 3 Dec", "", ""},
		{"2026-12-07", "Mon 7 Dec", "Mon", "in 6 days", "since 7 Dec", "", ""},
		{"2026-12-08", "Tue 8 Dec", "8 Dec", "in 7 days", "since 8 Dec", "", ""},
		{"2026-11-28", "Sat 28 Nov", "28 Nov", "3 days ago", "since 28 Nov", "3 days", "3 days since 28 Nov"},
		{"2026-11-17", "Tue 17 Nov", "17 Nov", "14 days ago", "since 17 Nov", "2 wks", "2 weeks since 17 Nov"},
		{"2026-10-27", "Tue 27 Oct", "27 Oct", "5 weeks ago", "since 27 Oct", "5 wks", "5 weeks since 27 Oct"},
		{"2027-01-05", "Tue 5 Jan 2027", "5 Jan 2027", "in 5 weeks", "since 5 Jan 2027", "", ""},
		{"2025-11-20", "Thu 20 Nov 2025", "20 Nov 2025", "1 year ago", "since 20 Nov 2025", "53 wks", "53 weeks since 20 Nov 2025"},
		{"", "", "", "", "", "", ""},
		{"2026-02-30", "", "", "", "", "", ""},
	} {
		t.Run(string(c.d), func(t *testing.T) {
			got := [...]string{
				SayDay(c.d, today), SayShort(c.d, today), SayWhen(c.d, today),
				SaySince(c.d, today), SayGap(c.d, today, nil), SayGapSince(c.d, today, nil),
			}
			want := [...]string{c.day, c.short, c.when, c.since, c.gap, c.gapSince}
			for i := range got {
				if got[i] != want[i] {
					t.Errorf("%s: %d is %q, want %q", c.d, i, got[i], want[i])
				}
			}
		})
	}
	if got := SayFull("2026-12-01", today); got != "Tue 1 Dec" {
		t.Errorf("in full: %q", got)
	}
	if got := SayLong("2026-12-02"); got != "Wednesday 2 December" {
		t.Errorf("as a heading: %q", got)
	}
	if SayCount(0) != "no" || SayCount(3) != "three" || SayCount(40) != "40" {
		t.Error("numbers are said wrongly")
	}
}
