package storage

import (
	"encoding/json"
	"slices"
	"strings"

	"handback/notes"
)

const (
	latelyNotes   = 14 // days of notes in which a problem was brought up
	writtenDays   = 90 // days of notes in which signs of life are looked for
	writtenNotes  = 40
	decisionDays  = 180 // two windows of the lead balance
	strengthDays  = 365
	strengthLines = 2 // of a person and tag
	historyDays   = 400
)

// leadFacts reads what prompts about leading ask of the journal.
func (c *conn) leadFacts(f *notes.PromptFacts) (err error) {
	id, since := f.Person.ID, f.Today.AddDays(-decisionDays)
	f.Written, err = list(c, "SELECT "+headColumns+`, n.updated_at, n.body, n.begun FROM note n WHERE n.person_id = ?
		AND n.date BETWEEN ? AND ? AND n.kind IN ('held', 'journal') AND n.deleted_at IS NULL AND n.origin IS NULL
		ORDER BY n.date DESC, n.id DESC LIMIT ?`,
		[]any{id, f.Today.AddDays(-writtenDays), f.Today, writtenNotes}, scanNote)
	if err != nil {
		return err
	}
	for _, n := range f.Written[:min(fewDates, len(f.Written))] {
		if n.Date >= f.Today.AddDays(-latelyNotes) {
			f.Lately = append(f.Lately, n)
		}
	}
	if f.Decisions, err = c.decisions(id, since); err != nil {
		return err
	}
	f.StepIns, err = c.stepIns(aboutPerson+"AND (s.handed_back IS NULL OR s.handed_back >= ?) "+stepInOrder, id, since)
	if err != nil {
		return err
	}
	if f.CompanyChanged, err = c.companyChanges(); err != nil {
		return err
	}
	f.Team, err = c.activeReports(f.Today)
	f.Team = slices.DeleteFunc(f.Team, func(p notes.Person) bool { return p.ID == id })
	if err != nil {
		return err
	}
	// What was said of lines that I hold is little beside what is kept of closed one-on-ones.
	f.Verdicts, err = list(c, verdictColumns+`WHERE verdict IN (?1, ?2, ?3) AND (until IS NULL OR until >= ?4) AND id IN
		(SELECT max(v.id) FROM verdict v WHERE v.note_uid = verdict.note_uid AND v.line = verdict.line
		AND v.verdict IN (?1, ?2, ?3)) ORDER BY id`,
		[]any{notes.MineToKeepVerdict, notes.NotYetVerdict, notes.HandedBackVerdict, f.Today}, scanVerdict)
	if err != nil {
		return err
	}
	return c.strengths(f)
}

// strengths reads where other active reports were praised or decided under the tags of the person's open goals: for each
// of them and each tag a walk from the newest line on, until two are found.
func (c *conn) strengths(f *notes.PromptFacts) error {
	var team []notes.PersonID
	for _, p := range f.Team {
		team = append(team, p.ID)
	}
	others, err := json.Marshal(team)
	if err != nil {
		return err
	}
	for _, tag := range tagsOfGoals(f.Goals) {
		some, err := list(c, strengthsQuery,
			[]any{string(others), tag, f.Today.AddDays(-strengthDays), f.Today, strengthLines}, scanFiled)
		if err != nil {
			return err
		}
		f.Strengths = append(f.Strengths, some...)
	}
	slices.SortStableFunc(f.Strengths, func(a, b notes.Filed) int {
		return strings.Compare(string(b.NoteDate), string(a.NoteDate))
	})
	return nil
}

func tagsOfGoals(goals []notes.Goal) []string {
	var tags []string
	for _, g := range goals {
		if g.Tag != "" {
			tags = append(tags, g.Tag)
		}
	}
	slices.Sort(tags)
	return slices.Compact(tags)
}

const strengthsQuery = filedColumns + `FROM json_each(?1) p CROSS JOIN item i ON i.person_id = p.value AND (i.note_id, i.line) IN (
				SELECT t.note_id, t.line FROM item_tag t
				JOIN item x ON x.note_id = t.note_id AND x.line = t.line AND x.person_id = t.person_id
				JOIN note m ON m.id = t.note_id
				WHERE t.person_id = p.value AND t.tag = ?2 AND t.note_date BETWEEN ?3 AND ?4 AND m.kind IN ('held', 'journal') AND m.origin IS NULL
				AND (x.label = 'praise' OR x.label = 'decided' AND x.actor = 'them') AND x.state <> 'reversed'
				ORDER BY t.note_date DESC, t.note_id DESC, t.line DESC LIMIT ?5)
			JOIN note n ON n.id = i.note_id ORDER BY i.note_date DESC, i.note_id DESC, i.line DESC`
