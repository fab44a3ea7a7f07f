package notes

import (
	"strconv"
	"time"

	"handback/notes/voice"
)

// Rhythm is how often one-on-ones with a person are meant to be. The zero value is no rhythm.
type Rhythm struct {
	Every   int          // how many Units lie between two one-on-ones; 0 is no rhythm
	Unit    RhythmUnit   // weeks or months
	Fixed   bool         // there is a fixed day and time; otherwise "about every n weeks"
	Weekday time.Weekday // only with Fixed, and no Day
	Nth     int          // only Months with Fixed: the first to fourth such weekday of the month, LastWeekday; 0 is not said
	Day     int          // only Months with Fixed, instead of a weekday: day of the month, in a shorter one its last
	At      string       // "15:04" on the wall clock of Zone; may be empty: that day, no time
	Zone    string       // IANA name, e.g. "Europe/Zurich"; empty is the manager's own
}

// LastWeekday is the Rhythm.Nth of the last such weekday of a month.
const LastWeekday = 5

// RhythmUnit is the unit of Rhythm.Every.
type RhythmUnit string

// The units of a rhythm.
const (
	Weeks  RhythmUnit = "week"
	Months RhythmUnit = "month"
)

// String is the rhythm as people say it: "every week", "every 2 weeks", "about every 3 weeks"; "" for no rhythm.
func (r Rhythm) String() string {
	switch months := r.Unit == Months; {
	case r.Every < 1:
		return ""
	case months && !r.Fixed:
		return voice.N(r.Every, "about every month", "about every {n} months")
	case !r.Fixed:
		return voice.N(r.Every, "about every week", "about every {n} weeks")
	case !months:
		return voice.N(r.Every, "every week", "every {n} weeks")
	case r.Day > 0:
		return voice.N(r.Every, "every month on the {day}", "every {n} months on the {day}", "day", ordinal(r.Day))
	case r.Nth >= 1 && r.Nth <= LastWeekday:
		nth := [...]string{voice.T("first"), voice.T("second"), voice.T("third"), voice.T("fourth"), voice.T("last")}[r.Nth-1]
		return voice.N(r.Every, "every month on the {nth} {weekday}", "every {n} months on the {nth} {weekday}",
			"nth", nth, "weekday", r.Weekday)
	}
	return voice.N(r.Every, "every month", "every {n} months")
}

func ordinal(n int) string {
	end := "th"
	if n < 11 || n > 13 {
		switch n % 10 {
		case 1:
			end = "st"
		case 2:
			end = "nd"
		case 3:
			end = "rd"
		}
	}
	return strconv.Itoa(n) + end
}

// MonthlyOn are the ways in which a monthly rhythm can keep to a day, such as the next one-on-one's: to the day of the
// month, to its weekday's place in the month, and in the last week to the last such weekday.
func (r Rhythm) MonthlyOn(day Date) []Rhythm {
	if !day.Valid() {
		return nil
	}
	r.Unit, r.Fixed, r.Weekday, r.Nth, r.Day = Months, true, day.Weekday(), 0, day.Time().Day()
	all := []Rhythm{r}
	nth := (r.Day-1)/7 + 1
	r.Day = 0
	if nth < LastWeekday {
		r.Nth = nth
		all = append(all, r)
	}
	if day.AddDays(7).Time().Month() != day.Time().Month() {
		r.Nth = LastWeekday
		all = append(all, r)
	}
	return all
}

// Next is the day of the next one-on-one: the first of the rhythm's days, counted from the last held one, that is
// neither before today nor before the day on which the person is back (awayUntil, "" for nobody away). With a fixed
// weekday each of those days is the nearest such weekday, so that a one-on-one held a day late does not move the ones
// after it; in months it keeps to the day that Nth or Day says. Before the first one-on-one it is the first possible day.
// It reports false where there is no rhythm.
func (r Rhythm) Next(lastHeld, today, awayUntil Date) (Date, bool) {
	if r.Every < 1 || !today.Valid() {
		return "", false
	}
	from := max(today, awayUntil)
	if r.Unit == Months && r.Fixed {
		return r.anchored(lastHeld).nextInMonths(lastHeld, from), true
	}
	if !lastHeld.Valid() {
		return r.onOrAfter(from), true
	}
	for n := r.unitsUntil(lastHeld, from); ; n++ {
		day := r.snap(r.after(lastHeld, n*r.Every))
		if day > lastHeld && day >= from {
			return day, true
		}
	}
}

