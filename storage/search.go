package storage

import (
	"cmp"
	"slices"
	"strings"

	"handback/notes"
)

const (
	defaultHits = 20
	batch       = 64  // notes read at a time where lines have to be looked at
	itemBatch   = 256 // the same where only items count
	ranked      = 32  // among how many of the newest notes the best are found
)

// found is a note that says what is looked for.
type found struct {
	notes.NoteHead
	place int64 // its search_id
	text  markedText
}

// search is a query on its way to the index.
type search struct {
	notes.Query
	c     *conn
	find  *finder
	match string
	wider string // matches wherever match does, and is sooner answered where that is in many notes; "" for none
	filed *mayBeFiledLines
}

// Search finds notes. Newest first it looks through all of them; best first it ranks the newest ones that match. more
// says that there are further hits. Any text may be searched for.
func (j *Journal) Search(q notes.Query) (found []notes.Hit, more bool, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if q.Limit <= 0 {
		q.Limit = defaultHits
	}
	terms := termsOf(q.Text)
	switch {
	case q.Shared && q.Person == 0:
		return nil, false, nil
	case len(terms) == 0 && !blankQuery(q.Text):
		return nil, false, nil // nothing but signs, which the index does not keep
	}
	s, err := j.newSearch(q, terms)
	if err != nil {
		return nil, false, err
	}
	switch {
	case s.looksAtItems():
		found, err = s.items()
	case q.Newest || len(terms) == 0:
		found, err = s.newest()
	default:
		found, err = s.best()
	}
	if err != nil {
		return nil, false, err
	}
	if more = len(found) > q.Limit; more {
		found = found[:q.Limit]
	}
	return found, more, s.addItems()
}

func (j *Journal) newSearch(q notes.Query, terms []term) (search, error) {
	who := whoOf(q)
	s := search{Query: q, c: j.c, find: newFinder(terms), match: match(bodyMatch(terms), who), filed: &mayBeFiledLines{}}
	if len(terms) == 1 && len(who) == 0 && !q.Shared { // any line may be shown, so the first that matches is
		s.find.enough = scored
	}
	wider, last, ok := widerTerms(terms)
	if !ok {
		return s, nil
	}
	often, err := j.readFrequent()
	if often[last] {
		s.wider = match(bodyMatch(wider), who)
	}
	return s, err
}

// itemsAtOnce is how many lines get their items from one reading.
const itemsAtOnce = 20

var itemsOfLines = fromFiled + "WHERE (i.note_id, i.line) IN (VALUES (?, ?)" + strings.Repeat(", (?, ?)", itemsAtOnce-1) + ")"

// mayBeFiledLines are lines of hits of which it is to be read whether something is filed from them.
type mayBeFiledLines []mayBeFiledLine

type mayBeFiledLine struct {
	note notes.NoteID
	line *notes.HitLine
}

// addItems gives each line of the hits the item that is filed from it.
func (s search) addItems() error {
	for some := range slices.Chunk(*s.filed, itemsAtOnce) {
		if err := s.addSomeItems(some); err != nil {
			return err
		}
	}
	return nil
}

func (s search) addSomeItems(lines []mayBeFiledLine) error {
	args := make([]any, 2*itemsAtOnce)
	for i, l := range lines {
		args[2*i], args[2*i+1] = l.note, l.line.Line
	}
	filed, err := list(s.c, itemsOfLines, args, scanFiled)
	for _, l := range lines {
		if i := slices.IndexFunc(filed, func(f notes.Filed) bool { return f.Note == l.note && f.Line == l.line.Line }); i >= 0 {
			l.line.Item = &filed[i].Item
		}
	}
	return err
}

func whoOf(q notes.Query) (who []string) {
	if q.Person != 0 {
		who = append(who, personWord(q.Person))
	}
	if q.Label != "" {
		who = append(who, labelWord(q.Label))
	}
	if tag := plainTag(q.Tag); tag != "" {
		who = append(who, tagWord(tag))
	}
	return who
}

// newest looks through the notes from the newest on, until there is one hit more than asked for.
func (s search) newest() (hits []notes.Hit, err error) {
	size := s.Limit + 1
	if s.Shared {
		size = max(size, batch)
	}
	w := s.walk()
	for len(hits) <= s.Limit && !w.done {
		page, err := w.page(size)
		if err != nil {
			return nil, err
		}
		if hits, err = s.takeAll(hits, page); err != nil {
			return nil, err
		}
	}
	return hits, nil
}

// best ranks the newest notes that match.
func (s search) best() (hits []notes.Hit, err error) {
	w := s.walk()
	page, err := w.page(max(ranked, s.Limit+1))
	if err != nil {
		return nil, err
	}
	points := make(map[int64]int, len(page))
	for _, f := range page {
		points[f.place] = s.find.score(f)
	}
	slices.SortStableFunc(page, func(a, b found) int { return cmp.Compare(points[b.place], points[a.place]) })
	return s.takeAll(nil, page)
}

// scored is how many matches of a term count.
const scored = 5

// score tells how well a note fits: how often it says each term, whole words counting twice, more where the note's
// title says it, and most where one line says all of them.
func (f *finder) score(n found) int {
	const inTitle, inOneLine = 4, 8
	times := make([]int, len(f.terms))
	points := 0
	for _, m := range n.text.matches {
		if times[m.term]++; times[m.term] <= scored {
			points++
			if m.whole {
				points++
			}
		}
	}
	if len(f.terms) > 1 && n.text.inOneLine(f.all) {
		points += inOneLine
	}
	return points + inTitle*len(f.in(n.Title))
}

// takeAll adds the notes to the hits of which a line that may be shown matches, until there is one hit more than asked
// for.
func (s search) takeAll(hits []notes.Hit, page []found) ([]notes.Hit, error) {
	for _, f := range page {
		if len(hits) > s.Limit {
			break
		}
		h, ok, err := s.hit(f)
		if err != nil {
			return nil, err
		}
		if ok {
			hits = append(hits, h)
		}
	}
	return hits, nil
}
