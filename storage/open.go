package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"handback/notes"
	"handback/notes/voice"
	"handback/storage/sealed"
)

// FileName is what the journal is called in a folder of its own.
const FileName = "journal.handback"

// Options say how a journal is opened.
type Options struct {
	// Now is the clock, on the manager's wall.
	Now func() time.Time
	// Create makes a new journal where there is none.
	Create bool
	// Key opens a protected journal.
	Key *sealed.Key
}

// Journal is one open journal. It implements notes.Journal. Its methods may be called from several goroutines: each
// waits for the one before it.
type Journal struct {
	mu    turns
	c     *conn
	mode  mode
	path  string
	now   func() time.Time
	lock  *os.File
	held  held
	why   string // why it can only be read, "" where it can be written
	clean func() error

	key   *sealed.Key
	vault *sealed.Store // the pages of a protected journal; nil for a plain one

	setAside string // see SetAside
	captured Captured
	ownKey   *sealed.Key // the key that is nobody else's, and is wiped at the end
	claimed  bool        // claimLog was tried
	found    []notes.Found

	checkMu  sync.Mutex // held while something is checked, and before mu
	check    checking
	cancelMu sync.Mutex
	cancel   func() // breaks off what is checked without mu
	backing  backingUp

	names      *readNames                     // of everybody, read when first asked for and again after a change of people
	frequent   frequent                       // read when first asked for
	usual      frequent                       // those of them that most say, of any length
	earlier    map[notes.NoteID]notes.Earlier // how lines were read before an update and still are; read when first asked for
	half       int64                          // an archive that could not be dropped for want of space
	peers      []peer                         // with which texts were exchanged; read when first asked for
	leaving    *peer                          // to which the journal is being written now
	takesIn    bool                           // an archive comes in, which joins the pieces of the search index that come meanwhile
	afterPiece func()                         // for tests alone
	disk       archiveDisk                    // for tests alone; nil is the real one
	kept       keptFacts                      // until something is written
	readings   int64                          // of facts, so far
	behind     notLearnt                      // of which notes the search index is behind
	unread     int                            // saves since the search index was last merged
	pruned     notes.Date                     // the day on which old revisions were last let go
	joined     notes.Date                     // the day on which it was last looked whether the search indexes want to be one piece each
	joining    bool                           // they are being made so
	written    map[notes.NoteID]written       // what was written and removed of each since a version of it was last kept
	// The words of the search: read when first asked for, whether notes may wait for theirs to be taken, and up to which they
	// were held against the index.
	vocabulary *vocabulary
	mayWait    bool
	noneWaits  bool            // it was looked up that none does
	taken      map[string]bool // words that are known to be among those of the journal while notes wait
	swept      string
	housework  int  // how many portions of it were done since the log was moved last
	scrub      bool // something was deleted for good and its words still stand in the search index
	compact    bool // something was deleted for good: the file is to be written anew
}

var _ notes.Journal = (*Journal)(nil)

// Open opens the journal at path: its file, or a folder that holds one under FileName. Its errors are ErrNoJournal,
// ErrNoAccess, ErrNotOurs, ErrDamaged, ErrInUse and ErrFull, each saying in a sentence what the user can do; nothing
// that is in the file's place is changed or replaced then. What can only be read is opened for reading: ReadOnly says why.
// A protected journal is a folder: ErrLocked where no key is given, ErrSecret where it is another's, ErrNoKey where the file that
// holds it is missing.
func Open(path string, opt Options) (*Journal, error) {
	sweptAside.Do(sweepAside)
	path, err := place(path, opt.Create)
	if err != nil {
		return nil, err
	}
	j := &Journal{path: path, now: opt.Now, key: opt.Key, mayWait: true, clean: func() error { return nil }}
	if err := j.open(opt.Create); err != nil {
		err = errors.Join(explain(path, err), j.close())
		if !mayMend(path, err) {
			return nil, err
		}
		return openMended(path, opt, j.found, err)
	}
	if j.vault == nil && exists(j.path+inboxEnd) {
		// What goes wrong here loses nothing and is no reason not to open: a line is deleted only once it is in the journal, so what
		// can't be filed lies beside it as it was, and is tried again with the next line and at the next opening. A disk that is full or
		// a journal that can't be written in is told by the first thing that is saved.
		_, _ = j.FileLines()
	}
	return j, nil
}

