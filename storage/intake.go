package storage

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// notHidden is true of a note n in the trash that the manager put there: not one that an import is bringing in, that was taken
// back, or that a newer reading of its source took the place of.
const notHidden = `n.replaced_by IS NULL AND (n.import_id IS NULL
	OR n.import_id IN (SELECT id FROM import WHERE done_at IS NOT NULL AND undone_at IS NULL))`

// BeginImport makes an import in which nothing is yet.
func (j *Journal) BeginImport(program, source string) (id notes.ImportID, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	err = j.write(func(t *tx) error {
		t.aside = true
		n, err := t.exec("INSERT INTO import (uid, program, source, begun_at, updated_at) VALUES (?, ?, ?, ?, ?)",
			newUID(), program, source, t.stamp(), t.stamp())
		id = notes.ImportID(n)
		return err
	})
	return id, err
}

// BringPeople keeps people who come with an import, unseen until it is taken, and returns their ids.
func (j *Journal) BringPeople(id notes.ImportID, people []notes.Person) (ids []notes.PersonID, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	err = j.write(func(t *tx) error {
		t.aside = true
		if err := t.underWay(id); err != nil {
			return err
		}
		ids = nil
		for _, p := range people {
			if err := t.checkPerson(&p); err != nil {
				return err
			}
			n, err := t.exec(`INSERT INTO person (uid, kind, name, pronoun, state, since, place, import_id, updated_at, deleted_at)
				VALUES (?, ?, ?, ?, ?, nullif(?, ''), (SELECT coalesce(max(place), 0) FROM person), ?, ?, ?)`,
				newUID(), p.Kind, p.Name, p.Pronoun, p.State, p.Since, id, t.stamp(), t.stamp())
			if err != nil {
				return err
			}
			ids = append(ids, notes.PersonID(n))
		}
		return nil
	})
	return ids, err
}

// underWay returns ErrNotFound where there is no import that is being brought in.
func (t *tx) underWay(id notes.ImportID) error {
	return t.row("SELECT id FROM import WHERE id = ? AND done_at IS NULL", []any{id}, new(int64))
}

// Bring keeps those notes that are new or changed, unseen until the import is taken, and says of each how it stands.
func (j *Journal) Bring(id notes.ImportID, brought []notes.Brought) (stand []notes.Standing, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	err = j.write(func(t *tx) error {
		t.aside = true
		if err := t.underWay(id); err != nil {
			return err
		}
		stand = make([]notes.Standing, len(brought))
		for i, b := range brought {
			if stand[i], err = t.standing(b); err != nil {
				return err
			}
			if stand[i] > notes.BroughtChanged {
				continue
			}
			if err := t.bring(id, b); err != nil {
				return err
			}
		}
		return nil
	})
	return stand, err
}

func (t *tx) bring(id notes.ImportID, b notes.Brought) error {
	if b.Origin == "" {
		return errors.New("storage: a note is brought without an origin")
	}
	if err := checkNote(notes.JournalNote, b.Date, ""); err != nil {
		return err
	}
	_, err := t.exec(`INSERT INTO note (uid, person_id, kind, date, origin, import_id, taken, made_at, updated_at, deleted_at, body)
		VALUES (?, ?, 'journal', ?, ?, ?, ?, ?, ?, ?, ?)`,
		newUID(), b.Person, b.Date, b.Origin, id, fingerprint(b), t.stamp(), t.stamp(), t.stamp(), b.Body)
	return err
}

// fingerprint tells whether a text is the one that was taken before. Whose it is may have been decided otherwise since.
func fingerprint(b notes.Brought) string {
	sum := sha256.Sum256([]byte(string(b.Date) + "\n" + b.Body))
	return hex.EncodeToString(sum[:16])
}

// Stand says how notes stand and keeps nothing.
func (j *Journal) Stand(brought []notes.Brought) ([]notes.Standing, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.c.closed() {
		return nil, notes.ErrClosed
	}
	stand := make([]notes.Standing, len(brought))
	for i, b := range brought {
		var err error
		if stand[i], err = j.c.standing(b); err != nil {
			return nil, err
		}
	}
	return stand, nil
}

// standing says how a note that is brought stands to the one with its origin that is part of the journal. The same text of the
// same person and day is the same note, wherever it was read.
func (c *conn) standing(b notes.Brought) (notes.Standing, error) {
	mark := fingerprint(b)
	var taken string
	var edited, trashed bool
	err := c.row(`SELECT n.taken, `+editedSince+`, n.deleted_at IS NOT NULL FROM note n INDEXED BY note_origin
		LEFT JOIN import m ON m.id = n.import_id
		WHERE n.origin = ? AND `+notHidden+" ORDER BY n.id DESC LIMIT 1", []any{b.Origin}, &taken, &edited, &trashed)
	switch {
	case errors.Is(err, notes.ErrNotFound):
	case err != nil:
		return 0, err
	case taken == mark && !trashed:
		return notes.BroughtSame, nil
	case trashed:
		return notes.BroughtDeleted, nil
	case edited:
		return notes.BroughtKept, nil
	default:
		return notes.BroughtChanged, nil
	}
	err = c.row(`SELECT n.id FROM note n INDEXED BY note_taken WHERE n.taken = ? AND n.taken <> '' AND n.person_id = ?
		AND n.deleted_at IS NULL LIMIT 1`,
		[]any{mark, b.Person}, new(int64))
	if errors.Is(err, notes.ErrNotFound) {
		return notes.BroughtNew, nil
	}
	return notes.BroughtSame, err
}

