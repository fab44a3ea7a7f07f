package storage

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"handback/notes"
	"handback/notes/backups"
	"handback/storage/sealed"
)

// copyMarks are what stands in the names of what Handback keeps beside a journal, and why it does. What was salvaged isn't among them:
// that may be the journal that is used now.
var copyMarks = []struct {
	mark string
	is   backups.Copy
}{
	{replacedMark, backups.Replaced},
	{olderMark, backups.BeforeUpdate},
	{beforeMergeMark, backups.BeforeMerge},
	{mergedMark, backups.Merged},
	{keptMark, backups.Recovered},
}

// PutAside are the journals in whose place a backup was put at path, newest first, as they lie beside it. Each can be looked into and
// restored as a backup can. CopiesMade are what else Handback kept beside it.
func PutAside(path string) ([]backups.Backup, error) {
	return keptBeside(path, func(is backups.Copy) bool { return is == backups.Replaced })
}

// CopiesMade are the files beside the journal at path that Handback made of it, newest first: what is neither a backup nor in
// PutAside. Files that somebody else put there aren't among them, whatever they are called.
func CopiesMade(path string) ([]backups.Backup, error) {
	return keptBeside(path, func(is backups.Copy) bool { return is != backups.Replaced })
}

func keptBeside(path string, wanted func(backups.Copy) bool) ([]backups.Backup, error) {
	path, err := journalAt(path)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil, explain(path, ignoreGone(err))
	}
	var all []backups.Backup
	for _, e := range entries {
		is := copyNamed(filepath.Base(path), e.Name())
		if is == backups.NoCopy || !wanted(is) {
			continue
		}
		if b, ok := journalAside(filepath.Join(filepath.Dir(path), e.Name()), e.Type()); ok {
			b.Copy = is
			b.countAside()
			all = append(all, b.Backup)
		}
	}
	slices.SortStableFunc(all, func(a, b backups.Backup) int { return a.Made.Compare(b.Made) })
	for i := range all {
		all[i].Number = int64(i + 1)
	}
	slices.Reverse(all)
	return all, nil
}

// copyNamed is why a file of that name was kept beside the journal that is called own; NoCopy where it wasn't.
func copyNamed(own, name string) backups.Copy {
	end := filepath.Ext(own)
	stem := strings.TrimSuffix(own, end)
	for _, log := range []string{"", "-wal"} {
		if strings.HasPrefix(name, own+log+earlierMark) {
			return backups.LogAlone
		}
	}
	rest, ok := strings.CutPrefix(name, stem)
	for _, c := range copyMarks {
		if ok && (strings.HasPrefix(rest, c.mark) && filepath.Ext(name) == end || strings.HasPrefix(rest, end+c.mark)) {
			return c.is
		}
	}
	return backups.NoCopy
}

// AllBackups implements backups.Keeper. What is wrong with the second folder hides none of the others.
func (j *Journal) AllBackups() (all backups.All, err error) {
	if all.Own, err = j.OwnBackups(); err != nil {
		return all, err
	}
	if all.Aside, err = PutAside(j.path); err != nil {
		return all, err
	}
	if all.Copies, err = CopiesMade(j.path); err != nil {
		return all, err
	}
	all.Folder, all.Second, all.Away = j.SecondBackups()
	if errors.Is(all.Away, notes.ErrClosed) {
		return all, all.Away
	}
	return all, nil
}

// aside is a file that was kept beside the journal.
type aside struct {
	backups.Backup
	log bool // something stands in a log beside it
}

// journalAside is one of them: when anything was written to it last, and how much of the disk it takes.
func journalAside(path string, kind fs.FileMode) (b aside, is bool) {
	b.Path, b.log = path, exists(path+"-wal")
	parts := []string{path, path + "-wal"}
	switch {
	case kind.IsDir() && IsProtected(path):
		b.Sealed = true
		files, err := filepath.Glob(filepath.Join(path, "*"))
		if err != nil {
			return b, false
		}
		parts = files
	case !kind.IsRegular():
		return b, false
	}
	for _, part := range parts {
		st, err := os.Stat(part)
		if err != nil || !st.Mode().IsRegular() {
			continue
		}
		b.Size += st.Size()
		if st.Size() > 0 && st.ModTime().After(b.Made) {
			b.Made = st.ModTime().UTC()
		}
	}
	return b, b.Size > 0
}

