package storage

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"handback/notes"
	"handback/storage/sealed"
)

// SalvageProtected is Salvage for a protected journal: of a damaged log it reads what stands before the damage, and the new journal is
// protected by the same key.
func SalvageProtected(path string, secret notes.Secret, now func() time.Time) (notes.Salvaged, error) {
	folder, k, err := keyFor(path, secret)
	if err != nil {
		return notes.Salvaged{}, err
	}
	defer k.Wipe()
	j := &Journal{path: folder, now: now, key: k, clean: func() error { return nil }}
	if err := j.takeFolder(); err != nil {
		return notes.Salvaged{}, errors.Join(explain(folder, err), j.close())
	}
	s := salvage{now: now, to: salvagedName(folder, notes.DateOf(now()))}
	j.vault, err = sealed.Open(folder, k, sealed.Options{ReadOnly: true, Anyway: true})
	if err == nil {
		err = s.runVault(j.vault, folder, k)
	}
	return s.report, errors.Join(explainSalvage(folder, explainVault(folder, err)), j.close())
}

// saveReadable is SaveReadable for a protected journal that is open.
func (j *Journal) saveReadable(s *salvage) error {
	j.mu.Lock()
	vault, path, k := j.vault, j.path, j.key
	j.mu.Unlock()
	if vault == nil {
		return notes.ErrClosed
	}
	return s.runVault(vault, path, k)
}

func (s *salvage) runVault(damaged *sealed.Store, folder string, k *sealed.Key) (err error) {
	m := protectedToRead(damaged)
	m.pragmas = append(m.pragmas[:len(m.pragmas):len(m.pragmas)], "PRAGMA cell_size_check = OFF")
	if s.from, err = openConn(m); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.from.close()) }()
	if err := s.from.row("PRAGMA user_version", nil, &s.schema); err != nil {
		return err
	}
	steps, err := migrations()
	if err != nil {
		return err
	}
	if s.schema < 1 || s.schema > len(steps) {
		return notes.ErrDamaged
	}
	s.report.Path = s.to
	var damage *sealed.DamageError
	if errors.As(damaged.Damage(), &damage) {
		s.report.Behind = damage.Behind
	}
	return makeProtected(s.to, folder, k, s.now, s.fill)
}

// makeProtected makes a protected journal at path with the key of the one in a folder, and lets fill write into it. What is only half
// filled is never found at path.
func makeProtected(path, like string, k *sealed.Key, now func() time.Time, fill func(*Journal) error) error {
	making := path + ".making"
	if err := RemoveAll(making); err != nil {
		return err
	}
	if err := mkdirPrivate(making); err != nil {
		return err
	}
	err := copyKey(like, making)
	if err == nil {
		err = fillProtected(making, k, now, fill)
	}
	if err == nil {
		err = os.Rename(making, path)
	}
	if err != nil {
		return errors.Join(err, RemoveAll(making))
	}
	return syncFolder(filepath.Dir(path))
}

func fillProtected(folder string, k *sealed.Key, now func() time.Time, fill func(*Journal) error) (err error) {
	made := &Journal{path: folder, now: now, clean: func() error { return nil }}
	if made.vault, err = sealed.Create(folder, k, newPageSize, sealed.Options{}); err != nil {
		return err
	}
	made.mode = protected(made.vault)
	made.mode.pragmas = append([]string{"PRAGMA page_size = 8192", "PRAGMA auto_vacuum = INCREMENTAL"}, made.mode.pragmas...)
	if made.c, err = openConn(made.mode); err != nil {
		return errors.Join(err, made.close())
	}
	made.c.clock = now
	if err = made.begin(); err == nil {
		err = fill(made)
	}
	if err == nil {
		err = made.Idle()
	}
	if err == nil {
		err = translate(made.vault.Checkpoint(nil))
	}
	return errors.Join(err, made.close())
}

// newPageSize is the size of a page of a new journal.
const newPageSize = 8192
