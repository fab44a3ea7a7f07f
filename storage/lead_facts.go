package storage

import (
	"slices"
	"strings"

	"handback/notes"
)

const (
	latelyNotes   = 14  // days of notes in which a problem was brought up
	decisionDays  = 180 // two windows of the lead balance
	strengthDays  = 365
	strengthLines = 2 // of a person and tag
	historyDays   = 400
)

// leadFacts reads what prompts about leading ask of the journal.
func (c *conn) leadFacts(f *notes.PromptFacts) (err error) {
	id, since := f.Person.ID, f.Today.AddDays(-decisionDays)
	f.Lately, err = list(c, "SELECT "+headColumns+`, n.updated_at, n.body FROM note n WHERE n.person_id = ?
		AND n.date BETWEEN ? AND ? AND n.kind IN ('held', 'journal') AND n.deleted_at IS NULL
		ORDER BY n.date DESC, n.id DESC LIMIT ?`,
		[]any{id, f.Today.AddDays(-latelyNotes), f.Today, fewDates}, scanNote)
	if err != nil {
		return err
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
	return c.strengths(f)
}

// strengths reads where other active reports were praised or decided under the tags of the person's open goals.
func (c *conn) strengths(f *notes.PromptFacts) error {
	since := f.Today.AddDays(-strengthDays)
	for _, tag := range tagsOfGoals(f.Goals) {
		for _, p := range f.Team {
			some, err := list(c, filedColumns+`FROM item_tag t
				JOIN item i ON i.note_id = t.note_id AND i.line = t.line AND i.person_id = t.person_id
				JOIN note n ON n.id = i.note_id
				WHERE t.person_id = ? AND t.tag = ? AND t.note_date BETWEEN ? AND ? AND n.kind IN ('held', 'journal')
				AND (i.label = 'praise' OR i.label = 'decided' AND i.actor = 'them') AND i.state NOT IN ('history', 'reversed')
				ORDER BY t.note_date DESC, t.note_id DESC, t.line DESC LIMIT ?`,
				[]any{p.ID, tag, since, f.Today, strengthLines}, scanFiled)
			if err != nil {
				return err
			}
			f.Strengths = append(f.Strengths, some...)
		}
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
