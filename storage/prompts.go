package storage

import (
	"errors"
	"fmt"
	"strings"

	"handback/notes"
)

const promptColumns = `SELECT id, uid, person_id, kind, key, for_them, text, reason, note_uid, line, shown,
	coalesce(gone, ''), outcome, came, coalesce(came_on, '') FROM prompt_event `

func scanPrompt(s scanner) (e notes.PromptEvent, err error) {
	return e, s.Scan(&e.ID, &e.UID, &e.Person, (*string)(&e.Kind), &e.Key, &e.ForThem, &e.Text, &e.Reason, &e.NoteUID, &e.Line,
		(*string)(&e.Shown), (*string)(&e.Left), (*string)(&e.Outcome), (*string)(&e.Came), (*string)(&e.CameOn))
}

const muteColumns = "SELECT person_id, kind, muted, doubled FROM prompt_mute "

func scanMute(s scanner) (m notes.PromptMute, err error) {
	return m, s.Scan(&m.Person, &m.Kind, &m.Muted, &m.Doubled)
}

// Mutes are all kinds muted for anybody.
func (j *Journal) Mutes() ([]notes.PromptMute, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return list(j.c, muteColumns+"WHERE muted = 1 ORDER BY person_id, kind", nil, scanMute)
}

// Verdict is what was said about a line, "" for nothing that is in force on day.
func (j *Journal) Verdict(noteUID, line string, day notes.Date) (string, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	v, err := one(j.c, `SELECT verdict FROM verdict WHERE note_uid = ? AND line = ? AND (until IS NULL OR until >= ?)
		ORDER BY id DESC LIMIT 1`, scalar[string], noteUID, notes.NormaliseLine(line), day)
	if errors.Is(err, notes.ErrNotFound) {
		return "", nil
	}
	return v, err
}

func (t *tx) putPromptEvent(e notes.PromptEvent) (int64, error) {
	if err := checkDates(named{"Shown", e.Shown}, named{"Left", e.Left}, named{"Said on", e.CameOn}); err != nil {
		return 0, err
	}
	if e.ID == 0 {
		return t.insertPromptEvent(e)
	}
	old, err := one(t.conn, promptColumns+"WHERE id = ?", scanPrompt, e.ID)
	if err != nil {
		return 0, err
	}
	delete(t.j.kept.of, old.Person)
	t.back(old)
	_, err = t.exec(`UPDATE prompt_event SET person_id = ?, kind = ?, key = ?, for_them = ?, text = ?, reason = ?, note_uid = ?,
		line = ?, shown = ?, gone = nullif(?, ''), outcome = ?, came = ?, came_on = nullif(?, ''),
		updated_at = max(?, updated_at + 1) WHERE id = ?`,
		e.Person, e.Kind, e.Key, e.ForThem, e.Text, e.Reason, e.NoteUID, e.Line, e.Shown, e.Left, e.Outcome, e.Came, e.CameOn,
		t.stamp(), e.ID)
	return e.ID, err
}

// insertPromptEvent puts a new one in, under its ID where it has one, which must be free.
func (t *tx) insertPromptEvent(e notes.PromptEvent) (int64, error) {
	id, err := t.exec(`INSERT INTO prompt_event (id, uid, person_id, kind, key, for_them, text, reason, note_uid, line, shown,
		gone, outcome, came, came_on, updated_at)
		VALUES (nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, nullif(?, ''), ?)`,
		e.ID, keepUID(e.UID), e.Person, e.Kind, e.Key, e.ForThem, e.Text, e.Reason, e.NoteUID, e.Line, e.Shown, e.Left, e.Outcome,
		e.Came, e.CameOn, t.stamp())
	t.back(notes.Remove{Row: notes.PromptEvent{ID: id}})
	return id, err
}

func (t *tx) putPromptMute(m notes.PromptMute) (int64, error) {
	had, err := list(t.conn, muteColumns+"WHERE person_id = ? AND kind = ?", []any{m.Person, m.Kind}, scanMute)
	if err != nil {
		return 0, err
	}
	before := notes.PromptMute{Person: m.Person, Kind: m.Kind}
	if len(had) > 0 {
		before = had[0]
	}
	t.back(before)
	if !m.Muted && m.Doubled == 0 {
		return 0, t.bury("prompt_mute", "person_id = ? AND kind = ?", m.Person, m.Kind)
	}
	_, err = t.exec(`INSERT INTO prompt_mute (uid, person_id, kind, muted, doubled, updated_at) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (person_id, kind) DO UPDATE SET muted = excluded.muted, doubled = excluded.doubled,
		updated_at = max(excluded.updated_at, updated_at + 1)`, newUID(), m.Person, m.Kind, m.Muted, m.Doubled, t.stamp())
	return 0, err
}

const verdictColumns = "SELECT id, note_uid, line, verdict, why, coalesce(until, '') FROM verdict "

func scanVerdict(s scanner) (v notes.Verdict, err error) {
	return v, s.Scan(&v.ID, &v.NoteUID, &v.Line, &v.Verdict, &v.Why, &v.Until)
}

