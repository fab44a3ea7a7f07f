package notes

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// withoutTime takes the time of day from the words of a date: "EOD Friday", "Fri 5pm", "close of Friday". It reports
// whether one stood there that means the end of the day.
func withoutTime(w []string) (rest []string, ofDay bool) {
	for _, lead := range dayEnds {
		if len(w) >= len(lead) && slices.Equal(w[:len(lead)], lead) {
			w, ofDay = w[len(lead):], true
			break
		}
	}
	if n := timeBefore(w); n > 0 {
		w = w[n:]
	}
	if len(w) > 1 && w[0] == "on" {
		w = w[1:]
	}
	for len(w) > 1 && endsOfDay[w[len(w)-1]] {
		w, ofDay = w[:len(w)-1], true
	}
	if n := timeWords(w); n > 0 && n < len(w) {
		w = w[:len(w)-n]
	}
	return w, ofDay
}

// timeBefore is how many words that say a time of day stand before a day: "5pm Friday", "first thing Monday"; 0 where no
// other words follow.
func timeBefore(w []string) int {
	switch {
	case len(w) > 2 && w[0] == "first" && w[1] == "thing":
		return 2
	case len(w) > 1 && (dayParts[w[0]] || isClock(w[0])):
		return 1
	}
	return 0
}

var (
	// dayEnds stand before a day, or for the note's own, and mean its end.
	dayEnds = [][]string{
		{"close", "of", "business"},
		{"close", "of"},
		{"end", "of", "business"},
		{"end", "of", "the", "day"},
		{"end", "of", "day"},
		{"eod"},
		{"cob"},
		{"eob"},
	}
	endsOfDay = map[string]bool{"eod": true, "cob": true, "eob": true}
	dayParts  = map[string]bool{
		"noon": true, "midday": true, "morning": true, "afternoon": true, "evening": true, "night": true,
		"lunch": true,
	}
)

// timeWords is how many words at the end of w say a time of day, with the `at` before them.
func timeWords(w []string) int {
	n := clockWords(w)
	if n > 0 && n < len(w) && (w[len(w)-n-1] == "at" || w[len(w)-n-1] == "by") {
		n++
	}
	return n
}

// clockWords is timeWords without what stands before them: `5pm`, `noon`, `5 pm`, `first thing`.
func clockWords(w []string) int {
	if len(w) == 0 {
		return 0
	}
	last := w[len(w)-1]
	if dayParts[last] || isClock(last) {
		return 1
	}
	if len(w) == 1 {
		return 0
	}
	switch before := w[len(w)-2]; last {
	case "am", "pm", "h", "uhr":
		if isNumber(before, 2) {
			return 2
		}
	case "thing":
		if before == "first" {
			return 2
		}
	}
	return 0
}

// isClock reports whether a word is a time of day: "5pm", "17:00", "5:30pm", "9h".
func isClock(s string) bool {
	bare := s
	for _, end := range []string{"am", "pm", "h"} {
		bare = strings.TrimSuffix(bare, end)
	}
	hour, minute, colon := strings.Cut(bare, ":")
	if colon {
		return isNumber(hour, 2) && len(minute) == 2 && isNumber(minute, 2)
	}
	return bare != s && isNumber(bare, 2)
}

