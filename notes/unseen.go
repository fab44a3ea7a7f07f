package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"handback/notes/text"
)

// Pasted text is cleaned (see text.Clean), but a note that was kept before, or came from elsewhere, is never changed on
// load. So lines are read over what cannot be seen, and where something is to be hidden every kind of line end counts.

// space counts the bytes of white space and unseen characters that s begins with.
func space(s string) int {
	if s == "" || isInk(s[0]) {
		return 0
	}
	return len(s) - len(strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || text.Unseen(r) }))
}

// furtherEnds are the characters inside a line that end one in other programs.
const furtherEnds = "\r\v\f\u0085\u2028\u2029"

// endsWithin reports whether one of furtherEnds is in s. It is asked of every line that is read, and strings.ContainsAny
// takes ten times as long.
func endsWithin(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\r' || c == '\v' || c == '\f':
			return true
		case c == 0xc2 && strings.HasPrefix(s[i:], "\u0085"):
			return true
		case c == 0xe2 && (strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029")):
			return true
		}
	}
	return false
}

// piecesOf cuts a line at furtherEnds; there is always one piece.
func piecesOf(line string) []string {
	if !endsWithin(line) {
		return []string{line}
	}
	if pieces := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(furtherEnds, r) }); len(pieces) > 0 {
		return pieces
	}
	return []string{""}
}

// wideColon is the colon of Chinese and Japanese keyboards.
const wideColon = "："

// colonSize is the length of a colon at the start of s, 0 where there is none.
func colonSize(s string) int {
	switch {
	case strings.HasPrefix(s, ":"):
		return 1
	case strings.HasPrefix(s, wideColon):
		return len(wideColon)
	}
	return 0
}

// indexColon is the first colon of s and its length; -1 where there is none.
func indexColon(s string) (at, size int) {
	at = strings.IndexByte(s, ':')
	if wide := strings.Index(s, wideColon); wide >= 0 && (at < 0 || wide < at) {
		at = wide
	}
	if at < 0 {
		return at, 0
	}
	return at, colonSize(s[at:])
}

// wordBullet is the length of the bullet of a second level, as Word writes it, at the start of s: an o and a tab, or what
// became of the tab. 0 where there is none.
func wordBullet(s string) int {
	if !strings.HasPrefix(s, "o") {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s[1:])
	if n := blanks(s[1:]); r == '\t' || utf8.RuneCountInString(s[1:1+n]) >= 3 {
		return 1
	}
	return 0
}

// ownBullet reports whether r is a bullet of a font of signs, as word processors keep them.
func ownBullet(r rune) bool { return r >= 0xf020 && r <= 0xf0ff }
