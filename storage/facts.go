package storage

import (
	"errors"
	"time"

	"handback/notes"
)

// Facts is what the journal holds about one person that the brief and the prompts are made from, read in one go.
func (j *Journal) Facts(id notes.PersonID, now time.Time) (notes.Facts, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.facts(id, notes.DateOf(now))
}

func (c *conn) facts(id notes.PersonID, today notes.Date) (f notes.Facts, err error) {
	f.Today = today
	if f.Person, err = c.called(id); err != nil {
		return f, err
	}
	if f.Words, err = c.labelWords(); err != nil {
		return f, err
	}
	if err := c.meetings(&f); err != nil {
		return f, err
	}
	open, err := c.filed("WHERE i.person_id = ? AND i.open = 1 ORDER BY i.note_date, i.note_id, i.line", id)
	if err != nil {
		return f, err
	}
	f.SortOpen(open)
	since, err := c.filed(`WHERE i.person_id = ? AND i.note_date >= ? AND n.origin IS NULL AND i.label IN `+labelList+`
		ORDER BY i.note_date, i.note_id, i.line`, id, f.SinceDay())
	if err != nil {
		return f, err
	}
	f.KeepSince(since)
	if err := c.becameOf(&f); err != nil {
		return f, err
	}
	return f, c.growth(&f)
}

// What became of older lines is looked for by indexes of when it did; of needs, of what is stuck and of decisions, where the line
// is of the last half year. The person stands in each part, the day from which on in ?2.
const changedQuery = `JOIN (
	SELECT note_id, line, person_id FROM item WHERE person_id = ?1 AND label = 'todo' AND state = 'done' AND state_date >= ?2
	UNION ALL
	SELECT note_id, line, person_id FROM item WHERE person_id = ?1 AND label = 'idea' AND state_date >= ?2
	UNION ALL
	SELECT note_id, line, person_id FROM item INDEXED BY item_said
		WHERE person_id = ?1 AND label IN ('need', 'stuck', 'decided') AND note_date BETWEEN ?3 AND ?2 AND state_date >= ?2
	) c ON c.note_id = i.note_id AND c.line = i.line AND c.person_id = i.person_id
	WHERE i.note_date < ?2 AND n.origin IS NULL
	ORDER BY i.state_date DESC, i.note_id DESC, i.line LIMIT ?4`

const closedGoalsQuery = goalColumns + "AND g.person_id = ? AND g.state <> 'open' AND g.closed >= ? ORDER BY g.id"

const (
	changedDays = 180
	mostChanged = 60
)

// becameOf reads what became of older lines and goals since the last one-on-one; before the first there is nothing.
func (c *conn) becameOf(f *notes.Facts) (err error) {
	since := f.SinceDay()
	if since == "" {
		return nil
	}
	f.Changed, err = c.filed(changedQuery, f.Person.ID, since, since.AddDays(-changedDays), mostChanged)
	if err != nil {
		return err
	}
	f.ClosedGoals, err = c.goals(closedGoalsQuery, f.Person.ID, since)
	return err
}

// meetings reads the planned one-on-one and the last held one.
func (c *conn) meetings(f *notes.Facts) error {
	planned, err := one(c, "SELECT "+headColumns+` FROM note n WHERE n.person_id = ? AND n.kind = 'planned'
		AND n.deleted_at IS NULL ORDER BY n.date, n.id LIMIT 1`, scanHead, f.Person.ID)
	switch {
	case err == nil:
		f.Planned = &planned
	case !errors.Is(err, notes.ErrNotFound):
		return err
	}
	held, err := one(c, "SELECT "+headColumns+`, n.updated_at, n.body, n.begun FROM note n WHERE n.person_id = ? AND n.kind = 'held'
		AND n.deleted_at IS NULL AND n.origin IS NULL ORDER BY n.date DESC, n.id DESC LIMIT 1`, scanNote, f.Person.ID)
	switch {
	case err == nil:
		f.LastHeld = &held
		return nil
	case !errors.Is(err, notes.ErrNotFound):
		return err
	}
	f.Before, err = c.importedUntil(f.Person.ID)
	return err
}

// growth reads the open goals, the newest line that counts for each, and the areas.
func (c *conn) growth(f *notes.Facts) (err error) {
	f.Goals, err = c.goals(goalColumns+"AND g.person_id = ? AND g.state = 'open' ORDER BY g.id", f.Person.ID)
	if err != nil {
		return err
	}
	if f.Happened, err = c.happened(f.Person.ID, f.Today); err != nil {
		return err
	}
	f.Evidence = map[notes.GoalID]notes.Filed{}
	for _, g := range f.Goals {
		newest, err := c.newestEvidence(g.ID)
		if err != nil {
			return err
		}
		if len(newest) > 0 {
			f.Evidence[g.ID] = newest[0]
		}
	}
	f.Areas, err = c.areas(f.Person.ID)
	return err
}

const happenedQuery = `SELECT g.goal_id, max(i.state_date) FROM goal_tag g
	JOIN item_tag t ON t.person_id = g.person_id AND t.tag = g.tag AND t.note_date >= ?2
	JOIN item i ON i.note_id = t.note_id AND i.line = t.line AND i.person_id = t.person_id
	WHERE g.person_id = ?1 AND i.state_date <= ?3 AND ` + lived + ` GROUP BY g.goal_id`

// happenedDays is how far back lines are looked at of which something may have become lately.
const happenedDays = 365

// happened is the newest day on which something became of a line with a tag of one of the person's goals.
func (c *conn) happened(id notes.PersonID, today notes.Date) (map[notes.GoalID]notes.Date, error) {
	type day struct {
		goal notes.GoalID
		on   notes.Date
	}
	days, err := list(c, happenedQuery,
		[]any{id, today.AddDays(-happenedDays), today}, func(s scanner) (d day, err error) { return d, s.Scan(&d.goal, &d.on) })
	out := make(map[notes.GoalID]notes.Date, len(days))
	for _, d := range days {
		out[d.goal] = d.on
	}
	return out, err
}

// newestEvidence takes the newest line of each of a goal's tags and the newest of these: each is one step in the index.
func (c *conn) newestEvidence(id notes.GoalID) ([]notes.Filed, error) {
	var newest []notes.Filed
	tags, err := list(c, "SELECT tag FROM goal_tag WHERE goal_id = ?", []any{id}, scalar[string])
	if err != nil {
		return nil, err
	}
	for _, tag := range tags {
		some, err := list(c, filedColumns+`FROM item_tag t
			JOIN item i ON i.note_id = t.note_id AND i.line = t.line AND i.person_id = t.person_id
			JOIN note n ON n.id = i.note_id
			WHERE t.person_id = (SELECT person_id FROM goal WHERE id = ?) AND t.tag = ? AND n.origin IS NULL
			ORDER BY t.note_date DESC, t.note_id DESC, t.line DESC LIMIT 1`, []any{id, tag}, scanFiled)
		if err != nil {
			return nil, err
		}
		if len(some) > 0 && (len(newest) == 0 || some[0].NoteDate > newest[0].NoteDate) {
			newest = some
		}
	}
	return newest, nil
}
