package storage

import (
	"io/fs"
	"strings"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/voice"
)

// whenWritten is when a file was changed last.
func (m *merger) whenWritten(file string) int64 {
	if st, err := fs.Stat(m.tree, file); err == nil {
		return st.ModTime().UnixMilli()
	}
	return m.stamp()
}

func (m *merger) completePerson(r *archive.Row, values []any) {
	if m.at.text(values, "name") == "" {
		stem := r.File[strings.LastIndexByte(r.File, '/')+1:]
		m.at.set(values, "name", strings.TrimSuffix(stem, ".md"))
	}
	if m.at.text(values, "kind") == "" {
		m.at.set(values, "kind", string(notes.KindReport))
	}
	if m.at.text(values, "state") == "" {
		m.at.set(values, "state", string(notes.StateHere))
	}
}

// personNamed is the uid of whom a file names without saying the uid.
func (m *merger) personNamed(r *archive.Row) (string, error) {
	said, _ := r.Get("person")
	return m.whoIs(r, said)
}

// whoIs is the uid of whom a name means: a link to their file, or a name that they go by. Who isn't in the journal yet is added.
func (m *merger) whoIs(r *archive.Row, said string) (string, error) {
	name, isLink := strings.CutPrefix(strings.TrimSpace(said), "[[")
	name = strings.TrimSuffix(name, "]]")
	stem, shown, both := strings.Cut(name, "|")
	if uid, ok := m.stems[stemOf(stem)]; ok && isLink {
		return uid, nil
	}
	if both {
		name = shown
	}
	name = strings.Join(strings.Fields(name), " ")
	if name == "" {
		return "", archive.Bad{File: r.File, Why: voice.T(
			"it doesn't say who it's about. Add a line like “person: Ana Lima” between the two ---.")}
	}
	if m.byName == nil {
		if err := m.readNamesOfPeople(); err != nil {
			return "", err
		}
	}
	key := strings.ToLower(name)
	if uid, ok := m.byName[key]; ok {
		return uid, nil
	}
	uid := derivedUID("person", key)
	_, err := m.exec(`INSERT INTO person (uid, kind, name, since, updated_at) VALUES (?, 'report', ?, ?, ?)`, uid, name, m.today(), m.stamp())
	m.byName[key] = uid
	m.names, m.j.names = append(m.names, name), nil
	return uid, err
}

func (m *merger) readNamesOfPeople() error {
	m.byName = map[string]string{}
	_, err := list(m.conn, `SELECT lower(name), uid FROM (
		SELECT a.name, p.uid, 1 AS alias, p.id FROM alias a JOIN person p ON p.id = a.person_id WHERE p.deleted_at IS NULL
		UNION ALL SELECT name, uid, 0, id FROM person WHERE deleted_at IS NULL) ORDER BY alias DESC, id DESC`, nil,
		func(s scanner) (struct{}, error) {
			var name, uid string
			err := s.Scan(&name, &uid)
			m.byName[strings.ToLower(name)] = uid
			return struct{}{}, err
		})
	return err
}

// peopleAsInForce brings the notes that are there to the people and names that came, before others are merged into them.
func (m *merger) peopleAsInForce() error {
	for _, person := range m.flipped {
		ids, err := m.idsOf("SELECT id FROM note WHERE person_id = ?", person)
		if err != nil {
			return err
		}
		if err := m.each(ids, pieceRows, m.refileThere); err != nil {
			return err
		}
	}
	return nil
}
