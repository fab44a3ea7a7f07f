package calendar_test

import (
	"os"
	"path/filepath"
	"testing"

	"handback/notes"
	"handback/notes/calendar"
)

// FuzzCalendar reads any bytes. What comes out lies within the days that were asked for, is the same each time, and makes a plan
// that a second reading has nothing to add to.
func FuzzCalendar(f *testing.F) {
	files, err := filepath.Glob("testdata/*/*.ics")
	if err != nil || len(files) == 0 {
		f.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + weekly + withAna + "\nEND:VEVENT\nBEGIN:VEVENT\n" + moved + withAna + "\nEND:VEVENT\nEND:VCALENDAR"))
	f.Fuzz(func(t *testing.T, data []byte) {
		read := func() *calendar.Calendar {
			c := &calendar.Calendar{}
			_ = c.Add(data) // what isn't a calendar has nothing in it
			return c
		}
		from, to := now.AddDate(0, 0, -30), now.AddDate(2, 0, 0)
		meetings, _ := read().Meetings(from, to)
		for i, m := range meetings {
			if m.Start.Before(from) || !m.Start.Before(to) || m.End.Before(m.Start) || i > 0 && m.Start.Before(meetings[i-1].Start) {
				t.Fatal(m)
			}
		}
		again, _ := read().Meetings(from, to)
		if len(again) != len(meetings) {
			t.Fatal(len(again), len(meetings))
		}
		d := &desk{who: team()}
		plan := calendar.Read(read(), d.who, now, notes.Locale{})
		if len(plan.Finds) != 1 || plan.Finds[0].Person != ana {
			return
		}
		d.read(t, read())
		if second := calendar.Read(read(), d.who, now, notes.Locale{}); second.Finds[0].Do != nil {
			t.Fatal(second.Finds[0].Says)
		}
	})
}

// TestTheWorstEnds reads what asks for the most work: rules that never come true, and those that begin long ago.
func TestTheWorstEnds(t *testing.T) {
	c := ics(
		"UID:a\nDTSTART:19000101T090000\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
		"UID:b\nDTSTART:19000101T090000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
		"UID:c\nDTSTART:19000101T090000\nRRULE:FREQ=DAILY;COUNT=99999999",
		"UID:d\nDTSTART:19000101T090000\nRRULE:FREQ=DAILY;INTERVAL=99999999",
		"UID:e\nDTSTART:19000101T090000\nRRULE:FREQ=DAILY;BYSETPOS=366;BYHOUR=1",
	)
	meetings, _ := c.Meetings(now, now.AddDate(0, 0, 10))
	for _, m := range meetings {
		if m.UID != "c" {
			t.Error(m)
		}
	}
	if len(meetings) != 10 {
		t.Error(len(meetings))
	}
}
