package storage

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/backups"
	"handback/storage/sealed"
)

// PutAside are the journals in whose place a backup was put at path, newest first, as they lie beside it. Each can be looked into and
// restored as a backup can. What is in them isn't counted.
func PutAside(path string) ([]backups.Backup, error) {
	path, err := journalAt(path)
	if err != nil {
		return nil, err
	}
	end := filepath.Ext(path)
	begins := strings.TrimSuffix(filepath.Base(path), end) + replacedMark
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil, explain(path, ignoreGone(err))
	}
	var all []backups.Backup
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), begins) || filepath.Ext(e.Name()) != end {
			continue
		}
		if b, is := journalAside(filepath.Join(filepath.Dir(path), e.Name()), e.Type()); is {
			all = append(all, b)
		}
	}
	slices.SortFunc(all, func(a, b backups.Backup) int { return a.Made.Compare(b.Made) })
	for i := range all {
		all[i].Number = int64(i + 1)
	}
	slices.Reverse(all)
	return all, nil
}

// journalAside is one of them: when anything was written to it last, and how much of the disk it takes.
func journalAside(path string, kind fs.FileMode) (b backups.Backup, is bool) {
	b = backups.Backup{Path: path, Aside: true}
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
