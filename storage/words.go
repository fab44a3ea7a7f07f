package storage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"handback/notes"
	"handback/notes/text"
)

// The index reads text with FTS5's unicode61. What follows reads it alike, so that matches can be found and shown
// without asking SQLite again; a test holds the two together, letter by letter.

// unread are letters and digits by today's Unicode that unicode61 takes for signs, and the letters that cannot be seen.
var unread = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x115f, Hi: 0x1160, Stride: 1},
	{Lo: 0x19b0, Hi: 0x19c0, Stride: 1},
	{Lo: 0x19c8, Hi: 0x19c9, Stride: 1},
	{Lo: 0x1cf2, Hi: 0x1cf3, Stride: 1},
	{Lo: 0x3164, Hi: 0x3164, Stride: 1},
	{Lo: 0xffa0, Hi: 0xffa0, Stride: 1},
}}

// accents are the marks that unicode61 reads over within a word; for it any other one ends the word, and alsoOf adds what
// is a word to us.
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

// letterApostrophe is an apostrophe that Unicode takes for a letter, and people for an apostrophe.
const letterApostrophe = 'ʼ'

// isLetter reports whether r is part of a word: a letter, a digit or a private character.
func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return asciiLetters[r]
	}
	return r != letterApostrophe && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Co, r)) && !unicode.Is(unread, r)
}

// spaceless are the scripts that put no blank between words. There each character is a word, to be looked for by itself or in
// a row with others.
var spaceless = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
	unicode.Yi, unicode.Tai_Le, unicode.New_Tai_Lue, unicode.Tai_Tham,
}

// standsAlone reports whether r is a word of its own: a letter of a script without blanks, or a picture.
func standsAlone(r rune) bool {
	switch {
	case r < 0xe00:
		return false
	case r >= 0x1f000 && r < 0x20000, r >= 0x2600 && r < 0x27c0 && !isBox(r):
		return unicode.In(r, unicode.So, unicode.Sk)
	case r == '\u30fc' || r == '\uff70': // the mark of a long vowel belongs to two scripts
		return true
	}
	return unicode.In(r, spaceless...) && isLetter(r)
}

// isBox reports whether r is a box to tick, as it stands before lines.
func isBox(r rune) bool { return r >= '☐' && r <= '☒' }

// belongsBefore reports whether r is part of the character before it, where that stands alone.
func belongsBefore(r rune) bool {
	return text.InWord(r) || unicode.IsMark(r) || r == '\uff9e' || r == '\uff9f' || isSkinTone(r)
}

func isSkinTone(r rune) bool { return r >= 0x1f3fb && r <= 0x1f3ff }

// aloneEnd is the end of a character that stands alone, of which the first rune ends at byte at.
func aloneEnd(body string, at int) int {
	for at < len(body) && body[at] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(body[at:])
		if !belongsBefore(r) {
			break
		}
		at += size
	}
	return at
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
		if standsAlone(r) {
			return span{at, aloneEnd(text, at+size)}, true
		}
		if isLetter(r) {
			return span{at, wordEnd(text, at+size)}, true
		}
		at += size
	}
	return span{}, false
}

func wordEnd(body string, at int) int {
	for at < len(body) {
		c := body[at]
		if asciiLetters[c] {
			at++
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, size := utf8.DecodeRuneInString(body[at:])
		if !isLetter(r) && !text.InWord(r) || standsAlone(r) {
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

// foldWord is a word as notes.Fold writes it; as it is where that would be no single word to the index.
func foldWord(w string) string {
	if aloneWord(w) {
		return foldAlone(w)
	}
	f := notes.Fold(w)
	for i := 0; i < len(f); i++ {
		if f[i] >= utf8.RuneSelf && strings.IndexFunc(f, func(r rune) bool { return !isLetter(r) }) >= 0 {
			return w
		}
	}
	return f
}

// aloneWord reports whether a word is a character that stands alone.
func aloneWord(w string) bool {
	if w == "" || w[0] < utf8.RuneSelf {
		return false
	}
	r, _ := utf8.DecodeRuneInString(w)
	return standsAlone(r)
}

// foldAlone is a character that stands alone, folded and without the colour of a skin.
func foldAlone(w string) string {
	f := strings.Map(func(r rune) rune {
		if isSkinTone(r) {
			return -1
		}
		return r
	}, notes.Fold(w))
	if f == "" {
		return w
	}
	return f
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
