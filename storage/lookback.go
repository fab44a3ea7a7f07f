package storage

import "handback/notes"

// pastColumns are what is read of a line to look back on: not its raw text, for which the whole body would have to be read,
// and nothing of its note, which is nearly always among those that are read anyway.
const pastColumns = `SELECT i.line, i.label, coalesce(i.actor, ''), i.text, i.state, coalesce(i.state_date, ''), i.remark,
	i.person_id, i.note_id, i.note_date FROM item i `

// pastQueries each follow an index: lines of some labels by their person, and actions that were done.
var pastQueries = []string{
	pastColumns + "WHERE i.person_id = ? AND i.label IN ('decided', 'praise', 'feedback', 'idea')",
	pastColumns + "WHERE i.person_id = ? AND i.label = 'todo' AND i.state = 'done' AND i.state_date > ''",
}

func scanPast(s scanner) (f notes.Filed, err error) {
	err = s.Scan(&f.Line, (*string)(&f.Label), (*string)(&f.Actor), &f.Text, (*string)(&f.State), (*string)(&f.StateDate), &f.Remark,
		(*int64)(&f.Person), (*int64)(&f.Note), (*string)(&f.NoteDate))
	return f, err
}

// Past is what the journal holds about one person over all the years.
func (j *Journal) Past(id notes.PersonID) (p notes.Past, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if p.Person, err = j.c.called(id); err != nil {
		return p, err
	}
	p.Notes, err = list(j.c, "SELECT "+headColumns+` FROM note n WHERE n.person_id = ? AND n.kind <> 'planned' AND n.deleted_at IS NULL`,
		[]any{id}, scanHead)
	if err != nil {
		return p, err
	}
	for _, query := range pastQueries {
		lines, err := list(j.c, query, []any{id}, scanPast)
		if err != nil {
			return p, err
		}
		p.Filed = append(p.Filed, lines...)
	}
	if err := j.c.ofNotes(p.Filed, p.Notes); err != nil {
		return p, err
	}
	if p.Goals, err = j.c.goals(goalColumns+"AND g.person_id = ? ORDER BY g.id", id); err != nil {
		return p, err
	}
	if p.Areas, err = j.c.areas(id); err != nil {
		return p, err
	}
	p.StepIns, err = j.c.stepIns(aboutPerson+stepInOrder, id)
	return p, err
}

// ofNotes says of each line in which note it stands: one of those that were read, or another's.
func (c *conn) ofNotes(lines []notes.Filed, read []notes.NoteHead) error {
	known := make(map[notes.NoteID]notes.NoteHead, len(read))
	for _, h := range read {
		known[h.ID] = h
	}
	for i := range lines {
		f := &lines[i]
		h, ok := known[f.Note]
		if !ok {
			var err error
			if h, err = one(c, "SELECT "+headColumns+" FROM note n WHERE n.id = ?", scanHead, f.Note); err != nil {
				return err
			}
			known[f.Note] = h
		}
		f.NoteKind, f.NotePerson = h.Kind, h.Person
	}
	return nil
}
