package storage

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// stepInColumns hide a goal that is in the trash: it comes back with it.
const stepInColumns = `SELECT s.id, s.uid, s.crisis, s.what, coalesce(g.id, 0), s.tag, s.before, s.help, s.reason, s.began,
	coalesce(s.ends, ''), s.exit_sign, coalesce(s.exit_seen, ''), s.sentence, coalesce(s.extended, ''), s.extended_why,
	coalesce(s.handed_back, ''), s.did_well, s.learned,
	coalesce((SELECT group_concat(person_id, ' ') FROM (SELECT sp.person_id FROM stepping_in_person sp
		JOIN person p ON p.id = sp.person_id WHERE sp.stepping_in_id = s.id AND p.deleted_at IS NULL ORDER BY sp.place, sp.id)), '')
	FROM stepping_in s
	LEFT JOIN goal g ON g.id = s.goal_id AND g.deleted_at IS NULL WHERE s.deleted_at IS NULL `

const stepInOrder = "ORDER BY s.handed_back IS NOT NULL, s.began DESC, s.id DESC"

func scanStepIn(s scanner) (v notes.SteppingIn, err error) {
	var people string
	err = s.Scan(&v.ID, &v.UID, &v.Crisis, &v.What, &v.Goal, &v.Tag, &v.Before, &v.Help, &v.Reason, &v.Began, &v.Ends,
		&v.ExitSign, &v.ExitSeen, &v.Sentence, &v.Extended, &v.ExtendedWhy, &v.HandedBack, &v.DidWell, &v.Learned, &people)
	if people != "" {
		v.People = peopleOf(people, 0)
	}
	return v, err
}

// StepIns are the step-ins about a person, or about anybody where the id is 0: not handed back first, then newest first.
func (j *Journal) StepIns(id notes.PersonID) ([]notes.SteppingIn, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if id == 0 {
		return j.c.stepIns(`AND EXISTS (SELECT 1 FROM stepping_in_person sp JOIN person p ON p.id = sp.person_id
			WHERE sp.stepping_in_id = s.id AND p.deleted_at IS NULL) ` + stepInOrder)
	}
	return j.c.stepIns(aboutPerson+stepInOrder, id)
}

const aboutPerson = `AND s.id IN (SELECT sp.stepping_in_id FROM stepping_in_person sp JOIN person p ON p.id = sp.person_id
	WHERE sp.person_id = ? AND p.deleted_at IS NULL) `

// stepIns reads step-ins with their people; the rest of the query is constant.
func (c *conn) stepIns(rest string, args ...any) ([]notes.SteppingIn, error) {
	all, err := list(c, stepInColumns+rest, args, scanStepIn)
	if err != nil || len(all) == 0 {
		return all, err
	}
	off, err := c.daysOff()
	for i := range all {
		all[i].Off = off
	}
	return all, err
}

// asItWas is a step-in that an undo puts back: it was taken once, so it is not checked against what came after it.
type asItWas struct{ notes.SteppingIn }

func (t *tx) putStepIn(s notes.SteppingIn, back bool) (int64, error) {
	s.Tag = plainTag(s.Tag)
	if err := t.checkStepIn(s); err != nil {
		return 0, err
	}
	if s.ID == 0 {
		return t.insertStepIn(s)
	}
	old, err := t.stepIns("AND s.id = ?", s.ID)
	if err != nil || len(old) == 0 {
		return 0, errorOr(err, notes.ErrNotFound)
	}
	if !back {
		if err := checkExtension(old[0], s, t.today()); err != nil {
			return 0, err
		}
	}
	t.back(asItWas{old[0]})
	return int64(s.ID), t.updateStepIn(old[0], s)
}

func errorOr(err, other error) error {
	if err != nil {
		return err
	}
	return other
}

func (t *tx) checkStepIn(s notes.SteppingIn) error {
	if len(s.People) == 0 {
		return notes.Invalid{Field: "Who", Why: voice.T("Choose who it's about: one person, or several in a crisis.")}
	}
	for _, id := range s.People {
		if _, err := t.person(id); err != nil {
			return err
		}
	}
	if strings.TrimSpace(s.What) == "" {
		return notes.Invalid{Field: "What", Why: voice.T("Enter what you're stepping in for: one goal, one decision or the crisis.")}
	}
	if s.Help != "" && !slices.Contains(notes.Helps, s.Help) {
		return notes.Invalid{Field: "Help", Why: voice.T("Choose how you'll help.")}
	}
	if s.Before < notes.NoLevel || s.Before > notes.Delegate {
		return notes.Invalid{Field: "Level", Why: voice.T("Choose one of the seven levels, or none.")}
	}
	return checkStepInDays(s)
}

