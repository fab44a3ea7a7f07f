package storage

import (
	"fmt"
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// kindTable is where the things of each kind that goes to the trash are kept.
var kindTable = map[notes.Kind]string{
	notes.KindNote: "note", notes.KindPerson: "person", notes.KindGoal: "goal", notes.KindStep: "step",
	notes.KindOpportunity: "opportunity", notes.KindCompanyGoal: "company_goal", notes.KindArea: "area",
	notes.KindStepIn: "stepping_in", notes.KindExpectation: "expectation",
}

// Trash is everything deleted that can be restored, newest first. What goes with something deleted (a person's notes, a
// goal's steps) comes back with it and is not listed; nor is a note in which nothing was written.
func (j *Journal) Trash() ([]notes.Trashed, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return list(j.c, `SELECT kind, id, text, person, deleted_at FROM (
		SELECT 'person' AS kind, id, name AS text, id AS person, deleted_at, import_id FROM person
		UNION ALL SELECT 'note', n.id, CASE n.title WHEN '' THEN n.date ELSE n.title END, n.person_id, n.deleted_at, n.import_id
			FROM note n JOIN person p ON p.id = n.person_id
			WHERE n.deleted_at IS NOT NULL AND p.deleted_at IS NULL AND n.replaced_by IS NULL
			AND trim(n.body, char(9, 10, 13, 32)) <> ''
		UNION ALL SELECT 'goal', g.id, g.title, g.person_id, g.deleted_at, g.import_id FROM goal g
			JOIN person p ON p.id = g.person_id WHERE p.deleted_at IS NULL
		UNION ALL SELECT 'step', s.id, s.text, g.person_id, s.deleted_at, NULL FROM step s
			JOIN goal g ON g.id = s.goal_id JOIN person p ON p.id = g.person_id
			WHERE g.deleted_at IS NULL AND p.deleted_at IS NULL
		UNION ALL SELECT 'opportunity', o.id, CASE o.text WHEN '' THEN o.kind ELSE o.text END, g.person_id, o.deleted_at, NULL
			FROM opportunity o JOIN goal g ON g.id = o.goal_id JOIN person p ON p.id = g.person_id
			WHERE g.deleted_at IS NULL AND p.deleted_at IS NULL
		UNION ALL SELECT 'company goal', id, title, 0, deleted_at, import_id FROM company_goal
		UNION ALL SELECT 'area', a.id, '#' || a.tag, a.person_id, a.deleted_at, a.import_id FROM area a
			JOIN person p ON p.id = a.person_id WHERE p.deleted_at IS NULL
		UNION ALL SELECT 'step-in', s.id, s.what, min(p.id), s.deleted_at, s.import_id FROM stepping_in s
			JOIN stepping_in_person sp ON sp.stepping_in_id = s.id JOIN person p ON p.id = sp.person_id
			WHERE p.deleted_at IS NULL GROUP BY s.id
		UNION ALL SELECT 'expectation', e.id, e.text, e.person_id, e.deleted_at, e.import_id FROM expectation e
			JOIN person p ON p.id = e.person_id WHERE p.deleted_at IS NULL
		) WHERE deleted_at IS NOT NULL
		AND (import_id IS NULL OR import_id IN (SELECT id FROM import WHERE done_at IS NOT NULL AND undone_at IS NULL))
		ORDER BY deleted_at DESC, kind, id DESC`, nil, func(s scanner) (d notes.Trashed, err error) {
		var at int64
		err = s.Scan(&d.Kind, &d.ID, &d.Text, &d.Person, &at)
		d.Deleted = time.UnixMilli(at).UTC()
		return d, err
	})
}

// flip moves a thing to the trash or out of it; ErrNotFound where it is not where it should be.
func (t *tx) flip(kind notes.Kind, id int64, to string, is string) error {
	table, ok := kindTable[kind]
	if !ok {
		return fmt.Errorf("there is no kind of thing called %q", kind)
	}
	n, err := t.changed("UPDATE "+table+" SET deleted_at = "+to+", updated_at = max(?1, updated_at + 1) WHERE id = ?2 AND deleted_at "+is,
		t.stamp(), id)
	if err == nil && n == 0 {
		return notes.ErrNotFound
	}
	return err
}

func (t *tx) trash(d notes.Delete) error {
	var names []string
	if d.Kind == notes.KindPerson {
		p, err := t.person(notes.PersonID(d.ID))
		if err != nil {
			return err
		}
		if p.Kind == notes.KindMe {
			return notes.Invalid{Field: "Person", Why: voice.T("You can't delete your own entry. Your own notes stay in this journal.")}
		}
		names = namesOf(p)
	}
	if err := t.flip(d.Kind, d.ID, "?1", "IS NULL"); err != nil {
		return err
	}
	t.back(notes.Restore(d))
	return t.refileAfter(d.Kind, d.ID, names)
}

// checkNotHidden returns ErrNotFound of what an import hides: it isn't in the trash, and comes back with its import alone.
func (t *tx) checkNotHidden(d notes.Restore) error {
	var query string
	switch d.Kind {
	case notes.KindNote:
		query = "SELECT NOT (" + notHidden + ") FROM note n WHERE n.id = ?"
	case notes.KindPerson:
		query = "SELECT coalesce(import_id IN " + hiddenImports + ", 0) FROM person WHERE id = ?"
	default:
		return nil
	}
	hidden, err := one(t.conn, query, scalar[bool], d.ID)
	if err == nil && hidden {
		return notes.ErrNotFound
	}
	return err
}

func (t *tx) restore(d notes.Restore) error {
	if d.Kind == notes.KindArea {
		if err := t.checkAreaFree(d.ID); err != nil {
			return err
		}
	}
	if err := t.checkNotHidden(d); err != nil {
		return err
	}
	if err := t.flip(d.Kind, d.ID, "NULL", "IS NOT NULL"); err != nil {
		return err
	}
	t.back(notes.Delete(d))
	var names []string
	if d.Kind == notes.KindPerson {
		p, err := t.person(notes.PersonID(d.ID))
		if err != nil {
			return err
		}
		if err := t.checkNames(&p); err != nil {
			return err
		}
		names = namesOf(p)
	}
	return t.refileAfter(d.Kind, d.ID, names)
}

// refileAfter brings the index to what is shown now that a thing went to the trash or came back.
func (t *tx) refileAfter(kind notes.Kind, id int64, names []string) error {
	switch kind {
	case notes.KindNote:
		return t.refile(notes.NoteID(id))
	case notes.KindPerson:
		t.j.names = nil
		if err := t.refileEach("SELECT id FROM note WHERE person_id = ? ORDER BY id", id); err != nil {
			return err
		}
		if err := t.namesChanged(names); err != nil {
			return err
		}
		return t.refileEach(notesReadAbout, id) // their names needn't stand there
	}
	return nil
}

// notesReadAbout are the notes of which a line was read as about somebody before an update.
const notesReadAbout = `SELECT n.id FROM note n WHERE n.search_id IS NOT NULL AND n.id IN (SELECT e.note_id FROM earlier e
	JOIN earlier_person p ON p.earlier_id = e.id WHERE p.person_id = ?) ORDER BY n.id`

func (t *tx) deleteBlank(id notes.NoteID) error {
	r, err := t.record(id)
	if err != nil {
		return err
	}
	if !r.shown || !notes.OnlyBegun(r.Body, r.Begun) {
		return nil
	}
	return t.trash(notes.Delete{Kind: notes.KindNote, ID: int64(id)})
}
