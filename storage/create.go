package storage

import (
	"errors"
	"os"
	"path/filepath"

	"handback/notes"
)

// create makes a new journal where there is none. It is made beside its place, for the user alone from its first byte,
// and put there when it is whole, so that a process that dies leaves no half of a journal.
func (j *Journal) create() error {
	if exists(j.path) {
		return nil
	}
	if j.why != "" {
		return notes.ErrReadOnly
	}
	fresh := j.path + ".new"
	if err := os.Remove(fresh); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(fresh, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Close(), j.fill(fresh)); err != nil {
		return errors.Join(err, os.Remove(fresh))
	}
	if err := os.Rename(fresh, j.path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(j.path))
}

// fill writes the schema and the manager into an empty file.
func (j *Journal) fill(path string) (err error) {
	made := &Journal{path: path, now: j.now, mode: unwritten(path), clean: func() error { return nil }}
	if made.c, err = openConn(made.mode); err != nil {
		return err
	}
	steps, err := migrations()
	if err == nil {
		err = made.migrate(0, steps)
	}
	if err == nil {
		err = made.write(func(t *tx) error {
			_, err := t.insertPerson(notes.Person{Kind: notes.KindMe, Name: notes.NameOfMe, State: notes.StateHere, Since: t.today()})
			return err
		})
	}
	if err == nil {
		err = made.empty()
	}
	return errors.Join(err, made.close())
}
