package storage

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"handback/notes"
)

// readByThisGrammar holds what an older grammar filed against what this one reads, in one transaction: where a line of a
// note that is shown means something else now, its earlier reading is kept beside the note and goes on to hold until the
// manager decides. What means the same is filed as it is read now. A process that dies leaves all of it undone.
func (j *Journal) readByThisGrammar() error {
	var had int
	if err := j.c.row("SELECT grammar FROM reading", nil, &had); err != nil {
		return err
	}
	if had >= notes.GrammarVersion {
		return ignoreFull(j.dropEarlier())
	}
	return j.write(func(t *tx) error {
		ids, err := list(t.conn, "SELECT id FROM note WHERE search_id IS NOT NULL ORDER BY id", nil, scalar[notes.NoteID])
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := t.keepEarlier(id); err != nil {
				return err
			}
		}
		_, err = t.exec("UPDATE reading SET grammar = ?", notes.GrammarVersion)
		return err
	})
}

// keepEarlier keeps the earlier readings of a note and files it anew.
func (t *tx) keepEarlier(id notes.NoteID) error {
	r, err := t.record(id)
	if err != nil || !r.shown {
		return err
	}
	in, err := t.j.context(&r)
	if err != nil {
		return err
	}
	rows, err := t.itemRows(id)
	if err != nil {
		return err
	}
	var filed []notes.Item
	for _, row := range rows {
		if n := len(filed); n == 0 || filed[n-1].Line != row.Line {
			filed = append(filed, row.Item)
		}
	}
	e := notes.ReadOtherwise(r.Body, in, filed)
	if len(e) > 0 || len(in.Earlier) > 0 {
		if _, err := t.exec("DELETE FROM earlier WHERE note_id = ?", id); err != nil {
			return err
		}
		for _, line := range e.Lines() {
			if err := t.putEarlier(id, line, e[line]); err != nil {
				return err
			}
		}
	}
	return t.file(&r)
}

