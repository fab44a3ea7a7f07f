package widgets

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// letterBefore is where the letter begins that ends at an offset, as one sees letters: an emoji of several signs and a
// letter with its accents are one.
func letterBefore(text []rune, at int) int {
	if at == 0 || text[at-1] == '\n' {
		return max(0, at-1)
	}
	line := at
	for line > 0 && text[line-1] != '\n' {
		line--
	}
	end := at
	for end < len(text) && text[end] != '\n' && end < at+mostSigns {
		end++
	}
	start := line
	for letters := graphemes.FromString(string(text[line:end])); letters.Next(); {
		next := start + utf8.RuneCountInString(letters.Value())
		if next >= at {
			return start
		}
		start = next
	}
	return at - 1
}

// mostSigns is how many runes a letter may have after an offset within it; the longest emoji have ten.
const mostSigns = 32

// letterAfter is where the letter ends that begins at an offset.
func letterAfter(text []rune, at int) int {
	if at >= len(text) || text[at] == '\n' {
		return min(len(text), at+1)
	}
	end := at
	for end < len(text) && text[end] != '\n' && end < at+mostSigns {
		end++
	}
	letters := graphemes.FromString(string(text[at:end]))
	letters.Next()
	return at + utf8.RuneCountInString(letters.Value())
}

// wordBefore is where the word begins that stands before an offset, in whichever row or line.
func wordBefore(text []rune, at int) int {
	for at > 0 && unicode.IsSpace(text[at-1]) {
		at--
	}
	if at == 0 {
		return 0
	}
	kind := kindOfRune(text[at-1])
	for at > 0 && kindOfRune(text[at-1]) == kind {
		at--
	}
	return at
}

// wordAfter is where the word ends that stands after an offset, in whichever row or line.
func wordAfter(text []rune, at int) int {
	for at < len(text) && unicode.IsSpace(text[at]) {
		at++
	}
	if at == len(text) {
		return at
	}
	kind := kindOfRune(text[at])
	for at < len(text) && kindOfRune(text[at]) == kind {
		at++
	}
	return at
}

// wordToErase is the span that Ctrl+Backspace erases, and Ctrl+Delete where after is true: a word with the blanks
// between; at the border of a line the line break alone, which joins the two.
func wordToErase(text []rune, at int, after bool) (start, end int) {
	switch {
	case after && at < len(text) && text[at] == '\n':
		return at, at + 1
	case after:
		end = min(wordAfter(text, at), lineEndAt(text, at))
		return at, end
	case at > 0 && text[at-1] == '\n':
		return at - 1, at
	}
	return max(wordBefore(text, at), lineStartAt(text, at)), at
}

func lineStartAt(text []rune, at int) int {
	for at > 0 && text[at-1] != '\n' {
		at--
	}
	return at
}

func lineEndAt(text []rune, at int) int {
	for at < len(text) && text[at] != '\n' {
		at++
	}
	return at
}

type runeKind int

const (
	runeBlank runeKind = iota
	runeWord
	runeSign
)

func kindOfRune(r rune) runeKind {
	switch {
	case unicode.IsSpace(r):
		return runeBlank
	case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r), r == '_', r == '\'', r == '’', r == '\u200d', r > 0xFFFF:
		return runeWord
	}
	return runeSign
}

func isBlankRune(r rune) bool { return unicode.IsSpace(r) }
