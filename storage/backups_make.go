package storage

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
	"time"

	"handback/notes"
	"handback/notes/backups"
	"handback/notes/voice"
)

// backingUp lets the journal close while it is backed up.
type backingUp struct {
	one  sync.Mutex // held while a backup is made
	mu   sync.Mutex
	stop context.CancelFunc // nil while none is made
	over bool               // the journal closes: none begins any more
}

// begin reports false where the journal closes.
func (b *backingUp) begin(ctx context.Context) (context.Context, bool) {
	b.one.Lock()
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.over {
		b.one.Unlock()
		return ctx, false
	}
	ctx, b.stop = context.WithCancel(ctx)
	return ctx, true
}

func (b *backingUp) end() {
	b.mu.Lock()
	b.stop()
	b.stop = nil
	b.mu.Unlock()
	b.one.Unlock()
}

// close ends the backup that is being made, and returns when it has let go of the journal.
func (b *backingUp) close() {
	b.mu.Lock()
	b.over = true
	if b.stop != nil {
		b.stop()
	}
	b.mu.Unlock()
	b.one.Lock()
	b.one.Unlock() //nolint:staticcheck // it was waited for, nothing is done with it
}

// sealedBackups is how a protected journal is backed up.
type sealedBackups struct {
	// write writes the key file and a snapshot of what is committed as one zip into a new file at path.
	write func(ctx context.Context, path string) error
	// open is the mode that reads what is in such a zip, with the key that is open; clean takes away what that needed.
	open func(ctx context.Context, path string) (m mode, clean func() error, err error)
}

// BackUp makes a backup where something was changed since the last one, and lets go of those that are not kept. It reads the journal
// as it is at the beginning, piece by piece, and holds nobody up meanwhile. A backup counts once it was read back and counted: what
// is there before that is never found among the backups. Where it returns an error, all that were there are there. It ends with
// context.Canceled where the journal is closed meanwhile, and does nothing in a journal that can only be read.
func (j *Journal) BackUp(ctx context.Context) (backups.Done, error) { return j.backUp(ctx, false) }

// BackUpByHand is BackUp for a manager who asks for it: the backup is kept as one of its own, whatever is made after it. Where
// nothing was changed since the last one, that is it.
func (j *Journal) BackUpByHand(ctx context.Context) (backups.Done, error) { return j.backUp(ctx, true) }

func (j *Journal) backUp(ctx context.Context, byHand bool) (done backups.Done, err error) {
	if j.why != "" {
		return done, nil
	}
	ctx, ok := j.backing.begin(ctx)
	if !ok {
		return done, notes.ErrClosed
	}
	defer j.backing.end()
	b := backup{j: j, now: j.now(), folder: BackupsFolder(j.path), byHand: byHand}
	if err = b.settings(); err != nil {
		return done, err
	}
	done.Most = b.most
	if done.Made, err = b.make(ctx); err != nil {
		return done, explainBackup(b.folder, err)
	}
	if done.Gone, err = letGoOf(b.folder, b.most, b.now.Location()); err != nil {
		return done, explainBackup(b.folder, err)
	}
	if b.second != "" {
		var gone []backups.Backup
		done.Sealed, gone, done.Second = b.sealAway(ctx)
		done.Gone = append(done.Gone, gone...)
	}
	return done, nil
}

// backup is the making of one.
type backup struct {
	j           *Journal
	now         time.Time
	folder      string
	most        int64
	second, key string // see backups.SettingFolder and backups.SettingKey
	mark        string // of the second folder, see backups.SettingMark
	have        []backups.Backup
	byHand      bool
}

func (b *backup) settings() (err error) {
	most := ""
	for _, s := range []struct {
		key string
		to  *string
	}{
		{backups.SettingFolder, &b.second}, {backups.SettingKey, &b.key}, {backups.SettingMark, &b.mark}, {backups.SettingMost, &most},
	} {
		if *s.to, err = b.j.Setting(s.key); err != nil {
			return err
		}
	}
	b.most = backups.MostOf(most)
	return nil
}

// make makes the backup in the journal's own folder; nil where nothing was changed since the newest.
func (b *backup) make(ctx context.Context) (*backups.Backup, error) {
	if err := makeFolder(b.folder); err != nil {
		return nil, err
	}
	if err := dropLeftovers(b.folder); err != nil {
		return nil, err
	}
	var err error
	if b.have, err = backupsIn(b.folder); err != nil {
		return nil, err
	}
	end := plainEnd
	if b.j.mode.sealed != nil {
		end = sealedEnd
	}
	path := filepath.Join(b.folder, nextBackup(b.have, b.now, end))
	part := path + partEnd
	about, err := b.write(ctx, part)
	if err == nil && about == nil {
		return nil, b.markByHand()
	}
	if err == nil {
		err = b.keep(part, path, about)
	}
	if err != nil {
		return nil, errors.Join(err, dropLeftovers(b.folder))
	}
	made, err := BackupAt(path)
	return &made, err
}