// putEarlier keeps the earlier readings of a line of a note.
func (t *tx) putEarlier(note notes.NoteID, line string, was []*notes.Item) error {
	t.j.earlier = nil
	of, err := one(t.conn, "SELECT uid FROM note WHERE id = ?", scalar[string], note)
	if err != nil {
		return err
	}
	for nth, it := range was {
		if it == nil {
			it = &notes.Item{}
		}
		uid := derivedUID("earlier", of, line, strconv.Itoa(nth))
		at, err := one(t.conn, "SELECT max(coalesce(max(at) + 1, 0), ?) FROM tombstone WHERE uid = ?", scalar[int64], t.stamp(), uid)
		if err != nil {
			return err
		}
		if _, err := t.exec("DELETE FROM tombstone WHERE uid = ?", uid); err != nil { // of an answer that is taken back
			return err
		}
		id, err := t.exec(`INSERT INTO earlier (uid, note_id, line, nth, label, actor, due, state, state_date, remark, tags, text, updated_at)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			uid, note, line, nth, it.Label, it.Actor, it.Due, it.State, it.StateDate, it.Remark, strings.Join(it.Tags, " "), it.Text, at)
		if err != nil {
			return err
		}
		for place, p := range it.People {
			if _, err := t.exec(`INSERT INTO earlier_person (uid, earlier_id, person_id, place, updated_at)
				SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM earlier_person WHERE uid = ?1)`,
				derivedUID("earlier person", uid, strconv.Itoa(place)), id, p, place, t.stamp()); err != nil {
				return err
			}
		}
	}
	return nil
}

// earlierReadings are those of each note that has some.
func (j *Journal) earlierReadings() (map[notes.NoteID]notes.Earlier, error) {
	switch {
	case j.c.closed():
		return nil, notes.ErrClosed
	case j.earlier != nil:
		return j.earlier, nil
	}
	type reading struct {
		note   notes.NoteID
		line   string
		item   *notes.Item
		person notes.PersonID
		id     int64
	}
	rows, err := list(j.c, `SELECT e.id, e.note_id, e.line, e.label, e.actor, e.due, e.state, e.state_date, e.remark, e.tags, e.text,
		coalesce(p.person_id, 0) FROM earlier e LEFT JOIN earlier_person p ON p.earlier_id = e.id
		ORDER BY e.note_id, e.line, e.nth, p.place, p.id`, nil, func(s scanner) (r reading, err error) {
		var tags string
		it := &notes.Item{}
		err = s.Scan(&r.id, &r.note, &r.line, &it.Label, &it.Actor, &it.Due, &it.State, &it.StateDate, &it.Remark, &tags, &it.Text, &r.person)
		it.Tags = strings.Fields(tags)
		if it.Label != "" {
			r.item = it
		}
		return r, err
	})
	if err != nil {
		return nil, err
	}
	all := map[notes.NoteID]notes.Earlier{}
	last := int64(0)
	for _, r := range rows {
		of := all[r.note]
		if of == nil {
			of = notes.Earlier{}
			all[r.note] = of
		}
		if r.id != last {
			of[r.line] = append(of[r.line], r.item)
		}
		// Two journals that were updated before they met may each name the same person of one reading.
		if it := of[r.line][len(of[r.line])-1]; it != nil && r.person != 0 && !slices.Contains(it.People, r.person) {
			it.People = append(it.People, r.person)
		}
		last = r.id
	}
	j.earlier = all
	return all, nil
}

// takeNewReading forgets how a line was read before an update, and files the note by what it says now.
func (t *tx) takeNewReading(r notes.TakeNewReading) error {
	all, err := t.j.earlierReadings()
	if err != nil || len(all[r.Note][r.Line]) == 0 {
		return err
	}
	t.back(readAsBefore{note: r.Note, line: r.Line, was: all[r.Note][r.Line]})
	if err := t.bury("earlier", "note_id = ? AND line = ?", r.Note, r.Line); err != nil { // another journal learns of the answer
		return err
	}
	t.j.earlier = nil
	return t.refile(r.Note)
}

// readAsBefore takes a TakeNewReading back.
type readAsBefore struct {
	notes.Row // it is one, for this package alone
	note      notes.NoteID
	line      string
	was       []*notes.Item
}

// readAsBefore returns ErrConflict where the line was changed since, or somebody whom it was about is gone for good.
func (t *tx) readAsBefore(r readAsBefore) error {
	note, err := t.record(r.note)
	if err != nil && !errors.Is(err, notes.ErrNotFound) {
		return err
	}
	if err != nil || len(notes.Earlier{r.line: r.was}.Gone(note.Body)) > 0 {
		return notes.ErrConflict
	}
	for _, it := range r.was {
		for _, p := range peopleIn(it) {
			var there int
			if err := t.row("SELECT count(*) FROM person WHERE id = ?", []any{p}, &there); err != nil {
				return err
			}
			if there == 0 {
				return notes.ErrConflict
			}
		}
	}
	t.back(notes.TakeNewReading{Note: r.note, Line: r.line})
	if err := t.putEarlier(r.note, r.line, r.was); err != nil {
		return err
	}
	return t.refile(r.note)
}

func peopleIn(it *notes.Item) []notes.PersonID {
	if it == nil {
		return nil
	}
	return it.People
}

// dropEarlier forgets the earlier readings of lines that stand in their note no more. It comes at a start, when nothing can
// bring such a line back by undo.
func (j *Journal) dropEarlier() error {
	all, err := j.earlierReadings()
	if err != nil || len(all) == 0 {
		return err
	}
	type line struct {
		note notes.NoteID
		text string
	}
	var gone []line
	for id, e := range all {
		r, err := j.c.record(id)
		if err != nil {
			return err
		}
		for _, text := range e.Gone(r.Body) {
			gone = append(gone, line{id, text})
		}
	}
	if len(gone) == 0 {
		return nil
	}
	return j.write(func(t *tx) error {
		for _, l := range gone {
			if _, err := t.exec("DELETE FROM earlier WHERE note_id = ? AND line = ?", l.note, l.text); err != nil {
				return err
			}
		}
		t.j.earlier = nil
		return nil
	})
}

// Undecided are the earlier readings that still hold, by the person and day of their notes.
func (j *Journal) Undecided() (notes.Undecided, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.undecided()
}

func (j *Journal) undecided() (notes.Undecided, error) {
	all, err := j.earlierReadings()
	if err != nil || len(all) == 0 {
		return nil, err
	}
	heads, err := list(j.c, "SELECT "+headColumns+fromShown+" AND n.id IN (SELECT note_id FROM earlier) ORDER BY n.id", nil, scanHead)
	if err != nil {
		return nil, err
	}
	u := notes.Undecided{}
	for _, h := range heads {
		u.Add(notes.DayOf{Person: h.Person, Date: h.Date}, all[h.ID])
	}
	return u, nil
}

// Rereadings are the lines that are read otherwise than before an update and wait for an answer, newest note first.
func (j *Journal) Rereadings() ([]notes.Rereading, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	all, err := j.earlierReadings()
	if err != nil || len(all) == 0 {
		return nil, err
	}
	ids, err := list(j.c, "SELECT n.id"+fromShown+" AND n.id IN (SELECT note_id FROM earlier) ORDER BY n.date DESC, n.id DESC", nil,
		scalar[notes.NoteID])
	if err != nil {
		return nil, err
	}
	var found []notes.Rereading
	for _, id := range ids {
		r, err := j.c.record(id)
		if err != nil {
			return nil, err
		}
		in, err := j.context(&r)
		if err != nil {
			return nil, err
		}
		for _, line := range notes.Reread(r.Body, in) {
			line.Note, line.NoteUID, line.NoteDate, line.NotePerson, line.NoteKind = r.ID, r.UID, r.Date, r.Person, r.Kind
			found = append(found, line)
		}
	}
	return found, nil
}
