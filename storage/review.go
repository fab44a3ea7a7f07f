package storage

import (
	"cmp"
	"errors"
	"slices"

	"handback/notes"
	"handback/notes/voice"
)

// The lines of a period, each by an index that holds no more than these: what was noted in it, by item_person; todos that
// were done in it, by item_done; ideas that something became of in it, by item_idea_said; praise and feedback that was noted
// at another time and said or rewarded in it, by item_person; and the few needs of a person.
var reviewQueries = []string{
	`WHERE i.person_id = ?1 AND i.label IN ('praise', 'feedback', 'decided', 'idea') AND i.note_date BETWEEN ?2 AND ?3`,
	`WHERE i.person_id = ?1 AND i.label = 'todo' AND i.state = 'done' AND i.state_date BETWEEN ?2 AND ?3`,
	`WHERE i.person_id = ?1 AND i.label = 'idea' AND i.state_date BETWEEN ?2 AND ?3
		AND NOT (i.note_date BETWEEN ?2 AND ?3)`,
	`WHERE i.person_id = ?1 AND i.label IN ('praise', 'feedback') AND i.state_date BETWEEN ?2 AND ?3
		AND NOT (i.note_date BETWEEN ?2 AND ?3)`,
	`WHERE i.person_id = ?1 AND i.label = 'need' AND i.state = 'met' AND i.state_date BETWEEN ?2 AND ?3`,
}

// Review reads the facts of the review pack of a person and a period.
func (j *Journal) Review(id notes.PersonID, from, to notes.Date) (notes.ReviewFacts, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	person, err := j.c.person(id)
	if err != nil {
		return notes.ReviewFacts{}, err
	}
	f := notes.ReviewFacts{Person: person, From: from, To: to}
	for _, query := range reviewQueries {
		some, err := j.c.filed(query, id, from, to)
		if err != nil {
			return f, err
		}
		f.Lines = append(f.Lines, some...)
	}
	slices.SortFunc(f.Lines, oldestLineFirst)
	if f.Goals, err = j.c.goals(goalColumns+"AND g.person_id = ? ORDER BY g.state <> 'open', g.id", int64(id)); err != nil {
		return f, err
	}
	if f.Areas, err = j.c.areas(id); err != nil {
		return f, err
	}
	f.Edits, err = list(j.c, reviewColumns+`WHERE r.person_id = ? AND (r.note_uid NOT IN (SELECT uid FROM note)
		OR r.note_uid IN (SELECT uid FROM note WHERE deleted_at IS NULL)) ORDER BY r.id`, []any{id}, scanReviewEdit)
	if err != nil {
		return f, err
	}
	f.Gone, err = j.c.goneEdits(id, f.Edits)
	return f, err
}

func oldestLineFirst(a, b notes.Filed) int {
	return cmp.Or(cmp.Compare(a.NoteDate, b.NoteDate), cmp.Compare(a.Note, b.Note), cmp.Compare(a.Line, b.Line))
}

// goneEdits are the edits whose note holds no line of these words about the person any more.
func (c *conn) goneEdits(id notes.PersonID, edits []notes.ReviewEdit) ([]notes.ReviewEdit, error) {
	if len(edits) == 0 {
		return nil, nil
	}
	lines, err := c.filed(`WHERE i.person_id = ?1 AND n.uid IN (SELECT note_uid FROM review_line WHERE person_id = ?1)`, id)
	if err != nil {
		return nil, err
	}
	stands := map[[2]string]bool{}
	for _, f := range lines {
		stands[[2]string{f.NoteUID, notes.ReviewLine(f)}] = true
	}
	noted, err := list(c, "SELECT n.uid FROM note n JOIN review_line r ON r.note_uid = n.uid WHERE r.person_id = ?", []any{id},
		scalar[string])
	if err != nil {
		return nil, err
	}
	of := map[string]bool{}
	for _, uid := range noted {
		of[uid] = true
	}
	var gone []notes.ReviewEdit
	for _, e := range edits {
		if of[e.NoteUID] && !stands[[2]string{e.NoteUID, e.Line}] {
			gone = append(gone, e)
		}
	}
	return gone, nil
}

