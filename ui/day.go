package ui

import (
	"time"

	"handback/notes"
)

// lookEvery is how often the window looks at the clock at the least. A timer to midnight alone would be late by as long
// as the computer slept, and knows nothing of a flight.
const lookEvery = 2 * time.Minute

// dial is what the window shows of the clock: the day, and the zone that times are said in.
type dial struct {
	day    notes.Date
	zone   string
	offset int // seconds east of UTC: summer time changes it
}

func dialOf(now time.Time) dial {
	_, offset := now.Zone()
	return dial{day: notes.DateOf(now), zone: now.Location().String(), offset: offset}
}

// followDay keeps what is in view of today: over midnight, a sleep of the computer, a flight, and a clock that is set.
func (s *Shell) followDay() {
	s.dial = dialOf(s.Now())
	s.App.Lifecycle().SetOnEnteredForeground(s.lookAtClock)
	s.planLook()
}

// lookAtClock draws what is in view anew where the day or the zone is another one now, and plans the next look.
func (s *Shell) lookAtClock() {
	if s.stopped {
		return
	}
	if s.LookAtZone != nil {
		s.LookAtZone()
	}
	if now := dialOf(s.Now()); now != s.dial {
		s.dial = now
		s.changed()
	}
	s.planLook()
}

// planLook plans the next look: at midnight, where that is near.
func (s *Shell) planLook() {
	if s.look != nil {
		s.look()
	}
	now := s.Now()
	midnight := notes.When(notes.DateOf(now).AddDays(1), "", "", now.Location())
	s.look = s.Clock.After(min(lookEvery, midnight.Sub(now)), func() {
		s.look = nil
		s.lookAtClock()
	})
}
