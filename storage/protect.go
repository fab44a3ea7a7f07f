package storage

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"handback/notes"
	"handback/notes/voice"
	"handback/storage/sealed"
)

// A journal changes its form beside its place. When the new one was read back, what it was is set aside, the new one gets its place,
// and what was set aside goes. A process that dies leaves the old one or the new one there, or neither for the moment between two
// names, and then the next opening brings back the old one.
const (
	changingEnd = ".changing" // the new form, while it is made
	beforeEnd   = ".before"   // the old one, until the new one is in its place
)

// changeDisk is where a journal changes its form; a test ends the process at any call.
var changeDisk = sealed.System

// settle brings back a journal whose change of form ended between two names, and ends a restore that was broken off.
func settle(path string) error {
	if err := settleRestore(path); err != nil {
		return err
	}
	before := path + beforeEnd
	if exists(path) || !exists(before) {
		return nil
	}
	held, err := lock(path + ".lock")
	if err != nil {
		return explain(path, err)
	}
	defer held.Close() //nolint:errcheck // nothing was written to it
	if exists(path) {
		return nil
	}
	if err := os.Rename(before, path); err != nil {
		return explain(path, err)
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return explain(path, err)
	}
	return nil
}

// dropBefore deletes what an earlier change of form, or a restore, left beside a journal that is open. What can't be deleted is tried
// again at the next start.
func (j *Journal) dropBefore() {
	for _, end := range []string{changingEnd, beforeEnd, ".new"} {
		_ = removeWithLogs(j.path + end)
	}
}

// removeWithLogs deletes a file, or a folder, and what SQLite may have left beside it: with another file of that name it would take
// in what stands there.
func removeWithLogs(path string) error {
	var errs []error
	for _, end := range []string{"", "-wal", "-shm", "-journal"} {
		if exists(path + end) {
			errs = append(errs, removeWhole(path+end))
		}
	}
	return errors.Join(errs...)
}

// removeWhole deletes a file, or a folder with what is in it. Files are written over first, as far as their disk does that in place.
func removeWhole(path string) error {
	err := filepath.WalkDir(path, func(name string, e os.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			_ = overwrite(name) // it is deleted all the same
		}
		return nil //nolint:nilerr // what can't be read is told by its deletion
	})
	return errors.Join(err, RemoveAll(path))
}

// Exists reports whether a journal, or anything else, is at path.
func Exists(path string) bool {
	if settle(path) != nil {
		return true // it is there, and opening says what is wrong
	}
	return exists(path)
}

// Protect turns the closed plain journal at path into a protected one in its place. writeKey writes the files of the key into its
// folder. Nothing of the plain one goes before the protected one was read back; where it returns an error, the plain one is there as it
// was, and nothing else. An error of progress, which may be nil, ends it; it says no more than that where it is context.Canceled. It
// returns the plain copies that are still beside it.
func Protect(path string, k *sealed.Key, writeKey func(folder string) error, now func() time.Time,
	progress func(done, of int64) error,
) (left []string, err error) {
	j, err := openToChange(path, Options{Now: now})
	if err != nil {
		return nil, err
	}
	if j.vault != nil {
		return nil, errors.Join(notes.Invalid{Field: "Protect", Why: voice.T("This journal is protected already.")}, j.Close())
	}
	fresh := j.path + changingEnd
	err = j.seal(fresh, k, writeKey, progress)
	if err == nil {
		err = j.change(fresh)
	}
	if err != nil {
		_ = removeWhole(fresh) // it is sealed, and goes with the next opening
	}
	path = j.path
	if err = errors.Join(explainChange(path, err), j.close()); err != nil {
		return nil, err
	}
	if err := removed(path + ".lock"); err != nil {
		return nil, err
	}
	return PlainCopies(path)
}

// openToChange opens a journal that is to change its form: by it, an older one is brought to the present schema, and a damaged one
// found.
func openToChange(path string, opt Options) (*Journal, error) {
	j, err := Open(path, opt)
	if err != nil {
		return nil, err
	}
	if why, is := j.readOnly(); is {
		return nil, errors.Join(say(notes.ErrReadOnly, nil, why), j.Close())
	}
	if err := j.tidy(); err != nil {
		return nil, errors.Join(explainChange(path, err), j.Close())
	}
	return j, nil
}

