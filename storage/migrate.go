package storage

import (
	"embed"
	"fmt"
	"io/fs"

	"handback/notes"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// applicationID says that an SQLite file is a Handback journal: "Hbck".
const applicationID = 0x4862636b

// migrations are the steps from nothing to the present schema, in order; the schema of a journal is how many of them
// it has had.
func migrations() ([]string, error) {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	out := make([]string, 0, len(names))
	for i, name := range names {
		if want := fmt.Sprintf("migrations/%04d_", i+1); name[:len(want)] != want {
			return nil, fmt.Errorf("migration %d is called %s", i+1, name)
		}
		text, err := migrationFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out = append(out, string(text))
	}
	return out, nil
}

// wholeSchema is what all steps make of an empty file, as one script: each step reads the whole schema again for every column that
// it adds, which takes most of the time in which a new journal is made. `make schema` writes it, and a test holds it to the steps.
//
//go:embed schema.sql
var wholeSchema string

// makeSchema writes the present schema into a database in which nothing is.
func (j *Journal) makeSchema(steps []string) error {
	err := j.write(func(t *tx) error { return t.script(wholeSchema + atSchema(len(steps))) })
	if err != nil {
		return err
	}
	return j.afterSteps()
}

// atSchema says in the file which schema it has.
func atSchema(schema int) string {
	return fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", schema, applicationID)
}

// migrate brings a journal from schema have to the present one, each step in a transaction of its own, so that a
// process that dies leaves the old schema or the next one and nothing between.
func (j *Journal) migrate(have int, steps []string) error {
	for i := have; i < len(steps); i++ {
		err := j.write(func(t *tx) error {
			if err := t.script(steps[i]); err != nil {
				return fmt.Errorf("bring the journal to schema %d: %w", i+1, err)
			}
			return t.script(atSchema(i + 1))
		})
		if err != nil {
			return err
		}
	}
	return j.afterSteps()
}

// afterSteps does what needs the present schema: what the steps have asked for, and what a new grammar does.
func (j *Journal) afterSteps() error {
	if err := j.readByThisGrammar(); err != nil { // before anything is read anew
		return err
	}
	for _, late := range []struct {
		key string
		do  func(*tx) error
	}{{firstTemplatesKey, (*tx).firstTemplates}, {readAnewKey, (*tx).readAnew}} {
		var asked int
		if err := j.c.row("SELECT count(*) FROM setting WHERE key = ?", []any{late.key}, &asked); err != nil {
			return err
		}
		if asked == 0 {
			continue
		}
		if err := j.write(late.do); err != nil {
			return err
		}
	}
	return nil
}

// readAnewKey is the setting by which a step asks that every note be read again.
const readAnewKey = "read anew"

// readAnew reads every note again, and keeps all places in the search index. It comes behind the last step, since it needs
// the present schema; what asked for it goes in the same transaction.
func (t *tx) readAnew() error {
	if _, err := t.exec("INSERT INTO search (search) VALUES ('delete-all')"); err != nil {
		return err
	}
	if _, err := t.exec("INSERT INTO search_pair (search_pair) VALUES ('delete-all')"); err != nil {
		return err
	}
	ids, err := list(t.conn, "SELECT id FROM note WHERE search_id IS NOT NULL ORDER BY search_id", nil, scalar[notes.NoteID])
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := t.indexAnew(id); err != nil {
			return err
		}
	}
	t.j.mergeWhenQuiet()
	_, err = t.exec("DELETE FROM setting WHERE key = ?", readAnewKey)
	return err
}

// indexAnew reads a note that the search index has forgotten, at its old place.
func (t *tx) indexAnew(id notes.NoteID) error {
	r, err := t.record(id)
	if err != nil {
		return err
	}
	f, err := t.read(&r)
	if err != nil {
		return err
	}
	if err := t.setAlso(&r, f.also); err != nil {
		return err
	}
	if r.who != f.who || r.Title != f.title || r.Open != f.open {
		if _, err := t.exec("UPDATE note SET who = ?, title = ?, open = ? WHERE id = ?", f.who, f.title, f.open, id); err != nil {
			return err
		}
	}
	if err := t.index(&r, f.who); err != nil {
		return err
	}
	return t.replaceItems(id, f.rows)
}
