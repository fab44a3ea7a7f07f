package storage

import (
	"strings"

	"handback/notes"
)

// The index of pairs knows of each note which two words follow each other in a line, as pairToken writes them. Neither index
// keeps positions: those of one would double the file, while the pairs take a third of the text. It is filled when nothing
// happens, with the words.

// eachPair calls add with every two words of a body that may follow each other in a term; words joined by hyphens are two and
// one.
func eachPair(body string, add func(one, other string)) {
	for w, ok := nextWord(body, 0); ok; w, ok = nextWord(body, w.to) {
		for _, one := range readings(body, w) {
			next, ok := nextInLine(body, one.to)
			if !ok {
				continue
			}
			for _, other := range readings(body, next) {
				add(one.word, other.word)
			}
		}
	}
}

// reading is a word as it is folded, and where it ends.
type reading struct {
	word string
	to   int
}

// readings are what may be read from the word w on: nothing of one that stands alone.
func readings(body string, w span) []reading {
	if aloneWord(body[w.from:w.to]) {
		return nil
	}
	all := []reading{{foldWord(body[w.from:w.to]), w.to}}
	if hyphenSize(body[w.to:]) > 0 {
		if joined, end, ok := compound(body, w); ok {
			all = append(all, reading{joined, end})
		}
	}
	return all
}

// pairTokens is how many there are. With fewer of them the index is smaller, as each lies closer to the next one of its kind, and
// finds more notes in vain, which are then read.
const pairTokens = 1 << 18

// pairToken is two words in four letters, which others may share.
func pairToken(one, other string) string {
	const letters, count = "0123456789abcdefghijklmnopqrstuvwxyz", 36
	sum := sumOf(one, " ", other) % pairTokens
	var token [4]byte
	for i := range token {
		token[i] = letters[sum%count]
		sum /= count
	}
	return string(token[:])
}

// takePairs brings the index to the pairs of a note in its place.
func (t *tx) takePairs(place int64, body string) error {
	if err := t.dropPairs(place); err != nil {
		return err
	}
	var pairs strings.Builder
	eachPair(body, func(one, other string) { pairs.WriteString(pairToken(one, other) + " ") })
	_, err := t.exec("INSERT INTO search_pair (rowid, pairs) VALUES (?, ?)", place, pairs.String())
	return err
}

// dropPairs makes the index forget the pairs of a place.
func (t *tx) dropPairs(place int64) error {
	_, err := t.exec("DELETE FROM search_pair WHERE rowid = ?", place)
	return err
}

// pairsAsked is what the index of pairs is asked for the terms, "" where no two words of one are known whole, or pairs of notes
// are not taken yet.
func (j *Journal) pairsAsked(terms []term) (string, error) {
	var asks []string
	for _, t := range terms {
		for i := range len(t.folds) - 1 {
			begun := t.begun && i == len(t.folds)-2
			if !begun && !aloneWord(t.folds[i]) && !aloneWord(t.folds[i+1]) && len(asks) < mostAsked {
				asks = append(asks, quoted(pairToken(t.folds[i], t.folds[i+1])))
			}
		}
	}
	if len(asks) == 0 {
		return "", nil
	}
	waiting, err := one(j.c, "SELECT EXISTS (SELECT 1 FROM unworded)", scalar[bool])
	if err != nil || waiting {
		return "", err
	}
	return strings.Join(asks, " AND "), nil
}

// checkPairs returns ErrDamaged where the index of pairs is not sound, or holds another number of notes than it should.
func (t *tx) checkPairs() error {
	if _, err := t.exec("INSERT INTO search_pair (search_pair) VALUES ('integrity-check')"); err != nil {
		return err
	}
	var wrong int
	err := t.row(`SELECT count(*) FROM note WHERE search_id IS NOT NULL AND id NOT IN (SELECT note_id FROM unworded)
		AND search_id NOT IN (SELECT id FROM search_pair_docsize)`, nil, &wrong)
	if err == nil && wrong > 0 {
		return notes.ErrDamaged
	}
	return err
}
