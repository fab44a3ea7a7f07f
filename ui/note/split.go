package note

import (
	"unicode/utf8"

	"handback/notes"
	"handback/notes/voice"
)

// splitLength is about how many characters a piece of a note has that is split: short enough to be edited at once.
const splitLength = 15_000

// mostPieces is how many notes one is split into at most.
const mostPieces = 60

// split makes several notes of the open one, which keeps the first piece: of the same day, in the order of the text.
func (r *Room) split() {
	if err := r.host.Draft().Flush(); err != nil {
		return // it is shown
	}
	n, open := r.host.Draft().Note()
	if !open {
		return
	}
	length := max(splitLength, len(n.Body)/mostPieces)
	pieces := notes.Split(n.Body, length, r.host.Context(n.Person, n.Date))
	if len(pieces) == 1 {
		r.host.Say(
			voice.T("This note is one long line and can't be split. Add line breaks in another program, then paste it again."),
		)
		return
	}
	change := notes.Change{Rows: []notes.Row{notes.KeepRevision{Note: n.ID}}}
	for _, p := range pieces[1:] {
		change.Rows = append(change.Rows, notes.NewNote{Person: n.Person, Kind: notes.JournalNote, Date: n.Date, Body: p})
	}
	if _, err := r.host.Apply(change, ""); err != nil {
		return // it is shown
	}
	r.editor.Replace(utf8.RuneCountInString(pieces[0]), utf8.RuneCountInString(n.Body), "")
	r.host.Draft().Changed()
	if err := r.reopen(n.ID); err != nil {
		r.host.Show(err) // the text stands in both: nothing is lost
		return
	}
	r.host.Say(voice.T("Split into {n} notes. The full text is in this note's earlier versions.", "n", len(pieces)))
}

// reopen reads the open note anew, so that it can be edited where it is short enough now.
func (r *Room) reopen(id notes.NoteID) error {
	if err := r.host.Draft().Flush(); err != nil {
		return err
	}
	n, err := r.host.Journal().Note(id)
	if err != nil {
		return err
	}
	if err := openToWrite(r.host, n, false); err != nil {
		return err
	}
	return r.Reload()
}