// openMended opens a journal once more that was damaged, where only lists and search were; else why says that it is.
func openMended(path string, opt Options, found []notes.Found, why error) (*Journal, error) {
	mended, err := Mend(path, opt.Now)
	if err != nil {
		return nil, why
	}
	j := &Journal{path: path, now: opt.Now, mayWait: true, clean: func() error { return nil }, found: append(found, mended)}
	if err := j.open(false); err != nil {
		return nil, errors.Join(explain(path, err), j.close())
	}
	return j, nil
}

func (j *Journal) open(create bool) error {
	if IsProtected(j.path) {
		return j.openProtected()
	}
	if err := j.take(); err != nil {
		return err
	}
	if create {
		if err := j.create(); err != nil {
			return err
		}
	}
	if err := j.hold(); err != nil {
		return err
	}
	if err := j.sortLog(); err != nil {
		return err
	}
	file, err := j.reachable()
	if err != nil {
		return err
	}
	seen, err := look(file)
	if err != nil {
		return err
	}
	steps, err := migrations()
	if err != nil {
		return err
	}
	if seen.schema > len(steps) && j.why == "" {
		j.why = voice.T("A newer version of Handback wrote this journal, so you can only read it. Update Handback to write in it.")
	}
	if j.why != "" {
		return j.openToRead(file, seen, steps)
	}
	return j.openToWrite(seen.schema, steps)
}

func (j *Journal) openToRead(file string, seen header, steps []string) (err error) {
	if seen.schema < len(steps) {
		if file, err = j.bringAside(file, seen.schema, steps); err != nil {
			return err
		}
		seen.log = false
	}
	if err = j.openReadable(file, seen.log); err != nil || seen.schema != len(steps) {
		return err
	}
	if stale, err := j.c.searchIsBehind(); err != nil || !stale {
		return err
	}
	if err = j.c.close(); err != nil {
		return err
	}
	if file, err = j.bringAside(file, seen.schema, steps); err != nil {
		return err
	}
	return j.openReadable(file, false)
}

func (j *Journal) openReadable(file string, log bool) (err error) {
	j.mode = readable(file, !log) // nobody writes: we hold the lock, or nobody can
	if j.c, err = openConn(j.mode); err == nil {
		j.c.clock = j.now
	}
	return err
}

func (j *Journal) openToWrite(schema int, steps []string) (err error) {
	j.mode = writable(j.path)
	if j.c, err = openConn(j.mode); err != nil {
		return err
	}
	return j.bringUp(schema, steps)
}

// bringUp makes of a journal that was opened to be written one of the present schema.
func (j *Journal) bringUp(schema int, steps []string) (err error) {
	j.c.clock = j.now
	if err := ignoreFull(j.readBehind(schema)); err != nil { // before a step, which knows nothing of it
		return err
	}
	if schema < len(steps) {
		if err := j.keepOlder(schema); err != nil {
			return err
		}
	}
	if err := j.migrate(schema, steps); err != nil {
		return err
	}
	if err := ignoreFull(j.watchRows(schema < len(steps))); err != nil {
		return err
	}
	if j.vault == nil {
		if err := ignoreFull(j.empty()); err != nil {
			return err
		}
	}
	if j.compact, err = j.erased(); err != nil {
		return err
	}
	j.scrub = j.compact
	if err := j.inPlace(); err != nil { // what SQLite has opened is what is locked
		return err
	}
	if err := ignoreFull(errors.Join(j.dropUnseen(), j.dropHalfArchives())); err != nil {
		return err
	}
	j.dropBefore()
	_ = j.dropOlder() // what can't be deleted is no reason not to open; it is tried again at the next start
	return nil
}

