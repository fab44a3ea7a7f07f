package storage

import (
	"errors"

	"handback/notes"
)

// While one types, a save writes the note and what is filed of it, and leaves the search index as it is: that would be half of
// what has to reach the disk. What the index holds of such a note stands in unindexed until the index learns what it says now.
// Everything else that writes has it do so first, so that to all of them the index says what the rows say; so do a search and a
// quiet moment. Where the program is killed in between, the next opening does.

// notLearnt are the notes that the search index has not learnt since they were saved.
type notLearnt map[notes.NoteID]bool

// fallBehind has the index learn later what a note says now. old is the note as the index has it.
func (t *tx) fallBehind(old *record) error {
	if t.j.behind[old.ID] {
		return nil
	}
	_, err := t.exec("INSERT INTO unindexed (note_id, search_id, body, who) VALUES (?, ?, ?, ?)",
		old.ID, old.searchID, indexed(old.Body, old.also), old.who)
	t.fell = old.ID
	return err
}

// after is what the search index is behind of after a transaction.
func (b *notLearnt) after(t *tx) {
	if t.caughtUp {
		*b = nil
	}
	if t.fell != 0 {
		if *b == nil {
			*b = notLearnt{}
		}
		(*b)[t.fell] = true
	}
}

// catchUp has the search index learn what is written in notes that were saved since.
func (t *tx) catchUp() error {
	if len(t.j.behind) == 0 {
		return nil
	}
	type stale struct {
		note      notes.NoteID
		place     int64
		body, who string
	}
	all, err := list(t.conn, "SELECT note_id, search_id, body, who FROM unindexed ORDER BY note_id", nil,
		func(s scanner) (b stale, err error) { return b, s.Scan(&b.note, &b.place, &b.body, &b.who) })
	if err != nil {
		return err
	}
	// The index comes last, and all of its writes stand side by side: see setBody.
	now := make([]record, 0, len(all))
	for _, b := range all {
		switch r, err := t.record(b.note); {
		case err == nil && r.searchID == b.place:
			now = append(now, r)
			if err := t.wordsWait(b.note); err != nil {
				return err
			}
		case err == nil, errors.Is(err, notes.ErrNotFound): // it is gone, as in a journal that was damaged: the index only forgets
			if err := t.dropPairs(b.place); err != nil {
				return err
			}
		default:
			return err
		}
	}
	if _, err := t.exec("DELETE FROM unindexed"); err != nil {
		return err
	}
	for _, b := range all {
		if err := t.forget(b.place, b.body, b.who); err != nil {
			return err
		}
	}
	for i := range now {
		r := &now[i]
		if err := t.give(r.searchID, indexed(r.Body, r.also), r.who); err != nil {
			return err
		}
	}
	t.caughtUp = true
	return nil
}

// schemaBehind is the first schema that has unindexed.
const schemaBehind = 14

// readBehind reads of which notes the search index is behind, and brings it up to date: it is what a killed program left.
func (j *Journal) readBehind(schema int) error {
	if schema < schemaBehind {
		return nil
	}
	all, err := list(j.c, "SELECT note_id FROM unindexed", nil, scalar[notes.NoteID])
	if err != nil {
		return err
	}
	j.behind = make(notLearnt, len(all))
	for _, id := range all {
		j.behind[id] = true
	}
	return j.catchUp()
}

// searchIsBehind reports whether the search index of a journal that can only be read was left so.
func (c *conn) searchIsBehind() (bool, error) {
	return one(c, "SELECT EXISTS (SELECT 1 FROM unindexed)", scalar[bool])
}

// catchUp brings the search index up to date, in a transaction of its own.
func (j *Journal) catchUp() error {
	if len(j.behind) == 0 {
		return nil
	}
	return j.write(func(t *tx) error {
		t.aside = true // no facts are read from the index
		return nil
	})
}
