package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"handback/ui/look"
)

// applyLook reads theme, text size and what may move from the journal and reports whether that changed how things look.
func (s *Shell) applyLook() bool {
	s.applyMotion()
	mode, scale := look.ModeOf(""), 1.0
	if s.journal != nil {
		if kept, err := s.journal.Setting(settingMode); err == nil {
			mode = look.ModeOf(kept)
		}
		if kept, err := s.journal.Setting(settingScale); err == nil && kept != "" {
			if f, err := strconv.ParseFloat(kept, 32); err == nil {
				scale = f
			}
		}
	}
	if !look.Use(mode, s.App.Settings().ThemeVariant(), float32(scale)) {
		return false
	}
	s.App.Settings().SetTheme(look.Theme{})
	return true
}

// lookChanged draws everything anew where theme or text size are others now.
func (s *Shell) lookChanged() {
	if s.applyLook() {
		s.again()
	}
}

// followTheme sets the theme and follows the system's.
func (s *Shell) followTheme() {
	s.App.Settings().SetTheme(look.Theme{})
	s.App.Settings().AddListener(func(fyne.Settings) { s.Clock.Soon(s.lookChanged) })
}