// anchored is a monthly rhythm that keeps to a day: one that says none, as journals have them that are older than it,
// keeps to the weekday's place in the month of the last one-on-one, or else to the first.
func (r Rhythm) anchored(lastHeld Date) Rhythm {
	if r.Nth > 0 || r.Day > 0 {
		return r
	}
	r.Nth = 1
	if lastHeld.Valid() {
		r.Nth = (r.snap(lastHeld).Time().Day()-1)/7 + 1
	}
	return r
}

// nextInMonths is Next for an anchored rhythm: its days are counted from the one that is nearest to the last held
// one-on-one.
func (r Rhythm) nextInMonths(lastHeld, from Date) Date {
	if !lastHeld.Valid() {
		for n := 0; ; n++ {
			if day := r.dayIn(from, n); day >= from {
				return day
			}
		}
	}
	at := 0
	for n := -1; n <= 1; n++ {
		if away(r.dayIn(lastHeld, n), lastHeld) < away(r.dayIn(lastHeld, at), lastHeld) {
			at = n
		}
	}
	for n := r.unitsUntil(lastHeld, from); ; n++ {
		if day := r.dayIn(lastHeld, at+n*r.Every); day > lastHeld && day >= from {
			return day
		}
	}
}

func away(a, b Date) int {
	if n := a.DaysSince(b); n >= 0 {
		return n
	}
	return b.DaysSince(a)
}

// dayIn is the rhythm's day in the month that is n months after d's.
func (r Rhythm) dayIn(d Date, n int) Date {
	first := d.Time().AddDate(0, 0, 1-d.Time().Day()).AddDate(0, n, 0)
	last := first.AddDate(0, 1, -1).Day()
	if r.Day > 0 {
		return DateOf(first.AddDate(0, 0, min(r.Day, last)-1))
	}
	day := 1 + (int(r.Weekday-first.Weekday())+7)%7 + 7*(r.Nth-1)
	for day > last {
		day -= 7
	}
	return DateOf(first.AddDate(0, 0, day-1))
}

// unitsUntil is how many rhythms after lastHeld the search for a day on or after from can begin: one too early rather
// than one too late, and at least 1.
func (r Rhythm) unitsUntil(lastHeld, from Date) int {
	days := 7 * r.Every
	if r.Unit == Months {
		days = 31 * r.Every
	}
	return max(1, from.DaysSince(lastHeld)/days-1)
}

// after is the day n units after d; in a shorter month its last day.
func (r Rhythm) after(d Date, n int) Date {
	if r.Unit != Months {
		return d.AddDays(7 * n)
	}
	first := d.Time().AddDate(0, 0, 1-d.Time().Day()).AddDate(0, n, 0)
	last := first.AddDate(0, 1, -1).Day()
	return DateOf(first.AddDate(0, 0, min(d.Time().Day(), last)-1))
}

// snap is the day of the fixed weekday that is nearest to d, or d without one.
func (r Rhythm) snap(d Date) Date {
	if !r.Fixed {
		return d
	}
	return r.onOrAfter(d.AddDays(-3))
}

func (r Rhythm) onOrAfter(d Date) Date {
	if !r.Fixed {
		return d
	}
	return d.AddDays((int(r.Weekday-d.Weekday()) + 7) % 7)
}

// NextOneOnOne is Rhythm.Next for a person, on a day on which the manager is not off: false also for Me, for somebody
// who left, and for somebody who is away without an end.
func (p Person) NextOneOnOne(lastHeld, today Date) (Date, bool) {
	if !p.Around() || p.AwayOn(today) && p.Until == "" {
		return "", false
	}
	back := Date("")
	if p.AwayOn(today) {
		back = p.Until
	}
	for {
		day, ok := p.Rhythm.Next(lastHeld, today, back)
		if !ok || !p.Off.Covers(day) {
			return day, ok
		}
		back = p.Off.BackOn(day)
	}
}
