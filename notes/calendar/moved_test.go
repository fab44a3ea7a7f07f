package calendar_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/notes/calendar"
)

// TestAnOccurrenceReplacedByItsDay moves one of a meeting that has a time, naming it by its day alone.
func TestAnOccurrenceReplacedByItsDay(t *testing.T) {
	c := ics(weekly, "UID:w\nRECURRENCE-ID;VALUE=DATE:20261013\nDTSTART;TZID=Europe/Berlin:20261014T150000\nDURATION:PT30M\nSUMMARY:Sync\n")
	all, _ := c.Meetings(time.Date(2026, 10, 12, 0, 0, 0, 0, time.UTC), time.Date(2026, 10, 18, 0, 0, 0, 0, time.UTC))
	if len(all) != 1 || all[0].Start.UTC().Format("0102T1504") != "1014T1300" {
		t.Errorf("that week: %+v", all)
	}
}

func TestATitleIsToldAsItIsWritten(t *testing.T) {
	c := &calendar.Calendar{}
	if err := c.Add([]byte("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nSUMMARY:1:1 Ana\nEND:VEVENT\nEND:VCALENDAR\n")); err != nil {
		t.Fatal(err)
	}
	if len(c.Skipped) != 1 || c.Skipped[0].Title != "1:1 Ana" {
		t.Errorf("%+v", c.Skipped)
	}
}

// TestATimeIsToldOnTheManagersClocks plans a meeting that is said on the clocks of New York.
func TestATimeIsToldOnTheManagersClocks(t *testing.T) {
	c := ics(strings.ReplaceAll(weekly, "Europe/Berlin", "America/New_York") + withAna)
	own := now.In(time.FixedZone("here", 0))
	plan := calendar.Read(c, team(), own, notes.Locale{})
	next, _ := c.Meetings(own, own.AddDate(0, 0, 8))
	want := next[0].Start.In(own.Location()).Format("15:04")
	if len(plan.Finds) != 1 || want == "10:00" || !strings.HasSuffix(plan.Finds[0].Says, ", "+want) {
		t.Errorf("%+v, want %s", plan.Finds, want)
	}
}

// TestACalendarThatIsCutOffIsRefused holds that nothing is taken of a file that ends half way: what is missing may move a meeting, or
// call it off.
func TestACalendarThatIsCutOffIsRefused(t *testing.T) {
	whole := "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + weekly + withAna + "\nEND:VEVENT\nBEGIN:VEVENT\n" + weekly +
		"RECURRENCE-ID;TZID=Europe/Berlin:20261201T100000\nSTATUS:CANCELLED\nEND:VEVENT\nEND:VCALENDAR"
	if err := (&calendar.Calendar{}).Add([]byte(whole)); err != nil {
		t.Fatal(err)
	}
	for at := len("BEGIN:VCALENDAR\n"); at < len(whole)-1; at += 7 {
		c := &calendar.Calendar{}
		err := c.Add([]byte(whole[:at]))
		meetings, _ := c.Meetings(now, now.AddDate(0, 1, 0))
		if !errors.Is(err, calendar.ErrCutOff) || len(meetings) > 0 || calendar.Say(err) == "" {
			t.Fatalf("cut at %d: %v, %d meetings", at, err, len(meetings))
		}
	}
}
