// Package draft is the one note that is being written: what is in the editor, what of it is saved, and when to save.
//
// Every write to the open note, from whichever screen, goes through it: the shell flushes the draft, storage commits,
// and the edits are replayed into the editor, undoably. Nothing that was typed is ever dropped: where a save fails the
// text stays, the state says so, and the draft tries again until it works.
package draft

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"strconv"
	"time"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/room"
)

// The times after which what was typed is saved.
const (
	afterPause = 400 * time.Millisecond // after the last key
	atLeast    = 900 * time.Millisecond // after the first key that is not saved yet
	afterError = time.Second            // after a save that failed
)

// State is what the window shows of the draft.
type State int

// The states of a draft.
const (
	Saved State = iota
	Saving
	NotSaved
)

// String is the state as shown.
func (s State) String() string {
	return [...]string{voice.T("Saved"), voice.T("Saving …"), voice.T("Not saved")}[s]
}

// Store is what a draft asks of the journal.
type Store interface {
	Note(notes.NoteID) (notes.Note, error)
	SaveBody(id notes.NoteID, base int64, body string) (rev int64, err error)
	// Keep keeps the stored text of a note among its earlier versions, unless it is the newest of them already.
	Keep(id notes.NoteID) error
}

// Config is what a draft needs from around it. All of it is called on the UI goroutine.
type Config struct {
	Store   Store
	Context func(person notes.PersonID, date notes.Date) notes.Context
	After   func(d time.Duration, f func()) (stop func())
	// OnState is called when the state changes; err says why it is NotSaved.
	OnState func(s State, err error)
	// OnSaved is called after each save, so that what is drawn from the note can be drawn anew.
	OnSaved func(notes.Note)
	// OnMerged is called when text from elsewhere was merged in; lost is what had to give way, "" for nothing.
	OnMerged func(lost string)
	// OnUnkept is called when the text of a note that is left is saved, but could not be kept among its earlier versions.
	OnUnkept func(error)
}

// Draft is the open note. It is for the UI goroutine alone.
type Draft struct {
	Config
	open   bool
	note   notes.Note // as last saved
	editor room.Editor
	view   notes.Projection
	folds  bool // the editor shows the projection
	acts   []fold
	rested rested
	body   string
	shown  string // the editor's text as the draft last saw it
	state  State
	wrote  bool // something was saved since it was opened
	busy   bool // the draft itself is changing the editor

	stopPause, stopLeast func()
}

// New returns a draft with no note open.
func New(c Config) *Draft { return &Draft{Config: c} }

// Open implements room.Draft.
func (d *Draft) Open(note notes.Note, editor room.Editor, project bool) error {
	if err := d.Close(); err != nil {
		return err
	}
	d.open, d.note, d.editor, d.folds, d.body, d.wrote = true, note, editor, project, note.Body, false
	d.acts, d.rested = nil, rested{}
	if project {
		d.view = notes.Project(d.body, d.context())
	}
	d.shown = d.project()
	d.editor.Open(d.undoKey(), d.shown, !d.folds)
	d.prune()
	d.set(Saved, nil)
	return nil
}

// undoKey is what the undo of the open note is kept under: one for each note and view. That of the meeting view holds
// for this body alone, so that a line that was folded since then is in no undo.
func (d *Draft) undoKey() string {
	if d.folds {
		return fmt.Sprintf("%d beside them %x", d.note.ID, sha256.Sum256([]byte(d.body)))
	}
	return strconv.FormatInt(int64(d.note.ID), 10)
}

// prune forgets each act by which a line that the person beside the manager should not see would come into view.
func (d *Draft) prune() {
	if d.folds {
		d.editor.Prune(d.view.Showing(d.context()))
	}
}

// Note implements room.Draft.
func (d *Draft) Note() (notes.Note, bool) {
	n := d.note
	n.Body = d.body
	return n, d.open
}

// Body implements room.Draft.
func (d *Draft) Body() string { return d.body }

