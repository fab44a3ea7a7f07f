package storage

import (
	"cmp"
	"slices"

	"handback/notes"
)

func (m *merger) completeNote(values []any) {
	if m.at.text(values, "kind") == "" {
		kind := notes.HeldNote
		if notes.Date(m.at.text(values, "date")) > m.today() {
			kind = notes.PlannedNote
		}
		m.at.set(values, "kind", string(kind))
	}
	if m.at.int(values, "rev") == 0 {
		m.at.set(values, "rev", int64(1))
	}
	if m.at.int(values, "made_at") == 0 {
		m.at.set(values, "made_at", m.at.int(values, "updated_at"))
	}
}

// recordOf is what filing takes of a row that is to be a note.
func (m *merger) recordOf(bound []any) (record, error) {
	at := m.at
	r := record{Note: notes.Note{Body: at.text(bound, "body"), Begun: at.text(bound, "begun")}}
	r.Imported = at.value(bound, "origin") != nil
	r.Person, r.Date = notes.PersonID(at.int(bound, "person_id")), notes.Date(at.text(bound, "date"))
	err := m.row("SELECT deleted_at IS NULL FROM person WHERE id = ?", []any{r.Person}, &r.shown)
	r.trashed = at.value(bound, "deleted_at") != nil
	r.shown = r.shown && !r.trashed
	return r, err
}

// insertNoteRow inserts a note and files it. It can be found once the search index is given it, with others (findWaiting).
func (m *merger) insertNoteRow(bound []any) error {
	r, err := m.recordOf(bound)
	if err != nil {
		return err
	}
	shown := r.shown
	r.shown = true // the trash shows its title too
	f, err := m.filingFor(&r)
	if err != nil {
		return err
	}
	var place any
	if shown {
		if r.searchID, err = m.searchPlace(r.Date); err != nil {
			return err
		}
		place = r.searchID
	}
	id, err := m.insertRow(bound, ", title, open, who, also, search_id", f.title, f.open, f.who, f.also, place)
	if err != nil || !shown {
		return err
	}
	for i := range f.rows {
		f.rows[i].note = notes.NoteID(id)
		if err := m.insertItem(f.rows[i]); err != nil {
			return err
		}
	}
	if err := m.wordsWait(notes.NoteID(id)); err != nil {
		return err
	}
	m.giving.given++
	m.giving.waiting = append(m.giving.waiting, toFind{r.searchID, indexed(r.Body, f.also), f.who})
	if len(m.giving.waiting) < findSome {
		return nil
	}
	return m.findWaiting()
}

// giving is what the search index is given of the notes that come.
type giving struct {
	waiting []toFind
	given   int // notes in all, those that wait among them
	joined  int // how many they were when pieces of the index were joined last
	pieces  int // of the index, that came since
}

// toFind is what the search index is to be given of a note.
type toFind struct {
	place     int64
	body, who string
}

const (
	findSome   = 64  // notes that the search index is given at once, at most
	joinAfter  = 128 // notes, or
	joinPieces = 16  // pieces of the index, after which some of its pages are joined
	joinPages  = 32  // how many: half of what came since
	manyPieces = 150 // from which on more pages are joined than came
)

// findWaiting gives the search index the notes that wait for it, in its own order. Any statement that may be taken back by itself, as
// those that insert a note and its lines, has the index write what it holds, as a piece of its own: one by one, as their rows come,
// each note would be a piece, to be joined with the others later.
func (m *merger) findWaiting() error {
	some := m.giving.waiting
	if len(some) == 0 {
		return nil
	}
	m.giving.pieces++
	m.giving.waiting = some[:0]
	slices.SortFunc(some, func(a, b toFind) int { return cmp.Compare(a.place, b.place) })
	for i, f := range some {
		if err := m.give(f.place, f.body, f.who); err != nil {
			return err
		}
		some[i] = toFind{} // its text isn't held any longer
	}
	return nil
}

// joinIndex joins some pages of the search index. Of 400 pieces that are alike it would join all at once, while everybody waits.
func (m *merger) joinIndex() error {
	if m.inOne || m.giving.given-m.giving.joined < joinAfter && m.giving.pieces < joinPieces {
		return nil
	}
	m.giving.joined, m.giving.pieces = m.giving.given, 0
	m.j.mu.Lock()
	defer m.j.mu.Unlock()
	if m.j.c.closed() {
		return notes.ErrClosed
	}
	pieces, err := one(m.j.c, piecesOfIndex, scalar[int])
	if err != nil {
		return err
	}
	pages := joinPages
	if pieces > manyPieces {
		pages = mergePages
	}
	return m.j.loosely(func() error {
		_, err := m.j.mergePart(pages)
		return err
	})
}

