package roomtest

import (
	"io"

	"handback/notes"
)

// Use gives the host the journal that was opened for it, and closes it in the end.
func (h *Host) Use(journal interface {
	notes.Journal
	io.Closer
}, err error,
) {
	h.T.Helper()
	if err != nil {
		h.T.Fatal(err)
	}
	h.J = journal
	h.T.Cleanup(func() {
		if err := journal.Close(); err != nil {
			h.T.Error(err)
		}
	})
}

// TakeBack takes the last change back, as "Undo" does.
func (h *Host) TakeBack() {
	h.T.Helper()
	if _, err := h.Apply(h.Undo, ""); err != nil {
		h.T.Fatal(err)
	}
}

// Choose taps what opens a menu, and the line of that menu.
func (h *Host) Choose(key, line string) {
	h.T.Helper()
	h.Tap(key)
	h.Tap("menu/" + line)
}
