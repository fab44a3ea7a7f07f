package notes

import (
	"slices"
	"strings"
	"time"
)

// readRoughly reads what says a day roughly, or nearly right: "early next week", "month end", "Fri or Mon", "Fridy". It is
// asked about and never read, so its days are choices.
func readRoughly(s string, rel Date) meant {
	w := dateWords(s)
	if len(w) == 0 || !rel.Valid() {
		return meant{}
	}
	for _, read := range [...]func([]string, Date) []Date{
		eitherOf, partOf, dayOfNextMonth, monthOfYear, yearOrHalf, spanFrom, feast, inGerman, misspelt,
	} {
		days := slices.DeleteFunc(read(w, rel), func(d Date) bool { return !d.Valid() })
		if len(days) > 0 {
			return meant{choices: slices.Compact(days), looks: true}
		}
	}
	return meant{}
}

// eitherOf reads `Fri or Mon` and `Fri-Mon`.
func eitherOf(w []string, rel Date) []Date {
	at := slices.Index(w, "or")
	if len(w) == 1 {
		w = strings.FieldsFunc(w[0], func(r rune) bool { return r == '-' || r == '/' || r == '–' })
		if len(w) != 2 || isNumber(w[0], 4) || isNumber(w[1], 4) {
			return nil
		}
		w, at = []string{w[0], "or", w[1]}, 1
	}
	if at <= 0 || at == len(w)-1 {
		return nil
	}
	one, other := readWords(w[:at], rel), readWords(w[at+1:], rel)
	if one.on == "" || other.on == "" && !slices.Equal(w[at+1:], []string{"so"}) {
		return nil
	}
	return []Date{one.on, other.on}
}

// rough is a part of a week, a month and the like, as words say it.
type rough struct {
	part  byte   // 'b' for its beginning, 'm' for its middle, 'e' for its end
	unit  string // "week", "december"
	later int    // 1 for the next one
	said  bool   // its part, or which one it is
}

// partOf reads `this week`, `early next week`, `month end`, `start of December`, `the weekend`.
func partOf(w []string, rel Date) []Date {
	if len(w) == 1 {
		w = strings.FieldsFunc(w[0], func(r rune) bool { return r == '-' })
	}
	r, ok := readRough(w)
	switch {
	case !ok:
		return nil
	case r.unit == "weekend":
		friday := endOf("week", r.later, rel)
		return []Date{friday, friday.AddDays(2)}
	case r.unit == "midweek":
		return []Date{endOf("week", r.later, rel).AddDays(-2)}
	case r.said:
		return r.days(rel)
	}
	return nil
}

func readRough(w []string) (r rough, ok bool) {
	r.part = 'e'
	for _, word := range w {
		part, isPart := roughParts[word]
		switch {
		case isPart:
			r.part, r.said = part, true
		case word == "next":
			r.later, r.said = 1, true
		case word == "this" || word == "coming":
			r.said = true
		case roughFill.has(word):
		case r.unit != "":
			return rough{}, false
		default:
			r.unit = strings.TrimSuffix(word, "'s")
		}
	}
	return r, r.unit != ""
}

// days are those that a part of a week, a month or the like may mean, or of a month by name.
func (r rough) days(rel Date) []Date {
	part, unit, last := r.part, r.unit, endOf(r.unit, r.later, rel)
	if month, ok := readMonth(unit); ok {
		m := inYear(rel, func(y int) (Date, bool) { return lastOfMonth(y, month), y < 9999 })
		last, unit = m.on, "month"
	}
	switch {
	case last == "":
		return nil
	case part == 'e':
		return []Date{last}
	case unit == "week" && part == 'b':
		return []Date{last.AddDays(-4), last.AddDays(-3)}
	case unit == "week":
		return []Date{last.AddDays(-2)}
	case unit == "month" && part == 'b':
		return []Date{firstOfMonth(last), firstOfMonth(last).AddDays(9)}
	case unit == "month":
		return []Date{firstOfMonth(last).AddDays(14)}
	case part == 'b' && unit == "year":
		return []Date{addMonths(firstOfMonth(last), -11)}
	case part == 'b':
		return []Date{addMonths(firstOfMonth(last), -2)}
	}
	return nil
}

// dayOfNextMonth reads `the 4th of next month`.
func dayOfNextMonth(w []string, rel Date) []Date {
	if len(w) > 0 && w[0] == "the" {
		w = w[1:]
	}
	if len(w) < 3 || !slices.Equal(w[len(w)-2:], []string{"next", "month"}) || len(w) == 4 && w[1] != "of" || len(w) > 4 {
		return nil
	}
	d, _, ok := readDay(w[0])
	if !ok {
		return nil
	}
	first := addMonths(firstOfMonth(rel), 1).Time()
	day, _ := NewDate(first.Year(), first.Month(), d)
	return []Date{day}
}

