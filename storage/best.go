package storage

import (
	"cmp"
	"slices"

	"handback/notes"
)

// Best first ranks, of the notes that match, the newest 24 (or as many as are asked for), the newest 8 of which the title says
// everything (of the newest 32 such titles, as not each of these notes need be a hit), and where few of them say each word
// whole the newest 8 that do: so that a better older note comes before newer
// ones that mention it in passing, however many they are. What counts is told at relevance; recency weighs that: a note of the
// day of the newest counts twice, one half a year older one and a half times, and a very old one once.
const (
	ranked     = 24
	better     = 8
	mostTitled = 32
	fadeDays   = 180
)

// best adds to hits those that fit best, the best first.
func (s search) best(hits []notes.Hit) ([]notes.Hit, error) {
	size := max(ranked, s.Limit+1-len(hits))
	pool, err := s.pool(nil, s.walk(s.match, s.wider, s.pairs), size)
	if err != nil {
		return nil, err
	}
	if len(pool) >= size && !s.find.inside {
		if pool, err = s.addBetter(pool); err != nil {
			return nil, err
		}
	}
	s.rank(pool)
	for _, c := range pool {
		if len(hits) > s.Limit {
			break
		}
		hits = append(hits, s.show(c))
	}
	return hits, nil
}

// addBetter adds the newest notes that may well be better than the newest ones that match.
func (s search) addBetter(pool []candidate) (_ []candidate, err error) {
	if !s.looksAtItems() && !s.manyTitled(pool) {
		if titles := s.ifNoneWaits(s.titled()); titles != "" {
			titled := s.walk(s.match, "", titles)
			titled.atMost = mostTitled
			if pool, err = s.pool(pool, titled, len(pool)+better); err != nil {
				return nil, err
			}
		}
	}
	if exact, differ := whole(s.find.terms); differ && !s.mostWhole(pool) {
		lines := s.ifNoneWaits(inOneLine(s.Query, asked(exact)))
		return s.pool(pool, s.walk(s.matching(asked(exact)), "", lines), len(pool)+better)
	}
	return pool, nil
}

// titled is what the index of pairs is asked for the notes of which the title says everything; "" where many words begin as
// one that is looked for: it is still being typed, and their lists would have to be joined.
func (s search) titled() string {
	if slices.ContainsFunc(s.words, func(either []ask) bool { return either[0].begun && !either[0].signed }) {
		return ""
	}
	key := string(rune(titleKey))
	asks := s.words.expression(key)
	if asks != "" && s.Person != 0 { // the title of another person's note counts for nothing
		asks = and(asks, quoted(key+personWord(s.Person)))
	}
	return asks
}

// manyTitled reports whether the title of one in four of a pool says everything: older ones would come behind these.
func (s search) manyTitled(pool []candidate) bool {
	n := 0
	for _, c := range pool {
		if c.may == nil && saidIn(s.find.in(c.Title)) == s.find.all {
			n++
		}
	}
	return 4*n >= len(pool)
}

// mostWhole reports whether most of a pool say each word whole.
func (s search) mostWhole(pool []candidate) bool {
	n := 0
	for _, c := range pool {
		said := termSet(0)
		for _, m := range c.text.matches {
			if m.whole {
				said |= 1 << m.term
			}
		}
		if said == s.find.all {
			n++
		}
	}
	return 2*n > len(pool)
}

// pool adds to a pool the next candidates that are hits and not yet in it, until it has size of them.
func (s search) pool(pool []candidate, w *walk, size int) ([]candidate, error) {
	in := make(map[int64]bool, len(pool))
	for _, c := range pool {
		in[c.place] = true
	}
	for len(pool) < size && !w.done {
		page, err := w.page(size - len(pool))
		if err != nil {
			return nil, err
		}
		fresh := slices.DeleteFunc(page, func(f found) bool { return in[f.place] })
		size -= len(page) - len(fresh) // they count for what this walk may add
		some, err := s.considered(fresh)
		if err != nil {
			return nil, err
		}
		for i := range some {
			ok, err := s.judge(&some[i])
			if err != nil {
				return nil, err
			}
			if ok {
				pool = append(pool, some[i])
			}
		}
	}
	return pool, nil
}

// rank sorts candidates, the best first; of equals the newer comes first.
func (s search) rank(pool []candidate) {
	newest := notes.Date("")
	for _, c := range pool {
		newest = max(newest, c.Date)
	}
	for i := range pool {
		c := &pool[i]
		age := float64(max(0, newest.DaysSince(c.Date)))
		c.points = s.find.relevance(*c) * (1 + fadeDays/(fadeDays+age))
	}
	slices.SortStableFunc(pool, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.points, a.points), cmp.Compare(b.place, a.place))
	})
}

// scored is how many matches of a term count.
const scored = 5

// relevance tells how well a note fits: how often it says each term, whole words counting twice, more where the note's
// title says it, and most where one line says all of them. Of a note of which some lines are not to be seen only the others
// count.
func (f *finder) relevance(c candidate) float64 {
	const inTitle, inOneLine = 4, 8
	times := make([]int, len(f.terms))
	points := 0
	for _, m := range c.text.matches {
		if c.may != nil && !c.may(c.text.lineAt(m.from)) {
			continue
		}
		if times[m.term]++; times[m.term] <= scored {
			points++
			if m.whole {
				points++
			}
		}
	}
	if len(f.terms) > 1 && c.text.inOneLine(f.all, c.may) {
		points += inOneLine
	}
	if c.may == nil {
		points += inTitle * len(f.in(c.Title))
	}
	return float64(points)
}
