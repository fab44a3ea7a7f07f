package notes

import (
	"reflect"
	"strings"
	"unicode/utf8"
)

// MaySet narrows a span of a line, in runes, to what may stand between two marks of bold or italics with the line still
// saying the same: no label, name, date, state or tag is lost to a mark. The span is empty where nothing may.
func (in Context) MaySet(line string, start, end int, mark string) (from, to int) {
	at := span{byteAt(line, start), byteAt(line, end)}
	least := in.readStart(line).after
	if isHeading(line) {
		least = len(line) - len(strings.TrimLeft(line, " #"))
	}
	if word, ok := privateWord(line); ok {
		least = word.to + colonSize(line[word.to:])
		least += blanks(line[least:])
	}
	ends := []int{at.to}
	if r, ok := in.read(line); ok {
		least = r.text.from
		for _, tail := range []span{r.tail.due, r.tail.state} {
			if !tail.empty() {
				ends = append(ends, min(ends[len(ends)-1], least+trimmedEnd(r.text.in(line)[:tail.from])))
			}
		}
	}
	at.from = max(at.from, least)
	for _, at.to = range ends {
		if !at.empty() && in.saysTheSame(line, line[:at.from]+mark+at.in(line)+mark+line[at.to:]) {
			return utf8.RuneCountInString(line[:at.from]), utf8.RuneCountInString(line[:at.to])
		}
	}
	return start, start
}

// saysTheSame reports whether the same is filed from two lines that differ in marks alone.
func (in Context) saysTheSame(line, marked string) bool {
	was, filed := in.read(line)
	is, files := in.read(marked)
	for _, r := range []*reading{&was, &is} {
		r.item.Raw = ""
		r.item.Text = strings.ReplaceAll(r.item.Text, "*", "")
	}
	return filed == files && IsPrivate(line) == IsPrivate(marked) && (!filed || reflect.DeepEqual(was.item, is.item))
}

// byteAt is the byte at which a rune of a line begins, its end where it has fewer.
func byteAt(line string, runes int) int {
	for at := range line {
		if runes--; runes < 0 {
			return at
		}
	}
	return len(line)
}
