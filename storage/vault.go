package storage

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/voice"
	"handback/storage/sealed"
)

// What opens a protected journal: its key, under a passphrase, from a recovery key or from the system's keychain.

// keyFor is the key of the protected journal at path, which s opens; it was tried on what is there. Path is its folder then.
func keyFor(path string, s notes.Secret) (folder string, k *sealed.Key, err error) {
	if folder, err = place(path, false); err != nil {
		return "", nil, err
	}
	if k, err = sealed.ReadKey(folder, s); err != nil {
		return "", nil, explainKey(folder, err)
	}
	if err = sealed.Fits(folder, k); err != nil {
		k.Wipe()
		return "", nil, explainVault(folder, err)
	}
	return folder, k, nil
}

// explainKey says in a sentence which file of the key is missing or damaged: then it is ErrNoKey, since the pages may all be whole.
func explainKey(folder string, err error) error {
	switch {
	case errors.Is(err, notes.ErrSecret):
		return err
	case errors.Is(err, notes.ErrNoKey):
		return noKeyIn(folder)
	case errors.Is(err, notes.ErrDamaged):
		return say(notes.ErrNoKey, err, voice.T("The files {file} and {copy} in {folder} are damaged. "+
			"Your recovery key still opens the journal. Or copy one of them back from a backup.",
			"file", sealed.KeyName, "copy", sealed.KeyCopyName, "folder", folder))
	}
	return explain(folder, err)
}

func noKeyIn(folder string) error {
	return say(notes.ErrNoKey, nil, voice.T("The key to your journal is missing: there's no file {file} in {folder}. Your recovery key "+
		"still opens it. Or copy the file back from a backup.", "file", sealed.KeyName, "folder", folder))
}

// Unlock opens the protected journal at path, and files the lines that were captured while it was locked.
func Unlock(path string, s notes.Secret, now func() time.Time) (*Journal, error) {
	folder, k, err := keyFor(path, s)
	if err != nil {
		return nil, err
	}
	return unlockWith(folder, k, now)
}

// UnlockByKeychain is Unlock with the key that the system's keychain holds; ErrLocked where it holds none.
func UnlockByKeychain(path string, now func() time.Time) (*Journal, error) {
	folder, err := place(path, false)
	if err != nil {
		return nil, err
	}
	k, err := sealed.FromKeychain(folder)
	if err != nil {
		return nil, err
	}
	return unlockWith(folder, k, now)
}

func unlockWith(folder string, k *sealed.Key, now func() time.Time) (*Journal, error) {
	j, err := Open(folder, Options{Now: now, Key: k})
	if err != nil {
		k.Wipe()
		return nil, err
	}
	j.ownKey = k
	if _, err := j.fileInbox(k); err != nil {
		return nil, errors.Join(explain(folder, err), j.Close())
	}
	return j, nil
}

// fileInbox files the lines that were captured while the journal was locked, and reports how many it filed.
func (j *Journal) fileInbox(k *sealed.Key) (taken int, err error) {
	if _, ro := j.ReadOnly(); ro {
		return 0, nil // they wait until it can be written in
	}
	if !sealed.IsRecipient(j.path, k) { // missing, damaged, or that of somebody who wants to read what is captured
		if err := sealed.WriteRecipient(j.path, k); err != nil {
			return 0, err
		}
	}
	return j.FileLines()
}

// fileWholeInbox files all lines that can be read, however many wait.
func (j *Journal) fileWholeInbox(k *sealed.Key) error {
	for {
		if taken, err := j.fileInbox(k); err != nil || taken == 0 {
			return err
		}
	}
}

// Captured is how many lines were filed when the journal was unlocked, and how many could not be read: those stay in the inbox.
type Captured struct{ Filed, Damaged int }

// Captured reports what was in the inbox when the journal was unlocked.
func (j *Journal) Captured() (filed, damaged int) { return j.captured.Filed, j.captured.Damaged }

// Unread are the lines in the inbox that couldn't be read when the journal was opened. They stay there.
func (j *Journal) Unread() []notes.Found {
	if j.captured.Damaged == 0 {
		return nil
	}
	folder := j.path + inboxEnd
	if IsProtected(j.path) {
		folder = filepath.Join(j.path, sealed.InboxName)
	}
	return []notes.Found{{Kind: notes.FoundUnreadLine, Count: j.captured.Damaged, Path: folder}}
}

// CheckSecret returns nil where s opens the protected journal at path, which may be open.
func CheckSecret(path string, s notes.Secret) error {
	_, k, err := keyFor(path, s)
	if err == nil {
		k.Wipe()
	}
	return err
}

// ProtectWith turns the closed plain journal at path into a protected one under a passphrase, with a key of its own.
func ProtectWith(path string, p notes.Protection, now func() time.Time, progress func(done, of int64) error) (notes.Protected, error) {
	k, err := sealed.NewKey()
	if err != nil {
		return notes.Protected{}, err
	}
	defer k.Wipe()
	left, err := Protect(path, k, func(folder string) error {
		return errors.Join(sealed.WriteKey(folder, k, p.Passphrase), sealed.WriteRecipient(folder, k))
	}, now, progress)
	if err != nil {
		return notes.Protected{}, err
	}
	made := notes.Protected{Recovery: k.RecoveryText(), Left: left}
	folder, err := place(path, false)
	if err != nil {
		return made, err
	}
	if p.Keychain {
		err = keepInKeychain(folder, k)
	} else {
		_ = sealed.DropFromKeychain(folder) // of an earlier journal in this place, which it opens no more
	}
	return made, err
}

