package sealed

import (
	"bytes"
	"errors"
	"path/filepath"
	"sync"

	"handback/notes"
)

// Store is the database of a protected journal: SQLite reads and writes its pages, and what it syncs is committed.
type Store struct {
	disk   Disk
	folder string
	key    *Key
	opt    Options
	name   string // by which SQLite opens it

	mu      sync.Mutex
	view    view           // the last commit
	pending layer          // what was written since
	pages   int64          // how many the database has with it
	low     int64          // how few it had meanwhile
	since   map[int64]bool // the pages that were written since a commit failed; nil where none did
	log     *logFile       // nil where one is to be begun
	last    uint64         // the generation of the newest log
	lastID  logID          // its id
	counts  uint64         // how many of its records count
	broken  error          // why nothing is appended to it any more
	worn    bool           // the newest snapshot can't be read whole
	mended  mended
	writing *writing // the next one
	frozen  int      // how many layers will stand in it
	logged  int64    // the bytes of the logs that are not in a snapshot
	damage  error
	trouble error // why SQLite was told that a read or write failed
	open    bool  // SQLite has it open
	scratch *scratch
}

// Options say how the store in a folder is opened.
type Options struct {
	Disk     Disk // nil is the computer's own
	ReadOnly bool // nothing is written to the folder
	Private  bool // what is committed is kept in memory alone, with ReadOnly
	Anyway   bool // what stands before a damage is wanted, with ReadOnly
}

func (o Options) disk() Disk {
	if o.Disk == nil {
		return System
	}
	return o.Disk
}

// Create begins an empty store in a folder that has none.
func Create(folder string, k *Key, pageSize int, opt Options) (*Store, error) {
	none := func(to []byte, _ int64) error { clear(to); return nil }
	if err := make1(opt.disk(), folder, k, trailer{generation: 1, pageSize: pageSize}, none, nil); err != nil {
		return nil, err
	}
	return Open(folder, k, opt)
}

// Fill begins a store in a folder that has none, with the pages of a database. Nothing of it is there before it was read back; an error of
// progress, which may be nil, ends it before that.
func Fill(folder string, k *Key, pageSize int, pages int64, from func(to []byte, at int64) error,
	progress func(done, of int64) error,
) error {
	return FillOn(System, folder, k, pageSize, pages, from, progress)
}

// FillOn is Fill on another disk.
func FillOn(d Disk, folder string, k *Key, pageSize int, pages int64, from func(to []byte, at int64) error,
	progress func(done, of int64) error,
) error {
	return make1(d, folder, k, trailer{generation: 1, pages: pages, pageSize: pageSize}, from, progress)
}

func make1(d Disk, folder string, k *Key, t trailer, from func([]byte, int64) error, progress func(done, of int64) error) error {
	id, err := newLogID()
	if err != nil {
		return err
	}
	t.log = id
	w, err := newWriting(d, filepath.Join(folder, snapshotName(t.generation)), k, t, from)
	if err != nil {
		return err
	}
	w.after = func() error {
		l, err := beginLog(d, folder, k, opening{generation: t.generation, kind: kindAnew, id: id})
		if err != nil {
			return err
		}
		return l.file.Close()
	}
	return w.all(progress)
}

// Open opens the store in a folder: notes.ErrSecret where the key is another's, DamageError where what was committed can't be read.
func Open(folder string, k *Key, opt Options) (*Store, error) {
	d := opt.disk()
	found, err := list(d, folder)
	if err != nil {
		return nil, err
	}
	l, err := (&reading{disk: d, folder: folder, key: k, found: found, anyway: opt.Anyway}).newest()
	if err != nil {
		return nil, err
	}
	s := &Store{
		disk: d, folder: folder, key: k, opt: opt, view: l.view, log: l.log, last: l.last, lastID: l.lastID, counts: l.next,
		worn: l.worn, damage: l.damage, pending: layer{}, pages: l.view.pages, low: l.view.pages,
	}
	s.logged = s.inLogs()
	if len(s.view.layers) == 0 {
		s.view.onTop()
	}
	if !opt.ReadOnly {
		for _, name := range found.remains {
			_ = removeIfThere(d, filepath.Join(folder, name)) // they are in nobody's way, and go with the next opening
		}
		if l.next == 0 {
			if err := s.settleCopy(); err != nil {
				return nil, errors.Join(err, s.Close())
			}
		}
	}
	s.name = register(entry{open: s.opened})
	return s, nil
}

