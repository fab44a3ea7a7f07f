package ui

import (
	"errors"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/voice"
	"handback/ui/draft"
	"handback/ui/widgets"
)

const (
	settingMode  = "look.theme"
	settingScale = "look.scale"
)

// sayFor is how long a sentence stays, or longer where it takes longer to read.
const sayFor = 6 * time.Second

// Of a long sentence, whoever reads slowly has a second for so many letters beyond the first.
const (
	lettersAtOnce    = 70
	lettersPerSecond = 12
)

// sayTime is how long a sentence stays.
func sayTime(what string) time.Duration {
	more := utf8.RuneCountInString(what) - lettersAtOnce
	return sayFor + time.Duration(max(0, more))*time.Second/lettersPerSecond
}

// Show implements room.Host.
func (s *Shell) Show(err error) {
	if err == nil || s.stopped || widgets.WasSaid(err) {
		return
	}
	if errors.Is(err, notes.ErrClosed) {
		return // it was asked of a journal that is out of view by now: the answer is of no use to anybody
	}
	if !urgent(err) && s.keepsForLater(sentence(err)) {
		return
	}
	s.forgetUndo()
	switch say := sentence(err); {
	case !s.asides.aside && widgets.SayInDialog(s.win.Canvas(), say):
	case errors.Is(err, notes.ErrMoved):
		s.frame.offer(short(err)+" "+voice.T("Handback has stopped saving to it."), saveCopyButton, s.saveCopy)
	default:
		s.frame.toast(say, nil)
	}
	if s.frame.state == draft.NotSaved && (errors.Is(err, notes.ErrFull) || errors.Is(err, notes.ErrMoved)) {
		s.frame.andNot = s.frame.said
	}
}

// Say implements room.Host.
func (s *Shell) Say(what string) {
	if s.keepsForLater(what) {
		return
	}
	s.forgetUndo()
	s.frame.toast(what, nil)
	s.sayings++
	said := s.sayings
	s.Clock.After(sayTime(what), func() {
		if said == s.sayings { // or it was said again, and is to be read as long again
			s.frame.untoast(what)
		}
	})
}

// sentence is an error as said to the user.
func sentence(err error) string {
	var invalid notes.Invalid
	if errors.As(err, &invalid) {
		return invalid.Why
	}
	return widgets.Sentence(err)
}

var stayOrCopy = voice.T("If you stay, Handback will keep trying. Or copy your text somewhere safe before you close.")

// confirmQuit asks whether to close although what was typed could not be saved. It asks once, however often the window
// is told to close; where one stays, one writes on where one was.
func (s *Shell) confirmQuit(err error) {
	if s.asking {
		return
	}
	s.asking = true
	at := s.win.Canvas()
	wrote := at.Overlays().Top() == nil && at.Focused() == nil
	parts := []fyne.CanvasObject{widgets.NewPara(14, widgets.Plain(sentence(err))), widgets.NewPara(14, widgets.Plain(stayOrCopy))}
	var ask *widgets.Dialog
	if elsewhere(err) {
		parts = append(parts, widgets.HStack(0, widgets.NewButton("quit.copy", widgets.Outlined, "", saveCopyButton, func() {
			ask.Close()
			s.saveCopy()
		})))
	}
	ask = widgets.NewDanger(
		at,
		voice.T("Not saved yet"),
		voice.T("Stay"),
		voice.T("Close without saving"),
		func() error { s.abandon(); return nil },
		parts...)
	ask.OnClose = func(bool) {
		s.asking = false
		if _, open := s.draft.Note(); open && wrote && !s.stopped {
			s.Editor().FocusHere()
		}
	}
	ask.Show(nil)
	if s.holdsBack() != nil {
		s.awaitSaved(ask)
	}
}

// askedAgainAfter is how long after a question whether to close, or after the last try, it is looked whether it is still one.
const askedAgainAfter = time.Second

// awaitSaved closes the window as it was told to once what was typed is saved after all: there is nothing to ask any more.
func (s *Shell) awaitSaved(ask *widgets.Dialog) {
	s.Clock.After(askedAgainAfter, func() {
		switch {
		case !s.asking || s.stopped || s.journal == nil || s.win.Canvas().Overlays().Top() == nil:
		case s.holdsBack() != nil:
			s.awaitSaved(ask)
		default:
			ask.Close()
			s.quit()
		}
	})
}

// holdsBack saves what is typed, and says why that can't be.
func (s *Shell) holdsBack() error {
	if err := s.journal.InPlace(); err != nil {
		return err
	}
	if s.line.page != nil {
		if err := s.line.page.Kept(); err != nil {
			return err
		}
	}
	return s.draft.Flush()
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
