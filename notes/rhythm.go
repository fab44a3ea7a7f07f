package notes

import "time"

// Rhythm is how often one-on-ones with a person are meant to be. The zero value is no rhythm.
type Rhythm struct {
	Every   int          // how many Units lie between two one-on-ones; 0 is no rhythm
	Unit    RhythmUnit   // weeks or months
	Fixed   bool         // there is a fixed weekday and time; otherwise "about every n weeks"
	Weekday time.Weekday // only with Fixed
	At      string       // "15:04" on the wall clock of Zone; may be empty: that day, no time
	Zone    string       // IANA name, e.g. "Europe/Zurich"; empty is the manager's own
}

// RhythmUnit is the unit of Rhythm.Every.
type RhythmUnit string

// The units of a rhythm.
const (
	Weeks  RhythmUnit = "week"
	Months RhythmUnit = "month"
)

// String is the rhythm as people say it: "every week", "every 2 weeks", "about every 3 weeks"; "" for no rhythm.
func (r Rhythm) String() string {
	if r.Every < 1 {
		return ""
	}
	unit := string(Weeks)
	if r.Unit == Months {
		unit = string(Months)
	}
	said := "every " + unit
	if r.Every > 1 {
		said = "every " + Plural(r.Every, unit)
	}
	if !r.Fixed {
		return "about " + said
	}
	return said
}

// Next is the day of the next one-on-one: the first of the rhythm's days, counted from the last held one, that is
// neither before today nor before the day on which the person is back (awayUntil, "" for nobody away). With a fixed
// weekday each of those days is the nearest such weekday, so that a one-on-one held a day late does not move the ones
// after it. Before the first one-on-one it is the first possible day. It reports false where there is no rhythm.
func (r Rhythm) Next(lastHeld, today, awayUntil Date) (Date, bool) {
	if r.Every < 1 || !today.Valid() {
		return "", false
	}
	from := max(today, awayUntil)
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

// NextOneOnOne is Rhythm.Next for a person: false also for Me, for somebody who left, and for somebody who is away
// without an end.
func (p Person) NextOneOnOne(lastHeld, today Date) (Date, bool) {
	if !p.Around() || p.AwayOn(today) && p.Until == "" {
		return "", false
	}
	back := Date("")
	if p.AwayOn(today) {
		back = p.Until
	}
	return p.Rhythm.Next(lastHeld, today, back)
}
