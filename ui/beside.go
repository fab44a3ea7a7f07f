package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/driver/desktop"

	"handback/notes/voice"
	"handback/ui/note"
	"handback/ui/room"
	"handback/ui/theirpage"
	"handback/ui/widgets"
)

// blankID is the command that blanks the screen: the one that works over dialogs and menus.
const blankID = "screen.blank"

var title = voice.T("Handback")

// blank covers the window until the manager asks for it again. What was typed is saved; everything else waits as it is.
func (s *Shell) blank() {
	if s.covered != nil {
		return
	}
	_ = s.draft.Flush() // where it can't be saved the window says so once it is back
	s.win.SetTitle(title)
	says := voice.T("Handback is hidden, not locked: anyone at this computer can bring it up.")
	s.covered = widgets.ShowBlank(s.win.Canvas(), says, voice.T("Show my journal"), func() {
		s.covered = nil
		if s.stale {
			s.stale = false
			s.changed()
		}
	})
}

// waits reports whether a command has to wait until the window shows again: on macOS the menu is there all the same.
func (s *Shell) waits(id string) bool {
	switch {
	case id == quitID || s.covered == nil && s.curtain == nil:
		return false
	case s.covered == nil || id == lockID:
		return s.covered == nil
	}
	s.covered.Ask()
	return true
}

// While s.guard is somebody, they may look on since the manager's one-on-one with them: what is folded stays folded on every
// way, until the manager asks for everything, in words. A start of the program begins without it.

// folding is the place as it is shown: a note of whoever may look on is folded, and their page turned round.
func (s *Shell) folding(p room.Place) room.Place {
	switch guarded := s.guard != 0 && p.Person == s.guard; {
	case p.Screen == room.Notes && guarded:
		p.Part = note.Folded
	case p.Screen == room.Notes:
		p.Part = ""
	case p.Screen == room.TheirPage && guarded:
		p.Part = theirpage.Turned
	}
	return p
}

// holds reports whether a way has to wait because it leads to what is not for whoever may look on: then it is asked first,
// and gone where the answer is to show everything. A search becomes the one of the meeting.
func (s *Shell) holds(p room.Place, goOn func()) bool {
	switch {
	case s.guard == 0:
		return false
	case p.Screen == room.Search:
		note.Find(s, s.guard)
		return true
	case p.Person == s.guard && (p.Screen == room.Notes || p.Screen == room.Meeting || p.Screen == room.TheirPage):
		return false
	}
	s.askWhole(goOn)
	return true
}

// askWhole asks whether to show everything, and goes on where it is to be.
func (s *Shell) askWhole(goOn func()) {
	first := s.Person(s.guard).First()
	widgets.NewDanger(s.win.Canvas(), voice.T("Show everything?"), voice.T("Keep it folded"), voice.T("Show everything"), func() error {
		s.guard = 0
		s.frame.redraw()
		s.Clock.Soon(goOn) // once this question is gone
		return nil
	}, widgets.NewPara(14, widgets.Plain(voice.T(
		"{first} may still be able to see your screen. This would show private lines and other people's names.", "first", first,
	)))).Show(nil)
}

// shownToThem are the commands that show nothing but what is for the person who may look on, or hold back by themselves
// what is not: every way to a place does. All others ask first.
var shownToThem = []string{
	"note.new", "note.today", "meeting.start", "meeting.close", "switcher", "search.here", "search.all", "undo", "redo",
	"find", "find.replace", "find.next", "find.previous", "help", "labels", "shortcuts", blankID, lockID, "look.apply", "quit",
}

// do runs a command, where somebody may look on perhaps only once that was asked.
func (s *Shell) do(c command) {
	if s.afterMeeting() && !strings.HasPrefix(c.id, "go.") && !slices.Contains(shownToThem, c.id) {
		s.askWhole(c.run)
		return
	}
	c.run()
}

// afterMeeting reports whether the notes in view are folded, since somebody may look on.
func (s *Shell) afterMeeting() bool { return s.guard != 0 && !s.looksOn() }

// deaf takes the keyboard from the note after a shortcut that does nothing in a meeting, and says so: what is typed next was
// meant for something else, e.g. a list of names, and the person looks on. Everywhere else the keyboard stays where it is.
func (s *Shell) deaf(pressed *desktop.CustomShortcut) {
	known := slices.ContainsFunc(s.commands, func(c command) bool {
		return c.id != "undo" && c.id != "redo" && slices.Contains(c.keys, *pressed)
	})
	if at := s.win.Canvas(); known && pressed.Modifier != 0 && s.inMeeting() && !widgets.OverlayShown(at) {
		at.Unfocus()
		s.Say(voice.T("That doesn't work during a one-on-one. Click the note to keep writing."))
	}
}
