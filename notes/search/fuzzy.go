package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes"
)

// maxFuzzyQuery is the longest query that can match, in runes: nobody looks for a name with more.
const maxFuzzyQuery = 100

// Points of a fuzzy match.
const (
	pointsForARune  = 1
	pointsForAStart = 8  // the rune begins a word
	pointsInARow    = 9  // the rune follows the one matched before it
	pointsForFirst  = 4  // the rune is the text's first
	pointsForAJump  = -6 // runes were left out before it
	unmatched       = -1 << 20
)

// Match reports whether every word of query is found in text, its letters in order but not necessarily side by side,
// and how well: a higher score is better. Beginnings of words and runs of letters count more, and of two texts that
// match alike the shorter is better. Case and accents make no difference. An empty query matches everything with 0.
func Match(query, text string) (score int, ok bool) {
	if utf8.RuneCountInString(query) > maxFuzzyQuery { // before folding, which writes some letters as two
		return 0, false
	}
	words := strings.Fields(notes.Fold(query))
	if len(words) == 0 {
		return 0, true
	}
	runes := []rune(notes.Fold(text))
	for _, word := range words {
		points, found := matchWord([]rune(word), runes)
		if !found {
			return 0, false
		}
		score += points
	}
	return 8*score - len(runes), true
}

// matchWord finds the alignment of word in text with the most points.
func matchWord(word, text []rune) (points int, ok bool) {
	if !inOrder(word, text) {
		return 0, false
	}
	// before[j] and now[j] are the most points with the word's last rune so far at text[j].
	before, now := make([]int, len(text)), make([]int, len(text))
	for i, w := range word {
		best := unmatched // of before[:j-1]
		for j, t := range text {
			now[j] = unmatched
			if i == 0 && w == t {
				now[j] = runePoints(text, j)
			}
			if i == 0 || j == 0 {
				continue
			}
			from := max(best+pointsForAJump, before[j-1]+pointsInARow)
			if w == t && from > unmatched/2 {
				now[j] = from + runePoints(text, j)
			}
			best = max(best, before[j-1])
		}
		before, now = now, before
	}
	points = unmatched
	for _, p := range before {
		points = max(points, p)
	}
	return points, points > unmatched/2
}

func inOrder(word, text []rune) bool {
	i := 0
	for _, t := range text {
		if i < len(word) && word[i] == t {
			i++
		}
	}
	return i == len(word)
}

func runePoints(text []rune, j int) int {
	switch {
	case j == 0:
		return pointsForARune + pointsForAStart + pointsForFirst
	case !wordRune(text[j-1]) && wordRune(text[j]):
		return pointsForARune + pointsForAStart
	}
	return pointsForARune
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
