package storage

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

// TestMigrationsKeepEverything opens the journals of all earlier schemas and finds every row as it was.
func TestMigrationsKeepEverything(t *testing.T) {
	steps := must[[]string](t)(migrations())
	for schema := 1; schema < len(steps); schema++ {
		t.Run(fmt.Sprint(schema), func(t *testing.T) {
			path := keptJournal(t, schema)
			columns, _ := everyRow(t, path, nil)
			columns, before := withoutTokens(t, path, columns)
			if len(before["note"]) < 6 || len(before["item"]) < 20 || len(before["tombstone"]) == 0 {
				t.Fatalf("the kept journal holds %d notes, %d items", len(before["note"]), len(before["item"]))
			}
			j, err := Open(path, Options{Now: newClock().now})
			if err != nil {
				t.Fatal(err)
			}
			if why, is := j.ReadOnly(); is {
				t.Error(why)
			}
			checkBodies(t, j, true)
			if err := j.Close(); err != nil {
				t.Fatal(err)
			}
			_, after := everyRow(t, path, columns)
			delete(before, "reading") // the number of the grammar, which is the one of now
			delete(before, "own_log") // each opening has a log of its own
			delete(before, "row_sum") // made anew after a step
			for table := range before {
				if !reflect.DeepEqual(before[table], after[table]) {
					t.Errorf("%s was\n%s\nand is\n%s", table, strings.Join(before[table], "\n"), strings.Join(after[table], "\n"))
				}
			}
			checkRebuilds(t, path, before)
		})
	}
}

// TestTagsWithoutALineAreLeftBehind opens a journal in which tags of a line outlived it, as they did before schema 13.
func TestTagsWithoutALineAreLeftBehind(t *testing.T) {
	path := keptJournal(t, 12)
	c := must[*conn](t)(openConn(writable(path)))
	if err := errors.Join(
		c.script("INSERT INTO item_tag SELECT person_id, 'gone', note_date, note_id, line + 1000 FROM item LIMIT 1"), c.close(),
	); err != nil {
		t.Fatal(err)
	}
	j := must[*Journal](t)(Open(path, Options{Now: newClock().now}))
	defer j.Close() //nolint:errcheck // it was only read
	var left, alone int
	if err := j.c.row(`SELECT count(*), count(*) FILTER (WHERE tag = 'gone') FROM item_tag`, nil, &left, &alone); err != nil || left == 0 || alone > 0 {
		t.Errorf("%d tags, %d without a line, %v", left, alone, err)
	}
}

// withoutTokens is what everyRow reads but what the index is given of notes, which is derived.
func withoutTokens(t *testing.T, path string, columns map[string]string) (map[string]string, map[string][]string) {
	t.Helper()
	for _, derived := range []string{"who", "also"} {
		names := strings.Split(columns["note"], between)
		columns["note"] = strings.Join(slices.DeleteFunc(names, func(name string) bool { return name == derived }), between)
	}
	return everyRow(t, path, columns)
}

// keptJournal is a copy of the journal that was kept of a schema.
func keptJournal(t *testing.T, schema int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), FileName)
	packed := must[*os.File](t)(os.Open(keptName(schema)))
	defer packed.Close() //nolint:errcheck // it was only read
	z := must[*gzip.Reader](t)(gzip.NewReader(packed))
	if err := os.WriteFile(path, must[[]byte](t)(io.ReadAll(z)), 0o600); err != nil {
		t.Fatal(err)
	}
	if head := must[header](t)(look(path)); head.schema != schema {
		t.Fatalf("it is of schema %d", head.schema)
	}
	return path
}

func checkBodies(t *testing.T, j *Journal, written bool) {
	t.Helper()
	n := must[notes.Note](t)(j.Note(1))
	if n.Body != everyLabel {
		t.Errorf("the body is %q", n.Body)
	}
	if len(must[[]notes.Revision](t)(j.Revisions(3))) != 1 || len(must[[]notes.Trashed](t)(j.Trash())) != 2 {
		t.Error("a revision or the trash is lost")
	}
	if err := j.CheckIndex(); written && err != nil {
		t.Error(err)
	}
	if hits, _, err := j.Search(notes.Query{Text: "outage"}); err != nil || len(hits) != 2 {
		t.Errorf("%d hits, %v", len(hits), err)
	}
	if h := must[[]notes.PromptEvent](t)(j.PromptHistory(2)); len(h) != 2 || h[0].Came != "" || h[0].Key != "s1" {
		t.Errorf("prompts %+v", h)
	}
}

func checkRebuilds(t *testing.T, path string, before map[string][]string) {
	t.Helper()
	j, err := Open(path, Options{Now: newClock().now})
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Rebuild(); err != nil {
		t.Error(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	_, after := everyRow(t, path, nil)
	if len(after["item"]) != len(before["item"]) || !reflect.DeepEqual(after["item_tag"], before["item_tag"]) {
		t.Errorf("rebuilt, %d items, %d tags", len(after["item"]), len(after["item_tag"]))
	}
}

// between stands between the columns of everyRow.
const between = ") || '|' || quote("

// everyRow reads every table of a file but the search index, row by row. It reads the tables and columns given, or all
// of them where none are given, and returns which it read.
func everyRow(t *testing.T, path string, columns map[string]string) (read map[string]string, rows map[string][]string) {
	t.Helper()
	c, err := openConn(readable(path, true))
	if err != nil {
		t.Fatal(err)
	}
	if columns == nil {
		columns = map[string]string{}
		tables := must[[]string](t)(list(c, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'
			AND name NOT LIKE 'sqlite%'`, nil, scalar[string]))
		for _, table := range tables {
			names := must[[]string](t)(list(c, "SELECT name FROM pragma_table_info('"+table+"')", nil, scalar[string]))
			columns[table] = strings.Join(names, between)
		}
	}
	rows = map[string][]string{}
	for table, names := range columns {
		rows[table] = must[[]string](t)(list(c, "SELECT quote("+names+") FROM "+table+" ORDER BY 1", nil, scalar[string]))
	}
	if err := c.close(); err != nil {
		t.Fatal(err)
	}
	return columns, rows
}
