package storage

import (
	"errors"
	"fmt"
	"strings"

	"handback/notes"
)

// bury deletes rows for good and leaves a tombstone for each, but for a setting of this computer, which goes nowhere. Table and
// condition are constants of this package.
func (t *tx) bury(table, where string, args ...any) error {
	if table != "setting" {
		return t.buryAll(table, where, args...)
	}
	keys, err := list(t.conn, "SELECT key FROM setting WHERE "+where, args, scalar[string])
	for _, key := range keys {
		if ofMachine(key) {
			_, err = t.exec("DELETE FROM setting WHERE key = ?", key)
		} else {
			err = t.buryAll("setting", "key = ?", key)
		}
		if err != nil {
			return err
		}
	}
	return err
}

func (t *tx) buryAll(table, where string, args ...any) error {
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
	// Where the program ends before the file is wiped of it, the next start knows that it is to be.
	if err := t.keepSetting(notes.PutSetting{Key: erasedKey, Value: "1"}); err != nil {
		return err
	}
	return t.forgetGone()
}

// forgetWordsOf deletes what was copied, or typed, from a thing that is deleted for good, or about it, into what is not of
// its own. What was typed into forms may be about anything.
func (t *tx) forgetWordsOf(p notes.Purge) error {
	for _, key := range []string{notes.SettingForms, notes.SettingPlace} {
		if err := t.bury("setting", "key = ?", key); err != nil {
			return err
		}
	}
	switch p.Kind {
	case notes.KindNote:
		return t.forgetQuestionsOf(p.ID)
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

// forgetQuestionsOf deletes the questions that say a line of a note, now or in an earlier version of it, and that name no note.
func (t *tx) forgetQuestionsOf(note int64) error {
	bodies, err := list(t.conn, "SELECT body FROM note WHERE id = ?1 UNION ALL SELECT body FROM revision WHERE note_id = ?1", []any{note},
		scalar[string])
	if err != nil {
		return err
	}
	whole := ""
	for _, body := range bodies {
		whole += foldedWords(body)
	}
	type asked struct {
		id                 int64
		line, text, reason string
	}
	all, err := list(t.conn, `SELECT e.id, e.line, e.text, e.reason FROM prompt_event e JOIN note n ON n.person_id = e.person_id
		WHERE n.id = ?`, []any{note}, func(s scanner) (a asked, err error) { return a, s.Scan(&a.id, &a.line, &a.text, &a.reason) })
	if err != nil {
		return err
	}
	for _, a := range all {
		if !repeats(a.line, whole) && !repeats(quotedIn(a.text), whole) && !repeats(quotedIn(a.reason), whole) {
			continue
		}
		if err := t.bury("prompt_event", "id = ?", a.id); err != nil {
			return err
		}
	}
	return nil
}

// repeats reports whether all words of a text stand in the folded words of another, in a row.
func repeats(text, folded string) bool {
	words := foldedWords(text)
	return strings.TrimSpace(words) != "" && strings.Contains(folded, words)
}

// quotedIn is what stands between the quotation marks of a question.
func quotedIn(text string) string {
	_, rest, found := strings.Cut(text, "“")
	quote, _, closed := strings.Cut(rest, "”")
	if !found || !closed {
		return ""
	}
	return strings.TrimSuffix(quote, "…")
}
