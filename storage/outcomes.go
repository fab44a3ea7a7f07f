package storage

import (
	"handback/notes"
	"handback/notes/voice"
)

// putPromptOutcome records what came of an asked prompt; no outcome takes back what was said.
func (t *tx) putPromptOutcome(o notes.PromptOutcomeOf) error {
	switch o.Outcome {
	case "":
		o.On = ""
	case notes.TheyDecided, notes.IDecided, notes.DidNotComeUp:
		if o.On == "" {
			return notes.Invalid{Field: "Date", Why: voice.T("Choose which one-on-one it was.")}
		}
	default:
		return notes.Invalid{Field: "Outcome", Why: voice.T("Choose who decided, or say that it didn't come up.")}
	}
	if err := checkDates(named{"Date", o.On}); err != nil {
		return err
	}
	old, err := one(t.conn, promptColumns+"WHERE id = ?", scanPrompt, o.ID)
	if err != nil {
		return err
	}
	t.back(notes.PromptOutcomeOf{ID: o.ID, Outcome: old.Came, On: old.CameOn})
	_, err = t.exec("UPDATE prompt_event SET came = ?, came_on = nullif(?, ''), updated_at = max(?, updated_at + 1) WHERE id = ?",
		o.Outcome, o.On, t.stamp(), o.ID)
	return err
}

// PromptHistory is every prompt that was shown about a person, newest first, with what came of it.
func (j *Journal) PromptHistory(id notes.PersonID) ([]notes.PromptEvent, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return list(j.c, promptColumns+"WHERE person_id = ? ORDER BY shown DESC, id DESC", []any{id}, scanPrompt)
}

// Verdicts are what was said about lines and is in force on day: of one line what was said last about handing it back, and
// what was said besides, each the last time.
func (j *Journal) Verdicts(day notes.Date) ([]notes.Verdict, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return list(j.c, verdictColumns+`WHERE id IN (SELECT max(id) FROM verdict WHERE until IS NULL OR until >= ?
		GROUP BY note_uid, line, CASE WHEN verdict IN (?, ?, ?) THEN '' ELSE verdict END) ORDER BY id`,
		[]any{day, notes.MineToKeepVerdict, notes.NotYetVerdict, notes.HandedBackVerdict}, scanVerdict)
}
