package ui

import (
	"unicode"

	"handback/notes/voice"
	"handback/ui/look"
)

// noFont is what the window knows of characters that it can't draw.
type noFont struct {
	ask  []rune // that were drawn and not looked for yet
	told map[string]bool
}

// watchFonts says it once where something is shown of which this computer has no font: else boxes stand there, and nobody knows why.
func (s *Shell) watchFonts() {
	s.noFont.told = map[string]bool{}
	look.OnBeyond(func(fresh []rune) {
		if s.stopped {
			return
		}
		if s.noFont.ask = append(s.noFont.ask, fresh...); len(s.noFont.ask) == len(fresh) { // what else is being drawn is asked along
			s.Clock.Soon(s.askFonts)
		}
	})
}

func (s *Shell) askFonts() {
	ask := s.noFont.ask
	s.noFont.ask = nil
	var lacking []rune
	s.Clock.Background(func() error { lacking = look.Lacking(ask); return nil }, func(error) {
		for _, r := range lacking {
			if says := sayNoFont(r); !s.noFont.told[says] && !s.stopped {
				s.noFont.told[says] = true
				s.Say(says)
			}
		}
	})
}

// sayNoFont says that a character can't be shown, by the script that it is of.
func sayNoFont(r rune) string {
	switch {
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		return voice.T("This computer has no Japanese font, so some text shows as boxes. Your text is saved as you typed it. " +
			"Install a Japanese font, then start Handback again.")
	case unicode.Is(unicode.Han, r):
		return voice.T("This computer has no Chinese or Japanese font, so some text shows as boxes. " +
			"Your text is saved as you typed it. Install one, then start Handback again.")
	case unicode.Is(unicode.Hangul, r):
		return voice.T("This computer has no Korean font, so some text shows as boxes. Your text is saved as you typed it. " +
			"Install a Korean font, then start Handback again.")
	}
	return voice.T("This computer has no font for some of the characters here, so they show as boxes. " +
		"Your text is saved as you typed it. Install a font that has them, then start Handback again.")
}
