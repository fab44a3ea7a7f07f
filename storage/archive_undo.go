package storage

import (
	"errors"
	"slices"
	"strings"
	"time"

	"handback/notes"
	"handback/notes/archive"
)

// archiveUndoFor is how long an archive that was taken in can be taken back.
const archiveUndoFor = revisionsAll

const (
	undoSome = 64 // rows that are taken back at once
	mostTry  = 3  // how often a row is tried that something else stands in the way of
)

// taker takes back what an import did, in pieces or at once.
type taker struct {
	*tx
	id      int64
	tables  []*arcTable
	names   []string // that were given or taken away
	touched []notes.NoteID
	words   string  // for labels, before
	flipped []int64 // people who went to the trash or came from it
}

// logRow is what an import did to a row.
type logRow struct {
	table   *arcTable
	row     any
	tried   int
	existed bool
	after   int64
	dated   bool
}

// some takes back so many rows, or all where most is 0, and reports whether there are more.
func (u *taker) some(most int) (more bool, err error) {
	for done := 0; most == 0 || done < most; done++ {
		l, err := u.next()
		if errors.Is(err, notes.ErrNotFound) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		if err := u.takeBack(l); err != nil {
			return false, err
		}
	}
	return true, nil
}

func (u *taker) next() (l logRow, err error) {
	var name string
	_, err = one(u.conn, `SELECT tab, row, tried, before IS NOT NULL, after FROM archive_change WHERE import_id = ?
		ORDER BY tried, rank LIMIT 1`,
		func(s scanner) (struct{}, error) {
			read, ok := s.(row)
			if !ok {
				return struct{}{}, errors.New("storage: a row of the log cannot be read whole")
			}
			l.after, l.dated = read[4].(int64)
			switch key := read[1].(type) {
			case []byte:
				l.row = string(key)
			default:
				l.row = key
			}
			read[1], read[4] = int64(0), int64(0)
			return struct{}{}, read.Scan(&name, new(int64), &l.tried, &l.existed, new(int64))
		}, u.id)
	if err != nil {
		return l, err
	}
	place := slices.IndexFunc(u.tables, func(t *arcTable) bool { return t.name == name })
	if place < 0 {
		return l, errors.New("storage: there is no table " + name)
	}
	l.table = u.tables[place]
	return l, nil
}

// takeBack takes a row back, or leaves it for later where another one stands in its way.
func (u *taker) takeBack(l logRow) error {
	err := u.turnBack(l)
	switch {
	case isConstraint(err) && l.tried < mostTry:
		_, err = u.exec("UPDATE archive_change SET tried = tried + 1 WHERE import_id = ? AND tab = ? AND row = ?", u.id, l.table.name, l.row)
		return err
	case isConstraint(err): // something that the manager made since stands there; that stays
	case err != nil:
		return err
	}
	_, err = u.exec("DELETE FROM archive_change WHERE import_id = ? AND tab = ? AND row = ?", u.id, l.table.name, l.row)
	return err
}

func (u *taker) turnBack(l logRow) error {
	if l.table.name == arcTombstones {
		return u.tombBack(l)
	}
	there, same, err := u.stands(l)
	switch {
	case err != nil:
		return err
	case l.existed && !there:
		return u.again(l)
	case !there || !same: // it went since, or was changed since
		return nil
	case l.existed:
		return u.asBefore(l)
	default:
		return u.away(l)
	}
}

// stands reports whether a row is there, and still as the import made it.
func (u *taker) stands(l logRow) (there, same bool, err error) {
	if !l.dated {
		_, err = one(u.conn, "SELECT 1 FROM "+l.table.name+" WHERE id = ?", scalar[int64], l.row)
		return err == nil, true, ignoreMissing(err)
	}
	now, err := one(u.conn, "SELECT updated_at FROM "+l.table.name+" WHERE id = ?", scalar[int64], l.row)
	return err == nil, now == l.after, ignoreMissing(err)
}

