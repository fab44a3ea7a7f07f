package storage

import (
	"handback/notes"
)

// takeImport shows all that an import brought, or brings back what was taken back of it.
func (t *tx) takeImport(r notes.TakeImport) error {
	id := r.Import
	n, err := t.changed(`UPDATE import SET done_at = ?1, undone_at = NULL, updated_at = max(?1, updated_at + 1)
		WHERE id = ?2 AND (done_at IS NULL OR undone_at IS NOT NULL)`, t.stamp(), id)
	if err != nil {
		return err
	}
	if n == 0 {
		return errImportChanged
	}
	if err := t.showPeople(id); err != nil {
		return err
	}
	if err := t.replaceOlder(id); err != nil {
		return err
	}
	if _, err := t.exec("UPDATE note SET deleted_at = NULL, replaced_by = NULL, updated_at = max(?1, updated_at + 1) WHERE import_id = ?2",
		t.stamp(), id); err != nil {
		return err
	}
	if err := t.fileBrought(r); err != nil {
		return err
	}
	if _, err := t.exec(`UPDATE import SET done_at = max(done_at, (SELECT coalesce(max(updated_at), 0) FROM note WHERE import_id = ?1))
		WHERE id = ?1`, id); err != nil {
		return err
	}
	t.j.mergeWhenQuiet()
	t.back(notes.TakeBackImport{Import: id})
	return nil
}

// fileBrought files the notes of an import.
func (t *tx) fileBrought(r notes.TakeImport) error {
	ids, err := list(t.conn, "SELECT id FROM note WHERE import_id = ? ORDER BY date, id", []any{r.Import}, scalar[notes.NoteID])
	for i, id := range ids {
		if err != nil {
			return err
		}
		if r.Ask != nil && i%100 == 0 {
			if err := r.Ask(i, len(ids)); err != nil {
				return err
			}
		}
		err = t.refile(id)
	}
	return err
}

// showPeople shows the people who came with an import.
func (t *tx) showPeople(id notes.ImportID) error {
	ids, err := list(t.conn, "SELECT id FROM person WHERE import_id = ? AND deleted_at IS NOT NULL ORDER BY id", []any{id},
		scalar[notes.PersonID])
	if err != nil {
		return err
	}
	var names []string
	for _, who := range ids {
		if _, err := t.exec("UPDATE person SET deleted_at = NULL, updated_at = max(?1, updated_at + 1) WHERE id = ?2",
			t.stamp(), who); err != nil {
			return err
		}
		p, err := t.person(who)
		if err != nil {
			return err
		}
		if err := t.checkNames(&p); err != nil {
			return err
		}
		names = append(names, namesOf(p)...)
	}
	if len(names) == 0 {
		return nil
	}
	return t.namesChanged(names)
}

// replaceOlder hides the notes in whose place a newer reading of their source comes.
func (t *tx) replaceOlder(id notes.ImportID) error {
	older, err := list(t.conn, `SELECT n.id FROM note n WHERE n.origin IN (SELECT origin FROM note WHERE import_id = ?1)
		AND n.import_id <> ?1 AND n.deleted_at IS NULL AND n.replaced_by IS NULL ORDER BY n.id`, []any{id}, scalar[notes.NoteID])
	if err != nil {
		return err
	}
	for _, n := range older {
		if _, err := t.exec("UPDATE note SET deleted_at = ?, replaced_by = ? WHERE id = ?", t.stamp(), id, n); err != nil {
			return err
		}
		if err := t.refile(n); err != nil {
			return err
		}
	}
	return nil
}

