package calendar_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/notes/calendar"
)

// now is Mon 23 Nov 2026, 08:00 in Berlin.
var now = time.Date(2026, 11, 23, 8, 0, 0, 0, must(time.LoadLocation("Europe/Berlin")))

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

const me, ana, ben = notes.PersonID(1), notes.PersonID(2), notes.PersonID(3)

// team is the manager, Ana Lima and Ben Okoro.
func team() []calendar.Person {
	return []calendar.Person{
		{Person: notes.Person{ID: me, UID: "me", Kind: notes.KindMe, Name: "Mia Kern", State: notes.StateHere}},
		{Person: notes.Person{ID: ana, UID: "ana", Kind: notes.KindReport, Name: "Ana Lima", State: notes.StateHere}},
		{Person: notes.Person{ID: ben, UID: "ben", Kind: notes.KindReport, Name: "Ben Okoro", Aliases: []string{"Bennie"}, State: notes.StateHere}},
	}
}

// ics is a calendar with events, each given as its lines but for those that all have.
func ics(events ...string) *calendar.Calendar {
	text := "BEGIN:VCALENDAR\nVERSION:2.0\n"
	for _, e := range events {
		text += "BEGIN:VEVENT\nDTSTAMP:20261101T000000Z\n" + e + "\nEND:VEVENT\n"
	}
	c := &calendar.Calendar{}
	if err := c.Add([]byte(text + "END:VCALENDAR\n")); err != nil {
		panic(err)
	}
	return c
}

const weekly = "UID:w\nDTSTART;TZID=Europe/Berlin:20261006T100000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY\nSUMMARY:Sync\n"

const withAna = "ORGANIZER;CN=Mia Kern:mailto:mia@x.org\nATTENDEE;CN=\"Lima, Ana\":mailto:ana@x.org"