// editedSince is whether the manager changed a note n since its import m was taken: its text, its day, or whose it is.
const editedSince = "(n.rev > 1 OR m.done_at IS NULL OR n.updated_at > m.done_at)"

// DropImport takes away all of an import that wasn't taken.
func (j *Journal) DropImport(id notes.ImportID) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.write(func(t *tx) error {
		t.aside = true
		return t.dropImport(id)
	})
}

func (t *tx) dropImport(id notes.ImportID) error {
	// Other computers may have it. One that was never taken is known nowhere.
	for _, table := range []string{"note", "person", "import"} {
		of := "import_id"
		if table == "import" {
			of = "id"
		}
		gone := of + " = ?1"
		if table == "person" {
			gone += " AND deleted_at IS NOT NULL"
		}
		_, err := t.exec(`INSERT OR REPLACE INTO tombstone (uid, kind, at) SELECT r.uid, ?2, max(r.updated_at, m.undone_at)
			FROM `+table+` r, import m WHERE r.`+gone+" AND m.id = ?1 AND m.undone_at IS NOT NULL", id, table)
		if err != nil {
			return err
		}
	}
	for _, statement := range []string{
		"UPDATE note SET replaced_by = NULL WHERE replaced_by = ?1",
		"DELETE FROM verdict WHERE note_uid IN (SELECT uid FROM note WHERE import_id = ?1)",
		"DELETE FROM dismissal WHERE note_uid IN (SELECT uid FROM note WHERE import_id = ?1)",
		"DELETE FROM quiet_answer WHERE note_uid IN (SELECT uid FROM note WHERE import_id = ?1)",
		"DELETE FROM review_line WHERE note_uid IN (SELECT uid FROM note WHERE import_id = ?1)",
		"DELETE FROM note WHERE import_id = ?1",
		"DELETE FROM person WHERE import_id = ?1 AND deleted_at IS NOT NULL",
		"UPDATE person SET import_id = NULL WHERE import_id = ?1",
		"DELETE FROM import WHERE id = ?1",
	} {
		if _, err := t.exec(statement, id); err != nil {
			return err
		}
	}
	return nil
}

// dropUnseen takes away what was brought and never taken, since the program or the machine went down, and what was taken back
// when the journal was open last.
func (j *Journal) dropUnseen() error {
	ids, err := list(j.c, "SELECT id FROM import WHERE done_at IS NULL OR undone_at IS NOT NULL", nil, scalar[notes.ImportID])
	if err != nil || len(ids) == 0 {
		return err
	}
	err = j.write(func(t *tx) error {
		for _, id := range ids {
			if err := t.dropImport(id); err != nil {
				return err
			}
		}
		return nil
	})
	j.scrub = j.scrub || err == nil
	return err
}

// dropTakenBack takes away for good what was taken back, and could be shown again until now: what another computer changed of it since
// would be merged into what nobody sees.
func (t *tx) dropTakenBack() error {
	ids, err := list(t.conn, "SELECT id FROM import WHERE undone_at IS NOT NULL", nil, scalar[notes.ImportID])
	for _, id := range ids {
		if err == nil {
			err = t.dropImport(id)
		}
	}
	t.j.scrub = t.j.scrub || len(ids) > 0
	return err
}

// Imports are those that are part of the journal, the newest first.
func (j *Journal) Imports() ([]notes.Import, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return list(j.c, `SELECT m.id, m.program, m.source, m.done_at, count(n.id), coalesce(sum(`+editedSince+`), 0),
		(SELECT count(*) FROM person p WHERE p.import_id = m.id AND p.deleted_at IS NULL),
		(SELECT count(*) FROM note o WHERE o.replaced_by = m.id), coalesce(min(n.date), ''), coalesce(max(n.date), '')
		FROM import m LEFT JOIN note n ON n.import_id = m.id AND n.replaced_by IS NULL
		WHERE m.done_at IS NOT NULL AND m.undone_at IS NULL GROUP BY m.id ORDER BY m.done_at DESC, m.id DESC`, nil,
		func(s scanner) (m notes.Import, err error) {
			var at int64
			err = s.Scan(&m.ID, &m.Program, &m.Source, &at, &m.Notes, &m.Changed, &m.People, &m.Older, &m.From, &m.To)
			m.At = time.UnixMilli(at).UTC()
			return m, err
		})
}

