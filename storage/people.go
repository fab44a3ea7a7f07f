package storage

import (
	"slices"
	"time"

	"handback/notes"
)

const personColumns = `p.id, p.uid, p.kind, p.name, p.role, p.pronoun, p.state, coalesce(p.until, ''),
	coalesce(p.since, ''), coalesce(p.left_on, ''), p.rhythm_every, p.rhythm_unit, p.rhythm_fixed, p.rhythm_weekday,
	p.rhythm_at, p.rhythm_zone, p.rhythm_nth, p.rhythm_day, p.place, coalesce(p.template_id, 0), p.absences,
	coalesce(p.quiet_until, ''), coalesce(p.joined, ''), coalesce(p.delete_by, '')`

func scanPerson(s scanner) (p notes.Person, err error) {
	var day int
	var absences string
	err = s.Scan(&p.ID, &p.UID, &p.Kind, &p.Name, &p.Role, &p.Pronoun, &p.State, &p.Until, &p.Since, &p.LeftOn,
		&p.Rhythm.Every, &p.Rhythm.Unit, &p.Rhythm.Fixed, &day, &p.Rhythm.At, &p.Rhythm.Zone,
		&p.Rhythm.Nth, &p.Rhythm.Day, &p.Order, &p.Template, &absences, &p.QuietUntil, &p.Joined,
		&p.DeleteBy)
	p.Absences = notes.ReadDaysOff(absences)
	p.Rhythm.Weekday = time.Weekday(day)
	return p, err
}

// readPerson is scanPerson, as they stand today.
func (c *conn) readPerson(s scanner) (notes.Person, error) {
	p, err := scanPerson(s)
	if day := c.today(); day != "" {
		p = p.Leave(day)
	}
	return p, err
}

// hasLeft is true of a person p who has left, also by a last day that is over on the day that is its argument.
const hasLeft = "(p.state = 'left' OR coalesce(p.left_on < ?, 0))"

// People are all people but the deleted, in sidebar order; those who left come last. It includes the manager.
func (j *Journal) People() ([]notes.Person, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.people()
}

func (c *conn) people() ([]notes.Person, error) {
	people, err := list(c, "SELECT "+personColumns+` FROM person p WHERE p.deleted_at IS NULL
		ORDER BY `+hasLeft+", p.place, p.id", []any{c.today()}, c.readPerson)
	if err != nil {
		return nil, err
	}
	of, err := c.aliases()
	for i := range people {
		people[i].Aliases = of[people[i].ID]
	}
	if err != nil {
		return nil, err
	}
	off, err := c.daysOff()
	for i := range people {
		people[i].Off = off.And(people[i].Absences)
	}
	notes.TellApart(people)
	return people, err
}

func (c *conn) aliases() (map[notes.PersonID][]string, error) {
	of := map[notes.PersonID][]string{}
	_, err := list(c, "SELECT person_id, name FROM alias ORDER BY person_id, place", nil, func(s scanner) (struct{}, error) {
		var id notes.PersonID
		var name string
		err := s.Scan(&id, &name)
		of[id] = append(of[id], name)
		return struct{}{}, err
	})
	return of, err
}

func (c *conn) person(id notes.PersonID) (notes.Person, error) {
	p, err := one(c, "SELECT "+personColumns+" FROM person p WHERE p.id = ? AND p.deleted_at IS NULL", c.readPerson, id)
	if err != nil {
		return p, err
	}
	p.Aliases, err = list(c, "SELECT name FROM alias WHERE person_id = ? ORDER BY place", []any{id}, scalar[string])
	return p, err
}

// called is the person with the name by which screens call them, which depends on who else there is.
func (c *conn) called(id notes.PersonID) (notes.Person, error) {
	p, err := c.person(id)
	if err != nil {
		return p, err
	}
	people, err := list(c, "SELECT "+personColumns+" FROM person p WHERE p.deleted_at IS NULL ORDER BY "+hasLeft+", p.place, p.id",
		[]any{c.today()}, c.readPerson)
	if err != nil {
		return p, err
	}
	notes.TellApart(people)
	for _, q := range people {
		if q.ID == id {
			p.Called = q.Called
		}
	}
	off, err := c.daysOff()
	p.Off = off.And(p.Absences)
	return p, err
}

