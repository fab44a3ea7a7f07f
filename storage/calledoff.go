package storage

import "handback/notes"

// calledOffDays is how far back it is asked what the manager called off: three times the 60 days that count, since days off do not.
const calledOffDays = 180

const calledOffQuery = `SELECT date FROM note WHERE person_id = ? AND date BETWEEN ? AND ? AND kind = 'missed' AND called_off = ?
	AND deleted_at IS NULL AND origin IS NULL ORDER BY date DESC LIMIT ?`

// calledOff reads the days on which the manager called off a one-on-one of theirs.
func (c *conn) calledOff(f *notes.PromptFacts) (err error) {
	f.CalledOff, err = list(c, calledOffQuery,
		[]any{f.Person.ID, f.Today.AddDays(-calledOffDays), f.Today, notes.CalledOffByMe, fewDates}, scalar[notes.Date])
	return err
}