// countAside counts what is in a plain one. One with a log would have to be copied for that: it stays uncounted, as one that can't
// be read does.
func (b *aside) countAside() {
	if b.Sealed || b.log || b.Copy == backups.LogAlone || !isDatabase(b.Path) {
		return
	}
	c, err := openConn(readable(b.Path, true))
	if err != nil {
		return
	}
	about, err := c.countsForBackup()
	if err = errors.Join(err, translate(c.close())); err == nil {
		b.People, b.Notes, b.Goals, b.LastNote, b.Counted = about.People, about.Notes, about.Goals, about.LastNote, true
	}
}

// dropAside deletes a file, or a protected journal, that was kept beside a journal. What stands in a log goes first: alone it would be
// found by nobody.
func dropAside(path string) (err error) {
	locked := path + ".lock"
	if IsProtected(path) {
		locked = filepath.Join(path, lockName)
	}
	held, err := lock(locked) // it may be opened by itself
	if err != nil {
		return explain(path, err)
	}
	letGo := sync.OnceValue(held.Close)
	defer func() { err = errors.Join(err, letGo(), removed(locked)) }()
	for _, end := range []string{"-wal", "-shm", "-journal"} {
		if exists(path + end) {
			if err := removeWhole(path + end); err != nil {
				return err
			}
		}
	}
	if runtime.GOOS == "windows" && isFolder(path) { // where a folder in which a file is open can't be deleted
		if err := letGo(); err != nil {
			return err
		}
	}
	return removeWhole(path)
}

// openVaultAside opens the protected journal in a folder for reading, and writes nothing there.
func (j *Journal) openVaultAside(secret notes.Secret) error {
	if secret == (notes.Secret{}) {
		return notes.ErrLocked
	}
	k, err := sealed.ReadKey(j.path, secret)
	if err != nil {
		return err
	}
	store, err := sealed.Open(j.path, k, sealed.Options{ReadOnly: true, Private: true})
	if err != nil {
		k.Wipe()
		return explainVault(j.path, err)
	}
	j.mode = protected(store)
	j.clean = func() error {
		err := store.Close()
		k.Wipe()
		return err
	}
	_, err = j.openPrivate()
	return err
}

// copyWithLog copies a plain journal and its log to a new file, which has what is in both.
func copyWithLog(ctx context.Context, from, to string) (err error) {
	log := to + "-wal"
	defer func() { err = errors.Join(err, removed(log), removed(to+"-shm")) }()
	if err := errors.Join(removed(log), copyTo(ctx, from, to), copyTo(ctx, from+"-wal", log)); err != nil {
		return err
	}
	c, err := openConn(writable(to))
	if err != nil {
		return err
	}
	seen := header{}
	err = lookInside(c, &seen)
	if err == nil {
		err = c.script("PRAGMA wal_checkpoint(TRUNCATE)")
	}
	return errors.Join(err, translate(c.close()), syncFile(to))
}

// copyVault copies the protected journal in a folder to a new one, with the lines that wait in its inbox, and opens it there.
func copyVault(ctx context.Context, from, to string, secret notes.Secret) (err error) {
	if secret == (notes.Secret{}) {
		return notes.ErrLocked
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, RemoveAll(to))
		}
	}()
	if err := copySealed(ctx, from, to); err != nil {
		return err
	}
	if inbox := filepath.Join(from, sealed.InboxName); isFolder(inbox) {
		if err := copySealed(ctx, inbox, filepath.Join(to, sealed.InboxName)); err != nil {
			return err
		}
	}
	return errors.Join(syncFolder(to), opensSound(ctx, to, secret))
}

func copySealed(ctx context.Context, from, to string) error {
	if err := mkdirPrivate(to); err != nil {
		return err
	}
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || e.Name() == lockName {
			continue
		}
		if err := copyTo(ctx, filepath.Join(from, e.Name()), filepath.Join(to, e.Name())); err != nil {
			return err
		}
	}
	return syncFolder(to)
}
