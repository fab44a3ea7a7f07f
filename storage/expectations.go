package storage

import (
	"handback/notes"
	"handback/notes/voice"
)

const expectationColumns = `SELECT e.id, e.uid, e.person_id, e.theirs, e.text, coalesce(e.agreed, ''), e.place FROM expectation e
	JOIN person p ON p.id = e.person_id WHERE e.deleted_at IS NULL AND p.deleted_at IS NULL `

func scanExpectation(s scanner) (e notes.Expectation, err error) {
	return e, s.Scan(&e.ID, &e.UID, &e.Person, &e.Theirs, &e.Text, &e.Agreed, &e.Order)
}

// Expectations are what a person and the manager count on each other for, in their order.
func (j *Journal) Expectations(id notes.PersonID) ([]notes.Expectation, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return list(j.c, expectationColumns+"AND e.person_id = ? ORDER BY e.place, e.id", []any{id}, scanExpectation)
}

func (t *tx) putExpectation(e notes.Expectation) (int64, error) {
	if err := checkText("Text", e.Text); err != nil {
		return 0, notes.Invalid{Field: "Text", Why: voice.T("Enter what you're counting on.")}
	}
	if err := checkDates(named{"Agreed on", e.Agreed}); err != nil {
		return 0, err
	}
	if _, err := t.person(e.Person); err != nil {
		return 0, err
	}
	if e.ID == 0 {
		id, err := t.exec(`INSERT INTO expectation (uid, person_id, theirs, text, agreed, place, updated_at)
			VALUES (?, ?, ?, ?, nullif(?, ''), ?, ?)`,
			keepUID(e.UID), e.Person, e.Theirs, e.Text, e.Agreed, e.Order, t.stamp())
		t.back(notes.Delete{Kind: notes.KindExpectation, ID: id})
		return id, err
	}
	old, err := one(t.conn, expectationColumns+"AND e.id = ?", scanExpectation, e.ID)
	if err != nil {
		return 0, err
	}
	if e.Person != old.Person {
		return 0, notes.Invalid{Field: "Person", Why: voice.T("You can't move this to another person. Add a new one for them.")}
	}
	t.back(old)
	_, err = t.exec(`UPDATE expectation SET theirs = ?, text = ?, agreed = nullif(?, ''), place = ?,
		updated_at = max(?, updated_at + 1) WHERE id = ?`, e.Theirs, e.Text, e.Agreed, e.Order, t.stamp(), e.ID)
	return e.ID, err
}
