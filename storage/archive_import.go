package storage

import (
	"crypto/sha256"
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
	if st, err := os.Stat(folder); err != nil {
		return done, explainArchive(folder, err)
	} else if !st.IsDir() {
		return done, say(ErrOtherArchive, nil, voice.T("{folder} is a file. Choose a folder.", "folder", folder))
	}
	root, err := os.OpenRoot(folder) // no link leads out of it
	if err != nil {
		return done, explainArchive(folder, err)
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	tree := root.FS()
	of, err := archive.Count(tree)
	if err != nil {
		return done, explainArchive(folder, err)
	}
	stamp, err := stampOfFolder(folder)
	if err != nil {
		return done, explainArchive(folder, err)
	}
	done, err = j.mergeTree(tree, of, progress)
	if err != nil {
		return done, explainArchive(folder, err)
	}
	if stamp != "" && len(done.Skipped) == 0 {
		err = j.sawArchive(stamp)
	}
	return done, err
}

// stampOfFolder is what the list of an archive says was written, "" where there is none.
func stampOfFolder(folder string) (string, error) {
	h := sha256.New()
	err := eachListed(filepath.Join(folder, filepath.FromSlash(listFile)), h, func(string, digest) {})
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return stampOf(h), err
}

// importGCPercent lets the collector run seldom while much is read and little of it kept: it would take a third of the time.
const importGCPercent = 400

// mergeTree merges an archive of so many files.
func (j *Journal) mergeTree(tree fs.FS, of int, progress archive.Progress) (archive.Imported, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := archive.CheckFormat(tree); err != nil {
		return archive.Imported{}, err
	}
	defer debug.SetGCPercent(debug.SetGCPercent(importGCPercent))
	var done archive.Imported
	err := j.write(func(t *tx) error {
		m, err := newMerger(t, tree)
		if err != nil {
			return err
		}
		m.of, m.progress = of, progress
		err = m.all()
		done = m.did
		return err
	})
	j.names, j.earlier, j.frequent, j.vocabulary, j.taken = nil, nil, frequent{}, nil, nil
	if err != nil {
		return archive.Imported{}, err
	}
	j.unread = mergeAfter
	return done, nil
}

// all merges table by table, what others refer to first.
func (m *merger) all() error {
	if err := m.makeRoom(); err != nil {
		return err
	}
	if _, err := m.exec("INSERT INTO search (search, rank) VALUES ('crisismerge', ?)", mergeInImport); err != nil {
		return err
	}
	if err := m.tombs(); err != nil {
		return err
	}
	for _, at := range m.tables {
		m.at = at
		if at.name == archive.Notes {
			m.j.names = nil // of the people who came
			if err := m.peopleAsInForce(); err != nil {
				return err
			}
		}
		if err := archive.ReadTable(m.tree, at.name, m); err != nil {
			return err
		}
	}
	if err := m.findable(); err != nil {
		return err
	}
	if err := m.bodies(); err != nil {
		return err
	}
	if err := m.buried(); err != nil {
		return err
	}
	if err := m.readAgain(); err != nil {
		return err
	}
	if _, err := m.exec("INSERT INTO search (search, rank) VALUES ('crisismerge', ?)", mergeAtMost); err != nil {
		return err
	}
	return m.tell()
}

// How many pieces of the search index of one size are joined at once: nothing else joins any while an import goes on, and the
// index takes 2000 of them at most. mergeAtMost is as the first migration has it.
const (
	mergeInImport = 32
	mergeAtMost   = 1999
)

// makeRoom empties a journal in which nothing was written, where a whole one takes its place: it becomes the same journal.
func (m *merger) makeRoom() error {
	if _, err := fs.Stat(m.tree, archive.LinesFile("setting")); err != nil {
		if _, err := fs.Stat(m.tree, archive.FormatFile); err != nil {
			return nil //nolint:nilerr // a folder that was written by hand is no whole journal
		}
	}
	var written int
	err := m.row(`SELECT (SELECT count(*) FROM note) + (SELECT count(*) FROM person WHERE kind <> 'me') + (SELECT count(*) FROM company_goal)
		+ (SELECT count(*) FROM saved_search) + (SELECT count(*) FROM tombstone WHERE kind IN ('note', 'person'))`, nil, &written)
	if err != nil || written > 0 {
		return err
	}
	m.whole = true
	for _, at := range slices.Backward(m.tables) {
		where := ""
		if at.name == "setting" {
			where = " WHERE NOT (key GLOB 'look.*' OR key GLOB 'window.*' OR key GLOB 'archive.*')"
		}
		if at.name == "person" {
			continue // the manager's own row is written over
		}
		if _, err := m.exec("DELETE FROM " + at.name + where); err != nil {
			return err
		}
	}
	_, err = m.exec("DELETE FROM tombstone")
	return err
}

// Skip implements archive.Taker.
func (m *merger) Skip(file, why string) error {
	m.did.Skipped = append(m.did.Skipped, archive.Skipped{File: file, Why: why})
	return nil
}

// someFiles is after how many files progress is told.
const someFiles = 100

// Row implements archive.Taker.
func (m *merger) Row(r *archive.Row) error {
	if m.seen++; m.seen%someFiles == 0 && m.progress != nil {
		if err := m.progress(min(m.seen, m.of), m.of); err != nil {
			return err
		}
	}
	if m.at.name == "setting" {
		if key, _ := r.Get("key"); ofMachine(key) {
			return nil
		}
	}
	values, err := m.at.values(r)
	if err != nil {
		return err
	}
	take, err := m.complete(r, values)
	if err != nil || !take {
		return err
	}
	if err := m.check(r, values); err != nil {
		return err
	}
	if err := m.merge(r, values); err != nil {
		if isConstraint(err) {
			return archive.Bad{File: r.File, Line: r.Line, Why: voice.T(
				"a value here isn't one that Handback knows. Compare it with another file of this kind.")}
		}
		return err
	}
	return nil
}
