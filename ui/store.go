package ui

import "handback/notes"

// store is the journal as the draft sees it: whichever one is open.
type store struct{ s *Shell }

func (d store) Note(id notes.NoteID) (notes.Note, error) { return d.s.journal.Note(id) }

func (d store) SaveBody(id notes.NoteID, base int64, body string) (int64, error) {
	if why, ro := d.s.journal.ReadOnly(); ro {
		return 0, notes.Invalid{Why: why}
	}
	return d.s.journal.SaveBody(id, base, body)
}

func (d store) Keep(id notes.NoteID) error {
	_, err := d.s.journal.Apply(notes.Change{Rows: []notes.Row{notes.KeepRevision{Note: id}}})
	return err
}

func (s *Shell) draftNote() (notes.Note, bool) {
	if s.draft == nil {
		return notes.Note{}, false
	}
	return s.draft.Note()
}
