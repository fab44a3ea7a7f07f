package ui

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/oneline"
	"handback/ui/room"
)

// Lines keeps lines beside a journal until they are filed.
type Lines interface {
	// Keep keeps a line for the journal at path, which may be locked or in use, and returns by which id. What was kept by the id before
	// goes then; an empty line is dropped.
	Keep(path, before, line string) (id string, err error)
	// Waiting is how many lines are sealed beside the protected journal at path.
	Waiting(path string) int
}

// lineMark is what Mark is told once the small window is painted.
const lineMark = "line-frame"

// lineWindow is the small window for one line, as the shell has it.
type lineWindow struct {
	win   fyne.Window
	page  *oneline.Page
	shown bool
	id    string // by which what is typed is kept
	path  string // beside which journal
}

// writeLine shows the small window for one line. What was typed before, and not filed, stands there again.
func (s *Shell) writeLine() {
	if s.Lines == nil {
		return
	}
	if s.curtain != nil {
		s.raise()
		return
	}
	if s.lineFor() == "" {
		s.raise()
		s.Say(voice.T("Start your journal first. Then you can write a line from anywhere."))
		return
	}
	l := &s.line
	if l.win != nil && l.shown {
		l.win.RequestFocus()
		return
	}
	typed := ""
	switch {
	case l.page == nil:
	case s.lookedOn(), s.journal == nil && s.Place().Screen == room.Locked:
		if err := s.putLineAway(); err != nil { // whoever looks on, or comes to a locked screen, doesn't see what was typed before
			s.Show(err)
			return
		}
	default:
		typed = l.page.Text()
	}
	l.win = s.App.NewWindow(voice.T("Write a line"))
	l.win.SetPadded(false)
	l.win.SetFixedSize(true)
	var told func()
	if s.Mark != nil {
		told = func() { s.Mark(lineMark) }
	}
	l.page = oneline.New(oneline.Ways{
		Context: s.lineContext,
		Sealed:  func() bool { return s.journal == nil },
		Keep:    s.keepLine,
		File:    s.fileLine,
		Close:   s.closeLine,
		After:   s.Clock.After,
		Painted: told,
	})
	l.win.SetCloseIntercept(l.page.Closing)
	l.win.SetContent(l.page.Content())
	l.win.Resize(oneline.Size())
	l.shown = true
	if typed != "" {
		l.page.Begin(typed)
	}
	l.win.CenterOnScreen()
	l.win.Show()
	l.win.Canvas().Focus(l.page.Focus())
	l.win.RequestFocus()
}

// closeLine takes the small window away. What stands there stays in memory, and on the disk.
func (s *Shell) closeLine() {
	if s.line.win == nil || !s.line.shown {
		return
	}
	s.line.shown = false
	s.line.win.Close()
	s.line.win = nil
}

// putLineAway keeps what is typed in the small window, and takes it out of view and out of memory: the journal is closed next.
func (s *Shell) putLineAway() error {
	if s.line.page == nil {
		return nil
	}
	if err := s.line.page.PutAway(); err != nil {
		return err
	}
	s.line.id, s.line.path = "", "" // it is filed when the journal is opened next
	s.closeLine()
	s.line.page = nil
	return nil
}

// lineHere reports whether a line goes into the journal that is open, and not into the manager's own that is not.
func (s *Shell) lineHere() bool {
	switch {
	case s.journal == nil || s.looked != nil || s.readOnly():
		return false
	case s.sample: // it is thrown away tomorrow
		return !s.Journals.Exists(s.Journals.Default())
	}
	return true
}

// lineFor is the journal that a line is for; "" where there is none.
func (s *Shell) lineFor() string {
	switch {
	case s.lineHere():
		return s.journal.Path()
	case s.journal == nil && s.Place().Screen == room.Locked:
		return s.Place().Text
	case s.journal != nil && !s.sample && s.looked == nil:
		return s.journal.Path() // it can only be read
	case s.Journals.Exists(s.Journals.Default()):
		return s.Journals.Default()
	}
	return ""
}

// underWay reports whether the journal is on its way to another place or form: what is kept beside it now could stay behind.
func (s *Shell) underWay() bool {
	if s.journal != nil {
		return false
	}
	switch s.Place().Screen {
	case room.FirstRun, room.Locked, room.Problem:
		return false
	default:
		return true
	}
}

// lineContext is what a line is completed from: nothing while somebody looks on, since it would show other names.
func (s *Shell) lineContext() (notes.Context, bool) {
	if !s.lineHere() || !s.free() || s.guard != 0 || s.covered != nil || s.curtain != nil {
		return notes.Context{}, false
	}
	return notes.Context{Date: s.Today(), Person: s.Me().ID, Me: s.Me().ID, Names: s.names, Words: s.words}, true
}

func (s *Shell) keepLine(line string) error {
	s.touch() // who types here is not away
	if s.underWay() {
		return notes.Invalid{Why: voice.T("Your journal is being moved or protected. Wait until that's done, then press Enter again.")}
	}
	path := s.lineFor()
	if path != s.line.path {
		s.line.id, s.line.path = "", path
	}
	id, err := s.Lines.Keep(path, s.line.id, line)
	if err == nil {
		s.line.id = id
	}
	return err
}

// fileLine files a line in the journal that is open, or keeps it beside the one that isn't. It is on the disk before that.
func (s *Shell) fileLine(line string, done func(said string, err error)) {
	kept := s.keepLine(line)
	if s.underWay() {
		done("", kept)
		return
	}
	if !s.lineHere() {
		if kept == nil {
			s.line.id = "" // another line doesn't take its place
		}
		if kept == nil && s.journal != nil {
			s.Say(voice.T("Your line is saved. Handback files it when you open your own journal."))
		}
		done("", kept)
		return
	}
	change := notes.Change{Appends: notes.FileCaptured(line, s.Now(), s.names, s.Me().ID)}
	if kept == nil {
		before, err := s.journal.Setting(notes.SettingCaptured)
		if err != nil {
			done("", err)
			return
		}
		change.Rows = []notes.Row{notes.PutSetting{Key: notes.SettingCaptured, Value: notes.NoteCaptured(before, s.line.id)}}
	}
	applied, err := s.commit(change)
	if err != nil {
		done("", errors.Join(err, kept))
		return
	}
	if !s.lookedOn() {
		s.offerUndo(filedLines(1+strings.Count(line, "\n")), applied.Undo)
	}
	if kept == nil {
		_, err = s.Lines.Keep(s.line.path, s.line.id, "")
		s.Show(err) // it is filed: what stays on the disk is not filed again
	}
	s.line.id = ""
	done("", nil)
}

// lookedOn reports whether somebody may see the window.
func (s *Shell) lookedOn() bool {
	return s.looksOn() || s.guard != 0 || s.covered != nil || s.curtain != nil
}

// raise brings the window to the front.
func (s *Shell) raise() {
	s.win.Show()
	unminimise(s.win)
	s.win.RequestFocus()
}