func keepInKeychain(folder string, k *sealed.Key) error {
	if err := sealed.KeepInKeychain(folder, k); err != nil {
		return say(notes.ErrNoAccess, err, voice.T("The system keychain couldn't store the key. Your passphrase opens the journal as before."))
	}
	return nil
}

// UnprotectWith turns the closed protected journal at path back into a plain one.
func UnprotectWith(path string, s notes.Secret, now func() time.Time, progress func(done, of int64) error) error {
	folder, k, err := keyFor(path, s)
	if err != nil {
		return err
	}
	defer k.Wipe()
	if err := Unprotect(folder, k, now, progress); err != nil {
		return err
	}
	_ = sealed.DropFromKeychain(folder) // it opens nothing any more
	return nil
}

// ChangePassphrase says a new passphrase for the protected journal at path. It writes nothing but the key's files.
func ChangePassphrase(path string, s notes.Secret, to string) error {
	folder, k, err := keyFor(path, s)
	if err != nil {
		return err
	}
	defer k.Wipe()
	return translate(sealed.WriteKey(folder, k, to))
}

// SetKeychain keeps the key of the protected journal at path in the system's keychain, or takes it out.
func SetKeychain(path string, s notes.Secret, keep bool) error {
	folder, k, err := keyFor(path, s)
	if err != nil {
		return err
	}
	defer k.Wipe()
	if keep {
		return keepInKeychain(folder, k)
	}
	return sealed.DropFromKeychain(folder)
}

// HasKeychain reports whether the system's keychain holds a key for the journal at path.
func HasKeychain(path string) bool {
	folder, err := place(path, false)
	if err != nil {
		return false
	}
	k, err := sealed.FromKeychain(folder)
	if err == nil {
		k.Wipe()
	}
	return err == nil
}

// ForgetCopies deletes plain copies of a journal: files with their logs, the backups in its folder that aren't sealed, and folders that
// were kept up to date, of which what Handback wrote there and nobody changed. It deletes what it can, and says what stays.
func ForgetCopies(left []string) error {
	var errs []error
	for _, path := range left {
		st, err := os.Lstat(path)
		switch {
		case err != nil:
			errs = append(errs, ignoreGone(err))
		case st.IsDir() && exists(filepath.Join(path, filepath.FromSlash(listFile))):
			errs = append(errs, forgetArchive(path))
		case st.IsDir() && strings.HasSuffix(path, backupsEnd):
			plain, err := plainBackupsIn(path)
			if err == nil {
				_, err = DeleteBackups(plain)
			}
			errs = append(errs, err)
		case st.Mode().IsRegular():
			for _, end := range []string{"-wal", "-shm", "-journal", ""} {
				_ = overwrite(path + end) // what can't be written over is deleted all the same
				errs = append(errs, removed(path+end))
			}
		default:
			errs = append(errs, notes.Invalid{Why: voice.T("{path} isn't a copy that Handback made, so it stays.", "path", path)})
		}
	}
	return errors.Join(errs...)
}

func ignoreGone(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// forgetArchive deletes what an archive in a folder holds as it was written, and the folders that are empty then.
func forgetArchive(root string) error {
	var changed int
	var wrong []error
	folders := map[string]bool{root: true}
	list := filepath.Join(root, filepath.FromSlash(listFile))
	_, err := eachListed(root, func(file string, was digest) {
		path := filepath.Join(root, filepath.FromSlash(file))
		for at := filepath.Dir(path); len(at) > len(root); at = filepath.Dir(at) {
			folders[at] = true
		}
		data, err := os.ReadFile(path)
		said := newContentHash()
		_, _ = said.Write(data) // it never fails
		switch {
		case errors.Is(err, os.ErrNotExist):
		case err != nil:
			wrong = append(wrong, err)
		case !said.content().is(was):
			changed++
		default:
			_ = overwrite(path)
			wrong = append(wrong, removed(path))
		}
	})
	if err = errors.Join(append(wrong, err)...); err != nil {
		return err
	}
	for _, f := range archive.Around() {
		path := filepath.Join(root, filepath.FromSlash(f.Path))
		if data, err := os.ReadFile(path); err == nil && bytes.Equal(data, f.Data) {
			wrong = append(wrong, removed(path))
		}
	}
	if err := errors.Join(append(wrong, removed(list))...); err != nil {
		return err
	}
	folders[filepath.Dir(list)] = true
	for _, folder := range longestFirst(folders) {
		_ = os.Remove(folder) // where something else is in it, it stays
	}
	if changed > 0 {
		return notes.Invalid{Why: voice.N(changed, "{n} file in {folder} was changed by another program, so it stays.",
			"{n} files in {folder} were changed by another program, so they stay.", "folder", root)}
	}
	return nil
}

func longestFirst(folders map[string]bool) []string {
	list := make([]string, 0, len(folders))
	for f := range folders {
		list = append(list, f)
	}
	slices.SortFunc(list, func(a, b string) int { return len(b) - len(a) })
	return list
}
