package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"handback/notes"
	"handback/notes/backups"
)

// Backups lie in a folder beside the journal: of journal.handback in journal.backups. Each is a file of its own, "2026-11-26-1403-000007"
// with the end of its kind: the local time, and a number that counts up. Beside it lies what is in it, so that a list is there at once;
// without it the list says less. What is not whole yet ends in ".part".
const (
	backupsEnd = ".backups"
	plainEnd   = ".handback" // an SQLite file, as the journal is one
	sealedEnd  = ".zip"      // the key, sealed by a passphrase, and the journal, sealed by the key
	aboutEnd   = ".json"
	partEnd    = ".part"
)

var backupName = regexp.MustCompile(`^(\d{4}-\d\d-\d\d-\d{4})-(\d{6,})(\.handback|\.zip)$`)

// backupBegins is how the names of all files begin that belong to backups, whole or not.
var backupBegins = regexp.MustCompile(`^\d{4}-\d\d-\d\d-\d{4}-\d{6,}\.(handback|zip)`)

const backupTime = "2006-01-02-1504"

// BackupsFolder is where the backups of the journal at path lie.
func BackupsFolder(path string) string {
	return strings.TrimSuffix(path, filepath.Ext(path)) + backupsEnd
}

// aboutBackup is what is kept beside a backup.
type aboutBackup struct {
	Made     time.Time  `json:"made"`
	People   int        `json:"people"`
	Notes    int        `json:"notes"`
	Goals    int        `json:"goals"`
	LastNote notes.Date `json:"lastNote,omitempty"`
	Size     int64      `json:"size"`
	Sum      string     `json:"sha256"`
	// State changes with what is in the journal; a backup of the same state would be the same one.
	State  string `json:"state"`
	ByHand bool   `json:"byHand,omitempty"` // the manager asked for it
}

// Backups are those of the journal at path, newest first. It reads no journal: one that is damaged or gone has them too.
func Backups(path string) ([]backups.Backup, error) {
	path, err := journalAt(path)
	if err != nil {
		return nil, err
	}
	return backupsIn(BackupsFolder(path))
}

// journalAt is where the journal of a path is, or was.
func journalAt(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	inside := filepath.Join(path, FileName) // a folder may be a protected journal, whatever is left of it, or hold a plain one
	if isFolder(path) && !IsProtected(path) && (exists(inside) || !exists(BackupsFolder(path))) {
		path = inside
	}
	if followed, err := realPath(path); err == nil {
		path = followed
	}
	return path, nil
}

// backupsIn are those in a folder, newest first.
func backupsIn(folder string) ([]backups.Backup, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, explainBackup(folder, err)
	}
	var all []backups.Backup
	for _, e := range entries {
		if !e.Type().IsRegular() || !backupName.MatchString(e.Name()) {
			continue
		}
		if b, err := BackupAt(filepath.Join(folder, e.Name())); err == nil {
			all = append(all, b) // one that went meanwhile is none
		}
	}
	backups.SortNewestFirst(all)
	return all, nil
}

// BackupAt is the backup in a file, whatever the file is called: what is known of it without opening it.
func BackupAt(path string) (backups.Backup, error) {
	st, err := os.Stat(path)
	if err != nil {
		return backups.Backup{}, explainBackup(filepath.Dir(path), err)
	}
	b := backups.Backup{Path: path, Made: st.ModTime().UTC(), Size: st.Size(), Sealed: strings.EqualFold(filepath.Ext(path), sealedEnd)}
	if found := backupName.FindStringSubmatch(filepath.Base(path)); found != nil {
		b.Number, _ = strconv.ParseInt(found[2], 10, 64) // more digits than there are numbers are no number
	}
	about, err := readAbout(path)
	if err == nil && about.Size == st.Size() {
		b.Made, b.People, b.Notes, b.Goals, b.LastNote = about.Made, about.People, about.Notes, about.Goals, about.LastNote
		b.Counted, b.ByHand = true, about.ByHand
	}
	return b, nil
}

