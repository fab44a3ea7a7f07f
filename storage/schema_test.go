package storage

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
)

var writeSchema = flag.Bool("write-schema", false, "write schema.sql anew from the steps")

// TestANewJournalHasWhatTheStepsMake: what schema.sql makes of an empty file is what all steps make of it, to the letter.
func TestANewJournalHasWhatTheStepsMake(t *testing.T) {
	stepped := emptyDatabase(t)
	for _, step := range must[[]string](t)(migrations()) {
		try(t, stepped.script(step))
	}
	try(t, stepped.script(rowTriggers(must[[]string](t)(stepped.summedTables()))))
	made := scriptOf(t, stepped)
	if *writeSchema {
		try(t, os.WriteFile("schema.sql", []byte(made), 0o600))
		wholeSchema = made
	}
	if made != wholeSchema {
		t.Error("schema.sql is not what the steps make; make schema writes it")
	}
	atOnce := emptyDatabase(t)
	try(t, atOnce.script(wholeSchema))
	if got := scriptOf(t, atOnce); got != made {
		t.Errorf("schema.sql makes\n%s\nwhere the steps make\n%s", got, made)
	}
	if len(made) < 10_000 {
		t.Errorf("only this was compared: %s", made)
	}
}

func emptyDatabase(t *testing.T) *conn {
	t.Helper()
	c := must[*conn](t)(openConn(mode{dsn: ":memory:"}))
	t.Cleanup(func() { try(t, c.close()) })
	return c
}

// scriptOf is a script that makes what there is in a database: what it is made of in the order in which it was made, then the rows.
func scriptOf(t *testing.T, c *conn) string {
	t.Helper()
	const head = "-- Written by TestANewJournalHasWhatTheStepsMake from the migrations; not edited by hand.\n"
	shadows := must[[]string](t)(list(c, "SELECT name FROM pragma_table_list WHERE type = 'shadow'", nil, scalar[string]))
	type made struct{ kind, name, sql string }
	all := must[[]made](t)(list(c, `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
		ORDER BY type = 'trigger', rowid`, nil, func(s scanner) (m made, err error) { return m, s.Scan(&m.kind, &m.name, &m.sql) }))
	var b, rows strings.Builder
	b.WriteString(head)
	for _, m := range all {
		if slices.Contains(shadows, m.name) {
			continue
		}
		b.WriteString(m.sql + ";\n")
		if m.kind != "table" {
			continue
		}
		if strings.HasPrefix(m.sql, "CREATE VIRTUAL TABLE") {
			for _, set := range must[[]string](t)(list(c, "SELECT '(''' || k || ''', ' || quote(v) || ')' FROM "+m.name+
				"_config WHERE k <> 'version' ORDER BY k", nil, scalar[string])) {
				rows.WriteString("INSERT INTO " + m.name + " (" + m.name + ", rank) VALUES " + set + ";\n")
			}
			continue
		}
		columns := must[[]string](t)(list(c, "SELECT name FROM pragma_table_info('"+m.name+"') ORDER BY cid", nil, scalar[string]))
		for _, values := range must[[]string](t)(list(c, "SELECT quote("+strings.Join(columns, ") || ', ' || quote(")+") FROM "+m.name+
			" ORDER BY 1", nil, scalar[string])) {
			rows.WriteString("INSERT INTO " + m.name + " (" + strings.Join(columns, ", ") + ") VALUES (" + values + ");\n")
		}
	}
	return b.String() + rows.String()
}
