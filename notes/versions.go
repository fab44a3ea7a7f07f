package notes

import (
	"strings"
	"unicode/utf8"
)

// What counts as much of a text, in characters of its words, where it is removed: a line's worth, or a third of what there
// is. A few words always count as little, unless they are all there is.
const (
	muchRemoved  = 80
	wordsRemoved = 20
	allRemoved   = 4
)

// Removed is how many characters of the words of a text are no longer there in the next one. Words that moved, and blanks,
// are not counted.
func Removed(from, to string) int {
	from, to = apart(from, to)
	if from == "" {
		return 0
	}
	there := map[string]int{}
	for _, w := range strings.Fields(to) {
		there[w]++
	}
	gone := 0
	for _, w := range strings.Fields(from) {
		if there[w] > 0 {
			there[w]--
			continue
		}
		gone += utf8.RuneCountInString(w)
	}
	return gone
}

// RemovesMuch reports whether so many characters, as Removed counts them, are so much of a text that it is kept among the
// earlier versions before they go.
func RemovesMuch(removed int, of string) bool {
	all := 0
	for _, w := range strings.Fields(of) {
		all += utf8.RuneCountInString(w)
	}
	if removed >= all {
		return removed >= allRemoved
	}
	return removed >= max(wordsRemoved, min(muchRemoved, all/3))
}

// apart are two texts without what they begin and end alike with.
func apart(a, b string) (restA, restB string) {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(a) && !utf8.RuneStart(a[n]) {
		n--
	}
	a, b = a[n:], b[n:]
	m := 0
	for m < len(a) && m < len(b) && a[len(a)-1-m] == b[len(b)-1-m] {
		m++
	}
	for m > 0 && !utf8.RuneStart(a[len(a)-m]) {
		m--
	}
	return a[:len(a)-m], b[:len(b)-m]
}
