package storage

import (
	"errors"
	"time"

	"handback/notes"
)

const (
	revisionEvery = 5 * time.Minute
	revisionsAll  = 30 * 24 * time.Hour // how long every revision is kept; then the last of each day is
)

// Revisions are the earlier texts of a note, newest first.
func (j *Journal) Revisions(id notes.NoteID) ([]notes.Revision, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return list(j.c, "SELECT at, rev, body FROM revision WHERE note_id = ? ORDER BY rev DESC, id DESC", []any{id},
		func(s scanner) (r notes.Revision, err error) {
			var at int64
			err = s.Scan(&at, &r.Rev, &r.Body)
			r.At = time.UnixMilli(at).UTC()
			return r, err
		})
}

// keepNow keeps the present text of a note, unless the newest version says all of it.
func (t *tx) keepNow(id notes.NoteID) error {
	r, err := t.record(id)
	if err != nil {
		return err
	}
	return t.keepText(&r)
}

// keepText keeps a text of a note, unless it is blank or the newest version is the same.
func (t *tx) keepText(r *record) error {
	if notes.OnlyBegun(r.Body, r.Begun) {
		return nil
	}
	newest, err := t.newestRevision(r.ID)
	if err != nil || newest == r.Body {
		return err
	}
	return t.insertRevision(r)
}

// newestRevision is the version that was kept last, "" where there is none.
func (t *tx) newestRevision(id notes.NoteID) (string, error) {
	body, err := one(t.conn, "SELECT body FROM revision WHERE note_id = ? ORDER BY id DESC LIMIT 1", scalar[string], id)
	if errors.Is(err, notes.ErrNotFound) {
		return "", nil
	}
	return body, err
}

func (t *tx) insertRevision(r *record) error {
	_, err := t.exec("INSERT INTO revision (uid, note_id, rev, at, kept_at, body) VALUES (?, ?, ?, ?, ?, ?)",
		newUID(), r.ID, r.Rev, r.saved, t.stamp(), r.Body)
	return err
}

// pruneRevisions leaves, of the texts that are older than 30 days, the last of each day of the manager's, and what a peer had last.
func (t *tx) pruneRevisions() error {
	type old struct {
		id, note int64
		day      notes.Date
	}
	before := t.now.Add(-revisionsAll).UnixMilli()
	olds, err := list(t.conn, `SELECT id, note_id, at FROM revision WHERE at < ? AND id NOT IN (SELECT revision_id FROM peer_text)
		ORDER BY note_id, at, id`,
		[]any{before}, func(s scanner) (o old, err error) {
			var at int64
			err = s.Scan(&o.id, &o.note, &at)
			o.day = notes.DateOf(time.UnixMilli(at).In(t.now.Location()))
			return o, err
		})
	if err != nil {
		return err
	}
	for i := 0; i+1 < len(olds); i++ {
		if olds[i].note != olds[i+1].note || olds[i].day != olds[i+1].day {
			continue
		}
		if _, err := t.exec("DELETE FROM revision WHERE id = ?", olds[i].id); err != nil {
			return err
		}
	}
	return nil
}
