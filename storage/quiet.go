package storage

import (
	"errors"
	"slices"
	"time"

	"handback/notes"
)

// Quiet is, for each active report in alphabetical order, the day of the newest line of each kind, up to today and in
// held and journal notes.
func (j *Journal) Quiet(now time.Time) ([]notes.QuietRow, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	today := notes.DateOf(now)
	team, err := j.c.activeReports(today)
	if err != nil {
		return nil, err
	}
	rows := make([]notes.QuietRow, 0, len(team))
	for _, p := range team {
		r, err := j.c.quiet(p.ID, today)
		if err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// activeReports are the reports who are neither away nor left, in alphabetical order.
func (c *conn) activeReports(today notes.Date) ([]notes.Person, error) {
	people, err := c.people()
	if err != nil {
		return nil, err
	}
	people = slices.DeleteFunc(people, func(p notes.Person) bool { return !p.Active(today) })
	slices.SortStableFunc(people, func(a, b notes.Person) int {
		return notes.CompareNames(a.Name, b.Name)
	})
	return people, nil
}

// Each query walks an index from its newest end and stops at the first row, so that ten years cost no more than one.
const (
	// onRecord are the items i that say what happened: in held and journal notes n, up to a day, and not imported.
	onRecord = `FROM item i JOIN note n ON n.id = i.note_id WHERE i.person_id = ?1 AND i.note_date <= ?2
		AND n.kind IN ('held', 'journal') AND n.origin IS NULL `
	newestNoted = " ORDER BY i.note_date DESC LIMIT 1"
)

func (c *conn) quiet(id notes.PersonID, today notes.Date) (notes.QuietRow, error) {
	r := notes.QuietRow{Person: id}
	var decided, raised, needed, answered notes.Date
	for _, q := range []struct {
		query string
		to    *notes.Date
	}{
		{"SELECT i.note_date " + onRecord + "AND i.label = 'praise'" + newestNoted, &r.Praised},
		{theyDecided, &decided},
		{levelRaised, &raised},
		{ideaTakenUp, &r.IdeaTakenUp},
		{growthTalked, &r.GrowthTalked},
		{"SELECT i.note_date " + onRecord + "AND i.label = 'need'" + newestNoted, &needed},
		{needAnswered, &answered},
	} {
		err := c.row(q.query, []any{id, today}, q.to)
		if err != nil && !errors.Is(err, notes.ErrNotFound) {
			return r, err
		}
	}
	r.HandedOver = max(decided, raised)
	r.AskedNeed = max(needed, answered)
	return r, nil
}

const (
	// theyDecided says by which index: SQLite would rather look through all decisions of somebody who never took one.
	theyDecided = `SELECT i.note_date FROM item i INDEXED BY item_theirs JOIN note n ON n.id = i.note_id
		WHERE i.person_id = ?1 AND i.note_date <= ?2 AND i.label = 'decided' AND i.actor = 'them'
		AND n.kind IN ('held', 'journal') AND n.origin IS NULL ORDER BY i.note_date DESC LIMIT 1`
	levelRaised = `SELECT coalesce(max(l.date), '') FROM area a JOIN area_level l ON l.area_id = a.id
		WHERE a.person_id = ?1 AND a.deleted_at IS NULL AND l.date <= ?2 AND l.level >
		(SELECT b.level FROM area_level b WHERE b.area_id = a.id AND b.date < l.date ORDER BY b.date DESC LIMIT 1)`
	ideaTakenUp = `SELECT i.state_date FROM item i JOIN note n ON n.id = i.note_id
		WHERE i.person_id = ?1 AND i.label = 'idea' AND i.state_date <= ?2 AND i.actor = 'them'
		AND i.state IN ('trying', 'adopted', 'learned') AND n.kind IN ('held', 'journal') AND n.origin IS NULL ORDER BY i.state_date DESC LIMIT 1`
	growthTalked = `SELECT coalesce(max((SELECT t.note_date FROM item_tag t JOIN note n ON n.id = t.note_id
		WHERE t.person_id = g.person_id AND t.tag = g.tag AND t.note_date <= ?2 AND n.kind IN ('held', 'journal')
		AND n.origin IS NULL ORDER BY t.note_date DESC LIMIT 1)), '')
		FROM goal_tag g JOIN goal ON goal.id = g.goal_id WHERE g.person_id = ?1 AND goal.deleted_at IS NULL`
	// needAnswered takes an ask to be about a need where it was asked as a prompt of support, or says the word.
	needAnswered = `SELECT i.state_date FROM item i JOIN note n ON n.id = i.note_id
		WHERE i.person_id = ?1 AND i.label = 'ask' AND i.state_date <= ?2 AND i.state = 'answered'
		AND n.kind IN ('held', 'journal') AND n.origin IS NULL AND (i.text LIKE '%need%' OR EXISTS (SELECT 1 FROM prompt_event e
		WHERE e.person_id = ?1 AND e.kind = 'support' AND e.text = i.text)) ORDER BY i.state_date DESC LIMIT 1`
)