func readAbout(path string) (about aboutBackup, err error) {
	data, err := os.ReadFile(path + aboutEnd)
	if err == nil {
		err = json.Unmarshal(data, &about)
	}
	return about, err
}

// writeAbout writes it whole or not at all.
func writeAbout(path string, about aboutBackup) error {
	data, err := json.Marshal(about)
	if err != nil {
		return err
	}
	part := path + aboutEnd + partEnd
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(append(data, '\n'))
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(part, path+aboutEnd)
	}
	if err != nil {
		return errors.Join(err, removed(part))
	}
	return nil
}

// nextBackup is the name of the next backup in a folder.
func nextBackup(have []backups.Backup, now time.Time, end string) string {
	number := int64(1)
	for _, b := range have {
		number = max(number, b.Number+1)
	}
	return fmt.Sprintf("%s-%06d%s", now.Format(backupTime), number, end)
}

// letGoOf deletes the backups in a folder that are not kept, and what a run that was killed left there. Gone are those that went for
// want of room.
func letGoOf(folder string, most int64, zone *time.Location) (gone []backups.Backup, err error) {
	all, err := backupsIn(folder)
	if err != nil {
		return nil, err
	}
	n := len(all)
	made, sizes, byHand := make([]time.Time, n), make([]int64, n), make([]bool, n)
	for i, b := range all {
		made[n-1-i], sizes[n-1-i], byHand[n-1-i] = b.Made, b.Size, b.ByHand
	}
	keep := backups.KeepByHand(backups.Keep(made, zone), byHand)
	fits := backups.Fit(sizes, keep, most)
	for i, b := range all {
		at := n - 1 - i
		if fits[at] {
			continue
		}
		if err := dropBackup(b.Path); err != nil {
			return gone, explainBackup(folder, err)
		}
		if keep[at] {
			gone = append(gone, b)
		}
	}
	return gone, dropLeftovers(folder)
}

// dropBackup deletes a backup: first what makes it one.
func dropBackup(path string) error { return errors.Join(removed(path), removed(path+aboutEnd)) }

// dropLeftovers deletes what is no whole backup, and what is about one that is gone.
func dropLeftovers(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := e.Name()
		whole, about := strings.CutSuffix(name, aboutEnd)
		part := strings.Contains(name, partEnd) && backupBegins.MatchString(name)
		if !part && (!about || !backupName.MatchString(whole) || exists(filepath.Join(folder, whole))) {
			continue
		}
		if err := RemoveAll(filepath.Join(folder, name)); err != nil {
			return err
		}
	}
	return nil
}

// DeleteBackups deletes backups for good, and what was kept beside a journal (PutAside, CopiesMade); each is written over first, as far
// as its disk does that in place. Left are those that could not be deleted.
func DeleteBackups(all []string) (left []string, err error) {
	folders := map[string]bool{}
	for _, path := range all {
		drop := dropBackup
		if backupName.MatchString(filepath.Base(path)) {
			_ = overwrite(path) // what can't be written over is deleted all the same
		} else {
			drop = dropAside
		}
		if gone := drop(path); gone != nil {
			left, err = append(left, path), errors.Join(err, explainBackup(filepath.Dir(path), gone))
			continue
		}
		folders[filepath.Dir(path)] = true
	}
	for folder := range folders {
		if strings.HasSuffix(folder, backupsEnd) {
			err = errors.Join(err, dropLeftovers(folder), dropMarks(folder))
		}
		err = errors.Join(err, syncFolder(folder))
		if strings.HasSuffix(folder, backupsEnd) {
			_ = os.Remove(folder) // unless something is in it
		}
	}
	return left, err
}

// PlainBackups are the files with backups of the journal at path that anyone who has the disk can read.
func PlainBackups(path string) ([]string, error) {
	all, err := Backups(path)
	return plainOf(all), err
}

func plainBackupsIn(folder string) ([]string, error) {
	all, err := backupsIn(folder)
	return plainOf(all), err
}

func plainOf(all []backups.Backup) (plain []string) {
	for _, b := range all {
		if !b.Sealed {
			plain = append(plain, b.Path)
		}
	}
	return plain
}
