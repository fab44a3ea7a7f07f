package storage

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/voice"
)

const (
	// mergedMark stands in the name of a copy that was merged, beforeMergeMark in that of the journal as it was before, each
	// before the day.
	mergedMark      = ".merged-"
	beforeMergeMark = ".before-merge-"
)

// conflictName is how a sync program names the copy that it keeps where two computers changed a file: what it puts between the
// file's name and its ending, or behind that.
type conflictName struct {
	program string // "" where several name theirs so
	rest    *regexp.Regexp
	example string
}

// conflictNames are looked through in order: the clearest first.
var conflictNames = []conflictName{
	{"Syncthing", regexp.MustCompile(`^\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]+)?$`), ".sync-conflict-20261126-120102-K7QZ3AB"},
	{"Seafile", regexp.MustCompile(`^ \(SFConflict .*\)$`), " (SFConflict ana@example.org 2026-11-26-12-01-02)"},
	{"Resilio Sync", regexp.MustCompile(`(?i)^(\.Conflict\d*)+$`), ".Conflict"},
	{"Nextcloud", regexp.MustCompile(`^ \(conflicted copy \d{4}-\d\d-\d\d \d{6}\)$`), " (conflicted copy 2026-11-26 120102)"},
	{"Nextcloud", regexp.MustCompile(`^_conflict(-.*)?-\d{8}-\d{6}$`), "_conflict-20261126-120102"},
	{"Dropbox", regexp.MustCompile(`(?i)^ \(.*conflicted copy.*\)$`), " (Ana's conflicted copy 2026-11-26)"},
	{"Dropbox", regexp.MustCompile(`(?i)^ \((case|selective sync|unicode encoding|white ?space) conflict.*\)$`), " (Case Conflict)"},
	{"Synology Drive", regexp.MustCompile(`(?i)^_.+_[a-z]{3}-\d\d-\d{4,6}-\d{4}_[a-z]*conflict(_\d+)?$`), "_Ana-PC_Nov-26-1201-2026_Conflict"},
	{"Box", regexp.MustCompile(`(?i)^ ?\(conflicted version.*\)$`), " (conflicted version)"},
	{"pCloud", regexp.MustCompile(`(?i)^ ?[\[(]conflicted[^\])]*[\])]$`), " [conflicted]"},
	{"", regexp.MustCompile(`(?i)^[ ._-]*\(?.*conflict.*\)?$`), " conflict 1"},
	{"", regexp.MustCompile(`^ ?\(\d{1,3}\)$`), " (1)"},
	{"iCloud", regexp.MustCompile(`^ \d{1,3}$`), " 2"},
	{"OneDrive", regexp.MustCompile(`^-[A-Z0-9][A-Za-z0-9]*(-[A-Za-z0-9]+)*$`), "-DESKTOP-4F2K9QA"},
}

// conflictOf reports whether a file is called as a conflict copy of own is, and by which program.
func conflictOf(name, own string) (program string, ok bool) {
	end := filepath.Ext(own)
	stem := strings.TrimSuffix(own, end)
	rest, ok := strings.CutPrefix(name, stem)
	if !ok || name == own {
		return "", false
	}
	between, ended := strings.CutSuffix(rest, end)
	if behind, is := strings.CutPrefix(rest, end); !ended && is {
		between = behind // "journal.handback (1)"
	} else if !ended {
		return "", false
	}
	if between == "" || slices.ContainsFunc(withJournal, func(mark string) bool { return strings.HasPrefix(between, mark) }) {
		return "", false
	}
	for _, n := range conflictNames {
		if n.rest.MatchString(between) {
			return n.program, true
		}
	}
	return "", false
}

// ConflictCopies are the copies of the journal that sync programs put beside it, the newest first: such as are called so, and are
// of this very journal where they can be read. None is changed by looking.
func (j *Journal) ConflictCopies() ([]notes.ConflictCopy, error) {
	uid, _, err := j.WrittenLast()
	if err != nil {
		return nil, err
	}
	found, err := j.conflictsInVault(uid)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(filepath.Dir(j.path)) // the journal isn't held up meanwhile
	if err != nil {
		return nil, translate(err)
	}
	for _, e := range entries {
		program, ok := conflictOf(e.Name(), filepath.Base(j.path))
		if !ok || !e.Type().IsRegular() {
			continue
		}
		copied, of := j.lookAtCopy(filepath.Join(filepath.Dir(j.path), e.Name()))
		if copied.Wrong == "" && of != uid {
			continue // a journal of somebody else's, whatever it is called
		}
		copied.By = program
		found = append(found, copied)
	}
	slices.SortFunc(found, func(a, b notes.ConflictCopy) int {
		return cmp.Or(b.Saved.Compare(a.Saved), strings.Compare(a.Path, b.Path))
	})
	return found, nil
}

// lookAtCopy reads what a copy is and how much is in it.
func (j *Journal) lookAtCopy(path string) (found notes.ConflictCopy, uid string) {
	found.Path = path
	if st, err := os.Stat(path); err == nil {
		found.Saved = st.ModTime().In(j.now().Location())
	}
	seen, err := look(path)
	if err == nil {
		uid, err = j.readCopy(path, seen, &found)
	}
	if err != nil {
		found.Wrong = whyNoCopy(err)
	}
	return found, uid
}

// whyNoCopy says why a copy can't be merged.
func whyNoCopy(err error) string {
	switch err = translate(err); {
	case errors.Is(err, notes.ErrReadOnly):
		return newerCopy().Error()
	case errors.Is(err, notes.ErrNoAccess):
		return voice.T("You don't have permission to read this copy.")
	}
	return voice.T("This copy can't be read. It may still be on its way, or it's damaged.")
}

