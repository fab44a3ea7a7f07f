package storage

import "handback/notes"

func scanQuietAnswer(s scanner) (a notes.QuietAnswer, err error) {
	return a, s.Scan(&a.NoteUID, &a.Mark)
}

// quietFacts reads what only the silence about a person needs: the notes of the last two weeks that no other fact holds, and
// which of their lines were asked about.
func (c *conn) quietFacts(f *notes.PromptFacts) (err error) {
	id, since := f.Person.ID, f.Today.AddDays(-latelyNotes)
	f.NotHeld, err = list(c, "SELECT "+headColumns+`, n.updated_at, n.body, n.begun FROM note n WHERE n.person_id = ?
		AND n.date BETWEEN ? AND ? AND n.kind IN ('planned', 'missed') AND n.deleted_at IS NULL AND n.origin IS NULL
		ORDER BY n.date DESC, n.id DESC LIMIT ?`, []any{id, since, f.Today, fewDates}, scanNote)
	if err != nil {
		return err
	}
	f.QuietAnswers, err = list(c, `SELECT a.note_uid, a.mark FROM note n JOIN quiet_answer a ON a.note_uid = n.uid
		WHERE n.person_id = ? AND n.date BETWEEN ? AND ? ORDER BY a.id`, []any{id, since, f.Today}, scanQuietAnswer)
	return err
}

// putQuietAnswer keeps an answer; one that was given already is not kept twice.
func (t *tx) putQuietAnswer(a notes.QuietAnswer) error {
	var has int
	err := t.row("SELECT count(*) FROM quiet_answer WHERE note_uid = ? AND mark = ?", []any{a.NoteUID, a.Mark}, &has)
	if err != nil || has > 0 {
		return err
	}
	t.back(notes.Remove{Row: a})
	_, err = t.exec("INSERT INTO quiet_answer (uid, note_uid, mark, updated_at) VALUES (?, ?, ?, ?)",
		newUID(), a.NoteUID, a.Mark, t.stamp())
	return err
}

func (t *tx) removeQuietAnswer(a notes.QuietAnswer) error {
	t.back(a)
	return t.bury("quiet_answer", "note_uid = ? AND mark = ?", a.NoteUID, a.Mark)
}
