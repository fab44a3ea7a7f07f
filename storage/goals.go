package storage

import (
	"errors"

	"handback/notes"
)

const goalColumns = `SELECT g.id, g.uid, g.person_id, g.title, g.why, g.tag, g.wanted, coalesce(g.start, ''),
	coalesce(g.target, ''), coalesce(g.company_goal_id, 0), g.step_in_if, coalesce(g.step_in_agreed, ''), g.state,
	coalesce(g.closed, '') FROM goal g JOIN person p ON p.id = g.person_id
	WHERE g.deleted_at IS NULL AND p.deleted_at IS NULL `

func scanGoal(s scanner) (g notes.Goal, err error) {
	return g, s.Scan(&g.ID, &g.UID, &g.Person, &g.Title, &g.Why, &g.Tag, &g.Wanted, &g.Start, &g.Target, &g.Company,
		&g.StepInIf, &g.StepInAgreed, &g.State, &g.Closed)
}

func scanStep(s scanner) (v notes.Step, err error) {
	return v, s.Scan(&v.ID, &v.UID, &v.Goal, &v.Text, &v.Owner, &v.Due, &v.Done, &v.Order)
}

func scanOpportunity(s scanner) (v notes.Opportunity, err error) {
	return v, s.Scan(&v.ID, &v.UID, &v.Goal, &v.Kind, &v.Text, &v.State, &v.Date, &v.Since, &v.Order)
}

const opportunityColumns = `SELECT id, uid, goal_id, kind, text, state, coalesce(date, ''), coalesce(since, ''), place FROM opportunity `

// Goals are the goals of a person with their children: open ones first, in the order they were made.
func (j *Journal) Goals(id notes.PersonID) ([]notes.Goal, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.goals(goalColumns+"AND g.person_id = ? ORDER BY g.state <> 'open', g.id", id)
}

func (c *conn) goal(id notes.GoalID) (notes.Goal, error) {
	found, err := c.goals(goalColumns+"AND g.id = ?", int64(id))
	if err != nil || len(found) == 0 {
		return notes.Goal{}, errors.Join(err, notFoundUnless(err))
	}
	return found[0], nil
}

func notFoundUnless(err error) error {
	if err == nil {
		return notes.ErrNotFound
	}
	return nil
}

func (c *conn) goals(query string, args ...any) ([]notes.Goal, error) {
	goals, err := list(c, query, args, scanGoal)
	for i := range goals {
		if err == nil {
			err = c.childrenOf(&goals[i])
		}
	}
	return goals, err
}

func (c *conn) childrenOf(g *notes.Goal) (err error) {
	of := []any{g.ID}
	g.Steps, err = list(c, `SELECT id, uid, goal_id, text, owner, coalesce(due, ''), coalesce(done, ''), place FROM step
		WHERE goal_id = ? AND deleted_at IS NULL ORDER BY place, id`, of, scanStep)
	if err != nil {
		return err
	}
	g.Opportunities, err = list(c, opportunityColumns+"WHERE goal_id = ? AND deleted_at IS NULL ORDER BY place, id", of, scanOpportunity)
	if err != nil {
		return err
	}
	g.Moves, err = list(c, `SELECT date, coalesce(from_target, ''), coalesce(to_target, '') FROM target_move
		WHERE goal_id = ? ORDER BY id`, of, func(s scanner) (m notes.TargetMove, err error) {
		return m, s.Scan(&m.On, &m.From, &m.To)
	})
	return err
}

// Evidence are the lines that carry one of the tags of a goal, its earlier ones too, newest first.
func (j *Journal) Evidence(id notes.GoalID) ([]notes.Filed, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return list(j.c, filedColumns+`FROM goal_tag g
		JOIN item_tag t ON t.person_id = g.person_id AND t.tag = g.tag
		JOIN item i ON i.note_id = t.note_id AND i.line = t.line AND i.person_id = t.person_id
		JOIN note n ON n.id = i.note_id
		WHERE g.goal_id = ? AND n.origin IS NULL GROUP BY i.note_id, i.line
		ORDER BY i.note_date DESC, i.note_id DESC, i.line DESC`, []any{id}, scanFiled)
}
