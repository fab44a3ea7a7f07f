package storage

import (
	"errors"
	"fmt"

	"handback/notes"
)

const templateColumns = "SELECT id, uid, name, body FROM template "

func scanTemplate(s scanner) (t notes.Template, err error) {
	return t, s.Scan(&t.ID, &t.UID, &t.Name, &t.Body)
}

// Templates are the texts to begin a one-on-one with, in the order in which they were made.
func (j *Journal) Templates() ([]notes.Template, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return list(j.c, templateColumns+"WHERE deleted_at IS NULL ORDER BY id", nil, scanTemplate)
}

// putTemplate writes a template, and brings back one that was removed.
func (t *tx) putTemplate(p notes.Template) (int64, error) {
	if p.ID == 0 {
		id, err := t.exec("INSERT INTO template (uid, name, body, updated_at) VALUES (?, ?, ?, ?)", keepUID(p.UID), p.Name, p.Body, t.stamp())
		t.back(notes.Remove{Row: notes.Template{ID: notes.TemplateID(id)}})
		return id, err
	}
	old, err := one(t.conn, templateColumns+"WHERE id = ? AND deleted_at IS NULL", scanTemplate, p.ID)
	switch {
	case err == nil:
		t.back(old)
	case errors.Is(err, notes.ErrNotFound):
		t.back(notes.Remove{Row: notes.Template{ID: p.ID}})
	default:
		return 0, err
	}
	_, err = t.exec("UPDATE template SET name = ?, body = ?, deleted_at = NULL, updated_at = max(?, updated_at + 1) WHERE id = ?",
		p.Name, p.Body, t.stamp(), p.ID)
	return int64(p.ID), err
}

// removeTemplate takes a template away. Its row stays, so that an undo gives it back to whom it was chosen for.
func (t *tx) removeTemplate(id notes.TemplateID) error {
	old, err := one(t.conn, templateColumns+"WHERE id = ? AND deleted_at IS NULL", scanTemplate, id)
	if err != nil {
		return err
	}
	t.back(old)
	_, err = t.exec("UPDATE template SET deleted_at = ?, updated_at = max(?, updated_at + 1) WHERE id = ?", t.stamp(), t.stamp(), id)
	return err
}

// begin fills a new note with its template, where that was not removed.
func (t *tx) begin(n *notes.NewNote) (begun string, err error) {
	if n.Template == 0 || n.Body != "" {
		return n.Begun, nil
	}
	template, err := one(t.conn, templateColumns+"WHERE id = ? AND deleted_at IS NULL", scanTemplate, n.Template)
	if errors.Is(err, notes.ErrNotFound) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	known, err := t.readNames()
	if err != nil {
		return "", err
	}
	n.Body = template.Begin(notes.Context{Date: n.Date, Person: n.Person, Me: known.me, Names: known.names, Words: known.words})
	return n.Body, nil
}

// putBegun says with which text a note was begun.
func (t *tx) putBegun(b notes.NoteBegun) error {
	r, err := t.record(b.Note)
	if err != nil {
		return err
	}
	t.back(notes.NoteBegun{Note: b.Note, Text: r.Begun})
	r.Begun = b.Text
	if _, err := t.exec("UPDATE note SET begun = ?, updated_at = max(?, updated_at + 1) WHERE id = ?", b.Text, t.stamp(), b.Note); err != nil {
		return err
	}
	return t.file(&r) // for its title
}

// firstTemplatesKey is the setting by which a step asks for the templates that a journal comes with.
const firstTemplatesKey = "first templates"

// firstTemplateUID begins the uids of the templates that every journal comes with.
const firstTemplateUID = "first-template-"

func (t *tx) firstTemplates() error {
	for i, p := range notes.FirstTemplates {
		_, err := t.exec("INSERT INTO template (uid, name, body, updated_at) VALUES (?, ?, ?, ?)",
			fmt.Sprintf("%s%d", firstTemplateUID, i+1), p.Name, p.Body, t.stamp())
		if err != nil {
			return err
		}
	}
	_, err := t.exec("DELETE FROM setting WHERE key = ?", firstTemplatesKey)
	return err
}
