package storage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The index reads text with FTS5's unicode61. What follows reads it alike, so that matches can be found and shown
// without asking SQLite again; a test holds the two together, letter by letter.

// unread are letters and digits by today's Unicode that unicode61 takes for signs.
var unread = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x19b0, Hi: 0x19c0, Stride: 1}, {Lo: 0x19c8, Hi: 0x19c9, Stride: 1}, {Lo: 0x1cf2, Hi: 0x1cf3, Stride: 1},
}}

// accents are the marks that unicode61 reads over within a word; any other one ends it.
var accents = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x300, Hi: 0x304, Stride: 1},
	{Lo: 0x306, Hi: 0x30c, Stride: 1},
	{Lo: 0x30f, Hi: 0x30f, Stride: 1},
	{Lo: 0x311, Hi: 0x311, Stride: 1},
	{Lo: 0x31b, Hi: 0x31b, Stride: 1},
	{Lo: 0x323, Hi: 0x328, Stride: 1},
	{Lo: 0x32d, Hi: 0x32e, Stride: 1},
	{Lo: 0x330, Hi: 0x331, Stride: 1},
}}

// asciiLetters are the bytes that are part of a word by themselves; bodies are read by the byte where they can be.
var asciiLetters = func() (is [256]bool) {
	for c := range is {
		is[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	}
	return is
}()

// isLetter reports whether r is part of a word: a letter, a digit or a private character.
func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return asciiLetters[r]
	}
	return (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Co, r)) && !unicode.Is(unread, r)
}

// nextWord is the first word of text from byte at on; false where there is none.
func nextWord(text string, at int) (span, bool) {
	for at < len(text) {
		c := text[at]
		if asciiLetters[c] {
			return span{at, wordEnd(text, at+1)}, true
		}
		if c < utf8.RuneSelf {
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if isLetter(r) {
			return span{at, wordEnd(text, at+size)}, true
		}
		at += size
	}
	return span{}, false
}

func wordEnd(text string, at int) int {
	for at < len(text) {
		c := text[at]
		if asciiLetters[c] {
			at++
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isLetter(r) && !unicode.Is(accents, r) {
			break
		}
		at += size
	}
	return at
}

// wordsIn are the words of a text, as they stand there.
func wordsIn(text string) []string {
	var words []string
	for w, ok := nextWord(text, 0); ok; w, ok = nextWord(text, w.to) {
		words = append(words, text[w.from:w.to])
	}
	return words
}

// foldWord is a word in lower case and without accents. It folds more than unicode61 does, which keeps the accents of
// other scripts than the Latin one: what it is compared with was found by the index before.
func foldWord(w string) string {
	ascii, lower := true, true
	for i := 0; i < len(w); i++ {
		ascii = ascii && w[i] < utf8.RuneSelf
		lower = lower && (w[i] < 'A' || w[i] > 'Z')
	}
	switch {
	case ascii && lower:
		return w
	case ascii:
		return strings.ToLower(w)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'ς':
			return 'σ'
		case r == 'Ǡ' || r == 'ǡ': // of the accented letters of plain ones, the only one that unicode61 keeps as it is
			return 'ǡ'
		}
		return withoutAccent(unicode.ToLower(r))
	}, w)
}

// withoutAccent is the letter under an accent.
func withoutAccent(r rune) rune {
	if r < utf8.RuneSelf {
		return r
	}
	parts := norm.NFD.PropertiesString(string(r)).Decomposition()
	if len(parts) == 0 {
		return r
	}
	base, size := utf8.DecodeRune(parts)
	if marks := parts[size:]; len(marks) == 0 || strings.IndexFunc(string(marks), notMark) >= 0 {
		return r
	}
	return base
}

func notMark(r rune) bool { return !unicode.Is(unicode.Mn, r) }
