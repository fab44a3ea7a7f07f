package storage

import (
	"slices"
	"strings"

	"handback/notes"
)

// itemRow is a row of the table item: an item for one of its people, and where its line stands in the body.
type itemRow struct {
	notes.Item
	note        notes.NoteID
	date        notes.Date
	person      notes.PersonID
	rawAt, rawN int
}

// itemRows are the rows of a note's items, ordered by key.
func itemRows(r *record, items []notes.Item) []itemRow {
	var rows []itemRow
	line, at := 1, 0 // the line that starts at byte at of the body
	for _, it := range items {
		for ; line < it.Line; line++ {
			at += strings.IndexByte(r.Body[at:], '\n') + 1
		}
		people := slices.Clone(it.People)
		slices.Sort(people)
		for _, p := range slices.Compact(people) {
			rows = append(rows, itemRow{Item: it, note: r.ID, date: r.Date, person: p, rawAt: at, rawN: len(it.Raw)})
		}
	}
	return rows
}

// replaceItems brings the item and tag rows of a note to rows. It touches those only that differ: as one types, one line
// of many does, and those below it move.
func (t *tx) replaceItems(note notes.NoteID, rows []itemRow) error {
	had, err := t.itemRows(note)
	if err != nil {
		return err
	}
	keep := make(map[itemKey]itemRow, len(rows))
	for _, f := range rows {
		keep[rowKeyOf(f)] = f
	}
	changed := false
	for _, old := range had {
		now, ok := keep[rowKeyOf(old)]
		if !ok || !filedAlike(old, now) {
			changed = true
			if err := t.deleteItem(old); err != nil {
				return err
			}
			continue
		}
		delete(keep, rowKeyOf(old))
		if err := t.rewordItem(old, now); err != nil {
			return err
		}
	}
	for _, f := range rows {
		if _, differs := keep[rowKeyOf(f)]; differs {
			changed = true
			if err := t.insertItem(f); err != nil {
				return err
			}
		}
	}
	if changed {
		return t.wordsWait(note)
	}
	return nil
}

// itemRows reads the rows that a note has; what the lines say is no part of them.
func (t *tx) itemRows(note notes.NoteID) ([]itemRow, error) {
	return list(t.conn, `SELECT line, person_id, note_date, label, coalesce(actor, ''), text, tags, coalesce(due, ''), state,
		coalesce(state_date, ''), remark, people, raw_at, raw_length FROM item WHERE note_id = ?`, []any{note},
		func(s scanner) (f itemRow, err error) {
			var tags, people string
			err = s.Scan(&f.Line, &f.person, &f.date, &f.Label, &f.Actor, &f.Text, &tags, &f.Due, &f.State, &f.StateDate, &f.Remark,
				&people, &f.rawAt, &f.rawN)
			f.note = note
			f.Tags = strings.Fields(tags)
			f.People = peopleOf(people, f.person)
			return f, err
		})
}

type itemKey struct {
	line   int
	person notes.PersonID
}

func rowKeyOf(f itemRow) itemKey { return itemKey{f.Line, f.person} }

// rewordItem brings a row to a line that says something else or has moved, but is filed alike: no index is touched.
func (t *tx) rewordItem(old, now itemRow) error {
	if old.Text == now.Text && old.Remark == now.Remark && slices.Equal(old.People, now.People) &&
		old.rawAt == now.rawAt && old.rawN == now.rawN {
		return nil
	}
	_, err := t.exec(`UPDATE item SET text = ?, remark = ?, people = ?, raw_at = ?, raw_length = ?
		WHERE note_id = ? AND line = ? AND person_id = ?`,
		now.Text, now.Remark, joinIDs(now.People), now.rawAt, now.rawN, now.note, now.Line, now.person)
	return err
}

// deleteItem deletes a row; the schema deletes its tags.
func (t *tx) deleteItem(f itemRow) error {
	_, err := t.exec("DELETE FROM item WHERE note_id = ? AND line = ? AND person_id = ?", f.note, f.Line, f.person)
	return err
}

func (t *tx) insertItem(f itemRow) error {
	_, err := t.exec(`INSERT INTO item (note_id, line, person_id, label, note_date, open, owed, actor, due, state, state_date,
		remark, people, tags, text, raw_at, raw_length)
		VALUES (?, ?, ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), ?, nullif(?, ''), ?, ?, ?, ?, ?, ?)`,
		f.note, f.Line, f.person, f.Label, f.date, f.Pending(), f.IsOwed(), f.Actor, f.Due, f.State, f.StateDate,
		f.Remark, joinIDs(f.People), strings.Join(f.Tags, " "), f.Text, f.rawAt, f.rawN)
	if err != nil {
		return err
	}
	for _, tag := range f.Tags {
		_, err := t.exec("INSERT INTO item_tag (person_id, tag, note_date, note_id, line) VALUES (?, ?, ?, ?, ?)",
			f.person, tag, f.date, f.note, f.Line)
		if err != nil {
			return err
		}
	}
	return nil
}

// filedAlike reports whether two rows stand in the same places of all indexes, and have the same tags.
func filedAlike(a, b itemRow) bool {
	return a.date == b.date && a.Label == b.Label && a.Actor == b.Actor && a.Due == b.Due && a.State == b.State &&
		a.StateDate == b.StateDate && slices.Equal(a.Tags, b.Tags)
}
