package storage

import (
	"errors"
	"slices"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/voice"
)

// tombs takes over what was deleted for good elsewhere.
func (m *merger) tombs() error {
	m.at = &arcTable{name: arcTombstones}
	if err := archive.ReadTable(m.tree, arcTombstones, m); err != nil {
		return err
	}
	return m.flush()
}

func (m *merger) tomb(r *archive.Row) error {
	uid, _ := r.Get("uid")
	kind, _ := r.Get("kind")
	text, _ := r.Get("at")
	at, ok := msOf(text)
	if uid == "" || !ok {
		return archive.Bad{File: r.File, Line: r.Line, Why: voice.T("“{value}” isn't a valid value for {name}.", "value", text, "name", "at")}
	}
	_, err := m.exec(`INSERT INTO tombstone (uid, kind, at) VALUES (?, ?, ?) ON CONFLICT (uid) DO UPDATE SET at = max(at, excluded.at)`,
		uid, kind, at)
	return err
}

// buried deletes what was deleted for good after it was last written, on either side. What is newer, or has something newer
// that belongs to it, stays, and nothing says any more that it was deleted: unless it then goes with what it belongs to.
func (m *merger) buried() error {
	outlived := map[string][]grave{}
	for _, t := range slices.Backward(m.tables) { // what refers to others first
		var graves []grave
		if err := m.piece(func() (err error) {
			graves, err = list(m.conn, "SELECT g.uid, r.id, g.at FROM tombstone g JOIN "+t.name+" r ON r.uid = g.uid ORDER BY g.uid", nil,
				func(s scanner) (g grave, err error) {
					err = s.Scan(&g.uid, &g.id, &g.at)
					return g, err
				})
			return err
		}); err != nil {
			return err
		}
		for len(graves) > 0 {
			n := min(pieceGraves, len(graves))
			if err := m.piece(func() error {
				newer, err := m.buryAll(t, graves[:n])
				outlived[t.name] = append(outlived[t.name], newer...)
				return err
			}); err != nil {
				return err
			}
			graves = graves[n:]
		}
	}
	return m.piece(func() error { return m.forgetGraves(outlived) })
}

// forgetGraves forgets that rows were deleted that are still there at the end.
func (m *merger) forgetGraves(outlived map[string][]grave) error {
	for table, graves := range outlived {
		for _, g := range graves {
			if _, err := m.exec("DELETE FROM tombstone WHERE uid = ? AND EXISTS (SELECT 1 FROM "+table+" WHERE id = ?)", g.uid, g.id); err != nil {
				return err
			}
		}
	}
	return nil
}

// grave is a row that was deleted for good, and when.
type grave struct {
	uid    string
	id, at int64
}

// buryAll deletes the rows of graves that weren't written later, and returns those that were.
func (m *merger) buryAll(t *arcTable, graves []grave) (newer []grave, err error) {
	for _, g := range graves {
		newest, err := m.lastWritten(t, g.id)
		if errors.Is(err, notes.ErrNotFound) {
			continue // it went with another one
		}
		if err != nil {
			return newer, err
		}
		if newest > g.at {
			newer = append(newer, g)
			continue
		}
		if err := m.drop(t, g.id); err != nil {
			return newer, err
		}
	}
	return newer, nil
}

func (m *merger) tableOf(name string) *arcTable {
	i := slices.IndexFunc(m.tables, func(t *arcTable) bool { return t.name == name })
	return m.tables[i]
}

// lastWritten is when a row, or anything that is alive and belongs to it, was last written.
func (m *merger) lastWritten(t *arcTable, id int64) (int64, error) {
	_, dated := t.column("updated_at")
	column := "updated_at"
	if !dated {
		column = "at" // a version of a text
	}
	newest, err := one(m.conn, "SELECT "+column+" FROM "+t.name+" WHERE id = ?", scalar[int64], id)
	if err != nil {
		return 0, err
	}
	for _, h := range t.hang {
		if h.table == "revision" {
			continue // an earlier text is nothing newer
		}
		type child struct {
			id   int64
			dead int64
		}
		children, err := list(m.conn, "SELECT c.id, coalesce((SELECT at FROM tombstone g WHERE g.uid = c.uid), -1) FROM "+h.table+
			" c WHERE c."+h.column+" = ?", []any{id}, func(s scanner) (c child, err error) {
			err = s.Scan(&c.id, &c.dead)
			return c, err
		})
		if err != nil {
			return 0, err
		}
		for _, c := range children {
			at, err := m.lastWritten(m.tableOf(h.table), c.id)
			if err != nil {
				return 0, err
			}
			if at > c.dead {
				newest = max(newest, at)
			}
		}
	}
	return newest, nil
}

// drop deletes a row that was deleted for good elsewhere, with what belongs to it.
func (m *merger) drop(t *arcTable, id int64) error {
	m.j.scrub = true
	var where string
	switch t.name {
	case "import": // what stays of it is the manager's own
		if err := m.ofNoImport(id); err != nil {
			return err
		}
	case "earlier": // it may have come in with this very import
		note, err := one(m.conn, "SELECT note_id FROM earlier WHERE id = ?", scalar[notes.NoteID], id)
		if err != nil {
			return err
		}
		m.reread = append(m.reread, note)
	case archive.Notes:
		where = "SELECT id FROM note WHERE id = ?"
	case "person":
		where = "SELECT id FROM note WHERE person_id = ?"
	}
	if where != "" {
		ids, err := list(m.conn, where, []any{id}, scalar[notes.NoteID])
		if err != nil {
			return err
		}
		for _, note := range ids {
			r, err := m.record(note)
			if err != nil {
				return err
			}
			if err := m.unfind(&r); err != nil {
				return err
			}
			if int64(note) > m.first {
				m.did.New--
			}
		}
	}
	_, err := m.exec("DELETE FROM "+t.name+" WHERE id = ?", id)
	return err
}
