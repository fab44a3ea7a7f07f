package notes

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelWord is one way to say a label.
type labelWord struct {
	word    string
	kind    *LabelKind
	dash    bool // " - " counts as the colon even where nobody is named
	done    bool // the line is done already
	offered bool // the missing colon is offered
}

// labelWords are the words of LabelKinds by their first byte, longer ones before the shorter ones that begin them.
var labelWords = indexWords(LabelKinds)

func indexWords(table []LabelKind) (by [256][]labelWord) {
	for i := range table {
		k := &table[i]
		if k.Hidden {
			continue // IsPrivate reads it
		}
		for _, w := range k.Words() {
			by[w[0]] = append(by[w[0]], labelWord{
				word: w, kind: k, dash: slices.Contains(k.Dashed, w), done: w == k.DoneWord, offered: slices.Contains(k.Offered, w),
			})
		}
	}
	for _, words := range by {
		slices.SortStableFunc(words, func(a, b labelWord) int { return cmp.Compare(len(b.word), len(a.word)) })
	}
	return by
}

// labelAt reads a label word at the start of s and returns its length in bytes.
func labelAt(s string) (labelWord, int, bool) {
	if s == "" {
		return labelWord{}, 0, false
	}
	for _, w := range labelWords[lowerByte(s[0])] {
		if n := wordAt(s, w.word); n > 0 {
			return w, n, true
		}
	}
	return labelWord{}, 0, false
}

// wordAt returns how many bytes of s the whole word takes at its start, 0 where s does not begin with it.
func wordAt(s, word string) int {
	at := 0
	for i := 0; i < len(word); i++ {
		switch word[i] {
		case ' ':
			n := blanks(s[at:])
			if n == 0 {
				return 0
			}
			at += n
		case '-':
			r, n := utf8.DecodeRuneInString(s[at:])
			if !isHyphen(r) {
				return 0
			}
			at += n
		default:
			if at >= len(s) || lowerByte(s[at]) != word[i] {
				return 0
			}
			at++
		}
	}
	if r, _ := utf8.DecodeRuneInString(s[at:]); IsWordRune(r) {
		return 0
	}
	return at
}

func lowerByte(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}

// IsWordRune reports whether r is part of a word or a tag: a letter, a digit, a mark or '_'.
func IsWordRune(r rune) bool {
	return r == '_' || (r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)))
}

// isHyphen knows the characters that names and labels treat as '-'. The long dashes are not among them: they divide.
func isHyphen(r rune) bool {
	switch r {
	case '-', '\u00ad', '\u2010', '\u2011', '\u2012', '\u2212', '\ufe63', '\uff0d':
		return true
	}
	return false
}

// blanks counts the bytes of white space that s begins with.
func blanks(s string) int {
	return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
}

// trimmedEnd is the length of s without the white space at its end.
func trimmedEnd(s string) int { return len(strings.TrimRightFunc(s, unicode.IsSpace)) }
