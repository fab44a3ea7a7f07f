package storage

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"handback/notes"
)

const filedColumns = `SELECT i.line, CAST(substr(CAST(n.body AS BLOB), i.raw_at + 1, i.raw_length) AS TEXT), i.label,
	coalesce(i.actor, ''), i.text, i.tags, coalesce(i.due, ''), i.state,
	coalesce(i.state_date, ''), i.remark, i.people, i.person_id, i.note_id, n.uid, i.note_date, n.kind, n.person_id `

// lived is true of an item i that is not in an imported note. Those are history: they are found, looked back on and reviewed,
// and never open, counted or prompted. Where the note n is read anyway, it is asked whether it has no origin.
const lived = "NOT EXISTS (SELECT 1 FROM note h INDEXED BY note_brought WHERE h.id = i.note_id AND h.origin IS NOT NULL)"

// heldDays are the days of held one-on-ones, of which some are left out by what follows. It reads indexes alone.
const heldDays = `SELECT date FROM note n WHERE person_id = ? AND kind = 'held' AND deleted_at IS NULL
	AND NOT EXISTS (SELECT 1 FROM note h INDEXED BY note_brought WHERE h.id = n.id AND h.origin IS NOT NULL) `

const fromFiled = filedColumns + "FROM item i JOIN note n ON n.id = i.note_id "

func scanFiled(s scanner) (f notes.Filed, err error) {
	var tags, people string
	// Scanning plain text is half as dear as scanning named types, and this is the row that is read most.
	err = s.Scan(&f.Line, &f.Raw, (*string)(&f.Label), (*string)(&f.Actor), &f.Text, &tags, (*string)(&f.Due), (*string)(&f.State),
		(*string)(&f.StateDate), &f.Remark, &people, &f.Person, &f.Note, &f.NoteUID, (*string)(&f.NoteDate), (*string)(&f.NoteKind),
		&f.NotePerson)
	if tags != "" {
		f.Tags = strings.Fields(tags)
	}
	f.People = peopleOf(people, f.Person)
	return f, err
}

// filed reads items; the rest of the query is constant.
func (c *conn) filed(rest string, args ...any) ([]notes.Filed, error) {
	return list(c, fromFiled+rest, args, scanFiled)
}

// joinIDs is how the people of a line stand in item.people: nothing for one, who has a column of their own.
func joinIDs(ids []notes.PersonID) string {
	if len(ids) < 2 {
		return ""
	}
	var b strings.Builder
	for i, id := range ids {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strconv.FormatInt(int64(id), 10))
	}
	return b.String()
}

// peopleOf reads what joinIDs wrote; alone is who stands in the row.
func peopleOf(s string, alone notes.PersonID) []notes.PersonID {
	if s == "" {
		return []notes.PersonID{alone}
	}
	words := strings.Fields(s)
	ids := make([]notes.PersonID, 0, len(words))
	for _, w := range words {
		id, err := strconv.ParseInt(w, 10, 64)
		if err == nil {
			ids = append(ids, notes.PersonID(id))
		}
	}
	return ids
}

// IOwe are the open promises of the manager to everybody, oldest first.
func (j *Journal) IOwe() ([]notes.Filed, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.owed()
}

func (c *conn) owed() ([]notes.Filed, error) {
	return c.filed("WHERE i.owed = 1 ORDER BY i.note_date, i.note_id, i.line, i.person_id")
}

// PraiseLog is the praise and feedback for a person since a day, newest first.
func (j *Journal) PraiseLog(id notes.PersonID, since notes.Date) ([]notes.Filed, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.filed(`WHERE i.person_id = ? AND i.label IN ('praise', 'feedback') AND i.note_date >= ? AND n.origin IS NULL
		ORDER BY i.note_date DESC, i.note_id DESC, i.line DESC`, id, since)
}

