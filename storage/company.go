package storage

import (
	"handback/notes"
	"handback/notes/voice"
)

const companyColumns = `SELECT id, uid, title, why, coalesce(leader_id, 0), coalesce(closed, ''), place FROM company_goal
	WHERE deleted_at IS NULL `

func scanCompanyGoal(s scanner) (g notes.CompanyGoal, err error) {
	return g, s.Scan(&g.ID, &g.UID, &g.Title, &g.Why, &g.Leader, &g.Closed, &g.Order)
}

func scanTalk(s scanner) (v notes.CompanyTalk, err error) {
	return v, s.Scan(&v.Company, &v.Person, &v.On, &v.Words)
}

// CompanyGoals are the goals of the organisation with the talks about them, those that hold first, in their order.
func (j *Journal) CompanyGoals() ([]notes.CompanyGoal, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.companyGoals()
}

func (c *conn) companyGoals() ([]notes.CompanyGoal, error) {
	goals, err := list(c, companyColumns+"ORDER BY closed IS NOT NULL, place, id", nil, scanCompanyGoal)
	for i := range goals {
		if err != nil {
			break
		}
		goals[i].Talks, err = list(c, `SELECT t.company_goal_id, t.person_id, t.date, t.words FROM company_talk t
			JOIN person p ON p.id = t.person_id WHERE t.company_goal_id = ? AND p.deleted_at IS NULL ORDER BY t.date, t.id`,
			[]any{goals[i].ID}, scanTalk)
	}
	return goals, err
}

func (t *tx) putCompanyGoal(g notes.CompanyGoal) (int64, error) {
	if err := checkText("Title", g.Title); err != nil {
		return 0, err
	}
	if err := checkDates(named{"Closed on", g.Closed}); err != nil {
		return 0, err
	}
	if g.ID == 0 {
		id, err := t.exec(`INSERT INTO company_goal (uid, title, why, leader_id, closed, place, updated_at)
			VALUES (?, ?, ?, nullif(?, 0), nullif(?, ''), ?, ?)`,
			keepUID(g.UID), g.Title, g.Why, g.Leader, g.Closed, g.Order, t.stamp())
		t.back(notes.Delete{Kind: notes.KindCompanyGoal, ID: id})
		return id, err
	}
	old, err := one(t.conn, companyColumns+"AND id = ?", scanCompanyGoal, g.ID)
	if err != nil {
		return 0, err
	}
	t.back(old)
	_, err = t.exec(`UPDATE company_goal SET title = ?, why = ?, leader_id = nullif(?, 0), closed = nullif(?, ''), place = ?,
		updated_at = max(?, updated_at + 1) WHERE id = ?`, g.Title, g.Why, g.Leader, g.Closed, g.Order, t.stamp(), g.ID)
	if err != nil {
		return 0, err
	}
	return int64(g.ID), t.keepCompanyChange(old, g)
}

// putCompanyTalk records a talk; one of the same goal, person and day replaces the words.
func (t *tx) putCompanyTalk(v notes.CompanyTalk) (int64, error) {
	if v.On == "" {
		return 0, notes.Invalid{Field: "Date", Why: voice.T("Enter the day you talked about it.")}
	}
	if err := checkDates(named{"Date", v.On}); err != nil {
		return 0, err
	}
	had, err := list(t.conn, talkQuery, []any{v.Company, v.Person, v.On}, scanTalk)
	if err != nil {
		return 0, err
	}
	if len(had) > 0 {
		t.back(had[0])
	} else {
		t.back(notes.Remove{Row: v})
	}
	_, err = t.exec(`INSERT INTO company_talk (uid, company_goal_id, person_id, date, words, updated_at) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (company_goal_id, person_id, date) DO UPDATE SET words = excluded.words,
		updated_at = max(excluded.updated_at, updated_at + 1)`, newUID(), v.Company, v.Person, v.On, v.Words, t.stamp())
	return 0, err
}

const talkQuery = `SELECT company_goal_id, person_id, date, words FROM company_talk
	WHERE company_goal_id = ? AND person_id = ? AND date = ?`

func (t *tx) removeTalk(v notes.CompanyTalk) error {
	old, err := one(t.conn, talkQuery, scanTalk, v.Company, v.Person, v.On)
	if err != nil {
		return err
	}
	t.back(old)
	return t.bury("company_talk", "company_goal_id = ? AND person_id = ? AND date = ?", v.Company, v.Person, v.On)
}
