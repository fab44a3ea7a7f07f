package widgets

import (
	"strings"
	"unicode"
)

// Clean makes text fit for an entry, as it is pasted: line ends become \n, a
// tab four blanks (Fyne garbles tabs), control characters go.
func Clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	s = strings.ReplaceAll(s, "\t", "    ")
	return strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// ownClipboard holds a text of ours, to insert it as if it were pasted.
type ownClipboard string

func (c ownClipboard) Content() string   { return string(c) }
func (c ownClipboard) SetContent(string) {}