// settleCopy gives a copy, to which no log belongs, one, and then a snapshot to which one does.
func (s *Store) settleCopy() (err error) {
	id, err := newLogID()
	if err != nil {
		return err
	}
	if s.log, err = beginLog(s.disk, s.folder, s.key, opening{generation: s.last, kind: kindAnew, id: id}); err != nil {
		return err
	}
	s.counts, s.lastID = s.log.next, id
	return s.checkpoint(nil)
}

// inLogs is about how much stands in the logs of what was read.
func (s *Store) inLogs() (bytes int64) {
	for _, l := range s.view.layers {
		bytes += int64(len(l)) * int64(s.view.size)
	}
	return bytes
}

// Damage is what was left out where the store was opened anyway.
func (s *Store) Damage() error { return s.damage }

// Worn reports whether the newest snapshot can't be read, and an older one with its log is in its place.
func (s *Store) Worn() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.worn
}

// Trouble is why a read or a write failed last, in the words of the file system; nil where none did.
func (s *Store) Trouble() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.trouble
}

// Close lets go of the files. What was committed lasts already.
func (s *Store) Close() error {
	unregister(s.name)
	s.mu.Lock()
	defer s.mu.Unlock()
	var errs []error
	if s.writing != nil {
		errs = append(errs, s.writing.abandon())
		s.stopWriting()
	}
	if s.scratch != nil {
		errs = append(errs, s.scratch.drop())
		s.scratch = nil
	}
	if s.log != nil {
		errs = append(errs, s.log.file.Close())
		s.log = nil
	}
	errs = append(errs, s.view.base.close())
	s.view, s.pending = view{}, layer{}
	return errors.Join(errs...)
}

// InPlace reports whether the files that are open are still those of the folder, and the newest: a sync program may bring those of another
// computer, which the next snapshot would replace.
func (s *Store) InPlace() (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if newer, err := s.disk.Open(filepath.Join(s.folder, snapshotName(s.last+1))); err == nil {
		return false, newer.Close()
	}
	if s.log == nil {
		return s.disk.InPlace(s.view.base.file, filepath.Join(s.folder, snapshotName(s.view.base.generation)))
	}
	return s.disk.InPlace(s.log.file, filepath.Join(s.folder, logName(s.last)))
}

// opened is SQLite's opening of the store: one at a time.
func (s *Store) opened() (pager, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open {
		return nil, notes.ErrInUse
	}
	s.open = true
	return s, nil
}

func (s *Store) closed() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open = false
	s.forget()
	return nil
}

// forget drops what was written since the last commit.
func (s *Store) forget() {
	s.pending, s.since = layer{}, nil
	s.pages, s.low = s.view.pages, s.view.pages
}

func (s *Store) size() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.pages * int64(s.view.size)
}

func (s *Store) readAt(to []byte, at int64) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := view{size: s.view.size, pages: s.pages}
	n, err := now.read(to, at, s.page)
	if errors.Is(err, errRotten) && s.mend() == nil {
		n, err = now.read(to, at, s.page)
	}
	return n, s.told(err)
}

func (s *Store) page(n int64, from int, to []byte) error {
	if p, ok := s.pending[n]; ok {
		copy(to, p[from:])
		return nil
	}
	return s.view.page(n, from, to)
}

// told keeps what SQLite is only told a number of.
func (s *Store) told(err error) error {
	if err != nil {
		s.trouble = err
	}
	return err
}

// mend goes on from an older snapshot and its logs, which say what the newest snapshot does.
func (s *Store) mend() error {
	broken := s.view.base
	if broken == nil {
		return errRotten
	}
	found, err := list(s.disk, s.folder)
	if err != nil {
		return err
	}
	l, err := (&reading{disk: s.disk, folder: s.folder, key: s.key, found: found}).load(broken.generation)
	if err != nil {
		return err
	}
	if l.view.pages != broken.pages || l.view.size != broken.pageSize {
		return errors.Join(errRotten, l.close())
	}
	s.stopWriting()
	s.mended = mended{of: broken, layers: l.view.layers[:len(l.view.layers):len(l.view.layers)]}
	s.view.base = l.view.base
	s.view.layers = append(s.mended.layers, s.view.layers...)
	s.logged, s.worn = s.inLogs(), true
	return broken.close()
}

// mended is what stands in the place of a snapshot that can't be read: the older one that the store has now, and these layers over it.
type mended struct {
	of     *snapshot
	layers []layer
}

// mendReader has a second connection go on from an older snapshot too.
func (s *Store) mendReader(r *reader) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	broken := r.view.base
	if s.view.base == broken {
		if err := s.mend(); err != nil {
			return err
		}
	}
	if s.mended.of != broken || !s.worn {
		return errRotten // it was written anew since
	}
	s.view.base.use()
	r.view.base = s.view.base
	r.view.layers = append(s.mended.layers, r.view.layers...)
	return broken.close()
}

