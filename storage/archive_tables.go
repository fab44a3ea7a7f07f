package storage

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/backups"
	"handback/notes/calendar"
	"handback/notes/voice"
)

// arcTable is a table of which every row goes into an archive. It is read from the schema, so that what a later step adds to
// a journal is carried too.
type arcTable struct {
	name    string
	columns []arcColumn
	unique  []arcUnique
	hang    []arcHang // what is deleted together with a row of it
	query   string    // of all columns, with uids in place of ids
	shown   string    // which rows r go out: none of an import that is under way, or was taken back
}

type arcColumn struct {
	name   string
	number bool
	must   bool   // it can't be null
	time   bool   // milliseconds of UTC
	refers string // to which table, "" where to none
}

// arcUnique is what no two rows of a table may have in common, where the rows fulfil a condition.
type arcUnique struct {
	columns []string
	where   string
}

type arcHang struct{ table, column string }

// notCarried are columns that are made from others when a row is put into a journal.
var notCarried = map[string][]string{"note": {"title", "open", "who", "search_id", "also", "sum"}, "revision": {"sum"}}

// Tombstones are carried too, but are no rows of any kind.
const arcTombstones = "tombstone"

// arcSchemas are what was read of the schemas that were met, by their text.
var arcSchemas sync.Map // of string, []*arcTable

// arcTables are the tables of the schema, with what others refer to first. Nobody changes them.
func (c *conn) arcTables() ([]*arcTable, error) {
	schema, err := one(c, "SELECT group_concat(sql, char(10) ORDER BY type, name) FROM sqlite_schema WHERE type IN ('table', 'index')",
		scalar[string])
	if err != nil {
		return nil, err
	}
	if known, is := arcSchemas.Load(schema); is {
		return slices.Clone(known.([]*arcTable)), nil
	}
	all, err := c.readArcTables()
	if err != nil {
		return nil, err
	}
	arcSchemas.Store(schema, all)
	return slices.Clone(all), nil
}

