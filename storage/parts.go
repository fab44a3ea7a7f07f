package storage

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// withParts adds to matches those inside of words, in the order of the text. A word that a term begins is none of them.
func (f *finder) withParts(matches []hitSpan, text string) []hitSpan {
	n := len(matches)
	for i, t := range f.terms {
		if t.inside {
			matches = addParts(matches, text, t.folds[0], i)
		}
	}
	if len(matches) > n {
		slices.SortStableFunc(matches, func(a, b hitSpan) int { return a.from - b.from })
	}
	return matches
}

// addParts adds the places of a text where want, folded, stands inside a word; of each word the first.
func addParts(matches []hitSpan, text, want string, term int) []hitSpan {
	first, second := startingWith(want[0]), anyByte()
	if len(want) > 1 {
		second = startingWith(want[1])
	}
	for i := 0; i < len(text); i++ {
		// Most bytes fail here. What stands after a blank begins a word.
		if first[text[i]] == 0 || i+1 < len(text) && second[text[i+1]] == 0 || i > 0 && (text[i-1] == ' ' || text[i-1] == '\n') {
			continue
		}
		if text[i] < utf8.RuneSelf && !begunBy(text[i:], want) {
			continue
		}
		w, ok := wordAround(text, i)
		if !ok {
			continue
		}
		if at := insideWord(text[w.from:w.to], want); at.to > 0 {
			matches = append(matches, hitSpan{span: span{w.from + at.from, w.from + at.to}, term: term, part: true})
		}
		i = w.to - 1
	}
	return matches
}

// startingWith has a 1 for each byte with which a letter may begin that folds to one beginning with c.
func startingWith(c byte) (may [256]uint8) {
	for b := utf8.RuneSelf; b < len(may); b++ {
		may[b] = 1
	}
	setLetter(&may, c)
	return may
}

// begunBy reports whether text begins with want, in plain letters of any case; true where it may with other letters.
func begunBy(text, want string) bool {
	for i := range len(want) {
		switch {
		case i == len(text):
			return false
		case text[i] >= utf8.RuneSelf || want[i] >= utf8.RuneSelf:
			return true
		case lower(text[i]) != want[i]:
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c - 'A' + 'a'
	}
	return c
}

// wordAround is the word that holds byte i; false where none does.
func wordAround(text string, i int) (span, bool) {
	for i > 0 && !utf8.RuneStart(text[i]) {
		i--
	}
	from := i
	for {
		if wordBegins(text, from) {
			w, ok := nextWord(text, from)
			return w, ok && w.to > i
		}
		if from == 0 {
			return span{}, false
		}
		r, size := utf8.DecodeLastRuneInString(text[:from])
		if !isLetter(r) && !belongsBefore(r) && !standsAlone(r) {
			return span{}, false
		}
		from -= size
	}
}

// insideWord is where in a word want stands, but not at its beginning; nothing where it does not. Where letters are folded to
// more or fewer, all of the word is where it stands.
func insideWord(word, want string) (at span) {
	folded := foldWord(word)
	if strings.HasPrefix(folded, want) || aloneWord(word) {
		return span{}
	}
	n := strings.Index(folded, want)
	switch {
	case n < 0:
		return span{}
	case len(folded) == len(word) && allASCII(word):
		return span{n, n + len(want)}
	}
	return spanOfFolded(word, want)
}

// spanOfFolded finds want in the letters of a word, each folded by itself.
func spanOfFolded(word, want string) span {
	for from := range word {
		rest := want
		for at, r := range word[from:] {
			if rest == "" {
				return span{from, from + at}
			}
			folded := foldLetter(r)
			if !strings.HasPrefix(rest, folded) {
				break
			}
			rest = rest[len(folded):]
			if rest == "" && from+at+utf8.RuneLen(r) == len(word) {
				return span{from, len(word)}
			}
		}
	}
	return span{0, len(word)}
}

// foldLetter is a letter as foldWord writes it in a word; nothing of an accent.
func foldLetter(r rune) string {
	if r < utf8.RuneSelf {
		return string(rune(lower(byte(r))))
	}
	if belongsBefore(r) {
		return ""
	}
	return foldWord(string(r))
}
