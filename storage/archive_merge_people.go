package storage

import (
	"errors"
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

// isThere reports whether a file that was written by hand is about somebody whom the journal has already, by another file or none. It isn't
// taken then: it would make two people of one, or leave empty what the file doesn't say. What links to it means who is there.
func (m *merger) isThere(r *archive.Row, values []any) (bool, error) {
	if id, err := m.idOf("person", m.at.text(values, "uid")); err != nil || id != 0 {
		return false, err
	}
	name := strings.Join(strings.Fields(m.at.text(values, "name")), " ")
	uid, err := one(m.conn, `SELECT uid FROM person WHERE deleted_at IS NULL AND (name = ?1 COLLATE NOCASE OR
		id IN (SELECT person_id FROM alias WHERE name = ?1 COLLATE NOCASE)) ORDER BY name = ?1 COLLATE NOCASE DESC, id LIMIT 1`,
		scalar[string], name)
	if errors.Is(err, notes.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	m.stems[stemOf(r.File)] = uid
	return true, m.Skip(r.File, voice.T("{name} is in your journal already. Change their role or name there.", "name", name))
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
		return "", m.Skip(r.File, voice.T("it doesn't say who it's about. Add a line like “person: Ana Lima” between the two ---."))
	}
	return m.known(r, name)
}

// known is the uid of whom a name means, as in a line of a note: a whole name, a nickname or a first name. The name by which
// somebody was added stays theirs, in the trash and where they are called otherwise by now. It is "" where the file is skipped.
func (m *merger) known(r *archive.Row, name string) (string, error) {
	if m.byName == nil {
		if err := m.readNamesOfPeople(); err != nil {
			return "", err
		}
	}
	key := notes.FoldName(name)
	if uid, ok := m.byName[key]; ok {
		return uid, nil
	}
	uid := derivedUID("person", key)
	if id, err := m.idOf("person", uid); err != nil || id != 0 {
		return uid, err
	}
	known, err := m.readNames()
	if err != nil {
		return "", err
	}
	switch ids := known.names.Find(name, 0); len(ids) {
	case 0:
		return m.addNamed(r, name, uid)
	case 1:
		return one(m.conn, "SELECT uid FROM person WHERE id = ?", scalar[string], ids[0])
	}
	return "", m.Skip(r.File, voice.T("“{name}” may be more than one person. Use the full name.", "name", name))
}

// addNamed adds somebody whom a file names, unless they were deleted for good, or couldn't be called so.
func (m *merger) addNamed(r *archive.Row, name, uid string) (string, error) {
	_, err := one(m.conn, "SELECT at FROM tombstone WHERE uid = ?", scalar[int64], uid)
	if err == nil {
		return "", m.Skip(r.File, voice.T("{name} was deleted for good.", "name", name))
	}
	if !errors.Is(err, notes.ErrNotFound) {
		return "", err
	}
	p := notes.Person{Kind: notes.KindReport, Name: name}
	var invalid notes.Invalid
	if err := m.checkPerson(&p); errors.As(err, &invalid) {
		return "", m.Skip(r.File, invalid.Why)
	} else if err != nil {
		return "", err
	}
	_, err = m.exec(`INSERT INTO person (uid, kind, name, since, updated_at) VALUES (?, 'report', ?, ?, ?)`, uid, p.Name, m.today(), m.stamp())
	m.byName[notes.FoldName(name)] = uid
	m.names, m.j.names = append(m.names, p.Name), nil
	return uid, err
}

func (m *merger) readNamesOfPeople() error {
	m.byName = map[string]string{}
	_, err := list(m.conn, `SELECT name, uid FROM (
		SELECT a.name, p.uid, 1 AS alias, p.id FROM alias a JOIN person p ON p.id = a.person_id WHERE p.deleted_at IS NULL
		UNION ALL SELECT name, uid, 0, id FROM person WHERE deleted_at IS NULL) ORDER BY alias DESC, id DESC`, nil,
		func(s scanner) (struct{}, error) {
			var name, uid string
			err := s.Scan(&name, &uid)
			m.byName[notes.FoldName(name)] = uid
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
		if err := m.each(ids, m.refileThere); err != nil {
			return err
		}
	}
	return nil
}