func (c *conn) readArcTables() ([]*arcTable, error) {
	names, err := list(c, `SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) i ON i.name = 'uid'
		WHERE m.type = 'table' AND m.name <> 'tombstone' ORDER BY m.name`, nil, scalar[string])
	if err != nil {
		return nil, err
	}
	var all []*arcTable
	for _, name := range names {
		t := &arcTable{name: name}
		if err := c.arcColumns(t); err != nil {
			return nil, err
		}
		if err := c.arcUniques(t); err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	ordered := referredFirst(all)
	for _, t := range ordered {
		for _, other := range ordered {
			for _, col := range other.columns {
				if col.refers == t.name && col.must {
					t.hang = append(t.hang, arcHang{other.name, col.name})
				}
			}
		}
		t.query, t.shown = t.selects(), t.goesOut()
	}
	return ordered, nil
}

func (c *conn) arcColumns(t *arcTable) error {
	refers := map[string]string{}
	_, err := list(c, `SELECT "from", "table" FROM pragma_foreign_key_list(?)`, []any{t.name}, func(s scanner) (struct{}, error) {
		var from, to string
		err := s.Scan(&from, &to)
		refers[from] = to
		return struct{}{}, err
	})
	if err != nil {
		return err
	}
	t.columns, err = list(c, `SELECT name, type = 'INTEGER', "notnull" FROM pragma_table_info(?) ORDER BY cid`, []any{t.name},
		func(s scanner) (col arcColumn, err error) {
			err = s.Scan(&col.name, &col.number, &col.must)
			col.refers = refers[col.name]
			col.time = col.number && (col.name == "at" || strings.HasSuffix(col.name, "_at"))
			return col, err
		})
	t.columns = slices.DeleteFunc(t.columns, func(col arcColumn) bool {
		return col.name == "id" || slices.Contains(notCarried[t.name], col.name)
	})
	return err
}

func (c *conn) arcUniques(t *arcTable) error {
	type index struct{ name, sql string }
	all, err := list(c, `SELECT i.name, coalesce(m.sql, '') FROM pragma_index_list(?) i LEFT JOIN sqlite_master m ON m.name = i.name
		WHERE i."unique" AND i.origin <> 'pk' ORDER BY i.name`, []any{t.name}, func(s scanner) (i index, err error) {
		err = s.Scan(&i.name, &i.sql)
		return i, err
	})
	if err != nil {
		return err
	}
	for _, i := range all {
		columns, err := list(c, "SELECT name FROM pragma_index_info(?) ORDER BY seqno", []any{i.name}, scalar[string])
		if err != nil {
			return err
		}
		if slices.Equal(columns, []string{"uid"}) || slices.Contains(columns, "search_id") {
			continue
		}
		u := arcUnique{columns: columns}
		_, u.where, _ = strings.Cut(i.sql, " WHERE ")
		t.unique = append(t.unique, u)
	}
	return nil
}

// referredFirst orders tables so that each stands behind those that it refers to.
func referredFirst(all []*arcTable) (out []*arcTable) {
	done := map[string]bool{}
	for len(out) < len(all) {
		n := len(out)
		for _, t := range all {
			ready := !done[t.name] && !slices.ContainsFunc(t.columns, func(c arcColumn) bool {
				return c.refers != "" && c.refers != t.name && !done[c.refers]
			})
			if ready {
				done[t.name] = true
				out = append(out, t)
			}
		}
		if len(out) == n { // a circle; there is none in the schema, which a test holds
			return out
		}
	}
	return out
}

// selects reads the columns of a table r; of what they refer to they give the uid.
func (t *arcTable) selects() string {
	var cols, joins []string
	for i, c := range t.columns {
		if c.refers == "" {
			cols = append(cols, "r."+c.name)
			continue
		}
		cols = append(cols, fmt.Sprintf("j%d.uid", i))
		joins = append(joins, fmt.Sprintf(" LEFT JOIN %s j%d ON j%d.id = r.%s", c.refers, i, i, c.name))
	}
	return "SELECT " + strings.Join(cols, ", ") + " FROM " + t.name + " r" + strings.Join(joins, "")
}

// hiddenImports are those that are no part of the journal.
const hiddenImports = "(SELECT id FROM import WHERE done_at IS NULL OR undone_at IS NOT NULL)"

// goesOut is the condition of which rows r of a table are part of the journal.
func (t *arcTable) goesOut() string {
	has := func(name string) bool { _, ok := t.column(name); return ok }
	switch {
	case t.name == "import":
		return "r.id NOT IN " + hiddenImports
	case t.name == "person": // who stays when an import is taken back has nothing of it any more
		return "(r.import_id IS NULL OR r.deleted_at IS NULL OR r.import_id NOT IN " + hiddenImports + ")"
	case has("import_id"):
		return "(r.import_id IS NULL OR r.import_id NOT IN " + hiddenImports + ")"
	case t.name == "earlier_person":
		return "r.earlier_id NOT IN (SELECT e.id FROM earlier e JOIN note n ON n.id = e.note_id WHERE n.import_id IN " + hiddenImports +
			") AND r.person_id NOT IN (SELECT id FROM person WHERE deleted_at IS NOT NULL AND import_id IN " + hiddenImports + ")"
	case has("note_id"):
		return "r.note_id NOT IN (SELECT id FROM note WHERE import_id IN " + hiddenImports + ")"
	case has("note_uid"):
		return "r.note_uid NOT IN (SELECT uid FROM note WHERE import_id IN " + hiddenImports + ")"
	}
	return "1"
}

func (t *arcTable) column(name string) (int, bool) {
	i := slices.IndexFunc(t.columns, func(c arcColumn) bool { return c.name == name })
	return i, i >= 0
}

// value is a column of a row that was read, nil where it is null or there is no such column.
func (t *arcTable) value(values []any, name string) any {
	if i, ok := t.column(name); ok {
		return values[i]
	}
	return nil
}

func (t *arcTable) text(values []any, name string) string {
	s, _ := t.value(values, name).(string)
	return s
}

func (t *arcTable) int(values []any, name string) int64 {
	n, _ := t.value(values, name).(int64)
	return n
}

// scanValues reads a row of all columns into values of its own.
func (t *arcTable) scanValues(s scanner) ([]any, error) {
	read, ok := s.(row)
	if !ok {
		return nil, fmt.Errorf("a row of %s cannot be read whole", t.name)
	}
	out := make([]any, len(t.columns))
	for i := range out {
		switch v := read[i].(type) {
		case []byte:
			out[i] = string(v)
		case time.Time:
			return nil, fmt.Errorf("%s.%s is read as a time", t.name, t.columns[i].name)
		default:
			out[i] = v
		}
	}
	return out, nil
}

// fields are a row as an archive has it: what is empty anyway is left out, the uid stands first.
func (t *arcTable) fields(values []any, except string) []archive.Field {
	out := make([]archive.Field, 0, len(t.columns))
	for i, c := range t.columns {
		if c.name == except {
			continue
		}
		switch v := values[i].(type) {
		case int64:
			switch {
			case c.time:
				out = append(out, archive.Field{Name: c.name, Text: msText(v)})
			case v != 0 || !c.must:
				out = append(out, archive.Number(c.name, v))
			}
		case string:
			if v != "" || !c.must {
				out = append(out, archive.Field{Name: c.name, Text: v})
			}
		}
	}
	return out
}

const msForm = "2006-01-02T15:04:05.000Z"

func msText(ms int64) string { return time.UnixMilli(ms).UTC().Format(msForm) }

// msOf reads a time as it was written, or as one types it.
func msOf(text string) (int64, bool) {
	for _, form := range []string{msForm, time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02"} {
		if at, err := time.Parse(form, text); err == nil {
			return at.UnixMilli(), true
		}
	}
	return 0, false
}

// values are a row of an archive as the columns of the table: uids in place of ids, nil where nothing is said.
func (t *arcTable) values(r *archive.Row) ([]any, error) {
	body := ""
	if k, ok := archive.KindOf(t.name); ok {
		body = k.Body
	}
	out := make([]any, len(t.columns))
	for i, c := range t.columns {
		text, said := r.Get(c.name)
		if c.name == body && r.Body != "" {
			text, said = r.Body, true
		}
		v, ok := c.read(text, said)
		if !ok {
			return nil, archive.Bad{
				File: r.File, Line: r.Line,
				Why: voice.T("“{value}” isn't a valid value for {name}.", "value", text, "name", c.name),
			}
		}
		out[i] = v
	}
	return out, nil
}

// read is a text as a value of the column: the uid of what it refers to, nil where nothing is said that has to be.
func (c arcColumn) read(text string, said bool) (v any, ok bool) {
	switch {
	case c.refers != "" && text == "":
		return nil, true
	case c.refers != "" || said && !c.number:
		return text, true
	case said && text != "":
		n, err := strconv.ParseInt(text, 10, 64)
		if at, ok := msOf(text); c.time && err != nil && ok {
			return at, true
		}
		return n, err == nil
	case !c.must:
		return nil, true
	case c.number:
		return int64(0), true
	}
	return "", true
}

// ofMachine reports whether a setting is of the computer, or of the moment, and not of the journal.
func ofMachine(key string) bool {
	return key == readAnewKey || key == firstTemplatesKey || key == notes.SettingForms || key == clockKey || key == checkedKey ||
		key == checkingKey || key == calendar.KeyPath || key == notes.SettingCaptured || key == erasedKey || strings.HasPrefix(key, "lock.") ||
		strings.HasPrefix(key, "look.") || strings.HasPrefix(key, "window.") || strings.HasPrefix(key, archiveKeys) ||
		strings.HasPrefix(key, backups.Settings) || strings.HasPrefix(key, "saveas.")
}

// archiveKeys is how the settings begin that say what this computer knows of archives.
const archiveKeys = "archive."
