package storage

import (
	"slices"
	"strings"

	"handback/notes"
)

// candidate is an item of a note that the index gave.
type candidate struct {
	place  int64
	raw    string
	person notes.PersonID
	tags   string
}

// items looks through the items of a label or tag, from the newest on. A word is in many notes and a label in nearly
// all, but seldom both in one line, so the lines are looked at before the notes are.
func (s search) items() (hits []notes.Hit, err error) {
	from, before := s.span()
	for len(hits) <= s.Limit {
		page, err := s.candidates(from, before)
		if err != nil || len(page) == 0 {
			return hits, err
		}
		taken := int64(0)
		for _, c := range page {
			before = c.place
			if c.place == taken || !s.mayBe(c) {
				continue
			}
			if hits, err = s.takePlace(hits, c.place); err != nil {
				return nil, err
			}
			taken = c.place
		}
	}
	return hits, nil
}

// candidates reads the items of the next notes, newest first; the who-words see to it that each note has one.
func (s search) candidates(from, before int64) ([]candidate, error) {
	return list(s.c, `SELECT n.search_id, CAST(substr(CAST(n.body AS BLOB), i.raw_at + 1, i.raw_length) AS TEXT), i.person_id,
		i.tags FROM (SELECT s.rowid AS place FROM search s WHERE search MATCH ?1 AND s.rowid >= ?2 AND s.rowid < ?3
			ORDER BY s.rowid DESC LIMIT ?4) f
		CROSS JOIN note n ON n.search_id = f.place CROSS JOIN item i ON i.note_id = n.id
		WHERE ?5 = '' OR i.label = ?5 ORDER BY f.place DESC, i.line`,
		[]any{s.match, from, before, itemBatch, s.Label}, func(sc scanner) (c candidate, err error) {
			return c, sc.Scan(&c.place, &c.raw, &c.person, &c.tags)
		})
}

// mayBe reports whether the item is one looked for; the rest is decided with the whole note at hand.
func (s search) mayBe(c candidate) bool {
	if s.Person != 0 && c.person != s.Person {
		return false
	}
	return saidIn(s.find.in(c.raw)) == s.find.all && (s.Tag == "" || slices.Contains(strings.Fields(c.tags), plainTag(s.Tag)))
}

func (s search) takePlace(hits []notes.Hit, place int64) ([]notes.Hit, error) {
	page, err := list(s.c, foundColumns+"FROM note n WHERE n.search_id = ?1 AND (?2 = '' OR n.date >= ?2) AND (?3 = '' OR n.date <= ?3)",
		[]any{place, s.From, s.To}, scanFound)
	if err != nil || len(page) == 0 || !s.find.mark(&page[0].text) {
		return hits, err
	}
	return s.takeAll(hits, page)
}
