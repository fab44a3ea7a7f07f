package storage

import (
	"strings"

	"handback/notes"
)

// The index of pairs knows of each note which two words follow each other in a line, as pairToken writes them. Neither index
// keeps positions: those of one would double the file, while the pairs take a third of the text. It knows the words of filed
// lines and titles, too. It is filled when nothing happens, so that a save need not wait for it.

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

// takePairs brings the index to the pairs of a note in its place, to whom it is of and about, and to the tokens of its title and
// filed lines.
func (t *tx) takePairs(w waitingNote) error {
	if err := t.dropPairs(w.place); err != nil {
		return err
	}
	rows, err := list(t.conn, "SELECT line, person_id, label, tags, raw_at, raw_length FROM item WHERE note_id = ? ORDER BY line",
		[]any{w.note}, func(s scanner) (f itemRow, err error) {
			var tags string
			err = s.Scan(&f.Line, &f.person, &f.Label, &tags, &f.rawAt, &f.rawN)
			f.Tags = strings.Fields(tags)
			return f, err
		})
	if err != nil {
		return err
	}
	var all strings.Builder
	add := func(token string) { all.WriteString(token + " ") }
	eachPair(w.body, func(one, other string) { add(pairToken(one, other)) })
	add(personWord(w.owner))
	title := string(rune(titleKey))
	add(title + personWord(w.owner))
	lineTokens(w.title, func(token string) { add(title + token) })
	for _, r := range rows {
		add(personWord(r.person))
	}
	eachFiled(w.body, rows, add)
	_, err = t.exec("INSERT INTO search_pair (rowid, pairs) VALUES (?, ?)", w.place, all.String())
	return err
}

// eachFiled calls add with the tokens of each filed line behind the keys of its label and tags, and with who and which tags
// stand together with these.
func eachFiled(body string, rows []itemRow, add func(token string)) {
	for i, f := range rows {
		keys := []string{labelKey(f.Label)}
		for _, tag := range f.Tags {
			keys = append(keys, tagKey(tag))
		}
		for _, key := range keys {
			add(key + personWord(f.person))
			add(key + labelWord(f.Label))
		}
		if i > 0 && rows[i-1].Line == f.Line { // the same for another person
			continue
		}
		for _, tag := range f.Tags {
			add(keys[0] + tagWord(tag))
			add(tagKey(tag) + tagWord(tag))
		}
		lineTokens(body[f.rawAt:f.rawAt+f.rawN], func(token string) {
			for _, key := range keys {
				add(key + token)
			}
		})
	}
}

// dropPairs makes the index forget the pairs of a place.
func (t *tx) dropPairs(place int64) error {
	_, err := t.exec("DELETE FROM search_pair WHERE rowid = ?", place)
	return err
}

// pairsAsked is what the index of pairs is asked for a query, "" where it can't tell, or notes wait of which it knows nothing
// yet: of a label or tag what one line has to have, of phrases their pairs.
func (s search) pairsAsked() string {
	asks := inOneLine(s.Query, s.asks)
	if asks == "" {
		if asks = pairsOf(s.find.terms); asks != "" && s.Person != 0 {
			asks = and(asks, quoted(personWord(s.Person)))
		}
	}
	return s.ifNoneWaits(asks)
}

// ifNoneWaits is what the index of pairs is asked, "" while it does not know all notes.
func (s search) ifNoneWaits(asks string) string {
	if s.waits {
		return ""
	}
	return asks
}

// pairsOf are the pairs of words in terms that are known whole.
func pairsOf(terms []term) string {
	var asks []string
	for _, t := range terms {
		for i := range len(t.folds) - 1 {
			begun := t.begun && i == len(t.folds)-2
			if !begun && !aloneWord(t.folds[i]) && !aloneWord(t.folds[i+1]) && len(asks) < mostAsked {
				asks = append(asks, quoted(pairToken(t.folds[i], t.folds[i+1])))
			}
		}
	}
	return strings.Join(asks, " AND ")
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
