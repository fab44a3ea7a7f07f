package notes

import (
	"strings"

	"handback/notes/text"
)

// Normalise makes pasted or imported text fit a note, as text.Clean does. It is never used on a note that is there
// already.
func Normalise(pasted string) string { return text.Clean(pasted) }

// Fold is the form in which words and names are compared wherever something is looked for: see text.Fold.
func Fold(s string) string { return text.Fold(s) }

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
		says := strings.TrimSpace(strings.TrimLeft(line[in.readStart(line).after:], "#> "))
		if was, known := in.Earlier.at(line, 0); known && was != nil {
			says = was.Text
		} else if r, ok := in.read(line); ok && s.files(i) && !known {
			says = r.item.Text
		}
		if strings.IndexFunc(says, IsWordRune) >= 0 {
			return Shorten(withBlanks(says), longestTitle)
		}
	}
	return ""
}
