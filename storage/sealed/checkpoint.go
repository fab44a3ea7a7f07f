package sealed

import (
	"errors"
	"path/filepath"

	"handback/notes"
)

// How much stands in the logs before a snapshot is written.
const (
	logIsLong  = 16 << 20 // in any quiet moment
	logIsShort = 1 << 20  // it is left to the next time
	partOf     = 4        // of a smaller journal: a log as long as one in so many bytes of it
	smallStore = 64 << 20 // a snapshot of a journal so small takes no longer than somebody waits who closes the window
)

// Due reports whether a quiet moment is to be used for a snapshot.
func (s *Store) Due() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.due()
}

func (s *Store) due() bool {
	switch {
	case s.opt.ReadOnly:
		return false
	case s.writing != nil, s.worn, s.broken != nil:
		return true
	case s.logged < logIsShort:
		return false
	}
	return s.logged >= logIsLong || s.logged >= s.view.pages*int64(s.view.size)/partOf
}

// Long reports whether the logs are so long that a snapshot waits for no quiet moment.
func (s *Store) Long() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return !s.opt.ReadOnly && s.logged >= 2*logIsLong
}

// DueAtClose reports whether a snapshot is to be written before the store is closed: always, but of a large one with a short log.
func (s *Store) DueAtClose() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.opt.ReadOnly || s.logged == 0 && s.writing == nil && !s.worn {
		return false
	}
	return s.due() || s.view.pages*int64(s.view.size) <= smallStore
}

// CheckpointSome writes some bytes of a snapshot of what was committed when it was begun, and reports whether there is more of it.
// What is committed meanwhile goes to a log of its own, so nobody waits longer than this takes.
func (s *Store) CheckpointSome(bytes int64) (more bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.checkpointSome(bytes)
}

func (s *Store) checkpointSome(bytes int64) (more bool, err error) {
	if s.opt.ReadOnly {
		return false, nil
	}
	if s.writing == nil {
		if err := s.beginSnapshot(); err != nil || s.writing == nil {
			return false, s.told(err)
		}
	}
	done, err := s.writing.some(bytes)
	if errors.Is(err, errRotten) {
		s.stopWriting()
		if s.mend() == nil {
			return true, nil
		}
	}
	if err != nil {
		s.stopWriting()
		return false, s.told(err)
	}
	if !done {
		return true, nil
	}
	return false, s.told(s.adopt())
}

// Checkpoint writes a whole snapshot.
func (s *Store) Checkpoint(progress func(done, of int64)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.checkpoint(progress)
}

func (s *Store) checkpoint(progress func(done, of int64)) error {
	for {
		more, err := s.checkpointSome(4 * block)
		if err != nil || !more {
			return err
		}
		if progress != nil && s.writing != nil {
			progress(s.writing.progress())
		}
	}
}

// beginSnapshot begins a log, before whose first commit the snapshot stands that is to be written.
func (s *Store) beginSnapshot() error {
	if s.log == nil || s.broken != nil || s.log.next > 1 || s.last == s.view.base.generation {
		if err := s.anotherLog(); err != nil {
			return err
		}
	}
	of := s.view
	of.layers = of.layers[:len(of.layers):len(of.layers)]
	s.frozen = len(of.layers)
	s.view.onTop()
	t := trailer{generation: s.last, pages: of.pages, pageSize: of.size, log: s.lastID}
	var err error
	s.writing, err = newWriting(s.disk, filepath.Join(s.folder, snapshotName(s.last)), s.key, t, of.stream)
	if err != nil {
		s.stopWriting()
	}
	return err
}

// stream is read for a whole range at once, past the pieces that are kept of what was read last.
func (v *view) stream(to []byte, at int64) error {
	base := int64(0)
	if v.base != nil {
		base = v.base.length()
	}
	if at < base {
		part := to[:min(int64(len(to)), base-at)]
		if _, err := v.base.plain.ReadAt(part, at); err != nil && !isEnd(err) {
			return rotten(err)
		}
	}
	if at+int64(len(to)) > base {
		clear(to[max(0, base-at):])
	}
	size := int64(v.size)
	for n := at / size; n*size < at+int64(len(to)); n++ {
		p := v.over(n)
		if p == nil {
			continue
		}
		if from := n*size - at; from >= 0 {
			copy(to[from:], p)
		} else {
			copy(to, p[-from:])
		}
	}
	return nil
}

// over is what the layers say of a page; nil where they say nothing.
func (v *view) over(n int64) []byte {
	for i := len(v.layers) - 1; i >= 0; i-- {
		if p, ok := v.layers[i][n]; ok {
			return p
		}
	}
	return nil
}

// adopt goes on from the snapshot that was just written.
func (s *Store) adopt() error {
	t := s.writing.trailer
	frozen := s.frozen
	s.writing, s.frozen = nil, 0
	base, err := openSnapshot(s.disk, filepath.Join(s.folder, snapshotName(t.generation)), s.key)
	if err != nil {
		return err
	}
	old := s.view.base
	s.view.base, s.view.layers = base, s.view.layers[frozen:]
	if len(s.view.layers) == 0 {
		s.view.onTop()
	}
	s.logged, s.worn, s.mended = s.log.end, false, mended{}
	if s.log.next == 1 {
		s.logged = 0
	}
	_ = old.close() // it was only read
	s.prune()
	return nil
}