// stopWriting lets go of a snapshot that is not finished.
func (s *Store) stopWriting() {
	if s.writing != nil {
		_ = s.writing.abandon() // its remains go with the next one
	}
	s.writing, s.frozen = nil, 0
}

func (s *Store) writeAt(p []byte, at int64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	size := int64(s.view.size)
	if int64(len(p)) != size || at%size != 0 {
		return s.told(errOddWrite)
	}
	n := at / size
	to, ok := s.pending[n]
	if !ok {
		to = make([]byte, size)
		s.pending[n] = to
	}
	copy(to, p)
	if s.since != nil {
		s.since[n] = true
	}
	s.pages = max(s.pages, n+1)
	return nil
}

var errOddWrite = errors.New("what is written is no page")

func (s *Store) truncate(size int64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages = (size + int64(s.view.size) - 1) / int64(s.view.size)
	s.low = min(s.low, s.pages)
	for n := range s.pending {
		if n >= s.pages {
			delete(s.pending, n)
		}
	}
	return nil
}

// sync commits what was written: when it returns nil, that lasts.
func (s *Store) sync() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.pending) == 0 && s.pages == s.view.pages {
		s.low = s.pages
		return nil
	}
	for n := s.low; n < s.pages; n++ { // what was cut off and is there again says nothing of what it was
		if _, ok := s.pending[n]; !ok {
			s.pending[n] = make([]byte, s.view.size)
		}
	}
	if s.since != nil && s.takenBack() {
		s.forget()
		return nil
	}
	if err := s.lasting(); err != nil {
		s.since = map[int64]bool{}
		return s.told(err)
	}
	top := s.view.top()
	for n, p := range s.pending {
		top[n] = p
	}
	s.view.pages = s.pages
	s.forget()
	return nil
}

// lasting appends the pending pages to the log.
func (s *Store) lasting() error {
	switch {
	case s.opt.Private:
		return nil
	case s.opt.ReadOnly:
		return notes.ErrReadOnly
	}
	if s.log == nil || s.broken != nil {
		if err := s.anotherLog(); err != nil {
			return err
		}
	}
	before := s.log.end
	if err := s.log.commit(s.pages, s.view.size, s.pending); err != nil {
		s.broken = err // of what was written nobody knows what lasts: nothing is put behind it
		return err
	}
	s.counts = s.log.next
	s.logged += s.log.end - before
	return nil
}

// takenBack reports whether SQLite has taken back the commit that failed: then it has written again what was committed before.
// Of pages that nothing stood in it doesn't.
func (s *Store) takenBack() bool {
	if s.pages != s.view.pages || len(s.since) == 0 {
		return false
	}
	was := make([]byte, s.view.size)
	for n := range s.since {
		if p, ok := s.pending[n]; ok && (s.view.page(n, 0, was) != nil || !bytes.Equal(was, p)) {
			return false
		}
	}
	return true
}

// anotherLog begins the log of the next generation. Where it can't be, nothing is appended to the one before either, since what
// was tried may be there after a power cut, and says where that one ends.
func (s *Store) anotherLog() error {
	id, err := newLogID()
	if err != nil {
		return err
	}
	l, err := beginLog(s.disk, s.folder, s.key, opening{s.last + 1, kindOpening, s.counts, id, s.lastID})
	if err != nil {
		s.broken = err
		return err
	}
	if s.log != nil {
		_ = s.log.file.Close() // what counts of it lasts
	}
	s.log, s.last, s.lastID, s.counts, s.broken = l, s.last+1, id, l.next, nil
	return nil
}

// opening is what the first record of a log says.
type opening struct {
	generation, kind, counts uint64
	id, before               logID // its own, and that of the log before it
}

// beginLog makes a log that lasts, with its first record.
func beginLog(d Disk, folder string, k *Key, o opening) (*logFile, error) {
	path := filepath.Join(folder, logName(o.generation))
	if err := removeIfThere(d, path); err != nil { // the remains of a try
		return nil, err
	}
	f, err := d.Create(path)
	if err != nil {
		return nil, err
	}
	l, err := newLog(f, k, o.generation)
	if err == nil {
		l.id = o.id
		err = l.write(change{kind: o.kind, begun: uint64(o.id), pages: int64(o.counts), pageSize: int(o.before)})
	}
	if err == nil {
		err = f.Sync()
	}
	if err == nil {
		err = d.SyncFolder(folder)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return l, nil
}
