package notes

import (
	"strings"
	"unicode/utf8"
)

// LabelSpan is a piece of a line that the editor colours: a label with its names and colon, the word `private`, or a
// heading.
type LabelSpan struct {
	Line     int // counts from 0
	From, To int // columns in runes, To not included
	Label    Label
	Heading  bool // a Markdown heading, which has no label
}

// MarksOf lists what is coloured in a body, in line order. A line has a mark of a label exactly where Parse files it or
// Hidden hides it for its first word.
func MarksOf(body string, in Context) []LabelSpan {
	var marks []LabelSpan
	s := newSheet(body)
	for i := range s.lines {
		if mark, ok := in.markOf(&s, i); ok {
			mark.Line = i
			marks = append(marks, mark)
		}
	}
	return marks
}

func (in Context) markOf(s *sheet, i int) (LabelSpan, bool) {
	line := s.lines[i]
	if s.hidden[i] {
		at, ok := privateWord(line)
		if ok {
			at.to += colonSize(line[at.to:])
		}
		return columns(line, at, Private), ok
	}
	if s.quiet[i] {
		return LabelSpan{}, false
	}
	if isHeading(line) {
		mark := columns(line, span{0, trimmedEnd(line)}, "")
		mark.Heading = true
		return mark, true
	}
	r, ok := in.readOf(s, i)
	if !ok {
		return LabelSpan{}, false
	}
	at := span{r.after, trimmedEnd(line[:r.textBegin])}
	if r.labelAt.empty() {
		at.from = r.box.from
	}
	return columns(line, at, r.item.Label), true
}

func columns(line string, at span, l Label) LabelSpan {
	from := utf8.RuneCountInString(line[:at.from])
	return LabelSpan{From: from, To: from + utf8.RuneCountInString(at.in(line)), Label: l}
}

// isHeading reports whether line is a Markdown heading: up to six '#' and a blank.
func isHeading(line string) bool {
	line = strings.TrimLeft(line, " ")
	n := len(line) - len(strings.TrimLeft(line, "#"))
	return n >= 1 && n <= 6 && len(line) > n && blanks(line[n:]) > 0 && !isBlank(line[n:])
}
