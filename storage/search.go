package storage

import (
	"slices"
	"unicode/utf8"

	"handback/notes"
)

const (
	defaultHits = 20
	batch       = 64 // notes read at a time where the first ones were not hits enough
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
	c       *conn
	find    *finder
	without *finder // what must not be said, nil for nothing
	tags    []string
	asks    conjunction // of the terms
	words   conjunction // asks with all words in place of each beginning of few, where the best are looked for
	match   string
	pairs   string // what of the phrases the index of pairs is asked, "" where it is not
	wider   string // matches wherever match does, and is sooner answered where that is in many notes; "" for none
	filed   *mayBeFiledLines
	taken   map[notes.NoteID]bool // hits that there are already
	waits   bool                  // there are notes of which the index of pairs knows nothing yet
}

// Search finds notes. First come those that say each word, or begin one with it; then those that hold it inside a word. Of
// both, newest first is by day; best first is told at best. more says that there are further hits. Any text may be searched
// for.
//
// A note is a hit where lines of it that may be shown say everything. Which may: where the person looks on only what they may
// see, in another person's note only what is about them, and with a label or tag only what is filed so; then one line has to
// say everything. What a query leaves out is looked for in those lines alone, so that nothing is told of the others: with a
// label or tag a line that says it does not count, else the note does not.
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
	_ = j.catchUp() // where it fails, the search does without the words of what is being written
	s, err := j.newSearch(q, terms)
	if err != nil {
		return nil, false, err
	}
	if found, err = s.hits(nil); err != nil {
		return nil, false, err
	}
	if len(found) <= q.Limit {
		in, any, err := j.insideWords(s)
		if err != nil {
			return nil, false, err
		}
		if any {
			if found, err = in.hits(found); err != nil {
				return nil, false, err
			}
		}
	}
	if more = len(found) > q.Limit; more {
		found = found[:q.Limit]
	}
	return found, more, s.addItems()
}

func (j *Journal) newSearch(q notes.Query, terms []term) (search, error) {
	s := search{
		Query: q, c: j.c, find: newFinder(terms), tags: q.AllTags(), asks: asked(terms),
		filed: &mayBeFiledLines{}, taken: map[notes.NoteID]bool{},
	}
	if without := wholeTermsOf(q.Not.Text); len(without) > 0 {
		s.without = newFinder(without)
	}
	if len(terms) == 1 && !s.looksAtSome() && q.Person == 0 { // any line may be shown, so the first that matches is
		s.find.enough = scored
	}
	var err error
	if s.waits, err = j.anyWaits(); err != nil {
		return s, err
	}
	often, err := j.readFrequent()
	if err != nil {
		return s, err
	}
	if !q.Newest {
		if s.words, err = j.spelledOut(s.asks, 0); err != nil {
			return s, err
		}
	}
	listed := indexedPrefix
	if s.looksAtItems() {
		listed = 0 // a key stands before each token
	} else if wider, ok := s.asks.without(j.usual); ok {
		if wider, err = j.spelledOut(wider, listed); err != nil {
			return s, err
		}
		s.wider = s.matching(wider)
	} else if wider, ok := s.asks.wider(often); ok {
		s.wider = s.matching(wider)
	}
	if s.asks, err = j.spelledOut(s.asks, listed); err != nil {
		return s, err
	}
	s.match = s.matching(s.asks)
	if s.pairs = s.pairsAsked(); s.pairs != "" {
		s.wider = ""
	}
	return s, nil
}

// mostSpelled is of how many words a beginning is asked for word by word. The index goes through their lists only as far as it
// is read, while for a beginning it joins them all first.
const mostSpelled = 100

// spelledOut is a conjunction that asks for the same, with the words in place of their beginning where they are few and it
// has more letters than those of which the index keeps a list.
func (j *Journal) spelledOut(c conjunction, listed int) (conjunction, error) {
	out := slices.Clone(c)
	for i, either := range out {
		a := either[0]
		if len(either) > 1 || !a.begun || utf8.RuneCountInString(a.token) <= listed || a.signed {
			continue
		}
		words, err := j.readVocabulary()
		if err != nil {
			return nil, err
		}
		begin, many := words.beginning(a.token, mostSpelled)
		if many || len(begin) == 0 || words.partly { // the index knows the beginnings of all words itself
			continue
		}
		out[i] = nil
		for _, w := range begin {
			out[i] = append(out[i], ask{token: w})
		}
	}
	return out, nil
}

// insideWords is the search for what holds words of the query inside others; any is false where no note does.
func (j *Journal) insideWords(s search) (inside search, any bool, err error) {
	if !slices.ContainsFunc(s.find.terms, func(t term) bool { return t.inside }) {
		return s, false, nil
	}
	words, err := j.readVocabulary()
	if err != nil {
		return s, false, err
	}
	s.asks = nil
	for _, t := range s.find.terms {
		asks := t.asks()
		if !t.inside {
			s.asks = append(s.asks, asked([]term{t})...)
			continue
		}
		in, many := words.inside(t.folds[0], mostInside)
		any = any || len(in) > 0
		if many {
			continue // the text is asked alone
		}
		for _, w := range in {
			asks = append(asks, ask{token: w})
		}
		s.asks = append(s.asks, asks)
	}
	s.match, s.wider = s.matching(s.asks), ""
	s.pairs = s.pairsAsked()
	find := *s.find
	find.inside, find.enough = true, 0
	s.find = &find
	return s, any, nil
}

// mostInside is for how many words that hold a part the index is asked. Where there are more, so many notes say one that it is
// sooner to look through all.
const mostInside = 200

// hits adds to hits those of the search, until there is one more than asked for.
func (s search) hits(hits []notes.Hit) ([]notes.Hit, error) {
	if s.Newest || len(s.find.terms) == 0 {
		return s.newest(hits)
	}
	return s.best(hits)
}

// newest looks through the notes from the newest on.
func (s search) newest(hits []notes.Hit) ([]notes.Hit, error) {
	size := s.Limit + 1
	w := s.walk(s.match, s.wider, s.pairs)
	for len(hits) <= s.Limit && !w.done {
		page, err := w.page(size)
		if err != nil {
			return nil, err
		}
		for some := range slices.Chunk(page, filedAtOnce) {
			if hits, err = s.addHits(hits, some); err != nil {
				return nil, err
			}
		}
		size = max(size, batch)
	}
	return hits, nil
}

// addHits adds those of some notes that are hits, as long as more are wanted.
func (s search) addHits(hits []notes.Hit, some []found) ([]notes.Hit, error) {
	if len(hits) > s.Limit {
		return hits, nil
	}
	all, err := s.considered(some)
	if err != nil {
		return nil, err
	}
	for i := range all {
		ok, err := s.judge(&all[i])
		if err != nil {
			return nil, err
		}
		if ok {
			hits = append(hits, s.show(all[i]))
		}
		if len(hits) > s.Limit {
			break
		}
	}
	return hits, nil
}
