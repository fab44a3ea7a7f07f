package paper

import (
	"slices"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// shaped reports whether a character belongs to a script whose letters change with their neighbours, or stand in another
// order than they are written: the PDF writer draws one letter after the other.
func shaped(r rune) bool {
	if r < 0x600 {
		return false
	}
	return unicode.In(r, unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mongolian, unicode.Devanagari, unicode.Bengali,
		unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam,
		unicode.Sinhala, unicode.Myanmar, unicode.Khmer, unicode.Tibetan)
}

// direction of a character: 1 from left to right, -1 from right to left, 0 as its neighbours; digits keep their own order
// among letters that run the other way.
func direction(r rune) (way int, digit bool) {
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.L:
		return 1, false
	case bidi.R, bidi.AL:
		return -1, false
	case bidi.EN, bidi.AN:
		return 0, true
	}
	return 0, false
}

// fromRight reports whether a paragraph is read from the right: its first letter is.
func fromRight(letters []letter) bool {
	for _, l := range letters {
		if way, _ := direction(l.r); way != 0 {
			return way < 0
		}
	}
	return false
}

// inView puts the letters of a line in the order in which they stand on paper, from the left.
func inView(line []letter, right bool) []letter {
	if !slices.ContainsFunc(line, func(l letter) bool { way, _ := direction(l.r); return way < 0 }) {
		return line
	}
	levels := levelsOf(line, right)
	out := slices.Clone(line)
	for level := slices.Max(levels); level > 0; level-- {
		for from := 0; from < len(out); from++ {
			to := from
			for to < len(out) && levels[to] >= level {
				to++
			}
			if to > from {
				turn(out[from:to])
				slices.Reverse(levels[from:to])
				from = to
			}
		}
	}
	return out
}

// besideRest is inView of a line with what stands behind its text: that keeps its own direction, "12 May", on the side on
// which the text ends.
func besideRest(line []letter, right bool) []letter {
	at := slices.IndexFunc(line, func(l letter) bool { return l.ink == light })
	if !right || at <= 0 {
		return inView(line, right)
	}
	rest := line[at:]
	begins := slices.IndexFunc(rest, func(l letter) bool { return !isNeutral(l.r) })
	if begins < 0 {
		return inView(line, right)
	}
	between := slices.Clone(rest[:begins])
	slices.Reverse(between)
	rest = rest[begins:]
	return slices.Concat(inView(rest, fromRight(rest)), between, inView(line[:at], right))
}

// levelsOf is how deep each letter stands in what runs against the line: even from left to right, odd from the right. It
// is Unicode's algorithm without embeddings, which no note holds.
func levelsOf(line []letter, right bool) []int {
	base := 0
	if right {
		base = 1
	}
	levels := make([]int, len(line))
	last := base // of the last letter that has a direction
	for i := 0; i < len(line); i++ {
		way, digit := direction(line[i].r)
		switch {
		case digit && (last%2 == 1 || right):
			levels[i] = 2
		case digit:
		case way != 0:
			last = levelOf(way, base)
			levels[i] = last
		default:
			end := i
			for end < len(line) && isNeutral(line[end].r) {
				end++
			}
			level := base
			if end < len(line) && next(line[end].r, last, base)%2 == last%2 { // between two of one direction
				level = last
			}
			for ; i < end; i++ {
				levels[i] = level
			}
			i--
		}
	}
	return levels
}

func levelOf(way, base int) int {
	if (way < 0) == (base == 1) {
		return base
	}
	return base + 1
}

func isNeutral(r rune) bool {
	way, digit := direction(r)
	return way == 0 && !digit
}

// next is the level of what stands behind neutral characters: a digit goes with the letters before it.
func next(r rune, last, base int) int {
	if way, _ := direction(r); way != 0 {
		return levelOf(way, base)
	}
	return last
}

// turn turns letters round: marks stay behind the letter that they stand on, brackets open the other way.
func turn(letters []letter) {
	slices.Reverse(letters)
	for i := 0; i < len(letters); i++ {
		from := i
		for i < len(letters)-1 && isMark(letters[i].r) {
			i++
		}
		slices.Reverse(letters[from : i+1])
	}
	for i := range letters {
		letters[i].r = mirrored(letters[i].r)
	}
}

func isMark(r rune) bool { return unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) }

func mirrored(r rune) rune {
	const open, closed = "([{<«‹≤", ")]}>»›≥"
	opens, closes := []rune(open), []rune(closed)
	if i := slices.Index(opens, r); i >= 0 {
		return closes[i]
	}
	if i := slices.Index(closes, r); i >= 0 {
		return opens[i]
	}
	return r
}