// NewestPraise is what of PraiseLog a screen shows first: of what was given to the person the newest praise and the newest
// feedback, so many of each, and all that is not said yet, newest first.
func (j *Journal) NewestPraise(id notes.PersonID, since notes.Date, each int) ([]notes.Filed, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	newest, err := j.c.filed(`WHERE i.person_id = ? AND i.open = 1 AND i.note_date >= ? AND i.label IN ('praise', 'feedback')
		AND i.actor IS NOT 'me'`, id, since)
	for _, label := range []notes.Label{notes.Praise, notes.Feedback} {
		if err != nil {
			return nil, err
		}
		var of []notes.Filed
		of, err = j.c.filed(`WHERE i.person_id = ? AND i.label = ? AND i.note_date >= ? AND i.actor IS NOT 'me' AND n.origin IS NULL
			ORDER BY i.note_date DESC, i.note_id DESC, i.line DESC LIMIT ?`, id, label, since, each)
		newest = append(newest, of...)
	}
	slices.SortFunc(newest, newestNoteFirst)
	return slices.CompactFunc(newest, func(a, b notes.Filed) bool { return a.Note == b.Note && a.Line == b.Line }), err
}

func newestNoteFirst(a, b notes.Filed) int {
	return cmp.Or(cmp.Compare(b.NoteDate, a.NoteDate), cmp.Compare(b.Note, a.Note), cmp.Compare(b.Line, a.Line))
}

const marksQuery = `SELECT label, coalesce(actor, ''), state, note_date FROM item i
	WHERE person_id = ? AND label IN ('praise', 'feedback') AND note_date >= ? AND ` + lived

// PraiseMarks is PraiseLog in no order, with nothing but label, actor, state and day of the note.
func (j *Journal) PraiseMarks(id notes.PersonID, since notes.Date) ([]notes.Filed, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return list(j.c, marksQuery, []any{id, since},
		func(s scanner) (f notes.Filed, err error) {
			return f, s.Scan((*string)(&f.Label), (*string)(&f.Actor), (*string)(&f.State), (*string)(&f.NoteDate))
		})
}

// OlderPraise is the praise and feedback for a person of before a day that is not said yet, newest first; more reports
// whether there is other praise or feedback of before that day.
func (j *Journal) OlderPraise(id notes.PersonID, day notes.Date) (unsaid []notes.Filed, more bool, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	unsaid, err = j.c.filed(`WHERE i.person_id = ? AND i.open = 1 AND i.note_date < ? AND i.label IN ('praise', 'feedback')
		ORDER BY i.note_date DESC, i.note_id DESC, i.line DESC`, id, day)
	if err != nil {
		return nil, false, err
	}
	err = j.c.row(`SELECT EXISTS (SELECT 1 FROM item i WHERE i.person_id = ? AND i.label IN ('praise', 'feedback')
		AND i.note_date < ? AND i.open = 0 AND `+lived+`)`, []any{id, day}, &more)
	return unsaid, more, err
}

// HeldDates are the days of a person's held one-on-ones since a day, oldest first.
func (j *Journal) HeldDates(id notes.PersonID, since notes.Date) ([]notes.Date, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return list(j.c, heldDays+"AND date >= ? ORDER BY date", []any{id, since}, scalar[notes.Date])
}

// HeldNotes are a person's held one-on-ones since a day, oldest first.
func (j *Journal) HeldNotes(id notes.PersonID, since notes.Date) ([]notes.NoteHead, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return list(j.c, "SELECT "+headColumns+` FROM note n WHERE n.person_id = ? AND n.kind = 'held' AND n.deleted_at IS NULL
		AND n.origin IS NULL AND n.date >= ? ORDER BY n.date, n.at, n.id`, []any{id, since}, scanHead)
}

// TagsOf are the tags used in lines about a person, most used first.
func (j *Journal) TagsOf(id notes.PersonID) ([]string, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return list(j.c, "SELECT tag FROM item_tag WHERE person_id = ? GROUP BY tag ORDER BY count(*) DESC, tag",
		[]any{id}, scalar[string])
}
