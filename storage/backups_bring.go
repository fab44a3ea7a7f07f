package storage

import (
	"errors"
	"slices"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/voice"
)

// textWas gives a note the text back that it had.
type textWas struct {
	notes.Row // it is one, for this package alone
	note      notes.NoteID
	body      string
}

func (t *tx) putTextBack(w textWas) error {
	r, err := t.record(w.note)
	if err != nil {
		return err
	}
	return t.replaceText(&r, w.body)
}

// replaceText gives a note another text; the one that it has is kept among its versions.
func (t *tx) replaceText(r *record, body string) error {
	if r.Body == body {
		return nil
	}
	was := r.Body
	if err := t.keepText(r); err != nil {
		return err
	}
	if err := t.setBody(r, body); err != nil {
		return err
	}
	t.applied.Revs[r.ID] = r.Rev
	t.back(textWas{note: r.ID, body: was})
	return nil
}

// bringBack brings a note or a person back from a backup, and returns the id of which.
func (t *tx) bringBack(b notes.BringBack) (id int64, err error) {
	from, err := OpenBackup(b.Backup, b.Secret, t.j.now)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	m := &merger{tx: t, j: t.j, inOne: true, settling: true}
	if err := m.setUp(); err != nil {
		return 0, err
	}
	br := &bringer{merger: m, from: from.c}
	if b.Note != "" {
		id, err = br.note(b.Note)
	} else {
		id, err = br.person(b.Person)
	}
	if err != nil {
		return 0, err
	}
	if err := m.findWaiting(); err != nil {
		return 0, err
	}
	return id, m.readAgain()
}

// bringer brings rows of a backup into the journal.
type bringer struct {
	*merger
	from *conn // of the backup
	anew bool  // the person was missing too: all of it goes to the trash with them
}

var notInBackup = notes.Invalid{Why: voice.T("It isn't in this backup. Choose another backup.")}

// note brings back a note, with its person where they are gone.
func (b *bringer) note(uid string) (int64, error) {
	var there, whose int64
	var person, body string
	err := b.from.row(`SELECT n.id, n.body, p.id, p.uid FROM note n JOIN person p ON p.id = n.person_id
		WHERE n.uid = ? AND n.deleted_at IS NULL`, []any{uid}, &there, &body, &whose, &person)
	if errors.Is(err, notes.ErrNotFound) {
		return 0, notInBackup
	}
	if err != nil {
		return 0, err
	}
	if err := b.somebody(person, whose); err != nil {
		return 0, err
	}
	id, err := b.idOf(archive.Notes, uid)
	if err != nil {
		return 0, err
	}
	if id == 0 {
		if err := b.rows(archive.Notes, "id = ?", there); err != nil {
			return 0, err
		}
		if id, err = b.idOf(archive.Notes, uid); err != nil {
			return 0, err
		}
		return id, b.hanging(notes.KindNote, there)
	}
	if err := b.outOfTrash(notes.KindNote, id); err != nil {
		return 0, err
	}
	r, err := b.record(notes.NoteID(id))
	if err != nil {
		return 0, err
	}
	return id, b.replaceText(&r, body)
}

// somebody sees to it that a person of the backup is there.
func (b *bringer) somebody(uid string, there int64) error {
	id, err := b.idOf("person", uid)
	if err != nil {
		return err
	}
	if id != 0 {
		return b.outOfTrash(notes.KindPerson, id)
	}
	if me, err := b.isMe(there); err != nil || me {
		return err
	}
	if err := b.rows("person", "id = ?", there); err != nil {
		return err
	}
	if err := b.rows("alias", "person_id = ?", there); err != nil {
		return err
	}
	if id, err = b.idOf("person", uid); err != nil {
		return err
	}
	b.j.names, b.anew = nil, true
	b.back(notes.Delete{Kind: notes.KindPerson, ID: id})
	p, err := b.tx.person(notes.PersonID(id))
	if err != nil {
		return err
	}
	return b.checkNames(&p)
}

