package storage

import (
	"errors"
	"maps"
	"time"

	"handback/notes"
)

// tx is one transaction: the connection while it writes, the moment at which it does, and how to take it back.
type tx struct {
	*conn
	j        *Journal
	now      time.Time
	written  map[notes.NoteID]written
	undo     []any // LineEdit or Row, each taking back what was done, in the order of doing
	applied  notes.Applied
	aside    bool         // nothing is written that facts are read from
	later    bool         // the search index is left as it is: see fallBehind
	fell     notes.NoteID // the note that it fell behind of, 0 for none
	caughtUp bool         // it is behind of none
	// namesStay says that names are not given anew: see checkNames
	namesStay bool
}

// write runs do in a transaction, commits, and returns the error of the commit too: where it returns one, nothing has changed and
// the same write may be tried again. To do, the search index says what the notes say.
func (j *Journal) write(do func(*tx) error) error {
	return j.transact(func(t *tx) error {
		if err := t.catchUp(); err != nil {
			return err
		}
		return do(t)
	})
}

// transact is the one place that begins and commits: a write to which the search index may be behind.
func (j *Journal) transact(do func(*tx) error) error {
	if j.c.closed() {
		return notes.ErrClosed
	}
	if why, is := j.readOnly(); is {
		return say(notes.ErrReadOnly, nil, why)
	}
	if err := j.inPlace(); err != nil {
		return err
	}
	if err := j.claimLog(); err != nil {
		return err
	}
	if j.c.inTransaction() { // taking the one before back has failed
		if _, err := j.c.exec("ROLLBACK"); err != nil {
			return err
		}
	}
	if _, err := j.c.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	t := &tx{conn: j.c, j: j, now: j.now()}
	err := do(t)
	if !t.aside {
		j.forgetFacts()
	}
	if err != nil {
		return j.rollback(err)
	}
	if err := j.mode.commit(j.commit); err != nil {
		return j.rollback(translate(err))
	}
	if t.written != nil && j.written == nil {
		j.written = map[notes.NoteID]written{}
	}
	maps.Copy(j.written, t.written)
	j.behind.after(t)
	j.snapshotIfLong()
	return nil
}

func (j *Journal) commit() error {
	_, err := j.c.exec("COMMIT")
	return err
}

// rollback gives back the state before the transaction and returns why it failed. SQLite ends a transaction by itself
// after some errors (a full disk); then there is nothing to roll back, which is no error.
func (j *Journal) rollback(why error) error {
	j.names, j.earlier = nil, nil
	if j.c.inTransaction() {
		if _, err := j.c.exec("ROLLBACK"); err != nil {
			return errors.Join(why, err)
		}
	}
	return why
}

// stamp is the time of the transaction as it stands in rows.
func (t *tx) stamp() int64 { return t.now.UnixMilli() }

// today is the manager's day of the transaction.
func (t *tx) today() notes.Date { return notes.DateOf(t.now) }

// back notes what takes back the write that was just done.
func (t *tx) back(op any) { t.undo = append(t.undo, op) }
