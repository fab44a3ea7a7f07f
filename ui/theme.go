package ui

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"handback/ui/look"
	"handback/ui/room"
)

// applyLook reads theme, text size and what may move from the journal and reports whether that changed how things look. Where none is
// open things look as they did last on this computer: the page that asks for a passphrase isn't light before a dark journal.
func (s *Shell) applyLook() bool {
	s.applyMotion()
	mode, scale := s.kept()
	size := 1.0
	if f, err := strconv.ParseFloat(scale, 32); err == nil {
		size = f
	}
	if !look.Use(look.ModeOf(mode), s.App.Settings().ThemeVariant(), float32(size)) {
		return false
	}
	s.App.Settings().SetTheme(look.Theme{})
	return true
}

// kept is the theme and the text size that were chosen; "" for what was not.
func (s *Shell) kept() (mode, scale string) {
	if s.journal == nil {
		if s.Computer == nil {
			return "", ""
		}
		return s.Computer.Look()
	}
	mode, err := s.journal.Setting(settingMode)
	if err != nil {
		mode = ""
	}
	if scale, err = s.journal.Setting(settingScale); err != nil {
		scale = ""
	}
	if s.Computer != nil && !s.sample && s.looked == nil {
		_ = s.Computer.SetLook(mode, scale) // where it can't be kept the next start is as it was before
	}
	return mode, scale
}

// lookLater is after how long it is tried again to draw everything anew where the room in view has to stay.
const lookLater = time.Second

// lookChanged draws everything anew where theme or text size are others now. A desktop that turns dark in the evening ends no import.
func (s *Shell) lookChanged() {
	if r, is := s.room.(room.Stayer); is && r.Stays() {
		s.Clock.After(lookLater, s.lookChanged)
		return
	}
	if s.applyLook() {
		s.again()
	}
}

// followTheme sets the theme and follows the system's.
func (s *Shell) followTheme() {
	s.App.Settings().SetTheme(look.Theme{})
	s.App.Settings().AddListener(func(fyne.Settings) { s.Clock.Soon(s.lookChanged) })
}
