package storage

import (
	"time"

	"handback/notes"
)

// written is what was done to the text of a note since a version of it was last kept: what goes little by little is kept as
// well as what goes at once. It is remembered while the journal is open.
type written struct {
	rev     int64 // of the text after it
	fullest record
	removed int // characters, as notes.Removed counts them
}

// keepBefore keeps the present text of a note before body takes its place, where it is time to: at most once every five
// minutes of writing, and before much is removed. Where that was removed little by little, the fullest text that there was
// is kept. A clock that was set back keeps one too many rather than none.
func (t *tx) keepBefore(r *record, body string) (written, error) {
	w, ok := t.written[r.ID]
	if !ok {
		w = t.j.written[r.ID]
	}
	if w.rev != r.Rev {
		w = written{fullest: *r}
	}
	w.removed += notes.Removed(r.Body, body)
	if notes.RemovesMuch(w.removed, w.fullest.Body) {
		return written{}, t.keepMissing(&w.fullest, r)
	}
	var last int64
	// One that seems to be of the future was kept while the clock was wrong, and says nothing of how long ago the last one was.
	const lastKept = "SELECT coalesce(max(kept_at), 0) FROM revision WHERE note_id = ? AND kept_at <= ?"
	if err := t.row(lastKept, []any{r.ID, t.stamp()}, &last); err != nil {
		return w, err
	}
	if t.now.Sub(time.UnixMilli(last)) < revisionEvery {
		return w, nil
	}
	return w, t.keepText(r)
}

// keepMissing keeps the fullest text of a note where the newest version lacks any of it, and then the present one where that
// lacks much of it.
func (t *tx) keepMissing(fullest, now *record) error {
	newest, err := t.newestRevision(now.ID)
	if err != nil {
		return err
	}
	if notes.Removed(fullest.Body, newest) > 0 {
		if err := t.keepText(fullest); err != nil {
			return err
		}
		newest = fullest.Body
	}
	if notes.RemovesMuch(notes.Removed(now.Body, newest), now.Body) {
		return t.keepText(now)
	}
	return nil
}

// wrote remembers what was written, for the next time.
func (t *tx) wrote(r *record, w written) {
	if w.rev == 0 && w.fullest.Rev == 0 || len(r.Body) >= len(w.fullest.Body) {
		w.fullest = *r
	}
	w.rev = r.Rev
	if t.written == nil {
		t.written = map[notes.NoteID]written{}
	}
	t.written[r.ID] = w
}
