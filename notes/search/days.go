package search

import (
	"strconv"
	"strings"
	"time"

	"handback/notes"
)

// ReadDays reads a year ("2026"), a month ("2026-01", "Jan 2026", "January"), a quarter ("2026-Q1", "Q1"), "this" and "last"
// week, month, quarter or year, or any day that ReadPastDate reads, and returns the first and the last day of it. What says no
// year is past or goes on today. '-' may stand for a blank.
func ReadDays(typed string, today notes.Date) (first, last notes.Date, ok bool) {
	typed = strings.ToLower(strings.TrimSpace(typed))
	slash := strings.Count(typed, "/") == 1
	words := strings.FieldsFunc(typed, func(r rune) bool { return r == ' ' || r == '-' || r == '_' || r == '/' && slash })
	for _, read := range [...]func([]string, notes.Date) (notes.Date, notes.Date, bool){yearOf, monthOf, quarterOf, unitOf} {
		if first, last, ok = read(words, today); ok {
			return first, last, first.Valid() && last.Valid()
		}
	}
	for _, as := range []string{typed, strings.Join(words, " ")} {
		if d, err := notes.ReadPastDate("", as, today); err == nil && d.Valid() {
			return d, d, true
		}
	}
	return "", "", false
}

// span is from the first day of a month to the last of months.
func monthSpan(year int, first time.Month, months int) (from, to notes.Date, ok bool) {
	start := time.Date(year, first, 1, 0, 0, 0, 0, time.UTC)
	return notes.DateOf(start), notes.DateOf(start.AddDate(0, months, -1)), true
}

func yearOf(w []string, _ notes.Date) (from, to notes.Date, ok bool) {
	if len(w) != 1 {
		return "", "", false
	}
	y, ok := figures(w[0], 4, 4)
	if !ok || y < 1000 {
		return "", "", false
	}
	return monthSpan(y, time.January, 12)
}

// monthOf reads the words of a month, in figures or by its name.
func monthOf(w []string, today notes.Date) (from, to notes.Date, ok bool) {
	if len(w) == 0 || len(w) > 2 {
		return "", "", false
	}
	if y, ok := figures(w[0], 4, 4); ok && len(w) == 2 && y >= 1000 {
		if m, ok := figures(w[1], 1, 2); ok && m >= 1 && m <= 12 {
			return monthSpan(y, time.Month(m), 1)
		}
		w = []string{w[1], w[0]}
	}
	m, ok := monthNamed(w[0])
	if !ok {
		return "", "", false
	}
	y, ok := yearAfter(w[1:], today, m)
	if !ok {
		return "", "", false
	}
	return monthSpan(y, m, 1)
}

func monthNamed(word string) (time.Month, bool) {
	word = strings.TrimSuffix(word, ".")
	for m := time.January; m <= time.December; m++ {
		if name := strings.ToLower(m.String()); word == name || word == name[:3] || m == time.September && word == "sept" {
			return m, true
		}
	}
	return 0, false
}

// yearAfter is the year that stands alone in w, or where there is none the last one in which the month has begun.
func yearAfter(w []string, today notes.Date, m time.Month) (int, bool) {
	if len(w) == 1 {
		y, ok := figures(w[0], 4, 4)
		return y, ok && y >= 1000
	}
	t := today.Time()
	if m > t.Month() {
		return t.Year() - 1, today.Valid()
	}
	return t.Year(), today.Valid()
}

// quarterOf reads `Q1`, `Q1 2026` and `2026-Q1`.
func quarterOf(w []string, today notes.Date) (from, to notes.Date, ok bool) {
	if len(w) == 2 && !strings.HasPrefix(w[0], "q") {
		w = []string{w[1], w[0]}
	}
	if len(w) == 0 || len(w) > 2 || len(w[0]) != 2 || w[0][0] != 'q' || w[0][1] < '1' || w[0][1] > '4' {
		return "", "", false
	}
	first := time.Month(3*(w[0][1]-'1') + 1)
	y, ok := yearAfter(w[1:], today, first)
	if !ok {
		return "", "", false
	}
	return monthSpan(y, first, 3)
}

// unitOf reads `this week`, `last quarter`.
func unitOf(w []string, today notes.Date) (from, to notes.Date, ok bool) {
	if len(w) != 2 || w[0] != "this" && w[0] != "last" || !today.Valid() {
		return "", "", false
	}
	back := map[string]int{"last": 1}[w[0]]
	t := today.Time()
	switch w[1] {
	case "week":
		monday := today.AddDays(-int(today.Weekday()+6)%7 - 7*back)
		return monday, monday.AddDays(6), true
	case "month":
		return monthSpan(t.Year(), t.Month()-time.Month(back), 1)
	case "quarter":
		return monthSpan(t.Year(), (t.Month()-1)/3*3+1-time.Month(3*back), 3)
	case "year":
		return monthSpan(t.Year()-back, time.January, 12)
	}
	return "", "", false
}

func figures(s string, least, most int) (int, bool) {
	if len(s) < least || len(s) > most || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}
