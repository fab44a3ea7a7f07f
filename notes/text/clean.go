package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes pasted or imported text fit: every kind of line end becomes LF, a tab four blanks, bullets that only the
// program it comes from can draw become ones that everybody can, and control and unseen characters go. Joiners stay
// inside an emoji and between letters of a script that needs them. It is never used on a note that is there already.
func Clean(pasted string) string {
	if clean(pasted) {
		return pasted
	}
	s := lineEnds(strings.ToValidUTF8(pasted, "\ufffd"))
	lines := strings.Split(withoutUnseen(s), "\n")
	for i, line := range lines {
		lines[i] = strings.ReplaceAll(bullet(line), "\t", "    ")
	}
	return strings.Join(lines, "\n")
}

// clean reports whether s, which is ASCII, needs nothing.
func clean(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != '\n' && (c < ' ' || c >= 0x7f) {
			return false
		}
	}
	return true
}

func lineEnds(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		if lineEnd(r) {
			return '\n'
		}
		return r
	}, s)
}

// withoutUnseen leaves out control characters but tabs and line ends, and what is unseen where nothing needs it.
func withoutUnseen(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	last := rune(0) // that was kept
	flag := false   // tags that are being read belong to the flag before them
	for at, r := range s {
		switch {
		case r == '\n' || r == '\t':
		case unicode.IsControl(r):
			continue
		case r == joiner || r == nonJoiner:
			if !joins(r, last, s[at+utf8.RuneLen(r):]) {
				continue
			}
		case r >= 0xe0020 && r <= 0xe007f:
			if !flag {
				continue
			}
		case Unseen(r):
			continue
		}
		flag = r == '\U0001f3f4' || flag && r >= 0xe0020 && r <= 0xe007e
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// joins reports whether a joiner between last and what begins rest is part of the spelling, or of an emoji.
func joins(r, last rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	return inJoinedScript(last) && inJoinedScript(next) || r == joiner && pictured(last) && pictured(next)
}

// ownBullet reports whether r is a bullet as word processors keep them: a character of a font of signs.
func ownBullet(r rune) bool { return r >= 0xf020 && r <= 0xf0ff }

// bullet is a line with a list mark in it that can be seen anywhere: U+F0B7 becomes •, an o with a tab ◦; and one blank
// stands between a mark and what it marks where there was a tab.
func bullet(line string) string {
	at := len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
	r, n := utf8.DecodeRuneInString(line[at:])
	after := line[at+n:]
	text := strings.TrimLeftFunc(after, unicode.IsSpace)
	tab := strings.Contains(after[:len(after)-len(text)], "\t")
	switch {
	case ownBullet(r):
		return line[:at] + "• " + text
	case r == 'o' && tab:
		return line[:at] + "◦ " + text
	case strings.ContainsRune("·•◦▪‣⁃∙-–*", r) && tab:
		return line[:at] + string(r) + " " + text
	}
	return line
}
