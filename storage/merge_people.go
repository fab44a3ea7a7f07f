package storage

import (
	"cmp"

	"handback/notes"
	"handback/notes/voice"
)

// columnOfPeople is a column that names somebody. Where two people become one, its rows go to the one who stays, but
// for those that the condition finds: the one who stays has their like. They stay with the one who goes into the trash.
type columnOfPeople struct{ table, column, but string }

// columnsOfPeople are all of them but those of what is derived from notes, and of aliases, which go with the names. ?1
// is who goes, ?2 who stays.
var columnsOfPeople = []columnOfPeople{
	{"earlier_person", "person_id", "earlier_id IN (SELECT earlier_id FROM earlier_person WHERE person_id = ?2)"},
	{"note", "person_id", ""},
	{"goal", "person_id", ""},
	{"goal_tag", "person_id", ""},
	{"area", "person_id", "deleted_at IS NULL AND tag IN (SELECT tag FROM area WHERE person_id = ?2 AND deleted_at IS NULL)"},
	{"company_goal", "leader_id", ""},
	{"company_talk", "person_id", `EXISTS (SELECT 1 FROM company_talk o WHERE o.company_goal_id = company_talk.company_goal_id
		AND o.date = company_talk.date AND o.person_id = ?2)`},
	{"prompt_event", "person_id", ""},
	{"prompt_mute", "person_id", "kind IN (SELECT kind FROM prompt_mute WHERE person_id = ?2)"},
	{"stepping_in_person", "person_id", "stepping_in_id IN (SELECT stepping_in_id FROM stepping_in_person WHERE person_id = ?2)"},
	{"expectation", "person_id", ""},
	{"review_line", "person_id", `EXISTS (SELECT 1 FROM review_line o WHERE o.person_id = ?2 AND o.note_uid = review_line.note_uid
		AND o.line = review_line.line)`},
	{"own_review", "person_id", `EXISTS (SELECT 1 FROM own_review o WHERE o.person_id = ?2 AND o.since = own_review.since
		AND o.until = own_review.until)`},
}

// moved are rows that go from one person to another. It is made by a merge, and by what takes one back.
type moved struct {
	notes.MergePeople
	table, column string
	ids           []int64
}

// mergePeople makes one person of two. Everything about From is about Into from then on, what both have is brought
// together, and From goes to the trash. Each step notes what takes it back.
func (t *tx) mergePeople(m notes.MergePeople) error {
	from, into, err := t.twoToMerge(m)
	if err != nil {
		return err
	}
	people, err := t.people()
	if err != nil {
		return err
	}
	for _, bring := range []func(notes.MergePeople) error{
		t.bringAreas, t.bringTalks, t.bringMutes, t.bringReviews, t.bringPack, t.bringCalendar,
	} {
		if err := bring(m); err != nil {
			return err
		}
	}
	for _, c := range columnsOfPeople {
		if err := t.moveAll(m, c); err != nil {
			return err
		}
	}
	if err := t.trash(notes.Delete{Kind: notes.KindPerson, ID: int64(m.From)}); err != nil {
		return err
	}
	into.Aliases = notes.MergedNames(from, into, people)
	into.Role = cmp.Or(into.Role, from.Role)
	if into.Rhythm.Every == 0 {
		into.Rhythm = from.Rhythm
	}
	into.Since = earlier(into.Since, from.Since)
	if joined := earlier(into.Joined, from.Joined); into.LeftOn == "" || joined <= into.LeftOn {
		into.Joined = joined // who left and came back joined again after that
	}
	into.Absences = into.Absences.And(from.Absences)
	into.QuietUntil = max(into.QuietUntil, from.QuietUntil)
	t.namesStay = true
	defer func() { t.namesStay = false }()
	return t.updatePerson(into)
}

func (t *tx) twoToMerge(m notes.MergePeople) (from, into notes.Person, err error) {
	if from, err = t.person(m.From); err != nil {
		return from, into, err
	}
	if into, err = t.person(m.Into); err != nil {
		return from, into, err
	}
	switch {
	case from.ID == into.ID:
		return from, into, notes.Invalid{Field: "Person", Why: voice.T("Choose two people to merge.")}
	case from.Kind == notes.KindMe || into.Kind == notes.KindMe:
		return from, into, notes.Invalid{Field: "Person", Why: voice.T("You can't merge your own entry with someone else's.")}
	}
	return from, into, nil
}

// moveAll moves the rows of a column, but those that stay.
func (t *tx) moveAll(m notes.MergePeople, c columnOfPeople) error {
	query := "SELECT id FROM " + c.table + " WHERE " + c.column + " = ?1"
	args := []any{m.From}
	if c.but != "" {
		query += " AND NOT (" + c.but + ")"
		args = append(args, m.Into)
	}
	ids, err := list(t.conn, query+" ORDER BY id", args, scalar[int64])
	if err != nil || len(ids) == 0 {
		return err
	}
	return t.move(moved{m, c.table, c.column, ids})
}

