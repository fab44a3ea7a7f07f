package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"handback/notes"
)

// ownLog is what a journal's file says of its log.
type ownLog struct {
	origin string // of the log of the last opening that wrote; noLog for none
	round  int64  // in which that was written down
	before string // the origin that was written there before
	inode  string // the disk's number of the file at that moment
}

const (
	noLog      = "none" // no log belongs to the file yet
	unknownLog = "?"    // it was not known yet when that was written
)

func (c *conn) ownLog() (o ownLog, err error) {
	return o, c.row("SELECT origin, round, before, inode FROM own_log", nil, &o.origin, &o.round, &o.before, &o.inode)
}

// claimLog writes down, before anything else is written, which log belongs to this file.
func (j *Journal) claimLog() error {
	if j.claimed || j.held.is == nil || j.vault != nil {
		return nil
	}
	before, err := j.c.ownLog()
	if errors.Is(err, notes.ErrNotFound) {
		before, err = ownLog{origin: unknownLog}, nil
	}
	if err != nil {
		return nil //nolint:nilerr // an older schema, on its way to this one
	}
	j.claimed = true
	if err := j.claim(ownLog{origin: unknownLog, before: before.origin, inode: inodeOf(j.held.is)}); err != nil {
		j.claimed = false
		return err
	}
	// It stands in the file alone from here on; until it does the log says it. Whoever reads meanwhile is not waited for.
	_ = j.checkpoint()
	return nil
}

// claim makes the log, if there is none, and writes down by what it is known.
func (j *Journal) claim(o ownLog) error {
	if err := j.putOwnLog(o); err != nil {
		return err
	}
	l, err := readLog(j.path + "-wal")
	if err != nil || l.origin == "" {
		return nil //nolint:nilerr // a later opening is in doubt, no more
	}
	o.origin, o.round = l.origin, int64(l.round)
	return j.putOwnLog(o)
}

func (j *Journal) putOwnLog(o ownLog) error {
	return j.write(func(t *tx) error {
		t.aside = true
		_, err := t.exec("INSERT OR REPLACE INTO own_log (id, origin, round, before, inode) VALUES (1, ?, ?, ?, ?)",
			o.origin, o.round, o.before, o.inode)
		return err
	})
}

// whose is to which file a log belongs.
type whose int

const (
	ours whose = iota
	doubtful
	anothers
)

// sortLog looks at a log that lies beside the file, before SQLite takes it in. One that belongs to another file is given
// another name. Of one that may, or that is damaged, a copy is kept together with the file.
func (j *Journal) sortLog() error {
	if j.why != "" || j.vault != nil {
		return nil
	}
	l, err := readLog(j.path + "-wal")
	if err != nil {
		return err
	}
	lost := l.behind
	if lost == 0 && committedFrames(j.path+"-shm", l) > l.frames {
		lost = 1
	}
	if l.empty() && lost == 0 {
		return nil
	}
	belongs := j.whoseLog(l)
	if belongs == anothers {
		return j.setOthersAside()
	}
	if belongs == ours && lost == 0 {
		return nil
	}
	return j.keepDoubtful(lost)
}

func (j *Journal) setOthersAside() error {
	if err := j.setLogAside(); err != nil {
		return err
	}
	j.finds(notes.Found{Kind: notes.FoundOtherLog, Path: j.setAside})
	return nil
}

// keepDoubtful keeps file and log as they are before the log is taken, of which so many saves are lost.
func (j *Journal) keepDoubtful(lost int) error {
	kept, err := j.keepBoth()
	if err != nil {
		return err
	}
	if lost == 0 && !j.fitsLog() { // the file alone is whole
		return j.setOthersAside()
	}
	f := notes.Found{Kind: notes.FoundDoubtfulLog, Path: kept}
	if lost > 0 {
		f.Kind, f.Count = notes.FoundBrokenLog, lost
	}
	j.finds(f)
	return nil
}

// whoseLog tells to which file a log belongs.
func (j *Journal) whoseLog(l logState) whose {
	if l.origin == "" {
		return ours // its head is damaged, and it says nothing
	}
	alone, err := j.readOwnLog(true)
	switch {
	case err != nil || alone.origin == unknownLog:
		return doubtful // an older program's, or a file that was written to when the program ended
	case alone.origin == l.origin && (alone.inode == "" || alone.inode == inodeOf(j.held.is)):
		return ours
	case alone.origin == l.origin:
		return doubtful // a copy of the file
	}
	with, err := j.readOwnLog(false)
	if err == nil && with.before == alone.origin && (with.origin == l.origin && with.round == int64(l.round) || with.origin == unknownLog) {
		return ours // the program ended while it was written down
	}
	return anothers
}

// readOwnLog reads what the file says of its log: by itself, or with what stands in the log.
func (j *Journal) readOwnLog(alone bool) (o ownLog, err error) {
	c, err := openConn(readable(j.path, alone))
	if err != nil {
		return o, err
	}
	o, err = c.ownLog()
	return o, errors.Join(err, c.close())
}

// fitsLog reports whether file and log are one sound database together, or the file isn't one without it.
func (j *Journal) fitsLog() bool {
	return j.sound(false) || !j.sound(true)
}

func (j *Journal) sound(alone bool) bool {
	c, err := openConn(readable(j.path, alone))
	if err != nil {
		return false
	}
	said, err := one(c, "PRAGMA integrity_check(1)", scalar[string])
	return errors.Join(err, c.close()) == nil && said == "ok"
}

// keptMark stands in the name of copies that are kept of damaged or doubtful files, before the day.
const keptMark = ".kept-"

// keepBoth copies the file and its log as they are, and returns where the file's copy is.
func (j *Journal) keepBoth() (string, error) {
	kept := j.keptName(keptMark)
	for _, end := range []string{"-wal", ""} {
		if end != "" && !exists(j.path+end) {
			continue
		}
		if err := copyFile(j.path+end, kept+end); err != nil {
			return "", errors.Join(err, removed(kept+"-wal"), removed(kept))
		}
		if err := syncFile(kept + end); err != nil {
			return "", err
		}
	}
	return kept, syncFolder(filepath.Dir(kept))
}

// keptName is a free name beside the journal with a mark and the day in it.
func (j *Journal) keptName(mark string) string {
	end := filepath.Ext(j.path)
	base := strings.TrimSuffix(j.path, end) + mark + string(notes.DateOf(j.now()))
	name := base + end
	for n := 2; exists(name) || exists(name+"-wal"); n++ {
		name = base + "-" + strconv.Itoa(n) + end
	}
	return name
}

// finds remembers what is to be told.
func (j *Journal) finds(f notes.Found) {
	for _, had := range j.found {
		if had == f {
			return
		}
	}
	j.found = append(j.found, f)
}

// Found is what was found about the journal's files, and in it, since it was opened.
func (j *Journal) Found() []notes.Found {
	j.mu.Lock()
	defer j.mu.Unlock()
	return append([]notes.Found{}, j.found...)
}

func inodeOf(is os.FileInfo) string {
	if is == nil {
		return ""
	}
	return inode(is)
}