// livesOn is whether a text of a person, after it, stands in a note that isn't history: it was brought forward.
const livesOn = `EXISTS (SELECT 1 FROM item k JOIN note kn ON kn.id = k.note_id
	WHERE kn.origin IS NULL AND kn.deleted_at IS NULL AND k.person_id = `

// WouldBeOpen are the lines of an import that would be open if it weren't history, and the boxes that are nobody's, newest first, at
// most so many. What was brought forward before isn't among them.
func (j *Journal) WouldBeOpen(id notes.ImportID, most int) ([]notes.Filed, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	var lines []notes.Filed
	err := j.c.each(fromFiled+`WHERE n.import_id = ? AND n.deleted_at IS NULL AND i.state = 'history'
		AND NOT `+livesOn+`i.person_id AND k.text = i.text COLLATE NOCASE)
		ORDER BY i.note_date DESC, i.note_id DESC, i.line, i.person_id`, []any{id}, func(s scanner) (bool, error) {
		f, err := scanFiled(s)
		if err != nil {
			return false, err
		}
		as := f.Item
		as.State = notes.Open
		if n := len(lines); as.Pending() && (n == 0 || lines[n-1].Note != f.Note || lines[n-1].Line != f.Line) {
			lines = append(lines, f)
		}
		return len(lines) < most, nil
	})
	if err != nil {
		return nil, err
	}
	boxes, err := j.openBoxes(id, most)
	if err != nil {
		return nil, err
	}
	lines = append(lines, boxes...)
	slices.SortStableFunc(lines, func(a, b notes.Filed) int {
		return cmp.Or(cmp.Compare(b.NoteDate, a.NoteDate), cmp.Compare(b.Note, a.Note), cmp.Compare(a.Line, b.Line))
	})
	return lines[:min(len(lines), most)], nil
}

// mostSince is how many of the lines and goals written last are looked at for what was brought forward.
const mostSince = 100

// BroughtForward reports whether something that an import brought was written into a note of the journal's own since, or became a goal.
func (j *Journal) BroughtForward(id notes.ImportID) (is bool, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	type written struct {
		who  notes.PersonID
		said string
	}
	var since []written
	for _, query := range []string{
		`SELECT k.person_id, k.text FROM note n CROSS JOIN item k ON k.note_id = n.id WHERE n.origin IS NULL AND n.deleted_at IS NULL
			AND n.updated_at >= (SELECT done_at FROM import WHERE id = ?) ORDER BY n.updated_at DESC LIMIT ?`,
		`SELECT person_id, title FROM goal WHERE deleted_at IS NULL AND updated_at >= (SELECT done_at FROM import WHERE id = ?)
			ORDER BY updated_at DESC LIMIT ?`,
	} {
		some, err := list(j.c, query, []any{id, mostSince}, func(s scanner) (w written, err error) {
			err = s.Scan(&w.who, &w.said)
			return w, err
		})
		if err != nil {
			return false, err
		}
		since = append(since, some...)
	}
	for _, w := range since {
		// By person, of whom there are few notes: the texts of a whole import would be read for each line.
		err := j.c.row(`SELECT EXISTS (SELECT 1 FROM note WHERE person_id = ? AND +import_id = ? AND deleted_at IS NULL
			AND instr(lower(body), lower(?)) > 0)`, []any{w.who, id, w.said}, &is)
		if err != nil || is {
			return is, err
		}
	}
	return false, nil
}

// openBoxes are the empty boxes of an import that are nobody's, newest first, at most so many.
func (j *Journal) openBoxes(id notes.ImportID, most int) (boxes []notes.Filed, err error) {
	ids, err := list(j.c, `SELECT id FROM note WHERE import_id = ? AND deleted_at IS NULL
		AND (body LIKE '%[ ]%' OR body LIKE '%[]%' OR body LIKE '%☐%') ORDER BY date DESC, id DESC`, []any{id}, scalar[notes.NoteID])
	for _, note := range ids {
		if err != nil || len(boxes) >= most {
			break
		}
		boxes, err = j.boxesOf(note, boxes)
	}
	return boxes, err
}

// boxesOf adds to boxes those of a note that weren't brought forward.
func (j *Journal) boxesOf(id notes.NoteID, boxes []notes.Filed) ([]notes.Filed, error) {
	r, err := j.c.record(id)
	if err != nil {
		return nil, err
	}
	in, err := j.context(&r)
	if err != nil {
		return nil, err
	}
	for _, it := range notes.OpenBoxes(r.Body, in) {
		var before bool
		if err := j.c.row("SELECT "+livesOn+"? AND k.text = ? COLLATE NOCASE)", []any{r.Person, it.Text}, &before); err != nil {
			return nil, err
		}
		if !before {
			boxes = append(boxes, notes.Filed{
				Item: it, Person: r.Person, Note: r.ID, NoteUID: r.UID, NoteDate: r.Date, NoteKind: r.Kind, NotePerson: r.Person,
			})
		}
	}
	return boxes, nil
}

var errImportChanged = notes.Invalid{Why: voice.T("This import has changed in the meantime. Check the list of imports and try again.")}
