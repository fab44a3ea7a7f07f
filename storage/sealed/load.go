package sealed

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"slices"

	"handback/notes"
	"handback/storage/errno"
)

// loaded is what a folder says.
type loaded struct {
	view   view
	log    *logFile // the newest one, to be gone on with; nil where another is to be begun behind it
	last   uint64   // the generation of the newest log
	lastID logID    // its id
	next   uint64   // how many of its records count
	worn   bool     // it was read from an older snapshot, since the newest can't be

	damage error // what was left out of it
}

func (l *loaded) close() error {
	var err error
	if l.log != nil {
		err = l.log.file.Close()
	}
	return errors.Join(err, l.view.base.close())
}

// reading reads a folder.
type reading struct {
	disk   Disk
	folder string
	key    *Key
	found  generations
	anyway bool // what stands before a damage is wanted
}

// newest is the state of the newest log, over the newest snapshot that is whole.
func (r *reading) newest() (*loaded, error) { return r.load(0) }

// load is the state at the end of the newest log, or, for a generation, at its beginning, which is read from older ones.
func (r *reading) load(before uint64) (*loaded, error) {
	var why error
	for _, from := range slices.Backward(r.found.snapshots) {
		if before > 0 && from >= before {
			continue
		}
		base, err := r.snapshot(from)
		switch {
		case errors.Is(err, errRotten):
			why = first(why, &DamageError{File: snapshotName(from), Why: err})
			continue
		case errors.Is(err, errOtherKey):
			why = first(why, notes.ErrSecret)
			continue
		case err != nil:
			return nil, err
		}
		l := &loaded{view: view{base: base, pages: base.pages, size: base.pageSize}, last: from, lastID: base.log, worn: why != nil}
		err = r.replay(l, before)
		var damage *DamageError
		if r.anyway && errors.As(err, &damage) {
			l.damage, err = err, nil
		}
		if err != nil {
			return nil, errors.Join(err, l.close())
		}
		return l, nil
	}
	if why == nil && len(r.found.logs) > 0 {
		why = &DamageError{File: snapshotName(r.found.logs[0]), Gone: true}
	}
	return nil, first(why, notes.ErrNoJournal)
}

