package storage

import (
	"errors"

	"handback/notes"
)

// errTried ends a transaction that was only tried.
var errTried = errors.New("only tried")

// WouldUnfile are the lines, as they stand in their notes, that are filed for a person now and would not be after the
// change. The change is tried and taken back: nothing is written.
func (j *Journal) WouldUnfile(c notes.Change, id notes.PersonID) ([]string, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	filed := func(t *tx) ([]notes.Filed, error) {
		return t.filed("WHERE i.person_id = ? ORDER BY i.note_id, i.line", id)
	}
	before, after, err := tried(j, c, filed)
	still := make(map[lineAt]bool, len(after))
	for _, f := range after {
		still[lineAt{f.Note, f.Line}] = true
	}
	var lost []string
	for _, f := range before {
		if !still[lineAt{f.Note, f.Line}] {
			lost = append(lost, f.Raw)
		}
	}
	return lost, err
}

// lineAt is a line of a note.
type lineAt struct {
	note notes.NoteID
	line int
}

// WouldRefile counts the lines that the change files, unfiles, or files as something else. The change is tried and taken
// back: nothing is written.
func (j *Journal) WouldRefile(c notes.Change) (notes.Refiled, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	before, after, err := tried(j, c, (*tx).filedAs)
	var r notes.Refiled
	for at, as := range before {
		switch now, still := after[at]; {
		case !still:
			r.Unfiled++
		case now != as:
			r.Changed++
		}
	}
	for at := range after {
		if _, was := before[at]; !was {
			r.Filed++
		}
	}
	return r, err
}

// filedAs is what every line is filed as.
func (t *tx) filedAs() (map[lineAt]string, error) {
	as := map[lineAt]string{}
	_, err := list(t.conn, `SELECT note_id, line, label || char(10) || coalesce(actor, '') || char(10) || people || char(10) || state
		|| char(10) || coalesce(due, '') || char(10) || text FROM item`, nil, func(s scanner) (struct{}, error) {
		var at lineAt
		var said string
		err := s.Scan(&at.note, &at.line, &said)
		as[at] = said
		return struct{}{}, err
	})
	return as, err
}

// tried returns what read reads before and after a change, which is taken back.
func tried[T any](j *Journal, c notes.Change, read func(*tx) (T, error)) (before, after T, err error) {
	err = j.write(func(t *tx) (err error) {
		if before, err = read(t); err != nil {
			return err
		}
		t.applied.Revs = map[notes.NoteID]int64{}
		for part := &c; part != nil; part = part.Next {
			if err := t.apply(*part); err != nil {
				return err
			}
		}
		if after, err = read(t); err != nil {
			return err
		}
		return errTried
	})
	if errors.Is(err, errTried) {
		err = nil
	}
	return before, after, err
}
