package notes

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Split cuts a body that is too long into pieces of at most that many characters where it can: before lines that are not
// indented, so that what belongs together stays together. The pieces are all of it, without the line breaks between
// them, and leave out of sight what the whole does.
func Split(body string, most int, in Context) []string {
	lines := strings.Split(body, "\n")
	var pieces []string
	start, length, border := 0, 0, 0 // border is the last line before which one may cut
	for i, line := range lines {
		if i > start && !blankLine(line) && depthOf(line) == 0 {
			border = i
		}
		length += utf8.RuneCountInString(line) + 1
		if length > most && border > start {
			pieces = append(pieces, strings.Join(lines[start:border], "\n"))
			start, length = border, 0
			for _, kept := range lines[start : i+1] {
				length += utf8.RuneCountInString(kept) + 1
			}
		}
	}
	pieces = append(pieces, strings.Join(lines[start:], "\n"))
	var hidden []bool
	for _, p := range pieces {
		hidden = append(hidden, Project(p, in).hidden...)
	}
	if !slices.Equal(hidden, Project(body, in).hidden) {
		return []string{body}
	}
	return pieces
}
