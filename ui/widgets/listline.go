package widgets

import (
	"strconv"
	"strings"
	"unicode"
)

// listStart is how a line of a list begins: its indentation, its marker, its box.
type listStart struct {
	indent int    // blanks before the marker
	marker string // "-", "1."; "" where the line begins with a box
	gap    string // between the marker and what follows
	boxed  bool   // "[ ]" or a ticked one
	end    int    // runes up to what is written
}

// bullets begin a line of a list where a blank follows.
const bullets = "-*+•–—·◦▪‣⁃∙"

// mostDigits is how many digits a number of a list has; a year that begins a line is none.
const mostDigits = 3

// listStartOf reads how a line begins; false where it is no line of a list.
func listStartOf(line []rune) (listStart, bool) {
	l := listStart{}
	for l.indent < len(line) && isBlankRune(line[l.indent]) {
		l.indent++
	}
	at := l.indent
	if n := markerAt(line[at:]); n > 0 {
		from := at + n
		l.marker, at = string(line[at:from]), from
		for at < len(line) && isBlankRune(line[at]) {
			at++
		}
		if l.gap = string(line[from:at]); l.gap == "" {
			return l, false
		}
	}
	if n := boxAt(line[at:]); n > 0 {
		l.boxed, at = true, at+n
		if at < len(line) && isBlankRune(line[at]) {
			at++
		}
	}
	l.end = at
	return l, l.marker != "" || l.boxed
}

// markerAt is how many runes the marker of a list takes at the start of a line, 0 where there is none.
func markerAt(line []rune) int {
	if len(line) == 0 {
		return 0
	}
	if strings.ContainsRune(bullets, line[0]) {
		return 1
	}
	n := 0
	for n < len(line) && n <= mostDigits && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	if n == 0 || n > mostDigits || n == len(line) || line[n] != '.' && line[n] != ')' {
		return 0
	}
	return n + 1
}

// boxAt is how many runes a box takes that a blank or the end of the line follows.
func boxAt(line []rune) int {
	for _, box := range []string{"[ ]", "[]", "[x]", "[X]"} {
		if n := len(box); len(line) >= n && string(line[:n]) == box && (len(line) == n || isBlankRune(line[n])) {
			return n
		}
	}
	return 0
}

// next is how the line after this one begins: at the same depth, with the next number, its box not ticked.
func (l listStart) next() string { return l.at(l.indent) }

// at is how the next line begins at a depth.
func (l listStart) at(depth int) string {
	start := strings.Repeat(" ", depth)
	if l.marker != "" {
		start += nextMarker(l.marker) + l.gap
	}
	if l.boxed {
		start += "[ ] "
	}
	return start
}

func nextMarker(marker string) string {
	number, err := strconv.Atoi(marker[:len(marker)-1])
	if err != nil { // a bullet, whose last byte may be a part of it
		return marker
	}
	return strconv.Itoa(number+1) + marker[len(marker)-1:]
}

// empty reports whether nothing is written on the line that begins so.
func (l listStart) empty(line []rune) bool {
	for _, r := range line[l.end:] {
		if !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

// inList reports whether the line of an offset of the entry is one of a list.
func (ed *Editor) inList(offset int) bool {
	_, ok := listStartOf(ed.lineRunes(ed.lineAt(offset)))
	return ok
}

// lineRunes is a line of the entry.
func (ed *Editor) lineRunes(line int) []rune {
	return []rune(ed.entry.Text)[ed.lines[line]:ed.lineEnd(line)]
}
