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
	var lost []string
	err := j.write(func(t *tx) error {
		before, err := t.filedFor(id)
		if err != nil {
			return err
		}
		t.applied.Revs = map[notes.NoteID]int64{}
		for part := &c; part != nil; part = part.Next {
			if err := t.apply(*part); err != nil {
				return err
			}
		}
		after, err := t.filedFor(id)
		if err != nil {
			return err
		}
		still := make(map[lineAt]bool, len(after))
		for _, f := range after {
			still[lineAt{f.Note, f.Line}] = true
		}
		for _, f := range before {
			if !still[lineAt{f.Note, f.Line}] {
				lost = append(lost, f.Raw)
			}
		}
		return errTried
	})
	if errors.Is(err, errTried) {
		err = nil
	}
	return lost, err
}

// lineAt is a line of a note.
type lineAt struct {
	note notes.NoteID
	line int
}

func (t *tx) filedFor(id notes.PersonID) ([]notes.Filed, error) {
	return t.filed("WHERE i.person_id = ? ORDER BY i.note_id, i.line", id)
}
