package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/calendar"
	"handback/ui/room"
)

// meetings is a window with a calendar file that is read again by itself.
func meetings(t *testing.T) (w *window, file string) {
	t.Helper()
	w = newWindow(t)
	file = filepath.Join(t.TempDir(), "own.ics")
	w.meetAt(file, 3, "14")
	w.apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: calendar.KeyPath, Value: file}}})
	w.settle()
	return w, file
}

// meetAt writes a calendar in which Ana's one-on-one is in so many days.
func (w *window) meetAt(file string, days int, hour string) {
	w.t.Helper()
	day := strings.ReplaceAll(string(w.Today().AddDays(days)), "-", "")
	text := "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:" + day + "T" + hour + "0000\r\nDURATION:PT30M\r\nSUMMARY:1:1 Ana Ruiz\r\n" +
		strings.Repeat("X-PAD:"+hour+"\r\n", days) + "END:VEVENT\r\nEND:VCALENDAR\r\n" // of another length, so that no clock is asked
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

// next is when Ana's next one-on-one is planned, in days from today; -1 for never.
func (w *window) next() int {
	w.t.Helper()
	for _, p := range w.People() {
		if p.Name == "Ana Ruiz" {
			n, err := w.Journal().PlannedNote(p.ID)
			if err != nil {
				return -1
			}
			return n.Date.DaysSince(w.Today())
		}
	}
	return -1
}

// TestAWatchedCalendarIsReadInQuietMoments goes from the file to the planned note, without anybody asking.
func TestAWatchedCalendarIsReadInQuietMoments(t *testing.T) {
	w, file := meetings(t)
	w.clock.pass(calendarAgain)
	if got := w.next(); got != 3 {
		t.Fatalf("planned in %d days, not 3", got)
	}
	w.meetAt(file, 5, "09")
	w.clock.pass(calendarAgain)
	if got := w.next(); got != 5 {
		t.Errorf("planned in %d days, not 5", got)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	w.clock.pass(2 * calendarAgain)
	if got := w.next(); got != 5 {
		t.Errorf("a file that is gone has it planned in %d days", got)
	}
}

// TestNoCalendarIsReadWhileThePersonLooksOn holds that nothing about another person comes up on a page that is turned round.
func TestNoCalendarIsReadWhileThePersonLooksOn(t *testing.T) {
	w, _ := meetings(t)
	var ben notes.PersonID
	for _, p := range w.People() {
		if p.Name == "Ben Kofi" {
			ben = p.ID
		}
	}
	w.Go(room.Place{Screen: room.TheirPage, Person: ben})
	w.clock.pass(calendarAgain)
	if got := w.next(); got != -1 {
		t.Errorf("planned in %d days", got)
	}
	w.Go(room.Place{Screen: room.Today})
	w.clock.pass(calendarAgain)
	if got := w.next(); got != 3 {
		t.Errorf("planned in %d days, not 3", got)
	}
}

func TestACalendarIsDropped(t *testing.T) {
	w, file := meetings(t)
	w.dropped([]string{file})
	w.settle()
	w.tapOverlay("dialog/confirm")
	w.settle()
	if got := w.next(); got != 3 {
		t.Errorf("planned in %d days, not 3", got)
	}
}
