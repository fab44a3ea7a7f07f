package widgets

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
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

// cleanClipboard gives what is pasted in a clean state.
type cleanClipboard struct{ fyne.Clipboard }

func (c cleanClipboard) Content() string { return Clean(c.Clipboard.Content()) }

// ownClipboard holds a text of ours, to insert it as if it were pasted.
type ownClipboard string

func (c ownClipboard) Content() string   { return string(c) }
func (c ownClipboard) SetContent(string) {}
