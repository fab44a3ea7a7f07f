package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"handback/notes/voice"
	"handback/ui/calendars"
	"handback/ui/takein"
	"handback/ui/widgets"
)

// drop is what becomes of a file or folder that is dropped on the window.
type drop struct {
	ends string // of its name, in lower case; "" takes everything
	do   func(s *Shell, path string)
}

// drops is the table of drops, by kind: the first row that takes a path has it.
func drops() []drop {
	return []drop{
		{".ics", func(s *Shell, path string) { calendars.Read(s, path, false) }},
		{"", func(s *Shell, path string) { takein.Show(s, path) }},
	}
}

// mayWrite reports whether the window may go anywhere and the journal be changed.
func (s *Shell) mayWrite() bool { return s.free() && !s.readOnly() }

// bindDrops takes what is dropped on the window.
func (s *Shell) bindDrops() {
	s.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) {
		var paths []string
		for _, u := range uris {
			paths = append(paths, u.Path())
		}
		s.dropped(paths)
	})
}

// dropped takes files and folders, one at a time. While the person looks on, or a dialog waits for an answer, nothing is taken.
func (s *Shell) dropped(paths []string) {
	switch {
	case len(paths) == 0 || s.covered != nil || widgets.OverlayShown(s.win.Canvas()) || s.journal != nil && !s.free():
		return
	case s.journal == nil:
		s.Say(voice.T("Start your journal first, then drop it here again."))
		return
	case s.readOnly():
		why, _ := s.journal.ReadOnly()
		s.Say(why)
		return
	case len(paths) > 1:
		s.Say(voice.T("Drop one folder or file at a time. To import several files, drop their folder."))
		return
	}
	name := strings.ToLower(filepath.Base(paths[0]))
	for _, d := range drops() {
		if strings.HasSuffix(name, d.ends) {
			d.do(s, paths[0])
			return
		}
	}
}
