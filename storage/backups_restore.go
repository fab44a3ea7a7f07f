package storage

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"handback/notes"
	"handback/notes/voice"
	"handback/storage/sealed"
)

// replacedMark stands in the name of a journal in whose place a backup was put, before its day.
const replacedMark = ".replaced-"

// OpenBackup opens what is in a backup, for reading only; secret is the passphrase of a sealed one. It returns ErrSecret where that
// is another's, ErrLocked where it needs one.
func OpenBackup(path string, secret notes.Secret, now func() time.Time) (*Journal, error) {
	j := &Journal{path: path, now: now, clean: func() error { return nil }}
	j.why = voice.T("This is a backup, so you can't change anything.")
	if err := j.openBackup(secret); err != nil {
		return nil, errors.Join(explainOpenBackup(path, err), j.close())
	}
	return j, nil
}

func (j *Journal) openBackup(secret notes.Secret) error {
	file := j.path
	if strings.EqualFold(filepath.Ext(j.path), sealedEnd) {
		plain, err := isOfPlain(j.path)
		if err != nil {
			return err
		}
		if secret == (notes.Secret{}) {
			return notes.ErrLocked
		}
		if !plain {
			return j.openProtectedBackup(secret)
		}
		folder, drop, err := privateFolder()
		if err != nil {
			return err
		}
		j.clean = drop
		file = filepath.Join(folder, FileName)
		if err := unseal(context.Background(), j.path, secret.Passphrase, file); err != nil {
			return err
		}
	}
	switch {
	case IsProtected(j.path):
		return j.openVaultAside(secret)
	case exists(file + "-wal"): // of a journal that was put aside
		folder, drop, err := privateFolder()
		if err != nil {
			return err
		}
		j.clean = drop
		from := file
		file = filepath.Join(folder, FileName)
		if err := copyWithLog(context.Background(), from, file); err != nil {
			return err
		}
	}
	return j.openHeld(file)
}

// openHeld opens what a backup holds, which lies in a file of its own or is the backup.
func (j *Journal) openHeld(file string) error {
	seen, err := look(file)
	if err != nil {
		return err
	}
	steps, err := migrations()
	if err != nil {
		return err
	}
	seen.log = false
	if err := j.openToRead(file, seen, steps); err != nil {
		return err
	}
	if file != j.path && !deniedIfOpen { // nothing of it is left on the disk, however the program ends
		clean := j.clean
		j.clean = func() error { return nil }
		return clean()
	}
	return nil
}

func (j *Journal) openProtectedBackup(secret notes.Secret) error {
	if ofProtected == nil {
		return notes.ErrNotOurs
	}
	m, clean, err := ofProtected.Open(j.path, secret)
	if err != nil {
		return err
	}
	j.mode, j.clean = m, clean
	_, err = j.openPrivate()
	return err
}

// openPrivate opens a journal to which nothing is written, and brings it to the present schema in memory; newer is true where it is
// ahead of that.
func (j *Journal) openPrivate() (newer bool, err error) {
	if j.c, err = openConn(j.mode); err != nil {
		return false, err
	}
	j.c.clock = j.now
	seen := header{}
	if err := lookInside(j.c, &seen); err != nil {
		return false, err
	}
	steps, err := migrations()
	if err != nil || seen.schema >= len(steps) {
		return seen.schema > len(steps), err
	}
	why := j.why
	j.why = ""
	defer func() { j.why = why }()
	return false, j.migrate(seen.schema, steps)
}

func explainOpenBackup(path string, err error) error {
	var mistyped notes.Invalid
	switch {
	case errors.Is(err, notes.ErrSecret) && errors.As(err, &mistyped): // a recovery key
		return say(notes.ErrSecret, err, mistyped.Why)
	case errors.Is(err, notes.ErrSecret):
		return say(notes.ErrSecret, err, voice.T("That doesn't open this backup. Check the passphrase, or use the one you had at the time."))
	case errors.Is(err, notes.ErrLocked):
		return say(notes.ErrLocked, err, voice.T("This backup is protected. Type the passphrase it was made with."))
	case errors.Is(err, notes.ErrDamaged), errors.Is(err, notes.ErrNotOurs):
		return say(notes.ErrDamaged, err, voice.T("{path} is damaged, or isn't a backup. Choose another backup.", "path", path))
	}
	return explain(path, err)
}

// Restoring is what a restore needs to know.
type Restoring struct {
	Journal string // the path at which the journal is to be, which is closed
	Backup  string
	Secret  notes.Secret // of a sealed backup: it is opened and checked with it first
	Now     func() time.Time
}

