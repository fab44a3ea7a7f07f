package storage

import (
	"errors"
	"sort"
	"strings"
	"unicode/utf8"

	"handback/notes"
)

// vocabulary is every word of the journal, folded, by which parts of words are found: those that hold the part are what the
// index is asked for. A hundred thousand notes have some ten thousand words, so that they are looked through in no time, and a
// save need not keep a list of every three letters. A word that no note says any more does no harm.
type vocabulary struct {
	words string // in order, "\n" behind each
	added string // those that were found since these were read
	// fresh are the words of notes that were written since the words were taken last.
	fresh map[notes.NoteID]freshWords
	// partly says that more notes wait than fresh holds the words of.
	partly bool
}

type freshWords struct {
	rev   int64
	words string
}

// readVocabulary reads the words, once while the journal is open, and those of the notes that wait.
func (j *Journal) readVocabulary() (*vocabulary, error) {
	if j.vocabulary == nil {
		words, err := one(j.c, `SELECT coalesce(group_concat(word || char(10), ''), '')
			FROM (SELECT word FROM word ORDER BY word)`, scalar[string])
		if err != nil {
			return nil, err
		}
		j.vocabulary = &vocabulary{words: words, fresh: map[notes.NoteID]freshWords{}}
	}
	waits, err := j.anyWaits()
	if err != nil || !waits {
		j.vocabulary.partly = false
		return j.vocabulary, err
	}
	return j.vocabulary, j.readFresh(j.vocabulary)
}

// anyWaits reports whether the words and pairs of a note are not taken yet. That none waits is looked up once: then only a change
// makes one wait.
func (j *Journal) anyWaits() (bool, error) {
	if j.noneWaits || !j.mayWait {
		return false, nil
	}
	waits, err := one(j.c, "SELECT EXISTS (SELECT 1 FROM unworded)", scalar[bool])
	j.noneWaits = err == nil && !waits
	return waits, err
}

// mostFresh is of how many notes that wait a search reads the words itself: more would take longer than a search may. After an
// update or an import, parts of words of the others are found only once a quiet moment has come to them; words and their
// beginnings the index knows at once.
const mostFresh = 64

// readFresh reads the words of the newest notes that wait.
func (j *Journal) readFresh(v *vocabulary) error {
	type waiting struct {
		note notes.NoteID
		rev  int64
	}
	all, err := list(j.c, `SELECT n.id, n.rev FROM unworded u CROSS JOIN note n ON n.id = u.note_id WHERE n.search_id IS NOT NULL
		ORDER BY u.note_id DESC LIMIT ?`, []any{mostFresh + 1},
		func(s scanner) (w waiting, err error) { return w, s.Scan(&w.note, &w.rev) })
	if err != nil {
		return err
	}
	v.partly = len(all) > mostFresh
	if len(v.fresh) > 2*mostFresh {
		clear(v.fresh)
	}
	for _, w := range all[:min(len(all), mostFresh)] {
		if had, ok := v.fresh[w.note]; ok && had.rev == w.rev {
			continue
		}
		body, err := one(j.c, "SELECT body FROM note WHERE id = ?", scalar[string], w.note)
		if err != nil {
			return err
		}
		var words strings.Builder
		eachNewWord(body, map[string]bool{}, func(word string) { words.WriteString(word + "\n") })
		v.fresh[w.note] = freshWords{w.rev, words.String()}
	}
	return nil
}

// PartsWait reports whether so many notes wait for a quiet moment that a search does not find the parts of all their words yet.
func (j *Journal) PartsWait() (bool, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if !j.mayWait {
		return false, nil
	}
	return one(j.c, "SELECT count(*) > ?1 FROM (SELECT 1 FROM unworded LIMIT ?1 + 1)", scalar[bool], mostFresh)
}

// eachNewWord calls add with the folded words of a body that were not seen yet. Characters that stand alone are none: the index
// finds them wherever they are.
func eachNewWord(body string, seen map[string]bool, add func(word string)) {
	for w, ok := nextWord(body, 0); ok; w, ok = nextWord(body, w.to) {
		if aloneWord(body[w.from:w.to]) {
			continue
		}
		addNew(foldWord(body[w.from:w.to]), seen, add)
		if w.to < len(body) && !asciiSigns[body[w.to]] {
			if joined, _, ok := compound(body, w); ok {
				addNew(joined, seen, add)
			}
		}
	}
}