const reviewColumns = "SELECT r.person_id, r.note_uid, r.line, r.left_out, r.comment, r.place FROM review_line r "

func scanReviewEdit(s scanner) (e notes.ReviewEdit, err error) {
	return e, s.Scan(&e.Person, &e.NoteUID, &e.Line, &e.Out, &e.Comment, &e.Place)
}

// OwnReview is what a person wrote about a period themselves, "" where nothing was pasted.
func (j *Journal) OwnReview(id notes.PersonID, from, to notes.Date) (string, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	own, err := j.c.ownReview(id, from, to)
	return own.Text, err
}

const ownReviewColumns = "SELECT person_id, since, until, text FROM own_review "

func scanOwnReview(s scanner) (o notes.OwnReview, err error) {
	return o, s.Scan(&o.Person, (*string)(&o.From), (*string)(&o.To), &o.Text)
}

// ownReview has no text where there is none.
func (c *conn) ownReview(id notes.PersonID, from, to notes.Date) (notes.OwnReview, error) {
	own, err := one(c, ownReviewColumns+"WHERE person_id = ? AND since = ? AND until = ?", scanOwnReview, id, from, to)
	if errors.Is(err, notes.ErrNotFound) {
		return notes.OwnReview{Person: id, From: from, To: to}, nil
	}
	return own, err
}

// FirstNoted is the day of the oldest note of a person, "" where there is none.
func (j *Journal) FirstNoted(id notes.PersonID) (first notes.Date, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	err = j.c.row(`SELECT coalesce(min(date), '') FROM note WHERE person_id = ? AND deleted_at IS NULL`, []any{id}, &first)
	return first, err
}

// Disclosed reads what is held in words about a person, in notes from a day to a day.
func (j *Journal) Disclosed(id notes.PersonID, from, to notes.Date) (d notes.Disclosed, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if from == "" {
		from = "0000-01-01"
	}
	if to == "" {
		to = "9999-12-31"
	}
	const newest = " ORDER BY n.date DESC, n.at DESC, n.id DESC"
	d.Notes, err = list(j.c, fullNote+" AND n.person_id = ? AND n.date BETWEEN ? AND ?"+newest, []any{id, from, to}, scanNote)
	if err != nil {
		return d, err
	}
	d.Trashed, err = list(j.c, "SELECT "+headColumns+", n.updated_at, n.body, n.begun"+` FROM note n JOIN person p ON p.id = n.person_id
		WHERE n.deleted_at IS NOT NULL AND p.deleted_at IS NULL AND n.person_id = ? AND `+notHidden+newest, []any{id}, scanNote)
	if err != nil {
		return d, err
	}
	if d.Own, err = list(j.c, ownReviewColumns+"WHERE person_id = ? ORDER BY since, id", []any{id}, scanOwnReview); err != nil {
		return d, err
	}
	d.Filed, err = j.c.filed(`WHERE i.person_id = ? AND i.note_date BETWEEN ? AND ? AND n.person_id <> i.person_id
		ORDER BY i.note_date DESC, i.note_id DESC, i.line`, id, from, to)
	if err != nil || len(d.Filed) == 0 {
		return d, err
	}
	d.Others, err = list(j.c, fullNote+` AND n.person_id <> ?1 AND n.id IN (SELECT note_id FROM item WHERE person_id = ?1
		AND note_date BETWEEN ?2 AND ?3)`+newest, []any{id, from, to}, scanNote)
	return d, err
}

// What takes an edit of a review back, or a person's own review: it holds what the act left, and lets nothing be
// overwritten that was said since.
type (
	reviewWas struct {
		notes.ReviewEdit
		left notes.ReviewEdit
	}
	ownWas struct {
		notes.OwnReview
		left notes.OwnReview
	}
)

func (c *conn) reviewEdit(e notes.ReviewEdit) (notes.ReviewEdit, error) {
	old, err := one(c, reviewColumns+"WHERE r.person_id = ? AND r.note_uid = ? AND r.line = ?", scanReviewEdit, e.Person, e.NoteUID, e.Line)
	if errors.Is(err, notes.ErrNotFound) {
		return notes.ReviewEdit{Person: e.Person, NoteUID: e.NoteUID, Line: e.Line}, nil
	}
	return old, err
}

