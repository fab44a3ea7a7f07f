package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes/voice"
)

// Blacked is what stands in the place of a name that was taken out of a text.
var Blacked = voice.T("[name left out]")

// BlackOut is a text without the names of anybody but the people apart. It takes out what Mentions finds; false where it can't,
// so that the line has to go.
func (n *Names) BlackOut(text string, apart ...PersonID) (string, bool) {
	if !n.Mentions(text, apart...) {
		return text, true
	}
	words := wordSpans(text)
	var b strings.Builder
	at := 0
	for i := 0; i < len(words); i++ {
		size := n.namesAt(text, words[i:], apart)
		if size == 0 && n.within(words[i].in(text), apart) {
			size = 1
		}
		if size == 0 {
			continue
		}
		last := words[i+size-1]
		b.WriteString(text[at:words[i].from] + Blacked)
		at, i = last.to, i+size-1
	}
	b.WriteString(text[at:])
	said := b.String()
	return said, !n.Mentions(said, apart...)
}

// namesAt is how many words from the first on are a name of somebody else, as many as can be.
func (n *Names) namesAt(text string, words []span, apart []PersonID) int {
	for size := min(n.words, len(words)); size > 0; size-- {
		said := make([]string, size)
		for i, w := range words[:size] {
			said[i] = strings.Join(nameWords(w.in(text)), " ")
		}
		if n.other(strings.Join(said, " "), apart) {
			return size
		}
	}
	return 0
}

// wordSpans are the words of a text, as nameWords divides them, without what stands around them.
func wordSpans(text string) []span {
	var out []span
	from := -1
	for i, r := range text {
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || isHyphen(r) || r == '\'' || r == '’' || r == '.'
		if in && from < 0 {
			from = i
		}
		if !in && from >= 0 {
			out, from = append(out, trimSpan(text, span{from, i})), -1
		}
	}
	if from >= 0 {
		out = append(out, trimSpan(text, span{from, len(text)}))
	}
	return out
}

// trimSpan is a word without dots and hyphens at its ends, and without an 's.
func trimSpan(text string, s span) span {
	around := func(r rune) bool { return r == '.' || r == '\'' || r == '’' || isHyphen(r) }
	for s.from < s.to {
		r, size := utf8.DecodeRuneInString(text[s.from:s.to])
		if !around(r) {
			break
		}
		s.from += size
	}
	for s.from < s.to {
		r, size := utf8.DecodeLastRuneInString(text[s.from:s.to])
		if !around(r) {
			break
		}
		s.to -= size
	}
	if last := s.to - 1; last > s.from && (text[last] == 's' || text[last] == 'S') {
		if r, size := utf8.DecodeLastRuneInString(text[s.from:last]); r == '\'' || r == '’' {
			s.to = last - size
		}
	}
	return s
}
