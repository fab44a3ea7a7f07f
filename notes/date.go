package notes

import "time"

// Date is a civil day as ISO text ("2026-11-23"), without zone or time of day. The zero value "" is no date.
// Dates of four-digit years compare with < and > as text.
type Date string

const (
	isoDate     = "2006-01-02"
	secondsADay = 24 * 60 * 60
)

// DateOf is the civil day of t in t's own location.
func DateOf(t time.Time) Date { return Date(t.Format(isoDate)) }

// NewDate is the day y-m-d. It reports false where the calendar has no such day.
func NewDate(y int, m time.Month, d int) (Date, bool) {
	t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	if y < 1 || y > 9999 || t.Year() != y || t.Month() != m || t.Day() != d {
		return "", false
	}
	return DateOf(t), true
}

// Valid reports whether d is a day of the calendar written as ISO text.
func (d Date) Valid() bool {
	_, err := time.Parse(isoDate, string(d))
	return err == nil
}

// Time is midnight UTC of the day; the zero time for no date or an invalid one.
func (d Date) Time() time.Time {
	t, err := time.Parse(isoDate, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// AddDays is the day n days later (earlier where n is negative); no date stays no date.
func (d Date) AddDays(n int) Date {
	if d == "" {
		return ""
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// DaysSince is the number of days from earlier to d, negative where earlier is the later one.
func (d Date) DaysSince(earlier Date) int {
	return int((d.Time().Unix() - earlier.Time().Unix()) / secondsADay) // a Duration ends after 292 years
}

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }
