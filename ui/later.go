package ui

import (
	"errors"
	"strings"

	"handback/notes"
)

// What the program says by itself, and not as the answer to a hand, waits while the person looks on: it may name anybody. It is
// said when the page is turned back.
type unsaid struct {
	itself bool // what runs now was begun by a clock, or before the person looked on
	held   []string
}

// byItself is f as what the program does by itself.
func (s *Shell) byItself(is bool, f func()) func() {
	return func() {
		before := s.itself
		s.itself = is
		defer func() { s.itself = before }()
		f()
	}
}

// keepsForLater keeps a sentence for later where it must not be seen now.
func (s *Shell) keepsForLater(what string) bool {
	if !s.itself || s.journal == nil || !s.looksOn() {
		return false
	}
	if len(s.held) == 0 || s.held[len(s.held)-1] != what {
		s.held = append(s.held, what)
	}
	return true
}

// urgent reports whether an error is about what is typed right now, and names nobody.
func urgent(err error) bool {
	for _, known := range []error{notes.ErrFull, notes.ErrMoved, notes.ErrReadOnly, notes.ErrConflict, notes.ErrNoAccess} {
		if errors.Is(err, known) {
			return true
		}
	}
	return false
}

// sayHeld says what waited.
func (s *Shell) sayHeld() {
	held := s.held
	s.held = nil
	if len(held) > 0 {
		s.Say(strings.Join(held, " "))
	}
}