// take takes the lock of the journal, or finds that the journal can only be read.
func (j *Journal) take() (err error) {
	folder, log := filepath.Dir(j.path), j.path+"-wal"
	switch {
	case exists(j.path) && !mayWrite(j.path):
		j.why = voice.T("You don't have permission to change this journal file, so you can only read it.")
	case !mayWrite(folder):
		j.why = voice.T("Handback can't save in the folder {folder}, so you can only read the journal there.", "folder", folder)
	case exists(log) && !mayWrite(log):
		j.why = voice.T("You don't have permission to change {file}, which has your latest changes, so you can only read the journal.",
			"file", log)
	}
	if exists(log) && !mayRead(log) {
		return say(notes.ErrNoAccess, nil, voice.T("You don't have permission to read {file}, which has your latest changes. "+
			"Ask for permission. Don't delete that file.", "file", log))
	}
	if j.lock != nil || !mayWrite(folder) {
		return nil
	}
	j.lock, err = lock(j.path + ".lock")
	if errors.Is(err, fs.ErrPermission) {
		return say(notes.ErrNoAccess, err, voice.T("You don't have permission to use {file}, the lock file next to your journal. "+
			"Ask for permission, or delete that file: there's nothing in it.", "file", j.path+".lock"))
	}
	return err
}

// mayRead reports whether the user may read a file.
func mayRead(path string) bool {
	f, err := os.Open(path)
	return err == nil && f.Close() == nil
}

// reachable is the file that SQLite opens: the journal's own, or a copy of it where a log lies beside it in a folder
// that cannot be written to, since SQLite cannot read a log in such a place.
func (j *Journal) reachable() (string, error) {
	if exists(j.path+"-wal") && (j.lock == nil || !mayWrite(j.path+"-wal")) {
		return j.copyAside()
	}
	return j.path, nil
}

// bringAside brings a private copy of a journal that can only be read, and was written by an older Handback or left with a search
// index that is behind, up to date, and returns the copy's path; file is what was found reachable.
func (j *Journal) bringAside(file string, have int, steps []string) (string, error) {
	var err error
	if file == j.path {
		if file, err = j.copyAside(); err != nil {
			return "", err
		}
	}
	aside := &Journal{path: file, now: j.now, mode: writable(file), clean: func() error { return nil }}
	if aside.c, err = openConn(aside.mode); err != nil {
		return "", err
	}
	if err = errors.Join(aside.readBehind(have), aside.migrate(have, steps)); err == nil {
		err = aside.empty()
	}
	return file, errors.Join(err, aside.close())
}

// Path is where the journal's file is.
func (j *Journal) Path() string { return j.path }

// ReadOnly reports whether the journal can only be read, and why, as a sentence for the user.
func (j *Journal) ReadOnly() (why string, readOnly bool) { return j.readOnly() }

func (j *Journal) readOnly() (string, bool) { return j.why, j.why != "" }

// Close ends the use of the journal. What was committed is kept whatever Close returns. From then on every other method
// returns ErrClosed; another Close does nothing.
func (j *Journal) Close() error {
	checked := j.stopCheck()
	j.backing.close()
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.c.closed() {
		return nil
	}
	j.forgetFacts()
	var err error
	if j.why == "" {
		err = ignoreFull(errors.Join(j.keepFar(checked), j.tidy()))
	}
	err = errors.Join(err, j.close())
	if j.ownKey != nil {
		j.ownKey.Wipe()
		j.key, j.ownKey = nil, nil
	}
	return err
}

func (j *Journal) isClosed() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.closed()
}

func (j *Journal) close() error {
	var errs []error
	if j.c != nil && !j.c.closed() {
		errs = append(errs, j.c.close())
	}
	if j.vault != nil {
		errs = append(errs, j.vault.Close())
		j.vault = nil
	}
	errs = append(errs, j.held.letGo())
	if j.lock != nil {
		errs = append(errs, j.lock.Close())
		j.lock = nil
	}
	return errors.Join(append(errs, j.clean())...)
}

func ignoreFull(err error) error {
	if errors.Is(err, notes.ErrFull) {
		return nil
	}
	return err
}
