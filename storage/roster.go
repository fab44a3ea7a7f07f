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
	open, err := j.c.filed("WHERE i.open = 1 AND i.label IN ('topic', 'ask', 'todo', 'need') ORDER BY i.note_date, i.note_id, i.line")
	if err != nil {
		return nil, err
	}
	lines := notes.RosterOf(people, open, notes.DateOf(now))
	return lines, j.c.rosterMeetings(lines)
}

// rosterMeetings adds the next one-on-one of each and the day of the last one.
func (c *conn) rosterMeetings(lines []notes.RosterLine) error {
	at := make(map[notes.PersonID]int, len(lines))
	for i, l := range lines {
		at[l.Person.ID] = i
	}
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
		err := c.row("SELECT coalesce(max(date), '') FROM note WHERE person_id = ? AND kind = 'held' AND deleted_at IS NULL AND origin IS NULL",
			[]any{lines[i].Person.ID}, &lines[i].LastHeld)
		if err == nil && lines[i].LastHeld == "" {
			lines[i].Before, err = c.importedUntil(lines[i].Person.ID)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// importedUntil is the day of the newest note about somebody that came from another program, "" where there is none.
func (c *conn) importedUntil(who notes.PersonID) (day notes.Date, err error) {
	err = c.row("SELECT coalesce(max(date), '') FROM note WHERE person_id = ? AND origin IS NOT NULL AND deleted_at IS NULL", []any{who}, &day)
	return day, err
}