// Restore puts a backup in the place of the journal. The journal that is there, damaged or not, is kept beside it: kept is where, ""
// where there was none. The backup is read back before anything is moved, and stays as it is. Where it returns an error the journal
// is as it was; it ends with context.Canceled where ctx is over before that.
func Restore(ctx context.Context, r Restoring) (kept string, err error) {
	path, err := place(r.Journal, true)
	if err != nil {
		return "", err
	}
	held, err := lock(path + ".lock")
	if err != nil {
		return "", explain(path, err)
	}
	defer func() { err = errors.Join(err, held.Close()) }()
	if IsProtected(path) {
		inside, err := lock(filepath.Join(path, lockName))
		if err != nil {
			return "", explain(path, err)
		}
		if err := inside.Close(); err != nil { // its folder is given another name, which Windows refuses while a file is open
			return "", err
		}
	}
	fresh := path + ".new"
	restoreStep()
	if err := RemoveAll(fresh); err != nil {
		return "", explain(path, err)
	}
	restoreStep()
	err = r.bringTo(ctx, fresh)
	if err == nil {
		err = carryInbox(path, fresh)
	}
	restoreStep()
	if err == nil {
		err = os.Rename(fresh, path+restoredEnd)
	}
	restoreStep()
	if err == nil {
		err = syncFolder(filepath.Dir(path))
	}
	if err == nil {
		if kept, err = putRestored(path, notes.DateOf(r.Now())); err == nil || !exists(path) { // the next opening ends it
			return kept, explainChange(path, err)
		}
	}
	return "", errors.Join(explainRestore(path, r.Backup, err), RemoveAll(fresh), RemoveAll(path+restoredEnd))
}

// restoredEnd ends the name of what is to take the place of a journal, once it is whole and lasts. From then on a restore goes on
// to its end: where the process dies, with the next opening.
const restoredEnd = ".restored"

// restoreStep is called before each step of a restore that changes the disk; tests end the process there.
var restoreStep = func() {}

// putRestored puts what is restored in the place of the journal, of which nobody has the lock but us, and returns where that is kept.
func putRestored(path string, day notes.Date) (kept string, err error) {
	restoreStep()
	if kept, err = setAside(path, day); err != nil {
		return kept, err
	}
	ready := path + restoredEnd
	restoreStep()
	if st, err := os.Stat(ready); err == nil && st.IsDir() { // a folder takes the place of no file
		if err := removed(path); err != nil {
			return kept, err
		}
	}
	restoreStep()
	if err := os.Rename(ready, path); err != nil {
		return kept, err
	}
	restoreStep()
	return kept, syncFolder(filepath.Dir(path))
}

// settleRestore ends a restore that a process began which died.
func settleRestore(path string) error {
	st, err := os.Lstat(path + restoredEnd)
	if err != nil {
		return nil //nolint:nilerr // there is none
	}
	held, err := lock(path + ".lock")
	if err != nil {
		return explain(path, err)
	}
	defer held.Close() //nolint:errcheck // nothing was written to it
	if !exists(path + restoredEnd) {
		return nil
	}
	_, err = putRestored(path, notes.DateOf(st.ModTime()))
	return explainChange(path, err)
}

