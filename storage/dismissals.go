package storage

import (
	"errors"

	"handback/notes"
)

const dismissalColumns = "SELECT id, kind, note_uid, text FROM dismissal "

func scanDismissal(s scanner) (d notes.Dismissal, err error) {
	return d, s.Scan(&d.ID, (*string)(&d.Kind), &d.NoteUID, &d.Text)
}

// Dismissals are the suggestions that were dismissed for good: of the note's lines, and everywhere.
func (j *Journal) Dismissals(noteUID string) ([]notes.Dismissal, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return list(j.c, dismissalColumns+"WHERE note_uid IN ('', ?) ORDER BY id", []any{noteUID}, scanDismissal)
}

// putDismissal keeps a dismissal, under its ID where it has one, which must be free; one that stands there already is not kept twice.
func (t *tx) putDismissal(d notes.Dismissal) (int64, error) {
	old, err := one(t.conn, dismissalColumns+"WHERE note_uid = ? AND kind = ? AND text = ?", scanDismissal, d.NoteUID, d.Kind, d.Text)
	if err == nil || !errors.Is(err, notes.ErrNotFound) {
		return old.ID, err
	}
	id, err := t.exec("INSERT INTO dismissal (id, uid, kind, note_uid, text, updated_at) VALUES (nullif(?, 0), ?, ?, ?, ?, ?)",
		d.ID, newUID(), d.Kind, d.NoteUID, d.Text, t.stamp())
	t.back(notes.Remove{Row: notes.Dismissal{ID: id}})
	return id, err
}

func (t *tx) removeDismissal(id int64) error {
	old, err := one(t.conn, dismissalColumns+"WHERE id = ?", scanDismissal, id)
	if err != nil {
		return err
	}
	t.back(notes.PutBack{Row: old})
	return t.bury("dismissal", "id = ?", id)
}
