package storage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"handback/notes"
)

// notArchived are the tables of which no row goes into an archive, each with why.
var notArchived = map[string]string{
	"item": "read from the notes", "item_tag": "read from the notes", "word": "read from the notes",
	"unworded": "read from the notes", "unindexed": "read from the notes",
	"search": "read from the notes", "search_pair": "read from the notes", "row_sum": "made from the rows",
	"own_log": "of this file", "reading": "of this file: by which grammar it was read",
	"peer": "of folders of this computer", "peer_text": "of folders of this computer", "archive_file": "of folders of this computer",
	"archive_import": "how an import is taken back here", "archive_change": "how an import is taken back here",
}

// madeHere are columns of archived tables whose value is of this file alone, each with why.
var madeHere = map[string]string{
	"id": "a number of this file", "note.title": "read from the text", "note.open": "read from the text", "note.who": "read from the text",
	"note.also":      "read from the text",
	"note.search_id": "a number of the index", "note.sum": "made from the text", "revision.sum": "made from the text",
}

// TestEveryColumnIsInTheArchive walks the schema: each table is archived or named with why it isn't, and each column of an archived row is
// the same in a new journal that takes the archive in. A later step that adds a table or a column has to carry it, or to say why not.
func TestEveryColumnIsInTheArchive(t *testing.T) {
	from, clock := newJournal(t)
	fillWithEverything(t, from, clock)
	takeIn(t, from, notes.Brought{Origin: "a", Person: 2, Date: "2025-03-03", Body: "todo: x"})
	dir, n := t.TempDir(), 0
	filled := map[string]bool{}
	sameColumns(t, actor{j: from, clock: clock, dir: dir}, &n, filled)
	rapid.Check(t, some(40, func(rt *rapid.T) {
		a := newActor(rt, dir, &n)
		defer a.j.Close() //nolint:errcheck // the file goes
		a.changes(12)
		sameColumns(rt, a, &n, filled)
	}))
	var empty []string
	for column, had := range filled {
		if !had {
			empty = append(empty, column)
		}
	}
	slices.Sort(empty)
	t.Logf("%d columns held something, these never did: %v", len(filled)-len(empty), empty)
}

// sameColumns holds the rows of a journal to those of a new one that took its archive in.
func sameColumns(t fataler, a actor, n *int, filled map[string]bool) {
	t.Helper()
	folder := a.folder(n)
	exportTo(t, a.j, folder)
	to := freshJournal(t, a.dir, n, a.clock.now)
	defer to.Close() //nolint:errcheck // the file goes
	importFrom(t, to, folder)
	names := listOf[string](t, a.j, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
		AND name NOT LIKE 'search\_%' ESCAPE '\' UNION SELECT 'search_pair' ORDER BY 1`)
	tables, err := a.j.c.arcTables()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		at := slices.IndexFunc(tables, func(a *arcTable) bool { return a.name == name })
		if archived := at >= 0 || name == arcTombstones; archived == (notArchived[name] != "") {
			t.Fatal(fmt.Sprintf("%s is archived: %v, and named as one that isn't: %q", name, archived, notArchived[name]))
		}
		if at < 0 {
			continue
		}
		for _, column := range listOf[string](t, a.j, "SELECT name FROM pragma_table_info(?)", name) {
			if madeHere[column] == "" && madeHere[name+"."+column] == "" {
				sameColumn(t, a.j, to, tables[at], column, filled)
			}
		}
	}
}

func sameColumn(t fataler, from, to *Journal, table *arcTable, column string, filled map[string]bool) {
	t.Helper()
	refers := ""
	if i, ok := table.column(column); ok {
		refers = table.columns[i].refers
	}
	key := table.name + "." + column
	filled[key] = filled[key] || false
	now := columnOf(t, to, table.name, column, refers, "1")
	for uid, was := range columnOf(t, from, table.name, column, refers, table.shown) {
		is, there := now[uid]
		if !there && table.name == "setting" { // settings of this computer stay here
			continue
		}
		if !there || is != was {
			t.Fatal(fmt.Sprintf("%s of %s was %q and is %q", key, uid, was, is))
		}
		filled[key] = filled[key] || was != "" && was != "0"
	}
}

func listOf[T any](t fataler, j *Journal, query string, args ...any) []T {
	t.Helper()
	all, err := list(j.c, query, args, scalar[T])
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// columnOf is a column of all rows r that fulfil a condition, by their uid; what refers to another row is its uid.
func columnOf(t fataler, j *Journal, table, column, refers, where string) map[string]string {
	t.Helper()
	value := "r." + column
	if refers != "" {
		value = "(SELECT x.uid FROM " + refers + " x WHERE x.id = r." + column + ")"
	}
	all := map[string]string{}
	query := fmt.Sprintf("SELECT r.uid || char(0) || coalesce(%s, '') FROM %s r WHERE %s", value, table, where)
	for _, row := range listOf[string](t, j, query) {
		uid, value, _ := strings.Cut(row, "\x00")
		all[uid] = value
	}
	return all
}
