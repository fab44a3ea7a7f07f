package ui

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	goaway "handback/ui/goingaway"
	"handback/ui/room"
	"handback/ui/widgets"
)

// leaveCompany makes the walk of a manager who leaves.
func leaveCompany(s *Shell, _ room.Place) room.Room { return goaway.New(s, s) }

// DestroyJournal closes the journal that is open and deletes it for good. Where that can't be done it is opened again, as it was.
func (s *Shell) DestroyJournal() error {
	path := s.journal.Path()
	if err := s.closeJournal(); err != nil {
		return err
	}
	left, err := s.Journals.Destroy(path)
	if err != nil {
		again := s.openThen(path, notes.Secret{}, func() { s.Go(room.Place{Screen: room.GoingAway}) })
		if again != nil {
			s.cannotOpen(path, again)
			return nil
		}
		return err
	}
	s.sample = false
	s.firstRun()
	s.Clock.Soon(func() { s.sayDestroyed(path, left) })
	return nil
}

// sayDestroyed says what is gone and what stays, once the dialog that asked is gone.
func (s *Shell) sayDestroyed(path string, left []string) {
	parts := []fyne.CanvasObject{
		widgets.NewPara(14, widgets.Plain(voice.T("This file is deleted:"))).Lead(21), widgets.NewPara(13, widgets.Strong(path)).Lead(19),
	}
	if len(left) > 0 {
		parts = append(parts, widgets.NewPara(14, widgets.Plain(
			voice.N(len(left), "This copy beside it is still there:", "These copies beside it are still there:"))).Lead(21))
		for _, l := range left {
			parts = append(parts, widgets.NewPara(13, widgets.Strong(l)).Lead(19))
		}
	}
	parts = append(parts, widgets.NewPara(14, widgets.Plain(
		voice.T("Backups, what a sync program keeps, and files that you saved or printed stay until you delete them."))).Lead(21))
	widgets.NewDialog(s.win.Canvas(), voice.T("Your journal is deleted"), "", nil, parts...).Wide(560).Show(nil)
}