func TestWhomAMeetingIsWith(t *testing.T) {
	single := strings.ReplaceAll(strings.ReplaceAll(weekly, "\nRRULE:FREQ=WEEKLY", ""), "20261006", "20261124")
	titled := func(title string) string { return strings.ReplaceAll(single, "Sync", title) }
	for _, c := range []struct{ name, event, want string }{
		{"by name", weekly + withAna, "ana"},
		{"by the address's name", weekly + "ATTENDEE:mailto:ben.okoro@x.org\nATTENDEE:mailto:m@x.org", "ben"},
		{"the organiser alone isn't the manager", weekly + "ORGANIZER;CN=Ana Lima:mailto:a@x.org", "ana"},
		{"a room is nobody", weekly + withAna + "\nATTENDEE;CUTYPE=ROOM;CN=Blue:mailto:blue@x.org", "ana"},
		{"with several", weekly + withAna + "\nATTENDEE;CN=Ben Okoro:mailto:b@x.org", "skip: It's with several people: Ana, Ben"},
		{"with a stranger too", weekly + withAna + "\nATTENDEE;CN=X Y:mailto:x@y.org", "skip: It's with several people."},
		{"with somebody unknown", weekly + "ORGANIZER;CN=Mia Kern:mailto:m@x.org\nATTENDEE;CN=Zed:mailto:z@x.org", "ask: z@x.org"},
		{"by its title", titled("1:1 Ana"), "ana"},
		{"by its title, with the manager", titled("Mia Kern / Bennie 1on1"), "ben"},
		{"by its title, of two", titled("1:1 Ana and Ben"), "skip: It's with several people: Ana, Ben"},
		{"by its title, of somebody unknown", titled("1-1 Zed"), "ask: title:1-1 zed"},
		{"a birthday", titled("Ana's birthday"), "skip: Nobody is invited, and its title doesn't say one-on-one."},
		{"a single meeting", single + withAna, "skip: It doesn't repeat, and its title doesn't say one-on-one."},
		{"a single one-on-one", titled("One-on-one") + withAna, "ana"},
		{"our own", strings.ReplaceAll(single, "UID:w", "UID:"+calendar.UID("gone")), "skip: Handback wrote this one itself."},
		{"called off", weekly + withAna + "\nSTATUS:CANCELLED", "ana: Nothing new"},
		{"called off by its title", titled("Canceled: 1:1 Ana"), "ana: Nothing new"},
		{"called off in German", titled("Abgesagt: 1:1 Ana"), "ana: Nothing new"},
		{"declined", weekly + strings.ReplaceAll(withAna, "ATTENDEE;", "ATTENDEE;PARTSTAT=DECLINED;"), "ana: Nothing new"},
		{"accepted", weekly + strings.ReplaceAll(withAna, "ATTENDEE;", "ATTENDEE;PARTSTAT=ACCEPTED;"), "ana"},
		{"a version", titled("Go-live v2.1-1 with Ana"), "skip: Nobody is invited, and its title doesn't say one-on-one."},
		{"another version", titled("Release 1.1 review Ana"), "skip: Nobody is invited, and its title doesn't say one-on-one."},
	} {
		t.Run(c.name, func(t *testing.T) {
			plan := calendar.Read(ics(c.event), team(), now, notes.Locale{})
			var got []string
			for _, f := range plan.Finds {
				who := team()[f.Person-1].UID
				if f.Do == nil {
					who += ": " + f.Says
				}
				got = append(got, who)
			}
			for _, q := range plan.Questions {
				got = append(got, "ask: "+q.Token)
			}
			for _, s := range plan.Skipped {
				got = append(got, "skip: "+s.Why)
			}
			if strings.Join(got, "; ") != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// desk is a journal's Ana between two readings.
type desk struct {
	who  []calendar.Person
	made int
}

func (d *desk) ana() *calendar.Person { return &d.who[1] }

// read reads a calendar and carries the plan out; it returns what it says of Ana.
func (d *desk) read(t *testing.T, c *calendar.Calendar) string {
	t.Helper()
	plan := calendar.Read(c, d.who, now, notes.Locale{})
	if len(plan.Finds) == 0 {
		return ""
	}
	f := plan.Finds[0]
	kept := plan.Keep[ana]
	if f.Do != nil {
		if f.Do.Move == nil {
			d.made++
			d.ana().Planned = &notes.NoteHead{UID: fmt.Sprint("note", d.made), Kind: notes.PlannedNote}
		}
		p := d.ana().Planned
		p.Date, p.At, p.Zone = f.Do.To.Date, f.Do.To.At, f.Do.To.Zone
		kept = kept.Made(*f.Do, p.UID, notes.DateOf(now))
	}
	d.ana().Kept = calendar.ReadKept(kept.String())
	return f.Says
}

func (d *desk) reads(t *testing.T, c *calendar.Calendar, want string) {
	t.Helper()
	if got := d.read(t, c); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

const moved = "UID:w\nRECURRENCE-ID;TZID=Europe/Berlin:20261124T100000\nDTSTART;TZID=Europe/Berlin:20261126T153000\nDURATION:PT30M\nSUMMARY:Sync\n"

// TestReadingAgain holds that a calendar plans only the next one-on-one, moves it when the calendar does, and changes nothing that
// the manager changed.
func TestReadingAgain(t *testing.T) {
	first, next := ics(weekly+withAna), ics(weekly+withAna, moved+withAna)
	off := ics(weekly+withAna, moved+withAna+"\nSTATUS:CANCELLED")
	begin := func(t *testing.T) *desk {
		d := &desk{who: team()}
		d.reads(t, first, "Will be planned: tomorrow, 10:00")
		d.reads(t, first, "Stays: tomorrow, 10:00")
		return d
	}
	t.Run("moved in the calendar", func(t *testing.T) {
		d := begin(t)
		d.reads(t, next, "Moves to Thu 26 Nov, 15:30 (now tomorrow, 10:00)")
		d.reads(t, next, "Stays: Thu 26 Nov, 15:30")
		d.reads(t, first, "Moves to tomorrow, 10:00 (now Thu 26 Nov, 15:30)")
	})
	t.Run("moved by the manager", func(t *testing.T) {
		d := begin(t)
		d.ana().Planned.At = "11:00"
		d.reads(t, next, "Stays where you moved it: tomorrow, 11:00")
	})
	t.Run("called off in the calendar", func(t *testing.T) {
		d := begin(t)
		d.reads(t, off, "Moves to Tue 1 Dec, 10:00 (now tomorrow, 10:00)")
		d.reads(t, off, "Stays: Tue 1 Dec, 10:00")
	})
	t.Run("left out of the calendar", func(t *testing.T) {
		d := begin(t)
		d.reads(t, ics(weekly+withAna+"\nEXDATE;TZID=Europe/Berlin:20261124T100000"), "Moves to Tue 1 Dec, 10:00 (now tomorrow, 10:00)")
	})
	t.Run("deleted by the manager", func(t *testing.T) {
		d := begin(t)
		d.ana().Planned = nil
		d.reads(t, first, "Will be planned: Tue 1 Dec, 10:00")
		d.ana().Planned = nil
		d.reads(t, next, "Will be planned: Tue 8 Dec, 10:00")
	})
	t.Run("called off by the manager", func(t *testing.T) {
		d := begin(t)
		d.ana().Missed = []notes.Date{"2026-11-24"}
		d.ana().Planned.Date = "2026-12-01" // the note went on
		d.reads(t, next, "Stays: Tue 1 Dec, 10:00")
		d.reads(t, ics(weekly+withAna, strings.ReplaceAll(moved, "20261124T", "20261201T")+withAna),
			"Moves to Thu 26 Nov, 15:30 (now Tue 1 Dec, 10:00)")
	})
	t.Run("held", func(t *testing.T) {
		d := begin(t)
		d.ana().Planned, d.ana().Held = nil, "2026-11-23"
		d.reads(t, next, "Will be planned: Tue 1 Dec, 10:00")
	})
	t.Run("another calendar", func(t *testing.T) {
		d := begin(t)
		d.reads(t, ics(strings.ReplaceAll(weekly, "UID:w", "UID:v")+strings.ReplaceAll(withAna, "Lima, Ana", "Ana Lima")), "Stays: tomorrow, 10:00")
	})
	t.Run("planned by the manager", func(t *testing.T) {
		d := &desk{who: team()}
		d.ana().Planned = &notes.NoteHead{UID: "own", Kind: notes.PlannedNote, Date: "2026-11-27"}
		d.reads(t, first, "You planned Fri 27 Nov. The calendar says tomorrow, 10:00.")
		if d.ana().Planned.Date != "2026-11-27" {
			t.Error("it was moved")
		}
	})
	t.Run("planned by the manager on that day", func(t *testing.T) {
		d := &desk{who: team()}
		d.ana().Planned = &notes.NoteHead{UID: "own", Kind: notes.PlannedNote, Date: "2026-11-24"}
		d.reads(t, first, "Adds the time: tomorrow, 10:00")
		d.reads(t, next, "Moves to Thu 26 Nov, 15:30 (now tomorrow, 10:00)")
	})
}

// TestNextFromTheCalendar holds what plans the next one-on-one when one is over, before the calendar is read again.
func TestNextFromTheCalendar(t *testing.T) {
	d := &desk{who: team()}
	d.read(t, ics(weekly+withAna))
	next, ok := d.ana().Kept.Next("2026-11-24", "2026-11-24")
	if want := (calendar.Time{Date: "2026-12-01", At: "10:00"}); !ok || next != want {
		t.Errorf("%v, want %v", next, want)
	}
	if _, ok := d.ana().Kept.Next("2027-11-24", "2026-11-24"); ok {
		t.Error("what isn't known is none")
	}
}

// TestAnswersAreKept holds that who was asked about once isn't again.
func TestAnswersAreKept(t *testing.T) {
	zed := ics(weekly + "ORGANIZER;CN=Mia Kern:mailto:m@x.org\nATTENDEE;CN=Zed:mailto:z@x.org")
	who := team()
	who[2].Kept.Means = []string{"z@x.org"}
	if plan := calendar.Read(zed, who, now, notes.Locale{}); len(plan.Questions) != 0 || plan.Finds[0].Person != ben {
		t.Error(plan)
	}
	who = team()
	who[0].Kept.Nobody = []string{"z@x.org"}
	if plan := calendar.Read(zed, who, now, notes.Locale{}); len(plan.Questions) != 0 || len(plan.Finds) != 0 || len(plan.Skipped) != 1 {
		t.Error(plan)
	}
}

// TestOddTimes reads the ways in which programs say when.
func TestOddTimes(t *testing.T) {
	for _, c := range []struct{ name, event, want string }{
		{"Windows zone", "DTSTART;TZID=Eastern Standard Time:20261124T090000", "2026-11-24 09:00 America/New_York"},
		{"quoted zone", `DTSTART;TZID="W. Europe Standard Time":20261124T090000`, "2026-11-24 09:00 "},
		{"zone with a path", "DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Tokyo:20261124T090000", "2026-11-24 09:00 Asia/Tokyo"},
		{"floating", "DTSTART:20261124T090000", "2026-11-24 09:00 "},
		{"UTC", "DTSTART:20261124T090000Z", "2026-11-24 10:00 "},
		{"a whole day", "DTSTART;VALUE=DATE:20261124", "2026-11-24  "},
		{"folded", "DTSTART;TZID=Asia\r\n /Tokyo:2026\n\t1124T090000", "2026-11-24 09:00 Asia/Tokyo"},
		{"no such zone", "DTSTART;TZID=Mars:20261124T090000", "It's in a time zone that Handback doesn't know: Mars"},
		{"no such day", "DTSTART:20261324T090000", "Handback can't read its date."},
		{"no start", "DTEND:20261124T090000", "It doesn't say when it is."},
		{"too far off", "DTSTART:16010101T090000", "Its date is too far off."},
		{"hourly", "DTSTART:20261124T090000\nRRULE:FREQ=HOURLY", "It repeats several times a day."},
		{"no rule", "DTSTART:20261124T090000\nRRULE:FREQ=WEEKLY;BYDAY=XX", "Handback doesn't understand how it repeats."},
		{"every minute of an hour", "DTSTART:20251124T090000\nRRULE:FREQ=DAILY;BYMINUTE=" + minutes(), "It repeats too often to be a one-on-one."},
		{"no length", "DTSTART:20261124T090000\nDURATION:never", "Handback can't tell how long it is."},
	} {
		t.Run(c.name, func(t *testing.T) {
			plan := calendar.Read(ics("UID:a\nSUMMARY:1:1 Ana\n"+c.event), team(), now, notes.Locale{})
			got := ""
			if len(plan.Finds) == 1 {
				to := plan.Finds[0].Do.To
				got = fmt.Sprint(to.Date, " ", to.At, " ", to.Zone)
			} else if len(plan.Skipped) == 1 {
				got = plan.Skipped[0].Why
			}
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func minutes() string {
	s := "0"
	for i := 1; i < 60; i++ {
		s += fmt.Sprint(",", i)
	}
	return s
}

// TestEveryWindowsZoneIsKnown holds the table against the zones that there are.
func TestEveryWindowsZoneIsKnown(t *testing.T) {
	for _, name := range calendar.WindowsZones() {
		t.Run(name, func(t *testing.T) {
			c := ics("UID:a\nSUMMARY:1:1 Ana\nDTSTART;TZID=" + name + ":20261124T120000")
			if len(c.Skipped) != 0 {
				t.Error(c.Skipped)
			}
		})
	}
}

func TestCancelledByMethod(t *testing.T) {
	c := ics(weekly + withAna)
	if err := c.Add([]byte("BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:w\nSEQUENCE:1\n" +
		"RECURRENCE-ID:20261124T090000Z\nEND:VEVENT\nEND:VCALENDAR")); err != nil {
		t.Fatal(err)
	}
	d := &desk{who: team()}
	d.reads(t, c, "Will be planned: Tue 1 Dec, 10:00")
}

func TestWhatIsNoCalendar(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "text": "Hello", "a page": "<html>", "a card": "BEGIN:VCARD\nEND:VCARD", "deep": strings.Repeat("BEGIN:VCALENDAR\n", 40),
	} {
		t.Run(name, func(t *testing.T) {
			err := (&calendar.Calendar{}).Add([]byte(text))
			if err == nil || calendar.Say(err) == "" {
				t.Error(err)
			}
		})
	}
}