func (t *tx) putReviewEdit(e notes.ReviewEdit) error {
	if e.NoteUID == "" || e.Line == "" {
		return notes.Invalid{Field: "Line", Why: voice.T("This can't be empty. Enter a few words.")}
	}
	if _, err := t.person(e.Person); err != nil {
		return err
	}
	old, err := t.reviewEdit(e)
	if err != nil || old == e {
		return err
	}
	t.back(reviewWas{ReviewEdit: old, left: e})
	if e.IsZero() {
		return t.bury("review_line", "person_id = ? AND note_uid = ? AND line = ?", e.Person, e.NoteUID, e.Line)
	}
	_, err = t.exec(`INSERT INTO review_line (uid, person_id, note_uid, line, left_out, comment, place, updated_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (person_id, note_uid, line) DO UPDATE SET left_out = excluded.left_out,
		comment = excluded.comment, place = excluded.place, updated_at = max(excluded.updated_at, updated_at + 1)`,
		newUID(), e.Person, e.NoteUID, e.Line, e.Out, e.Comment, e.Place, t.stamp())
	return err
}

func (t *tx) putReviewBack(w reviewWas) error {
	if now, err := t.reviewEdit(w.left); err != nil || now != w.left {
		return cmp.Or(err, notes.ErrConflict)
	}
	return t.putReviewEdit(w.ReviewEdit)
}

func (t *tx) putOwnReview(o notes.OwnReview) error {
	if err := checkDates(named{"From", o.From}, named{"To", o.To}); err != nil {
		return err
	}
	if _, err := t.person(o.Person); err != nil {
		return err
	}
	old, err := t.ownReview(o.Person, o.From, o.To)
	if err != nil || old == o {
		return err
	}
	t.back(ownWas{OwnReview: old, left: o})
	if o.Text == "" {
		return t.bury("own_review", "person_id = ? AND since = ? AND until = ?", o.Person, o.From, o.To)
	}
	_, err = t.exec(`INSERT INTO own_review (uid, person_id, since, until, text, updated_at) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (person_id, since, until) DO UPDATE SET text = excluded.text,
		updated_at = max(excluded.updated_at, updated_at + 1)`, newUID(), o.Person, o.From, o.To, o.Text, t.stamp())
	return err
}

func (t *tx) putOwnBack(w ownWas) error {
	if now, err := t.ownReview(w.Person, w.From, w.To); err != nil || now != w.left {
		return cmp.Or(err, notes.ErrConflict)
	}
	return t.putOwnReview(w.OwnReview)
}

// bringReviews puts what two entries of one person wrote themselves about one period together, and what the manager did
// with a line that is about both.
func (t *tx) bringReviews(m notes.MergePeople) error {
	theirs, err := list(t.conn, ownReviewColumns+"WHERE person_id = ? ORDER BY id", []any{m.From}, scanOwnReview)
	if err != nil {
		return err
	}
	for _, o := range theirs {
		have, err := t.ownReview(m.Into, o.From, o.To)
		if err != nil {
			return err
		}
		if have.Text == "" || have.Text == o.Text {
			continue
		}
		have.Text += "\n\n" + o.Text
		if err := t.putOwnReview(have); err != nil {
			return err
		}
	}
	edits, err := list(t.conn, reviewColumns+"WHERE r.person_id = ? AND EXISTS (SELECT 1 FROM review_line o WHERE o.person_id = ?"+
		" AND o.note_uid = r.note_uid AND o.line = r.line) ORDER BY r.id", []any{m.From, m.Into}, scanReviewEdit)
	if err != nil {
		return err
	}
	for _, e := range edits {
		e.Person = m.Into
		have, err := t.reviewEdit(e)
		if err != nil {
			return err
		}
		if have.Comment != "" && e.Comment != "" && have.Comment != e.Comment {
			e.Comment = have.Comment + " / " + e.Comment
		}
		have.Out, have.Comment, have.Place = have.Out || e.Out, cmp.Or(e.Comment, have.Comment), cmp.Or(have.Place, e.Place)
		if err := t.putReviewEdit(have); err != nil {
			return err
		}
	}
	return nil
}
