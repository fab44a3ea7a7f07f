package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

	"handback/notes"
	"handback/notes/archive"
	"handback/notes/voice"
)

// ImportArchive takes everything that is in a folder into the journal, or nothing of it. Rows are merged by their uid: of each
// the newest counts, texts of notes are joined by line, and what is newer than its deletion comes back. A journal without
// people and notes becomes what the archive is.
func (j *Journal) ImportArchive(folder string, progress archive.Progress) (done archive.Imported, err error) {
	if j.isClosed() {
		return done, notes.ErrClosed
	}
	if st, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return done, say(ErrOtherArchive, err, voice.T("There's no folder {folder}. Choose another one.", "folder", folder))
	} else if err != nil {
		return done, explainArchive(folder, err)
	} else if !st.IsDir() {
		return done, say(ErrOtherArchive, nil, voice.T("{folder} is a file. Choose a folder.", "folder", folder))
	}
	root, err := os.OpenRoot(folder) // no link leads out of it
	if err != nil {
		return done, explainArchive(folder, err)
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	tree := newReadTree(root.FS())
	of, err := archive.Count(tree)
	if err != nil {
		return done, explainArchive(folder, err)
	}
	stamp, err := eachListed(folder, func(file string, s digest) {
		tree.had[pairOf(file, s)], tree.paths[digestOf([]byte(file))] = true, true
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return done, explainArchive(folder, err)
	}
	tree.stamp = stamp
	done, err = j.mergeTree(tree, folder, of, progress)
	return done, explainArchive(folder, err)
}

// importGCPercent lets the collector run seldom while much is read and little of it kept: it would take a third of the time.
const importGCPercent = 400

// mergeTree merges an archive of so many files, in pieces. Whatever keeps it from its end, it takes all of it back.
func (j *Journal) mergeTree(tree *readTree, folder string, of int, progress archive.Progress) (archive.Imported, error) {
	if err := archive.CheckFormat(tree); err != nil {
		return archive.Imported{}, err
	}
	defer debug.SetGCPercent(debug.SetGCPercent(importGCPercent))
	m := &merger{j: j, tree: tree, source: tree, of: of, progress: progress, mark: markOf(folder)}
	j.takeIn(true)
	defer j.takeIn(false)
	if err := j.aPiece(func(t *tx) error { return m.begin(t, filepath.Base(folder)) }); err != nil {
		return archive.Imported{}, err
	}
	err := m.all()
	if err == nil && m.seen == 0 {
		err = say(ErrOtherArchive, nil, voice.T(
			"There's nothing in {folder} to import. A note needs lines at its top that give the person and the date.", "folder", folder))
	}
	if err == nil {
		m.last = true
		err = m.piece(m.end)
	}
	if err != nil {
		err = errors.Join(err, j.dropOrLater(m.id))
	}
	if err := errors.Join(err, j.endArchive(m.logs)); err != nil {
		return archive.Imported{}, err
	}
	m.did.ID = notes.ArchiveID(m.id)
	return m.did, nil
}

// begin makes an import in which nothing is yet, and logs from here on what it does.
func (m *merger) begin(t *tx, source string) (err error) {
	m.tx = t
	if err := t.dropTakenBack(); err != nil {
		return err
	}
	if err := m.setUp(); err != nil {
		return err
	}
	if m.id, err = t.exec("INSERT INTO archive_import (source, begun_at) VALUES (?, ?)", source, t.stamp()); err != nil {
		return err
	}
	if m.logs, err = t.logTables(); err != nil {
		return err
	}
	return t.startLog(m.logs)
}

// end makes the import one that is part of the journal. Only the last one can be taken back: where one was cancelled, the one before it.
func (m *merger) end() error {
	if err := m.meetFolder(); err != nil {
		return err
	}
	if err := m.rememberFolder(); err != nil {
		return err
	}
	if _, err := m.exec("DELETE FROM archive_import WHERE done_at IS NOT NULL"); err != nil {
		return err
	}
	_, err := m.exec("UPDATE archive_import SET done_at = ?, added = ?, changed = ? WHERE id = ?", m.stamp(), m.did.New, m.did.Changed, m.id)
	m.j.mergeWhenQuiet()
	return err
}

// takeIn says that an archive comes in, or no longer. What saves left in the search index meanwhile a quiet moment joins.
func (j *Journal) takeIn(comes bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.takesIn = comes
	j.unread = min(j.unread, 1)
}

func (j *Journal) endArchive(logs []*arcTable) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.forgetWhatIsKnown()
	return j.c.endLog(logs)
}

