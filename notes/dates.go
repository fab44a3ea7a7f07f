package notes

import (
	"strconv"
	"strings"
	"time"
)

// longestDate is more bytes than any DATE takes, blanks between words apart.
const longestDate = 48

var monthNames = []string{
	"january", "february", "march", "april", "may", "june", "july", "august", "september",
	"october", "november", "december",
}

var weekdayNames = []string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}

// ReadDate reads a DATE of docs/LABELS.md relative to the day rel. Whatever the list there does not hold, a wrong
// weekday and an impossible day are no date. Without a valid rel only a whole date is one.
func ReadDate(s string, rel Date) (Date, bool) {
	w := strings.Fields(s)
	if len(w) == 0 || len(w) > 6 || len(s) > 4*longestDate {
		return "", false
	}
	for i := range w {
		w[i] = strings.ToLower(w[i])
	}
	if w[0] == "eod" {
		w = w[1:]
	}
	if len(w) == 1 && Date(w[0]).Valid() {
		return Date(w[0]), true
	}
	if !rel.Valid() {
		rel = ""
	}
	if d, ok := readWords(w, rel); ok && d.Valid() {
		return d, true
	}
	return "", false
}

func readWords(w []string, rel Date) (Date, bool) {
	if rel != "" {
		if d, ok := readFixed(strings.Join(w, " "), rel); ok {
			return d, true
		}
		if d, ok := readRelative(w, rel); ok {
			return d, true
		}
	}
	return readDayMonth(w, rel)
}

// readFixed reads the dates that are said in one way only.
func readFixed(s string, rel Date) (Date, bool) {
	t := rel.Time()
	switch s {
	case "today":
		return rel, true
	case "tomorrow":
		return rel.AddDays(1), true
	case "next week":
		return rel.AddDays(7), true
	case "next month":
		return addMonths(rel, 1), true
	case "end of week", "eow":
		return rel.AddDays(daysUntil(rel, time.Friday)), true
	case "end of month", "eom":
		return lastOfMonth(t.Year(), t.Month()), true
	case "end of quarter":
		return lastOfMonth(t.Year(), (t.Month()+2)/3*3), true
	case "end of year":
		return lastOfMonth(t.Year(), time.December), true
	}
	return "", false
}

// readRelative reads weekdays, `the 4th` and `in 3 days`.
func readRelative(w []string, rel Date) (Date, bool) {
	switch {
	case len(w) == 1:
		if day, ok := readWeekday(w[0]); ok {
			return rel.AddDays(1).AddDays(daysUntil(rel.AddDays(1), day)), true
		}
	case len(w) == 2 && w[0] == "next":
		if day, ok := readWeekday(w[1]); ok {
			monday := rel.AddDays(1).AddDays(daysUntil(rel.AddDays(1), time.Monday))
			return monday.AddDays(daysUntil(monday, day)), true
		}
	case len(w) == 2 && w[0] == "the":
		if day, ordinal, ok := readDay(w[1]); ok && ordinal {
			return nextDayOfMonth(rel, day)
		}
	case len(w) == 3 && w[0] == "in":
		return readIn(w[1], w[2], rel)
	}
	return "", false
}

func readIn(count, unit string, rel Date) (Date, bool) {
	n, err := strconv.Atoi(count)
	if count == "a" {
		n, err = 1, nil
	}
	if err != nil || n < 1 || n > 9999 || count[0] == '+' {
		return "", false
	}
	switch strings.TrimSuffix(unit, "s") {
	case "day":
		return rel.AddDays(n), true
	case "week":
		return rel.AddDays(7 * n), true
	case "month":
		return addMonths(rel, n), true
	case "year":
		return addMonths(rel, 12*n), true
	}
	return "", false
}

// readDayMonth reads `4 Dec`, `Dec 4`, `Fri 4 Dec`, each with or without a year. Without one it is the first such day on
// or after rel.
func readDayMonth(w []string, rel Date) (Date, bool) {
	if len(w) == 0 {
		return "", false
	}
	day, named := readWeekday(strings.TrimSuffix(w[0], ","))
	if named {
		w = w[1:]
	}
	if len(w) != 2 && len(w) != 3 {
		return "", false
	}
	year := 0
	if len(w) == 3 {
		y, err := strconv.Atoi(w[2])
		if err != nil || len(w[2]) != 4 || y < 1000 {
			return "", false
		}
		year = y
		w = []string{w[0], strings.TrimSuffix(w[1], ",")}
	}
	m, d, ok := readMonthAndDay(w[0], w[1])
	if !ok {
		return "", false
	}
	date, ok := yearly(year, m, d, rel)
	return date, ok && (!named || date.Weekday() == day)
}

func readMonthAndDay(a, b string) (time.Month, int, bool) {
	m, ok := readMonth(a)
	if !ok {
		a, b = b, a
		m, ok = readMonth(a)
	}
	d, _, isDay := readDay(b)
	return m, d, ok && isDay
}

// yearly is the day m-d of year, or where year is 0 the first on or after rel.
func yearly(year int, m time.Month, d int, rel Date) (Date, bool) {
	if year != 0 {
		return NewDate(year, m, d)
	}
	if rel == "" {
		return "", false
	}
	from := rel.Time().Year()
	for y := from; y <= from+8; y++ { // 29 February is at most eight years away
		if date, ok := NewDate(y, m, d); ok && date >= rel {
			return date, true
		}
	}
	return "", false
}

// nextDayOfMonth is the first day number d on or after rel.
func nextDayOfMonth(rel Date, d int) (Date, bool) {
	first := firstOfMonth(rel)
	for i := 0; i < 3; i++ { // no two months in a row are too short for a day that exists
		t := first.Time().AddDate(0, i, 0)
		if date, ok := NewDate(t.Year(), t.Month(), d); ok && date >= rel {
			return date, true
		}
	}
	return "", false
}

func readWeekday(s string) (time.Weekday, bool) {
	switch s {
	case "tues":
		return time.Tuesday, true
	case "weds":
		return time.Wednesday, true
	case "thur", "thurs":
		return time.Thursday, true
	}
	for i, name := range weekdayNames {
		if s == name || s == name[:3] {
			return time.Weekday(i), true
		}
	}
	return 0, false
}

func readMonth(s string) (time.Month, bool) {
	if s == "sept" {
		return time.September, true
	}
	for i, name := range monthNames {
		if s == name || s == name[:3] {
			return time.Month(i + 1), true
		}
	}
	return 0, false
}

// readDay reads `4` or `4th`.
func readDay(s string) (day int, ordinal, ok bool) {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	if n == 0 || n > 2 {
		return 0, false, false
	}
	day, _ = strconv.Atoi(s[:n])
	if day < 1 || day > 31 {
		return 0, false, false
	}
	if s[n:] == "" {
		return day, false, true
	}
	return day, true, s[n:] == ordinalEnd(day)
}

func ordinalEnd(day int) string {
	if day/10 != 1 {
		switch day % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}

// daysUntil is how many days from d on the next such weekday is; 0 where d is one.
func daysUntil(d Date, day time.Weekday) int { return (int(day-d.Weekday()) + 7) % 7 }

func firstOfMonth(d Date) Date { return d.AddDays(1 - d.Time().Day()) }

func lastOfMonth(y int, m time.Month) Date { return DateOf(time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC)) }

// addMonths is the same day n months later, or that month's last day where it is shorter.
func addMonths(d Date, n int) Date {
	t := d.Time()
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := lastOfMonth(first.Year(), first.Month())
	if day := first.AddDate(0, 0, t.Day()-1); DateOf(day) <= last {
		return DateOf(day)
	}
	return last
}
