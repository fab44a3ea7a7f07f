package storage

import (
	"errors"
	"os"
	"slices"
	"strings"
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// Rebuild makes everything that is derived from the notes again: item, tag and search rows, titles and counts. It
// changes nothing else, and in a sound journal nothing at all. The tables are made anew, so that none of their pages need be whole.
func (j *Journal) Rebuild() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.rebuild(); err != nil {
		return err
	}
	j.found = withoutDerived(j.found)
	return nil
}

func withoutDerived(found []notes.Found) (rest []notes.Found) {
	for _, f := range found {
		if !f.OnlyDerived() {
			rest = append(rest, f)
		}
	}
	return rest
}

func (j *Journal) rebuild() error {
	defs, err := derivedDefinitions()
	if err != nil {
		return err
	}
	err = j.transact(func(t *tx) error {
		if err := t.dropDerived(); err != nil {
			return err
		}
		return t.makeDerived(defs)
	})
	if errors.Is(err, notes.ErrDamaged) || isMissing(err) {
		err = j.rebuildUnhooked(defs)
	}
	if err != nil {
		return err
	}
	j.vocabulary, j.taken, j.swept = nil, nil, ""
	j.unread = mergeAfter
	j.mergeIfMany()
	return j.takeWords()
}

// dropDerived drops the derived tables as long as their pages can be read.
func (t *tx) dropDerived() error {
	for _, table := range derivedTables {
		if err := t.script("DROP TABLE IF EXISTS " + table); err != nil {
			return err
		}
	}
	return nil
}

// makeDerived makes the derived tables and files every note.
func (t *tx) makeDerived(defs []string) error {
	for _, def := range defs {
		if err := t.script(def); err != nil {
			return err
		}
	}
	if _, err := t.exec("UPDATE note SET search_id = NULL"); err != nil {
		return err
	}
	t.caughtUp = true
	return t.refileEach("SELECT id FROM note ORDER BY date, id")
}

// rebuildUnhooked has the schema forget the derived tables, of which no page is read then, writes the file anew without them, and
// makes them. Where the program ends on the way there are none, and the next opening makes them.
func (j *Journal) rebuildUnhooked(defs []string) error {
	if err := j.c.script("PRAGMA writable_schema = ON"); err != nil {
		return err
	}
	err := j.transact(func(t *tx) error {
		_, err := t.exec("DELETE FROM sqlite_schema WHERE tbl_name IN ('" + strings.Join(derivedTables, "', '") + `')
			OR tbl_name LIKE 'search\_%' ESCAPE '\' AND type IN ('table', 'index')`)
		return err
	})
	if err := errors.Join(err, j.c.script("PRAGMA writable_schema = RESET")); err != nil {
		return err
	}
	if err := j.c.script("VACUUM"); err != nil { // it takes no page of a table that is forgotten
		return err
	}
	if err := j.transact(func(t *tx) error { return t.makeDerived(defs) }); err != nil {
		return err
	}
	return j.empty()
}

// derivedDefinitions are the statements that make the derived tables.
func derivedDefinitions() (defs []string, err error) {
	c, err := openConn(mode{dsn: ":memory:"})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, c.close()) }()
	if err := c.script(wholeSchema); err != nil {
		return nil, err
	}
	quoted := "'" + strings.Join(derivedTables, "', '") + "'"
	defs, err = list(c, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type IN ('table', 'index') AND tbl_name IN ("+quoted+
		") ORDER BY type DESC, rowid", nil, scalar[string])
	if err != nil {
		return nil, err
	}
	for _, index := range []string{"search", "search_pair"} {
		config, err := list(c, "SELECT 'INSERT INTO "+index+" ("+index+", rank) VALUES (''' || k || ''', ' || quote(v) || ')' FROM "+index+
			"_config WHERE k <> 'version'", nil, scalar[string])
		if err != nil {
			return nil, err
		}
		defs = append(defs, config...)
	}
	return defs, nil
}

// mendAtOnce is up to which size of its file a journal is mended while it is opened, in bytes.
const mendAtOnce = 24 << 20

// mayMend reports whether a journal that couldn't be opened is to be mended at once.
func mayMend(path string, err error) bool {
	st, fault := os.Stat(path)
	return errors.Is(err, notes.ErrDamaged) && fault == nil && st.Mode().IsRegular() && st.Size() > 0 && st.Size() <= mendAtOnce
}

// Mend makes lists and search anew in the journal at path, where only they are damaged, and keeps a copy of the files as they
// were. It returns ErrDamaged, with nothing changed, where more is.
func Mend(path string, now func() time.Time) (found notes.Found, err error) {
	if path, err = place(path, false); err != nil {
		return found, err
	}
	j := &Journal{path: path, now: now, mayWait: true, clean: func() error { return nil }}
	if err := j.take(); err != nil {
		return found, errors.Join(explain(path, err), j.close())
	}
	err = j.mend()
	if err == nil {
		found = j.found[len(j.found)-1]
	}
	return found, errors.Join(explainMend(path, err), j.close())
}

func explainMend(path string, err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, notes.ErrEmpty) {
		return err // it says what can be done
	}
	if errors.Is(err, notes.ErrDamaged) {
		return say(notes.ErrDamaged, err, voice.T("The damage in {path} goes beyond lists and search, so it can't be repaired. "+
			"Save what can be read, or open a backup.", "path", path))
	}
	return explain(path, err)
}

func (j *Journal) mend() error {
	if j.why != "" {
		return say(notes.ErrReadOnly, nil, j.why)
	}
	if err := j.hold(); err != nil {
		return err
	}
	if err := j.sortLog(); err != nil {
		return err
	}
	if err := j.durableWhole(); err != nil {
		return err
	}
	kept, err := j.keepBoth()
	if err != nil {
		return err
	}
	j.mode = writable(j.path)
	if j.c, err = openConn(j.mode); err != nil {
		return err
	}
	j.c.clock = j.now
	if err := j.rebuild(); err != nil {
		return err
	}
	j.finds(notes.Found{Kind: notes.FoundMended, Path: kept})
	return j.empty()
}

// durableWhole returns ErrDamaged where a table that isn't derived is.
func (j *Journal) durableWhole() (err error) {
	c, err := openConn(readable(j.path, !exists(j.path+"-wal")))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.close()) }()
	var schema int
	if err := c.row("PRAGMA user_version", nil, &schema); err != nil {
		return err
	}
	steps, err := migrations()
	if err != nil {
		return err
	}
	if schema != len(steps) {
		return notes.ErrDamaged // of which tables and columns there are
	}
	tables, err := c.durableTables()
	if err != nil {
		return err
	}
	for _, table := range tables {
		said, err := one(c, "PRAGMA integrity_check('"+table+"')", scalar[string])
		if err != nil {
			return err
		}
		if said != "ok" {
			return notes.ErrDamaged
		}
	}
	return nil
}

func (c *conn) durableTables() ([]string, error) {
	all, err := list(c, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", nil, scalar[string])
	return slices.DeleteFunc(all, isDerived), err
}

// isDerived reports whether a table, or the index that it is part of, is made from the notes.
func isDerived(table string) bool {
	return slices.Contains(derivedTables, table) || strings.HasPrefix(table, "search_")
}

// CheckIndex compares the search index and its words with the notes; it returns ErrDamaged where they differ, which Rebuild mends.
func (j *Journal) CheckIndex() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.checkIndex()
}

func (j *Journal) checkIndex() error {
	return j.write(func(t *tx) error {
		if _, err := t.exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"); err != nil {
			return err
		}
		return t.checkWords()
	})
}