// piece does a piece of the import: what it does to rows is logged, so that it can be taken back.
func (m *merger) piece(do func() error) error {
	if m.inOne {
		return do()
	}
	err := m.write(func(t *tx) error {
		m.tx = t
		if err := t.logTo(m.id); err != nil {
			return err
		}
		if err := do(); err != nil {
			return err
		}
		if err := m.findWaiting(); err != nil {
			return err
		}
		return t.logTo(0)
	})
	if m.j.afterPiece != nil {
		m.j.afterPiece()
	}
	if err != nil || m.sinceLog < moveLogEvery {
		return err
	}
	m.sinceLog = 0
	m.j.mu.Lock()
	defer m.j.mu.Unlock()
	return ignoreFull(m.j.checkpoint())
}

// pieceOf does something with the first of so many things, and returns with how many it did. A note that is put in and one that is
// given to the search index are two. It ends early where somebody waits, so
// that no save and no screen waits for more than a frame, or two; where nobody does, it goes on: the next piece would write many
// pages again.
func (m *merger) pieceOf(of int, do func(i int) error) (did int, err error) {
	err = m.piece(func() error {
		given := m.giving.given
		for ; did < of; did++ {
			done := did + m.giving.given - given
			if done >= pieceRows || done >= pieceLeast && m.j.mu.wanted() {
				break
			}
			if err := do(did); err != nil {
				return err
			}
		}
		m.sinceLog += did + m.giving.given - given
		return nil
	})
	return did, err
}

// write commits a piece without waiting for the disk, unless it is the last: where the machine goes down, what came of an import that
// wasn't at its end is dropped at the next start anyway, and a save beside it waits for its own commit and all before it.
func (m *merger) write(do func(*tx) error) error {
	if m.last {
		return m.j.aPiece(do)
	}
	m.j.mu.Lock()
	defer m.j.mu.Unlock()
	return m.j.loosely(func() error { return m.j.write(do) })
}

const (
	pieceLeast   = 8   // rows or notes that a piece does whoever waits
	pieceRows    = 256 // that it does at most
	pieceBytes   = 512 << 10
	pieceGraves  = 32   // deletions that a piece does at most: what belongs to what was deleted goes along
	moveLogEvery = 1024 // rows or notes
)

// each does something for each of some ids, piece by piece.
func (m *merger) each(ids []notes.NoteID, do func(notes.NoteID) error) error {
	for len(ids) > 0 {
		n, err := m.pieceOf(len(ids), func(i int) error { return do(ids[i]) })
		if err != nil {
			return err
		}
		ids = ids[n:]
		if err := m.tell(); err != nil {
			return err
		}
	}
	return nil
}

// idsOf are the ids that a query gives. They are read beside whoever saves: all notes by their day take half a second where there are
// 100,000.
func (m *merger) idsOf(query string, args ...any) (ids []notes.NoteID, err error) {
	if m.inOne {
		return list(m.conn, query, args, scalar[notes.NoteID])
	}
	c, _, err := m.j.besides()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, translate(c.close())) }()
	return list(c, query, args, scalar[notes.NoteID])
}

