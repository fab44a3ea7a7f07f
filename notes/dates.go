package notes

import (
	"strconv"
	"strings"
	"time"
)

// longestDate is more bytes than any DATE takes, blanks between words apart.
const longestDate = 48

// nearPast is how many days before a note a day without a year may lie so that it is asked whether that one is meant.
const nearPast = 30

var monthNames = []string{
	"january", "february", "march", "april", "may", "june", "july", "august", "september",
	"october", "november", "december",
}

var weekdayNames = []string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}

// meant is what words say of a day.
type meant struct {
	on      Date   // the day; "" where they say none, or none for certain
	choices []Date // the days that they may mean, where that is not certain
	past    bool   // the first of choices has just passed, the last is the one to come
	looks   bool   // they look like a date, whether or not there is such a day
}

func day(d Date) meant { return meant{on: d, looks: true} }

// dayOf is day where the calendar has it.
func dayOf(d Date, ok bool) meant {
	if !ok || !d.Valid() {
		return meant{looks: true}
	}
	return day(d)
}

// ReadDate reads a DATE of docs/LABELS.md relative to the day rel, as a form takes it: a day that has just passed and says
// no year is the one to come. Whatever the list there does not hold, a wrong weekday and an impossible day are no date.
// Without a valid rel only a whole date is one.
func ReadDate(s string, rel Date) (Date, bool) {
	m := readMeant(s, rel)
	if m.past {
		m.on = m.choices[len(m.choices)-1]
	}
	return m.on, m.on != ""
}

// readMeant reads a DATE as a line means it.
func readMeant(s string, rel Date) meant {
	w := dateWords(s)
	if len(w) == 0 {
		return meant{}
	}
	if !rel.Valid() {
		rel = ""
	}
	w, ofDay := withoutTime(w)
	if len(w) == 0 {
		if ofDay && rel != "" {
			return meant{choices: []Date{rel}, looks: true}
		}
		return meant{}
	}
	m := readWords(w, rel)
	if m.on != "" && !m.on.Valid() {
		return meant{looks: true}
	}
	return m
}

// dateWords are the words of a date in small letters, without commas and the full stops of abbreviations; none where it
// is too long for one.
func dateWords(s string) []string {
	if len(s) > 4*longestDate {
		return nil
	}
	w := strings.Fields(s)
	if len(w) > 8 {
		return nil
	}
	for i := range w {
		w[i] = strings.ToLower(w[i])
		if i < len(w)-1 {
			w[i] = strings.TrimSuffix(w[i], ",")
		}
		if c := w[i]; len(c) > 1 && c[0] > '9' {
			w[i] = strings.TrimSuffix(c, ".")
		}
	}
	return w
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