func (j *Journal) readCopy(path string, seen header, found *notes.ConflictCopy) (uid string, err error) {
	steps, err := migrations()
	if err != nil {
		return "", err
	}
	if seen.schema > len(steps) {
		return "", newerCopy()
	}
	c, err := openConn(readable(path, !seen.log))
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, c.close()) }()
	return c.aboutCopy(found, j.now().Location())
}

func (c *conn) aboutCopy(found *notes.ConflictCopy, zone *time.Location) (uid string, err error) {
	if uid, found.Saved, err = c.writtenLast(zone); err != nil {
		return "", err
	}
	var last int64 // of each an index knows it: no text is read
	err = c.row(`SELECT (SELECT count(*) FROM note) - (SELECT count(*) FROM note WHERE deleted_at IS NOT NULL),
		(SELECT count(*) FROM person WHERE kind <> 'me' AND deleted_at IS NULL), (SELECT coalesce(max(at), 0) FROM revision)`,
		nil, &found.Notes, &found.People, &last)
	if at := time.UnixMilli(last).In(zone); at.After(found.Saved) {
		found.Saved = at
	}
	return uid, err
}

// MergeCopy takes everything of a conflict copy into the journal, as an archive is taken: by uid, of each row the newest, texts
// joined by line. Before that the journal is copied beside itself; afterwards the copy is put aside under another name, and never
// deleted. Where it returns an error the journal is as it was, and the copy in its place.
func (j *Journal) MergeCopy(path string, progress archive.Progress) (did archive.Imported, put notes.Merged, err error) {
	if j.isClosed() {
		return did, put, notes.ErrClosed
	}
	if why, is := j.ReadOnly(); is {
		return did, put, say(notes.ErrReadOnly, nil, why)
	}
	other, inVault, err := j.openConflict(path)
	if err != nil {
		return did, put, err
	}
	tree, of, err := other.asTree(progress)
	if err := errors.Join(err, other.Close()); err != nil {
		return did, put, err
	}
	end := filepath.Ext(j.Path())
	stem, day := strings.TrimSuffix(j.Path(), end), string(notes.DateOf(j.now()))
	if put.Before, err = j.SaveCopy(freeNameIn(stem+beforeMergeMark+day, end)); err != nil {
		return did, notes.Merged{}, err
	}
	source := newReadTree(tree)
	source.ofJournal = true
	if did, err = j.mergeTree(source, path, of, progress); err != nil {
		return did, notes.Merged{}, errors.Join(err, RemoveAll(put.Before)) // a protected one is a folder
	}
	put.Aside = freeNameIn(stem+mergedMark+day, end)
	if inVault != nil {
		put.Aside, err = path+mergedMark+day, j.putVaultCopyAside(inVault, notes.Date(day))
	} else {
		err = putAside(path, put.Aside)
	}
	if err != nil {
		put.Aside = path // it is all in the journal; that it stays where it is takes nothing away
	}
	return did, put, nil
}

// openConflict opens a conflict copy to read it; inVault are the files that it is made of where the journal is a protected one.
func (j *Journal) openConflict(path string) (other *Journal, inVault *vaultCopy, err error) {
	if filepath.Dir(path) != j.Path() {
		other, err = openCopy(path, j.now)
		return other, nil, err
	}
	if inVault, err = copyInVault(j.Path()); err == nil && inVault == nil {
		err = notes.ErrNotFound
	}
	if err == nil {
		other, err = j.openVaultCopy(inVault)
	}
	return other, inVault, err
}

// openCopy opens a journal for reading alone: not a byte of it or beside it changes, whatever schema and log it has.
func openCopy(path string, now func() time.Time) (*Journal, error) {
	j := &Journal{path: path, now: now, mayWait: true, clean: func() error { return nil }}
	j.why = voice.T("This is a copy of your journal, so you can only read it.")
	if err := j.openCopy(); err != nil {
		return nil, errors.Join(explain(path, err), j.close())
	}
	return j, nil
}

func (j *Journal) openCopy() error {
	seen, err := look(j.path)
	if err != nil {
		return err
	}
	steps, err := migrations()
	if err != nil {
		return err
	}
	if seen.schema > len(steps) {
		return newerCopy()
	}
	file := j.path
	if seen.log {
		if file, err = j.copyAside(); err != nil {
			return err
		}
	}
	return j.openToRead(file, seen, steps)
}

func newerCopy() error {
	return say(notes.ErrReadOnly, nil, voice.T("A newer version of Handback wrote this copy. Update Handback to combine the two."))
}

// asTree is everything in the journal as an archive in memory, and how many notes there are.
func (j *Journal) asTree(progress archive.Progress) (tree fs.FS, of int, err error) {
	m := newArchiveMemory()
	x := &exporter{c: j.c, d: m, progress: progress}
	if err := x.all(); err != nil {
		return nil, 0, err
	}
	tree, err = m.tree()
	return tree, x.of, err
}

// freeNameIn is a name that nothing has, with the ending.
func freeNameIn(stem, end string) string {
	name := stem + end
	for n := 2; exists(name) || exists(name+"-wal"); n++ {
		name = stem + "-" + strconv.Itoa(n) + end
	}
	return name
}

// putAside gives a copy and its log another name.
func putAside(path, to string) error {
	if exists(path + "-wal") {
		if err := os.Rename(path+"-wal", to+"-wal"); err != nil {
			return err
		}
	}
	if err := os.Rename(path, to); err != nil {
		return err
	}
	for _, end := range []string{"-shm", ".lock"} {
		_ = os.Remove(path + end) // what opening it to read left there
	}
	return syncFolder(filepath.Dir(path))
}
