package ui

import (
	"handback/notes"
	"handback/notes/voice"
	"handback/ui/room"
	"handback/ui/widgets"
)

// Call is what a later start of the program asks of this one.
type Call struct {
	Journal string // the journal to be shown; "" for what is there
	Sample  bool   // the sample team is
	Line    bool   // the small window for one line is
	Waiting bool   // a line waits beside the journal to be filed
	// Answered is of no later start: the program that ran before, and didn't answer this one, has done what this one was started for.
	Answered bool
}

// Calls are those of later starts.
type Calls interface {
	// Watch gives each call to take, from any goroutine. Who calls claim and is told true has it: then the other program ends.
	Watch(take func(c Call, claim func() bool)) (stop func())
	// Same reports whether two paths lead to one journal.
	Same(a, b string) bool
}

// watchCalls does what later starts ask for. A call is claimed where it is done, on the UI goroutine: a window that hangs claims none.
func (s *Shell) watchCalls() {
	if s.Calls == nil {
		return
	}
	s.uncall = s.Calls.Watch(func(c Call, claim func() bool) {
		s.Clock.Soon(func() {
			if !s.stopped && claim() {
				s.called(c)
			}
		})
	})
}

func (s *Shell) called(c Call) {
	switch {
	case c.Line:
		s.writeLine()
		return
	case c.Waiting:
		s.fileWaiting()
		return
	case c.Answered:
		if s.journal == nil && s.taken && s.Place().Screen == room.Problem {
			s.quit()
		}
		return
	}
	s.raise()
	switch {
	case !c.Sample && (c.Journal == "" || s.showsJournal(c.Journal)), c.Sample && s.sample && s.journal != nil:
	case !s.mayChange():
		s.Say(voice.T("Another journal was opened. Finish what you're doing here first, then open it again."))
	default:
		s.change(c)
	}
}

// mayChange reports whether the window may show another journal: nobody looks on, no dialog waits, and nothing is under way.
func (s *Shell) mayChange() bool {
	if s.trip != nil || s.covered != nil || s.curtain != nil || widgets.OverlayShown(s.win.Canvas()) {
		return false
	}
	if s.journal != nil {
		return s.free() && s.Place().Screen != room.Protect
	}
	switch s.Place().Screen {
	case room.FirstRun, room.Locked, room.Problem:
		return true
	default:
		return false
	}
}

// change shows another journal. Where it can't be opened the window says why; where the one that is open can't be saved it stays.
func (s *Shell) change(c Call) {
	if l, ok := s.room.(room.Leaver); ok && s.journal == nil {
		if err := l.Leave(); err != nil {
			s.Show(err)
			return
		}
	}
	open := s.openSample
	if !c.Sample {
		open = func() error { return s.open(c.Journal, true) }
	}
	if err := open(); err != nil {
		if s.journal != nil {
			s.Show(err)
			return
		}
		s.cannotOpen(c.Journal, err)
	}
}

// showsJournal reports whether the window shows the journal at path, or asks for its passphrase.
func (s *Shell) showsJournal(path string) bool {
	at := ""
	switch {
	case s.journal != nil && s.looked == nil:
		at = s.journal.Path()
	case s.journal == nil && (s.Place().Screen == room.Locked || s.Place().Screen == room.Problem):
		at = s.Place().Text
	}
	return at != "" && s.Calls.Same(at, path)
}

// fileWaiting files what waits beside the journal, where that is open.
func (s *Shell) fileWaiting() {
	j, ok := s.journal.(interface {
		Waiting(typing string) (change notes.Change, filed int, drop func() error, err error)
	})
	if !ok || s.readOnly() || s.sample || s.looked != nil {
		return // it waits for the next opening
	}
	change, filed, drop, err := j.Waiting(s.line.id)
	if err == nil && !change.IsZero() {
		_, err = s.commit(change)
	}
	if err == nil {
		err = drop()
	}
	s.Show(err)
	if err == nil && filed > 0 {
		s.Say(filedLines(filed))
	}
}

func filedLines(n int) string {
	return voice.N(n, "Filed {n} line", "Filed {n} lines")
}
