package storage

import (
	"errors"

	"handback/notes"
	"handback/notes/archive"
)

// sameOrigin is the note that was taken from the same place of another program with the same text, on another computer: it is one
// note. Both have from here on the uid that sorts later. It is 0 where there is none.
func (m *merger) sameOrigin(bound []any) (int64, error) {
	origin, taken, uid := m.at.text(bound, "origin"), m.at.text(bound, "taken"), m.at.text(bound, "uid")
	if origin == "" || taken == "" {
		return 0, nil
	}
	var id int64
	var has string
	err := m.row(`SELECT id, uid FROM note INDEXED BY note_origin WHERE origin = ? AND taken = ? AND person_id = ? AND deleted_at IS NULL
		ORDER BY id LIMIT 1`, []any{origin, taken, m.at.value(bound, "person_id")}, &id, &has)
	if errors.Is(err, notes.ErrNotFound) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	m.standsFor("note", uid, id)
	m.standsFor("note", has, id)
	stays, goes := max(uid, has), min(uid, has)
	m.at.set(bound, "uid", stays)
	if m.otherUID == nil {
		m.otherUID = map[string]string{}
	}
	m.otherUID[goes] = stays
	for _, table := range []string{"verdict", "dismissal", "quiet_answer", "review_line"} {
		if _, err := m.exec("UPDATE OR IGNORE "+table+" SET note_uid = ? WHERE note_uid = ?", stays, goes); err != nil {
			return 0, err
		}
	}
	if stays == uid {
		_, err = m.exec("UPDATE note SET uid = ? WHERE id = ?", uid, id)
	}
	return id, err
}

// underOneUID gives a note, and what is about a line of one, the uid that it has now.
func (m *merger) underOneUID(values []any) {
	if stays, ok := m.otherUID[m.at.text(values, "note_uid")]; ok {
		m.at.set(values, "note_uid", stays)
	}
	if stays, ok := m.otherUID[m.at.text(values, "uid")]; ok && m.at.name == archive.Notes {
		m.at.set(values, "uid", stays)
	}
}

// ofNoImport lets what came with an import stand on its own.
func (m *merger) ofNoImport(id int64) error {
	for _, other := range m.tables {
		for _, c := range other.columns {
			if c.refers != "import" {
				continue
			}
			if _, err := m.exec("UPDATE "+other.name+" SET "+c.name+" = NULL WHERE "+c.name+" = ?", id); err != nil {
				return err
			}
		}
	}
	return nil
}
