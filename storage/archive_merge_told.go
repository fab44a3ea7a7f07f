package storage

import (
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/voice"
)

// What the manager is told of a merge, since nothing but they can decide it.

// metBefore is up to when the folder had all that the journal has. Where they never met it is the last time that the journal met any
// folder: what nobody changed since is no change of this side.
func (m *merger) metBefore() (err error) {
	m.met, err = one(m.conn, "SELECT coalesce((SELECT at FROM peer WHERE mark = ?), (SELECT max(at) FROM peer), 0)", scalar[int64], m.mark)
	return err
}

// ownWords are the tables in which nothing stands that the manager wrote or decided on a page of its own.
var ownWords = map[string]bool{
	"prompt_event": false, "prompt_mute": false, "verdict": false, "dismissal": false, "quiet_answer": false, "import": false,
	"earlier": false, "earlier_person": false, "revision": false,
}

// bothChanged tells which of two readings of a row stands, and what the other one says, where each side changed it since they met.
func (m *merger) bothChanged(stands, lost []any) error {
	if says, known := ownWords[m.at.name]; m.whole || known && !says {
		return nil
	}
	if m.at.int(stands, "updated_at") <= m.met || m.at.int(lost, "updated_at") <= m.met {
		return nil
	}
	lines := m.saysElse(stands, lost)
	if len(lines) == 0 {
		return nil
	}
	what, err := m.called(stands)
	if err != nil {
		return err
	}
	m.told(voice.T("Both copies changed {what}. The newer version is used. The other one said: {lost}", "what", what, "lost",
		strings.Join(lines, " · ")))
	return nil
}

func (m *merger) told(sentence string) {
	if !slices.Contains(m.did.Told, sentence) {
		m.did.Told = append(m.did.Told, sentence)
	}
}

// saysNothing are columns that nobody wrote.
var saysNothing = []string{"uid", "rev", "place", "begun"}

// saysElse are the values of a row that another reading of it has otherwise, with the names of their properties. Texts of notes are
// joined, and named on their own.
func (m *merger) saysElse(stands, lost []any) (lines []string) {
	for i, c := range m.at.columns {
		if c.refers != "" || c.time && c.name != "deleted_at" || stands[i] == lost[i] || slices.Contains(saysNothing, c.name) ||
			m.at.name == archive.Notes && c.name == "body" {
			continue
		}
		switch v := lost[i].(type) {
		case nil:
			lines = append(lines, c.name+": –")
		case int64:
			if c.name == "deleted_at" {
				lines = append(lines, voice.T("it was in the trash"))
			} else {
				lines = append(lines, fmt.Sprintf("%s: %d", c.name, v))
			}
		case string:
			if v != "" {
				lines = append(lines, c.name+": "+v)
			}
		}
	}
	return lines
}

// count counts a row that came or changed: a note as what is said, and what has a file of its own beside the notes.
func (m *merger) count(values []any, as *int) {
	_, hasFile := archive.KindOf(m.at.name)
	switch {
	case m.at.name == archive.Notes:
		*as++
	case hasFile && !strings.HasPrefix(m.at.text(values, "uid"), firstTemplateUID):
		m.did.Others++
	}
}

// called is what a row is called by the manager.
func (m *merger) called(values []any) (string, error) {
	name := ""
	for _, column := range []string{"title", "name", "what", "tag", "key", "date", "since", "text"} {
		if name = m.at.text(values, column); name != "" {
			break
		}
	}
	if m.at.name == "setting" {
		name, _, _ = strings.Cut(name, ".")
	}
	person := m.at.int(values, "person_id")
	if person == 0 {
		return "“" + name + "”", nil
	}
	who, err := one(m.conn, "SELECT name FROM person WHERE id = ?", scalar[string], person)
	return "“" + name + "” (" + who + ")", err
}

// isCopy reports whether another file of the same row was read before, and remembers this one: programs that sync leave such copies.
func (m *merger) isCopy(r *archive.Row, values []any) bool {
	if r.Listed {
		return false
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(m.at.name + "\x00" + m.at.text(values, "uid"))) // a hash takes everything
	key := h.Sum64()
	if m.seenUIDs[key] {
		m.copies[r.File] = true
		return true
	}
	m.seenUIDs[key] = true
	return false
}

// copyConflict keeps what a copy of a note's file says as a version of it, and names the note.
func (m *merger) copyConflict(id int64, ours, theirs *side) error {
	if err := m.keepSides(id, ours.body, theirs); err != nil {
		return err
	}
	has := map[string]bool{}
	for _, line := range strings.Split(ours.body, "\n") {
		has[line] = true
	}
	var lost []string
	for _, line := range strings.Split(theirs.body, "\n") {
		if !has[line] && strings.TrimSpace(line) != "" {
			lost = append(lost, line)
		}
	}
	return m.conflict(id, ours.values, strings.Join(lost, "\n"))
}

// lookOver tells of what the app doesn't let anybody do, and two journals do together.
func (m *merger) lookOver() error {
	if m.whole {
		return nil
	}
	return m.piece(func() error { return errors.Join(m.sameNames(), m.plannedTwice(), m.trashedAndNewer()) })
}

// sameNames tells of two people who go by one name since this import.
func (m *merger) sameNames() error {
	people, err := m.people()
	if err != nil {
		return err
	}
	came := map[string]bool{}
	for _, name := range m.names {
		came[notes.FoldName(name)] = true
	}
	by := map[string][]notes.PersonID{}
	for _, p := range people {
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			key := notes.FoldName(name)
			if slices.Contains(by[key], p.ID) || !came[key] || name == "" {
				continue
			}
			if by[key] = append(by[key], p.ID); len(by[key]) == 2 {
				m.told(voice.T("Two people are called “{name}” now. If they're the same person, open one of them and choose “Same person as”. "+
					"Otherwise add a last name or an initial to one of them.", "name", name))
			}
		}
	}
	return nil
}

// plannedTwice tells of people who have more than one planned one-on-one since this import.
func (m *merger) plannedTwice() error {
	return m.conn.each(`SELECT p.name, count(*) FROM note n JOIN person p ON p.id = n.person_id
		WHERE n.kind = 'planned' AND n.search_id IS NOT NULL GROUP BY p.id HAVING count(*) > 1 AND sum(n.id IN
		(SELECT row FROM archive_change WHERE import_id = ? AND tab = 'note' AND before IS NULL)) > 0 ORDER BY p.id`, []any{m.id},
		func(s scanner) (bool, error) {
			var name string
			var n int
			err := s.Scan(&name, &n)
			m.told(voice.T("{name} has {n} planned one-on-ones now. Delete the one that isn't needed.", "name", name, "n", n))
			return true, err
		})
}

// trashedAndNewer tells of people who went to the trash with this import, though something newer was written about them here.
func (m *merger) trashedAndNewer() error {
	for _, id := range m.flipped {
		var name string
		err := m.row(`SELECT p.name FROM person p WHERE p.id = ? AND p.deleted_at IS NOT NULL
			AND EXISTS (SELECT 1 FROM note n WHERE n.person_id = p.id AND n.deleted_at IS NULL AND n.updated_at > p.deleted_at)`, []any{id}, &name)
		if errors.Is(err, notes.ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		m.told(voice.T("{name} is in the trash now, and has newer notes. To keep them, restore {name} from the trash.", "name", name))
	}
	return nil
}
