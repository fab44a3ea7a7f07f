package storage

import (
	"cmp"
	"slices"

	"handback/notes"
)

// Decisions are the `decided` lines about a person since a day, newest first, with the note kinds they stand in.
func (j *Journal) Decisions(id notes.PersonID, since notes.Date) ([]notes.Filed, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.filed(`WHERE i.person_id = ? AND i.label = 'decided' AND i.note_date >= ? AND (n.origin IS NULL OR i.state = 'history')
		ORDER BY i.note_date DESC, i.note_id DESC, i.line DESC`, id, since)
}

// decisions are those that count: imported ones do not.
func (c *conn) decisions(id notes.PersonID, since notes.Date) ([]notes.Filed, error) {
	return c.filed(`WHERE i.person_id = ? AND i.label = 'decided' AND i.note_date >= ? AND n.origin IS NULL
		ORDER BY i.note_date DESC, i.note_id DESC, i.line DESC`, id, since)
}

// OpenActions are the open todos of mine and the open needs with a date of everybody, oldest first.
func (j *Journal) OpenActions() ([]notes.Filed, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	owed, err := j.c.owed()
	return slices.DeleteFunc(owed, func(f notes.Filed) bool { return !f.IsOwedByMe() }), err
}

// mostPeople is how many people are looked for in a line that is the last one of a list.
const mostPeople = 64

// Ideas are the ideas of everybody, newest first: all that wait or are on trial, and of those since a day that were
// answered the newest, so many at least; more reports whether there are further ones.
func (j *Journal) Ideas(since notes.Date, answered int) (ideas []notes.Filed, more bool, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	// It says by which index: SQLite would rather look through all ideas of each person for the few that are open.
	open, err := list(j.c, filedColumns+`FROM person p
		CROSS JOIN item i INDEXED BY item_open ON i.person_id = p.id AND i.open = 1
		JOIN note n ON n.id = i.note_id WHERE i.label = 'idea'`, nil, scanFiled)
	if err != nil {
		return nil, false, err
	}
	closed, err := j.c.filed(`WHERE i.label = 'idea' AND i.open = 0 AND i.note_date >= ? AND n.origin IS NULL
		`+newestFirst+" LIMIT ?", since, answered+mostPeople)
	if err != nil {
		return nil, false, err
	}
	end := min(answered, len(closed))
	for end > 0 && end < len(closed) && closed[end].Note == closed[end-1].Note && closed[end].Line == closed[end-1].Line {
		end++ // a line is cut between no two of its people
	}
	ideas = append(open, closed[:end]...)
	slices.SortFunc(ideas, newer)
	return ideas, end < len(closed), nil
}

// IdeasOf are the ideas of a person since a day, newest first, answered ones too; one that still waits or is being tried is
// among them however old it is.
func (j *Journal) IdeasOf(id notes.PersonID, since notes.Date) ([]notes.Filed, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.filed(`WHERE i.person_id = ? AND i.label = 'idea' AND n.origin IS NULL AND (i.note_date >= ? OR i.open = 1)
		`+newestFirst, id, since)
}

// Asks are the `ask` lines of everybody since a day, newest first.
func (j *Journal) Asks(since notes.Date) ([]notes.Filed, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.filed("WHERE i.label = 'ask' AND i.note_date >= ? AND n.origin IS NULL "+newestFirst, since)
}

// DoneUnder are the newest praise and `decided` lines since a day that carry one of the tags, of each person and tag at
// most so many; the newest of all first.
func (j *Journal) DoneUnder(tags []string, since notes.Date, most int) ([]notes.Filed, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	people, err := list(j.c, "SELECT id FROM person WHERE deleted_at IS NULL ORDER BY id", nil, scalar[notes.PersonID])
	if err != nil {
		return nil, err
	}
	var done []notes.Filed
	for _, id := range people {
		for _, tag := range tags {
			some, err := list(j.c, doneUnder, []any{id, tag, since, most}, scanFiled)
			if err != nil {
				return nil, err
			}
			done = append(done, some...)
		}
	}
	slices.SortFunc(done, newer)
	return slices.CompactFunc(done, func(a, b notes.Filed) bool { return newer(a, b) == 0 }), nil // a line with two of the tags
}

// doneUnder is one stretch of the index of tags, from its newest end.
const doneUnder = filedColumns + `FROM item_tag t CROSS JOIN item i
	ON i.note_id = t.note_id AND i.line = t.line AND i.person_id = t.person_id
	JOIN note n ON n.id = i.note_id
	WHERE t.person_id = ? AND t.tag = ? AND t.note_date >= ? AND i.label IN ('praise', 'decided') AND n.origin IS NULL
	ORDER BY t.note_date DESC, t.note_id DESC, t.line DESC LIMIT ?`

// newestFirst keeps the people of one line together, in one order on every day.
const newestFirst = "ORDER BY i.note_date DESC, i.note_id DESC, i.line DESC, i.person_id DESC"

// newer is the order of newestFirst.
func newer(a, b notes.Filed) int {
	return cmp.Or(
		cmp.Compare(b.NoteDate, a.NoteDate),
		cmp.Compare(b.Note, a.Note),
		cmp.Compare(b.Line, a.Line),
		cmp.Compare(b.Person, a.Person),
	)
}

// AllGoals are the open goals of everybody who has not left, with their children.
func (j *Journal) AllGoals() ([]notes.Goal, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.goals(goalColumns+"AND g.state = 'open' AND NOT "+hasLeft+" ORDER BY p.place, p.id, g.id", j.c.today())
}

// AllAreas are the areas of everybody who has not left.
func (j *Journal) AllAreas() ([]notes.Area, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.withLevels(list(j.c, areaColumns+`AND person_id IN
		(SELECT p.id FROM person p WHERE p.deleted_at IS NULL AND NOT `+hasLeft+") ORDER BY person_id, tag", []any{j.c.today()}, scanArea))
}