func ignoreMissing(err error) error {
	if errors.Is(err, notes.ErrNotFound) {
		return nil
	}
	return err
}

const fromLog = " FROM archive_change WHERE import_id = ?1 AND tab = ?2 AND row = ?3"

// from are the columns of a row as they were.
func (t *arcTable) from(names []string) string {
	var parts []string
	for _, name := range names {
		parts = append(parts, "json_extract(before, '$."+name+"')")
	}
	return strings.Join(parts, ", ")
}

// again puts back a row that the import deleted.
func (u *taker) again(l logRow) error {
	names := l.table.logged()
	_, err := u.exec("INSERT INTO "+l.table.name+" ("+strings.Join(names, ", ")+") SELECT "+l.table.from(names)+fromLog,
		u.id, l.table.name, l.row)
	if err != nil {
		return err
	}
	return u.tell(l)
}

// asBefore writes a row as it was before the import.
func (u *taker) asBefore(l logRow) error {
	if l.table.name == archive.Notes {
		id, _ := l.row.(int64)
		r, err := u.record(notes.NoteID(id))
		if err != nil {
			return err
		}
		if err := u.unfind(&r); err != nil {
			return err
		}
		u.j.written = nil
	}
	if err := u.tell(l); err != nil {
		return err
	}
	names := l.table.changedColumns()
	_, err := u.exec("UPDATE "+l.table.name+" SET ("+strings.Join(names, ", ")+") = (SELECT "+l.table.from(names)+fromLog+") WHERE id = ?3",
		u.id, l.table.name, l.row)
	if err != nil {
		return err
	}
	return u.tell(l)
}

// away deletes a row that the import brought, unless something belongs to it that stays.
func (u *taker) away(l logRow) error {
	for _, h := range l.table.hang {
		var n int
		if err := u.row("SELECT EXISTS (SELECT 1 FROM "+h.table+" WHERE "+h.column+" = ?)", []any{l.row}, &n); err != nil || n > 0 {
			return err
		}
	}
	if err := u.tell(l); err != nil {
		return err
	}
	u.j.scrub = true
	if l.table.name == archive.Notes {
		id, _ := l.row.(int64)
		r, err := u.record(notes.NoteID(id))
		if err != nil {
			return err
		}
		if err := u.unfind(&r); err != nil {
			return err
		}
	}
	_, err := u.exec("DELETE FROM "+l.table.name+" WHERE id = ?", l.row)
	return err
}

// tombBack takes back what an import said was deleted for good, or what it said no more.
func (u *taker) tombBack(l logRow) error {
	if _, err := u.exec("DELETE FROM tombstone WHERE uid = ?", l.row); err != nil || !l.existed {
		return err
	}
	names := l.table.changedColumns()
	_, err := u.exec("INSERT INTO tombstone ("+strings.Join(names, ", ")+") SELECT "+l.table.from(names)+fromLog, u.id, l.table.name, l.row)
	return err
}

// tell notes what of the notes is to be read again for a row as it stands now.
func (u *taker) tell(l logRow) error {
	id, _ := l.row.(int64)
	switch l.table.name {
	case "person", "alias":
		name, err := one(u.conn, "SELECT name FROM "+l.table.name+" WHERE id = ?", scalar[string], l.row)
		if err != nil {
			return err
		}
		u.names = append(u.names, name)
		if l.table.name == "person" {
			u.flipped = append(u.flipped, id)
		}
		u.j.names = nil
	case archive.Notes:
		u.touched = append(u.touched, notes.NoteID(id))
	case "earlier":
		note, err := one(u.conn, "SELECT note_id FROM earlier WHERE id = ?", scalar[notes.NoteID], l.row)
		if err != nil {
			return err
		}
		u.touched = append(u.touched, note)
	case "setting":
		u.j.names = nil // words for labels may have been
	}
	return nil
}

