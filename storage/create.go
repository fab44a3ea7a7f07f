package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"

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
	if err := removeWithLogs(fresh); err != nil { // of a try, or of a restore, that was broken off
		return err
	}
	f, err := os.OpenFile(fresh, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Close(), j.fill(fresh)); err != nil {
		return errors.Join(err, os.Remove(fresh))
	}
	if err := j.setLogAside(); err != nil {
		return errors.Join(err, os.Remove(fresh))
	}
	if err := os.Rename(fresh, j.path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(j.path))
}

// setLogAside gives another name to a log that lies where a new journal is made: it belongs to a file that is gone from there,
// and SQLite would take what is in it into the new one. It may hold what that file lacks, so it is kept.
func (j *Journal) setLogAside() error {
	for _, end := range []string{"-wal", "-journal"} {
		log := j.path + end
		st, err := os.Lstat(log)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		if st.Size() == 0 {
			if err := os.Remove(log); err != nil {
				return err
			}
			continue
		}
		aside := freeName(log + earlierMark)
		if err := os.Rename(log, aside); err != nil {
			return err
		}
		j.setAside = aside
	}
	if err := os.Remove(j.path + "-shm"); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// freeName is a name that nothing has, path itself where that is one.
func freeName(path string) string {
	name := path
	for n := 2; exists(name); n++ {
		name = path + "-" + strconv.Itoa(n)
	}
	return name
}

// SetAside is where the log of an earlier journal was put that lay where this one was made; "" where there was none.
func (j *Journal) SetAside() string { return j.setAside }

// fill writes the schema and the manager into an empty file.
func (j *Journal) fill(path string) (err error) {
	made := &Journal{path: path, now: j.now, mode: unwritten(path), clean: func() error { return nil }}
	if made.c, err = openConn(made.mode); err != nil {
		return err
	}
	if err = made.begin(); err == nil {
		err = made.empty()
	}
	return errors.Join(err, made.close())
}

// begin writes the schema and the manager into a database in which nothing is.
func (j *Journal) begin() error {
	steps, err := migrations()
	if err == nil {
		err = j.makeSchema(steps)
	}
	if err != nil {
		return err
	}
	return j.write(func(t *tx) error {
		if _, err := t.exec("UPDATE own_log SET origin = ?", noLog); err != nil {
			return err
		}
		_, err := t.insertPerson(notes.Person{Kind: notes.KindMe, Name: notes.NameOfMe, State: notes.StateHere, Since: t.today()})
		return err
	})
}
