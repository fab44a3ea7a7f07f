package notes

import (
	"slices"
	"strings"
)

// fewWords is up to how many words of the shorter of two lines all have to be said by the other one too; where it has more,
// one may differ.
const fewWords = 3

// Deed are the words of a line that say what somebody did, without their endings and without its tags.
type Deed []string

// Same reports whether two lines tell of the same thing that somebody did, another time: the longer one says the words of
// the shorter. Of one word alone it is said only where both lines are that word.
func (d Deed) Same(other Deed) bool {
	short, long := d, other
	if len(short) > len(long) {
		short, long = long, short
	}
	said := 0
	for _, w := range short {
		if slices.Contains(long, w) {
			said++
		}
	}
	switch n := len(short); {
	case n < 2:
		return n > 0 && slices.Equal(short, long)
	case n <= fewWords:
		return said == n
	default:
		return said >= n-1
	}
}

// DeedOf reads a line as a deed.
func DeedOf(line string) Deed {
	var out Deed
	for _, w := range titleWords(withoutTags(line)) {
		if w = deedStem(w); !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// stemLeast is how many letters a word keeps that loses an ending.
const stemLeast = 4

// deedStem is a word without the ending by which "covered", "covers" and "cover" differ.
func deedStem(w string) string {
	for _, end := range []string{"ing", "ed", "es", "s"} {
		if rest, ok := strings.CutSuffix(w, end); ok && len(rest) >= stemLeast {
			return strings.TrimSuffix(rest, "e")
		}
	}
	return strings.TrimSuffix(w, "e")
}
