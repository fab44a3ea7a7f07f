package storage

import (
	"encoding/hex"
	"errors"
	"maps"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/archive"
)

// someTaken is how many files are remembered at once.
const someTaken = 500

// rememberFiles remembers the files that are otherwise than they were written and that were taken whole: an export may write over
// them. It is of this computer, and goes when the import is taken back.
func (m *merger) rememberFiles() error {
	if m.source == nil {
		return nil
	}
	skipped := m.skippedFiles()
	files := slices.DeleteFunc(slices.Sorted(maps.Keys(m.source.files)), func(file string) bool { return skipped[file] })
	for some := range slices.Chunk(files, someTaken) {
		if err := m.piece(func() error {
			for _, file := range some {
				if err := m.rememberPair(pairOf(file, m.source.files[file].exact), false); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}

// rememberPair remembers a file with what is in it, or the stamp of a list.
func (m *merger) rememberPair(pair digest, list bool) error {
	_, err := m.exec("INSERT OR REPLACE INTO archive_file (pair, mark, import_id, list) VALUES (?, ?, ?, ?)",
		hex.EncodeToString(pair[:]), m.mark, m.id, list)
	return err
}

// skippedFiles are those of which not everything was taken.
func (m *merger) skippedFiles() map[string]bool {
	files := map[string]bool{}
	for _, s := range m.did.Skipped {
		files[s.File] = true
		if i := strings.LastIndexByte(s.File, ':'); i > 0 { // a line of one
			files[s.File[:i]] = true
		}
	}
	return files
}

// rememberFolder remembers that all of what an archive's list has was taken: what else lies there and was skipped is of somebody
// else, and no export touches it.
func (m *merger) rememberFolder() error {
	if m.source == nil {
		return nil
	}
	if _, err := m.exec("DELETE FROM archive_file WHERE mark = ? AND import_id <> ?", m.mark, m.id); err != nil || m.source.stamp == "" {
		return err
	}
	skipped, listed := m.skippedFiles(), false
	for file := range skipped {
		listed = listed || m.source.paths[digestOf([]byte(file))]
	}
	stamp, err := hex.DecodeString(m.source.stamp)
	if err != nil || listed {
		return err
	}
	if err := m.rememberPair(digest(stamp), true); err != nil {
		return err
	}
	return m.keepSeen(seenArchivesKey, m.source.stamp)
}

// forgetFolder forgets what was remembered of the folder from which an import came, which is taken back.
func (t *tx) forgetFolder(id int64) error {
	stamps, err := list(t.conn, "SELECT pair FROM archive_file WHERE import_id = ? AND list = 1", []any{id}, scalar[string])
	if err != nil {
		return err
	}
	if _, err := t.exec("DELETE FROM archive_file WHERE import_id = ?", id); err != nil || len(stamps) == 0 {
		return err
	}
	had, err := t.setting(seenArchivesKey)
	if err != nil {
		return err
	}
	left := slices.DeleteFunc(strings.Fields(had), func(s string) bool { return slices.Contains(stamps, s) })
	return t.keepSetting(notes.PutSetting{Key: seenArchivesKey, Value: strings.Join(left, " ")})
}

// tookIn reports whether a file with what is in it was imported.
func (c *conn) tookIn(pair digest) (bool, error) {
	_, err := one(c, "SELECT 1 FROM archive_file WHERE pair = ?", scalar[int64], hex.EncodeToString(pair[:]))
	return err == nil, ignoreMissing(err)
}

// takenBefore reports whether a file that was written by hand says what it said when it was last taken. Whatever its time is, what
// was done in the journal since is newer.
func (m *merger) takenBefore(r *archive.Row) (bool, error) {
	if !byHand(r) || m.source == nil {
		return false, nil
	}
	now, read := m.source.now(r.File)
	if !read {
		return false, nil
	}
	return m.tookIn(pairOf(r.File, now.exact))
}

// byHand reports whether a file doesn't say which row it is, or of when.
func byHand(r *archive.Row) bool {
	uid, _ := r.Get("uid")
	at, _ := r.Get("updated_at")
	return !r.Listed && (uid == "" || at == "")
}

// lastTaken gives the text of a file that was written by hand what it was when it was last taken: what is another in it is what was
// changed in it since.
func (m *merger) lastTaken(r *archive.Row, note int64, ours, theirs *side) error {
	met, err := one(m.conn, "SELECT at FROM peer WHERE mark = ?", scalar[int64], m.mark)
	if !byHand(r) || errors.Is(err, notes.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	was, err := one(m.conn, "SELECT v.body FROM peer_text p JOIN revision v ON v.id = p.revision_id WHERE p.note_id = ? AND p.mark = ?",
		scalar[string], note, m.mark)
	switch {
	case errors.Is(err, notes.ErrNotFound) && ours.at <= met:
		was = ours.body
	case errors.Is(err, notes.ErrNotFound):
		return nil
	case err != nil:
		return err
	}
	ours.knew(was, met)
	theirs.knew(was, met)
	return nil
}
