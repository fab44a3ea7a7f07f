package search

import (
	"slices"
	"strings"

	"handback/notes"
)

// meantAsFilters are words that one writes before a colon where one means a filter, besides the filters themselves and what
// is a letter away from one.
var meantAsFilters = strings.Fields(`
	about by date dates day days for from in is kind month name names of people report state status tags team to topic
	type what when where who with year`)

// NoFilter is the first word before a colon that was meant as a filter and is none ("date:spring"), as it was typed; ""
// where there is none. It was looked for as it stands.
func (t Typed) NoFilter() string {
	for _, p := range slices.Concat(t.Asked.Said, t.Asked.Not) {
		if p.Quoted {
			continue
		}
		key, _, colon := cutColon(p.Text)
		if word := notes.Fold(key); colon && word != "" && filters[word].take == nil && meantAsFilter(word) {
			return key
		}
	}
	return ""
}

func meantAsFilter(word string) bool {
	if slices.Contains(meantAsFilters, word) {
		return true
	}
	for name := range filters {
		if len(name) > 2 && letterAway([]rune(word), []rune(name)) {
			return true
		}
	}
	return false
}

// letterAway reports whether one word becomes the other by one letter more, less, or another, or by two that change places.
func letterAway(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	same := 0
	for same < len(a) && a[same] == b[same] {
		same++
	}
	a, b = a[same:], b[same:]
	switch len(b) - len(a) {
	case 0:
		return len(a) == 0 || slices.Equal(a[1:], b[1:]) ||
			len(a) > 1 && a[0] == b[1] && a[1] == b[0] && slices.Equal(a[2:], b[2:])
	case 1:
		return slices.Equal(a, b[1:])
	}
	return false
}