// daysOff are the manager's days off.
func (c *conn) daysOff() (notes.DaysOff, error) {
	text, err := c.setting(notes.SettingDaysOff)
	return notes.ReadDaysOff(text), err
}

func (t *tx) putPerson(p notes.Person) (int64, error) {
	if p.ID == 0 {
		return t.insertPerson(p)
	}
	return int64(p.ID), t.updatePerson(p)
}

func (t *tx) insertPerson(p notes.Person) (int64, error) {
	if err := t.checkPerson(&p); err != nil {
		return 0, err
	}
	p.UID = keepUID(p.UID)
	id, err := t.exec(`INSERT INTO person (uid, kind, name, role, pronoun, state, until, since, left_on, rhythm_every,
		rhythm_unit, rhythm_fixed, rhythm_weekday, rhythm_at, rhythm_zone, rhythm_nth, rhythm_day, place, template_id, absences,
		quiet_until, joined, delete_by, updated_at)
		VALUES (?, ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0), ?, nullif(?, ''),
		nullif(?, ''), nullif(?, ''), ?)`,
		p.UID, p.Kind, p.Name, p.Role, p.Pronoun, p.State, p.Until, p.Since, p.LeftOn, p.Rhythm.Every, p.Rhythm.Unit,
		p.Rhythm.Fixed, int(p.Rhythm.Weekday), p.Rhythm.At, p.Rhythm.Zone, p.Rhythm.Nth, p.Rhythm.Day, p.Order, p.Template,
		p.Absences.String(), p.QuietUntil, p.Joined, p.DeleteBy, t.stamp())
	if err != nil {
		return 0, err
	}
	t.back(notes.Delete{Kind: notes.KindPerson, ID: id})
	p.ID = notes.PersonID(id)
	if err := t.putAliases(p, nil); err != nil {
		return 0, err
	}
	return id, t.namesChanged(namesOf(p))
}

func (t *tx) updatePerson(p notes.Person) error {
	old, err := t.person(p.ID)
	if err != nil {
		return err
	}
	if old.Kind == notes.KindMe || p.Kind == notes.KindMe {
		p.Kind = old.Kind // there is one manager
	}
	if err := t.checkPerson(&p); err != nil {
		return err
	}
	_, err = t.exec(`UPDATE person SET kind = ?, name = ?, role = ?, pronoun = ?, state = ?, until = nullif(?, ''),
		since = nullif(?, ''), left_on = nullif(?, ''), rhythm_every = ?, rhythm_unit = ?, rhythm_fixed = ?,
		rhythm_weekday = ?, rhythm_at = ?, rhythm_zone = ?, rhythm_nth = ?, rhythm_day = ?, place = ?,
		template_id = nullif(?, 0), absences = ?, quiet_until = nullif(?, ''), joined = nullif(?, ''),
		delete_by = nullif(?, ''), updated_at = max(?, updated_at + 1) WHERE id = ?`,
		p.Kind, p.Name, p.Role, p.Pronoun, p.State, p.Until, p.Since, p.LeftOn, p.Rhythm.Every, p.Rhythm.Unit,
		p.Rhythm.Fixed, int(p.Rhythm.Weekday), p.Rhythm.At, p.Rhythm.Zone, p.Rhythm.Nth, p.Rhythm.Day, p.Order, p.Template,
		p.Absences.String(), p.QuietUntil, p.Joined, p.DeleteBy, t.stamp(), p.ID)
	if err != nil {
		return err
	}
	t.back(old)
	if slices.Equal(namesOf(old), namesOf(p)) {
		return nil
	}
	if err := t.putAliases(p, old.Aliases); err != nil {
		return err
	}
	return t.namesChanged(append(namesOf(old), namesOf(p)...))
}

// namesOf are all names that a person was given.
func namesOf(p notes.Person) []string { return append([]string{p.Name}, p.Aliases...) }

// putAliases replaces the further names of a person; those that go leave tombstones.
func (t *tx) putAliases(p notes.Person, had []string) error {
	if slices.Equal(p.Aliases, had) {
		return nil
	}
	if err := t.bury("alias", "person_id = ?", p.ID); err != nil {
		return err
	}
	for i, name := range p.Aliases {
		_, err := t.exec("INSERT INTO alias (uid, person_id, place, name, updated_at) VALUES (?, ?, ?, ?, ?)",
			newUID(), p.ID, i, name, t.stamp())
		if err != nil {
			return err
		}
	}
	return nil
}
