package reading

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"handback/notes"
)

// Order is which number of "4/12/2026" the day is.
type Order int

// The orders. Unknown is one that nothing says; Both, one that is said in both ways.
const (
	Unknown Order = iota
	DayFirst
	MonthFirst
	Both
)

var (
	isoDay   = regexp.MustCompile(`^(\d{4})([-/._])(\d{1,2})([-/._])(\d{1,2})$`)
	shortDay = regexp.MustCompile(`^(\d{1,2})([-/._])(\d{1,2})([-/._])(\d{4}|\d{2})$`)
	clock    = regexp.MustCompile(`(?i)^(\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?)?\s*([ap]\.?m\.?)?\s*` +
		`(z|utc|gmt|cet|cest|[+-]\d{2}:?\d{2}|\(.*\))?$`)
	ordinal  = regexp.MustCompile(`(?i)\b(\d{1,2})(st|nd|rd|th)\b`)
	weekday  = regexp.MustCompile(`(?i)^(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*[.,]?\s+(\S.*)$`)
	isoStamp = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})T\d{2}:?\d{2}`)
)

// Date reads a whole date that says its year, as a program or a person writes it: ISO, with or without a time, 2026/11/27,
// 2026_11_27, 27.11.2026, 27 November 2026, Fri, Nov 27th, 2026. What can be read in two ways, 4/12/2026, is read by the order,
// and is no date where that says nothing. 27/11/2026 is beyond doubt.
func Date(s string, order Order) (notes.Date, bool) {
	if d := notes.Date(s); len(s) == len("2026-11-27") && d.Valid() {
		return d, true // as in most files, of which a large one has a million
	}
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 64 {
		return "", false
	}
	if m := isoStamp.FindStringSubmatch(s); m != nil {
		if d := notes.Date(m[1]); d.Valid() {
			return d, true
		}
		return "", false
	}
	if m := weekday.FindStringSubmatch(s); m != nil {
		d, ok := undated(m[2], order)
		if !ok || !strings.EqualFold(d.Weekday().String()[:3], m[1][:3]) {
			return "", false
		}
		return d, true
	}
	return undated(s, order)
}

// undated reads a date without a weekday.
func undated(s string, order Order) (notes.Date, bool) {
	if m := shortDay.FindStringSubmatch(s); m != nil {
		return short(m, order)
	}
	if d, ok := ymd(s); ok {
		return d, true
	}
	if first, rest, ok := strings.Cut(s, " "); ok && clock.MatchString(strings.TrimPrefix(rest, "at ")) {
		if m := shortDay.FindStringSubmatch(strings.TrimSuffix(first, ",")); m != nil {
			return short(m, order)
		}
		if d, ok := ymd(strings.TrimSuffix(first, ",")); ok {
			return d, true
		}
	}
	return worded(s)
}

func ymd(s string) (notes.Date, bool) {
	m := isoDay.FindStringSubmatch(s)
	if m == nil || m[2] != m[4] {
		return "", false
	}
	return newDate(m[1], m[3], m[5])
}

func short(m []string, order Order) (notes.Date, bool) {
	if m[2] != m[4] {
		return "", false
	}
	if m[2] == "." {
		order = DayFirst // nobody writes the month first with full stops
	}
	year := m[5]
	if len(year) == 2 {
		year = map[bool]string{true: "20", false: "19"}[year < "70"] + year
	}
	byDay, okDay := newDate(year, m[3], m[1])
	byMonth, okMonth := newDate(year, m[1], m[3])
	switch {
	case order == DayFirst:
		return byDay, okDay
	case order == MonthFirst:
		return byMonth, okMonth
	case okDay && (!okMonth || byDay == byMonth):
		return byDay, true
	case okMonth && !okDay:
		return byMonth, true
	}
	return "", false
}

func newDate(y, m, d string) (notes.Date, bool) {
	year, _ := strconv.Atoi(y)
	month, _ := strconv.Atoi(m)
	day, _ := strconv.Atoi(d)
	if year < 1900 || year > 2200 {
		return "", false
	}
	return notes.NewDate(year, time.Month(month), day)
}

// worded reads a date with the name of its month, and a year.
func worded(s string) (notes.Date, bool) {
	s = inShort.ReplaceAllString(s, "${1}20$2")
	s = ordinal.ReplaceAllString(strings.ReplaceAll(s, ",", " "), "$1")
	w := inEnglish(strings.Fields(s))
	for n := len(w); n >= 3; n-- { // what stands after it may be a time
		if n < len(w) && !clock.MatchString(strings.TrimPrefix(strings.Join(w[n:], " "), "at ")) {
			continue
		}
		if !hasYear(w[:n]) || !hasMonth(w[:n]) {
			continue
		}
		if d, ok := notes.ReadDate(strings.Join(w[:n], " "), ""); ok && d > "1900" && d < "2200" {
			return d, true
		}
	}
	return "", false
}

// monthsElsewhere are names of months in German, French, Spanish, Italian, Portuguese and Dutch that don't begin as the English do.
var monthsElsewhere = map[string]time.Month{
	"januar": 1, "jänner": 1, "janvier": 1, "enero": 1, "gennaio": 1, "janeiro": 1, "januari": 1,
	"februar": 2, "février": 2, "febrero": 2, "febbraio": 2, "fevereiro": 2, "februari": 2,
	"märz": 3, "mars": 3, "marzo": 3, "março": 3, "maart": 3, "mrz": 3,
	"avril": 4, "abril": 4, "aprile": 4,
	"mai": 5, "mayo": 5, "maggio": 5, "maio": 5, "mei": 5,
	"juni": 6, "juin": 6, "junio": 6, "giugno": 6, "junho": 6,
	"juli": 7, "juillet": 7, "julio": 7, "luglio": 7, "julho": 7,
	"août": 8, "agosto": 8, "augustus": 8,
	"septembre": 9, "septiembre": 9, "settembre": 9, "setembro": 9,
	"oktober": 10, "octobre": 10, "octubre": 10, "ottobre": 10, "outubro": 10, "okt": 10,
	"novembre": 11, "noviembre": 11, "novembro": 11,
	"dezember": 12, "décembre": 12, "diciembre": 12, "dicembre": 12, "dezembro": 12, "dez": 12,
}

// wordsElsewhere are these names as a part of an expression, the longer ones first.
var wordsElsewhere = func() string {
	names := slices.Collect(maps.Keys(monthsElsewhere))
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return strings.Join(names, "|")
}()

// inShort is a date with the name of its month and the last two figures of its year: "12 Mar 25", "Mar 12, '25".
var inShort = regexp.MustCompile(`(?i)^(` + dayNumber + `\.?\s+` + monthWord + `\.?,?\s+|` + monthWord + `\.?\s+` + dayNumber +
	`,?\s+)['’]?(\d{2})$`)

// inEnglish are words with the names of months in English, and without the "de" between them.
func inEnglish(w []string) []string {
	out := make([]string, 0, len(w))
	found := false
	for _, s := range w {
		if m, ok := monthsElsewhere[strings.TrimRight(strings.ToLower(s), ".")]; ok {
			s, found = m.String(), true
		}
		out = append(out, s)
	}
	if !found {
		return w
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "de" || s == "del" })
}

