package notes

import (
	"slices"
	"strings"
)

// MergeLines joins two texts that were both changed from base, by line. Where both changed the same lines ours stands,
// and lost holds what theirs said there, lines as they were; "" where nothing is lost. Lines that only one of them added
// are always kept.
func MergeLines(base, ours, theirs string) (merged, lost string) {
	switch {
	case ours == theirs || theirs == base:
		return ours, ""
	case ours == base:
		return theirs, ""
	}
	b, o, t := strings.Split(base, "\n"), strings.Split(ours, "\n"), strings.Split(theirs, "\n")
	mine := hunksOf(b, o, matchLines(b, o))
	var kept []hunk
	var gone []string
	for _, h := range hunksOf(b, t, matchLines(b, t)) {
		switch overlaps, same := meets(mine, h); {
		case same:
		case overlaps && allBlank(b[h.from:h.to]): // nothing stood there that one of them could have meant
			kept = append(kept, hunk{from: h.to, to: h.to, lines: h.lines})
		case overlaps:
			gone = append(gone, h.lines...)
		default:
			kept = append(kept, h)
		}
	}
	return strings.Join(applyHunks(b, mine, kept), "\n"), strings.Join(gone, "\n")
}

func allBlank(lines []string) bool {
	return !slices.ContainsFunc(lines, func(line string) bool { return !isBlank(line) })
}

// meets reports whether h changes lines that one of hunks changes, and whether one of them is the same change.
func meets(hunks []hunk, h hunk) (overlaps, same bool) {
	for _, o := range hunks {
		if o.from == h.from && o.to == h.to && slices.Equal(o.lines, h.lines) {
			return true, true
		}
		if max(o.from, h.from) < min(o.to, h.to) {
			overlaps = true
		}
	}
	return overlaps, false
}

// applyHunks changes base by two lists of hunks that share no line. At one place what was added comes before what was
// changed, and ours before theirs.
func applyHunks(base []string, ours, theirs []hunk) []string {
	starts := make([][]hunk, len(base)+1)
	for _, adds := range []bool{true, false} {
		for _, hunks := range [][]hunk{ours, theirs} {
			for _, h := range hunks {
				if h.inserts() == adds {
					starts[h.from] = append(starts[h.from], h)
				}
			}
		}
	}
	var out []string
	gone := 0 // lines before this one were changed or taken away
	for i := 0; i <= len(base); i++ {
		for _, h := range starts[i] {
			out = append(out, h.lines...)
			gone = max(gone, h.to)
		}
		if i < len(base) && i >= gone {
			out = append(out, base[i])
		}
	}
	return out
}

// CommonLines are the lines that two texts have in common, in order: what they are merged from where nothing else is known.
func CommonLines(a, b string) string {
	from := strings.Split(a, "\n")
	var common []string
	for i, j := range matchLines(from, strings.Split(b, "\n")) {
		if j >= 0 {
			common = append(common, from[i])
		}
	}
	return strings.Join(common, "\n")
}
