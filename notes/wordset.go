package notes

import (
	"strings"
	"unicode/utf8"
)

// wordSet is a set of words in small letters.
type wordSet struct {
	words map[string]bool
	first [256]bool // the bytes that they begin with
}

// words are the words of a list, with blanks between.
func words(list string) *wordSet {
	set := &wordSet{words: map[string]bool{}}
	for _, w := range strings.Fields(list) {
		set.words[w] = true
		set.first[w[0]] = true
	}
	return set
}

// mayBegin reports whether s, in any letters, may begin with a word of the set.
func (set *wordSet) mayBegin(s string) bool {
	return s != "" && (s[0] >= utf8.RuneSelf || set.first[lowerByte(s[0])])
}

// has reports whether a word, in any letters, is in the set. It is asked of every line, and takes no memory for a word of
// plain letters.
func (set *wordSet) has(word string) bool {
	if !set.mayBegin(word) {
		return false
	}
	var lower [24]byte
	if len(word) > len(lower) {
		return set.words[strings.ToLower(word)]
	}
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return set.words[strings.ToLower(word)]
		}
		lower[i] = lowerByte(word[i])
	}
	return set.words[string(lower[:len(word)])]
}