// asciiSigns are the signs that join no words.
var asciiSigns = func() (is [256]bool) {
	for c := range utf8.RuneSelf {
		is[c] = !asciiLetters[c] && c != '-'
	}
	return is
}()

func addNew(word string, seen map[string]bool, add func(word string)) {
	if !seen[word] {
		word = strings.Clone(word)
		seen[word] = true
		add(word)
	}
}

// beginning are the words that begin with a part; many where there are more than most.
func (v *vocabulary) beginning(part string, most int) (words []string, many bool) {
	seen := map[string]bool{}
	// From here on the words are those that begin with the part or come behind them.
	at := v.wordStart(sort.Search(len(v.words), func(i int) bool { return v.wordAt(i) >= part }))
	for ; at < len(v.words) && strings.HasPrefix(v.wordAt(at), part); at += len(v.wordAt(at)) + 1 {
		if words = append(words, v.wordAt(at)); len(words) > most {
			return words, true
		}
	}
	add := func(word string) bool {
		if strings.HasPrefix(word, part) && !seen[word] {
			seen[word] = true
			words = append(words, word)
		}
		return len(words) <= most
	}
	many = !eachHolding(v.added, part, add)
	for _, f := range v.fresh {
		many = many || !eachHolding(f.words, part, add)
	}
	return words, many
}

// wordAt is the word that begins behind byte i or the first end of a word behind it; one behind all where there is none.
func (v *vocabulary) wordAt(i int) string {
	if i = v.wordStart(i); i >= len(v.words) {
		return "\U0010ffff" // behind all words
	}
	return v.words[i : i+strings.IndexByte(v.words[i:], '\n')]
}

// wordStart is byte i where a word begins, or the next such byte.
func (v *vocabulary) wordStart(i int) int {
	if i > 0 && i < len(v.words) && v.words[i-1] != '\n' {
		i += strings.IndexByte(v.words[i:], '\n') + 1
	}
	return i
}

// inside are the words in which a part stands, but not only at their beginning; many where there are more than most.
func (v *vocabulary) inside(part string, most int) (words []string, many bool) {
	seen := map[string]bool{}
	add := func(word string) bool {
		if !strings.HasPrefix(word, part) && !seen[word] {
			seen[word] = true
			words = append(words, word)
		}
		return len(words) <= most
	}
	many = !eachHolding(v.words, part, add) || !eachHolding(v.added, part, add)
	for _, f := range v.fresh {
		many = many || !eachHolding(f.words, part, add)
	}
	return words, many
}

// eachHolding calls add with the words that hold a part as long as it returns true, and reports whether it always did.
func eachHolding(words, part string, add func(word string) bool) bool {
	for at := 0; ; {
		n := strings.Index(words[at:], part)
		if n < 0 {
			return true
		}
		at += n
		from, to := strings.LastIndexByte(words[:at], '\n')+1, at+strings.IndexByte(words[at:], '\n')
		if !add(words[from:to]) {
			return false
		}
		at = to
	}
}

// portion is of how many notes, and of about how many bytes of their text, the words are taken in one transaction.
type portion struct{ notes, text int }

var (
	inAQuietMoment = portion{32, 32 << 10} // a few milliseconds
	whileOneWaits  = portion{1000, 8 << 20}
)

// takeWords takes the words of all notes that wait.
func (j *Journal) takeWords() error {
	for j.mayWait {
		if err := j.takeSomeWords(whileOneWaits); err != nil {
			return err
		}
	}
	return nil
}

// takeSomeWords takes the words of notes that wait, the newest of them first.
func (j *Journal) takeSomeWords(most portion) error {
	if !j.mayWait {
		return nil
	}
	if j.taken == nil {
		j.taken = map[string]bool{}
	}
	var got takenWords
	err := j.write(func(t *tx) (err error) {
		t.aside = true
		got, err = t.takeSomeWords(j.taken, most)
		return err
	})
	if err != nil {
		j.taken = nil // some of them were not
		return err
	}
	if v := j.vocabulary; v != nil {
		v.added += got.added
		for _, id := range got.notes {
			delete(v.fresh, id)
		}
	}
	if j.mayWait = got.more; !j.mayWait {
		j.taken = nil
		j.mergeWhenQuiet() // what was taken lies in pieces of the index
	}
	return nil
}

// takenWords are the notes of which the words were taken, the words that were new, and whether more notes may wait.
type takenWords struct {
	notes []notes.NoteID
	added string
	more  bool
}