// carryInbox copies the lines that wait in the inbox of the journal at path to what is restored, where they were sealed for that.
func carryInbox(path, to string) error {
	own, err := os.ReadFile(filepath.Join(path, sealed.RecipientName))
	if err != nil {
		return ignoreGone(ignoreNoFolder(err)) // nothing is captured without it
	}
	if other, err := os.ReadFile(filepath.Join(to, sealed.RecipientName)); err != nil || !bytes.Equal(own, other) {
		return ignoreGone(ignoreNoFolder(err))
	}
	inbox := filepath.Join(path, sealed.InboxName)
	lines, err := os.ReadDir(inbox)
	if err != nil || len(lines) == 0 {
		return ignoreGone(err)
	}
	copied := filepath.Join(to, sealed.InboxName)
	if err := os.Mkdir(copied, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	for _, e := range lines {
		name := filepath.Join(copied, e.Name())
		if !e.Type().IsRegular() || exists(name) { // the very line
			continue
		}
		if err := errors.Join(copyFile(filepath.Join(inbox, e.Name()), name), syncFile(name)); err != nil {
			return err
		}
	}
	return errors.Join(syncFolder(copied), syncFolder(to))
}

// ignoreNoFolder passes over that a file is where a folder was asked for.
func ignoreNoFolder(err error) error {
	if errors.Is(err, syscall.ENOTDIR) {
		return nil
	}
	return err
}

// bringTo writes what is in the backup to a new file, and reads it back.
func (r Restoring) bringTo(ctx context.Context, fresh string) error {
	if about, err := readAbout(r.Backup); err == nil && about.Sum != "" {
		sum, _, err := fileSum(ctx, r.Backup)
		if err != nil {
			return err
		}
		if sum != about.Sum {
			return notes.ErrDamaged
		}
	}
	sealed := strings.EqualFold(filepath.Ext(r.Backup), sealedEnd)
	if sealed {
		plain, err := isOfPlain(r.Backup)
		switch {
		case err != nil:
			return err
		case !plain && ofProtected == nil:
			return notes.ErrNotOurs
		case !plain:
			return ofProtected.Put(ctx, r.Backup, r.Secret, fresh)
		}
	} else if IsProtected(r.Backup) { // a journal that was put aside
		return copyVault(ctx, r.Backup, fresh, r.Secret)
	}
	return r.bringPlain(ctx, fresh, sealed)
}

// bringPlain is bringTo for a plain journal, sealed or not.
func (r Restoring) bringPlain(ctx context.Context, fresh string, sealed bool) error {
	var err error
	switch {
	case !sealed:
		err = r.copyPlain(ctx, fresh)
	case r.Secret == (notes.Secret{}):
		err = notes.ErrLocked
	default:
		err = unseal(ctx, r.Backup, r.Secret.Passphrase, fresh)
	}
	if err != nil {
		return err
	}
	if _, err := look(fresh); err != nil {
		return err
	}
	c, err := openConn(readable(fresh, true))
	if err != nil {
		return err
	}
	return errors.Join(c.isSound(ctx), translate(c.close()))
}

// copyPlain copies a plain backup, or a journal that was put aside with its log.
func (r Restoring) copyPlain(ctx context.Context, fresh string) error {
	if exists(r.Backup + "-wal") {
		return copyWithLog(ctx, r.Backup, fresh)
	}
	return copyTo(ctx, r.Backup, fresh)
}

// copyTo copies a file to a new one, for the user alone, which lasts once it returns.
func copyTo(ctx context.Context, from, to string) error {
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(copyInto(ctx, f, from), f.Sync(), f.Close())
}

// setAside gives the journal at path another name, with its log, and returns it; "" where there is none. The old names of both stay
// until the new ones last. The log goes first: beside another file SQLite would take what is in it into that one.
func setAside(path string, day notes.Date) (kept string, err error) {
	if !exists(path) && !exists(path+"-wal") {
		return "", nil
	}
	end := filepath.Ext(path)
	base := strings.TrimSuffix(path, end) + replacedMark + string(day)
	if kept, err = begunAside(path); err != nil {
		return "", err
	}
	if kept == "" {
		kept = base + end
		for n := 2; exists(kept) || exists(kept+"-wal"); n++ {
			kept = base + "-" + strconv.Itoa(n) + end
		}
	}
	if st, err := os.Stat(path); err == nil && st.IsDir() { // a protected one
		restoreStep()
		return kept, errors.Join(os.Rename(path, kept), syncFolder(filepath.Dir(path)))
	}
	for _, part := range []string{"", "-wal", "-journal"} {
		if !exists(path+part) || sameFolder(path+part, kept+part) {
			continue
		}
		restoreStep()
		if err := os.Link(path+part, kept+part); err != nil { // a disk without links
			if err := copyTo(context.Background(), path+part, kept+part); err != nil {
				return "", errors.Join(err, removed(kept), removed(kept+part))
			}
		}
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return "", err
	}
	restoreStep()
	return kept, errors.Join(removed(path+"-wal"), removed(path+"-shm"), removed(path+"-journal"))
}

// begunAside is another name of the file at path, which it got by a try that was broken off: with one name more it would open under
// none of them. It is "" where it has none.
func begunAside(path string) (string, error) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return "", err
	}
	for _, e := range entries {
		other := filepath.Join(filepath.Dir(path), e.Name())
		if strings.HasPrefix(other, strings.TrimSuffix(path, filepath.Ext(path))+replacedMark) && sameFolder(path, other) {
			return other, nil
		}
	}
	return "", nil
}

func explainRestore(path, backup string, err error) error {
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, notes.ErrFull):
		return say(notes.ErrFull, err, voice.T("There's no space left on the disk with {folder}. Nothing was changed. "+
			"Free up some space and try again.", "folder", filepath.Dir(path)))
	}
	return explainOpenBackup(backup, err)
}
