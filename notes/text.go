package notes

import (
	"strings"
	"unicode"
)

// Normalise makes pasted or imported text fit a note: line ends become LF, a tab four blanks, and other control
// characters go. It is never used on a note that is there already.
func Normalise(pasted string) string {
	s := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n", "\t", "    ").Replace(pasted)
	return strings.Map(func(r rune) rune {
		if r != '\n' && (unicode.IsControl(r) || r == '\ufeff') {
			return -1
		}
		return r
	}, s)
}

// Words counts the words of a body.
func Words(body string) int { return len(strings.Fields(body)) }

// longestTitle is how many characters of a note TitleOf shows.
const longestTitle = 72

// TitleOf is the first line of a note that says something, cut at a word: without list marks, heading marks and label,
// and never from a private line. It is "" for a note that says nothing else.
func TitleOf(body string, in Context) string {
	s := newSheet(body)
	for i, line := range s.lines {
		if s.hidden[i] || isBlank(line) {
			continue
		}
		if _, ok := fenceAt(line); ok {
			continue
		}
		text := strings.TrimSpace(strings.TrimLeft(line[readStart(line).after:], "#> "))
		if r, ok := in.read(line); ok && s.files(i) {
			text = r.item.Text
		}
		if strings.IndexFunc(text, IsWordRune) >= 0 {
			return Shorten(withBlanks(text), longestTitle)
		}
	}
	return ""
}
