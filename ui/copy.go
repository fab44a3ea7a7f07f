package ui

import (
	"errors"
	"path/filepath"
	"strings"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/carrying"
	"handback/ui/room"
	"handback/ui/widgets"
)

// saveCopyButton is what a message offers where the journal can't be saved in its place.
var saveCopyButton = voice.T("Save a copy")

// elsewhere reports whether an error is one that a copy in another place helps against.
func elsewhere(err error) bool {
	return errors.Is(err, notes.ErrMoved) || errors.Is(err, notes.ErrFull)
}

// short is an error in one line at the foot of the window, beside a button.
func short(err error) string {
	if errors.Is(err, notes.ErrMoved) {
		return voice.T("Your journal's file was moved, replaced or deleted while it was open.")
	}
	return sentence(err)
}

// unsaved is why what is here can't be saved in the journal's place; nil where it can.
func (s *Shell) unsaved() error {
	if err := s.draft.Flush(); err != nil {
		return err
	}
	return s.journal.InPlace()
}

// saveCopy asks where a copy of the journal should go. Where the journal can't be saved in its place any more, the window
// goes on in the copy, with all that was typed.
func (s *Shell) saveCopy() {
	why := s.unsaved()
	say, confirm := voice.T("The copy contains everything: people, notes, goals and earlier versions."), voice.T("Save copy")
	if why != nil {
		say = sentence(why) + " " + voice.T("Save everything in this journal to a new file, and keep working in that file.")
		confirm = voice.T("Save and continue there")
	}
	where := widgets.NewTextField("copy.where", voice.T("Where to?"), voice.T("Folder and file name"))
	where.SetText(s.copyPlace())
	d := widgets.NewDialog(s.win.Canvas(), voice.T("Save a copy of your journal"), confirm, func() error {
		return s.copyTo(room.FromHome(strings.TrimSpace(where.Text())), why != nil)
	}, widgets.NewPara(14, widgets.Plain(say)).Lead(20), where).Wide(620)
	d.Show(where.Entry)
}

// copyTo writes the copy and says so.
func (s *Shell) copyTo(path string, goOn bool) error {
	if path == "" {
		return notes.Invalid{Field: voice.T("Where to?"), Why: voice.T("Enter a folder and a file name for the copy.")}
	}
	if !goOn {
		at, err := s.journal.SaveCopy(path)
		if err == nil {
			carrying.LetOut(s, at)
			s.Say(voice.T("Copy saved to {path}", "path", at))
		}
		return err
	}
	at, err := s.journal.GoOnIn(path)
	if err != nil {
		return err
	}
	err = s.draft.Flush()
	s.changed()
	if err == nil {
		s.Say(voice.T("Saved. Your journal is now at {path}", "path", at))
	}
	return err
}

// copyPlace is where a copy would go: the journal's own place where nothing is there, else a new name beside it.
func (s *Shell) copyPlace() string {
	path := s.journal.Path()
	if !s.Journals.Exists(path) {
		return path
	}
	end := filepath.Ext(path)
	return strings.TrimSuffix(path, end) + s.Now().Format(" copy 2006-01-02 150405") + end
}

// rescue puts everything into a copy beside the journal's place where the window has to end, nobody can be asked, and the
// journal would be gone with it.
func (s *Shell) rescue() {
	if errors.Is(s.journal.InPlace(), notes.ErrMoved) {
		_, _ = s.journal.GoOnIn(s.copyPlace()) // nobody is left to be told
	}
}