// State is the state as last told to OnState.
func (d *Draft) State() State { return d.state }

// Folded implements room.Draft.
func (d *Draft) Folded() int {
	if !d.open || !d.folds {
		return 0
	}
	return d.view.Folded()
}

// FoldedLines implements room.Draft.
func (d *Draft) FoldedLines() []string {
	if !d.open || !d.folds {
		return nil
	}
	return d.view.FoldedLines()
}

// Shows implements room.Draft.
func (d *Draft) Shows(line int) (shown int, ok bool) {
	if !d.open || line < 1 {
		return 0, false
	}
	if d.folds {
		return d.view.VisibleLine(line)
	}
	return line, true
}

// Changed implements room.Draft.
func (d *Draft) Changed() {
	if !d.open || d.busy {
		return
	}
	text := d.editor.Text()
	if text == d.shown {
		return
	}
	was := d.shown
	d.shown = text
	if d.folds {
		d.applied(was, text)
	} else {
		d.body = text
	}
	if !d.open || d.shown != text { // undo went on
		return
	}
	if d.body == d.note.Body {
		d.unschedule()
		d.set(Saved, nil)
		return
	}
	if d.state != NotSaved {
		d.set(Saving, nil)
	}
	d.schedule()
}

// Flush implements room.Draft.
func (d *Draft) Flush() error {
	d.unschedule()
	if !d.open {
		return nil
	}
	if d.body == d.note.Body {
		d.set(Saved, nil)
		return nil
	}
	rev, err := d.Store.SaveBody(d.note.ID, d.note.Rev, d.body)
	if errors.Is(err, notes.ErrConflict) {
		rev, err = d.saveMerged()
	}
	if err != nil {
		d.set(NotSaved, err)
		d.stopPause = d.After(afterError, func() { _ = d.Flush() })
		return err
	}
	d.note.Rev, d.note.Body, d.wrote = rev, d.body, true
	d.set(Saved, nil)
	d.OnSaved(d.note)
	return nil
}

// saveMerged joins what was typed with what was written to the note elsewhere, by line, and saves that. Where something
// of the other text has to give way, that text is kept first.
func (d *Draft) saveMerged() (int64, error) {
	now, err := d.Store.Note(d.note.ID)
	if err != nil {
		return 0, err
	}
	merged, lost := notes.MergeLines(d.note.Body, d.body, now.Body)
	if lost != "" {
		if err := d.Store.Keep(now.ID); err != nil {
			return 0, err
		}
	}
	rev, err := d.Store.SaveBody(now.ID, now.Rev, merged)
	if err != nil {
		return 0, err
	}
	d.note.NoteHead = now.NoteHead
	d.show(merged)
	d.OnMerged(lost)
	return rev, nil
}

// Close implements room.Draft.
func (d *Draft) Close() error {
	if err := d.Flush(); err != nil {
		return err
	}
	d.keep()
	if d.open {
		d.editor.Keep(d.undoKey())
	}
	d.open, d.editor, d.body, d.shown, d.note = false, nil, "", "", notes.Note{}
	d.set(Saved, nil)
	return nil
}

// keep keeps the text of a note that is left among its earlier versions. What fails is told and no reason to
// stay, since the text itself is saved.
func (d *Draft) keep() {
	if !d.open || !d.wrote {
		return
	}
	d.wrote = false
	if err := d.Store.Keep(d.note.ID); err != nil && !errors.Is(err, notes.ErrNotFound) {
		d.OnUnkept(err)
	}
}

// Replay brings edits that storage has committed to the open note into the editor, all of them as one undoable act that
// leaves the caret where it stands. The draft must have been flushed before the commit. Edits of other notes are passed over.
func (d *Draft) Replay(edits []notes.LineEdit, revs map[notes.NoteID]int64) error {
	rev, touched := revs[d.note.ID]
	if !d.open || !touched {
		return nil
	}
	d.wrote = true
	var failed error
	d.editor.Together(func() {
		for _, e := range edits {
			if e.Note == d.note.ID && failed == nil {
				failed = d.replay(e)
			}
		}
	})
	if failed != nil {
		return d.reread()
	}
	d.note.Rev, d.note.Body = rev, d.body
	d.Rest()
	return d.check()
}

