package notes

import "strings"

// FindDaysOff is the first line of a text of the manager's own that tells of days off still to come and not known yet:
// "away 20 Dec - 3 Jan", "holiday: 20 Dec to 3 Jan". Nothing is set by it: the days are offered, for one tap.
func FindDaysOff(body string, day, today Date, known DaysOff) (Span, bool) {
	for _, line := range newSheet(body).lines {
		s, ok := daysOffIn(line, day)
		if ok && s.To >= today && known.With(s).String() != known.String() {
			return s, true
		}
	}
	return Span{}, false
}

var daysOffWords = []string{
	"away", "off", "days off", "day off", "holiday", "holidays", "vacation", "on holiday", "on vacation",
	"annual leave", "on leave", "out of office", "ooo",
}

// daysOffIn reads a line that says nothing else.
func daysOffIn(line string, day Date) (Span, bool) {
	rest := strings.TrimSpace(strings.TrimRight(line[readStart(line).after:], " ."))
	lower := strings.ToLower(rest)
	word := ""
	for _, w := range daysOffWords {
		if after, ok := strings.CutPrefix(lower, w); ok && len(w) > len(word) && after != "" && (after[0] == ' ' || after[0] == ':') {
			word = w
		}
	}
	if word == "" || len(lower) != len(rest) {
		return Span{}, false
	}
	rest = strings.TrimLeft(rest[len(word):], " :")
	for _, skip := range []string{"from ", "on "} {
		if len(rest) > len(skip) && strings.EqualFold(rest[:len(skip)], skip) {
			rest = rest[len(skip):]
		}
	}
	for _, between := range []string{" to ", " until ", " till ", " through ", " - ", "–", "—"} {
		if from, to, ok := strings.Cut(rest, between); ok {
			return readWholeSpan(from, to, day)
		}
	}
	return readWholeSpan(rest, rest, day)
}

func readWholeSpan(from, to string, day Date) (Span, bool) {
	first, ok := ReadDate(from, day)
	if !ok {
		return Span{}, false
	}
	last := first
	if to != from {
		var err error
		last, err = ReadLastDate(FieldLastDay, to, first)
		ok = err == nil
	}
	return Span{first, last}, ok && last != "" && first <= last && last.DaysSince(first) <= 366
}
