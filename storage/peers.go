package storage

import (
	"errors"
	"path/filepath"
	"slices"

	"handback/notes"
)

// A peer is another computer's journal as this one meets it: a folder to which archives go, or from which they come. What a note
// said when they last met is kept among its versions until they meet again, so that the texts of both sides can be joined from
// what both had, whatever versions are let go meanwhile.
type peer struct {
	mark string
	at   int64
}

// mostPeers is how many are remembered, the latest.
const mostPeers = 20

// markOf stands for a folder, and tells nothing of where it is.
func markOf(folder string) string {
	if abs, err := filepath.Abs(folder); err == nil {
		folder = abs
	}
	return derivedUID("peer", folder)
}

// leavingMark stands for a folder as long as it isn't sure that it gets all of the journal.
func leavingMark(folder string) string { return markOf(folder) + " leaving" }

// leavesFor says that the journal, as it is now, is being written to a folder, until left is called.
func (j *Journal) leavesFor(folder string) (at int64, left func()) {
	j.mu.Lock()
	defer j.mu.Unlock()
	at = j.now().UnixMilli()
	j.leaving = &peer{leavingMark(folder), at}
	return at, func() {
		j.mu.Lock()
		defer j.mu.Unlock()
		j.leaving = nil
		var some int
		if j.c.closed() || j.c.row("SELECT count(*) FROM peer_text WHERE mark = ?", []any{leavingMark(folder)}, &some) != nil || some == 0 {
			return
		}
		_ = j.write(func(t *tx) error { // it failed; what stays is let go by the next one
			t.aside = true
			return t.forgetPeerTexts("mark = ?", leavingMark(folder))
		})
	}
}

// met remembers that a folder has everything that the journal had at a moment.
func (j *Journal) met(folder string, at int64) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.c.closed() || j.why != "" {
		return nil
	}
	return j.write(func(t *tx) error {
		t.aside = true
		if err := t.meet(markOf(folder), at); err != nil {
			return err
		}
		_, err := t.exec("UPDATE peer_text SET mark = ? WHERE mark = ?", markOf(folder), leavingMark(folder))
		return err
	})
}

// meet remembers that a peer has from now on what every note says that was saved up to a moment.
func (t *tx) meet(mark string, at int64) error {
	t.j.peers = nil
	if err := t.forgetPeerTexts("mark = ?", mark); err != nil {
		return err
	}
	if _, err := t.exec("INSERT INTO peer (mark, at) VALUES (?1, ?2) ON CONFLICT (mark) DO UPDATE SET at = ?2", mark, at); err != nil {
		return err
	}
	old, err := list(t.conn, "SELECT mark FROM peer ORDER BY at DESC, mark LIMIT -1 OFFSET ?", []any{mostPeers}, scalar[string])
	if err != nil {
		return err
	}
	for _, mark := range old {
		if err := t.forgetPeerTexts("mark = ?", mark); err != nil {
			return err
		}
		if _, err := t.exec("DELETE FROM peer WHERE mark = ?", mark); err != nil {
			return err
		}
	}
	return nil
}

// allPeers are those known, and the one that the journal is being written to.
func (t *tx) allPeers() ([]peer, error) {
	if t.j.peers == nil {
		known, err := list(t.conn, "SELECT mark, at FROM peer ORDER BY mark", nil, func(s scanner) (p peer, err error) {
			return p, s.Scan(&p.mark, &p.at)
		})
		if err != nil {
			return nil, err
		}
		t.j.peers = append([]peer{}, known...)
	}
	if t.j.leaving != nil {
		return append(slices.Clip(t.j.peers), *t.j.leaving), nil
	}
	return t.j.peers, nil
}

// keepForPeers keeps the text of a note, before another takes its place, where peers have it.
func (t *tx) keepForPeers(r *record) error {
	peers, err := t.allPeers()
	if err != nil {
		return err
	}
	peers = slices.DeleteFunc(slices.Clone(peers), func(p peer) bool { return p.at < r.saved })
	if len(peers) == 0 || notes.OnlyBegun(r.Body, r.Begun) {
		return nil
	}
	known, err := list(t.conn, "SELECT mark FROM peer_text WHERE note_id = ?", []any{r.ID}, scalar[string])
	if err != nil {
		return err
	}
	peers = slices.DeleteFunc(peers, func(p peer) bool { return slices.Contains(known, p.mark) })
	if len(peers) == 0 {
		return nil
	}
	version, alone, err := t.versionFor(r)
	if err != nil {
		return err
	}
	for _, p := range peers {
		if err := t.putPeerText(int64(r.ID), p.mark, version, alone); err != nil {
			return err
		}
	}
	return nil
}

// versionFor is the version of a note that says what it says now. One that is kept for peers alone counts for nothing where it is
// asked how long ago the last one was kept.
func (t *tx) versionFor(r *record) (id int64, alone bool, err error) {
	err = t.row(`SELECT v.id, EXISTS (SELECT 1 FROM peer_text p WHERE p.revision_id = v.id AND p.alone = 1) FROM revision v
		WHERE v.note_id = ? AND v.body = ? ORDER BY v.id DESC LIMIT 1`, []any{r.ID, r.Body}, &id, &alone)
	if !errors.Is(err, notes.ErrNotFound) {
		return id, alone, err
	}
	id, err = t.exec(`INSERT INTO revision (uid, note_id, rev, at, kept_at, body)
		SELECT ?1, ?2, ?3, ?4, coalesce((SELECT max(kept_at) FROM revision WHERE note_id = ?2), 0), ?5`,
		newUID(), r.ID, r.Rev, r.saved, r.Body)
	return id, true, err
}

// putPeerText says which version of a note a peer has.
func (t *tx) putPeerText(note int64, mark string, version int64, alone bool) error {
	_, err := t.exec("INSERT INTO peer_text (note_id, mark, revision_id, alone) VALUES (?, ?, ?, ?)", note, mark, version, alone)
	return err
}

// forgetPeerTexts forgets which versions peers have.
func (t *tx) forgetPeerTexts(where string, args ...any) error {
	alone, err := list(t.conn, "SELECT revision_id FROM peer_text WHERE alone = 1 AND "+where, args, scalar[int64])
	if err != nil {
		return err
	}
	if _, err := t.exec("DELETE FROM peer_text WHERE "+where, args...); err != nil {
		return err
	}
	for _, id := range alone {
		if _, err := t.exec("DELETE FROM revision WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM peer_text WHERE revision_id = ?1)", id); err != nil {
			return err
		}
	}
	return nil
}

// peerHas remembers what the folder says of a note, where that is something else than what came of it.
func (m *merger) peerHas(note int64, body, theirs string) {
	if theirs != body {
		m.theirs = append(m.theirs, theirText{note, theirs})
	}
}

type theirText struct {
	note int64
	body string
}

// meetFolder remembers what the folder has of each note.
func (m *merger) meetFolder() error {
	var newest int64 // another computer's clock may be ahead
	if err := m.row("SELECT max(coalesce(max(updated_at), 0), ?) FROM note", []any{m.stamp()}, &newest); err != nil {
		return err
	}
	if err := m.meet(m.mark, newest); err != nil {
		return err
	}
	for _, of := range m.theirs {
		version, err := one(m.conn, "SELECT id FROM revision WHERE note_id = ? AND body = ? ORDER BY id DESC LIMIT 1", scalar[int64], of.note, of.body)
		if errors.Is(err, notes.ErrNotFound) {
			continue // there was nothing in it
		}
		if err != nil {
			return err
		}
		if err := m.putPeerText(of.note, m.mark, version, false); err != nil {
			return err
		}
	}
	return nil
}