// move moves rows; notes are filed anew for whom they are about now.
func (t *tx) move(m moved) error {
	for _, id := range m.ids {
		_, err := t.exec("UPDATE "+m.table+" SET "+m.column+" = ?, updated_at = max(?, updated_at + 1) WHERE id = ?",
			m.Into, t.stamp(), id)
		if err != nil {
			return err
		}
		if err := t.refileMoved(m.table, id); err != nil {
			return err
		}
	}
	t.back(moved{notes.MergePeople{From: m.Into, Into: m.From}, m.table, m.column, m.ids})
	return nil
}

// refileMoved files a note that was moved anew, or the one of which it is known whom a line was about.
func (t *tx) refileMoved(table string, id int64) error {
	switch table {
	case "note":
		return t.refile(notes.NoteID(id))
	case "earlier_person":
		t.j.earlier = nil
		return t.refileEach("SELECT e.note_id FROM earlier e JOIN earlier_person p ON p.earlier_id = e.id WHERE p.id = ?", id)
	}
	return nil
}

// bringAreas brings together the areas of one tag: the levels of both by their days, of one day those of who stays; the
// limits of both; and the tags that either had before.
func (t *tx) bringAreas(m notes.MergePeople) error {
	theirs, err := t.areas(m.From)
	if err != nil {
		return err
	}
	for _, a := range theirs {
		id, err := t.areaOf(m.Into, a.Tag)
		if err != nil {
			return err
		}
		if id == 0 {
			continue
		}
		if err := t.bringArea(m, a, id); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) bringArea(m notes.MergePeople, a notes.Area, into notes.AreaID) error {
	for _, l := range a.Levels {
		var has int
		err := t.row("SELECT count(*) FROM area_level WHERE area_id = ? AND date = ?", []any{into, l.From}, &has)
		if err != nil {
			return err
		}
		if has > 0 {
			continue
		}
		if _, err := t.putAreaLevel(notes.AreaLevel{Person: m.Into, Tag: a.Tag, DatedLevel: l}); err != nil {
			return err
		}
	}
	have, err := one(t.conn, areaColumns+"AND id = ?", scanArea, into)
	if err != nil {
		return err
	}
	if both := notes.JoinLimits(have.Limits, a.Limits); both != have.Limits {
		have.Limits = both
		if _, err := t.putArea(have); err != nil {
			return err
		}
	}
	ids, err := list(t.conn, `SELECT id FROM area_former WHERE area_id = ?1 AND tag <> ?3
		AND tag NOT IN (SELECT tag FROM area_former WHERE area_id = ?2) ORDER BY id`, []any{a.ID, into, a.Tag}, scalar[int64])
	if err != nil || len(ids) == 0 {
		return err
	}
	return t.move(moved{
		notes.MergePeople{From: notes.PersonID(a.ID), Into: notes.PersonID(into)}, "area_former", "area_id", ids,
	})
}

// bringTalks puts the words of two talks about one company goal on one day together.
func (t *tx) bringTalks(m notes.MergePeople) error {
	theirs, err := list(t.conn, `SELECT company_goal_id, person_id, date, words FROM company_talk WHERE person_id = ? ORDER BY id`,
		[]any{m.From}, scanTalk)
	if err != nil {
		return err
	}
	for _, talk := range theirs {
		have, err := list(t.conn, talkQuery, []any{talk.Company, m.Into, talk.On}, scanTalk)
		if err != nil {
			return err
		}
		if len(have) == 0 || talk.Words == "" || have[0].Words == talk.Words {
			continue
		}
		if have[0].Words != "" {
			have[0].Words += " / "
		}
		have[0].Words += talk.Words
		if _, err := t.putCompanyTalk(have[0]); err != nil {
			return err
		}
	}
	return nil
}

// bringMutes mutes for who stays what is muted for either.
func (t *tx) bringMutes(m notes.MergePeople) error {
	theirs, err := list(t.conn, muteColumns+"WHERE person_id = ? ORDER BY kind", []any{m.From}, scanMute)
	if err != nil {
		return err
	}
	for _, mute := range theirs {
		have, err := list(t.conn, muteColumns+"WHERE person_id = ? AND kind = ?", []any{m.Into, mute.Kind}, scanMute)
		if err != nil {
			return err
		}
		if len(have) == 0 {
			continue
		}
		have[0].Muted, have[0].Doubled = have[0].Muted || mute.Muted, max(have[0].Doubled, mute.Doubled)
		if _, err := t.putPromptMute(have[0]); err != nil {
			return err
		}
	}
	return nil
}

// earlier is the earlier of two days, either of which may be unknown.
func earlier(a, b notes.Date) notes.Date {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}