func first(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

func (r *reading) snapshot(generation uint64) (*snapshot, error) {
	s, err := openSnapshot(r.disk, filepath.Join(r.folder, snapshotName(generation)), r.key)
	if err == nil && s.generation != generation {
		err = errors.Join(rotten(errOtherGeneration), s.close())
	}
	return s, err
}

var (
	errOtherGeneration = errors.New("it is of another generation")
	errNoOpening       = errors.New("it has no beginning")
	errOtherLog        = errors.New("it is another's, perhaps of another computer")
)

// openedLog is a log on its way to be read.
type openedLog struct {
	*logFile
	size   int64
	counts uint64 // how many records of the log before it count
	before logID  // which log that is
	anew   bool   // it follows no log
}

// used reports whether something was written to it.
func (l *openedLog) used() bool { return l.end < l.size }

// replay reads the logs from that of the base on.
func (r *reading) replay(l *loaded, before uint64) error {
	logs, err := r.openLogs(l.view.base, before)
	defer func() {
		for _, log := range logs {
			if l.log != log.logFile {
				_ = log.file.Close() // it was only read
			}
		}
	}()
	if err != nil || len(logs) == 0 {
		return err
	}
	if before > 0 { // of the last one only the beginning was wanted
		last := logs[len(logs)-1]
		return l.replayAll(logs[:len(logs)-1], last.counts)
	}
	if len(logs) > 1 {
		if err := l.replayAll(logs[:len(logs)-1], logs[len(logs)-1].counts); err != nil {
			return err
		}
	}
	return l.replayLast(logs[len(logs)-1])
}

// openLogs opens the logs from a snapshot's own to the newest, or up to that of a generation, and reads their beginnings.
func (r *reading) openLogs(base *snapshot, before uint64) (logs []*openedLog, err error) {
	newest := before
	if before == 0 {
		newest = slices.Max(append([]uint64{base.generation}, r.found.logs...))
	}
	if base.alone && newest == base.generation && !slices.Contains(r.found.logs, newest) {
		return nil, nil
	}
	for n := base.generation; n <= newest; n++ {
		mayBeBegun := n == newest && n > base.generation && before == 0
		log, err := r.openLog(n)
		switch {
		case err != nil && mayBeBegun && unbegun(err):
			return logs, nil
		case err != nil:
			return logs, err
		}
		if log.anew && n > base.generation {
			return logs, withoutSnapshot(log, n, mayBeBegun)
		}
		if !follows(log, base, logs) {
			return logs, errors.Join(&DamageError{File: logName(n), Why: rotten(errOtherLog)}, log.file.Close())
		}
		logs = append(logs, log)
	}
	return logs, nil
}

// withoutSnapshot closes a log of a snapshot that isn't there, and says so unless it was just being begun.
func withoutSnapshot(log *openedLog, n uint64, mayBeBegun bool) error {
	if mayBeBegun && !log.used() {
		return log.file.Close() // its snapshot has not got its name
	}
	return errors.Join(&DamageError{File: snapshotName(n), Why: errRotten}, log.file.Close())
}

// follows reports whether a log is the one that was begun behind the snapshot, or behind the last of the logs.
func follows(log *openedLog, base *snapshot, logs []*openedLog) bool {
	if len(logs) == 0 {
		return !base.log.isNot(log.id)
	}
	return !log.before.isNot(logs[len(logs)-1].id)
}

// unbegun reports whether a log has no beginning and nothing behind it: the newest one was just being begun.
func unbegun(err error) bool {
	var damage *DamageError
	return errors.Is(err, errNoOpening) && errors.As(err, &damage) && damage.Behind == 0
}

func (r *reading) openLog(n uint64) (*openedLog, error) {
	name := logName(n)
	path := filepath.Join(r.folder, name)
	f, err := r.disk.Change(path)
	if errors.Is(err, fs.ErrPermission) || errno.OnlyRead(err) {
		f, err = r.disk.Open(path) // a journal that can only be read
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &DamageError{File: name, Gone: true}
	}
	if err != nil {
		return nil, err
	}
	log, err := beginning(f, r.key, n)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return log, nil
}

// beginning reads the first record of a log.
func beginning(f File, k *Key, n uint64) (*openedLog, error) {
	log, err := newLog(f, k, n)
	if err != nil {
		return nil, err
	}
	size, err := f.Size()
	if err != nil {
		return nil, err
	}
	head, err := log.read(size)
	if err == nil && head.kind <= kindAnew {
		log.id = logID(head.begun)
		return &openedLog{log, size, uint64(head.pages), logID(head.pageSize), head.kind == kindAnew}, nil
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	behind, err := log.behind(size)
	if err != nil {
		return nil, err
	}
	return nil, &DamageError{File: logName(n), Behind: behind, Why: rotten(errNoOpening)}
}

// replayAll reads logs that others follow: of the last of them so many records count.
func (l *loaded) replayAll(logs []*openedLog, counts uint64) error {
	for i, log := range logs {
		count := counts
		if i+1 < len(logs) {
			count = logs[i+1].counts
		}
		reached, err := l.changes(log, count)
		if err != nil {
			return err
		}
		if reached != count {
			behind, err := log.behind(log.size)
			return cmp.Or[error](err, &DamageError{File: logName(log.generation), Behind: max(behind, 1), Why: errRotten})
		}
	}
	return nil
}

// replayLast reads the newest log up to where it ends, or was being written when the power went.
func (l *loaded) replayLast(log *openedLog) error {
	reached, err := l.changes(log, 1<<63)
	if err != nil {
		return err
	}
	l.last, l.lastID, l.next = log.generation, log.id, reached
	clean, err := log.clean(log.size)
	if err != nil {
		return err
	}
	if clean {
		if reached == log.next {
			log.ahead = log.size
			l.log = log.logFile
		}
		return nil
	}
	behind, err := log.behind(log.size)
	if err == nil && behind > 0 {
		err = &DamageError{File: logName(log.generation), Behind: behind, Why: errRotten}
	}
	return err
}

// changes puts what a log says over what was read, up to a record; it returns behind which record of a whole commit it ended.
func (l *loaded) changes(log *openedLog, counts uint64) (uint64, error) {
	l.view.onTop()
	part := layer{}
	reached := log.next
	for log.next < counts {
		c, err := log.read(log.size)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return reached, err
		}
		for i, n := range c.at {
			part[n] = c.page[i]
		}
		if c.kind != kindCommit {
			continue
		}
		for n, p := range part {
			l.view.top()[n] = p
		}
		clear(part)
		l.view.pages, l.view.size = c.pages, c.pageSize
		reached = log.next
	}
	return reached, nil
}
