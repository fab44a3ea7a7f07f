package notes

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// nineZones have clocks that change in spring, in autumn, by half an hour, at midnight, or never.
var nineZones = []string{
	"Europe/Zurich", "America/New_York", "America/Los_Angeles", "Asia/Kolkata", "Asia/Tokyo", "Australia/Lord_Howe",
	"Pacific/Auckland", "Pacific/Honolulu", "America/Santiago",
}

// TestAMonthlyRhythmKeepsItsDayForTenYears holds one one-on-one after the other, sometimes late or early, in each zone.
func TestAMonthlyRhythmKeepsItsDayForTenYears(t *testing.T) {
	for _, name := range nineZones {
		t.Run(name, func(t *testing.T) {
			loc := zone(t, name)
			rapid.Check(t, func(t *rapid.T) {
				r := Rhythm{Every: 1, Unit: Months, Fixed: true, At: "09:30", Zone: name}
				if rapid.Bool().Draw(t, "weekday") {
					r.Weekday, r.Nth = time.Weekday(rapid.IntRange(0, 6).Draw(t, "day")), rapid.IntRange(1, 5).Draw(t, "nth")
				} else {
					r.Day = rapid.IntRange(1, 31).Draw(t, "day of month")
				}
				held, ok := r.Next("", "2026-01-01", "")
				for i := range 120 {
					year, month, day := held.Time().Date()
					if !ok || year != 2026+i/12 || int(month) != i%12+1 {
						t.Fatalf("%s: the %d. is on %s", r, i+1, held)
					}
					last := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
					if r.Day > 0 && day != min(r.Day, last) || r.Day == 0 && !isNth(held, r.Weekday, r.Nth, last) {
						t.Fatalf("%s: %s", r, held)
					}
					start := When(held, r.At, r.Zone, time.UTC)
					if DateOf(start.In(loc)) != held || TimeOf(start.In(loc)) != "09:30" {
						t.Fatalf("%s begins at %s", held, start.In(loc))
					}
					late := rapid.IntRange(-3, 12).Draw(t, "late")
					if i == 0 {
						late = max(0, late)
					}
					began := DateOf(start.In(loc)).AddDays(late)
					held, ok = r.Next(began, began, "")
				}
			})
		})
	}
}

func isNth(d Date, weekday time.Weekday, nth, last int) bool {
	day := d.Time().Day()
	if nth == LastWeekday {
		return d.Weekday() == weekday && day > last-7
	}
	return d.Weekday() == weekday && (day-1)/7+1 == nth
}

func TestMonthlyRhythms(t *testing.T) {
	on := func(every, day int) Rhythm { return Rhythm{Every: every, Unit: Months, Fixed: true, Day: day} }
	fri := func(nth int) Rhythm {
		return Rhythm{Every: 1, Unit: Months, Fixed: true, Weekday: time.Friday, Nth: nth}
	}
	for _, c := range []struct {
		name              string
		r                 Rhythm
		last, today, away Date
		want              Date
	}{
		{"clamped", on(1, 31), "2027-01-31", "2027-01-31", "", "2027-02-28"},
		{"and back", on(1, 31), "2027-02-28", "2027-02-28", "", "2027-03-31"},
		{"every quarter", on(3, 30), "2026-11-30", "2026-12-01", "", "2027-02-28"},
		{"missed ones keep the series", on(2, 14), "2026-08-14", "2026-11-25", "", "2026-12-14"},
		{"held late", fri(2), "2026-11-23", "2026-11-23", "", "2026-12-11"},
		{"held early", fri(2), "2026-11-11", "2026-11-11", "", "2026-12-11"},
		{"the last Friday", fri(LastWeekday), "2026-11-27", "2026-11-27", "", "2026-12-25"},
		{"away", fri(1), "2026-11-06", "2026-11-07", "2026-12-20", "2027-01-01"},
		{"the first one", fri(3), "", "2026-11-25", "", "2026-12-18"},
		{"the first one is today", on(1, 25), "", "2026-11-25", "", "2026-11-25"},
		{"of a journal that says no place: the fourth stays the fourth", fri(0), "2026-11-27", "2026-11-27", "", "2026-12-25"},
		{"of a journal that says no place: the second", fri(0), "2026-11-12", "2026-11-12", "", "2026-12-11"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, ok := c.r.Next(c.last, c.today, c.away); got != c.want || !ok {
				t.Errorf("%s %v, want %s", got, ok, c.want)
			}
		})
	}
}

func TestWaysToKeepToADay(t *testing.T) {
	for day, want := range map[Date][]string{
		"2026-12-11": {"every month on the 11th", "every month on the second Friday"},
		"2026-12-25": {"every month on the 25th", "every month on the fourth Friday", "every month on the last Friday"},
		"2026-10-30": {"every month on the 30th", "every month on the last Friday"},
		"never":      nil,
	} {
		t.Run(fmt.Sprint(day), func(t *testing.T) {
			var got []string
			for _, r := range (Rhythm{Every: 1}).MonthlyOn(day) {
				got = append(got, r.String())
				if next, ok := r.Next("", day, ""); !ok || next != day {
					t.Errorf("%s begins on %s", r, next)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}
