package storage

import (
	"errors"
	"strconv"
	"strings"

	"handback/notes"
	"handback/notes/archive"
)

// The people of a step-in stand in its file by their names, and as rows of their own beside. Where the two differ, the file was
// changed by hand, and counts.
const (
	stepInTable       = "stepping_in"
	stepInPeopleTable = "stepping_in_person"
	peopleField       = "people"
)

// stepInPeople are links to whom a step-in is about, in the order given.
func (x *exporter) stepInPeople(uid string) (links []string, err error) {
	people, err := list(x.c, `SELECT p.uid FROM stepping_in_person sp JOIN person p ON p.id = sp.person_id
		JOIN stepping_in s ON s.id = sp.stepping_in_id WHERE s.uid = ? ORDER BY sp.place, sp.uid`, []any{uid}, scalar[string])
	for _, who := range people {
		if link, ok := x.link("person", who); ok {
			links = append(links, link)
		}
	}
	return links, err
}

// stepInFile is what a file says of whom a step-in is about.
type stepInFile struct {
	row  *archive.Row
	said []string
	at   int64 // when it was written
}

// noteStepIn remembers what a file, or a line, says of the people of a step-in.
func (m *merger) noteStepIn(r *archive.Row, values []any) error {
	switch m.at.name {
	case "person":
		m.stems[stemOf(r.File)] = m.at.text(values, "uid")
	case stepInPeopleTable:
		step := m.at.text(values, "stepping_in_id")
		m.listed[step] = append(m.listed[step], m.at.text(values, "person_id"))
	case stepInTable:
		said, ok := r.GetList(peopleField)
		if !ok {
			return nil
		}
		uid, at := m.at.text(values, "uid"), m.at.int(values, "updated_at")
		was, err := one(m.conn, "SELECT updated_at FROM stepping_in WHERE uid = ?", scalar[int64], uid)
		if err != nil && !errors.Is(err, notes.ErrNotFound) {
			return err
		}
		if err != nil || at >= was {
			m.stepIns[uid] = stepInFile{row: r, said: said, at: at}
		}
	}
	return nil
}

func stemOf(file string) string {
	return strings.TrimSuffix(file[strings.LastIndexByte(file, '/')+1:], ".md")
}

// stepInsByHand brings the people of step-ins to what their files say.
func (m *merger) stepInsByHand() error {
	for uid, f := range m.stepIns {
		if err := m.stepInByHand(uid, f); err != nil {
			return err
		}
	}
	return nil
}

func (m *merger) stepInByHand(uid string, f stepInFile) error {
	step, err := m.idOf(stepInTable, uid)
	if err != nil || step == 0 {
		return err
	}
	listed := map[string]bool{}
	for _, who := range m.listed[uid] {
		listed[who] = true
	}
	differs := false
	for place, name := range f.said {
		who, err := m.whoIs(f.row, name)
		if err != nil {
			return err
		}
		if listed[who] {
			delete(listed, who)
			continue
		}
		person, err := m.idOf("person", who)
		if err != nil {
			return err
		}
		n, err := m.changed(`INSERT INTO stepping_in_person (uid, stepping_in_id, person_id, place, updated_at)
			SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM stepping_in_person WHERE uid = ?1 OR stepping_in_id = ?2 AND person_id = ?3)`,
			derivedUID(stepInPeopleTable, uid, who), step, person, place, f.at)
		if err != nil {
			return err
		}
		differs = differs || n > 0
	}
	for who := range listed {
		person, err := m.idOf("person", who)
		if err != nil {
			return err
		}
		if err := m.bury(stepInPeopleTable, "stepping_in_id = "+strconv.FormatInt(step, 10)+" AND person_id = ?", person); err != nil {
			return err
		}
		differs = true
	}
	if differs { // what the file says is taken once, and not again over what is changed here later
		_, err = m.exec("UPDATE stepping_in SET updated_at = max(updated_at, ?) + 1 WHERE id = ?", f.at, step)
	}
	return err
}
