package storage

import (
	"slices"

	"handback/notes"
)

// newestTargets is how many notes the quick switcher knows by their titles; older ones are found by search.
const newestTargets = 500

// Targets are all people, open goals first of all goals, all tags, most used first, and the newest notes.
func (j *Journal) Targets() ([]notes.Target, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	out, err := list(j.c, `SELECT 'person', p.id, p.name, p.role, p.id FROM person p WHERE p.deleted_at IS NULL
		ORDER BY `+hasLeft+", p.place, p.id", []any{j.c.today()}, scanTarget)
	if err != nil {
		return nil, err
	}
	for _, query := range []string{
		`SELECT 'goal', g.id, g.title, p.name, p.id FROM goal g JOIN person p ON p.id = g.person_id
			WHERE g.deleted_at IS NULL AND p.deleted_at IS NULL ORDER BY g.state <> 'open', g.id DESC`,
		`SELECT 'company goal', id, title, '', 0 FROM company_goal WHERE deleted_at IS NULL ORDER BY place, id`,
		`SELECT 'tag', 0, '#' || tag, '', 0 FROM item_tag GROUP BY tag ORDER BY count(*) DESC, tag`,
	} {
		some, err := list(j.c, query, nil, scanTarget)
		if err != nil {
			return nil, err
		}
		out = slices.Concat(out, some)
	}
	newest, err := list(j.c, `SELECT 'note', n.id, CASE n.title WHEN '' THEN n.kind || ' ' || n.date ELSE n.title END,
		p.name || ' · ' || n.date, p.id FROM note n JOIN person p ON p.id = n.person_id WHERE n.search_id IS NOT NULL
		ORDER BY n.search_id DESC LIMIT ?`, []any{newestTargets}, scanTarget)
	return append(out, newest...), err
}

func scanTarget(s scanner) (t notes.Target, err error) {
	return t, s.Scan(&t.Kind, &t.ID, &t.Text, &t.Detail, &t.Person)
}
