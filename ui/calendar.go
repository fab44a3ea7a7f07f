package ui

import (
	"time"

	"handback/notes/calendar"
	"handback/ui/calendars"
	"handback/ui/room"
	"handback/ui/widgets"
)

// calendarSoon is how long after the start the watched calendar is read, and calendarAgain how long nothing need be looked at
// afterwards.
const (
	calendarSoon  = 5 * time.Second
	calendarAgain = 10 * time.Minute
)

// planCalendar reads the calendar that the manager chose again, where there is one: at the start, and when nothing happens.
func (s *Shell) planCalendar(after time.Duration) {
	if s.calendar != nil {
		s.calendar()
		s.calendar = nil
	}
	if s.journal == nil {
		return
	}
	if path, err := s.journal.Setting(calendar.KeyPath); err != nil || path == "" || room.ReadOnly(s) {
		return // an error is shown by what reads the journal for the screen
	}
	s.calendar = s.Clock.After(after, s.readCalendar)
}

// readCalendar reads it where it is another than the last time. Nothing is said of a disk that isn't there: who reads by hand is
// told. While the person looks on, or a dialog is open, it waits.
func (s *Shell) readCalendar() {
	s.calendar = nil
	journal := s.journal
	if journal == nil {
		return
	}
	path, err := journal.Setting(calendar.KeyPath)
	if err != nil || path == "" {
		return
	}
	here := s.Place().Screen
	if here == room.Meeting || here == room.TheirPage || s.covered != nil || widgets.OverlayShown(s.win.Canvas()) {
		s.planCalendar(calendarAgain)
		return
	}
	stamp := ""
	s.Clock.Background(func() (err error) {
		stamp, err = calendars.Stamp(path)
		return err
	}, func(err error) {
		if s.journal != journal {
			return
		}
		day := string(s.Today()) // a day later another one-on-one is the next
		if err != nil || stamp+day == s.calendarRead {
			s.planCalendar(calendarAgain)
			return
		}
		calendars.Quietly(s, path, func(err error) {
			if s.journal != journal {
				return
			}
			if err == nil {
				s.calendarRead = stamp + day
			}
			s.planCalendar(calendarAgain)
		})
	})
}
