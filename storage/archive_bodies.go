package storage

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/archive"
)

// bodies joins the texts of the notes that differ, when all versions of them are there.
func (m *merger) bodies() error {
	m.at = m.tableOf(archive.Notes)
	for _, file := range m.later {
		data, err := fs.ReadFile(m.tree, file)
		if err != nil {
			return err
		}
		r, ok, err := archive.Read(file, data)
		if err != nil || !ok {
			return errors.Join(err, fs.ErrInvalid)
		}
		if err := m.piece(func() error { return m.joinFile(r) }); err != nil {
			return err
		}
		if err := m.tell(); err != nil {
			return err
		}
	}
	return nil
}

// joinFile joins what a file says with the note.
func (m *merger) joinFile(r *archive.Row) error {
	values, err := m.at.values(r)
	if err != nil {
		return err
	}
	if _, err := m.complete(r, values); err != nil {
		return err
	}
	m.underOneUID(values)
	bound, ok, err := m.bind(values)
	if err != nil || !ok {
		return err // whom it is about was deleted for good meanwhile
	}
	return m.join(r, bound)
}

// side is one of two texts of a note that are to be joined.
type side struct {
	values []any
	body   string
	at     int64
	knows  map[string]int64 // the texts that it has or had, and when they were saved
	byHand bool             // its file was changed since it was written
}

// join joins the text of a file with that of the note.
func (m *merger) join(r *archive.Row, bound []any) error {
	id, err := m.idOf(archive.Notes, m.at.text(bound, "uid"))
	if err != nil {
		return err
	}
	have, err := m.have(id)
	if err != nil {
		return err
	}
	ours, theirs := m.sideOf(have), m.sideOf(bound)
	if ours.body == theirs.body {
		return m.newest(r, have, bound, id)
	}
	theirs.byHand = m.byHandSince(r)
	if ours.at == theirs.at && m.copies[r.File] {
		return m.copyConflict(id, &ours, &theirs)
	}
	if err := m.versionsOf(id, &ours, &theirs); err != nil {
		return err
	}
	if err := m.lastTaken(r, id, &ours, &theirs); err != nil {
		return err
	}
	return m.joined(id, have, bound, &ours, &theirs)
}

// joined writes what two sides of a note make together.
func (m *merger) joined(id int64, have, bound []any, ours, theirs *side) error {
	body, lost := joinedTexts(ours, theirs)
	newer, older := byAge(ours, theirs)
	result := slices.Clone(newer.values)
	m.at.set(result, "body", body)
	m.at.set(result, "rev", max(m.at.int(have, "rev"), m.at.int(bound, "rev")))
	if body != newer.body || ours.at == theirs.at {
		m.at.set(result, "updated_at", max(ours.at, theirs.at)+1)
	}
	if body != ours.body {
		m.at.set(result, "rev", m.at.int(result, "rev")+1)
	}
	if !m.alike(have, result) {
		m.did.Changed++
	}
	if err := m.keepSides(id, body, ours, theirs); err != nil {
		return err
	}
	m.peerHas(id, body, theirs.body)
	if err := m.bothChanged(newer.values, older.values); err != nil {
		return err
	}
	if lost != "" {
		if err := m.conflict(id, result, lost); err != nil {
			return err
		}
	}
	return m.updateNote(result, id)
}

func (m *merger) sideOf(values []any) side {
	body, at := m.at.text(values, "body"), m.at.int(values, "updated_at")
	return side{values: values, body: body, at: at, knows: map[string]int64{body: at}}
}

func (m *merger) conflict(id int64, values []any, lost string) error {
	name, err := one(m.conn, "SELECT name FROM person WHERE id = ?", scalar[string], m.at.int(values, "person_id"))
	m.did.Conflicts = append(m.did.Conflicts, archive.Conflict{
		Note: notes.NoteID(id), Person: name, Date: notes.Date(m.at.text(values, "date")), Lost: lost,
	})
	return err
}

// versionsOf gives both sides the earlier texts that each has.
func (m *merger) versionsOf(note int64, ours, theirs *side) error {
	return m.conn.each(`SELECT uid, at, body, EXISTS (SELECT 1 FROM archive_change c WHERE c.import_id = ?2 AND c.tab = 'revision'
		AND c.row = +v.id) FROM revision v WHERE note_id = ?1`, []any{note, m.id}, func(s scanner) (bool, error) {
		var at int64
		var uid, body string
		var came bool
		if err := s.Scan(&uid, &at, &body, &came); err != nil {
			return false, err
		}
		if !came {
			ours.knew(body, at)
		}
		// A version of the moment at which the other's text was saved is that text before it was changed by hand.
		if came || m.shared[uid] || theirs.byHand && at == theirs.at {
			theirs.knew(body, at)
		}
		return true, nil
	})
}

func (s *side) knew(body string, at int64) {
	if had, ok := s.knows[body]; !ok || at > had {
		s.knows[body] = at
	}
}

// byAge orders two sides. Of one time are texts that two other journals joined, or a file that was changed by hand, which counts;
// otherwise every journal takes the same one for newer.
func byAge(ours, theirs *side) (newer, older *side) {
	if theirs.at > ours.at || theirs.at == ours.at && (theirs.byHand || theirs.body > ours.body) {
		return theirs, ours
	}
	return ours, theirs
}

// joinedTexts is the text that two sides make together, and the lines that are lost in it.
func joinedTexts(ours, theirs *side) (body, lost string) {
	newer, older := byAge(ours, theirs)
	if theirs.byHand && ours.at == theirs.at {
		return theirs.body, ""
	}
	_, olderHad := older.knows[newer.body]
	_, newerHad := newer.knows[older.body]
	switch {
	case newerHad: // it went on from the other one
		return newer.body, ""
	case olderHad:
		return older.body, ""
	case strings.TrimSpace(older.body) == "": // nothing in it; no version is kept of such a text, so that nobody knows it
		return newer.body, ""
	}
	return notes.MergeLines(baseOf(newer, older), newer.body, older.body)
}

// baseOf is the newest text that both sides had; where they had none, the lines that they have in common.
func baseOf(newer, older *side) string {
	base, at, found := "", int64(0), false
	for body, saved := range newer.knows {
		other, ok := older.knows[body]
		if !ok {
			continue
		}
		saved = max(saved, other)
		if !found || saved > at || saved == at && body > base {
			base, at, found = body, saved, true
		}
	}
	if found {
		return base
	}
	return notes.CommonLines(newer.body, older.body)
}

// keepSides keeps both texts as versions, where they aren't yet: so that nothing is dropped, and that joining them again
// changes nothing.
func (m *merger) keepSides(note int64, body string, sides ...*side) error {
	for _, s := range sides {
		if s.body == body || strings.TrimSpace(s.body) == "" {
			continue
		}
		uid := derivedUID("version", m.at.text(s.values, "uid"), s.body)
		_, err := m.exec(`INSERT INTO revision (uid, note_id, rev, at, kept_at, body)
			SELECT ?1, ?2, ?3, ?4, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM revision WHERE note_id = ?2 AND body = ?5)
			AND NOT EXISTS (SELECT 1 FROM revision WHERE uid = ?1)`, uid, note, m.at.int(s.values, "rev"), s.at, s.body)
		if err != nil {
			return err
		}
	}
	return nil
}
