package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold is the form in which names and words are compared: in small letters, without accents and unseen characters, each
// letter as people type it who have no key for it (ł is l, ø o, ß ss, ﬁ fi), one kind of hyphen and of apostrophe.
// Folding twice changes nothing, and composed and decomposed text fold alike. Blanks and other signs stay.
func Fold(s string) string {
	if plain, ok := foldASCII(s); ok {
		return plain
	}
	var b strings.Builder
	b.Grow(len(s))
	for at := 0; at < len(s); {
		end := at
		for end < len(s) && s[end] < utf8.RuneSelf {
			end++
		}
		b.WriteString(strings.ToLower(s[at:end]))
		at = end
		for end < len(s) && s[end] >= utf8.RuneSelf {
			end++
		}
		b.WriteString(foldRun(s[at:end]))
		at = end
	}
	return b.String()
}

func foldASCII(s string) (string, bool) {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return "", false
		}
	}
	return strings.ToLower(s), true
}

// foldRun folds characters beyond ASCII. Signs, as in “…” between English words, are the usual ones.
func foldRun(s string) string {
	signs := true
	for _, r := range s {
		signs = signs && r >= 0x2010 && r <= 0x2027 && r != 0x2011
	}
	if signs {
		return signOf.Replace(s)
	}
	s = norm.NFD.String(s)
	var b strings.Builder
	for _, r := range s {
		if !Unseen(r) && !droppedMark(r) {
			b.WriteString(plain(r))
		}
	}
	return signOf.Replace(norm.NFC.String(b.String()))
}

var signOf = strings.NewReplacer("‐", "-", "‑", "-", "‒", "-", "−", "-", "﹣", "-", "－", "-", "：", ":", "’", "'", "‘", "'", "ʼ", "'")

// droppedMark reports whether r is an accent: a mark without which the letter is still the letter that people look for.
// The vowel signs of Indic and other scripts and the marks that make other kana are none.
func droppedMark(r rune) bool {
	if r < 0x300 || !unicode.Is(unicode.Mn, r) || r == '\u3099' || r == '\u309a' {
		return false
	}
	if norm.NFD.PropertiesString(string(r)).CCC() == nukta {
		return true
	}
	return unicode.In(r, unicode.Inherited, unicode.Hebrew, unicode.Arabic, unicode.Cyrillic, unicode.Syriac)
}

// nukta is the class of the dots of Indic scripts that make a letter for a foreign sound, and are often left out.
const nukta = 7

// InWord reports whether r may stand inside a word and is not read there: an accent, or an unseen character.
func InWord(r rune) bool {
	if r < 0xad || r >= 0x2010 && r <= 0x2027 { // the quotes and dashes of most texts
		return false
	}
	return droppedMark(r) || Unseen(r)
}

// plainLetters carry no accent that can be taken off, but are typed without their stroke, tail or ligature.
var plainLetters = map[rune]string{
	'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'ħ': "h", 'ŧ': "t", 'ŋ': "n", 'ı': "i", 'ȷ': "j", 'ß': "ss", 'æ': "ae", 'œ': "oe",
	'þ': "th", 'ŉ': "n", 'ĸ': "k", 'ə': "e", 'ɓ': "b", 'ɗ': "d", 'ƙ': "k", 'ƴ': "y", 'ſ': "s", 'ς': "σ", 'ƒ': "f", 'ɨ': "i",
}

// plain is one character, decomposed already, as Fold writes it.
func plain(r rune) string {
	s := string(r)
	for range mostSteps {
		next := step(s)
		if next == s {
			break
		}
		s = next
	}
	return s
}

// mostSteps is how often what a step makes may need another one: ǿ is ø, ø is o.
const mostSteps = 4

func step(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		r = unicode.ToLower(r)
		if p, ok := plainLetters[r]; ok {
			b.WriteString(p)
			continue
		}
		if Unseen(r) || droppedMark(r) {
			continue
		}
		c := string(r)
		if wide := norm.NFKD.String(c); wide != c && (unicode.IsLetter(r) || unicode.IsNumber(r)) && letters(wide) {
			c = wide
		}
		b.WriteString(c)
	}
	return b.String()
}

// letters reports whether s is nothing but letters, digits and accents, as the compatible forms of a ligature are. Those of
// a fraction are not.
func letters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.Is(unicode.Mn, r)
	}) < 0
}