// markByHand says of the newest backup, which has all that is there, that it was asked for.
func (b *backup) markByHand() error {
	if !b.byHand || b.have[0].ByHand {
		return nil
	}
	about, err := readAbout(b.have[0].Path)
	if err != nil {
		return err
	}
	about.ByHand = true
	return writeAbout(b.have[0].Path, about)
}

// keep gives what was read back its name.
func (b *backup) keep(part, path string, about *aboutBackup) error {
	if err := writeAbout(path, *about); err != nil {
		return err
	}
	if err := os.Rename(part, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// write writes the journal to a new file and reads it back; nil where the newest backup says all of it.
func (b *backup) write(ctx context.Context, part string) (*aboutBackup, error) {
	if b.j.mode.sealed != nil {
		return b.writeSealed(ctx, part)
	}
	c, _, err := b.j.besides()
	if err != nil {
		return nil, err
	}
	was, err := b.copyFrom(ctx, c, part)
	if err = errors.Join(err, translate(c.close())); err != nil || was == nil {
		return nil, err
	}
	is, err := b.readBack(ctx, readable(part, true), part)
	if err != nil {
		return nil, err
	}
	if is.People != was.People || is.Notes != was.Notes || is.Goals != was.Goals || is.LastNote != was.LastNote || is.State != was.State {
		return nil, fmt.Errorf("a backup holds %+v of %+v: %w", *is, *was, notes.ErrDamaged)
	}
	return is, nil
}

func (b *backup) writeSealed(ctx context.Context, part string) (*aboutBackup, error) {
	b.j.mu.Lock()
	if b.j.c.closed() {
		b.j.mu.Unlock()
		return nil, notes.ErrClosed
	}
	state, err := b.j.c.stateForBackup()
	b.j.mu.Unlock()
	if err != nil || b.isNewest(state) {
		return nil, err
	}
	if err := b.j.mode.sealed.write(ctx, part); err != nil {
		return nil, err
	}
	m, clean, err := b.j.mode.sealed.open(ctx, part)
	if err != nil {
		return nil, err
	}
	about, err := b.readBack(ctx, m, part)
	return about, errors.Join(err, clean())
}

// isNewest reports whether the newest backup was made of this state, and is still there.
func (b *backup) isNewest(state string) bool {
	if len(b.have) == 0 || !b.have[0].Counted || b.have[0].Sealed != (b.j.mode.sealed != nil) { // of the journal in its other form
		return false
	}
	about, err := readAbout(b.have[0].Path)
	return err == nil && about.State == state
}

// backupPages is how many pages are copied at once, and syncBackupAfter after how many bytes the disk is waited for: who saves
// meanwhile waits for no more than that.
const (
	backupPages     = 32
	syncBackupAfter = 2 << 20
)

// copyFrom copies what a connection sees into a new file; nil where the newest backup says it already.
func (b *backup) copyFrom(ctx context.Context, from *conn, part string) (*aboutBackup, error) {
	about, err := from.aboutBackup()
	if err != nil || b.isNewest(about.State) {
		return nil, err
	}
	f, err := os.OpenFile(part, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	err = copyPages(ctx, from, part, f)
	return about, errors.Join(err, f.Sync(), f.Close())
}

func copyPages(ctx context.Context, from *conn, part string, f *os.File) (err error) {
	m := copied(part)
	m.pragmas = append(slices.Clone(m.pragmas), "PRAGMA synchronous = OFF", "PRAGMA cache_size = -2000") // f waits for the disk
	to, err := openConn(m)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, translate(to.close())) }()
	if err := from.script("PRAGMA cache_size = -2000"); err != nil {
		return err
	}
	pages, err := to.one.Backup("main", from.one, "main")
	if err != nil {
		return translate(err)
	}
	synced := int64(0)
	for done := false; !done && err == nil; {
		if err = ctx.Err(); err != nil {
			break
		}
		if done, err = pages.Step(backupPages); err != nil {
			break
		}
		if st, statErr := f.Stat(); statErr == nil && st.Size()-synced > syncBackupAfter {
			synced = st.Size()
			err = f.Sync()
		}
	}
	return translate(errors.Join(err, pages.Finish()))
}

// readBack opens what was written, checks it and counts what is in it.
func (b *backup) readBack(ctx context.Context, m mode, path string) (*aboutBackup, error) {
	c, err := openConn(m)
	if err != nil {
		return nil, err
	}
	if err = c.script("PRAGMA cache_size = -8000"); err == nil {
		err = c.isSound(ctx)
	}
	var about *aboutBackup
	if err == nil {
		about, err = c.aboutBackup()
	}
	if err = errors.Join(err, translate(c.close())); err != nil {
		return nil, err
	}
	about.Made, about.ByHand = b.now.UTC(), b.byHand
	about.Sum, about.Size, err = fileSum(ctx, path)
	return about, err
}

// isSound returns ErrDamaged where SQLite finds fault with what is read, or a row belongs to none.
func (c *conn) isSound(ctx context.Context) error {
	found := 0
	for _, check := range []string{"PRAGMA integrity_check(1)", "PRAGMA foreign_key_check"} {
		rows, err := c.one.QueryContext(ctx, check, nil)
		if err != nil {
			return translate(err)
		}
		values := make(row, len(rows.Columns()))
		for err = rows.Next(values); err == nil; err = rows.Next(values) {
			if said, _ := values[0].(string); said != "ok" {
				found++
			}
		}
		if errors.Is(err, io.EOF) {
			err = nil
		}
		if err = errors.Join(err, rows.Close(), ctx.Err()); err != nil {
			return translate(err)
		}
	}
	if found > 0 {
		return notes.ErrDamaged
	}
	return nil
}

// aboutBackup counts what a connection sees.
func (c *conn) aboutBackup() (*aboutBackup, error) {
	about, err := c.countsForBackup()
	if err == nil {
		about.State, err = c.stateForBackup()
	}
	return about, err
}

func (c *conn) countsForBackup() (*aboutBackup, error) {
	about := &aboutBackup{}
	const counts = `SELECT (SELECT count(*) FROM person WHERE kind <> 'me' AND deleted_at IS NULL),
		(SELECT count(*) FROM note WHERE deleted_at IS NULL), (SELECT count(*) FROM goal WHERE deleted_at IS NULL),
		(SELECT coalesce(max(date), '') FROM note WHERE deleted_at IS NULL AND kind <> 'planned')`
	return about, c.row(counts, nil, &about.People, &about.Notes, &about.Goals, &about.LastNote)
}

// lookedAt are the tables that change where somebody only looks.
var lookedAt = []string{"prompt_event", "setting"}

// stateForBackup changes with whatever the manager changes: how many rows each table has, and which of them was written last. It
// changes too when the file was wiped of what was deleted for good: until then a copy of its pages has pieces of it.
func (c *conn) stateForBackup() (string, error) {
	tables, err := c.arcTables()
	if err != nil {
		return "", err
	}
	all := sha256.New()
	for _, t := range tables {
		_, dated := t.column("updated_at")
		if slices.Contains(lookedAt, t.name) {
			continue
		}
		column := "updated_at"
		if !dated {
			column = "at"
		}
		var n, newest int64
		if err := c.row("SELECT count(*), coalesce(max("+column+"), 0) FROM "+t.name, nil, &n, &newest); err != nil {
			return "", err
		}
		fmt.Fprintln(all, t.name, n, newest)
	}
	type kept struct {
		key string
		at  int64
	}
	settings, err := list(c, "SELECT key, updated_at FROM setting ORDER BY key", nil, func(s scanner) (k kept, err error) {
		err = s.Scan(&k.key, &k.at)
		return k, err
	})
	for _, s := range settings {
		if !ofMachine(s.key) || s.key == erasedKey {
			fmt.Fprintln(all, s.key, s.at)
		}
	}
	return hex.EncodeToString(all.Sum(nil)[:hashBytes]), err
}

// fileSum is what is in a file, in short, and how long it is.
func fileSum(ctx context.Context, path string) (sum string, size int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return "", 0, err
	}
	defer f.Close() //nolint:errcheck // it is only read
	h := sha256.New()
	size, err = io.Copy(h, cancelled{ctx, f})
	return hex.EncodeToString(h.Sum(nil)), size, err
}

