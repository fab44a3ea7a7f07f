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
	var was []*Item
	if len(in.Earlier) > 0 {
		was = in.readings(&s)
	}
	for i, line := range s.lines {
		mark, ok := in.markOf(&s, i)
		if was != nil && in.isEarlier(line) && !s.hidden[i] && !mark.Heading {
			if ok = was[i] != nil; ok {
				mark = in.earlierMark(line, was[i])
			}
		}
		if ok {
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
	return columns(line, r.labelSpan(line), r.item.Label), true
}

// labelSpan is what stands before TEXT, without indentation and marker.
func (h heading) labelSpan(line string) span {
	at := span{h.after, trimmedEnd(line[:h.textBegin])}
	if h.labelAt.empty() {
		at.from = h.box.from
	}
	return at
}

// earlierMark is the mark of a line that is read as before an update: of its label, as far as the grammar finds it there,
// otherwise of what is its first word.
func (in Context) earlierMark(line string, was *Item) LabelSpan {
	if h, ok := in.readHeading(line); ok {
		return columns(line, h.labelSpan(line), was.Label)
	}
	at := readStart(line).after
	return columns(line, span{at, at + len(firstWord(line[at:]))}, was.Label)
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