// takeBackImport takes an import away again. What the manager changed of it since stays, and so do people about whom there is
// anything else.
func (t *tx) takeBackImport(id notes.ImportID) error {
	n, err := t.changed(`UPDATE import SET undone_at = ?1, updated_at = max(?1, updated_at + 1)
		WHERE id = ?2 AND done_at IS NOT NULL AND undone_at IS NULL`, t.stamp(), id)
	if err != nil {
		return err
	}
	if n == 0 {
		return errImportChanged
	}
	// What the manager changed, or put into the trash, is theirs from now on.
	if _, err := t.exec(`UPDATE note SET import_id = NULL WHERE import_id = ?1 AND replaced_by IS NULL AND (deleted_at IS NOT NULL
		OR id IN (SELECT n.id FROM note n JOIN import m ON m.id = n.import_id WHERE n.import_id = ?1 AND `+editedSince+"))",
		id); err != nil {
		return err
	}
	if _, err := t.exec("UPDATE note SET deleted_at = ? WHERE import_id = ? AND deleted_at IS NULL", t.stamp(), id); err != nil {
		return err
	}
	if err := t.refileEach("SELECT id FROM note WHERE import_id = ? AND search_id IS NOT NULL ORDER BY id", id); err != nil {
		return err
	}
	if err := t.bringBackOlder(id); err != nil {
		return err
	}
	if err := t.hidePeople(id); err != nil {
		return err
	}
	t.j.mergeWhenQuiet()
	t.back(notes.TakeImport{Import: id})
	return nil
}

// bringBackOlder shows again what the import had taken the place of, but what was taken back itself meanwhile.
func (t *tx) bringBackOlder(id notes.ImportID) error {
	older, err := list(t.conn, "SELECT id FROM note WHERE replaced_by = ? ORDER BY id", []any{id}, scalar[notes.NoteID])
	if err != nil {
		return err
	}
	for _, n := range older {
		if _, err := t.exec(`UPDATE note SET replaced_by = NULL, deleted_at = CASE WHEN import_id IN
			(SELECT id FROM import WHERE undone_at IS NOT NULL) THEN deleted_at END WHERE id = ?`, n); err != nil {
			return err
		}
		if err := t.refile(n); err != nil {
			return err
		}
	}
	return nil
}

// hidePeople takes away the people who came with an import, as far as nothing else is about them and the manager left them as
// they came; the others are the journal's own from then on.
func (t *tx) hidePeople(id notes.ImportID) error {
	ids, err := list(t.conn, "SELECT id FROM person WHERE import_id = ? AND deleted_at IS NULL ORDER BY id", []any{id},
		scalar[notes.PersonID])
	if err != nil {
		return err
	}
	var names []string
	for _, who := range ids {
		stays, err := t.isWanted(who, id)
		if err != nil {
			return err
		}
		if stays {
			if _, err := t.exec("UPDATE person SET import_id = NULL WHERE id = ?", who); err != nil {
				return err
			}
			continue
		}
		p, err := t.person(who)
		if err != nil {
			return err
		}
		names = append(names, namesOf(p)...)
		if _, err := t.exec("UPDATE person SET deleted_at = ?1, updated_at = max(?1, updated_at + 1) WHERE id = ?2",
			t.stamp(), who); err != nil {
			return err
		}
	}
	if len(names) == 0 {
		return nil
	}
	return t.namesChanged(names)
}

// isWanted reports whether the manager changed somebody who came with an import since, or there is anything else about them.
func (t *tx) isWanted(who notes.PersonID, id notes.ImportID) (wanted bool, err error) {
	err = t.row("SELECT updated_at > (SELECT done_at FROM import WHERE id = ?2) FROM person WHERE id = ?1", []any{who, id}, &wanted)
	for _, c := range columnsOfPeople {
		if err != nil || wanted {
			return wanted, err
		}
		others := ""
		if c.table == "note" {
			others = " AND (import_id IS NULL OR import_id <> " + "?2)"
		} else {
			others = " AND ?2 = ?2"
		}
		err = t.row("SELECT EXISTS (SELECT 1 FROM "+c.table+" WHERE "+c.column+" = ?1"+others+")", []any{who, id}, &wanted)
	}
	return wanted, err
}
