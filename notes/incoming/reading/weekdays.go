package reading

import (
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"handback/notes"
)

// About is what is known of the day of a text besides its headings: the date in the name of its file, or one that the file says of
// itself, a month that it is of, and the day on which the file was changed last. Each may be missing.
type About struct {
	Day     notes.Date
	Year    int
	Month   time.Month
	Changed notes.Date
}

// weekdayNumber is a day that says its weekday and its number alone: "Tuesday 4th", "Tue 4", "Dienstag, 4.", "Tuesday the 4th".
var weekdayNumber = regexp.MustCompile(`(?i)^(\p{L}{3,10})[.,]?\s+(?:the\s+)?(\d{1,2})(st|nd|rd|th|\.)?($|[^\p{L}\p{N}/.:-])`)

// weekdaysOf are the weekdays by their names, but for the English ones.
var weekdaysOf = map[string]time.Weekday{
	"montag": 1, "dienstag": 2, "mittwoch": 3, "donnerstag": 4, "freitag": 5, "samstag": 6, "sonnabend": 6, "sonntag": 0,
	"lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6, "dimanche": 0,
	"lunes": 1, "martes": 2, "miércoles": 3, "jueves": 4, "viernes": 5, "sábado": 6, "domingo": 0,
}

// weekdayOf is the weekday that a word is, or begins: "Tuesday", "Tues", "Tue".
func weekdayOf(word string) (day time.Weekday, whole, ok bool) {
	word = strings.ToLower(word)
	if d, ok := weekdaysOf[word]; ok {
		return d, true, true
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		if name := strings.ToLower(d.String()); len(word) >= 3 && strings.HasPrefix(name, word) {
			return d, name == word, true
		}
	}
	return 0, false, false
}

// readWeekday reads a day that says neither month nor year, with which a heading begins. A line that isn't marked as a heading says
// nothing else, and is plainly a day: "Tue 4" may be anything.
func (s *Section) readWeekday(text string, marked bool) bool {
	m := weekdayNumber.FindStringSubmatchIndex(text)
	if m == nil {
		return false
	}
	weekday, whole, ok := weekdayOf(text[m[2]:m[3]])
	after := text[m[8]:]
	rest := strings.Trim(after, marks)
	if clock.MatchString(rest) {
		rest = ""
	}
	switch {
	case !ok, !marked && (rest != "" || !whole && m[6] < 0):
		return false
	case rest != "" && !startsApart(after) && !SaysOneOnOne(rest): // "Monday 2 things"
		return false
	}
	day, _ := strconv.Atoi(text[m[4]:m[5]])
	if day < 1 || day > 31 {
		return false
	}
	s.weekday, s.monthless, s.day, s.Rest, s.leads = weekday, true, day, rest, 2
	return true
}

// near is how far from a day that is known one is looked for: who meets once a month has one within it.
const near = 62

// settle finds the days of headings that say weekday and number alone. The headings beside one settle it, the month that stands above
// it, and what is known of the file; where it could be two days it stays open, and is asked.
func settle(sections []Section, today notes.Date, about About) {
	if !today.Valid() {
		return
	}
	var all []*Section
	for i := range sections {
		if sections[i].Dated {
			all = append(all, &sections[i])
		}
	}
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].under() == all[0].under() {
			n++
		}
		settleOne(all[:n], today, about)
		byFile(all[:n], about.Changed)
		all = all[n:]
	}
}

// settleOne is settle for days that follow each other.
func settleOne(all []*Section, today notes.Date, about About) {
	for _, s := range all {
		year, month := monthAbove(s.Above)
		if month == 0 {
			year, month = about.Year, about.Month
		}
		if s.monthless && month != 0 {
			if d, ok := notes.NewDate(year, month, s.day); ok && d.Time().Weekday() == s.weekday {
				s.Date = d
			}
		}
	}
	way := direction(all)
	for again := true; again; {
		again = false
		for i, s := range all {
			if !s.monthless || s.Date != "" {
				continue
			}
			if d := s.between(beside(all[:i], -1), beside(all[i+1:], 1), way, today, about.Day); d != "" {
				s.Date, again = d, true
			}
		}
	}
}

// byFile finds which days headings that say weekday and number alone are of, where nothing but the day says it on which their file was
// changed last: the newest is the nearest one up to that day, and of the others each the nearest one before the one that follows it.
// They may run either way. Where both ways give days, those count of which the newest is nearest; where that doesn't tell, none do.
func byFile(all []*Section, changed notes.Date) {
	if changed == "" || slices.ContainsFunc(all, func(s *Section) bool { return s.Date != "" || !s.monthless }) {
		return
	}
	found := backwards(slices.Values(all), len(all), changed)
	other := backwards(reversed(all), len(all), changed)
	slices.Reverse(other)
	switch {
	case found == nil:
		found = other
	case other == nil || slices.Equal(found, other) || found[0] > other[len(other)-1]:
	case found[0] < other[len(other)-1]:
		found = other
	default:
		found = nil
	}
	for i := range found {
		all[i].ByFile = found[i]
	}
}

func reversed(all []*Section) iter.Seq[*Section] {
	return func(yield func(*Section) bool) {
		for _, s := range slices.Backward(all) {
			if !yield(s) {
				return
			}
		}
	}
}

// backwards are the days of headings of which the first is the newest; nil where one of them has none.
func backwards(all iter.Seq[*Section], n int, last notes.Date) []notes.Date {
	days := make([]notes.Date, 0, n)
	for s := range all {
		if last = s.upTo(last); last == "" {
			return nil
		}
		days = append(days, last)
		last = last.AddDays(-1)
	}
	return days
}