// fileAgain files what was touched as it stands now.
func (u *taker) fileAgain() error {
	u.j.earlier, u.j.names = nil, nil
	slices.Sort(u.flipped)
	for _, person := range slices.Compact(u.flipped) {
		if err := u.refileEach("SELECT id FROM note WHERE person_id = ?", person); err != nil {
			return err
		}
	}
	otherwise, err := u.readOtherwise() // these may be about anybody who came or went
	if err != nil {
		return err
	}
	u.touched = append(u.touched, otherwise...)
	slices.Sort(u.touched)
	for _, id := range slices.Compact(u.touched) {
		if err := u.titled(id); err != nil && !errors.Is(err, notes.ErrNotFound) {
			return err
		}
	}
	now, err := u.setting(notes.SettingLabelWords)
	if err != nil {
		return err
	}
	if now != u.words {
		u.names = append(u.names, notes.WordsBetween(notes.ReadLabelWords(u.words), notes.ReadLabelWords(now))...)
	}
	slices.Sort(u.names)
	return u.namesChanged(slices.Compact(u.names))
}

// titled files a note; one that isn't shown has a title too.
func (u *taker) titled(id notes.NoteID) error {
	r, err := u.record(id)
	if err != nil {
		return err
	}
	if r.shown {
		return u.file(&r)
	}
	if err := u.file(&r); err != nil {
		return err
	}
	r.shown = true
	f, err := u.read(&r)
	if err != nil {
		return err
	}
	_, err = u.exec("UPDATE note SET title = ?, open = ?, who = ?, also = ? WHERE id = ?", f.title, f.open, f.who, f.also, id)
	return err
}

// forgetWhatIsKnown forgets what is remembered of people, words and readings.
func (j *Journal) forgetWhatIsKnown() {
	j.names, j.earlier, j.frequent, j.vocabulary, j.taken, j.peers = nil, nil, frequent{}, nil, nil, nil
}

// takeBackArchive takes back an archive that was taken in: at once, as any other change.
func (t *tx) takeBackArchive(id int64) error {
	var done bool
	err := t.row("SELECT done_at IS NOT NULL FROM archive_import WHERE id = ?", []any{id}, &done)
	if errors.Is(err, notes.ErrNotFound) || err == nil && !done {
		return errImportChanged
	}
	if err != nil {
		return err
	}
	return t.undoArchive(id)
}

func (t *tx) undoArchive(id int64) error {
	u, err := newTaker(t, id)
	if err != nil {
		return err
	}
	if _, err := u.some(0); err != nil {
		return err
	}
	return u.finish()
}

func newTaker(t *tx, id int64) (*taker, error) {
	u := &taker{tx: t, id: id}
	var err error
	if u.tables, err = t.logTables(); err != nil {
		return nil, err
	}
	u.words, err = t.setting(notes.SettingLabelWords)
	return u, err
}

// finish files what was touched, and forgets the import.
func (u *taker) finish() error {
	if err := u.fileAgain(); err != nil {
		return err
	}
	u.j.forgetWhatIsKnown()
	u.j.mergeWhenQuiet()
	if err := u.forgetFolder(u.id); err != nil {
		return err
	}
	_, err := u.exec("DELETE FROM archive_import WHERE id = ?", u.id)
	return err
}

