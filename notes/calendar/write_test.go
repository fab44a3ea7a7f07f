package calendar_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"handback/notes"
	"handback/notes/calendar"
)

// written are planned notes that are hard to write: a long name of long letters, an hour that clocks show twice, a whole day.
func written() []calendar.Planned {
	at := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	note := func(uid string, day notes.Date, time, zone string) notes.Note {
		return notes.Note{NoteHead: notes.NoteHead{UID: uid, Kind: notes.PlannedNote, Date: day, At: time, Zone: zone}, UpdatedAt: at}
	}
	return []calendar.Planned{
		{Note: note("plain", "2026-11-24", "10:00", "")},
		{Note: note("away", "2026-11-25", "08:30", "America/New_York"), Who: "Ana"},
		{Note: note("twice", "2027-10-31", "02:30", "Europe/Berlin"), Who: `Ben; \ "O", Ltd`},
		{Note: note("long", "2026-11-26", "23:45", "Asia/Kolkata"), Who: strings.Repeat("Łucja 李小龙 👩‍👩‍👧 ", 12)},
		{Note: note("day", "2026-12-31", "", "")},
	}
}

// TestTheFileIsTheOneThatWasReadBack holds what is written against testdata/written/all.ics, which recurring-ical-events and ical.js
// read as testdata/written/all.txt says; see readback.py and readback.mjs there.
func TestTheFileIsTheOneThatWasReadBack(t *testing.T) {
	got := calendar.Write(written(), now)
	if os.Getenv("WRITE") != "" {
		if err := os.WriteFile("testdata/written/all.ics", got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/written/all.ics")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s", got)
	}
	lines, err := os.ReadFile("testdata/written/all.txt")
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(instances(t, "testdata/written/all.ics"), "\n"); got != strings.TrimSpace(strings.Split(string(lines), "alarm")[0]) {
		t.Errorf("read as\n%s\nnot as\n%s", got, lines)
	}
}

func TestLinesAreFolded(t *testing.T) {
	text := calendar.Write(written(), now)
	for _, line := range strings.SplitAfter(string(text), "\r\n") {
		if len(line) > 75+len("\r\n") || !utf8.ValidString(line) || strings.Contains(strings.TrimSuffix(line, "\r\n"), "\n") {
			t.Errorf("%q", line)
		}
	}
	if bytes.Count(text, []byte("\n")) != bytes.Count(text, []byte("\r\n")) {
		t.Error("a line ends without CR")
	}
}

func TestTheFileNamesNobodyUnlessAsked(t *testing.T) {
	all := written()
	for i := range all {
		all[i].Who = ""
		all[i].Note.Body, all[i].Note.Title = "private: Ana wants to leave", "Ana wants to leave"
	}
	text := string(calendar.Write(all, now))
	for _, line := range strings.Split(text, "\r\n") {
		if strings.HasPrefix(line, "SUMMARY") && line != "SUMMARY:One-on-one" || strings.HasPrefix(line, "DESCRIPTION") && line != "DESCRIPTION:One-on-one in 15 min" {
			t.Error(line)
		}
	}
	if strings.Contains(text, "Ana") || strings.Contains(text, "leave") {
		t.Error(text)
	}
}

// TestAWholeDayIsNotTaken holds that a one-on-one without a time leaves its day free for others to book, and one with a time doesn't
// leave that time.
func TestAWholeDayIsNotTaken(t *testing.T) {
	events := strings.Split(string(calendar.Write(written(), now)), "BEGIN:VEVENT")[1:]
	for _, e := range events {
		if day := strings.Contains(e, "DTSTART;VALUE=DATE:"); strings.Contains(e, "\r\nTRANSP:TRANSPARENT\r\n") != day ||
			strings.Contains(e, "\r\nTRANSP:OPAQUE\r\n") == day {
			t.Error(e)
		}
	}
}

// TestSequenceRises holds that what was changed later is what a calendar believes.
func TestSequenceRises(t *testing.T) {
	sequence := func(at time.Time) string {
		all := written()[:1]
		all[0].Note.UpdatedAt = at
		_, rest, _ := strings.Cut(string(calendar.Write(all, now)), "SEQUENCE:")
		s, _, _ := strings.Cut(rest, "\r\n")
		return s
	}
	if a, b := sequence(now), sequence(now.Add(time.Second)); len(a) != len(b) || a >= b {
		t.Error(a, b)
	}
}

// TestOurOwnIsFoundAgain holds that a note that was written into a calendar and moved there is offered, not planned twice.
func TestOurOwnIsFoundAgain(t *testing.T) {
	head := notes.NoteHead{UID: "mine", Kind: notes.PlannedNote, Date: "2026-11-24", At: "10:00"}
	file := calendar.Write([]calendar.Planned{{Note: notes.Note{NoteHead: head, UpdatedAt: now}}}, now)
	d := &desk{who: team()}
	d.ana().Planned = &head
	var c calendar.Calendar
	if err := c.Add(file); err != nil {
		t.Fatal(err)
	}
	d.reads(t, &c, "Stays: tomorrow, 10:00")
	d.ana().Kept = calendar.Kept{}
	var moved calendar.Calendar
	if err := moved.Add(bytes.ReplaceAll(file, []byte("20261124T09"), []byte("20261126T09"))); err != nil {
		t.Fatal(err)
	}
	d.reads(t, &moved, "You planned tomorrow, 10:00. The calendar says Thu 26 Nov, 10:00.")
}
