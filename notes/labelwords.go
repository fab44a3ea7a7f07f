package notes

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"handback/notes/voice"
)

// labelWord is one way to say a label.
type labelWord struct {
	word    string
	kind    *LabelKind
	dash    bool // " - " counts as the colon even where nobody is named
	done    bool // the line is done already
	offered bool // the missing colon is offered
	named   bool // it is one only where somebody is named
	loose   bool // a letter may follow its colon at once
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
				loose: w == string(k.Label) || w == k.DoneWord,
			})
		}
		for _, w := range k.Named {
			by[w[0]] = append(by[w[0]], labelWord{word: w, kind: k, named: true, loose: true})
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

// LabelWords are the words for labels as a manager has them: words of their own beside the built-in ones, and built-in ones
// that are switched off. A nil *LabelWords is the built-in ones. It never changes and may be shared. Whatever it is made from,
// each label keeps a word that is read, or what the app writes could not be.
type LabelWords struct {
	given []ownWord   // as the manager wrote them, in their order
	own   []labelWord // the same as lines are read, longer ones first
	off   map[string]bool
}

// ownWord is a word of the manager's own.
type ownWord struct {
	word  string
	label Label
}

// NewLabelWords takes the manager's own words with the label of each, and the built-in words that are switched off. What cannot
// be a word, and a label that nothing is filed under, is left out.
func NewLabelWords(own map[string]Label, off []string) *LabelWords {
	given := make([]ownWord, 0, len(own))
	for _, word := range slices.Sorted(maps.Keys(own)) {
		given = append(given, ownWord{word, own[word]})
	}
	return labelWordsOf(given, off)
}

func labelWordsOf(given []ownWord, off []string) *LabelWords {
	w := &LabelWords{off: map[string]bool{}}
	taken := map[string]bool{}
	for _, g := range given {
		g.word = norm.NFC.String(Tidy(g.word))
		if key := foldedWord(g.word); !g.label.kind().Hidden && wordFault(g.word) == "" && !taken[key] {
			taken[key] = true
			w.given = append(w.given, g)
			w.own = append(w.own, labelWord{word: key, kind: g.label.kind(), loose: true})
		}
	}
	slices.SortFunc(w.own, func(a, b labelWord) int {
		return cmp.Or(cmp.Compare(len(b.word), len(a.word)), cmp.Compare(a.word, b.word))
	})
	for _, word := range off {
		w.off[strings.ToLower(Tidy(word))] = true
	}
	for _, l := range Labels {
		if w.off[w.For(l)] {
			delete(w.off, string(l))
		}
	}
	return w
}

// CheckWord reports with Invalid why a word cannot be one of the manager's own for a label.
func CheckWord(word string) error {
	if why := wordFault(word); why != "" {
		return Invalid{Field: voice.T("Word"), Why: why}
	}
	return nil
}

// longestWord is how many characters a word for a label may have.
const longestWord = 30

func wordFault(word string) string {
	word = strings.TrimSpace(word)
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	switch {
	case word == "":
		return voice.T("Enter a word.")
	case utf8.RuneCountInString(word) > longestWord:
		return voice.T("That's too long for a label. Use a shorter word.")
	case !unicode.IsLetter(first) || !IsWordRune(last) || strings.IndexFunc(word, notInWord) >= 0:
		return voice.T("Use letters only: no colons, brackets or line breaks.")
	case saysPrivate(strings.Fields(word)[0]) || reservedName(FoldName(word)):
		return voice.T("This word means something else in a line. Choose another.")
	}
	return ""
}

func notInWord(r rune) bool {
	return !IsWordRune(r) && !isHyphen(r) && r != ' ' && r != '/' && r != '\'' && r != '’'
}

// labelAt reads the longest label word at the start of s, the manager's own ones among them.
func (in Context) labelAt(s string) (labelWord, int, bool) {
	if in.Words == nil {
		return labelAt(s)
	}
	return in.Words.at(s)
}

func (w *LabelWords) at(s string) (found labelWord, length int, ok bool) {
	if s == "" {
		return labelWord{}, 0, false
	}
	for _, b := range labelWords[lowerByte(s[0])] {
		if n := wordAt(s, b.word); n > 0 && !w.off[b.word] {
			found, length, ok = b, n, true
			break
		}
	}
	for _, o := range w.own {
		if n := ownWordAt(s, o.word); n > length {
			return o, n, true
		}
	}
	return found, length, ok
}

// ownWordAt is wordAt for a folded word in any letters, whether or not s has its accents as marks of their own.
func ownWordAt(s, word string) int {
	at := 0
	for _, want := range word {
		if want == ' ' {
			n := blanks(s[at:])
			if n == 0 {
				return 0
			}
			at += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[at:])
		if next, size := utf8.DecodeRuneInString(s[at+n:]); size > 0 && unicode.IsMark(next) {
			if whole, one := utf8.DecodeRuneInString(norm.NFC.String(s[at : at+n+size])); one > 0 && foldedRune(whole) == want {
				r, n = whole, n+size
			}
		}
		if n == 0 || foldedRune(r) != want {
			return 0
		}
		at += n
	}
	if r, _ := utf8.DecodeRuneInString(s[at:]); IsWordRune(r) {
		return 0
	}
	return at
}

// foldedWord is a word as words are compared.
func foldedWord(word string) string { return strings.Map(foldedRune, word) }

func foldedRune(r rune) rune {
	switch {
	case r == '’':
		return '\''
	case isHyphen(r):
		return '-'
	}
	return unicode.ToLower(r)
}

// For is the word that the app writes for a label: its own, or where that is switched off one that is not, the manager's first.
func (w *LabelWords) For(l Label) string {
	if w == nil || !w.off[string(l)] {
		return string(l)
	}
	for _, g := range w.given {
		if g.label == l {
			return g.word
		}
	}
	for _, word := range l.kind().Also {
		if !w.off[word] {
			return word
		}
	}
	return string(l)
}

func (in Context) wordFor(l Label) string { return in.Words.For(l) }

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
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// isHyphen knows the characters that names and labels treat as '-'. The long dashes are not among them: they divide.
func isHyphen(r rune) bool {
	switch r {
	case '-', '\u00ad', '\u2010', '\u2011', '\u2012', '\u2212', '\ufe63', '\uff0d':
		return true
	}
	return false
}

// isInk reports whether a byte is a character of its own that is no white space.
func isInk(b byte) bool { return ' ' < b && b < 0x7f }

// blanks counts the bytes of white space that s begins with. It is asked many times of every line that is read: most often
// a look at a byte or two tells.
func blanks(s string) int {
	switch {
	case s == "" || isInk(s[0]):
		return 0
	case s[0] == ' ' && len(s) > 1 && isInk(s[1]):
		return 1
	}
	return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
}

// trimmedEnd is the length of s without the white space at its end.
func trimmedEnd(s string) int {
	if s == "" || isInk(s[len(s)-1]) {
		return len(s)
	}
	return len(strings.TrimRightFunc(s, unicode.IsSpace))
}
