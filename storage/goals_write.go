package storage

import (
	"errors"

	"handback/notes"
	"handback/notes/voice"
)

func (t *tx) putGoal(g notes.Goal) (int64, error) {
	if g.State == "" {
		g.State = notes.GoalOpen
	}
	if err := t.checkGoal(g); err != nil {
		return 0, err
	}
	if g.ID == 0 {
		return t.insertGoal(g)
	}
	return int64(g.ID), t.updateGoal(g)
}

func (t *tx) checkGoal(g notes.Goal) error {
	if err := checkText("Title", g.Title); err != nil {
		return err
	}
	err := checkDates(named{"Start", g.Start}, named{"Target", g.Target}, named{"Agreed on", g.StepInAgreed}, named{"Closed on", g.Closed})
	if err != nil {
		return err
	}
	if g.Start != "" && g.Target != "" && g.Target < g.Start {
		return notes.Invalid{Field: "Target", Why: voice.T("The target is before the start. Choose a later target or an earlier start.")}
	}
	if g.Wanted < notes.NoLevel || g.Wanted > notes.Delegate {
		return notes.Invalid{Field: "Target level", Why: voice.T("Choose one of the seven levels, or none.")}
	}
	switch g.State {
	case notes.GoalOpen, notes.GoalReached, notes.GoalDropped:
		return nil
	}
	return notes.Invalid{Field: "State", Why: "A goal is open, reached or dropped. Choose one of them."}
}

func (t *tx) insertGoal(g notes.Goal) (int64, error) {
	if _, err := t.person(g.Person); err != nil {
		return 0, err
	}
	id, err := t.exec(`INSERT INTO goal (uid, person_id, title, why, tag, wanted, start, target, company_goal_id, step_in_if,
		step_in_agreed, state, closed, updated_at)
		VALUES (?, ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, 0), ?, nullif(?, ''), ?, nullif(?, ''), ?)`,
		keepUID(g.UID), g.Person, g.Title, g.Why, g.Tag, int(g.Wanted), g.Start, g.Target, g.Company, g.StepInIf,
		g.StepInAgreed, g.State, g.Closed, t.stamp())
	if err != nil {
		return 0, err
	}
	t.back(notes.Delete{Kind: notes.KindGoal, ID: id})
	g.ID = notes.GoalID(id)
	return id, t.keepGoalTag(g)
}

func (t *tx) updateGoal(g notes.Goal) error {
	old, err := t.goal(g.ID)
	if err != nil {
		return err
	}
	if g.Person != old.Person {
		return notes.Invalid{Field: "Person", Why: "A goal stays with its person. Make a new one for somebody else."}
	}
	_, err = t.exec(`UPDATE goal SET title = ?, why = ?, tag = ?, wanted = ?, start = nullif(?, ''), target = nullif(?, ''),
		company_goal_id = nullif(?, 0), step_in_if = ?, step_in_agreed = nullif(?, ''), state = ?, closed = nullif(?, ''),
		updated_at = max(?, updated_at + 1) WHERE id = ?`,
		g.Title, g.Why, g.Tag, int(g.Wanted), g.Start, g.Target, g.Company, g.StepInIf, g.StepInAgreed, g.State, g.Closed,
		t.stamp(), g.ID)
	if err != nil {
		return err
	}
	if err := t.keepMove(old, g.Target); err != nil {
		return err
	}
	old.Steps, old.Opportunities, old.Moves = nil, nil, nil
	t.back(old)
	return t.keepGoalTag(g)
}

// keepGoalTag keeps a goal's tag among those under which lines count for it; the ones it had stay.
func (t *tx) keepGoalTag(g notes.Goal) error {
	if g.Tag == "" {
		return nil
	}
	_, err := t.exec(`INSERT INTO goal_tag (uid, goal_id, person_id, tag, updated_at) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (goal_id, tag) DO NOTHING`, newUID(), g.ID, g.Person, g.Tag, t.stamp())
	return err
}