// piecesOfIndex counts the pieces of the search index from one to the next: there are hundreds of pages to each.
const piecesOfIndex = `WITH RECURSIVE piece (id) AS (SELECT min(segid) FROM search_idx
	UNION ALL SELECT (SELECT min(segid) FROM search_idx WHERE segid > piece.id) FROM piece WHERE piece.id IS NOT NULL)
	SELECT count(id) FROM piece`

// updateNote writes a note over and files it anew.
func (m *merger) updateNote(bound []any, id int64) error {
	r, err := m.record(notes.NoteID(id))
	if err != nil {
		return err
	}
	if err := m.unfind(&r); err != nil {
		return err
	}
	if err := m.overwrite(bound, id); err != nil {
		return err
	}
	m.j.written = nil // what is known of them is of the texts before
	return m.refile(notes.NoteID(id))
}

// refileThere files a note again, if it is still there.
func (m *merger) refileThere(id notes.NoteID) error { return ignoreMissing(m.refile(id)) }

// readOtherwise are the notes of which lines are read as before an update.
func (t *tx) readOtherwise() ([]notes.NoteID, error) {
	return list(t.conn, "SELECT DISTINCT note_id FROM earlier ORDER BY note_id", nil, scalar[notes.NoteID])
}

// readByReadings files the notes again of which lines are read as before an update, or were: rows and people that such a reading
// hangs on come, go and come back in more ways than are worth telling apart, and there are few.
func (m *merger) readByReadings() error {
	if err := m.piece(func() error {
		now, err := m.readOtherwise()
		m.reread = append(m.reread, now...)
		m.j.earlier, m.j.names = nil, nil // they may be about who came in
		return err
	}); err != nil {
		return err
	}
	slices.Sort(m.reread)
	return m.each(slices.Compact(m.reread), m.refileThere)
}

// nameOf is a name or nickname of somebody who isn't in the trash.
type nameOf struct{ name, uid string }

// namesInForce are the names by which a line of a note may mean somebody.
func (t *tx) namesInForce() (map[nameOf]bool, error) {
	all, err := list(t.conn, `SELECT name, uid FROM person WHERE deleted_at IS NULL
		UNION ALL SELECT a.name, p.uid FROM alias a JOIN person p ON p.id = a.person_id WHERE p.deleted_at IS NULL`, nil,
		func(s scanner) (n nameOf, err error) {
			err = s.Scan(&n.name, &n.uid)
			return n, err
		})
	known := map[nameOf]bool{}
	for _, n := range all {
		known[n] = true
	}
	return known, err
}

// namesBetween are the names that somebody has before or after, and not both times.
func namesBetween(before, after map[nameOf]bool) (names []string) {
	for _, pair := range [2][2]map[nameOf]bool{{before, after}, {after, before}} {
		for n := range pair[0] {
			if !pair[1][n] {
				names = append(names, n.name)
			}
		}
	}
	return names
}

// readAgain reads the notes again in which names, or words for labels, stand that weren't any before.
func (m *merger) readAgain() error {
	if err := m.readByReadings(); err != nil {
		return err
	}
	var match string
	var all bool
	if err := m.piece(func() error {
		called, err := m.namesInForce()
		if err != nil {
			return err
		}
		m.names = append(m.names, namesBetween(m.inForce, called)...)
		words, err := m.setting(notes.SettingLabelWords)
		if words != m.labelWords {
			m.names = append(m.names, notes.WordsBetween(notes.ReadLabelWords(m.labelWords), notes.ReadLabelWords(words))...)
		}
		m.j.names = nil
		slices.Sort(m.names)
		match, all = mayContain(slices.Compact(m.names))
		return err
	}); err != nil || m.whole || match == "" && !all {
		return err
	}
	query, args := "SELECT id FROM note WHERE search_id IS NOT NULL ORDER BY id", []any(nil)
	if !all {
		query, args = "SELECT n.id FROM search s JOIN note n ON n.search_id = s.rowid WHERE search MATCH ? ORDER BY n.id", []any{match}
	}
	ids, err := m.idsOf(query, args...)
	if err != nil {
		return err
	}
	return m.each(ids, m.refileThere)
}
