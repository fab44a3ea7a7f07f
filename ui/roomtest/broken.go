package roomtest

import (
	"time"

	"handback/notes"
	"handback/ui/widgets"
)

// Stale is a journal whose filed lines say nothing that could be rewritten any more, as if each had been edited since.
type Stale struct{ notes.Journal }

func stale(lines []notes.Filed) []notes.Filed {
	for i := range lines {
		lines[i].Raw = "words"
	}
	return lines
}

// Facts are the facts with stale lines.
func (s Stale) Facts(id notes.PersonID, now time.Time) (notes.Facts, error) {
	f, err := s.Journal.Facts(id, now)
	stale(f.Agenda)
	stale(f.TheyOwn)
	stale(f.IOwe)
	return f, err
}

// PromptFacts are the facts with stale lines.
func (s Stale) PromptFacts(id notes.PersonID, now time.Time) (notes.PromptFacts, error) {
	f, err := s.Journal.PromptFacts(id, now)
	stale(f.Agenda)
	stale(f.TheyOwn)
	stale(f.IOwe)
	return f, err
}

// IOwe are stale promises.
func (s Stale) IOwe() ([]notes.Filed, error) {
	lines, err := s.Journal.IOwe()
	return stale(lines), err
}

// Evidence are stale lines.
func (s Stale) Evidence(id notes.GoalID) ([]notes.Filed, error) {
	lines, err := s.Journal.Evidence(id)
	return stale(lines), err
}

// FiledFrom are stale lines.
func (s Stale) FiledFrom(id notes.NoteID) ([]notes.Filed, error) {
	lines, err := s.Journal.FiledFrom(id)
	return stale(lines), err
}

// BoxGoesBack taps the box that carries the key where the change cannot be made. It fails the test where the box does not
// show then what it showed before, or where it is not said exactly once what went wrong.
func (h *Host) BoxGoesBack(key string) {
	h.T.Helper()
	was, said := h.isTicked(key), len(h.Said)
	h.Shown = nil
	h.Tap(key)
	if len(h.Shown) != 1 || len(h.Said) != said {
		h.T.Errorf("%s: shown %v, said %q", key, h.Shown, h.Said[said:])
	}
	if h.isTicked(key) != was {
		h.T.Errorf("%s: the box is changed though nothing was saved", key)
	}
}

func (h *Host) isTicked(key string) bool {
	h.T.Helper()
	box, ok := h.must(key).(*widgets.Checkbox)
	if !ok {
		h.T.Fatalf("%q is no box", key)
	}
	return box.On()
}