// keepMove records that a goal's target date was changed. Setting the first one moves nothing, and what is changed and
// changed back within a day, by an undo too, was no move.
func (t *tx) keepMove(old notes.Goal, to notes.Date) error {
	if old.Target == to {
		return nil
	}
	if n := len(old.Moves); n > 0 && old.Moves[n-1].On == t.today() && old.Moves[n-1].To == old.Target {
		return t.mendMove(old.ID, old.Moves[n-1], to)
	}
	if old.Target == "" {
		return nil
	}
	_, err := t.exec(`INSERT INTO target_move (uid, goal_id, date, from_target, to_target, updated_at)
		VALUES (?, ?, ?, nullif(?, ''), nullif(?, ''), ?)`, newUID(), old.ID, t.today(), old.Target, to, t.stamp())
	return err
}

func (t *tx) mendMove(goal notes.GoalID, last notes.TargetMove, to notes.Date) error {
	var id int64
	if err := t.row("SELECT max(id) FROM target_move WHERE goal_id = ?", []any{goal}, &id); err != nil {
		return err
	}
	if last.From == to {
		return t.bury("target_move", "id = ?", id)
	}
	_, err := t.exec("UPDATE target_move SET to_target = nullif(?, ''), updated_at = max(?, updated_at + 1) WHERE id = ?",
		to, t.stamp(), id)
	return err
}

func (t *tx) putStep(s notes.Step) (int64, error) {
	if err := checkText("Step", s.Text); err != nil {
		return 0, err
	}
	if err := checkDates(named{"Due", s.Due}, named{"Done", s.Done}); err != nil {
		return 0, err
	}
	if s.Owner == notes.Unsaid {
		s.Owner = notes.Them
	}
	if _, err := t.goal(s.Goal); err != nil {
		return 0, err
	}
	if s.ID == 0 {
		id, err := t.exec(`INSERT INTO step (uid, goal_id, text, owner, due, done, place, updated_at)
			VALUES (?, ?, ?, ?, nullif(?, ''), nullif(?, ''), ?, ?)`,
			keepUID(s.UID), s.Goal, s.Text, s.Owner, s.Due, s.Done, s.Order, t.stamp())
		t.back(notes.Delete{Kind: notes.KindStep, ID: id})
		return id, err
	}
	old, err := one(t.conn, `SELECT id, uid, goal_id, text, owner, coalesce(due, ''), coalesce(done, ''), place FROM step
		WHERE id = ? AND deleted_at IS NULL`, scanStep, s.ID)
	if err != nil {
		return 0, err
	}
	t.back(old)
	_, err = t.exec(`UPDATE step SET goal_id = ?, text = ?, owner = ?, due = nullif(?, ''), done = nullif(?, ''), place = ?,
		updated_at = max(?, updated_at + 1) WHERE id = ?`, s.Goal, s.Text, s.Owner, s.Due, s.Done, s.Order, t.stamp(), s.ID)
	return int64(s.ID), err
}

func (t *tx) putOpportunity(o notes.Opportunity) (int64, error) {
	if err := errors.Join(checkText("Kind", string(o.Kind)), checkDates(named{"Date", o.Date}, named{"Since", o.Since})); err != nil {
		return 0, err
	}
	if o.State == "" {
		o.State = notes.Offered
	}
	if _, err := t.goal(o.Goal); err != nil {
		return 0, err
	}
	if o.ID == 0 {
		id, err := t.exec(`INSERT INTO opportunity (uid, goal_id, kind, text, state, date, since, place, updated_at)
			VALUES (?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), ?, ?)`,
			keepUID(o.UID), o.Goal, o.Kind, o.Text, o.State, o.Date, o.Since, o.Order, t.stamp())
		t.back(notes.Delete{Kind: notes.KindOpportunity, ID: id})
		return id, err
	}
	old, err := one(t.conn, opportunityColumns+"WHERE id = ? AND deleted_at IS NULL", scanOpportunity, o.ID)
	if err != nil {
		return 0, err
	}
	t.back(old)
	_, err = t.exec(`UPDATE opportunity SET goal_id = ?, kind = ?, text = ?, state = ?, date = nullif(?, ''),
		since = nullif(?, ''), place = ?, updated_at = max(?, updated_at + 1) WHERE id = ?`,
		o.Goal, o.Kind, o.Text, o.State, o.Date, o.Since, o.Order, t.stamp(), o.ID)
	return int64(o.ID), err
}
