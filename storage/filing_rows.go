package storage

import (
	"slices"
	"strings"

	"handback/notes"
)

// replaceItems brings the item and tag rows of a note to rows, both ordered by key. It touches those only that differ:
// as one types, one line of many does.
func (t *tx) replaceItems(r *record, rows []notes.Filed) error {
	had, err := t.filed("WHERE i.note_id = ? ORDER BY i.line, i.person_id", r.ID)
	if err != nil {
		return err
	}
	keep := map[itemKey]notes.Filed{}
	for _, f := range rows {
		keep[keyOf(f)] = f
	}
	for _, old := range had {
		if now, ok := keep[keyOf(old)]; ok && sameRow(old, now) {
			delete(keep, keyOf(old))
		} else if err := t.deleteItem(old); err != nil {
			return err
		}
	}
	for _, f := range rows {
		if _, differs := keep[keyOf(f)]; differs {
			if err := t.insertItem(f); err != nil {
				return err
			}
		}
	}
	return nil
}

type itemKey struct {
	line   int
	person notes.PersonID
}

func keyOf(f notes.Filed) itemKey { return itemKey{f.Line, f.Person} }

func (t *tx) deleteItem(f notes.Filed) error {
	for _, tag := range f.Tags {
		_, err := t.exec("DELETE FROM item_tag WHERE person_id = ? AND tag = ? AND note_date = ? AND note_id = ? AND line = ?",
			f.Person, tag, f.NoteDate, f.Note, f.Line)
		if err != nil {
			return err
		}
	}
	_, err := t.exec("DELETE FROM item WHERE note_id = ? AND line = ? AND person_id = ?", f.Note, f.Line, f.Person)
	return err
}

func (t *tx) insertItem(f notes.Filed) error {
	_, err := t.exec(`INSERT INTO item (note_id, line, person_id, label, note_date, open, owed, actor, due, state, state_date,
		remark, people, tags, text, raw)
		VALUES (?, ?, ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), ?, nullif(?, ''), ?, ?, ?, ?, ?)`,
		f.Note, f.Line, f.Person, f.Label, f.NoteDate, isOpen(f.Item), isOwed(f.Item), f.Actor, f.Due, f.State, f.StateDate,
		f.Remark, joinIDs(f.People), strings.Join(f.Tags, " "), f.Text, f.Raw)
	if err != nil {
		return err
	}
	for _, tag := range f.Tags {
		_, err := t.exec("INSERT INTO item_tag (person_id, tag, note_date, note_id, line) VALUES (?, ?, ?, ?, ?)",
			f.Person, tag, f.NoteDate, f.Note, f.Line)
		if err != nil {
			return err
		}
	}
	return nil
}

// isOpen reports whether an item asks for something: a decision and a step-in are on record and ask for nothing.
func isOpen(it notes.Item) bool {
	return it.Label != notes.Decided && it.Label != notes.StepIn && !it.Closed()
}

// isOwed reports whether an item is an open promise of the manager.
func isOwed(it notes.Item) bool {
	if it.Closed() {
		return false
	}
	return it.Label == notes.Todo && (it.Actor == notes.Me || it.Actor == notes.We) || it.Label == notes.Need && it.Due != ""
}

func sameRow(a, b notes.Filed) bool {
	return a.Person == b.Person && a.Note == b.Note && a.NoteDate == b.NoteDate && sameItem(a.Item, b.Item)
}

func sameItem(a, b notes.Item) bool {
	return a.Line == b.Line && a.Raw == b.Raw && a.Label == b.Label && a.Actor == b.Actor && a.Text == b.Text &&
		a.Due == b.Due && a.State == b.State && a.StateDate == b.StateDate && a.Remark == b.Remark &&
		slices.Equal(a.People, b.People) && slices.Equal(a.Tags, b.Tags)
}
