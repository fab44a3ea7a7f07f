package text

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Place is where something stands in a text: from a rune on, up to another one.
type Place struct{ Start, End int }

// Places are where a text holds another, compared as Fold writes both, in the order of the text and none over another. A
// place begins and ends at whole letters with their accents: "s" is not found within "ß", "ss" is. Nothing is found
// nowhere.
func Places(in, what string) []Place {
	wanted := Fold(what)
	if wanted == "" {
		return nil
	}
	l := lettersOf(in)
	var found []Place
	for at := 0; ; {
		i := strings.Index(l.folded[at:], wanted)
		if i < 0 {
			return found
		}
		start, end := at+i, at+i+len(wanted)
		if p, whole := l.place(start, end); whole {
			found, at = append(found, p), end
			continue
		}
		_, size := utf8.DecodeRuneInString(l.folded[start:])
		at = start + size
	}
}

// lettered is a text as it is compared, with where each of its letters stands.
type lettered struct {
	folded string
	all    bool     // every rune is one byte of folded: letters is nil
	ends   int      // runes of the text
	of     []letter // with their accents, in order
}

// letter is where a letter begins: in the text, counted in runes, and in what it is folded to, in bytes. An accent that
// stands alone belongs to the letter before it.
type letter struct {
	rune, folded int
	accent       bool
}

func lettersOf(s string) lettered {
	if folded, ok := foldASCII(s); ok {
		return lettered{folded: folded, all: true, ends: len(s)}
	}
	var b strings.Builder
	b.Grow(len(s))
	l := lettered{of: make([]letter, 0, len(s))}
	for at := 0; at < len(s); {
		size := 1
		if s[at] >= utf8.RuneSelf || at+1 < len(s) && s[at+1] >= utf8.RuneSelf {
			size = max(1, norm.NFC.NextBoundaryInString(s[at:], true))
		}
		piece := s[at : at+size]
		first, _ := utf8.DecodeRuneInString(piece)
		l.of = append(l.of, letter{rune: l.ends, folded: b.Len(), accent: unicode.Is(unicode.Mn, first)})
		b.WriteString(Fold(piece))
		l.ends += utf8.RuneCountInString(piece)
		at += size
	}
	l.folded = b.String()
	return l
}

// place is where a span of what is folded stands in the text; false where it begins or ends within a letter.
func (l *lettered) place(start, end int) (Place, bool) {
	if l.all {
		return Place{start, end}, true
	}
	first := sort.Search(len(l.of), func(i int) bool { return l.of[i].folded > start }) - 1 // what is folded to nothing stands before it
	last := sort.Search(len(l.of), func(i int) bool { return l.of[i].folded >= end })
	if first < 0 || l.of[first].folded != start || last < len(l.of) && l.of[last].folded != end || last == len(l.of) && end != len(l.folded) {
		return Place{}, false
	}
	for last < len(l.of) && l.of[last].accent && (last+1 == len(l.of) || l.of[last+1].folded == end) {
		last++
	}
	p := Place{Start: l.of[first].rune, End: l.ends}
	if last < len(l.of) {
		p.End = l.of[last].rune
	}
	return p, true
}
