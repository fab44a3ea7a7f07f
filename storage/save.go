package storage

import (
	"handback/notes"
)

// SaveBody replaces the text of a note whose rev is still base, files it anew and returns the new rev. A text that is
// the same already is no write. It returns ErrConflict where the rev is another one, ErrNotFound where the note is gone.
func (j *Journal) SaveBody(id notes.NoteID, base int64, body string) (int64, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	rev := base
	err := j.transact(func(t *tx) error {
		t.later = true
		r, err := t.record(id)
		switch {
		case err != nil:
			return err
		case !r.shown:
			return notes.ErrNotFound
		case r.Rev != base:
			return notes.ErrConflict
		case r.Body == body:
			return nil
		}
		err = t.setBody(&r, body)
		rev = r.Rev
		return err
	})
	if err != nil {
		return 0, err
	}
	if rev != base {
		j.unread++
		j.mergeIfMany()
	}
	return rev, nil
}

// setBody writes a new text of a note that is shown, keeps the old one where it is time to, and files the note anew. The
// search index comes last, and both of its writes stand side by side: any statement that may be taken back by itself has it
// write what it holds to the disk first, and then it does so twice.
func (t *tx) setBody(r *record, body string) error {
	if err := t.findFirst(r); err != nil {
		return err
	}
	w, err := t.keepBefore(r, body)
	if err != nil {
		return err
	}
	if err := t.keepForPeers(r); err != nil {
		return err
	}
	old := *r
	r.Body = body
	r.Rev++
	r.saved = max(t.stamp(), r.saved+1)
	t.wrote(r, w)
	f, err := t.read(r)
	if err != nil {
		return err
	}
	r.who, r.Title, r.Open = f.who, f.title, f.open
	if _, err := t.exec("UPDATE note SET body = ?, sum = ?, rev = ?, updated_at = ?, who = ?, title = ?, open = ? WHERE id = ?",
		body, noteSum(r, ""), r.Rev, r.saved, r.who, r.Title, r.Open, r.ID); err != nil {
		return err
	}
	if err := t.setAlso(r, f.also); err != nil {
		return err
	}
	if err := t.replaceItems(r.ID, f.rows); err != nil {
		return err
	}
	if t.later {
		return t.fallBehind(&old)
	}
	if err := t.unindex(&old); err != nil {
		return err
	}
	return t.index(r, r.who)
}

// findFirst puts a note into the search index that should be there and isn't, as in a journal that was damaged.
func (t *tx) findFirst(r *record) error {
	if r.searchID != 0 {
		return nil
	}
	if err := t.refile(r.ID); err != nil {
		return err
	}
	was, err := t.record(r.ID)
	if err == nil {
		*r = was
	}
	return err
}
