package roomtest

import (
	"errors"

	"handback/notes"
	"handback/ui/draft"
	"handback/ui/room"
)

// newDraft is the real draft, on the journal that the host has at the time.
func (h *Host) newDraft() *draft.Draft {
	return draft.New(draft.Config{
		Store:    store{h},
		Context:  h.Context,
		After:    h.After,
		OnState:  h.showState,
		OnSaved:  func(notes.Note) { h.stale = true },
		OnMerged: func(string) {},
		OnUnkept: h.Show,
	})
}

// showState keeps the state, as the shell shows it, and why the text is not saved, and tells the room.
func (h *Host) showState(s draft.State, err error) {
	if s == draft.NotSaved && h.State != draft.NotSaved {
		h.NotSaved = append(h.NotSaved, err)
	}
	h.State = s
	if r, ok := h.room.(interface{ ShowState(state string) }); ok {
		r.ShowState(s.String())
	}
}

// Leave lets the room in view finish, as the shell does before it shows another.
func (h *Host) Leave() {
	h.T.Helper()
	if r, ok := h.room.(room.Leaver); ok {
		if err := r.Leave(); err != nil {
			h.T.Fatalf("leave: %v", err)
		}
	}
	if err := h.draft.Close(); err != nil {
		h.T.Fatalf("close the draft: %v", err)
	}
}

// commit flushes the draft, commits the change and replays its edits into the editor.
func (h *Host) commit(c notes.Change) (notes.Applied, error) {
	if err := h.draft.Flush(); err != nil {
		return notes.Applied{}, err
	}
	applied, err := h.J.Apply(c)
	if err != nil {
		return notes.Applied{}, err
	}
	h.stale = true
	return applied, errors.Join(h.draft.Refreshed(), h.draft.Replay(applied.Edits, applied.Revs))
}

// settle lets the room read again where something has changed. As in the shell that comes after whatever the room is
// doing: at the end of each act of the test, and before the test looks.
func (h *Host) settle() {
	h.T.Helper()
	for h.stale {
		h.Reload()
	}
}

// store is the journal as the draft sees it.
type store struct{ h *Host }

func (s store) Note(id notes.NoteID) (notes.Note, error) { return s.h.J.Note(id) }

func (s store) SaveBody(id notes.NoteID, base int64, body string) (int64, error) {
	return s.h.J.SaveBody(id, base, body)
}

func (s store) Keep(id notes.NoteID) error {
	_, err := s.h.J.Apply(notes.Change{Rows: []notes.Row{notes.KeepRevision{Note: id}}})
	return err
}
