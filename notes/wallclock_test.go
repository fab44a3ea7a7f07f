package notes

import (
	"testing"
	"time"
)

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func TestWhen(t *testing.T) {
	own := zone(t, "Europe/Zurich")
	for _, c := range []struct {
		name     string
		day      Date
		at, zone string
		want     string // RFC 3339
	}{
		{"the manager's own zone in winter", "2026-12-03", "10:00", "", "2026-12-03T10:00:00+01:00"},
		{"the same wall clock in summer", "2026-07-02", "10:00", "", "2026-07-02T10:00:00+02:00"},
		{"the person's zone", "2026-12-03", "10:00", "America/New_York", "2026-12-03T10:00:00-05:00"},
		{"an unknown zone is the manager's", "2026-12-03", "10:00", "Mars/Olympus", "2026-12-03T10:00:00+01:00"},
		{"no time is the day's beginning", "2026-12-03", "", "", "2026-12-03T00:00:00+01:00"},
		{"an impossible time is no time", "2026-12-03", "25:00", "", "2026-12-03T00:00:00+01:00"},
		{"a time that does not exist", "2026-03-29", "02:30", "", "2026-03-29T03:30:00+02:00"},
		{"just before the gap", "2026-03-29", "01:59", "", "2026-03-29T01:59:00+01:00"},
		{"just after the gap", "2026-03-29", "03:00", "", "2026-03-29T03:00:00+02:00"},
		{"a time that comes twice", "2026-10-25", "02:30", "", "2026-10-25T02:30:00+02:00"},
		{"after the time that comes twice", "2026-10-25", "03:00", "", "2026-10-25T03:00:00+01:00"},
		{"a gap west of Greenwich", "2026-03-08", "02:30", "America/New_York", "2026-03-08T03:30:00-04:00"},
		{"twice west of Greenwich", "2026-11-01", "01:30", "America/New_York", "2026-11-01T01:30:00-04:00"},
		{"a midnight that does not exist", "2018-11-04", "", "America/Sao_Paulo", "2018-11-04T01:00:00-02:00"},
		{"half an hour", "2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-04T02:45:00+11:00"},
		{"far east", "2026-12-31", "23:30", "Pacific/Auckland", "2026-12-31T23:30:00+13:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := When(c.day, c.at, c.zone, own).Format(time.RFC3339); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
	if !When("", "10:00", "", own).IsZero() || !When("2026-02-30", "", "", own).IsZero() {
		t.Error("no day has an instant")
	}
}

func TestStartOnTheManagersClock(t *testing.T) {
	own := zone(t, "Europe/Zurich")
	for _, c := range []struct {
		head NoteHead
		day  Date
		at   string
	}{
		{NoteHead{Date: "2026-12-03", At: "10:00"}, "2026-12-03", "10:00"},
		{NoteHead{Date: "2026-12-03", At: "10:00", Zone: "America/New_York"}, "2026-12-03", "16:00"},
		{NoteHead{Date: "2026-12-03", At: "09:00", Zone: "Pacific/Auckland"}, "2026-12-02", "21:00"},
		{NoteHead{Date: "2026-12-03", Zone: "Pacific/Auckland"}, "2026-12-03", ""},
		// New York changes its clocks three weeks before Zurich does.
		{NoteHead{Date: "2026-03-12", At: "10:00", Zone: "America/New_York"}, "2026-03-12", "15:00"},
	} {
		t.Run(string(c.day), func(t *testing.T) {
			if _, day, at := c.head.Start(own); day != c.day || at != c.at {
				t.Errorf("%+v starts %s %s, want %s %s", c.head, day, at, c.day, c.at)
			}
		})
	}
}

func TestATimeOfDayIsRead(t *testing.T) {
	for in, want := range map[string]string{
		"9": "09:00", "9:30": "09:30", "09.30": "09:30", " 14h ": "14:00", "14h15": "14:15", "0:00": "00:00", "23:59": "23:59", "": "",
		"5pm": "17:00", "5:30 pm": "17:30", "5.30PM": "17:30", "17.30": "17:30",
		"12am": "00:00", "12 pm": "12:00", "9 a.m.": "09:00", "11 P.M": "23:00",
		"0930": "09:30", "930": "09:30", "9\u202fam": "09:00",
		"17：30": "17:30", "noon": "12:00", "Midnight": "00:00", "14 h 15": "14:15", "9 Uhr": "09:00",
	} {
		t.Run(in, func(t *testing.T) {
			if got, ok := ReadTime(in); !ok || got != want {
				t.Errorf("%q: %q %v", in, got, ok)
			}
		})
	}
	for _, in := range []string{
		"24:00", "9:60", "9:5:3", "-1", "99", "13pm", "0am", "9:3", "pm", "5 o'clock-ish", "25", "1:2", "12345", "9,5", "17:30:00",
	} {
		if got, ok := ReadTime(in); ok {
			t.Errorf("%q: %q", in, got)
		}
	}
}
