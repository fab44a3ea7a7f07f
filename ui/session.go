package ui

// Session is what the system tells of the computer and of who sits at it.
type Session interface {
	// Watch calls sleep before the computer goes to sleep, which waits a moment for then to be called, and lock when the screen
	// is locked. Both come from anywhere. Where the system tells nothing, nothing is ever called. Stop ends it.
	Watch(sleep func(then func()), lock func()) (stop func())
}

// watchSession locks the journal when the computer sleeps and when the screen is locked.
func (s *Shell) watchSession() {
	if s.Session == nil {
		return
	}
	s.unwatch = s.Session.Watch(
		func(then func()) { s.Clock.Soon(func() { s.lockThen(then) }) },
		func() { s.Clock.Soon(s.lock) })
}
