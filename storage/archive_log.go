package storage

import (
	"fmt"
	"strings"
)

// An archive is taken in in pieces, between which the manager may write. What it does to each row is logged by triggers that hold
// for this connection alone, and only while a piece is being written. By the log an import is taken back: whole, or what there is
// of one that was cancelled or cut off.

// The turns in which what an import did to rows is taken back; the place of the table is added.
const (
	comesAgain = 1000 // what it deleted
	asBefore   = 2000 // what it changed
	goesAway   = 3000 // what it brought, those tables first that refer to others
	neverWas   = 9000 // what it brought and took away again
)

// logged are the columns of a table by which a row is put back as it was.
func (t *arcTable) logged() []string {
	names := []string{"id"}
	for _, c := range t.columns {
		names = append(names, c.name)
	}
	return names
}

// changedColumns are those of which a change is logged: not what is made from others.
func (t *arcTable) changedColumns() []string { return t.logged()[1:] }

// logTables are the tables of an archive and what was deleted for good, in the order in which a row needs others.
func (c *conn) logTables() ([]*arcTable, error) {
	tables, err := c.arcTables()
	tomb := &arcTable{name: arcTombstones}
	for _, name := range []string{"uid", "kind", "at"} {
		tomb.columns = append(tomb.columns, arcColumn{name: name, must: true})
	}
	return append(tables, tomb), err
}

// startLog makes the triggers. Nothing is logged before logTo is called.
func (c *conn) startLog(tables []*arcTable) error {
	statements := []string{
		"CREATE TEMP TABLE IF NOT EXISTS importing (id INTEGER);", "DELETE FROM importing;", "INSERT INTO importing VALUES (NULL);",
	}
	for place, t := range tables {
		statements = append(statements, t.triggers(place)...)
	}
	return c.script(strings.Join(statements, "\n"))
}

// logOf is the condition by which what was logged of a row is found. The + takes the affinity of the key away: held against a
// column that has one, the row would be looked for in all that was logged of its table.
func (t *arcTable) logOf(row, key string) string {
	return fmt.Sprintf("archive_change.import_id = (SELECT id FROM importing) AND archive_change.tab = '%s' AND archive_change.row = +%s.%s",
		t.name, row, key)
}

// triggers log what is done to rows of a table.
func (t *arcTable) triggers(place int) []string {
	key, old, after := "id", t.logged(), "NULL"
	changed := t.changedColumns()
	if t.name == arcTombstones {
		key, old, changed = "uid", t.changedColumns(), t.changedColumns()
	}
	if _, dated := t.column("updated_at"); dated {
		after = "NEW.updated_at"
	}
	var pairs []string
	for _, name := range old {
		pairs = append(pairs, "'"+name+"', OLD."+name)
	}
	before := "json_object(" + strings.Join(pairs, ", ") + ")"
	put := func(row, before, after string, rank int) string {
		return fmt.Sprintf(`INSERT INTO archive_change (import_id, tab, row, rank, before, after)
			SELECT (SELECT id FROM importing), '%s', %s.%s, %d, %s, %s WHERE NOT EXISTS (SELECT 1 FROM archive_change WHERE %s);`,
			t.name, row, key, rank, before, after, t.logOf(row, key))
	}
	set := func(row, what string) string {
		return fmt.Sprintf("UPDATE archive_change SET %s WHERE %s;", what, t.logOf(row, key))
	}
	again := fmt.Sprintf("rank = CASE WHEN before IS NULL THEN %d ELSE %d END", goesAway+999-place, asBefore+place)
	gone := fmt.Sprintf("after = NULL, rank = CASE WHEN before IS NULL THEN %d ELSE %d END", neverWas, comesAgain+place)
	trigger := func(name, when string, does ...string) string {
		return fmt.Sprintf("CREATE TEMP TRIGGER IF NOT EXISTS log_%s_%s AFTER %s ON %s WHEN (SELECT id FROM importing) IS NOT NULL BEGIN %s END;",
			t.name, name, when, t.name, strings.Join(does, " "))
	}
	came := fmt.Sprintf(`INSERT INTO archive_change (import_id, tab, row, rank, before, after)
		VALUES ((SELECT id FROM importing), '%s', NEW.%s, %d, NULL, %s)
		ON CONFLICT (import_id, tab, row) DO UPDATE SET %s, after = excluded.after;`, t.name, key, goesAway+999-place, after, again)
	return []string{
		trigger("came", "INSERT", came),
		trigger("changed", "UPDATE OF "+strings.Join(changed, ", "), set("OLD", "after = "+after), put("OLD", before, after, asBefore+place)),
		trigger("went", "DELETE", set("OLD", gone), put("OLD", before, "NULL", comesAgain+place)),
	}
}

// endLog takes the triggers away.
func (c *conn) endLog(tables []*arcTable) error {
	if c.closed() {
		return nil
	}
	var statements []string
	for _, t := range tables {
		for _, name := range []string{"came", "changed", "went"} {
			statements = append(statements, "DROP TRIGGER IF EXISTS temp.log_"+t.name+"_"+name+";")
		}
	}
	return c.script(strings.Join(append(statements, "DROP TABLE IF EXISTS temp.importing;"), "\n"))
}

// logTo logs what is done from here on as an import's; 0 ends that.
func (c *conn) logTo(id int64) error {
	_, err := c.exec("UPDATE importing SET id = nullif(?, 0)", id)
	return err
}