// monthOfYear reads `Dec 2026` and `2026-12`: its last day.
func monthOfYear(w []string, _ Date) []Date {
	if len(w) == 1 && len(w[0]) == len("2026-12") && w[0][4] == '-' && isNumber(w[0][:4], 4) {
		if first := Date(w[0] + "-01"); first.Valid() {
			return []Date{lastOfMonth(first.Time().Year(), first.Time().Month())}
		}
		return nil
	}
	if len(w) != 2 || len(w[1]) != 4 {
		return nil
	}
	month, ok := readMonth(w[0])
	year, known := readYear(w[1])
	if !ok || !known {
		return nil
	}
	return []Date{lastOfMonth(year, month)}
}

// yearOrHalf reads `2027`, of a year not far away, and `H1`: its last day.
func yearOrHalf(w []string, rel Date) []Date {
	if len(w) != 1 {
		return nil
	}
	if month := map[string]time.Month{"h1": time.June, "h2": time.December}[w[0]]; month != 0 {
		return []Date{inYear(rel, func(y int) (Date, bool) { return lastOfMonth(y, month), y < 9999 }).on}
	}
	y, ok := readYear(w[0])
	if soon := y - rel.Time().Year(); !ok || len(w[0]) != 4 || soon < 0 || soon > 9 {
		return nil
	}
	return []Date{lastOfMonth(y, time.December)}
}

// spanFrom reads `two weeks` as from the note's day.
func spanFrom(w []string, rel Date) []Date {
	if len(w) != 2 {
		return nil
	}
	return []Date{addUnits(rel, w[0], w[1]).on}
}

// feast reads `Christmas`.
func feast(w []string, rel Date) []Date {
	if len(w) != 1 || w[0] != "christmas" && w[0] != "xmas" {
		return nil
	}
	return []Date{dayMonth(0, time.December, 25, rel).on}
}

// misspelt reads words of which one is nearly a weekday, a month of many letters or `tomorrow`.
func misspelt(w []string, rel Date) []Date {
	w = slices.Clone(w)
	for i, word := range w {
		if meant := nearlyDay(word); meant != "" {
			w[i] = meant
			return []Date{readWords(w, rel).on}
		}
	}
	return nil
}

// shortestMonth is how many letters the name of a month has at least that may be misspelt: shorter ones are like names.
const shortestMonth = 7

func nearlyDay(word string) string {
	if day := misspeltDays[word]; day != "" {
		return day
	}
	if len(word) < len("fridy") {
		return ""
	}
	letters := []rune(word)
	for _, name := range slices.Concat([]string{"tomorrow"}, weekdayNames, monthNames) {
		if _, month := readMonth(name); (!month || len(name) >= shortestMonth) && nearly(letters, []rune(name)) {
			return name
		}
	}
	return ""
}

// german are the words of dates in German, those apart that English has as well.
var german = map[string]string{
	"montag": "monday", "dienstag": "tuesday", "mittwoch": "wednesday", "donnerstag": "thursday", "freitag": "friday",
	"samstag": "saturday", "sonnabend": "saturday", "sonntag": "sunday", "heute": "today", "morgen": "tomorrow",
	"januar": "january", "februar": "february", "märz": "march", "mai": "may", "juni": "june", "juli": "july",
	"oktober": "october", "okt": "october", "dezember": "december", "dez": "december",
	"nächsten": "next", "nächste": "next", "nächster": "next", "diesen": "this", "kommenden": "next",
	"ende": "eow", "woche": "week", "monats": "month", "quartals": "quarter", "jahres": "year", "monatsende": "eom", "jahresende": "eoy",
}

// inGerman reads `bis Freitag`, `bis 4. Dezember`, `bis Monatsende`.
func inGerman(w []string, rel Date) []Date {
	w = slices.Clone(w)
	known := false
	for i, word := range w {
		if english, ok := german[word]; ok {
			w[i], known = english, true
		}
	}
	if !known {
		return nil
	}
	if len(w) > 1 && w[0] == "eow" { // ende der Woche, ende nächster Woche, ende Dezember
		w = slices.Concat([]string{"end", "of"}, slices.DeleteFunc(w[1:], func(s string) bool { return s == "der" || s == "des" }))
	}
	m := readWords(w, rel)
	if m.on != "" {
		return []Date{m.on}
	}
	return m.choices
}
