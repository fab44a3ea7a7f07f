package storage

import (
	"fmt"
	"strings"

	"handback/notes"
)

// asLeft opens the change that takes an act back: it holds what the act left where the change is about to write, and lets
// the change through only where that still stands. An undo may come hours later, and must not overwrite what was said since.
type asLeft struct {
	notes.Row // it is one, for this package alone
	rows      []leftRow
}

type leftRow struct {
	row     rowKey
	content string
}

// rowKey is a row, and which of its columns count.
type rowKey struct {
	columns string // of a note; otherwise all but updated_at
	table   string
	id      int64
}

// What counts of a note that gets another day or kind, and of one that is to go to the trash.
const (
	noteIs   = "kind, date, at, zone, called_off, deleted_at"
	noteSays = noteIs + ", body"
)

// rowUnder is the row that an op of an undo overwrites or moves to the trash. Lines, and what is put back from the trash, are
// checked when they are written; the rest has no row that anybody else writes.
func rowUnder(op any) (rowKey, bool) {
	switch op := op.(type) {
	case notes.Person:
		return rowKey{table: "person", id: int64(op.ID)}, true
	case notes.NoteMeta:
		return rowKey{columns: noteIs, table: "note", id: int64(op.ID)}, true
	case notes.Goal:
		return rowKey{table: "goal", id: int64(op.ID)}, true
	case notes.Step:
		return rowKey{table: "step", id: int64(op.ID)}, true
	case notes.Opportunity:
		return rowKey{table: "opportunity", id: int64(op.ID)}, true
	case areaAsItWas:
		return rowKey{table: "area", id: int64(op.ID)}, true
	case notes.CompanyGoal:
		return rowKey{table: "company_goal", id: int64(op.ID)}, true
	case notes.Expectation:
		return rowKey{table: "expectation", id: op.ID}, true
	case notes.SavedSearch:
		return rowKey{table: "saved_search", id: op.ID}, op.ID != 0
	case asItWas:
		return rowKey{table: "stepping_in", id: int64(op.ID)}, true
	case notes.PromptEvent:
		return rowKey{table: "prompt_event", id: op.ID}, op.ID != 0
	case notes.Delete:
		if op.Kind == notes.KindNote {
			return rowKey{columns: noteSays, table: "note", id: op.ID}, true
		}
		return rowKey{table: kindTable[op.Kind], id: op.ID}, true
	}
	return rowKey{}, false
}

// left is what the act leaves where its undo will write; false where there is nothing to hold it against.
func (t *tx) left() (asLeft, bool, error) {
	var l asLeft
	seen := map[rowKey]bool{}
	for _, op := range t.undo {
		key, ok := rowUnder(op)
		if !ok || seen[key] {
			continue
		}
		seen[key] = true
		content, err := t.content(key)
		if err != nil {
			return l, false, err
		}
		l.rows = append(l.rows, leftRow{key, content})
	}
	return l, len(l.rows) > 0, nil
}

// stillAs returns ErrConflict where something was changed since.
func (t *tx) stillAs(l asLeft) error {
	for _, r := range l.rows {
		now, err := t.content(r.row)
		if err != nil {
			return err
		}
		if now != r.content {
			return notes.ErrConflict
		}
	}
	return nil
}

// content is what a row holds, "" where it is gone. What is joined into the query are names of the schema.
func (t *tx) content(key rowKey) (string, error) {
	columns := key.columns
	if columns == "" {
		names, err := list(t.conn, "SELECT name FROM pragma_table_info(?) WHERE name <> 'updated_at' ORDER BY cid",
			[]any{key.table}, scalar[string])
		if err != nil {
			return "", err
		}
		columns = strings.Join(names, ", ")
	}
	all, err := list(t.conn, "SELECT "+columns+" FROM "+key.table+" WHERE id = ?", []any{key.id}, func(s scanner) (string, error) {
		values, ok := s.(row)
		if !ok {
			return "", fmt.Errorf("a row of %s cannot be read whole", key.table)
		}
		return fmt.Sprintf("%#v", values), nil
	})
	return strings.Join(all, ""), err
}
