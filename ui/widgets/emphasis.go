package widgets

import "strings"

// emphasis is a piece of a line in bold or italics, counted in runes, its marks included: 1 on each side is italics, 2
// bold, 3 both.
type emphasis struct{ start, end, marks int }

// The marks of Markdown, and how many of them make bold and italics.
const (
	emphasisSigns          = "*_"
	italicMarks, boldMarks = 1, 2
)

// has reports whether the piece has so many marks, be it with others.
func (s emphasis) has(marks int) bool { return s.marks == marks || s.marks == italicMarks+boldMarks }

// emphasesIn finds what a line has in bold and italics. Between blanks a sign is no mark ("2 * 3"), and an underline is one
// only at the border of a word (snake_case).
func emphasesIn(line []rune) []emphasis {
	var read emphasisReader
	begins, _ := listStartOf(line)
	for at := begins.end; at < len(line); {
		sign, next := line[at], at+1
		switch {
		case sign == '\\' || sign == '`':
			next = pastLiteral(line, at)
		case strings.ContainsRune(emphasisSigns, sign):
			for next < len(line) && line[next] == sign {
				next++
			}
			read.run(line, at, next)
		}
		at = next
	}
	return read.found
}

// emphasisReader has the signs of a line that nothing has closed yet, the innermost last.
type emphasisReader struct {
	open  []openMark
	found []emphasis
}

type openMark struct {
	sign       rune
	at, length int
}

// run reads a run of one sign: it ends what the same sign has begun, or begins something itself.
func (e *emphasisReader) run(line []rune, at, next int) {
	length, sign := next-at, line[at]
	if length > italicMarks+boldMarks {
		return
	}
	opens := next < len(line) && !isBlankRune(line[next])
	closes := at > 0 && !isBlankRune(line[at-1])
	if sign == '_' {
		opens, closes = opens && !wordAtRune(line, at-1), closes && !wordAtRune(line, next)
	}
	left := length
	for n := len(e.open); closes && left > 0 && n > 0 && e.open[n-1].sign == sign; n = len(e.open) {
		top := &e.open[n-1]
		both := min(left, top.length)
		e.found = append(e.found, emphasis{top.at + top.length - both, next - left + both, both})
		top.length -= both
		if left -= both; top.length == 0 {
			e.open = e.open[:n-1]
		}
	}
	if opens && left == length {
		e.open = append(e.open, openMark{sign, at, length})
	}
}

// pastLiteral is where the line goes on after a backslash and its sign, or after what stands between two backquotes.
func pastLiteral(line []rune, at int) int {
	if line[at] == '\\' {
		return at + 2
	}
	for end := at + 1; end < len(line); end++ {
		if line[end] == '`' {
			return end + 1
		}
	}
	return at + 1
}

func wordAtRune(line []rune, at int) bool {
	return at >= 0 && at < len(line) && kindOfRune(line[at]) == runeWord && line[at] != '_'
}