// isMe reports whether a person of the backup is the manager, whom every journal has.
func (b *bringer) isMe(there int64) (bool, error) {
	var kind, uid string
	if err := b.from.row("SELECT kind, uid FROM person WHERE id = ?", []any{there}, &kind, &uid); err != nil || kind != string(notes.KindMe) {
		return false, err
	}
	mine, err := one(b.conn, "SELECT id FROM person WHERE kind = 'me'", scalar[int64])
	b.standsFor("person", uid, mine)
	return true, err
}

// person brings back a person with all that is theirs and is missing.
func (b *bringer) person(uid string) (int64, error) {
	there, err := one(b.from, "SELECT id FROM person WHERE uid = ? AND deleted_at IS NULL", scalar[int64], uid)
	if errors.Is(err, notes.ErrNotFound) {
		return 0, notInBackup
	}
	if err != nil {
		return 0, err
	}
	if err := b.somebody(uid, there); err != nil {
		return 0, err
	}
	if err := b.hanging(notes.KindPerson, there); err != nil {
		return 0, err
	}
	return b.idOf("person", uid)
}

// outOfTrash brings back what lies in the trash.
func (b *bringer) outOfTrash(kind notes.Kind, id int64) error {
	err := b.restore(notes.Restore{Kind: kind, ID: id})
	if errors.Is(err, notes.ErrNotFound) {
		return nil // it doesn't
	}
	return err
}

// hanging brings back what belongs to a thing of the backup and is missing, what others refer to first.
func (b *bringer) hanging(kind notes.Kind, there int64) error {
	for _, at := range b.tables {
		for _, h := range hangsOn[kind] {
			if h.table != at.name {
				continue
			}
			if err := b.rows(h.table, h.where, there); err != nil {
				return err
			}
		}
	}
	return nil
}

// kindOfTable are the kinds of things that come back with a person, and go to the trash by themselves.
var kindOfTable = map[string]notes.Kind{
	"note": notes.KindNote, "goal": notes.KindGoal, "area": notes.KindArea, "stepping_in": notes.KindStepIn,
	"expectation": notes.KindExpectation,
}

// rows brings back the rows of a table that are missing. Table and condition are constants of this package.
func (b *bringer) rows(table, where string, there int64) error {
	of, err := b.from.arcTables()
	if err != nil {
		return err
	}
	at := slices.IndexFunc(of, func(t *arcTable) bool { return t.name == table })
	if at < 0 {
		return nil // a table whose rows are no ones of their own
	}
	theirs := of[at]
	b.at = b.tableOf(table)
	rows, err := list(b.from, theirs.query+" WHERE r.id IN (SELECT id FROM "+table+" WHERE "+where+") ORDER BY r.id", []any{there},
		theirs.scanValues)
	if err != nil {
		return err
	}
	for _, values := range rows {
		if err := b.bring(values); err != nil {
			return err
		}
	}
	return nil
}

// bring brings back a row, where it is missing or lies in the trash.
func (b *bringer) bring(values []any) error {
	uid := b.at.text(values, "uid")
	kind, whole := kindOfTable[b.at.name]
	if id, err := b.idOf(b.at.name, uid); err != nil || id != 0 {
		if err == nil && whole && b.at.value(values, "deleted_at") == nil {
			err = b.outOfTrash(kind, id)
		}
		return err
	}
	if b.at.value(values, "deleted_at") != nil {
		return nil // it was in the trash
	}
	if b.at.name == "revision" { // what a note said is in no way newer than the note
		return b.plain(values)
	}
	if _, err := b.exec("DELETE FROM tombstone WHERE uid = ?", uid); err != nil {
		return err
	}
	b.at.set(values, "import_id", nil) // that import may have been taken back
	if _, dated := b.at.column("updated_at"); dated {
		b.at.set(values, "updated_at", max(b.stamp(), b.at.int(values, "updated_at")+1)) // newer than its deletion, elsewhere too
	}
	if err := b.plain(values); err != nil {
		return err
	}
	id, err := b.idOf(b.at.name, uid)
	if err == nil && whole && id != 0 && !b.anew {
		b.back(notes.Delete{Kind: kind, ID: id})
	}
	return err
}

// plain merges a row, which nothing but its values says.
func (b *bringer) plain(values []any) error {
	return b.merge(&archive.Row{File: b.at.name, Line: 1}, values)
}
