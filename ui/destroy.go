package ui

import (
	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/backups"
	"handback/notes/voice"
	"handback/ui/carrying"
	goaway "handback/ui/goingaway"
	"handback/ui/room"
	"handback/ui/widgets"
)

// leaveCompany makes the walk of a manager who leaves.
func leaveCompany(s *Shell, _ room.Place) room.Room { return goaway.New(s, s) }

// DestroyJournal closes the journal that is open and deletes it for good. Where that can't be done it is opened again, as it was.
func (s *Shell) DestroyJournal() error {
	path := s.journal.Path()
	out, err := s.writtenTo()
	if err != nil {
		return err
	}
	second, err := s.journal.Setting(backups.SettingFolder)
	if err != nil {
		return err
	}
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
	s.Clock.Soon(func() { s.sayDestroyed(path, left, out, second) })
	return nil
}

// writtenTo is where the journal that is open was written to: what is there stays when it is deleted.
func (s *Shell) writtenTo() ([]string, error) {
	kept, err := s.journal.Setting(notes.SettingKeptFolder)
	if err != nil {
		return nil, err
	}
	out, err := carrying.StillOut(s, kept)
	if kept != "" {
		out = append([]string{kept}, out...)
	}
	return out, err
}

// sayDestroyed says what is gone and what stays, once the dialog that asked is gone. second is the second folder of backups, "" for none.
func (s *Shell) sayDestroyed(path string, left, out []string, second string) {
	parts := []fyne.CanvasObject{
		widgets.NewPara(14, widgets.Plain(voice.T("This file is gone:"))).Lead(21), widgets.NewPara(13, widgets.Strong(path)).Lead(19),
	}
	if len(left) > 0 {
		parts = append(parts, widgets.NewPara(14, widgets.Plain(
			voice.N(len(left), "This copy in the same folder is still there:", "These copies in the same folder are still there:"))).Lead(21))
		for _, l := range left {
			parts = append(parts, widgets.NewPara(13, widgets.Strong(l)).Lead(19))
		}
	}
	if len(out) > 0 {
		parts = append(parts, widgets.NewPara(14, widgets.Plain(voice.T("You exported your journal, or saved a copy of it, here:"))).Lead(21))
		for _, o := range out {
			parts = append(parts, widgets.NewPara(13, widgets.Strong(o)).Lead(19))
		}
	}
	if second != "" {
		parts = append(parts, widgets.NewPara(14, widgets.Plain(
			voice.T("The protected backups in your second folder stay until you delete them:"))).Lead(21),
			widgets.NewPara(13, widgets.Strong(second)).Lead(19))
	}
	parts = append(parts, widgets.NewPara(14, widgets.Plain(voice.T(
		"Handback can't reach these: your computer's own backups, older versions in Dropbox or OneDrive, "+
			"and files you saved or printed. Delete them yourself."))).Lead(21))
	widgets.NewDialog(s.win.Canvas(), voice.T("Your journal has been deleted"), "", nil, parts...).Wide(560).Show(nil)
}
