package storage

import (
	"errors"
	"os"
	"path/filepath"

	"handback/notes"
	"handback/notes/voice"
)

// SaveCopy writes the whole journal, as it is now, to a new file at path, and returns where that is: path itself, or the
// file in the folder that path names. It copies what is open, wherever its file went meanwhile. A file that is there
// already is never replaced.
func (j *Journal) SaveCopy(path string) (string, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.c.closed() {
		return "", notes.ErrClosed
	}
	return j.saveCopy(path)
}

func (j *Journal) saveCopy(path string) (string, error) {
	to, err := place(path, true)
	if err != nil {
		return "", err
	}
	if err := notReserved(to, j.path); err != nil {
		return "", err
	}
	if exists(to) || exists(to+"-wal") && !j.isOwnLog(to+"-wal") {
		return "", notes.Invalid{
			Field: "Where",
			Why:   voice.T("There's already a file with that name. Choose another name so nothing gets replaced."),
		}
	}
	if err := j.copyTo(to); err != nil {
		return "", explainCopy(to, err)
	}
	return to, nil
}

// isOwnLog reports whether path is the log of the open file, which stays behind where only the file is moved away.
func (j *Journal) isOwnLog(path string) bool {
	there, err := os.Stat(path)
	return err == nil && j.held.log != nil && os.SameFile(there, j.held.log)
}

// GoOnIn writes a copy as SaveCopy does and goes on in it: it is the journal from then on. It is for a journal whose file
// is no longer in its place. Where it returns an error, everything is as it was.
func (j *Journal) GoOnIn(path string) (string, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.c.closed() {
		return "", notes.ErrClosed
	}
	to, err := j.saveCopy(path)
	if err != nil {
		return "", err
	}
	for _, end := range []string{"-wal", "-shm"} { // the old file's, whose connection goes on with them by their handles
		if err := os.Remove(to + end); err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", explainCopy(to, err)
		}
	}
	next := &Journal{path: to, now: j.now, key: j.key, clean: func() error { return nil }}
	keepsLock := to == j.path && j.vault == nil // that of a protected one lies in its folder
	if keepsLock {
		next.lock, j.lock = j.lock, nil
	}
	if err := next.open(false); err != nil {
		if keepsLock {
			next.lock, j.lock = nil, next.lock
		}
		return "", errors.Join(explain(to, err), next.close())
	}
	// What the old file's connection says at its end changes nothing: all of it is in the copy.
	_ = j.close()
	j.c, j.mode, j.path, j.lock, j.held, j.why, j.clean = next.c, next.mode, next.path, next.lock, next.held, next.why, next.clean
	j.vault = next.vault
	j.claimed, j.found = next.claimed, append(j.found, next.found...)
	j.names, j.frequent, j.vocabulary, j.taken, j.mayWait, j.noneWaits = nil, frequent{}, nil, nil, true, false
	return to, nil
}

// copyTo writes what is in the open journal to a file at path, for the user alone. The file is found there whole or not
// at all; one that was there is replaced.
func (j *Journal) copyTo(path string) (err error) {
	if j.vault != nil {
		return j.copyVault(path)
	}
	fresh := path + ".new"
	if err := os.Remove(fresh); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(fresh, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Close(), j.c.copyInto(copied(fresh)), syncFile(fresh)); err != nil {
		return errors.Join(err, os.Remove(fresh))
	}
	if err := os.Rename(fresh, path); err != nil {
		return errors.Join(err, os.Remove(fresh))
	}
	return syncFolder(filepath.Dir(path))
}

// copyInto copies every page, those that stand in the log alone too, into the empty file of a mode.
func (c *conn) copyInto(m mode) (err error) {
	to, err := openConn(m)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, translate(to.close())) }()
	b, err := to.one.Backup("main", c.one, "main")
	if err != nil {
		return translate(err)
	}
	done, err := b.Step(-1)
	if err == nil && !done {
		err = notes.ErrInUse
	}
	return translate(errors.Join(err, b.Finish()))
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// explainCopy says in a sentence why no copy could be written.
func explainCopy(path string, err error) error {
	err = translate(err)
	folder := filepath.Dir(path)
	switch {
	case errors.Is(err, notes.ErrFull):
		return say(
			notes.ErrFull,
			err,
			voice.T("There's no space left on the disk with {folder}. Choose another disk, or free up some space.", "folder", folder),
		)
	case errors.Is(err, notes.ErrNoAccess), errors.Is(err, notes.ErrReadOnly):
		return say(
			notes.ErrNoAccess,
			err,
			voice.T("You don't have permission to save in {folder}. Choose another folder.", "folder", folder),
		)
	}
	return explain(path, err)
}
