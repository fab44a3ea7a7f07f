package storage

import "handback/notes"

// givenDays is how far back it is asked what was noted for a person: twice the 90 days that count, since days off do not.
const givenDays, givenDates = 180, 60

const givenQuery = `SELECT note_date FROM item WHERE person_id = ? AND label = 'todo' AND note_date BETWEEN ? AND ?
	AND actor = 'them' AND state <> 'history' ORDER BY note_date DESC LIMIT ?`

const answeredQuery = `WHERE i.person_id = ? AND i.label = 'idea' AND i.actor <> 'me' AND i.state IN ('adopted', 'declined')
	AND coalesce(i.state_date, i.note_date) BETWEEN ? AND ?
	ORDER BY coalesce(i.state_date, i.note_date) DESC, i.note_id DESC, i.line DESC LIMIT ?`

const plansQuery = `WHERE n.person_id = (SELECT id FROM person WHERE kind = 'me') AND n.date BETWEEN ?1 AND ?2 AND n.kind = 'journal'
	AND n.deleted_at IS NULL AND substr(n.body, 1, length(?3)) = ?3 ORDER BY n.date DESC, n.id DESC LIMIT ?4`

const fewPlans = 4

// handedOver reads what was noted for a person, what became of their ideas, and the plans that may hold them.
func (c *conn) handedOver(f *notes.PromptFacts) (err error) {
	id, since := f.Person.ID, f.Today.AddDays(-givenDays)
	if f.GivenDates, err = list(c, givenQuery, []any{id, since, f.Today, givenDates}, scalar[notes.Date]); err != nil {
		return err
	}
	if f.Answered, err = c.filed(answeredQuery, id, since, f.Today, fewDates); err != nil {
		return err
	}
	f.Plans, err = list(c, planColumns+plansQuery,
		[]any{f.Today.AddDays(-yearDays), f.Today, notes.PlanHeading(""), fewPlans}, scanNote)
	return err
}

const planColumns = "SELECT " + headColumns + ", n.updated_at, n.body, n.begun FROM note n "