func explainChange(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.Canceled):
		return context.Canceled
	}
	return explain(path, err)
}

// PlainCopies are the copies beside the protected journal at path that anybody can read; its backups are one of them, by their
// folder. ForgetCopies deletes them.
func PlainCopies(path string) (left []string, err error) {
	copies, err := (&Journal{path: path}).Copies()
	for _, c := range copies {
		if !IsProtected(c) {
			left = append(left, c)
		}
	}
	if before := path + beforeEnd; exists(before) {
		left = append(left, before)
	}
	plain, unread := plainBackupsIn(BackupsFolder(path))
	if len(plain) > 0 {
		left = append(left, BackupsFolder(path))
	}
	return left, errors.Join(err, unread)
}

// seal writes the open plain journal, of which nothing stands in a log, to a folder, and reads it back.
func (j *Journal) seal(folder string, k *sealed.Key, writeKey func(string) error, progress func(done, of int64) error) error {
	if err := removeWhole(folder); err != nil {
		return err
	}
	if err := mkdirPrivate(folder); err != nil {
		return err
	}
	if err := writeKey(folder); err != nil {
		return err
	}
	var head [headerSize]byte
	if _, err := j.held.own.ReadAt(head[:], 0); err != nil {
		return err
	}
	pageSize := int(binary.BigEndian.Uint16(head[atPageSize:]))
	if pageSize == 1 {
		pageSize = 1 << 16
	}
	pages := int64(binary.BigEndian.Uint32(head[atPages:]))
	read := func(to []byte, at int64) error {
		if _, err := io.ReadFull(io.NewSectionReader(j.held.own, at, int64(len(to))), to); err != nil {
			return err
		}
		if at == 0 {
			withoutLog(to)
		}
		return nil
	}
	if err := sealed.FillOn(changeDisk, folder, k, pageSize, pages, read, progress); err != nil {
		return err
	}
	return errors.Join(j.sameAs(folder, k), syncFolder(filepath.Dir(folder)))
}

// atFormats are the two bytes of a database's beginning that say whether it has a log.
const atFormats = 18

// withoutLog has the beginning of a database say that it keeps no log.
func withoutLog(head []byte) { head[atFormats], head[atFormats+1] = 1, 1 }

// sameAs opens the protected journal in a folder and compares what is in it with the open one.
func (j *Journal) sameAs(folder string, k *sealed.Key) (err error) {
	s, err := sealed.Open(folder, k, sealed.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	c, err := openConn(protected(s))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, translate(c.close())) }()
	return j.c.sameAs(c)
}

// sameAs compares what says most of a database, and looks whether the other one is whole.
func (c *conn) sameAs(other *conn) error {
	counts := []string{"SELECT count(*) || ' ' || coalesce(sum(length(body)), 0) || ' ' || coalesce(sum(rev), 0) FROM note"}
	for _, table := range []string{"person", "revision", "goal", "item", "sqlite_schema"} {
		counts = append(counts, "SELECT count(*) || '' FROM "+table)
	}
	for _, q := range counts {
		is, err := one(c, q, scalar[string])
		if err != nil {
			return err
		}
		became, err := one(other, q, scalar[string])
		if err != nil {
			return err
		}
		if is != became {
			return notes.ErrDamaged
		}
	}
	said, err := one(other, "PRAGMA quick_check(1)", scalar[string])
	if err == nil && said != "ok" {
		err = notes.ErrDamaged
	}
	return err
}