// prune deletes what neither of the two newest generations needs. What can't be deleted is in nobody's way, and goes the next time.
func (s *Store) prune() {
	found, err := list(s.disk, s.folder)
	if err != nil || len(found.snapshots) < 2 {
		return
	}
	keep := found.snapshots[len(found.snapshots)-2]
	for _, n := range found.snapshots {
		if n < keep {
			_ = removeIfThere(s.disk, filepath.Join(s.folder, snapshotName(n)))
		}
	}
	for _, n := range found.logs {
		if n < keep {
			_ = removeIfThere(s.disk, filepath.Join(s.folder, logName(n)))
		}
	}
}

// CopyTo writes the database, as it was at the last commit, to another folder as a store of its own. An error of progress, which may be
// nil, ends it.
func (s *Store) CopyTo(folder string, progress func(done, of int64) error) error {
	s.mu.Lock()
	base := s.view.base
	s.mu.Unlock()
	err := s.copyTo(folder, progress)
	if errors.Is(err, errRotten) && s.mendBase(base) == nil {
		err = s.copyTo(folder, progress)
	}
	return err
}

// mendBase is mend where that is still the snapshot that can't be read.
func (s *Store) mendBase(broken *snapshot) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.view.base != broken {
		return nil
	}
	return s.mend()
}

func (s *Store) copyTo(folder string, progress func(done, of int64) error) error {
	s.mu.Lock()
	of := s.view.reach()
	s.mu.Unlock()
	t := trailer{generation: 1, pages: of.pages, pageSize: of.size, alone: true}
	w, err := newWriting(s.disk, filepath.Join(folder, snapshotName(1)), s.key, t, of.stream)
	if err == nil {
		err = w.all(progress)
	}
	return errors.Join(err, of.base.close())
}

// Pages reads the database as it was at the last commit: how long it is, and what stands at an offset.
func (s *Store) Pages() (length int64, read func(to []byte, at int64) error, done func() error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	of := s.view.reach()
	return of.pages * int64(of.size), of.stream, of.base.close
}

// Name is by which name SQLite opens the store, with VFS.
func (s *Store) Name() string { return s.name }

// Reader is by which name SQLite opens, once, the database as it is now, to read it.
func (s *Store) Reader() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	r := &reader{store: s, view: s.view.reach()}
	return registerOnce(r, false)
}

// reader is what a second connection reads.
type reader struct {
	store *Store
	view  view
}

func (r *reader) readAt(to []byte, at int64) (int, error) {
	n, err := r.view.read(to, at, r.view.page)
	if errors.Is(err, errRotten) && r.store.mendReader(r) == nil {
		n, err = r.view.read(to, at, r.view.page)
	}
	return n, err
}

func (r *reader) size() int64                 { return r.view.pages * int64(r.view.size) }
func (r *reader) writeAt([]byte, int64) error { return notes.ErrReadOnly }
func (r *reader) truncate(int64) error        { return notes.ErrReadOnly }
func (r *reader) sync() error                 { return nil }
func (r *reader) closed() error               { return r.view.base.close() }

// Scratch is by which name SQLite opens, once, an empty database that Replace puts in the place of this one: VACUUM INTO writes to
// it. Its pages are sealed under a key that nobody keeps.
func (s *Store) Scratch() (name string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.scratch != nil {
		if err := s.scratch.drop(); err != nil {
			return "", err
		}
	}
	s.scratch, err = newScratch(s.disk, filepath.Join(s.folder, "scratch"+newEnd), s.view.size)
	if err != nil {
		return "", s.told(err)
	}
	return registerOnce(s.scratch, true), nil
}

// Replace puts what was written to the scratch in the place of what was committed. It is written twice, since two generations are
// kept: what was left out of it is in neither. SQLite must not have the store open, since it keeps pages of what was.
func (s *Store) Replace() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open || s.scratch == nil {
		return errInUse
	}
	s.stopWriting()
	from := s.scratch
	s.scratch = nil
	err := s.replace(from)
	if err == nil {
		err = s.checkpoint(nil)
	}
	return s.told(errors.Join(err, from.drop()))
}

var errInUse = errors.New("the store is open")

func (s *Store) replace(from *scratch) error {
	if from.pages == 0 {
		return errShort
	}
	generation := s.last + 1
	id, err := newLogID()
	if err != nil {
		return err
	}
	t := trailer{generation: generation, pages: from.pages, pageSize: s.view.size, log: id}
	w, err := newWriting(s.disk, filepath.Join(s.folder, snapshotName(generation)), s.key, t, from.stream)
	if err != nil {
		return err
	}
	var l *logFile
	w.after = func() (err error) {
		l, err = beginLog(s.disk, s.folder, s.key, opening{generation: generation, kind: kindAnew, id: id})
		return err
	}
	if err := w.all(nil); err != nil {
		s.broken = err // the log that was begun for it may be there: the one before must not go on behind its back
		if l != nil {
			err = errors.Join(err, l.file.Close())
		}
		return err
	}
	base, err := openSnapshot(s.disk, filepath.Join(s.folder, snapshotName(generation)), s.key)
	if err != nil {
		s.broken = err
		return errors.Join(err, l.file.Close())
	}
	if s.log != nil {
		_ = s.log.file.Close()
	}
	old := s.view.base
	s.log, s.last, s.lastID, s.counts, s.broken = l, generation, id, l.next, nil
	s.view = view{base: base, pages: base.pages, size: base.pageSize}
	s.view.onTop()
	s.logged = 0
	s.forget()
	return old.close()
}
