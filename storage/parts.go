package storage

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// withParts adds to matches those inside of words, in the order of the text. A word that a term begins is none of them.
func (f *finder) withParts(matches []hitSpan, text string) []hitSpan {
	n := len(matches)
	plain := f.plain != nil && f.scan.read(text)
	for i, t := range f.terms {
		switch {
		case !t.inside:
		case plain:
			matches = f.scan.addParts(matches, text, f.plain[i:i+1], i)
		default:
			matches = addParts(matches, text, span{0, len(text)}, t.folds[0], i)
		}
	}
	if len(matches) > n {
		slices.SortStableFunc(matches, func(a, b hitSpan) int { return a.from - b.from })
	}
	return matches
}

// addParts is addParts for a text that was read, and one word of plain letters.
func (s *scan) addParts(matches []hitSpan, text string, wanted [][]byte, term int) []hitSpan {
	s.begin(wanted, 0)
	odd := s.odd
	for i := 0; i < len(text); {
		odd = behind(odd, i)
		at := s.at(wanted, i)
		if len(odd) > 0 && odd[0].from <= at {
			matches = addParts(matches, text, span{max(i, odd[0].from), odd[0].to}, string(wanted[0]), term)
			i = odd[0].to
			continue
		}
		if at >= len(text) {
			break
		}
		if i = at + 1; at > 0 && asciiLetters[text[at-1]] {
			matches, i = addPart(matches, text, at, string(wanted[0]), term)
		}
	}
	return matches
}

// addPart adds where want stands in the word that holds byte i, and returns where that word ends.
func addPart(matches []hitSpan, text string, i int, want string, term int) ([]hitSpan, int) {
	w, ok := wordAround(text, i)
	if !ok {
		return matches, i + 1
	}
	if at := insideWord(text[w.from:w.to], want); at.to > 0 {
		matches = append(matches, hitSpan{span: span{w.from + at.from, w.from + at.to}, term: term, part: true})
	}
	return matches, w.to
}

// addParts adds the places in a part of a text where want, folded, stands inside a word; of each word the first.
func addParts(matches []hitSpan, text string, part span, want string, term int) []hitSpan {
	first, second := startingWith(want[0]), anyByte()
	if len(want) > 1 {
		second = startingWith(want[1])
	}
	for i := part.from; i < part.to; {
		// Most bytes fail here. What stands after a blank begins a word.
		if first[text[i]] == 0 || i+1 < len(text) && second[text[i+1]] == 0 || i > 0 && (text[i-1] == ' ' || text[i-1] == '\n') ||
			text[i] < utf8.RuneSelf && !begunBy(text[i:], want) {
			i++
			continue
		}
		matches, i = addPart(matches, text, i, want, term)
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
