package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"handback/notes"
	"handback/notes/voice"
	"handback/storage/sealed"
)

// A protected journal is a folder in the place of the plain one's file. What it says is in sealed.Store; all the rest of this package
// is the same for both kinds.

// lockName is the file in the folder by which a protected journal is taken.
const lockName = "lock"

// IsProtected reports whether a protected journal lies at path, with its key or without.
func IsProtected(path string) bool {
	st, err := os.Stat(path)
	if err != nil || !st.IsDir() {
		return false
	}
	return sealed.HasKey(path) || sealed.HasPages(path)
}

// openProtected is open for a protected journal.
func (j *Journal) openProtected() error {
	if j.key == nil {
		return j.noKey()
	}
	if err := j.takeFolder(); err != nil {
		return err
	}
	steps, err := migrations()
	if err != nil {
		return err
	}
	if err := j.openVault(sealed.Options{ReadOnly: j.why != ""}); err != nil {
		return err
	}
	seen := header{}
	if err := lookInside(j.c, &seen); err != nil {
		return err
	}
	if seen.schema > len(steps) && j.why == "" {
		j.why = voice.T("A newer version of Handback wrote this journal, so you can only read it. Update Handback to write in it.")
	}
	switch {
	case j.why == "":
		return j.bringUp(seen.schema, steps)
	case seen.schema < len(steps):
		return j.bringUpInMemory(seen.schema, steps)
	}
	j.c.clock = j.now
	if seen.schema > len(steps) {
		return nil
	}
	if stale, err := j.c.searchIsBehind(); err != nil || !stale {
		return err
	}
	return j.bringUpInMemory(seen.schema, steps)
}

// noKey is why a protected journal can't be opened without its key.
func (j *Journal) noKey() error {
	if sealed.HasKey(j.path) {
		return say(notes.ErrLocked, nil, voice.T("The journal {path} is protected. Type its passphrase to open it.", "path", j.path))
	}
	return noKeyIn(j.path)
}

// takeFolder takes the lock of a protected journal, or finds that it can only be read.
func (j *Journal) takeFolder() (err error) {
	if !mayWrite(j.path) {
		j.why = voice.T("Handback can't save in the folder {folder}, so you can only read the journal there.", "folder", j.path)
		return nil
	}
	if j.lock == nil {
		j.lock, err = lock(filepath.Join(j.path, lockName))
	}
	return err
}

func (j *Journal) openVault(opt sealed.Options) (err error) {
	if j.vault, err = sealed.Open(j.path, j.key, opt); err != nil {
		return explainVault(j.path, err)
	}
	j.mode = protected(j.vault)
	j.mode.sealed = j.backedUp()
	j.c, err = openConn(j.mode)
	return err
}

// bringUpInMemory brings a journal that can only be read, and was written by an older Handback, to the present schema, for as long as
// it is open.
func (j *Journal) bringUpInMemory(schema int, steps []string) error {
	if err := errors.Join(j.c.close(), j.vault.Close()); err != nil {
		return err
	}
	if err := j.openVault(sealed.Options{ReadOnly: true, Private: true}); err != nil {
		return err
	}
	j.c.clock = j.now
	why := j.why
	j.why = ""
	defer func() { j.why = why }()
	return errors.Join(j.readBehind(schema), j.migrate(schema, steps))
}

// explainVault says in a sentence what is wrong with the folder of a protected journal.
func explainVault(path string, err error) error {
	var damage *sealed.DamageError
	switch {
	case errors.Is(err, notes.ErrSecret):
		return say(notes.ErrSecret, err,
			voice.T("This key belongs to another journal and doesn't open {path}. Nothing was changed.", "path", path))
	case !errors.As(err, &damage):
		return err
	case damage.Gone:
		return say(notes.ErrDamaged, err, voice.T("The file {file} of your journal is missing from {folder}. Copy it back if you have it, or "+
			"open a backup. Nothing was changed.", "file", damage.File, "folder", path))
	case damage.Behind > 0:
		return say(notes.ErrDamaged, err, voice.N(damage.Behind,
			"The file {file} of your journal in {folder} is damaged, and {n} later change comes after it. Copy the folder somewhere "+
				"safe, then open a backup. Nothing was changed.",
			"The file {file} of your journal in {folder} is damaged, and {n} later changes come after it. Copy the folder somewhere "+
				"safe, then open a backup. Nothing was changed.", "file", damage.File, "folder", path))
	}
	return say(notes.ErrDamaged, err, voice.T("The file {file} of your journal in {folder} is damaged. Copy the folder somewhere safe, then "+
		"open a backup. Nothing was changed.", "file", damage.File, "folder", path))
}