// change closes all of an open journal but its lock, and gives its new form its place.
func (j *Journal) change(fresh string) error {
	err := errors.Join(j.c.close(), j.held.letGo())
	if j.vault != nil {
		err = errors.Join(err, j.vault.Close())
		j.vault = nil
		if runtime.GOOS == "windows" && err == nil { // where a folder in which a file is open can't be renamed
			err = j.lock.Close()
			j.lock = nil
		}
	}
	if err != nil {
		return err
	}
	folder, before := filepath.Dir(j.path), j.path+beforeEnd
	if err := removeWhole(before); err != nil {
		return err
	}
	if err := changeDisk.Rename(j.path, before); err != nil {
		return err
	}
	if err := changeDisk.SyncFolder(folder); err != nil {
		return errors.Join(err, os.Rename(before, j.path))
	}
	if err := changeDisk.Rename(fresh, j.path); err != nil {
		return errors.Join(err, os.Rename(before, j.path))
	}
	if err := changeDisk.SyncFolder(folder); err != nil {
		return errors.Join(err, os.Rename(j.path, fresh), os.Rename(before, j.path))
	}
	for _, gone := range []string{before, j.path + "-wal", j.path + "-shm"} {
		if exists(gone) {
			_ = removeWhole(gone) // what is left of it is told, and goes with the next opening
		}
	}
	_ = changeDisk.SyncFolder(folder) // as above
	return nil
}

// Unprotect turns the closed protected journal at path back into a plain one in its place. Where it returns an error, the protected
// one is there as it was, and nothing else; progress is as in Protect.
func Unprotect(path string, k *sealed.Key, now func() time.Time, progress func(done, of int64) error) error {
	j, err := openToChange(path, Options{Now: now, Key: k})
	if err != nil {
		return err
	}
	path = j.path
	if j.vault == nil {
		return errors.Join(notes.Invalid{Field: "Protect", Why: voice.T("This journal isn't protected.")}, j.Close())
	}
	beside, err := lock(path + ".lock")
	if err != nil {
		return errors.Join(explainChange(path, err), j.Close())
	}
	fresh := path + changingEnd
	err = errors.Join(removeWithLogs(fresh), j.fileWholeInbox(k)) // the inbox goes with the folder
	if err == nil {
		err = j.unseal(fresh, progress)
	}
	if err == nil {
		err = j.change(fresh)
	}
	if err != nil {
		_ = removeWithLogs(fresh)
	}
	return errors.Join(explainChange(path, err), j.close(), beside.Close())
}

// unseal writes the open protected journal to a plain file, and reads it back.
func (j *Journal) unseal(path string, progress func(done, of int64) error) (err error) {
	if err := removeWhole(path); err != nil {
		return err
	}
	length, read, done := j.vault.Pages()
	defer func() { err = errors.Join(err, done()) }()
	f, err := changeDisk.Create(path)
	if err != nil {
		return err
	}
	if err := errors.Join(pour(f, length, read, progress), f.Close()); err != nil {
		return err
	}
	plain, err := openConn(writable(path))
	if err != nil {
		return err
	}
	if err := errors.Join(j.c.sameAs(plain), translate(plain.close())); err != nil {
		return err
	}
	return errors.Join(syncFile(path), syncFolder(filepath.Dir(path)))
}

// pour writes so much to a file, and holds what it says then against it.
func pour(f sealed.File, length int64, read func(to []byte, at int64) error, progress func(done, of int64) error) error {
	wrote, found := sha256.New(), sha256.New()
	b := make([]byte, snapshotBytes)
	tell := func(done int64) error {
		if progress == nil {
			return nil
		}
		return progress(done, 2*length)
	}
	for at := int64(0); at < length; at += int64(len(b)) {
		part := b[:min(int64(len(b)), length-at)]
		if err := read(part, at); err != nil {
			return err
		}
		wrote.Write(part)
		if _, err := f.WriteAt(part, at); err != nil {
			return err
		}
		if err := tell(at); err != nil {
			return err
		}
	}
	if err := f.Sync(); err != nil {
		return err
	}
	for at := int64(0); at < length; at += int64(len(b)) {
		part := b[:min(int64(len(b)), length-at)]
		if _, err := io.ReadFull(io.NewSectionReader(f, at, int64(len(part))), part); err != nil {
			return err
		}
		found.Write(part)
		if err := tell(length + at); err != nil {
			return err
		}
	}
	if !bytes.Equal(wrote.Sum(nil), found.Sum(nil)) {
		return notes.ErrDamaged
	}
	return nil
}
