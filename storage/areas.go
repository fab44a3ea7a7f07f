package storage

import (
	"errors"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

const areaColumns = "SELECT id, uid, person_id, tag, limits FROM area WHERE deleted_at IS NULL "

func scanArea(s scanner) (a notes.Area, err error) {
	return a, s.Scan(&a.ID, &a.UID, &a.Person, &a.Tag, &a.Limits)
}

// Areas are the areas of a person with their levels, in the order of their tags.
func (j *Journal) Areas(id notes.PersonID) ([]notes.Area, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.areas(id)
}

func (c *conn) areas(id notes.PersonID) ([]notes.Area, error) {
	return c.withLevels(list(c, areaColumns+"AND person_id = ? ORDER BY tag", []any{id}, scanArea))
}

func (c *conn) withLevels(areas []notes.Area, err error) ([]notes.Area, error) {
	for i := range areas {
		if err != nil {
			break
		}
		areas[i].Levels, err = list(c, "SELECT date, level FROM area_level WHERE area_id = ? ORDER BY date", []any{areas[i].ID},
			func(s scanner) (l notes.DatedLevel, err error) { return l, s.Scan(&l.From, &l.Level) })
		if err == nil {
			areas[i].Former, err = c.formerTags(areas[i].ID)
		}
	}
	return areas, err
}

// formerTags are the tags that an area had before.
func (c *conn) formerTags(area notes.AreaID) ([]string, error) {
	return list(c, "SELECT tag FROM area_former WHERE area_id = ? ORDER BY id", []any{area}, scalar[string])
}

// plainTag is a tag as it is kept: without '#', in lower case.
func plainTag(tag string) string {
	return strings.ToLower(strings.TrimPrefix(strings.TrimSpace(tag), "#"))
}

// areaAsItWas is an area that an undo puts back, with all the tags that it had before: lines that carry another one count for it no
// more than they did.
type areaAsItWas struct{ notes.Area }

func (t *tx) putArea(a notes.Area) (int64, error) { return t.changeArea(a, t.keepAreaTag) }

func (t *tx) putAreaBack(a areaAsItWas) (int64, error) {
	return t.changeArea(a.Area, func(notes.Area, string) error { return t.setAreaTags(a.ID, a.Former) })
}

// changeArea puts an area; retag is called where it had another tag.
func (t *tx) changeArea(a notes.Area, retag func(a notes.Area, had string) error) (int64, error) {
	a.Tag = plainTag(a.Tag)
	if err := checkText("Tag", a.Tag); err != nil {
		return 0, err
	}
	if _, err := t.person(a.Person); err != nil {
		return 0, err
	}
	switch id, err := t.areaOf(a.Person, a.Tag); {
	case err != nil:
		return 0, err
	case id != 0 && id != a.ID:
		return 0, notes.Invalid{Field: "Tag", Why: voice.T("There's already an area #{tag}. Choose another tag.", "tag", a.Tag)}
	}
	if a.ID == 0 {
		return t.insertArea(a)
	}
	old, err := one(t.conn, areaColumns+"AND id = ?", scanArea, a.ID)
	if err != nil {
		return 0, err
	}
	if old.Former, err = t.formerTags(old.ID); err != nil {
		return 0, err
	}
	t.back(areaAsItWas{old})
	_, err = t.exec("UPDATE area SET tag = ?, limits = ?, updated_at = max(?, updated_at + 1) WHERE id = ?",
		a.Tag, a.Limits, t.stamp(), a.ID)
	if err != nil || a.Tag == old.Tag {
		return int64(a.ID), err
	}
	return int64(a.ID), retag(a, old.Tag)
}

// setAreaTags makes some tags those that an area had before.
func (t *tx) setAreaTags(area notes.AreaID, former []string) error {
	now, err := t.formerTags(area)
	if err != nil {
		return err
	}
	for _, tag := range now {
		if !slices.Contains(former, tag) {
			if err := t.bury("area_former", "area_id = ? AND tag = ?", area, tag); err != nil {
				return err
			}
		}
	}
	for _, tag := range former {
		if slices.Contains(now, tag) {
			continue
		}
		if _, err := t.exec("INSERT INTO area_former (uid, area_id, tag, updated_at) VALUES (?, ?, ?, ?)",
			newUID(), area, tag, t.stamp()); err != nil {
			return err
		}
	}
	return nil
}

// keepAreaTag keeps the tag that an area had, where lines about its person carry it: they go on counting for the area.
// The tag that it has now is none of those.
func (t *tx) keepAreaTag(a notes.Area, had string) error {
	if err := t.bury("area_former", "area_id = ? AND tag = ?", a.ID, a.Tag); err != nil {
		return err
	}
	_, err := t.exec(`INSERT INTO area_former (uid, area_id, tag, updated_at) SELECT ?, ?, ?, ?
		WHERE EXISTS (SELECT 1 FROM item_tag WHERE person_id = (SELECT person_id FROM area WHERE id = ?) AND tag = ?)
		ON CONFLICT (area_id, tag) DO NOTHING`, newUID(), a.ID, had, t.stamp(), a.ID, had)
	return err
}

func (t *tx) insertArea(a notes.Area) (int64, error) {
	id, err := t.exec("INSERT INTO area (uid, person_id, tag, limits, updated_at) VALUES (?, ?, ?, ?, ?)",
		keepUID(a.UID), a.Person, a.Tag, a.Limits, t.stamp())
	t.back(notes.Delete{Kind: notes.KindArea, ID: id})
	return id, err
}

// areaOf is the person's area of a tag, 0 where there is none.
func (t *tx) areaOf(person notes.PersonID, tag string) (notes.AreaID, error) {
	id, err := one(t.conn, "SELECT id FROM area WHERE person_id = ? AND tag = ? AND deleted_at IS NULL",
		scalar[notes.AreaID], person, tag)
	if errors.Is(err, notes.ErrNotFound) {
		return 0, nil
	}
	return id, err
}

// checkAreaFree refuses to restore an area whose tag another one has by now.
func (t *tx) checkAreaFree(id int64) error {
	a, err := one(t.conn, "SELECT id, uid, person_id, tag, limits FROM area WHERE id = ?", scanArea, id)
	if err != nil {
		return err
	}
	if now, err := t.areaOf(a.Person, a.Tag); err != nil || now == 0 || now == a.ID {
		return err
	}
	return notes.Invalid{
		Field: "Tag",
		Why:   voice.T("There's another area #{tag} now. Delete that one first, then restore this one.", "tag", a.Tag),
	}
}

// putAreaLevel sets a level from a day on, or takes that day's entry away. It returns the id of the area.
func (t *tx) putAreaLevel(l notes.AreaLevel) (int64, error) {
	l.Tag = plainTag(l.Tag)
	if err := errors.Join(checkText("Tag", l.Tag), checkDates(named{"From", l.From})); err != nil {
		return 0, err
	}
	if l.From == "" || l.Level < notes.NoLevel || l.Level > notes.Delegate {
		return 0, notes.Invalid{Field: "Level", Why: voice.T("Choose one of the seven levels and the day it starts.")}
	}
	area, err := t.areaOf(l.Person, l.Tag)
	if err != nil {
		return 0, err
	}
	if area == 0 && l.Level == notes.NoLevel {
		return 0, nil
	}
	if area == 0 {
		id, err := t.putArea(notes.Area{Person: l.Person, Tag: l.Tag})
		if err != nil {
			return 0, err
		}
		area = notes.AreaID(id)
	}
	return int64(area), t.setLevel(area, l)
}

func (t *tx) setLevel(area notes.AreaID, l notes.AreaLevel) error {
	var old notes.Level
	err := t.row("SELECT level FROM area_level WHERE area_id = ? AND date = ?", []any{area, l.From}, &old)
	if err != nil && !errors.Is(err, notes.ErrNotFound) {
		return err
	}
	before := l
	before.Level = old
	t.back(before)
	if l.Level == notes.NoLevel {
		return t.bury("area_level", "area_id = ? AND date = ?", area, l.From)
	}
	_, err = t.exec(`INSERT INTO area_level (uid, area_id, date, level, updated_at) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (area_id, date) DO UPDATE SET level = excluded.level, updated_at = max(excluded.updated_at, updated_at + 1)`,
		newUID(), area, l.From, int(l.Level), t.stamp())
	return err
}