// replay brings one edit of the body into the editor. A line that is in view stays in view, whatever it becomes.
func (d *Draft) replay(e notes.LineEdit) error {
	if !d.folds {
		body, _, err := notes.ApplyEdit(d.body, e)
		if err != nil {
			return err
		}
		d.body = body
		d.bring(body)
		return nil
	}
	view, _, err := d.view.Edit(e, d.context())
	if err != nil {
		return err
	}
	d.view, d.body = view, view.Body()
	d.bring(view.Text())
	return nil
}

// check compares the draft with the journal after a replay; where they differ the journal's text is shown.
func (d *Draft) check() error {
	now, err := d.Store.Note(d.note.ID)
	if err != nil {
		return err
	}
	if now.Body != d.body {
		d.show(now.Body)
	}
	d.note = now
	return nil
}

// reread shows the journal's text.
func (d *Draft) reread() error {
	now, err := d.Store.Note(d.note.ID)
	if err != nil {
		return err
	}
	d.note = now
	d.show(now.Body)
	return nil
}

// Refreshed reads again what the note is (its date, its kind), not its text. The rev stays the one of the text that the
// draft has: with a newer one the next save would overwrite what was written elsewhere, instead of being merged with it.
func (d *Draft) Refreshed() error {
	if !d.open {
		return nil
	}
	now, err := d.Store.Note(d.note.ID)
	if errors.Is(err, notes.ErrNotFound) { // it went to the trash
		d.unschedule()
		d.open, d.editor = false, nil
		d.set(Saved, nil)
		return nil
	}
	if err != nil {
		return err
	}
	rev := d.note.Rev
	d.note.NoteHead = now.NoteHead
	d.note.Rev = rev
	return nil
}

// show makes body the draft's text and brings it into the editor.
func (d *Draft) show(body string) {
	d.body = body
	if d.folds {
		d.view = d.view.Again(body, d.context())
	}
	d.bring(d.project())
	d.prune()
	d.Rest()
}

// bring brings the smallest span in which text differs from what the editor shows into it.
func (d *Draft) bring(text string) {
	start, end, with := span(d.shown, text)
	d.shown = text
	if start == end && with == "" {
		return
	}
	d.busy = true
	d.editor.Replace(start, end, with)
	d.busy = false
}

// project is what the editor shows of the body.
func (d *Draft) project() string {
	if !d.folds {
		return d.body
	}
	return d.view.Text()
}

func (d *Draft) context() notes.Context {
	in := d.Context(d.note.Person, d.note.Date)
	in.Imported = d.note.Imported
	return in
}

// span is the smallest replacement that makes to of from, in runes of from.
func span(from, to string) (start, end int, with string) {
	a, b := []rune(from), []rune(to)
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	end = len(a)
	last := len(b)
	for end > start && last > start && a[end-1] == b[last-1] {
		end--
		last--
	}
	return start, end, string(b[start:last])
}

func (d *Draft) set(s State, err error) {
	changed := s != d.state || err != nil
	d.state = s
	if changed {
		d.OnState(s, err)
	}
}

func (d *Draft) schedule() {
	if d.stopPause != nil {
		d.stopPause()
	}
	d.stopPause = d.After(afterPause, func() { _ = d.Flush() })
	if d.stopLeast == nil {
		d.stopLeast = d.After(atLeast, func() { _ = d.Flush() })
	}
}

func (d *Draft) unschedule() {
	for _, stop := range []*func(){&d.stopPause, &d.stopLeast} {
		if *stop != nil {
			(*stop)()
			*stop = nil
		}
	}
}