// vaultInPlace is inPlace for a protected journal.
func (j *Journal) vaultInPlace() error {
	there, err := j.vault.InPlace()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return say(notes.ErrMoved, err, voice.T("Your journal file was moved, renamed or deleted. It's no longer at {path}.", "path", j.path))
	case err != nil:
		return say(notes.ErrMoved, err, voice.T("Handback can no longer reach your journal file at {path}.", "path", j.path))
	case !there:
		return say(notes.ErrMoved, nil, voice.T("Another file has replaced your journal at {path}, perhaps from a sync program or a backup.",
			"path", j.path))
	}
	return nil
}

// snapshotBytes is how much of a snapshot is written at once: some milliseconds.
const snapshotBytes = 1 << 20

// snapshotSome writes a piece of the next snapshot of a protected journal where one is due, and reports whether there is more of it.
func (j *Journal) snapshotSome() (more bool, err error) {
	if j.vault == nil || !j.vault.Due() {
		return false, nil
	}
	if err := j.vaultInPlace(); err != nil {
		return false, err
	}
	more, err = j.vault.CheckpointSome(snapshotBytes)
	return more, translate(err)
}

// snapshotIfLong is that for a hand that never rests. What it fails to do can wait: the save itself is committed.
func (j *Journal) snapshotIfLong() {
	if j.vault != nil && j.vault.Long() {
		_, _ = j.snapshotSome()
	}
}

// snapshotAll writes the whole snapshot where one is due before the journal is closed.
func (j *Journal) snapshotAll() error {
	if j.vault == nil || !j.vault.DueAtClose() {
		return nil
	}
	if err := j.vaultInPlace(); err != nil {
		return nil //nolint:nilerr // what was committed lasts, wherever it lies now
	}
	return translate(j.vault.Checkpoint(nil))
}

// writeVaultAnew compacts a protected journal: SQLite would want a temporary file for it in place. Both generations that are kept are
// written from what it makes.
func (j *Journal) writeVaultAnew() error {
	name, err := j.vault.Scratch()
	if err != nil {
		return translate(err)
	}
	if err := j.c.script("VACUUM INTO 'file://" + name + "?vfs=" + sealed.VFS + "'"); err != nil {
		return err
	}
	if err := j.c.close(); err != nil {
		return translate(err)
	}
	err = translate(j.vault.Replace())
	again, opening := openConn(j.mode)
	if opening == nil {
		j.c.one = again.one
	}
	return errors.Join(err, opening)
}

// copyVault writes what is in a protected journal to a folder at path, with the files of its key, so that it opens as this one does.
// The folder is found there whole or not at all; one that was there is replaced.
func (j *Journal) copyVault(path string) error {
	fresh := path + ".new"
	if err := RemoveAll(fresh); err != nil {
		return err
	}
	err := mkdirPrivate(fresh)
	if err == nil {
		err = copyKey(j.path, fresh)
	}
	if err == nil {
		err = j.vault.CopyTo(fresh, nil)
	}
	if err == nil {
		err = RemoveAll(path)
	}
	if err == nil {
		err = os.Rename(fresh, path)
	}
	if err != nil {
		return errors.Join(err, RemoveAll(fresh))
	}
	return syncFolder(filepath.Dir(path))
}

// copyKey copies the files of the key of a protected journal, so that they last. What else lies in its folder is no part of it.
func copyKey(from, to string) error {
	for _, name := range []string{sealed.KeyName, sealed.KeyCopyName, sealed.RecipientName} {
		if !exists(filepath.Join(from, name)) {
			continue
		}
		copied := filepath.Join(to, name)
		if err := errors.Join(copyFile(filepath.Join(from, name), copied), syncFile(copied)); err != nil {
			return err
		}
	}
	return nil
}
