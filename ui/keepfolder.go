package ui

import (
	"errors"
	"time"

	"handback/notes/archive"
	"handback/ui/settings"
	"handback/ui/widgets"
)

// keepFolderAfter is how long nothing must have changed before the folder that is kept up to date is written.
const keepFolderAfter = 20 * time.Second

// planFolder brings the folder that is kept up to date to the journal, once nothing has changed for a while.
func (s *Shell) planFolder() {
	if s.folderDue != nil {
		s.folderDue()
	}
	s.folderDue = s.Clock.After(keepFolderAfter, s.keepFolder)
}

// keepFolder writes it off the UI goroutine. What goes wrong is told once, until it goes right again.
func (s *Shell) keepFolder() {
	s.folderDue = nil
	journal := s.journal
	archiver, ok := journal.(settings.Archiver)
	if s.keepingFolder { // what is being written now was read before the change
		s.folderAgain = true
		return
	}
	if !ok || s.protected || s.looked != nil {
		return
	}
	folder, err := journal.Setting(settings.KeptFolder)
	if err != nil || folder == "" {
		s.Show(err)
		return
	}
	s.keepingFolder = true
	s.Clock.Background(func() error {
		_, err := archiver.UpdateArchive(folder, nil)
		return err
	}, func(err error) {
		s.byItself(true, func() { s.folderWritten(journal, err) })()
	})
}

// folderWritten says what went wrong, and writes what was changed meanwhile.
func (s *Shell) folderWritten(journal Opened, err error) {
	s.keepingFolder = false
	again := s.folderAgain
	s.folderAgain = false
	if s.journal != journal {
		return // it is closed, which is no fault
	}
	if again {
		s.planFolder()
	}
	says := ""
	if err != nil {
		says = widgets.Sentence(err)
	}
	was := s.folderWrong
	s.folderWrong, s.folderGone = says, errors.Is(err, archive.ErrGone)
	if says != "" && says != was {
		s.Say(says)
	}
	if says != was && s.covered == nil && s.curtain == nil && s.room != nil {
		s.Show(s.room.Reload()) // Settings says it, too
	}
}

// FolderTrouble implements settings.FolderKeeper.
func (s *Shell) FolderTrouble() (says string, gone bool) { return s.folderWrong, s.folderGone }

// FolderMended implements settings.FolderKeeper: what stood in the way is gone, so that it is written now.
func (s *Shell) FolderMended() {
	s.folderWrong, s.folderGone = "", false
	if s.folderDue != nil {
		s.folderDue()
	}
	s.keepFolder()
}