// all merges table by table, what others refer to first.
func (m *merger) all() error {
	if err := m.piece(m.makeRoom); err != nil {
		return err
	}
	if err := m.tombs(); err != nil {
		return err
	}
	for _, at := range m.tables {
		m.at = at
		if at.name == archive.Notes {
			if err := m.peopleAsInForce(); err != nil {
				return err
			}
		}
		if err := m.readTable(at.name); err != nil {
			return err
		}
		if err := errors.Join(m.flush(), m.settleTwins()); err != nil {
			return err
		}
		if at.name == stepInPeopleTable {
			if err := m.piece(m.stepInsByHand); err != nil {
				return err
			}
		}
	}
	for _, step := range []func() error{m.bodies, m.buried, m.readAgain, m.rememberFiles, m.lookOver, m.tell} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// readTable takes the rows of a table. Another journal is read through its own connection, which does one thing at a time.
func (m *merger) readTable(table string) error {
	if m.source == nil || m.source.ofJournal {
		return archive.ReadTable(m.tree, table, m)
	}
	m.ahead = nil
	if table == archive.Notes {
		if err := m.startFiling(); err != nil {
			return err
		}
	}
	return readBeside(m.tree, table, m)
}

// makeRoom empties a journal in which nothing was written, where a whole one takes its place: it becomes the same journal.
func (m *merger) makeRoom() error {
	if _, err := fs.Stat(m.tree, archive.LinesFile("setting")); err != nil {
		if _, err := fs.Stat(m.tree, archive.FormatFile); err != nil {
			return nil //nolint:nilerr // a folder that was written by hand is no whole journal
		}
	}
	if written, err := m.written(); err != nil || written {
		return err
	}
	m.whole = true
	_, err := m.exec("DELETE FROM template")
	return err
}

// written reports whether there is anything in the journal that isn't in every new one: rows of any table that goes into an archive
// but for the manager's own, settings that aren't of this computer, and what was deleted for good.
func (m *merger) written() (bool, error) {
	for _, at := range m.tables {
		var n int
		var err error
		switch at.name {
		case "person":
			err = m.row("SELECT count(*) FROM person WHERE kind <> 'me'", nil, &n)
		case "template":
			n, err = m.ownTemplates()
		case "setting":
			keys, listErr := list(m.conn, "SELECT key FROM setting WHERE value <> ''", nil, scalar[string])
			n, err = len(slices.DeleteFunc(keys, ofMachine)), listErr
		default:
			err = m.row("SELECT count(*) FROM "+at.name, nil, &n)
		}
		if err != nil || n > 0 {
			return true, err
		}
	}
	var n int
	err := m.row("SELECT count(*) FROM tombstone", nil, &n)
	return n > 0, err
}

// ownTemplates counts the templates that aren't as a new journal has them, or are there no more.
func (m *merger) ownTemplates() (n int, err error) {
	if err := m.row("SELECT count(*) FROM template", nil, &n); err != nil {
		return 0, err
	}
	first := 0
	for _, p := range notes.FirstTemplates {
		var same int
		err := m.row("SELECT count(*) FROM template WHERE name = ? AND body = ? AND deleted_at IS NULL", []any{p.Name, p.Body}, &same)
		if err != nil {
			return 0, err
		}
		first += same
	}
	return max(n, len(notes.FirstTemplates)) - first, nil
}

// Skip implements archive.Taker.
func (m *merger) Skip(file, why string) error {
	m.did.Skipped = append(m.did.Skipped, archive.Skipped{File: file, Why: why})
	return nil
}

// someFiles is after how many files progress is told.
const someFiles = 100

// ask tells how much was read, and asks whether to go on.
func (m *merger) ask() error {
	if m.progress == nil {
		return nil
	}
	return m.progress(min(m.seen, m.of), m.of)
}

// Row implements archive.Taker.
func (m *merger) Row(r *archive.Row) error {
	if m.seen++; m.seen%someFiles == 0 {
		if err := m.ask(); err != nil {
			return err
		}
	}
	m.waiting = append(m.waiting, r)
	if m.bytes += len(r.Body); len(m.waiting) < pieceRows && m.bytes < pieceBytes {
		return nil
	}
	return m.flush()
}

// flush takes the rows that wait.
func (m *merger) flush() error {
	if len(m.waiting) == 0 {
		return nil
	}
	rows := m.waiting
	m.waiting, m.bytes = nil, 0
	return m.takeAll(rows)
}

// takeAll takes rows, piece by piece.
func (m *merger) takeAll(rows []*archive.Row) error {
	for len(rows) > 0 {
		n, err := m.pieceOf(len(rows), func(i int) error {
			if m.at.name == "person" || m.at.name == "alias" || m.at.name == "setting" {
				defer func() { m.j.names = nil }() // they aren't who they were
			}
			return m.take(rows[i])
		})
		if err != nil {
			return err
		}
		rows = rows[n:]
		if err := errors.Join(m.joinIndex(), m.ask()); err != nil {
			return err
		}
	}
	return nil
}

// take takes a row.
func (m *merger) take(r *archive.Row) error {
	m.reading = m.readEarly(r)
	if m.at.name == arcTombstones {
		return m.tomb(r)
	}
	if m.at.name == "setting" {
		if key, _ := r.Get("key"); ofMachine(key) {
			return nil
		}
	}
	if same, err := m.takenBefore(r); err != nil || same {
		return err
	}
	err := m.takeValues(r)
	if isConstraint(err) {
		return archive.Bad{File: r.File, Line: r.Line, Why: voice.T(
			"Handback doesn't understand a value in this file. Compare it with a similar file.")}
	}
	return err
}

func (m *merger) takeValues(r *archive.Row) error {
	values, err := m.at.values(r)
	if err != nil {
		return err
	}
	take, err := m.complete(r, values)
	if err != nil || !take {
		return err
	}
	if err := errors.Join(m.check(r, values), m.noteStepIn(r, values)); err != nil {
		return err
	}
	if !m.settling {
		m.isCopy(r, values)
	}
	m.underOneUID(values)
	return m.merge(r, values)
}
