package notes

import (
	"testing"
	"time"
)

func TestNextOneOnOne(t *testing.T) {
	tue := func(every int, unit RhythmUnit) Rhythm {
		return Rhythm{Every: every, Unit: unit, Fixed: true, Weekday: time.Tuesday, At: "10:00"}
	}
	about := func(every int, unit RhythmUnit) Rhythm { return Rhythm{Every: every, Unit: unit} }
	for _, c := range []struct {
		name              string
		r                 Rhythm
		last, today, away Date
		want              Date
		none              bool
	}{
		{name: "weekly", r: tue(1, Weeks), last: "2026-11-24", today: "2026-11-24", want: "2026-12-01"},
		{name: "every two weeks", r: tue(2, Weeks), last: "2026-11-24", today: "2026-11-25", want: "2026-12-08"},
		{name: "every three weeks over the year's end", r: tue(3, Weeks), last: "2026-12-15", today: "2026-12-15", want: "2027-01-05"},
		{name: "a day late keeps the weekday", r: tue(2, Weeks), last: "2026-11-25", today: "2026-11-25", want: "2026-12-08"},
		{name: "three days late keeps the weekday", r: tue(1, Weeks), last: "2026-11-27", today: "2026-11-27", want: "2026-12-01"},
		{name: "a day early keeps the weekday", r: tue(2, Weeks), last: "2026-11-23", today: "2026-11-23", want: "2026-12-08"},
		{name: "missed ones keep the series", r: tue(2, Weeks), last: "2026-10-13", today: "2026-11-25", want: "2026-12-08"},
		{name: "today counts", r: tue(1, Weeks), last: "2026-11-17", today: "2026-11-24", want: "2026-11-24"},
		{name: "away pauses", r: tue(1, Weeks), last: "2026-11-17", today: "2026-11-18", away: "2026-12-15", want: "2026-12-15"},
		{name: "away pauses and the series goes on", r: tue(2, Weeks), last: "2026-11-17", today: "2026-11-18", away: "2026-12-09", want: "2026-12-15"},
		{name: "away is over", r: tue(1, Weeks), last: "2026-11-17", today: "2026-11-18", away: "2026-11-01", want: "2026-11-24"},
		{name: "monthly", r: tue(1, Months), last: "2026-11-03", today: "2026-11-03", want: "2026-12-01"},
		{name: "monthly from a month's end", r: tue(1, Months), last: "2026-03-31", today: "2026-03-31", want: "2026-04-28"},
		{name: "monthly, clamped to February", r: about(1, Months), last: "2026-01-31", today: "2026-02-01", want: "2026-02-28"},
		{name: "monthly, clamped to a leap day", r: about(1, Months), last: "2028-01-31", today: "2028-02-01", want: "2028-02-29"},
		{name: "the clamp does not stay", r: about(1, Months), last: "2026-01-31", today: "2026-03-01", want: "2026-03-31"},
		{name: "monthly over the year's end", r: about(1, Months), last: "2026-12-31", today: "2026-12-31", want: "2027-01-31"},
		{name: "quarterly", r: about(3, Months), last: "2026-11-30", today: "2026-12-01", want: "2027-02-28"},
		{name: "about every five weeks", r: about(5, Weeks), last: "2026-11-18", today: "2026-11-20", want: "2026-12-23"},
		{name: "the first one, on its weekday", r: tue(2, Weeks), today: "2026-11-23", want: "2026-11-24"},
		{name: "the first one, about", r: about(2, Weeks), today: "2026-11-23", want: "2026-11-23"},
		{name: "the first one of somebody away", r: tue(2, Weeks), today: "2026-11-23", away: "2026-12-02", want: "2026-12-08"},
		{name: "many years on", r: tue(2, Weeks), last: "1996-01-02", today: "2026-11-23", want: "2026-11-24"},
		{name: "no rhythm", r: Rhythm{}, last: "2026-11-17", today: "2026-11-23", none: true},
		{name: "a rhythm that makes no sense", r: Rhythm{Every: -1}, today: "2026-11-23", none: true},
		{name: "held in the future by a wrong clock", r: tue(1, Weeks), last: "2026-12-01", today: "2026-11-23", want: "2026-12-08"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := c.r.Next(c.last, c.today, c.away)
			if got != c.want || ok == c.none {
				t.Errorf("got %q %v, want %q", got, ok, c.want)
			}
		})
	}
}

func TestAWeeklyRhythmHeldLateNeverDrifts(t *testing.T) {
	r := Rhythm{Every: 1, Unit: Weeks, Fixed: true, Weekday: time.Thursday}
	held := Date("2026-01-01")
	for i := range 200 {
		next, ok := r.Next(held, held, "")
		if !ok || next.Weekday() != time.Thursday || next != Date("2026-01-01").AddDays(7*(i+1)) {
			t.Fatalf("the %d. one-on-one is on %s", i+2, next)
		}
		held = next.AddDays(i % 4) // up to three days late
	}
}

func TestRhythmIsSaid(t *testing.T) {
	for _, c := range []struct {
		r    Rhythm
		want string
	}{
		{Rhythm{}, ""},
		{Rhythm{Every: 1, Unit: Weeks, Fixed: true}, "every week"},
		{Rhythm{Every: 2, Unit: Weeks, Fixed: true}, "every 2 weeks"},
		{Rhythm{Every: 3, Unit: Weeks}, "about every 3 weeks"},
		{Rhythm{Every: 1, Unit: Months, Fixed: true}, "every month"},
		{Rhythm{Every: 1, Unit: Months}, "about every month"},
		{Rhythm{Every: 1, Unit: Months, Fixed: true, Day: 22}, "every month on the 22nd"},
		{Rhythm{Every: 3, Unit: Months, Fixed: true, Weekday: time.Friday, Nth: 2}, "every 3 months on the second Friday"},
		{Rhythm{Every: 1, Unit: Months, Fixed: true, Weekday: time.Friday, Nth: LastWeekday}, "every month on the last Friday"},
	} {
		t.Run(c.want, func(t *testing.T) {
			if got := c.r.String(); got != c.want {
				t.Errorf("%+v is said %q, want %q", c.r, got, c.want)
			}
		})
	}
}

func TestNextOneOnOneOfAPerson(t *testing.T) {
	weekly := Rhythm{Every: 1, Unit: Weeks, Fixed: true, Weekday: time.Tuesday}
	for _, c := range []struct {
		name string
		p    Person
		want Date
	}{
		{"here", Person{Kind: KindReport, State: StateHere, Rhythm: weekly}, "2026-11-24"},
		{"a peer may have a rhythm too", Person{Kind: KindOther, State: StateHere, Rhythm: weekly}, "2026-11-24"},
		{"away", Person{Kind: KindReport, State: StateAway, Until: "2026-12-10", Rhythm: weekly}, "2026-12-15"},
		{"away without an end", Person{Kind: KindReport, State: StateAway, Rhythm: weekly}, ""},
		{"back", Person{Kind: KindReport, State: StateAway, Until: "2026-11-20", Rhythm: weekly}, "2026-11-24"},
		{"left", Person{Kind: KindReport, State: StateLeft, Rhythm: weekly}, ""},
		{"me", Person{Kind: KindMe, Rhythm: weekly}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, ok := c.p.NextOneOnOne("2026-11-17", "2026-11-23"); got != c.want || ok != (c.want != "") {
				t.Errorf("%s: %q %v, want %q", c.name, got, ok, c.want)
			}
		})
	}
}
