package storage

import "handback/notes"

// revisitQuery finds the decisions that come back by a day, each by its own day.
const revisitQuery = `WHERE i.person_id = ? AND i.label = 'decided' AND i.due <= ? AND i.state = ''
	AND n.kind IN ('held', 'journal') AND n.origin IS NULL ORDER BY i.due, i.note_id, i.line LIMIT ?`

// revisit reads the decisions that come back by today.
func (c *conn) revisit(f *notes.PromptFacts) (err error) {
	f.Revisit, err = c.filed(revisitQuery, f.Person.ID, f.Today, fewDates)
	return err
}