func isNumber(s string, most int) bool {
	if s == "" || len(s) > most {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// readWords reads the words of a date, in small letters and without a time of day.
func readWords(w []string, rel Date) meant {
	if len(w) == 1 {
		if m := readNumeric(w[0], rel); m.looks {
			return m
		}
	}
	if m := readDayMonth(w, rel); m.looks || rel == "" {
		return m
	}
	for _, read := range []func([]string, Date) meant{
		readFixed, readEndOf, readWeek, readQuarter, readCounted, readOrdinal, readPartOf, readByWeekday,
	} {
		if m := read(w, rel); m.looks {
			return m
		}
	}
	return meant{}
}

// readFixed reads the dates that are said in one way only.
func readFixed(w []string, rel Date) meant {
	switch strings.Join(w, " ") {
	case "today", "tonight":
		return day(rel)
	case "tomorrow", "tmrw", "tmr", "tmw", "2moro":
		return day(rel.AddDays(1))
	case "next week":
		return day(rel.AddDays(7))
	case "next month":
		return day(addMonths(rel, 1))
	}
	return meant{}
}

var endWords = map[string]string{"eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"}

// readEndOf reads `end of the month`, `EOQ`, `end of next week`.
func readEndOf(w []string, rel Date) meant {
	if unit, ok := endWords[w[0]]; ok && len(w) == 1 {
		return day(endOf(unit, 0, rel))
	}
	w, ok := afterEndOf(w)
	if !ok {
		return meant{}
	}
	unit, later := w[0], 0
	if unit == "next" && len(w) == 2 {
		unit, later = w[1], 1
	}
	if on := endOf(unit, later, rel); on != "" && len(w) == 1+later {
		return day(on)
	}
	for _, read := range [...]func([]string, Date) meant{readQuarter, readWeek, readPartOf} {
		if m := read(w, rel); m.looks {
			return m
		}
	}
	return meant{}
}

// afterEndOf are the words after `end of the`.
func afterEndOf(w []string) ([]string, bool) {
	if w[0] == "the" {
		w = w[1:]
	}
	if len(w) < 3 || w[0] != "end" || w[1] != "of" {
		return nil, false
	}
	w = w[2:]
	if (w[0] == "the" || w[0] == "this") && len(w) > 1 {
		w = w[1:]
	}
	return w, true
}

// endOf is the last day of the week (its Friday), month, quarter or year of rel, or of as many later; "" for other words.
func endOf(unit string, later int, rel Date) Date {
	t := rel.Time()
	switch unit {
	case "week":
		if later > 0 {
			rel = rel.AddDays(7*later - int(rel.Weekday()+6)%7)
		}
		return rel.AddDays(daysUntil(rel, time.Friday))
	case "month":
		return lastOfMonth(t.Year(), t.Month()+time.Month(later))
	case "quarter":
		return lastOfMonth(t.Year(), (t.Month()+2)/3*3+time.Month(3*later))
	case "year":
		return lastOfMonth(t.Year()+later, time.December)
	}
	return ""
}

// readWeek reads `KW 49`, `week 49`: the Friday of that week.
func readWeek(w []string, rel Date) meant {
	if len(w) == 1 && len(w[0]) > 2 && (strings.HasPrefix(w[0], "kw") || strings.HasPrefix(w[0], "cw")) {
		w = []string{w[0][:2], w[0][2:]}
	}
	if len(w) != 2 || !slices.Contains([]string{"kw", "cw", "week", "wk"}, w[0]) || !isNumber(w[1], 2) {
		return meant{}
	}
	n, _ := strconv.Atoi(w[1])
	return inYear(rel, func(y int) (Date, bool) { return weekFriday(y, n) })
}

// weekFriday is the Friday of week n of year y as ISO counts them.
func weekFriday(y, n int) (Date, bool) {
	fourth, ok := NewDate(y, time.January, 4) // is always in week 1
	if !ok || n < 1 {
		return "", false
	}
	monday := fourth.AddDays(-int(fourth.Weekday()+6) % 7)
	friday := monday.AddDays(7*(n-1) + 4)
	isoYear, week := friday.Time().ISOWeek()
	return friday, isoYear == y && week == n
}

// readQuarter reads `Q1`: its end.
func readQuarter(w []string, rel Date) meant {
	if len(w) > 2 || len(w[0]) != 2 || w[0][0] != 'q' || w[0][1] < '1' || w[0][1] > '4' {
		return meant{}
	}
	last := time.Month(3 * (w[0][1] - '0'))
	if len(w) == 2 {
		y, ok := readYear(w[1])
		if !ok {
			return meant{}
		}
		return day(lastOfMonth(y, last))
	}
	return inYear(rel, func(y int) (Date, bool) { return lastOfMonth(y, last), y > 0 && y < 9999 })
}

var countWords = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12,
}

func readCount(s string) (int, bool) {
	if n, ok := countWords[s]; ok {
		return n, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 1 && n <= 9999 && isNumber(s, 4)
}

// readCounted reads `in 3 days`, `two weeks from now`, `a week from Friday`.
func readCounted(w []string, rel Date) meant {
	switch {
	case len(w) == 3 && w[0] == "in":
		return addUnits(rel, w[1], w[2])
	case len(w) >= 4 && (w[2] == "from" || w[2] == "on"):
		from := rel
		if rest := w[3:]; !slices.Equal(rest, []string{"now"}) {
			m := readWords(rest, rel)
			if m.on == "" {
				return meant{}
			}
			from = m.on
		}
		return addUnits(from, w[0], w[1])
	}
	return meant{}
}

func addUnits(rel Date, count, unit string) meant {
	n, ok := readCount(count)
	if !ok {
		return meant{}
	}
	switch strings.TrimSuffix(unit, "s") {
	case "day":
		return day(rel.AddDays(n))
	case "week", "wk":
		return day(rel.AddDays(7 * n))
	case "fortnight":
		return day(rel.AddDays(14 * n))
	case "month":
		return day(addMonths(rel, n))
	case "year":
		return day(addMonths(rel, 12*n))
	}
	return meant{}
}

// readOrdinal reads `the 4th` and `27th`.
func readOrdinal(w []string, rel Date) meant {
	if len(w) == 2 && w[0] == "the" {
		w = w[1:]
	}
	if len(w) != 1 {
		return meant{}
	}
	n, ordinal, ok := readDay(w[0])
	if !ok || !ordinal {
		return meant{}
	}
	return dayOf(nextDayOfMonth(rel, n))
}

// readPartOf reads `mid December`, its 15th. A month alone and its end only look like a date.
func readPartOf(w []string, rel Date) meant {
	if part, month, ok := strings.Cut(w[0], "-"); ok && len(w) == 1 {
		w = []string{part, month}
	}
	if len(w) == 3 && w[1] == "of" {
		w = []string{w[0], w[2]}
	}
	part := ""
	if len(w) == 2 {
		part, w = w[0], w[1:]
	}
	month, ok := readMonth(w[0])
	if !ok || len(w) != 1 {
		return meant{}
	}
	switch part {
	case "mid", "middle":
		return inYear(rel, func(y int) (Date, bool) { return NewDate(y, month, 15) })
	case "", "in", "late", "end":
		m := inYear(rel, func(y int) (Date, bool) { return lastOfMonth(y, month), y < 9999 })
		if m.on != "" {
			m.choices = []Date{m.on}
		}
		return meant{choices: m.choices, looks: true}
	}
	return meant{}
}

// readByWeekday reads `Fri`, `next Fri`, `this Fri`, `Monday week`, `Fri 27`, `Fri 4 Dec`.
func readByWeekday(w []string, rel Date) meant {
	which := ""
	for len(w) > 1 && (w[0] == "next" || w[0] == "this" || w[0] == "coming") {
		which, w = w[0], w[1:]
	}
	weekday, ok := readWeekday(w[0])
	if !ok {
		return meant{}
	}
	tomorrow := rel.AddDays(1)
	switch {
	case len(w) == 1 && which == "next":
		monday := tomorrow.AddDays(daysUntil(tomorrow, time.Monday))
		return day(monday.AddDays(daysUntil(monday, weekday)))
	case len(w) == 1 && which == "this":
		return day(rel.AddDays(daysUntil(rel, weekday)))
	case len(w) == 1:
		return day(tomorrow.AddDays(daysUntil(tomorrow, weekday)))
	case len(w) == 2 && w[1] == "week" && which == "":
		return day(tomorrow.AddDays(daysUntil(tomorrow, weekday)).AddDays(7))
	case which != "":
		return meant{}
	}
	return withWeekday(weekday, w[1:], rel)
}

// withWeekday reads the words after a weekday, which must agree with it.
func withWeekday(weekday time.Weekday, w []string, rel Date) meant {
	m := meant{}
	switch {
	case len(w) == 1 && isNumber(w[0], 2):
		if n, _, ok := readDay(w[0]); ok {
			m = dayOf(nextDayOfMonth(rel, n))
		}
	case len(w) <= 4:
		m = readWords(w, rel)
	}
	if _, twice := readWeekday(w[0]); twice || !m.looks {
		return meant{}
	}
	var fit []Date
	for _, d := range append(m.choices, m.on) {
		if d != "" && d.Weekday() == weekday {
			fit = append(fit, d)
		}
	}
	if len(fit) == 1 {
		return day(fit[0])
	}
	choices := fit
	if len(fit) == 0 && m.on != "" {
		choices = []Date{m.on}
	}
	return meant{choices: choices, looks: true}
}

// readNumeric reads a date of one word that is written in figures.
func readNumeric(s string, rel Date) meant {
	if len(s) == len(isoDate) && s[4] == '-' && s[7] == '-' && isNumber(s[:4]+s[5:7]+s[8:], 8) {
		return dayOf(Date(s), true)
	}
	if y, week, ok := strings.Cut(s, "-w"); ok && len(y) == 4 && isNumber(y, 4) && isNumber(week, 2) {
		year, _ := strconv.Atoi(y)
		n, _ := strconv.Atoi(week)
		return dayOf(weekFriday(year, n))
	}
	if strings.IndexByte(s, '.') >= 0 {
		return readDotted(s, rel)
	}
	if strings.IndexByte(s, '/') >= 0 {
		return readSlashed(s, rel)
	}
	return meant{}
}

// readSlashed reads `2026/11/27`, and `28/11` and `11/28` with or without a year, which have one reading only. What has
// two, such as `4/12`, only looks like a date.
func readSlashed(s string, rel Date) meant {
	p := strings.Split(s, "/")
	if len(p) > 3 {
		return meant{}
	}
	if len(p) == 3 && len(p[0]) == 4 {
		return dayOf(Date(strings.Join(p, "-")), len(p[1]) == 2 && len(p[2]) == 2)
	}
	a, okA := smallNumber(p[0])
	b, okB := smallNumber(p[1])
	year, okYear := 0, true
	if len(p) == 3 {
		year, okYear = readYear(p[2])
	}
	if !okA || !okB || !okYear {
		return meant{}
	}
	one, other := dayMonth(year, time.Month(b), a, rel), dayMonth(year, time.Month(a), b, rel)
	switch {
	case a == b || !other.said():
		return one
	case !one.said():
		return other
	}
	m := meant{looks: true}
	for _, d := range slices.Concat([]Date{one.on}, one.choices, []Date{other.on}, other.choices) {
		if d != "" {
			m.choices = appendOnce(m.choices, d)
		}
	}
	return m
}

// said reports whether there is such a day.
func (m meant) said() bool { return m.on != "" || len(m.choices) > 0 }

// readDotted reads `28.11.`, `28.11.2026`; without the last dot it only looks like a date.
func readDotted(s string, rel Date) meant {
	p := strings.Split(s, ".")
	if len(p) < 2 || len(p) > 3 {
		return meant{}
	}
	d, okD := smallNumber(p[0])
	month, okM := smallNumber(p[1])
	if !okD || !okM || d > 31 {
		return meant{}
	}
	switch {
	case len(p) == 2:
		m := dayMonth(0, time.Month(month), d, rel)
		if m.on != "" {
			m.choices = []Date{m.on}
		}
		return meant{choices: m.choices, looks: len(m.choices) > 0}
	case p[2] == "":
		return dayMonth(0, time.Month(month), d, rel)
	}
	year, ok := readYear(p[2])
	if !ok {
		return meant{}
	}
	return dayMonth(year, time.Month(month), d, rel)
}

func smallNumber(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && isNumber(s, 2) && n >= 1 && n <= 31
}

// readYear reads `2027`, `27` and `'27`.
func readYear(s string) (int, bool) {
	if short := strings.TrimPrefix(strings.TrimPrefix(s, "'"), "’"); len(short) == 2 && isNumber(short, 2) {
		n, _ := strconv.Atoi(short)
		return 2000 + n, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && len(s) == 4 && isNumber(s, 4) && n >= 1000
}

// dayMonth is the day d of month m; of year, or where that is 0 as inYear finds it.
func dayMonth(year int, m time.Month, d int, rel Date) meant {
	if year != 0 {
		return dayOf(NewDate(year, m, d))
	}
	return inYear(rel, func(y int) (Date, bool) { return NewDate(y, m, d) })
}

// inYear is the first day on or after rel that there is in a year. Where one has passed not long before rel, it is asked
// which is meant.
func inYear(rel Date, in func(y int) (Date, bool)) meant {
	if rel == "" {
		return meant{looks: true}
	}
	var before Date
	from := rel.Time().Year()
	for y := from - 1; y <= from+8; y++ { // 29 February is at most eight years away
		d, ok := in(y)
		switch {
		case !ok:
		case d < rel:
			before = d
		case before != "" && rel.DaysSince(before) <= nearPast:
			return meant{choices: []Date{before, d}, past: true, looks: true}
		default:
			return day(d)
		}
	}
	return meant{looks: true}
}

// readDayMonth reads `4 Dec`, `Dec 4`, `27th of November`, each with or without a year. Without a day that it could be
// relative to, it reads the weekday before it, too.
func readDayMonth(w []string, rel Date) meant {
	if len(w) == 0 {
		return meant{}
	}
	if weekday, named := readWeekday(w[0]); named {
		if rel == "" && len(w) > 1 {
			return withWeekday(weekday, w[1:], rel)
		}
		return meant{}
	}
	w = withoutFill(w)
	if len(w) != 2 && len(w) != 3 {
		return meant{}
	}
	m, d, ok := readMonthAndDay(w[0], w[1])
	if !ok {
		return meant{}
	}
	year := 0
	if len(w) == 3 {
		if year, ok = readYear(w[2]); !ok || len(w[2]) < 4 && isNumber(w[1], 2) {
			return meant{}
		}
	}
	return dayMonth(year, m, d, rel)
}

// withoutFill leaves the words that add nothing out of `the 27th of November`.
func withoutFill(w []string) []string {
	if w[0] == "the" && len(w) > 2 {
		w = w[1:]
	}
	if len(w) > 2 && w[1] == "of" {
		w = slices.Concat(w[:1], w[2:])
	}
	return w
}

func readMonthAndDay(a, b string) (time.Month, int, bool) {
	m, ok := readMonth(a)
	if !ok {
		a, b = b, a
		m, ok = readMonth(a)
	}
	d, _, isDay := readDay(strings.TrimRight(b, ".,"))
	return m, d, ok && isDay
}
