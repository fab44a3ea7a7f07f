package storage

import (
	"slices"

	"handback/notes"
)

// growingDays is how far back it is asked which goals were reached and what was praised and done: longer than what counts, since days
// off do not.
const growingDays = 180

const reachedQuery = goalColumns + `AND g.person_id = ? AND g.state = 'reached' AND g.closed BETWEEN ? AND ?
	ORDER BY g.closed DESC, g.id DESC`

const agreedQuery = "SELECT count(*) > 0 FROM expectation WHERE person_id = ? AND deleted_at IS NULL"

// growing reads the goals that were reached, and whether it stands in the journal what the two count on each other for.
func (c *conn) growing(f *notes.PromptFacts) error {
	reached, err := list(c, reachedQuery, []any{f.Person.ID, f.Today.AddDays(-growingDays), f.Today}, scanGoal)
	if err != nil {
		return err
	}
	f.Reached = reached
	return c.row(agreedQuery, []any{f.Person.ID}, &f.Agreed)
}

const (
	praisedQuery = `WHERE i.person_id = ? AND i.label = 'praise' AND i.note_date BETWEEN ? AND ? AND i.actor <> 'me'
		AND n.origin IS NULL ORDER BY i.note_date DESC LIMIT ?`
	didQuery = `WHERE i.person_id = ? AND i.label = 'todo' AND i.state = 'done' AND i.state_date >= ? AND i.actor = 'them'
		AND i.note_date BETWEEN ? AND ? AND n.origin IS NULL ORDER BY i.state_date DESC LIMIT ?`
	manyDeeds = 40 // of each: more than one a week
)

// deeds reads the newest of what they were praised for and of what they got done, newest first.
func (c *conn) deeds(f *notes.PromptFacts) error {
	after := f.Today.AddDays(-growingDays)
	praised, err := c.filed(praisedQuery, f.Person.ID, after, f.Today, manyDeeds)
	if err != nil {
		return err
	}
	did, err := c.filed(didQuery, f.Person.ID, after, f.Today.AddDays(-longAgo), f.Today, manyDeeds)
	if err != nil {
		return err
	}
	f.Deeds = append(praised, did...)
	slices.SortStableFunc(f.Deeds, notes.LatestFirst)
	return nil
}
