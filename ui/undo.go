package ui

import (
	"errors"
	"time"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

const (
	// undoFor is how long the window offers to take an act back. Undo reaches it for as long as the journal is open.
	undoFor = 10 * time.Second
	// mostActs is how many acts undo reaches back.
	mostActs = 100
)

// act is something that the user did, or took back: what was said of it, and the change that does the opposite.
type act struct {
	say      string
	opposite notes.Change
	meeting  notes.NoteID   // the one-on-one in which it was done; 0 outside
	beside   notes.PersonID // who might look on then
	doneAt
}

// acts are what the user did with this journal, the last one at the end, and of these what was taken back. Only what was
// said is on it: what the window writes by itself (that a prompt was seen, where the window is) is no act of the user's.
type acts struct{ done, undone []act }

// did adds an act; what was taken back before it can't be done again.
func (a *acts) did(x act) {
	a.done, a.undone = keepLast(append(a.done, x)), nil
}

func keepLast(list []act) []act { return list[max(0, len(list)-mostActs):] }

func last(list []act) (act, bool) {
	if len(list) == 0 {
		return act{}, false
	}
	return list[len(list)-1], true
}

// offer is the act that the window offers to take back for a while.
type offer struct {
	stop    func()
	strokes int // of the editor then
}

// strokes are the keys pressed in the editor so far.
func (s *Shell) strokes() int {
	if s.editor == nil {
		return 0
	}
	return s.editor.Strokes()
}

// turn is which way an act was turned round last, -1 undo, 1 redo, and the editor's strokes then.
type turn struct{ way, strokes int }

// travels turns round what was done elsewhere, for the editor: what the window offers to take back, or what it turned round
// just now the other way, where nothing was typed since. It reports whether it did.
func (s *Shell) travels(way int) bool {
	offered := way < 0 && s.undo != nil && s.undo.strokes == s.strokes()
	back := s.turnedLast == turn{-way, s.strokes()}
	switch {
	case way < 0 && (offered || back) && s.canUndo():
		s.undoLast()
	case way > 0 && back && s.canRedo():
		s.redoLast()
	default:
		return false
	}
	return true
}

func (s *Shell) offerUndo(said string, back notes.Change) {
	s.forgetUndo()
	say, also := room.Said(said)
	s.acts.did(act{
		say: say, opposite: back, meeting: s.meeting(), beside: s.guard, doneAt: doneAt{s.Place(), s.concerned(back)},
	})
	o := &offer{strokes: s.strokes()}
	o.stop = s.Clock.After(undoFor, func() {
		if s.undo == o {
			s.forgetUndo()
		}
	})
	s.undo = o
	s.frame.toast(also, s.undoLast)
}

// forgetUndo takes the offer away. The act can still be taken back.
func (s *Shell) forgetUndo() {
	s.turnedLast = turn{}
	if s.undo == nil {
		return
	}
	s.undo.stop()
	s.undo = nil
	s.frame.toast("", nil)
}

// meeting is the one-on-one in view, 0 where there is none.
func (s *Shell) meeting() notes.NoteID {
	if s.inMeeting() {
		return s.Place().Note
	}
	return 0
}

// reaches reports whether the last act of a list may be turned round here. While the person looks on only what was done in
// their one-on-one may be, and while they may look on after it what was done since: nothing of before it
// is spoken of, or brought into view.
func (s *Shell) reaches(list []act) bool {
	x, any := last(list)
	switch {
	case !any || s.journal == nil || s.readOnly():
		return false
	case s.inMeeting():
		return x.meeting == s.meeting()
	case s.guard != 0 && x.beside != s.guard:
		return false
	}
	return !s.looksOn()
}

func (s *Shell) canUndo() bool { return s.reaches(s.acts.done) }

func (s *Shell) canRedo() bool { return s.reaches(s.acts.undone) }

// undoLast takes the last act back.
func (s *Shell) undoLast() {
	if s.canUndo() {
		s.turn(&s.acts.done, &s.acts.undone, turnedRound{
			did: func(act string) string { return voice.T("Undone: {act}", "act", act) },
			stale: func(act string) string {
				return voice.T("Can't undo: {act}. Something has changed since.", "act", act)
			},
		})
	}
}

// redoLast does again what was taken back last.
func (s *Shell) redoLast() {
	if s.canRedo() {
		s.turn(&s.acts.undone, &s.acts.done, turnedRound{
			did: func(act string) string { return voice.T("Redone: {act}", "act", act) },
			stale: func(act string) string {
				return voice.T("Can't redo: {act}. Something has changed since.", "act", act)
			},
		})
	}
}

// turnedRound says that an act was turned round, or that it can't be any more.
type turnedRound struct{ did, stale func(act string) string }

// turn commits the opposite of the last act of from and moves it to the end of to. An act that does not fit the journal any
// more is dropped, with nothing done; one that could not be written stays, to be tried again. What may take long is committed
// off the UI goroutine, while the window is covered.
func (s *Shell) turn(from, to *[]act, say turnedRound) {
	x, _ := last(*from)
	said := s.sayWhose(x)
	s.forgetUndo()
	if err := s.draft.Flush(); err != nil {
		s.Show(err)
		return
	}
	if !x.opposite.TakesLong() {
		applied, err := s.commit(x.opposite)
		s.turned(from, to, said, say, applied, err)
		return
	}
	journal := s.journal
	d := widgets.NewDialog(s.win.Canvas(), voice.T("One moment …"), "", nil, widgets.NewPara(14, widgets.Plain(said))).Busy()
	d.Show(nil)
	var applied notes.Applied
	s.Background(func() (err error) {
		applied, err = journal.Apply(x.opposite)
		return err
	}, func(err error) {
		d.Finish()
		if s.journal != journal {
			return // it was closed, which waited for this
		}
		if err == nil {
			err = errors.Join(s.draft.Refreshed(), s.draft.Replay(applied.Edits, applied.Revs))
			s.changed()
		}
		s.turned(from, to, said, say, applied, err)
	})
}

// turned is what comes after the opposite of an act was committed, or wasn't.
func (s *Shell) turned(from, to *[]act, said string, say turnedRound, applied notes.Applied, err error) {
	committed := applied.Revs != nil // then what went wrong is that the editor could not follow
	if err != nil && !committed && !isStale(err) {
		s.Show(err)
		return
	}
	x, _ := last(*from)
	*from = (*from)[:len(*from)-1]
	if !committed {
		s.Say(say.stale(said))
		return
	}
	if x.opposite = applied.Undo; !x.opposite.IsZero() { // an archive that was taken back is there to be imported again
		*to = keepLast(append(*to, x))
	}
	s.Say(say.did(said))
	s.Show(err)
	s.turnedLast = turn{1, s.strokes()}
	if from == &s.acts.done {
		s.turnedLast.way = -1
	}
}

// isStale reports whether a change does not fit what the journal holds now.
func isStale(err error) bool {
	return errors.Is(err, notes.ErrConflict) || errors.Is(err, notes.ErrNotFound) || errors.As(err, new(notes.Invalid))
}
