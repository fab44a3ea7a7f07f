package storage

import (
	"math"
	"time"

	"handback/notes"
)

const headColumns = "n.id, n.uid, n.person_id, n.kind, n.date, n.at, n.zone, n.called_off, n.rev, n.title, n.open, n.origin IS NOT NULL"

// headDest is where headColumns are read to, and after them more. Plain types are read sooner than named ones.
func headDest(h *notes.NoteHead, more ...any) []any {
	dest := make([]any, 0, 12+len(more))
	dest = append(dest, (*int64)(&h.ID), &h.UID, (*int64)(&h.Person), (*string)(&h.Kind), (*string)(&h.Date), &h.At, &h.Zone,
		&h.CalledOff, &h.Rev, &h.Title, &h.Open, &h.Imported)
	return append(dest, more...)
}

func scanHead(s scanner) (h notes.NoteHead, err error) {
	err = s.Scan(headDest(&h)...)
	return h, err
}

// shown is the condition under which a note n is to be seen: neither it nor its person p is in the trash.
const (
	fromShown = " FROM note n JOIN person p ON p.id = n.person_id WHERE n.deleted_at IS NULL AND p.deleted_at IS NULL"
	fullNote  = "SELECT " + headColumns + ", n.updated_at, n.body, n.begun" + fromShown
)

func scanNote(s scanner) (n notes.Note, err error) {
	var at int64
	err = s.Scan(headDest(&n.NoteHead, &at, &n.Body, &n.Begun)...)
	n.UpdatedAt = time.UnixMilli(at).UTC()
	return n, err
}

// Note returns ErrNotFound where there is none or it is deleted.
func (j *Journal) Note(id notes.NoteID) (notes.Note, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return one(j.c, fullNote+" AND n.id = ?", scanNote, id)
}

// NotesOf are the notes of a person: planned ones first, then by date, newest first; at most so many, 0 for all.
func (j *Journal) NotesOf(id notes.PersonID, most int) ([]notes.NoteHead, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if most <= 0 {
		most = math.MaxInt32
	}
	var heads []notes.NoteHead
	for _, which := range []string{"n.kind = 'planned'", "n.kind <> 'planned'"} { // each comes in the order of an index
		some, err := list(j.c, "SELECT "+headColumns+fromShown+" AND n.person_id = ? AND "+which+
			" ORDER BY n.date DESC, n.at DESC, n.id DESC LIMIT ?", []any{id, most - len(heads)}, scanHead)
		if err != nil {
			return nil, err
		}
		heads = append(heads, some...)
	}
	return heads, nil
}

// PlannedNote is the person's next one-on-one; ErrNotFound where none is planned.
func (j *Journal) PlannedNote(id notes.PersonID) (notes.Note, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return one(j.c, fullNote+" AND n.person_id = ? AND n.kind = 'planned' ORDER BY n.date, n.id LIMIT 1", scanNote, id)
}

// FiledFrom are the items of one note, one row per person, in line order.
func (j *Journal) FiledFrom(id notes.NoteID) ([]notes.Filed, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.filed("WHERE i.note_id = ? ORDER BY i.line, i.person_id", id)
}
