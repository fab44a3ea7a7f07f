package storage

import (
	"strconv"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// edit changes one line of a note.
func (t *tx) edit(e notes.LineEdit) error {
	r, err := t.record(e.Note)
	if err != nil {
		return err
	}
	if !r.shown {
		return notes.ErrNotFound
	}
	return t.editRecord(&r, e)
}

func (t *tx) editRecord(r *record, e notes.LineEdit) error {
	body, line, err := notes.ApplyEdit(r.Body, e)
	if err != nil {
		return err
	}
	did := e
	did.Line = line
	t.applied.Edits = append(t.applied.Edits, did)
	if body == r.Body {
		return nil
	}
	back := opposite(did)
	if did.Op == notes.DeleteLine {
		back.End = endOf(len(r.Body) - len(body) - len(did.Old))
	}
	in, err := t.j.context(r)
	if err != nil {
		return err
	}
	if len(in.Earlier) > 0 && notes.ActLost(body, in, did) {
		return notes.ErrCannotSay
	}
	if err := t.setBody(r, body); err != nil {
		return err
	}
	t.applied.Revs[r.ID] = r.Rev
	t.back(back)
	if did.Op == notes.ReplaceLine && !did.Back {
		return t.carryVerdicts(r.UID, body, did.Old, did.New)
	}
	return nil
}

// endOf is the line end of so many bytes that went with a line.
func endOf(bytes int) string {
	switch bytes {
	case 1:
		return "\n"
	case 2:
		return "\r\n"
	}
	return ""
}

// opposite takes back an edit that took place.
func opposite(e notes.LineEdit) notes.LineEdit {
	e.Old, e.New, e.End, e.Back = e.New, e.Old, "", true
	switch e.Op {
	case notes.InsertLine:
		e.Op = notes.DeleteLine
	case notes.DeleteLine:
		e.Op = notes.InsertLine
	}
	return e
}

// append adds a line at the end of a note, which it makes where there is none.
func (t *tx) append(a notes.Append) error {
	if err := checkText("Line", a.Text); err != nil {
		return err
	}
	id, err := t.noteFor(a)
	if err != nil {
		return err
	}
	r, err := t.record(id)
	if err != nil {
		return err
	}
	return t.editRecord(&r, notes.LineEdit{Op: notes.InsertLine, Note: id, New: oneLine(a.Text)})
}

// oneLine is text without line ends.
func oneLine(text string) string {
	return strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(text)
}

// noteFor is the note that an append means.
func (t *tx) noteFor(a notes.Append) (notes.NoteID, error) {
	switch a.Kind {
	case notes.PlannedNote:
		planned, err := list(t.conn, `SELECT id FROM note WHERE person_id = ? AND kind = 'planned' AND deleted_at IS NULL
			ORDER BY date, id LIMIT 1`, []any{a.Person}, scalar[notes.NoteID])
		if err != nil || len(planned) > 0 {
			return first(planned), err
		}
	case notes.JournalNote:
	default:
		return 0, notes.Invalid{Field: "Note", Why: voice.T("You can only add a line to the next one-on-one or to a day's note.")}
	}
	have, err := list(t.conn, `SELECT id FROM note WHERE person_id = ? AND kind = 'journal' AND deleted_at IS NULL
		AND origin IS NULL AND date = ? ORDER BY id LIMIT 1`, []any{a.Person, a.Date}, scalar[notes.NoteID])
	if err != nil || len(have) > 0 {
		return first(have), err
	}
	at := ""
	if a.Date == notes.DateOf(t.now) { // begun now, as one that is written by hand
		at = notes.TimeOf(t.now)
	}
	id, err := t.insertNote(notes.NewNote{Person: a.Person, Kind: notes.JournalNote, Date: a.Date, At: at})
	if err != nil {
		return 0, err
	}
	t.back(notes.DeleteBlank{Note: id})
	return id, nil
}

// first is the first of ids, 0 where there are none.
func first(ids []notes.NoteID) notes.NoteID {
	if len(ids) == 0 {
		return 0
	}
	return ids[0]
}

// putNewNote makes a note; one with a body counts as written by the manager, so undoing it leaves it in the trash.
func (t *tx) putNewNote(n notes.NewNote) (int64, error) {
	id, err := t.insertNote(n)
	if err != nil {
		return 0, err
	}
	t.back(notes.Delete{Kind: notes.KindNote, ID: int64(id)})
	return int64(id), nil
}

func (t *tx) insertNote(n notes.NewNote) (notes.NoteID, error) {
	if _, err := t.person(n.Person); err != nil {
		return 0, err
	}
	if err := checkNote(n.Kind, n.Date, n.At); err != nil {
		return 0, err
	}
	begun, err := t.begin(&n)
	if err != nil {
		return 0, err
	}
	n.UID = keepUID(n.UID)
	if _, err := t.exec("DELETE FROM tombstone WHERE uid = ?", n.UID); err != nil {
		return 0, err
	}
	r := record{Note: notes.Note{Body: n.Body, Begun: begun}, shown: true}
	r.Rev, r.saved, r.rest = 1, t.stamp(), strconv.FormatInt(t.stamp(), 10)+"|"
	r.UID, r.Person, r.Kind, r.Date, r.At, r.Zone, r.CalledOff = n.UID, n.Person, n.Kind, n.Date, n.At, n.Zone, n.CalledOff
	f, err := t.read(&r)
	if err != nil {
		return 0, err
	}
	if r.searchID, err = t.searchPlace(n.Date); err != nil {
		return 0, err
	}
	// Written whole at once: a row that grows right after would leave half of its page empty.
	id, err := t.exec(`INSERT INTO note (uid, person_id, kind, date, at, zone, called_off, title, open, who, search_id, made_at,
		updated_at, sum, body, also, begun) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		n.UID, n.Person, n.Kind, n.Date, n.At, n.Zone, n.CalledOff, f.title, f.open, f.who, r.searchID, t.stamp(), t.stamp(), noteSum(&r, ""),
		n.Body, f.also, begun)
	if err != nil {
		return 0, err
	}
	r.ID, r.also = notes.NoteID(id), f.also
	for i := range f.rows {
		f.rows[i].note = r.ID
	}
	if err := t.replaceItems(r.ID, f.rows); err != nil {
		return 0, err
	}
	t.applied.Made = append(t.applied.Made, r.ID)
	if n.Body != "" && t.applied.Revs != nil {
		t.applied.Revs[r.ID] = 1
	}
	return r.ID, t.index(&r, f.who)
}

// putNoteMeta changes what a note is. A note that gets another day is filed anew, since its relative dates are read from it.
func (t *tx) putNoteMeta(m notes.NoteMeta) error {
	r, err := t.record(m.ID)
	if err != nil {
		return err
	}
	if !r.shown {
		return notes.ErrNotFound
	}
	if err := checkNote(m.Kind, m.Date, m.At); err != nil {
		return err
	}
	t.back(notes.NoteMeta{ID: r.ID, Kind: r.Kind, Date: r.Date, At: r.At, Zone: r.Zone, CalledOff: r.CalledOff})
	if m.Date != r.Date {
		if err := t.unfind(&r); err != nil {
			return err
		}
	}
	r.Kind, r.Date, r.At, r.Zone, r.CalledOff = m.Kind, m.Date, m.At, m.Zone, m.CalledOff
	_, err = t.exec(`UPDATE note SET kind = ?, date = ?, at = ?, zone = ?, called_off = ?,
		updated_at = max(?, updated_at + 1) WHERE id = ?`, r.Kind, r.Date, r.At, r.Zone, r.CalledOff, t.stamp(), r.ID)
	if err != nil {
		return err
	}
	return t.file(&r)
}

func checkNote(kind notes.NoteKind, date notes.Date, at string) error {
	switch kind {
	case notes.PlannedNote, notes.HeldNote, notes.MissedNote, notes.JournalNote:
	default:
		return notes.Invalid{Field: "Kind", Why: voice.T("Choose what kind of note this is.")}
	}
	if date == "" {
		return notes.Invalid{Field: "Date", Why: voice.T("Enter a date for the note.")}
	}
	if at != "" && !notes.ValidTime(at) {
		return notes.Invalid{Field: "Time", Why: voice.T("That isn't a time of day. Enter one like 09:30, or leave it empty.")}
	}
	return checkDates(named{"Date", date})
}