func hasYear(w []string) bool {
	for _, s := range w {
		if n, err := strconv.Atoi(s); err == nil && len(s) == 4 && n >= 1900 && n < 2200 {
			return true
		}
	}
	return false
}

func hasMonth(w []string) bool {
	for _, s := range w {
		s = strings.ToLower(s)
		for m := time.January; m <= time.December; m++ {
			if len(s) >= 3 && strings.HasPrefix(s, strings.ToLower(m.String()[:3])) {
				return true
			}
		}
	}
	return false
}

// Twofold reports whether s is a date that can be read in two ways.
func Twofold(s string) bool {
	_, byDay := Date(s, DayFirst)
	_, byMonth := Date(s, MonthFirst)
	_, sure := Date(s, Unknown)
	return byDay && byMonth && !sure
}

// Orders finds out which number the day is in all dates of a file or column, given one by one. Its zero value has seen none.
type Orders struct{ day, month, twofold bool }

// See takes a date into account; what is none says nothing.
func (o *Orders) See(s string) {
	day, byDay := Date(s, DayFirst)
	month, byMonth := Date(s, MonthFirst)
	switch {
	case byDay && byMonth:
		o.twofold = o.twofold || day != month
	case byDay:
		o.day = true
	case byMonth:
		o.month = true
	}
}

// Order is what those seen say together. told is what the manager said; nil where they weren't asked.
func (o *Orders) Order(told *bool) Order {
	switch {
	case o.day && o.month:
		return Both
	case o.day, !o.month && told != nil && *told:
		return DayFirst
	case o.month, told != nil:
		return MonthFirst
	}
	return Unknown
}

// Asks reports whether some date can't be read unless the manager says which number the day is.
func (o *Orders) Asks(told *bool) bool {
	order := o.Order(told)
	return o.twofold && (order == Unknown || order == Both)
}
