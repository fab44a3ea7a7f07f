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
	ranked      = 50  // among how many of the newest notes the best are found
)

// found is a note that the index gave, before its lines were looked at.
type found struct {
	notes.NoteHead
	place int64 // its search_id
	body  string
}

// search is a query on its way to the index.
type search struct {
	notes.Query
	c     *conn
	terms []term
	match string
}

// Search finds notes. Newest first it looks through all of them; best first it ranks the newest ones that match. more
// says that there are further hits. Any text may be searched for.
func (j *Journal) Search(q notes.Query) (hits []notes.Hit, more bool, err error) {
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
	s := search{Query: q, c: j.c, terms: terms, match: match(bodyMatch(terms), whoOf(q))}
	switch {
	case s.looksAtItems():
		hits, err = s.items()
	case q.Newest || len(terms) == 0:
		hits, err = s.newest()
	default:
		hits, err = s.best()
	}
	if err != nil {
		return nil, false, err
	}
	if more = len(hits) > q.Limit; more {
		hits = hits[:q.Limit]
	}
	return hits, more, s.addItems(hits)
}

// itemsAtOnce is how many hits get their items from one reading.
const itemsAtOnce = 20

var itemsOfHits = fromFiled + "WHERE (i.note_id, i.line) IN (VALUES (?, ?)" + strings.Repeat(", (?, ?)", itemsAtOnce-1) + ")"

// addItems gives each hit the item that is filed from its line.
func (s search) addItems(hits []notes.Hit) error {
	type place struct {
		note notes.NoteID
		line int
	}
	for some := range slices.Chunk(hits, itemsAtOnce) {
		args := make([]any, 2*itemsAtOnce)
		for i, h := range some {
			args[2*i], args[2*i+1] = h.ID, h.Line
		}
		filed, err := list(s.c, itemsOfHits, args, scanFiled)
		if err != nil {
			return err
		}
		at := map[place]*notes.Item{}
		for i := range filed {
			at[place{filed[i].Note, filed[i].Line}] = &filed[i].Item
		}
		for i, h := range some {
			if h.Item == nil {
				some[i].Item = at[place{h.ID, h.Line}]
			}
		}
	}
	return nil
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

// spill is how far the search_id of a note may lie behind its day, where a day has more notes than places.
const spill = 31 * placesADay

// span is the range of search_ids of the days looked at; the days themselves are compared too.
func (s search) span() (from, to int64) {
	from, to = 0, 1<<62
	if s.From.Valid() {
		from = searchFrom(s.From)
	}
	if s.To.Valid() {
		to = searchFrom(s.To) + placesADay + spill
	}
	return from, to
}

func scanFound(sc scanner) (f found, err error) {
	err = sc.Scan(append(headDest(&f.NoteHead), &f.place, &f.body)...)
	return f, err
}

// newest looks through the notes from the newest on, until there is one hit more than asked for.
func (s search) newest() (hits []notes.Hit, err error) {
	from, before := s.span()
	size := s.Limit + 1
	if s.Shared {
		size = max(size, batch)
	}
	for len(hits) <= s.Limit {
		page, err := s.page(from, before, size)
		if err != nil {
			return nil, err
		}
		for _, f := range page {
			if hits, err = s.take(hits, f); err != nil {
				return nil, err
			}
		}
		if len(page) < size {
			break
		}
		before = page[len(page)-1].place
	}
	return hits, nil
}

const foundColumns = "SELECT " + headColumns + ", n.search_id, n.body "

// page reads up to size notes of the days asked for, newest first.
func (s search) page(from, before int64, size int) ([]found, error) {
	if s.match == "" {
		return list(s.c, foundColumns+`FROM note n WHERE n.search_id >= ?1 AND n.search_id < ?2
			AND (?3 = '' OR n.date >= ?3) AND (?4 = '' OR n.date <= ?4) ORDER BY n.search_id DESC LIMIT ?5`,
			[]any{from, before, s.From, s.To, size}, scanFound)
	}
	return list(s.c, foundColumns+`FROM search s JOIN note n ON n.search_id = s.rowid WHERE search MATCH ?1
		AND s.rowid >= ?2 AND s.rowid < ?3 AND (?4 = '' OR n.date >= ?4) AND (?5 = '' OR n.date <= ?5)
		ORDER BY s.rowid DESC LIMIT ?6`, []any{s.match, from, before, s.From, s.To, size}, scanFound)
}

// best ranks the newest notes that match.
func (s search) best() (hits []notes.Hit, err error) {
	from, before := s.span()
	page, err := s.page(from, before, max(ranked, s.Limit+1))
	if err != nil {
		return nil, err
	}
	type scored struct {
		found
		score int
	}
	all := make([]scored, len(page))
	for i, f := range page {
		all[i] = scored{f, score(f, s.terms)}
	}
	slices.SortStableFunc(all, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	for _, f := range all {
		if hits, err = s.take(hits, f.found); err != nil {
			return nil, err
		}
	}
	return hits, nil
}

// score tells how well a note fits: how often it says each term, whole words counting twice, more where the note's
// title says it, and most where one line says all of them.
func score(f found, terms []term) int {
	const enough, inTitle, inOneLine = 5, 4, 8
	text := newMarkedText(f.body, matches(f.body, terms))
	times := make([]int, len(terms))
	points := 0
	for _, m := range text.matches {
		if times[m.term]++; times[m.term] <= enough {
			points++
			if m.whole {
				points++
			}
		}
	}
	for _, line := range text.matched() {
		if len(terms) > 1 && text.termsIn(line) == len(terms) {
			points += inOneLine
			break
		}
	}
	return points + inTitle*len(matches(f.Title, terms))
}

// take adds a note to the hits if one of the lines that may be shown matches.
func (s search) take(hits []notes.Hit, f found) ([]notes.Hit, error) {
	if len(hits) > s.Limit {
		return hits, nil
	}
	hit, ok, err := s.hit(f)
	if err != nil || !ok {
		return hits, err
	}
	return append(hits, hit), nil
}
