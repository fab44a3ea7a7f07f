package ui

import (
	"errors"
	"time"

	"handback/notes"
	"handback/ui/widgets"
)

const (
	settingMode  = "look.theme"
	settingScale = "look.scale"
)

// sayFor is how long a sentence stays.
const sayFor = 6 * time.Second

// Show implements room.Host.
func (s *Shell) Show(err error) {
	if err == nil || s.stopped || widgets.WasSaid(err) {
		return
	}
	if errors.Is(err, notes.ErrClosed) {
		return // it was asked of a journal that is out of view by now: the answer is of no use to anybody
	}
	s.forgetUndo()
	switch say := sentence(err); {
	case widgets.SayInDialog(s.win.Canvas(), say):
	case errors.Is(err, notes.ErrMoved):
		s.frame.offer(short(err)+" Nothing more is saved in it.", saveCopyButton, s.saveCopy)
	default:
		s.frame.toast(say, nil)
	}
}

// Say implements room.Host.
func (s *Shell) Say(what string) {
	s.forgetUndo()
	s.frame.toast(what, nil)
	s.After(sayFor, func() { s.frame.untoast(what) })
}

// sentence is an error as said to the user.
func sentence(err error) string {
	var invalid notes.Invalid
	if errors.As(err, &invalid) {
		return invalid.Why
	}
	return widgets.Sentence(err)
}

// confirmQuit asks whether to close although what was typed could not be saved.
func (s *Shell) confirmQuit(err error) {
	var ask *widgets.Dialog
	say := widgets.NewPara(
		14,
		widgets.Plain(sentence(err)+" Stay, and Handback goes on trying. Or copy your text to another place and close without saving."),
	)
	leave := widgets.NewButton("quit.anyway", widgets.Quiet, "", "Close without saving", func() {
		ask.Close()
		s.abandon()
	})
	ask = widgets.NewDialog(s.win.Canvas(), "Not saved yet", "Stay", func() error { return nil }, say, s.ways(err, &ask, leave))
	ask.Show(nil)
}

// abandon closes the window and leaves what could not be saved.
func (s *Shell) abandon() {
	s.stopped = true
	if s.journal != nil {
		_ = s.journal.Close()
		s.journal = nil
	}
	s.Clock.Stop()
	s.App.Quit()
}
