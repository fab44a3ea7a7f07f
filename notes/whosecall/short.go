package whosecall

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

var abbreviations = words("abbreviations")

// stopEndsNothing reports whether the full stop at at belongs to an abbreviation or an initial.
func stopEndsNothing(text string, at int, toks []token) bool {
	if len(toks) == 0 {
		return false
	}
	last := &toks[len(toks)-1]
	if last.end != at {
		return false
	}
	rest := strings.TrimLeft(text[at+1:], " ")
	next, _ := utf8.DecodeRuneInString(rest)
	if last.who == whoR && last.end-last.start == 1 { // "A. Ruiz"
		return unicode.IsUpper(next)
	}
	return abbreviations.has(last.word) && (unicode.IsLower(next) || unicode.IsDigit(next))
}

// shortAt is what stands at at for something longer: "w/", "&", "+" between blanks, "i.e."; 0 where nothing does.
func shortAt(text string, at int) (word string, size int) {
	switch text[at] {
	case '=':
		if standsAlone(text, at) {
			return "is", 1
		}
	case '&', '+':
		if standsAlone(text, at) {
			return "and", 1
		}
	case 'w', 'W':
		if strings.HasPrefix(text[at+1:], "/") && (at == 0 || !isWordByte(text[at-1])) && !shortWith(text[at:]) {
			return "with", 2
		}
	case 'i', 'I', 'e', 'E':
		if low := strings.ToLower(text[at:min(len(text), at+4)]); low == "i.e." || low == "e.g." {
			return "eg", 4
		}
	}
	return "", 0
}

// standsAlone reports whether the sign at at stands between blanks.
func standsAlone(text string, at int) bool {
	return at > 0 && text[at-1] == ' ' && (at+1 == len(text) || text[at+1] == ' ')
}

// shortWith reports whether a word that begins with w/ is one of its own.
func shortWith(text string) bool {
	_, ok := shortForms.of(plain(text[:wordEnd(text, 0)]))
	return ok && wordEnd(text, 0) > 1
}

func isWordByte(b byte) bool { return b >= utf8.RuneSelf || isWord(rune(b)) || b == '\'' || b == '-' }

// arrow is the size of an arrow at at, which parts a line like a dash.
func arrow(text string, at int) int {
	for _, a := range []string{"->", "=>", "→", "⇒", "➔", "➡"} {
		if strings.HasPrefix(text[at:], a) {
			return len(a)
		}
	}
	return 0
}
