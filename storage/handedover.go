package storage

import (
	"slices"

	"handback/notes"
)

// givenDays is how far back it is asked what was noted for a person: twice the 90 days that count, since days off do not.
const givenDays, givenDates = 180, 60

const givenQuery = `SELECT note_date FROM item i WHERE person_id = ? AND label = 'todo' AND note_date BETWEEN ? AND ?
	AND actor = 'them' AND ` + lived + ` ORDER BY note_date DESC LIMIT ?`

// answeredQuery reads by the day of the answer, undatedQuery those whose answer has none but its note's.
const (
	answeredQuery = `WHERE i.person_id = ? AND i.label = 'idea' AND i.state_date BETWEEN ? AND ? AND i.actor <> 'me'
		AND i.state IN ('adopted', 'declined') AND n.origin IS NULL ORDER BY i.state_date DESC, i.note_id DESC, i.line DESC LIMIT ?`
	undatedQuery = `WHERE i.person_id = ? AND i.label = 'idea' AND i.note_date BETWEEN ? AND ? AND i.state_date IS NULL
		AND i.actor <> 'me' AND i.state IN ('adopted', 'declined') AND n.origin IS NULL
		ORDER BY i.note_date DESC, i.note_id DESC, i.line DESC LIMIT ?`
)

const plansQuery = `WHERE n.person_id = (SELECT id FROM person WHERE kind = 'me') AND n.date BETWEEN ?1 AND ?2 AND n.kind = 'journal'
	AND n.deleted_at IS NULL AND n.origin IS NULL AND substr(n.body, 1, length(?3)) = ?3 ORDER BY n.date DESC, n.id DESC LIMIT ?4`

const fewPlans = 4

// handedOver reads what was noted for a person, what became of their ideas, and the plans that may hold them.
func (c *conn) handedOver(f *notes.PromptFacts) (err error) {
	id, since := f.Person.ID, f.Today.AddDays(-givenDays)
	if f.GivenDates, err = list(c, givenQuery, []any{id, since, f.Today, givenDates}, scalar[notes.Date]); err != nil {
		return err
	}
	for _, query := range []string{answeredQuery, undatedQuery} {
		answered, err := c.filed(query, id, since, f.Today, fewDates)
		if err != nil {
			return err
		}
		f.Answered = append(f.Answered, answered...)
	}
	slices.SortStableFunc(f.Answered, notes.LatestFirst)
	f.Answered = f.Answered[:min(fewDates, len(f.Answered))]
	f.Plans, err = list(c, planColumns+plansQuery,
		[]any{f.Today.AddDays(-yearDays), f.Today, notes.PlanHeading(""), fewPlans}, scanNote)
	return err
}

const planColumns = "SELECT " + headColumns + ", n.updated_at, n.body, n.begun FROM note n "
