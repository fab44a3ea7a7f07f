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
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	if y < 0 || y > 9999 {
		return Date(t.Format(isoDate))
	}
	figure := func(n int) byte { return byte('0' + n%10) }
	return Date([]byte{
		figure(y / 1000), figure(y / 100), figure(y / 10), figure(y), '-',
		figure(int(m) / 10), figure(int(m)), '-', figure(d / 10), figure(d),
	})
}

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
	_, ok := d.midnight()
	return ok
}

// Time is midnight UTC of the day; the zero time for no date or an invalid one.
func (d Date) Time() time.Time {
	t, _ := d.midnight()
	return t
}

// midnight is what time.Parse reads, in a tenth of its time: dates are read and moved for every line that is due.
func (d Date) midnight() (time.Time, bool) {
	if len(d) != len(isoDate) || d[4] != '-' || d[7] != '-' {
		return time.Time{}, false
	}
	y, okY := figures(d[:4])
	m, okM := figures(d[5:7])
	day, okD := figures(d[8:])
	if !okY || !okM || !okD || m < 1 || m > 12 {
		return time.Time{}, false
	}
	t := time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day { // the month is too short
		return time.Time{}, false
	}
	return t, true
}

func figures(s Date) (n int, ok bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
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
