package storage

import (
	"time"

	"handback/notes"
)

// Roster is what the sidebar and Today show of each person who has not left, the manager left out.
func (j *Journal) Roster(now time.Time) ([]notes.RosterLine, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	people, err := j.c.people()
	if err != nil {
		return nil, err
	}
	var lines []notes.RosterLine
	at := map[notes.PersonID]int{}
	for _, p := range people {
		if p.Kind == notes.KindMe || p.State == notes.StateLeft {
			continue
		}
		at[p.ID] = len(lines)
		lines = append(lines, notes.RosterLine{Person: p})
	}
	if err := j.c.rosterMeetings(lines, at); err != nil {
		return nil, err
	}
	open, err := j.c.filed("WHERE i.open = 1 AND i.label IN ('topic', 'ask', 'todo', 'need') ORDER BY i.note_date, i.note_id, i.line")
	for _, f := range open {
		if i, ok := at[f.Person]; ok {
			count(&lines[i], f, notes.DateOf(now))
		}
	}
	return lines, err
}

// count adds an open item, oldest first, to what the roster shows.
func count(l *notes.RosterLine, f notes.Filed, today notes.Date) {
	switch {
	case f.IsOwed():
		if l.Owed++; l.Owed == 1 {
			l.FirstOwe = f.Text
		}
		if f.Overdue(today) && !l.Overdue { // what is overdue comes before what is merely older
			l.Overdue, l.FirstOwe = true, f.Text
		}
	case f.Label == notes.Topic && f.Actor == notes.Them:
		if l.Topics++; l.Topics == 1 {
			l.FirstTop = f.Text
		}
	case f.Label == notes.Topic || f.Label == notes.Ask:
		l.Asks++
	}
}

func (c *conn) rosterMeetings(lines []notes.RosterLine, at map[notes.PersonID]int) error {
	planned, err := list(c, "SELECT "+headColumns+` FROM note n WHERE n.kind = 'planned' AND n.deleted_at IS NULL
		ORDER BY n.person_id, n.date, n.id`, nil, scanHead)
	if err != nil {
		return err
	}
	for _, h := range planned {
		if i, ok := at[h.Person]; ok && lines[i].Planned == nil {
			lines[i].Planned = &h
		}
	}
	for i := range lines {
		err := c.row("SELECT coalesce(max(date), '') FROM note WHERE person_id = ? AND kind = 'held' AND deleted_at IS NULL",
			[]any{lines[i].Person.ID}, &lines[i].LastHeld)
		if err != nil {
			return err
		}
	}
	return nil
}
