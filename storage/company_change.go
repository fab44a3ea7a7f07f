package storage

import "handback/notes"

// keepCompanyChange records that the title or the reason of a company goal was changed: what it said before the first
// change of the day. What is changed and changed back within a day, by an undo too, was no change.
func (t *tx) keepCompanyChange(old, now notes.CompanyGoal) error {
	if old.Title == now.Title && old.Why == now.Why {
		return nil
	}
	type before struct {
		id         int64
		title, why string
	}
	had, err := list(t.conn, "SELECT id, from_title, from_why FROM company_change WHERE company_goal_id = ? AND date = ?",
		[]any{old.ID, t.today()}, func(s scanner) (b before, err error) { return b, s.Scan(&b.id, &b.title, &b.why) })
	if err != nil {
		return err
	}
	if len(had) == 0 {
		_, err = t.exec(`INSERT INTO company_change (uid, company_goal_id, date, from_title, from_why, updated_at)
			VALUES (?, ?, ?, ?, ?, ?)`, newUID(), old.ID, t.today(), old.Title, old.Why, t.stamp())
		return err
	}
	if had[0].title == now.Title && had[0].why == now.Why {
		return t.bury("company_change", "id = ?", had[0].id)
	}
	return nil
}

// companyChanges reads the day on which each company goal was last changed.
func (c *conn) companyChanges() (map[notes.CompanyGoalID]notes.Date, error) {
	changed := map[notes.CompanyGoalID]notes.Date{}
	_, err := list(c, "SELECT company_goal_id, max(date) FROM company_change GROUP BY company_goal_id", nil,
		func(s scanner) (_ struct{}, err error) {
			var id notes.CompanyGoalID
			var day notes.Date
			err = s.Scan(&id, &day)
			changed[id] = day
			return struct{}{}, err
		})
	return changed, err
}
