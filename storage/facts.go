package storage

import (
	"errors"
	"slices"
	"time"

	"handback/notes"
)

// Facts is what the journal holds about one person that the brief and the prompts are made from, read in one go.
func (j *Journal) Facts(id notes.PersonID, now time.Time) (notes.Facts, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.facts(id, notes.DateOf(now))
}

func (c *conn) facts(id notes.PersonID, today notes.Date) (f notes.Facts, err error) {
	f.Today = today
	if f.Person, err = c.person(id); err != nil {
		return f, err
	}
	if err := c.meetings(&f); err != nil {
		return f, err
	}
	open, err := c.filed("WHERE i.person_id = ? AND i.open = 1 ORDER BY i.note_date, i.note_id, i.line", id)
	if err != nil {
		return f, err
	}
	sortOpen(&f, open)
	since := notes.Date("")
	if f.LastHeld != nil {
		since = f.LastHeld.Date
	}
	f.Since, err = c.filed(`WHERE i.person_id = ? AND i.note_date >= ? AND i.label IN ('todo', 'decided', 'praise', 'feedback',
		'idea', 'need', 'ask', 'topic', 'stuck', 'step in') ORDER BY i.note_date, i.note_id, i.line`, id, since)
	if err != nil {
		return f, err
	}
	if f.LastHeld != nil { // of other one-on-ones of that day nothing is new
		f.Since = slices.DeleteFunc(f.Since, func(x notes.Filed) bool {
			return x.NoteDate == since && x.NoteKind == notes.HeldNote && x.NotePerson == id && x.Note != f.LastHeld.ID
		})
	}
	return f, c.growth(&f)
}

// meetings reads the planned one-on-one and the last held one.
func (c *conn) meetings(f *notes.Facts) error {
	planned, err := one(c, "SELECT "+headColumns+` FROM note n WHERE n.person_id = ? AND n.kind = 'planned'
		AND n.deleted_at IS NULL ORDER BY n.date, n.id LIMIT 1`, scanHead, f.Person.ID)
	switch {
	case err == nil:
		f.Planned = &planned
	case !errors.Is(err, notes.ErrNotFound):
		return err
	}
	held, err := one(c, "SELECT "+headColumns+`, n.updated_at, n.body FROM note n WHERE n.person_id = ? AND n.kind = 'held'
		AND n.deleted_at IS NULL ORDER BY n.date DESC, n.id DESC LIMIT 1`, scanNote, f.Person.ID)
	switch {
	case err == nil:
		f.LastHeld = &held
	case !errors.Is(err, notes.ErrNotFound):
		return err
	}
	return nil
}

// sortOpen puts open items, oldest first, where the brief lists them.
func sortOpen(f *notes.Facts, open []notes.Filed) {
	var mine []notes.Filed
	for _, x := range open {
		if x.IsOwed() {
			f.IOwe = append(f.IOwe, x)
		}
		switch x.Label {
		case notes.Topic, notes.Ask:
			if x.Actor == notes.Them {
				f.Agenda = append(f.Agenda, x)
			} else {
				mine = append(mine, x)
			}
		case notes.Todo:
			if x.Actor == notes.Them {
				f.TheyOwn = append(f.TheyOwn, x)
			}
		case notes.Praise, notes.Feedback:
			f.Unsaid = append(f.Unsaid, x)
		case notes.Idea:
			f.Ideas = append(f.Ideas, x)
		case notes.Need:
			f.Needs = append(f.Needs, x)
		case notes.Stuck:
			f.Stuck = append(f.Stuck, x)
		}
	}
	f.Agenda = append(f.Agenda, mine...)
	slices.SortStableFunc(f.TheyOwn, func(a, b notes.Filed) int { return compareDue(a.Due, b.Due) })
}

// compareDue orders by due date, what has none last.
func compareDue(a, b notes.Date) int {
	switch {
	case a == b:
		return 0
	case a == "":
		return 1
	case b == "" || a < b:
		return -1
	}
	return 1
}

// growth reads the open goals, the newest line that counts for each, and the areas.
func (c *conn) growth(f *notes.Facts) (err error) {
	f.Goals, err = c.goals(goalColumns+"AND g.person_id = ? AND g.state = 'open' ORDER BY g.id", f.Person.ID)
	if err != nil {
		return err
	}
	f.Evidence = map[notes.GoalID]notes.Filed{}
	for _, g := range f.Goals {
		newest, err := c.newestEvidence(g.ID)
		if err != nil {
			return err
		}
		if len(newest) > 0 {
			f.Evidence[g.ID] = newest[0]
		}
	}
	f.Areas, err = c.areas(f.Person.ID)
	return err
}

// newestEvidence takes the newest line of each of a goal's tags and the newest of these: each is one step in the index.
func (c *conn) newestEvidence(id notes.GoalID) ([]notes.Filed, error) {
	var newest []notes.Filed
	tags, err := list(c, "SELECT tag FROM goal_tag WHERE goal_id = ?", []any{id}, scalar[string])
	if err != nil {
		return nil, err
	}
	for _, tag := range tags {
		some, err := list(c, filedColumns+`FROM item_tag t
			JOIN item i ON i.note_id = t.note_id AND i.line = t.line AND i.person_id = t.person_id
			JOIN note n ON n.id = i.note_id
			WHERE t.person_id = (SELECT person_id FROM goal WHERE id = ?) AND t.tag = ?
			ORDER BY t.note_date DESC, t.note_id DESC, t.line DESC LIMIT 1`, []any{id, tag}, scanFiled)
		if err != nil {
			return nil, err
		}
		if len(some) > 0 && (len(newest) == 0 || some[0].NoteDate > newest[0].NoteDate) {
			newest = some
		}
	}
	return newest, nil
}