// cancelled reads until its context is over.
type cancelled struct {
	ctx  context.Context
	from io.Reader
}

func (c cancelled) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.from.Read(p)
}

// explainBackup says in a sentence why nothing could be done in a folder of backups.
func explainBackup(folder string, err error) error {
	var said sayError
	if err == nil || errors.As(err, &said) || errors.Is(err, context.Canceled) {
		return err
	}
	err = translate(err)
	switch {
	case errors.Is(err, syscall.ENOTDIR):
		return say(notes.ErrNoAccess, err, voice.T("Backups can't go into {folder}: there's a file with that name. Rename that file.",
			"folder", folder))
	case errors.Is(err, notes.ErrDisk):
		return say(notes.ErrDisk, err, voice.T("Handback couldn't read from or write to the backups folder {folder}. "+
			"Check the disk and its connection.", "folder", folder))
	case errors.Is(err, notes.ErrFull):
		return say(notes.ErrFull, err, voice.T("There's no space left for a backup in {folder}. Your earlier backups are all there. "+
			"Free up some space, or lower the limit in Settings.", "folder", folder))
	case errors.Is(err, notes.ErrNoAccess), errors.Is(err, notes.ErrReadOnly):
		return say(notes.ErrNoAccess, err, voice.T("You don't have permission to use the backups folder {folder}. "+
			"Change its permissions, so that your journal can be backed up.", "folder", folder))
	case errors.Is(err, notes.ErrDamaged):
		return say(notes.ErrDamaged, err, voice.T("The last backup couldn't be read back, so Handback deleted it. "+
			"Your earlier backups are all there. The journal itself may be damaged: save a copy of it."))
	}
	return fmt.Errorf("back up into %s: %w", folder, err)
}
