package ui

import (
	"time"

	"handback/notes"
	"handback/notes/reminders"
	"handback/notes/voice"
)

// planReminder plans the next reminder of a one-on-one, where the manager wants any.
func (s *Shell) planReminder() {
	if s.reminder != nil {
		s.reminder()
		s.reminder = nil
	}
	w, ok := s.remindersWanted()
	if !ok {
		return
	}
	now := s.Now()
	all := reminders.Of(s.roster, now)
	wait := min(reminders.Next(all, now, w), lookEvery) // a timer is late by as long as the computer slept
	if told, err := s.journal.Setting(reminders.KeyTold); err == nil && !s.lookedOn() {
		if say, _ := reminders.Due(all, now, w, told); say != "" {
			wait = 0
		}
	}
	s.reminder = s.Clock.After(max(wait, time.Second), s.remind)
}

// remindersWanted are those of the journal that is open: none of the sample team's, and of a backup.
func (s *Shell) remindersWanted() (w reminders.Wants, any bool) {
	if s.journal == nil || s.sample || s.looked != nil || s.readOnly() || s.curtain != nil {
		return w, false
	}
	text, err := s.journal.Setting(reminders.KeyWants)
	if err != nil {
		return w, false // what reads the journal for the screen says so
	}
	w = reminders.Read(text)
	return w, w.Any()
}

// remind says what is due. In a meeting, and while a page is turned round, nothing is said; afterwards it is as long as its meeting
// has not begun.
func (s *Shell) remind() {
	s.reminder = nil
	defer s.planReminder()
	w, ok := s.remindersWanted()
	if !ok || s.lookedOn() {
		return
	}
	told, err := s.journal.Setting(reminders.KeyTold)
	if err != nil {
		return
	}
	now := s.Now()
	say, then := reminders.Due(reminders.Of(s.roster, now), now, w, told)
	if say == "" {
		return
	}
	// Kept first: one that is not shown is less than one that comes twice.
	if err := s.Record(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: reminders.KeyTold, Value: then}}}); err == nil {
		s.notify(voice.T("Handback"), say)
	}
}
