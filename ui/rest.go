package ui

import (
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2/canvas"
)

// restAfter is how long nothing must have been shown anew before the window rests. Fyne keeps what it drew of a screen
// that was left (renderers, textures, sizes of texts) for a minute, and looks for what has expired only when it paints:
// a window that nobody touches would hold the last minute's screens for good.
const restAfter = 75 * time.Second

// planRest plans the one painting after which Fyne lets go of what left the screen, and gives the memory back.
func (s *Shell) planRest() {
	if s.rest != nil {
		s.rest()
	}
	s.rest = s.After(restAfter, func() {
		s.rest = nil
		canvas.Refresh(s.frame.ground)
		s.rest = s.After(restSettles, func() {
			s.rest = nil
			s.Background(func() error { debug.FreeOSMemory(); return nil }, func(error) {})
		})
	})
}

// restSettles is how long after that painting Fyne has looked through all of its caches: it does so every ten seconds.
const restSettles = 12 * time.Second
