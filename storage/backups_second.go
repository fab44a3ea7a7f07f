package storage

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"handback/notes"
	"handback/notes/backups"
	"handback/notes/voice"
)

// A second folder lies on a disk that comes and goes: where it is away its mount point may stay, an empty folder of the same path.
// So the folder has a mark, an ordinary file that is copied and synced along with the backups, and the journal knows its name.
// A name and not a text, since a sync program may show files whose content isn't here.
var markName = regexp.MustCompile(`^handback-folder-[a-z0-9]{12}\.txt$`)

func markFile(mark string) string { return "handback-folder-" + mark + ".txt" }

// secondName is the end of the names of this journal's folders in the second folder, which those of others may share.
func (b *backup) secondName() (string, error) {
	b.j.mu.Lock()
	defer b.j.mu.Unlock()
	me, err := one(b.j.c, "SELECT uid FROM person WHERE kind = 'me'", scalar[string])
	if err != nil {
		return "", err
	}
	return "-" + me[:min(6, len(me))] + backupsEnd, nil
}

// secondFolder is the folder of this journal in the second folder.
func (b *backup) secondFolder() (string, error) {
	name, err := b.secondName()
	if err != nil {
		return "", err
	}
	return filepath.Join(b.second, strings.TrimSuffix(filepath.Base(b.folder), backupsEnd)+name), nil
}

// UseSecondFolder marks a folder as the one that sealed backups go to, and returns what is kept of that in backups.SettingMark.
// A folder that was this journal's before stays that one.
func (j *Journal) UseSecondFolder(second string) (mark string, err error) {
	b := backup{j: j, now: j.now(), folder: BackupsFolder(j.path), second: second}
	folder, err := b.secondFolder()
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(second); err != nil {
		return "", b.secondIsAway(err)
	}
	if mark, err = markIn(folder); err != nil || mark != "" {
		return mark, explainBackup(folder, err)
	}
	mark = newUID()[:12]
	if err := makeFolder(folder); err != nil {
		return "", explainBackup(folder, err)
	}
	return mark, explainBackup(folder, writeMark(folder, mark))
}

// markIn is the mark that a folder has, "" where it has none.
func markIn(folder string) (string, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	for _, e := range entries {
		if markName.MatchString(e.Name()) {
			return strings.TrimSuffix(strings.TrimPrefix(e.Name(), "handback-folder-"), ".txt"), nil
		}
	}
	return "", err
}

func writeMark(folder, mark string) error {
	path := filepath.Join(folder, markFile(mark))
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	says := voice.T("This file tells Handback that this is its backup folder. If you delete it, backups here stop.")
	_, err = f.WriteString(says + "\n")
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, removed(path))
	}
	return syncFolder(folder)
}

// dropMarks deletes the marks of a folder in which no backup is left.
func dropMarks(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	var marks []string
	for _, e := range entries {
		if !markName.MatchString(e.Name()) {
			return nil
		}
		marks = append(marks, filepath.Join(folder, e.Name()))
	}
	for _, mark := range marks {
		err = errors.Join(err, removed(mark))
	}
	return err
}

// SecondBackups are the backups of the open journal in the second folder, newest first, and where they lie: "" where none was chosen.
// It returns an error where that folder isn't there or can't be read now, and backups.ErrOtherFolder where another is in its place.
func (j *Journal) SecondBackups() (folder string, all []backups.Backup, err error) {
	b := backup{j: j, now: j.now(), folder: BackupsFolder(j.path)}
	if err := b.settings(); err != nil || b.second == "" {
		return "", nil, err
	}
	if folder, err = b.secondFolder(); err != nil {
		return "", nil, err
	}
	if err := b.secondIsThere(folder); err != nil {
		return folder, nil, err
	}
	all, err = backupsIn(folder)
	return folder, all, err
}

// secondIsThere says so where the second folder isn't: a disk that was taken away is not made as a folder, and what its mount point
// left is not taken for it.
func (b *backup) secondIsThere(folder string) error {
	if _, err := os.Stat(b.second); err != nil {
		return b.secondIsAway(err)
	}
	if b.mark == "" { // chosen before folders had marks: it is this one if backups of this journal are there
		have, err := backupsIn(folder)
		if err != nil || len(have) > 0 {
			return err
		}
		return b.secondIsOther(nil)
	}
	_, err := os.Stat(filepath.Join(folder, markFile(b.mark)))
	if errors.Is(err, fs.ErrNotExist) {
		err = b.markedElsewhere()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return b.secondIsOther(err)
	case err != nil:
		return explainBackup(folder, err)
	}
	return nil
}

// markedElsewhere looks for the mark where the journal had another name; fs.ErrNotExist where it is nowhere.
func (b *backup) markedElsewhere() error {
	name, err := b.secondName()
	if err != nil {
		return err
	}
	entries, err := os.ReadDir(b.second)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), name) && exists(filepath.Join(b.second, e.Name(), markFile(b.mark))) {
			return nil
		}
	}
	return fs.ErrNotExist
}

func (b *backup) secondIsAway(err error) error {
	return say(notes.ErrNoAccess, err, voice.T("The second folder for backups isn't there: {folder}. "+
		"Connect its disk, or choose another folder in Settings.", "folder", b.second))
}

func (b *backup) secondIsOther(err error) error {
	return say(backups.ErrOtherFolder, err, voice.T("No backup went to {folder}: your earlier ones aren't there. "+
		"If its disk isn't connected, connect it. If you emptied the folder, use it again in Settings.", "folder", b.second))
}

// markSecond gives a folder that was chosen before folders had marks its own.
func (b *backup) markSecond() error {
	if b.mark != "" {
		return nil
	}
	mark, err := b.j.UseSecondFolder(b.second)
	if err != nil {
		return err
	}
	b.j.mu.Lock()
	defer b.j.mu.Unlock()
	if b.j.c.closed() {
		return notes.ErrClosed
	}
	return b.j.write(func(t *tx) error { return t.keepSetting(notes.PutSetting{Key: backups.SettingMark, Value: mark}) })
}

// sealAway puts the newest backup into the second folder, sealed, where it isn't there yet.
func (b *backup) sealAway(ctx context.Context) (made *backups.Backup, gone []backups.Backup, err error) {
	have, err := backupsIn(b.folder)
	if err != nil || len(have) == 0 {
		return nil, nil, err
	}
	about, err := readAbout(have[0].Path)
	if err != nil {
		return nil, nil, err
	}
	folder, err := b.secondFolder()
	if err != nil {
		return nil, nil, err
	}
	if err := b.secondIsThere(folder); err != nil {
		return nil, nil, err
	}
	if err := b.markSecond(); err != nil {
		return nil, nil, err
	}
	there, err := backupsIn(folder)
	if err != nil {
		return nil, nil, err
	}
	if len(there) > 0 {
		if last, err := readAbout(there[0].Path); err == nil && last.State == about.State && there[0].Counted {
			return nil, nil, nil
		}
	}
	if err := makeFolder(folder); err != nil {
		return nil, nil, explainBackup(folder, err)
	}
	path := filepath.Join(folder, nextBackup(there, b.now, sealedEnd))
	if err := b.sealTo(ctx, have[0], path, about); err != nil {
		return nil, nil, explainBackup(folder, errors.Join(err, dropLeftovers(folder)))
	}
	sealed, err := BackupAt(path)
	if err != nil {
		return nil, nil, err
	}
	gone, err = letGoOf(folder, b.most, b.now.Location())
	return &sealed, gone, err
}
