package whosecall

import (
	"hash/maphash"
	"sync"

	"handback/notes"
)

// lately is what was found in the lines of the notes that were opened last: a pause in typing, and whoever comes back to a note, ask
// about the same lines again, and to read one takes a hundred times as long as to look it up. Of a line it knows two sums and no
// word, so that nothing of a journal stays behind in it.
var lately = struct {
	sync.Mutex
	of map[lineOf]found
}{of: map[lineOf]found{}}

// mostLately is how many are kept: some notes of everybody in a team.
const mostLately = 2000

// lineOf is all that a reading depends on: the line and the names of the person, as two sums, and the manager's own words.
type lineOf struct {
	sum, other uint64
	own        *notes.LabelWords
}

type found struct {
	hit Hit
	ok  bool
}

var seeds = [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}

func lineFor(line string, p notes.Person, own *notes.LabelWords) lineOf {
	var sums [2]uint64
	for i, seed := range seeds {
		var h maphash.Hash
		h.SetSeed(seed)
		for _, part := range append([]string{line, p.Name}, p.Aliases...) {
			_, _ = h.WriteString(part) // it never fails
			_ = h.WriteByte(0)
		}
		sums[i] = h.Sum64()
	}
	return lineOf{sums[0], sums[1], own}
}

// findOnce is FindIn of a line that may have been read before.
func findOnce(line string, p notes.Person, own *notes.LabelWords) (Hit, bool) {
	at := lineFor(line, p, own)
	lately.Lock()
	is, known := lately.of[at]
	lately.Unlock()
	if known {
		return is.hit, is.ok
	}
	hit, ok := FindIn(line, p, own)
	lately.Lock()
	defer lately.Unlock()
	if len(lately.of) >= mostLately {
		clear(lately.of)
	}
	lately.of[at] = found{hit, ok}
	return hit, ok
}
