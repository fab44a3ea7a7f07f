package ui

import (
	"handback/ui/note"
	"handback/ui/room"
	"handback/ui/widgets"

	"handback/notes/voice"
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
	s.covered = widgets.ShowBlank(s.win.Canvas(), voice.T("Handback is hidden."), voice.T("Show my journal"), func() {
		s.covered = nil
		if s.stale {
			s.stale = false
			s.changed()
		}
	})
}

// waits reports whether a command has to wait until the window shows again: on macOS the menu is there all the same.
func (s *Shell) waits(id string) bool {
	if s.covered == nil || id == "quit" {
		return false
	}
	s.covered.Ask()
	return true
}

// folding is where a way to a place leads while somebody may look on: from a meeting to their notes these are folded, and
// stay so until the manager asks for all of them, or was on another screen or with another person.
func (s *Shell) folding(p room.Place) room.Place {
	if p.Part == note.Whole {
		p.Part = ""
		return p
	}
	here := s.Place()
	if p.Screen == room.Notes && p.Person == here.Person && (s.inMeeting() || s.afterMeeting()) {
		p.Part = note.Folded
	}
	return p
}

// afterMeeting reports whether the notes in view are folded, since somebody may look on.
func (s *Shell) afterMeeting() bool {
	here := s.Place()
	return here.Screen == room.Notes && here.Part == note.Folded
}
