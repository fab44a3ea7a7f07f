package storage

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"handback/notes"
	"handback/storage/sealed"
)

// vaultZips are the backups of protected journals: the files of the key and one snapshot in a zip, sealed as they are, so that any
// folder may hold them. Stock tools open them: unzip, `age -d` and sqlite3.
type vaultZips struct{}

func init() { ofProtected = vaultZips{} } //nolint:gochecknoinits // it breaks a circle of two tables

// backedUp is how this protected journal is backed up.
func (j *Journal) backedUp() *sealedBackups {
	return &sealedBackups{
		write: j.zipVault,
		open: func(ctx context.Context, path string) (mode, func() error, error) {
			m, _, clean, err := openZip(ctx, path, path+".d", func(string) (*sealed.Key, error) { return j.key, nil })
			return m, clean, err
		},
	}
}

// zipVault writes the files of the key and a snapshot of what is committed into a new zip at path.
func (j *Journal) zipVault(ctx context.Context, path string) (err error) {
	folder := path + ".d"
	if err := errors.Join(RemoveAll(folder), mkdirPrivate(folder)); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, RemoveAll(folder)) }()
	ended := func(int64, int64) error { return ctx.Err() }
	if err := errors.Join(copyKey(j.path, folder), j.vault.CopyTo(folder, ended), ctx.Err()); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(zipFolder(ctx, f, folder), f.Sync(), f.Close())
}

// zipFolder writes the files of a folder as they are: what is sealed can't be made smaller.
func zipFolder(ctx context.Context, to io.Writer, folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	z := zip.NewWriter(to)
	for _, e := range entries {
		if !e.Type().IsRegular() {
			continue
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: e.Name(), Method: zip.Store})
		if err != nil {
			return err
		}
		from, err := os.Open(filepath.Join(folder, e.Name()))
		if err != nil {
			return err
		}
		_, err = io.Copy(w, cancelled{ctx, from})
		if err = errors.Join(err, from.Close()); err != nil {
			return err
		}
	}
	return z.Close()
}

// unzip writes the files of a backup into a new folder. Only plain names are taken.
func unzip(ctx context.Context, path, folder string) (err error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return errors.Join(notes.ErrDamaged, err)
	}
	defer z.Close() //nolint:errcheck // it is only read
	if err := mkdirPrivate(folder); err != nil {
		return err
	}
	for _, f := range z.File {
		if f.Name != filepath.Base(f.Name) || strings.ContainsAny(f.Name, `/\:`) || strings.HasPrefix(f.Name, ".") {
			return notes.ErrDamaged
		}
		from, err := f.Open()
		if err != nil {
			return errors.Join(notes.ErrDamaged, err)
		}
		to, err := os.OpenFile(filepath.Join(folder, f.Name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			return errors.Join(err, from.Close())
		}
		_, err = io.Copy(to, cancelled{ctx, from})
		if errors.Is(err, zip.ErrChecksum) || errors.Is(err, zip.ErrFormat) || errors.Is(err, io.ErrUnexpectedEOF) {
			err = errors.Join(notes.ErrDamaged, err)
		}
		if err = errors.Join(err, to.Sync(), to.Close(), from.Close()); err != nil {
			return err
		}
	}
	return syncFolder(folder)
}

// openZip is the mode that reads what is in a zip, by way of a folder of sealed files that goes with clean. An older journal may be
// brought up to date in it, which stays in memory.
func openZip(ctx context.Context, path, folder string, keyIn func(folder string) (*sealed.Key, error)) (
	m mode, k *sealed.Key, clean func() error, err error,
) {
	drop := func() error { return RemoveAll(folder) }
	if err := errors.Join(drop(), unzip(ctx, path, folder)); err != nil {
		return m, nil, nil, errors.Join(err, drop())
	}
	if k, err = keyIn(folder); err != nil {
		return m, nil, nil, errors.Join(err, drop())
	}
	store, err := sealed.Open(folder, k, sealed.Options{ReadOnly: true, Private: true})
	if err != nil {
		return m, k, nil, errors.Join(explainVault(path, err), drop())
	}
	return protected(store), k, func() error { return errors.Join(store.Close(), drop()) }, nil
}

// Open implements protectedZips.
func (vaultZips) Open(path string, secret notes.Secret) (mode, func() error, error) {
	if secret == (notes.Secret{}) {
		return mode{}, nil, notes.ErrLocked
	}
	folder, drop, err := privateFolder()
	if err != nil {
		return mode{}, nil, err
	}
	m, k, clean, err := openZip(context.Background(), path, filepath.Join(folder, "backup"),
		func(in string) (*sealed.Key, error) { return sealed.ReadKey(in, secret) })
	if err != nil {
		wipe(k)
		return m, nil, errors.Join(err, drop())
	}
	return m, func() error {
		err := errors.Join(clean(), drop())
		wipe(k)
		return err
	}, nil
}

func wipe(k *sealed.Key) {
	if k != nil {
		k.Wipe()
	}
}

// Put implements protectedZips.
func (vaultZips) Put(ctx context.Context, path string, secret notes.Secret, to string) error {
	if secret == (notes.Secret{}) {
		return notes.ErrLocked
	}
	err := unzip(ctx, path, to)
	if err == nil && !sealed.HasKey(to) {
		err = notes.ErrDamaged
	}
	if err == nil {
		err = opensSound(ctx, to, secret)
	}
	if err != nil {
		return errors.Join(err, RemoveAll(to))
	}
	return nil
}

// opensSound opens the protected journal in a folder, of which nothing is changed, and looks whether all of it is sound.
func opensSound(ctx context.Context, folder string, secret notes.Secret) (err error) {
	k, err := sealed.ReadKey(folder, secret)
	if err != nil {
		return err
	}
	defer k.Wipe()
	store, err := sealed.Open(folder, k, sealed.Options{ReadOnly: true})
	if err != nil {
		return explainVault(folder, err)
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	c, err := openConn(protectedToRead(store))
	if err != nil {
		return err
	}
	seen := header{}
	if err = lookInside(c, &seen); err == nil {
		err = c.isSound(ctx)
	}
	return errors.Join(err, translate(c.close()))
}
