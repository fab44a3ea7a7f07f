package notes

import (
	"strings"
	"unicode/utf8"
)

// wordSet is a set of words in small letters.
type wordSet map[string]bool

// words are the words of a list, with blanks between.
func words(list string) wordSet {
	set := wordSet{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// has reports whether a word, in any letters, is in the set. It is asked of every line, and takes no memory for a word of
// plain letters.
func (set wordSet) has(word string) bool {
	var lower [24]byte
	if word == "" || len(word) > len(lower) {
		return word != "" && set[strings.ToLower(word)]
	}
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return set[strings.ToLower(word)]
		}
		lower[i] = lowerByte(word[i])
	}
	return set[string(lower[:len(word)])]
}