// dropArchive takes away, in pieces, what came of an archive that isn't taken in after all. What it doesn't come to is done when the
// journal is opened next.
func (j *Journal) dropArchive(id int64) error {
	var u *taker
	for more := true; more; {
		err := j.aPiece(func(t *tx) (err error) {
			if u == nil {
				if u, err = newTaker(t, id); err != nil {
					return err
				}
			}
			u.tx = t
			if more, err = u.some(undoSome); err != nil || more {
				return err
			}
			return u.finish()
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// dropOrLater drops an archive; where that can't be done for want of space, a quiet moment does it, or the next start.
func (j *Journal) dropOrLater(id int64) error {
	err := j.dropArchive(id)
	if err != nil && !errors.Is(err, notes.ErrClosed) {
		j.mu.Lock()
		defer j.mu.Unlock()
		j.half = id
	}
	return ignoreFull(err)
}

// dropHalfArchive drops what is left of an archive that could not be dropped.
func (j *Journal) dropHalfArchive() error {
	if j.half == 0 {
		return nil
	}
	err := j.write(func(t *tx) error { return t.undoArchive(j.half) })
	if err == nil {
		j.half = 0
	}
	return err
}

// aPiece writes a piece of long work; whoever else wants to write has their turn after it.
func (j *Journal) aPiece(do func(*tx) error) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.write(do)
}

// loosely commits what do writes without waiting for the disk: a power cut may take it back, as if it had never been, with all else
// that no lasting write came after. It is only for what is dropped at the next start unless more follows.
func (j *Journal) loosely(do func() error) (err error) {
	if j.c.closed() || j.mode.loose == "" {
		return do()
	}
	if _, err := j.c.exec(j.mode.loose); err != nil {
		return err
	}
	defer func() {
		if !j.c.closed() {
			_, lasting := j.c.exec(j.mode.lasting)
			err = errors.Join(err, lasting)
		}
	}()
	return do()
}

// dropHalfArchives takes away what came of an archive when the program or the machine went down meanwhile, and forgets how to take
// back what came long ago.
func (j *Journal) dropHalfArchives() error {
	half, err := list(j.c, "SELECT id FROM archive_import WHERE done_at IS NULL ORDER BY id DESC", nil, scalar[int64])
	if err != nil {
		return err
	}
	for _, id := range half {
		if err := j.write(func(t *tx) error {
			if err := t.undoArchive(id); err != nil {
				return err
			}
			return t.refileEach("SELECT id FROM note WHERE search_id IS NOT NULL ORDER BY id") // what was being read again may be half done
		}); err != nil {
			return err
		}
	}
	var old int
	before := j.now().Add(-archiveUndoFor).UnixMilli()
	if err := j.c.row("SELECT count(*) FROM archive_import WHERE done_at < ?", []any{before}, &old); err != nil || old == 0 {
		return err
	}
	return j.write(func(t *tx) error {
		_, err := t.exec("DELETE FROM archive_import WHERE done_at < ?", before)
		return err
	})
}

// keepNoWayBack forgets how to take archives back, where something is deleted for good: it would come again, or its words stay.
func (t *tx) keepNoWayBack() error {
	_, err := t.exec("DELETE FROM archive_import WHERE done_at IS NOT NULL")
	return err
}

// ArchivesTaken are the archives that can be taken back, the newest first.
func (j *Journal) ArchivesTaken() ([]archive.Taken, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	count := func(table, where string) string { // by way of the log: a row of it isn't found by its key here
		return ", (SELECT count(*) FROM archive_change c CROSS JOIN " + table + " r ON r.id = c.row WHERE c.import_id = a.id AND c.tab = '" +
			table + "' AND " + where + ")"
	}
	return list(j.c, "SELECT id, source, done_at, added, changed"+
		count("note", "c.before IS NULL AND r.updated_at = c.after")+count("note", "c.before IS NOT NULL AND r.updated_at = c.after")+
		count("note", "r.updated_at <> c.after")+count("person", "c.before IS NULL AND r.updated_at = c.after")+
		", (SELECT count(*) FROM archive_change c WHERE c.import_id = a.id AND c.tab NOT IN ('note', 'person', 'alias', 'revision', '"+
		arcTombstones+"'))"+
		" FROM archive_import a WHERE done_at IS NOT NULL ORDER BY id DESC", nil,
		func(s scanner) (a archive.Taken, err error) {
			var at int64
			g := &a.Goes
			err = s.Scan(&a.ID, &a.Source, &at, &a.New, &a.Changed, &g.New, &g.Changed, &g.Kept, &g.People, &g.Others)
			a.At = time.UnixMilli(at).UTC()
			return a, err
		})
}
