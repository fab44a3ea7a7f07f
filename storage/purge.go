package storage

import (
	"errors"
	"fmt"

	"handback/notes"
)

// bury deletes rows for good and leaves a tombstone for each. Table and condition are constants of this package.
func (t *tx) bury(table, where string, args ...any) error {
	at := "max(?, updated_at)" // a row's time never runs backwards, and may be ahead of the clock
	if table == "revision" {
		at = "?"
	}
	_, err := t.exec("INSERT OR REPLACE INTO tombstone (uid, kind, at) SELECT uid, '"+table+"', "+at+" FROM "+table+" WHERE "+where,
		append([]any{t.stamp()}, args...)...)
	if err != nil {
		return err
	}
	_, err = t.exec("DELETE FROM "+table+" WHERE "+where, args...)
	return err
}

// purge deletes a thing for good, with what hangs on it. A thing that is not in the trash goes there on the way.
func (t *tx) purge(p notes.Purge) error {
	if err := t.keepNoWayBack(); err != nil {
		return err
	}
	if err := t.trash(notes.Delete(p)); err != nil && !errors.Is(err, notes.ErrNotFound) {
		return err
	} else if err == nil {
		t.undo = t.undo[:len(t.undo)-1]
	}
	table, ok := kindTable[p.Kind]
	if !ok {
		return fmt.Errorf("there is no kind of thing called %q", p.Kind)
	}
	if err := t.row("SELECT id FROM "+table+" WHERE id = ?", []any{p.ID}, new(int64)); err != nil {
		return err
	}
	if err := t.forgetWordsOf(p); err != nil {
		return err
	}
	for _, hang := range hangsOn[p.Kind] {
		if err := t.bury(hang.table, hang.where, p.ID); err != nil {
			return err
		}
	}
	t.j.scrub, t.j.compact, t.j.earlier = true, true, nil
	if err := t.bury(table, "id = ?", p.ID); err != nil {
		return err
	}
	return t.forgetGone()
}

// forgetWordsOf deletes what was copied, or typed, from a thing that is deleted for good, or about it, into what is not of
// its own. What was typed into forms may be about anything.
func (t *tx) forgetWordsOf(p notes.Purge) error {
	if err := t.bury("setting", "key = ?", notes.SettingForms); err != nil {
		return err
	}
	switch p.Kind {
	case notes.KindStep:
		return t.forgetStep(p.ID)
	case notes.KindPerson:
		if err := t.burySearchesFor(notes.PersonID(p.ID)); err != nil {
			return err
		}
		for _, key := range []string{notes.SettingHandover, notes.SettingTheirFile} {
			if err := t.bury("setting", "key = ? || (SELECT uid FROM person WHERE id = ?)", key, p.ID); err != nil {
				return err
			}
		}
		if err := t.bury("setting", "key = ? || (SELECT uid FROM person WHERE id = ?)", notes.SettingCalendar, p.ID); err != nil {
			return err
		}
		return t.forgetName(notes.PersonID(p.ID))
	}
	return nil
}

type hanging struct{ table, where string }

// hangsOn is what goes with a thing that is deleted for good, what hangs deepest first.
var hangsOn = map[notes.Kind][]hanging{
	notes.KindNote: {
		{"verdict", "note_uid = (SELECT uid FROM note WHERE id = ?)"},
		{"dismissal", "note_uid = (SELECT uid FROM note WHERE id = ?)"},
		{"quiet_answer", "note_uid = (SELECT uid FROM note WHERE id = ?)"},
		{"prompt_event", "note_uid = (SELECT uid FROM note WHERE id = ?)"},
		{"review_line", "note_uid = (SELECT uid FROM note WHERE id = ?)"},
		{"revision", "note_id = ?"},
	},
	notes.KindGoal: {
		{"review_line", "note_uid IN (" + uidsOfGoals + "g.id = ?)"},
		{"prompt_event", "id IN (" + promptsAbout + "g.title)) > 0 WHERE g.id = ?)"},
		{"step", "goal_id = ?"},
		{"opportunity", "goal_id = ?"},
		{"target_move", "goal_id = ?"},
		{"goal_tag", "goal_id = ?"},
	},
	notes.KindStep: {
		{"review_line", "note_uid = (SELECT uid FROM step WHERE id = ?)"},
		{"prompt_event", "id IN (" + promptsAbout + "s.text)) > 0 WHERE s.id = ?)"},
	},
	notes.KindOpportunity: {{"review_line", "note_uid = (SELECT uid FROM opportunity WHERE id = ?)"}},
	notes.KindArea: {
		{"review_line", "note_uid = (SELECT uid FROM area WHERE id = ?)"},
		{"area_level", "area_id = ?"},
		{"area_former", "area_id = ?"},
	},
	notes.KindCompanyGoal: {{"company_talk", "company_goal_id = ?"}, {"company_change", "company_goal_id = ?"}},
	notes.KindStepIn:      {{"stepping_in_person", "stepping_in_id = ?"}},
	notes.KindPerson: {
		{"verdict", "note_uid IN (SELECT uid FROM note WHERE person_id = ?)"},
		{"dismissal", "note_uid IN (SELECT uid FROM note WHERE person_id = ?)"},
		{"quiet_answer", "note_uid IN (SELECT uid FROM note WHERE person_id = ?)"},
		{"prompt_event", "note_uid IN (SELECT uid FROM note WHERE person_id = ?)"},
		{"review_line", "person_id = ?"},
		{"review_line", "note_uid IN (SELECT uid FROM note WHERE person_id = ?)"},
		{"own_review", "person_id = ?"},
		{"revision", "note_id IN (SELECT id FROM note WHERE person_id = ?)"},
		{"note", "person_id = ?"},
		{"step", "goal_id IN (SELECT id FROM goal WHERE person_id = ?)"},
		{"opportunity", "goal_id IN (SELECT id FROM goal WHERE person_id = ?)"},
		{"target_move", "goal_id IN (SELECT id FROM goal WHERE person_id = ?)"},
		{"goal_tag", "person_id = ?"},
		{"goal", "person_id = ?"},
		{"area_level", "area_id IN (SELECT id FROM area WHERE person_id = ?)"},
		{"area_former", "area_id IN (SELECT id FROM area WHERE person_id = ?)"},
		{"area", "person_id = ?"},
		{"company_talk", "person_id = ?"},
		{"prompt_event", "person_id = ?"},
		{"prompt_mute", "person_id = ?"},
		{"stepping_in", onlyAboutThem},
		{"stepping_in_person", "person_id = ?"},
		{"expectation", "person_id = ?"},
		{"alias", "person_id = ?"},
	},
}

// uidsOfGoals are the uids of goals g, and of what hangs on them.
const uidsOfGoals = `SELECT u.uid FROM goal g JOIN (SELECT id AS goal_id, uid FROM goal UNION ALL SELECT goal_id, uid FROM step
	UNION ALL SELECT goal_id, uid FROM opportunity) u ON u.goal_id = g.id WHERE `

// promptsAbout are the prompts about a person of goals g, with steps s, that say a text, in whichever case its first letter is.
const promptsAbout = `SELECT e.id FROM goal g LEFT JOIN step s ON s.goal_id = g.id
	JOIN prompt_event e ON e.person_id = g.person_id AND instr(lower(e.text), lower(`

// onlyAboutThem are the step-ins about one person and nobody else.
const onlyAboutThem = `id IN (SELECT stepping_in_id FROM stepping_in_person GROUP BY stepping_in_id
	HAVING count(*) = 1 AND max(person_id) = ?)`