func checkStepInDays(s notes.SteppingIn) error {
	if s.Began == "" {
		return notes.Invalid{Field: "Began", Why: voice.T("Enter the day you stepped in.")}
	}
	err := checkDates(named{"Began", s.Began}, named{"End", s.Ends}, named{"Ready to hand back", s.ExitSeen},
		named{"Extended on", s.Extended}, named{"Handed back on", s.HandedBack})
	switch {
	case err != nil:
		return err
	case s.Ends != "" && s.Ends < s.Began:
		return notes.Invalid{Field: "End", Why: voice.T("The end is before the start. Choose a later day.")}
	case s.HandedBack != "" && s.HandedBack < s.Began:
		return notes.Invalid{Field: "Handed back on", Why: voice.T("That's before you stepped in. Choose the day you stepped in or a later one.")}
	case s.Extended != "" && strings.TrimSpace(s.ExtendedWhy) == "":
		return notes.Invalid{Field: "Reason", Why: whyLonger}
	}
	return nil
}

var whyLonger = voice.T("Say why it's taking longer.")

// checkExtension holds that the end moves once, with a reason. While a step-in is being set up (on its first day, or a
// crisis of which only the line is known) its end is free.
func checkExtension(old, s notes.SteppingIn, today notes.Date) error {
	later := old.Ends != "" && s.Ends > old.Ends || old.Ends != "" && s.Ends == ""
	if !later && (s.Extended == "" || s.Extended == old.Extended) {
		return nil
	}
	if old.Extended != "" {
		return notes.Invalid{
			Field: "End",
			Why: voice.T("You've already extended it once. Change what's holding it up (the goal, the level or what's still unclear), " +
				"or hand it back."),
		}
	}
	if s.Extended == "" && old.Help != "" && today > old.Began {
		return notes.Invalid{Field: "Reason", Why: whyLonger}
	}
	return nil
}

func (t *tx) insertStepIn(s notes.SteppingIn) (int64, error) {
	id, err := t.exec(`INSERT INTO stepping_in (uid, crisis, what, goal_id, tag, before, help, reason, began, ends, exit_sign,
		exit_seen, sentence, extended, extended_why, handed_back, did_well, learned, updated_at)
		VALUES (?, ?, ?, nullif(?, 0), ?, ?, ?, ?, ?, nullif(?, ''), ?, nullif(?, ''), ?, nullif(?, ''), ?, nullif(?, ''), ?, ?, ?)`,
		keepUID(s.UID), s.Crisis, s.What, s.Goal, s.Tag, int(s.Before), s.Help, s.Reason, s.Began, s.Ends, s.ExitSign, s.ExitSeen,
		s.Sentence, s.Extended, s.ExtendedWhy, s.HandedBack, s.DidWell, s.Learned, t.stamp())
	if err != nil {
		return 0, err
	}
	t.back(notes.Delete{Kind: notes.KindStepIn, ID: id})
	s.ID = notes.StepInID(id)
	return id, t.putStepInPeople(s)
}

// updateStepIn keeps the goal that is in the trash where the step-in names none.
func (t *tx) updateStepIn(old, s notes.SteppingIn) error {
	_, err := t.exec(`UPDATE stepping_in SET crisis = ?, what = ?,
		goal_id = coalesce(nullif(?, 0), (SELECT g.id FROM goal g WHERE g.id = goal_id AND g.deleted_at IS NOT NULL)),
		tag = ?, before = ?, help = ?, reason = ?, began = ?, ends = nullif(?, ''), exit_sign = ?, exit_seen = nullif(?, ''),
		sentence = ?, extended = nullif(?, ''), extended_why = ?, handed_back = nullif(?, ''), did_well = ?, learned = ?,
		updated_at = max(?, updated_at + 1) WHERE id = ?`,
		s.Crisis, s.What, s.Goal, s.Tag, int(s.Before), s.Help, s.Reason, s.Began, s.Ends, s.ExitSign, s.ExitSeen, s.Sentence,
		s.Extended, s.ExtendedWhy, s.HandedBack, s.DidWell, s.Learned, t.stamp(), s.ID)
	if err != nil || slices.Equal(old.People, s.People) {
		return err
	}
	return t.putStepInPeople(s)
}

// putStepInPeople replaces whom a step-in is about. People who are in the trash stay in it: they may come back.
func (t *tx) putStepInPeople(s notes.SteppingIn) error {
	err := t.bury("stepping_in_person", `stepping_in_id = ?
		AND person_id IN (SELECT id FROM person WHERE deleted_at IS NULL)`, s.ID)
	if err != nil {
		return err
	}
	for i, id := range s.People {
		_, err := t.exec(`INSERT INTO stepping_in_person (uid, stepping_in_id, person_id, place, updated_at) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (stepping_in_id, person_id) DO NOTHING`, newUID(), s.ID, id, i, t.stamp())
		if err != nil {
			return err
		}
	}
	return nil
}