// upTo is the last day of a heading's weekday and number up to a day; "" where none is near.
func (s *Section) upTo(last notes.Date) notes.Date {
	for t, n := last.Time(), 0; n <= near; t, n = t.AddDate(0, 0, -1), n+1 {
		if t.Day() == s.day && t.Weekday() == s.weekday {
			return notes.DateOf(t)
		}
	}
	return ""
}

// beside is the nearest day that is known: the last one where at is -1, the first one otherwise. None is beyond one that isn't read.
func beside(all []*Section, at int) notes.Date {
	if len(all) == 0 {
		return ""
	}
	if at < 0 {
		return all[len(all)-1].Date
	}
	return all[0].Date
}

// direction is how the days that are known follow each other: 1 as in time, -1 against it, 0 where that isn't plain.
func direction(all []*Section) int {
	up, down := 0, 0
	last := notes.Date("")
	for _, s := range all {
		switch {
		case s.Date == "":
			continue
		case last != "" && s.Date > last:
			up++
		case last != "" && s.Date < last:
			down++
		}
		last = s.Date
	}
	switch {
	case up > 0 && down == 0:
		return 1
	case down > 0 && up == 0:
		return -1
	}
	return 0
}

// between is the one day that a heading can be of, by the days above and below it, the way that they run and a day that is known of
// the file; "" where there are several, or none.
func (s *Section) between(above, below notes.Date, way int, today, file notes.Date) notes.Date {
	switch {
	case above != "" && below != "" && way != 0:
		return s.only(min(above, below), min(max(above, below), today))
	case way != 0 && (above != "" || below != ""):
		known, on := above, way
		if above == "" {
			known, on = below, -way
		}
		if on > 0 {
			return s.only(known, min(known.AddDays(near), today))
		}
		return s.only(known.AddDays(-near), min(known, today))
	}
	if above == "" && below == "" {
		above = file
	}
	return s.onlyNear(today, above, below)
}

// onlyNear is the one day that a heading can be of by each of the days that are known, whichever way they run.
func (s *Section) onlyNear(today notes.Date, all ...notes.Date) (found notes.Date) {
	for _, known := range all {
		if known == "" {
			continue
		}
		d := s.only(known.AddDays(-near), min(known.AddDays(near), today))
		if d == "" || found != "" && d != found {
			return ""
		}
		found = d
	}
	return found
}

// only is the one day of its weekday and number from one day to another; "" where there are several, or none.
func (s *Section) only(from, to notes.Date) (found notes.Date) {
	for first := from.Time(); ; first = first.AddDate(0, 1, 0) {
		first = time.Date(first.Year(), first.Month(), 1, 0, 0, 0, 0, time.UTC)
		if notes.DateOf(first) > to {
			return found
		}
		d, ok := notes.NewDate(first.Year(), first.Month(), s.day)
		if !ok || d < from || d > to || d.Time().Weekday() != s.weekday {
			continue
		}
		if found != "" {
			return ""
		}
		found = d
	}
}

// monthAbove is the month that a heading above says with its year, 0 where none does.
func monthAbove(above []string) (int, time.Month) {
	for i := len(above) - 1; i >= 0; i-- {
		if year, month := MonthOf(above[i]); month != 0 {
			return year, month
		}
	}
	return 0, 0
}

// SaysNoMore reports whether a heading, or a property, says no more than what was read from it: of whom and of which day a note is, or
// the year or month of the days below it.
func SaysNoMore(said, person string, day notes.Date) bool {
	if alias, link, ok := strings.Cut(said, ": [["); ok && strings.HasPrefix(notes.Fold(link), notes.Fold(alias)+" ") {
		return true // "Dee: [[Dee Okafor]]": who reads "Dee" knows
	}
	said = strings.TrimSpace(Targets(said))
	if _, month := MonthOf(said); month != 0 || onlyYear.MatchString(said) {
		return true
	}
	if _, value, ok := strings.Cut(said, ": "); ok && saysDay(value, day) { // "Created: November 20, 2026 9:00 AM"
		return true
	}
	if written, _, ok := DateIn(said); ok {
		if !saysDay(written, day) {
			return false
		}
		said = WithoutDate(said)
	}
	if bare(said) {
		return true
	}
	name, whole := notes.Fold(Person(said)), notes.Fold(person)
	return name != "" && (name == whole || strings.HasPrefix(whole, name+" "))
}

func saysDay(written string, day notes.Date) bool {
	byDay, _ := Date(strings.TrimSpace(written), DayFirst)
	byMonth, _ := Date(strings.TrimSpace(written), MonthFirst)
	return day != "" && (byDay == day || byMonth == day)
}

// bare reports whether a text says no more than that it was a meeting: "1:1 notes", "Meeting –".
func bare(text string) bool {
	for _, w := range strings.Fields(oneOnOne.ReplaceAllString(text, " ")) {
		if w = strings.Trim(w, marks); w != "" && !about.MatchString(w) && !isWeekday(w) {
			return false
		}
	}
	return true
}

var figuredMonth = regexp.MustCompile(`^((?:19|20)\d{2})[-_./](0[1-9]|1[0-2])$`)

// MonthOf is the month that a text is, and no more, with its year: "November 2026", "2026-11". It is 0 where it is none.
func MonthOf(text string) (year int, month time.Month) {
	text = strings.TrimSpace(text)
	if m := inMonth.FindStringSubmatch(text); m != nil {
		year, _ = strconv.Atoi(m[2])
		return year, monthOf(m[1])
	}
	if m := figuredMonth.FindStringSubmatch(text); m != nil {
		year, _ = strconv.Atoi(m[1])
		number, _ := strconv.Atoi(m[2])
		return year, time.Month(number)
	}
	return 0, 0
}