func (t *tx) putVerdict(v notes.Verdict) (int64, error) {
	if err := checkDates(named{"Until", v.Until}); err != nil {
		return 0, err
	}
	v.Line = notes.NormaliseLine(v.Line)
	if v.ID == 0 {
		return t.insertVerdict(v)
	}
	old, err := one(t.conn, verdictColumns+"WHERE id = ?", scanVerdict, v.ID)
	if err != nil {
		return 0, err
	}
	t.back(old)
	_, err = t.exec(`UPDATE verdict SET note_uid = ?, line = ?, verdict = ?, why = ?, until = nullif(?, ''),
		updated_at = max(?, updated_at + 1) WHERE id = ?`, v.NoteUID, v.Line, v.Verdict, v.Why, v.Until, t.stamp(), v.ID)
	return v.ID, err
}

// insertVerdict puts a new one in, under its ID where it has one, which must be free.
func (t *tx) insertVerdict(v notes.Verdict) (int64, error) {
	id, err := t.exec(`INSERT INTO verdict (id, uid, note_uid, line, verdict, why, until, updated_at)
		VALUES (nullif(?, 0), ?, ?, ?, ?, ?, nullif(?, ''), ?)`, v.ID, newUID(), v.NoteUID, v.Line, v.Verdict, v.Why, v.Until, t.stamp())
	t.back(notes.Remove{Row: notes.Verdict{ID: id}})
	return id, err
}

// carryVerdicts lets what was said about a line, and a dismissal of it, follow the line when it is rewritten, unless another line of
// the note still says the same.
func (t *tx) carryVerdicts(noteUID, body, from, to string) error {
	from, to = notes.NormaliseLine(from), notes.NormaliseLine(to)
	for line := range strings.Lines(body) {
		if notes.NormaliseLine(strings.TrimSuffix(line, "\n")) == from {
			return nil
		}
	}
	verdicts, err := list(t.conn, verdictColumns+"WHERE note_uid = ? AND line = ? ORDER BY id", []any{noteUID, from}, scanVerdict)
	if err != nil {
		return err
	}
	for _, v := range verdicts {
		v.Line = to
		if _, err := t.putVerdict(v); err != nil {
			return err
		}
	}
	dismissals, err := list(t.conn, dismissalColumns+"WHERE note_uid = ? AND kind = ? AND text = ? ORDER BY id",
		[]any{noteUID, notes.DismissedLine, from}, scanDismissal)
	if err != nil {
		return err
	}
	for _, d := range dismissals {
		if err := t.removeDismissal(d.ID); err != nil {
			return err
		}
		d.Text = to
		if _, err := t.putBack(d); err != nil {
			return err
		}
	}
	return nil
}

// remove takes away a row that has no trash.
func (t *tx) remove(row notes.Row) error {
	switch r := row.(type) {
	case notes.CompanyTalk:
		return t.removeTalk(r)
	case notes.PromptEvent:
		old, err := one(t.conn, promptColumns+"WHERE id = ?", scanPrompt, r.ID)
		if err != nil {
			return err
		}
		t.back(notes.PutBack{Row: old})
		return t.bury("prompt_event", "id = ?", r.ID)
	case notes.Verdict:
		old, err := one(t.conn, verdictColumns+"WHERE id = ?", scanVerdict, r.ID)
		if err != nil {
			return err
		}
		t.back(notes.PutBack{Row: old})
		return t.bury("verdict", "id = ?", r.ID)
	case notes.Dismissal:
		return t.removeDismissal(r.ID)
	case notes.QuietAnswer:
		return t.removeQuietAnswer(r)
	case notes.Template:
		return t.removeTemplate(r.ID)
	case notes.SavedSearch:
		return t.removeSavedSearch(r.ID)
	}
	return fmt.Errorf("storage cannot remove a %T: it has a trash or no key", row)
}

// putBack puts back what remove took away.
func (t *tx) putBack(row notes.Row) (int64, error) {
	switch r := row.(type) {
	case notes.PromptEvent:
		if err := t.freed("prompt_event", &r.ID); err != nil {
			return 0, err
		}
		return t.insertPromptEvent(r)
	case notes.Verdict:
		if err := t.freed("verdict", &r.ID); err != nil {
			return 0, err
		}
		return t.insertVerdict(r)
	case notes.Dismissal:
		if err := t.freed("dismissal", &r.ID); err != nil {
			return 0, err
		}
		return t.putDismissal(r)
	case notes.SavedSearch:
		if err := t.freed("saved_search", &r.ID); err != nil {
			return 0, err
		}
		return t.insertSavedSearch(r)
	}
	return 0, fmt.Errorf("storage cannot put back a %T: it is not one that Remove takes away", row)
}

// freed makes id 0 where a row of the table has it.
func (t *tx) freed(table string, id *int64) error {
	var has int
	err := t.row("SELECT count(*) FROM "+table+" WHERE id = ?", []any{*id}, &has)
	if has > 0 {
		*id = 0
	}
	return err
}