func (t *tx) takeSomeWords(seen map[string]bool, most portion) (got takenWords, err error) {
	all, more, err := t.waitingNotes(most)
	if err != nil || len(all) == 0 {
		return got, err
	}
	var added strings.Builder
	for _, w := range all {
		got.notes = append(got.notes, w.note)
		eachNewWord(w.body, seen, func(word string) {
			n, fault := t.changed("INSERT OR IGNORE INTO word (word) VALUES (?)", word)
			if n > 0 {
				added.WriteString(word + "\n")
			}
			err = errors.Join(err, fault)
		})
		if err == nil && w.place != 0 {
			err = t.takePairs(w)
		}
		if err != nil {
			return got, err
		}
	}
	_, err = t.exec("DELETE FROM unworded WHERE note_id >= ?", all[len(all)-1].note)
	got.added, got.more = added.String(), more
	return got, err
}

type waitingNote struct {
	note  notes.NoteID
	place int64 // 0 where it is not to be found
	owner notes.PersonID
	title string
	body  string
}

// waitingNotes are the newest notes that wait, no more than a portion, but always one; more says that there are others.
func (t *tx) waitingNotes(most portion) (all []waitingNote, more bool, err error) {
	text := 0
	err = t.each(`SELECT u.note_id, coalesce(n.search_id, 0), n.person_id, n.title,
		CASE WHEN n.search_id IS NULL THEN '' ELSE n.body END
		FROM unworded u CROSS JOIN note n ON n.id = u.note_id ORDER BY u.note_id DESC`, nil,
		func(s scanner) (goOn bool, err error) {
			var w waitingNote
			if more = len(all) >= most.notes || text >= most.text; more {
				return false, nil
			}
			if err := s.Scan(&w.note, &w.place, &w.owner, &w.title, &w.body); err != nil {
				return false, err
			}
			all, text = append(all, w), text+len(w.body)
			return true, nil
		})
	return all, more, err
}

// wordsWait marks a note, the words of which are to be taken.
func (t *tx) wordsWait(id notes.NoteID) error {
	t.j.mayWait, t.j.noneWaits = true, false
	_, err := t.exec("INSERT OR IGNORE INTO unworded (note_id) VALUES (?)", id)
	return err
}

// sweepAtOnce is how many words a quiet moment holds against the index.
const sweepAtOnce = 1000

// sweepSomeWords lets go of words behind the last ones looked at that no note says any more, from the first one on again behind
// the last of all.
func (j *Journal) sweepSomeWords() error {
	return j.write(func(t *tx) error {
		t.aside = true
		last := ""
		for range 2 {
			var err error
			last, err = one(t.conn, "SELECT coalesce(max(word), '') FROM (SELECT word FROM word WHERE word > ? ORDER BY word LIMIT ?)",
				scalar[string], j.swept, sweepAtOnce)
			if err != nil {
				return err
			}
			if last != "" || j.swept == "" {
				break
			}
			j.swept = ""
		}
		err := t.dropWords("word > ? AND word <= ?", j.swept, last)
		j.swept = last
		return err
	})
}

// sweepWords lets go of all words that no note says any more.
func (j *Journal) sweepWords() error {
	return j.write(func(t *tx) error { return t.dropWords("1") })
}

// dropWords deletes the words of a condition, which is a constant of this package, that the index does not know.
func (t *tx) dropWords(where string, args ...any) error {
	gone, err := t.changed(`DELETE FROM word WHERE `+where+` AND NOT EXISTS (
		SELECT 1 FROM search WHERE search MATCH 'body : "' || word || '"')`, args...)
	if gone > 0 {
		t.j.vocabulary, t.j.taken = nil, nil
	}
	return err
}

// checkWords returns ErrDamaged where a note says a word that is not known and does not wait.
func (t *tx) checkWords() error {
	known := map[string]bool{}
	words, err := list(t.conn, "SELECT word FROM word", nil, scalar[string])
	if err != nil {
		return err
	}
	for _, w := range words {
		known[w] = true
	}
	missing := false
	err = t.each(`SELECT body FROM note WHERE search_id IS NOT NULL AND id NOT IN (SELECT note_id FROM unworded)`, nil,
		func(s scanner) (more bool, err error) {
			body, err := scalar[string](s)
			eachNewWord(body, known, func(string) { missing = true })
			return !missing, err
		})
	if err == nil && missing {
		return notes.ErrDamaged
	}
	if err != nil {
		return err
	}
	return t.checkPairs()
}
