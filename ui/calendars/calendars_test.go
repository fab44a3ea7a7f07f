package calendars_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/calendar"
	"handback/ui/calendars"
	"handback/ui/roomtest"
)

// bench is a journal with Ana and Ben, and a folder with a calendar.
type bench struct {
	*roomtest.Host
	folder   string
	ana, ben notes.PersonID
}

func open(t *testing.T) *bench {
	t.Helper()
	h := roomtest.Open(t)
	return &bench{h, t.TempDir(), roomtest.Person(t, h.J, "Ana Lima"), roomtest.Person(t, h.J, "Ben Okoro")}
}

func (b *bench) file(name, text string) string {
	b.T.Helper()
	path := filepath.Join(b.folder, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.T.Fatal(err)
	}
	return path
}

// planned is when somebody's next one-on-one is, "" where none is planned.
func (b *bench) planned(id notes.PersonID) string {
	n, err := b.J.PlannedNote(id)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(n.Date) + " " + n.At)
}

func (b *bench) holds(id notes.PersonID, want string) {
	b.T.Helper()
	if got := b.planned(id); got != want {
		b.T.Errorf("planned for %q, want %q", got, want)
	}
}

func event(lines string) string {
	return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTAMP:20261101T000000Z\r\nRRULE:FREQ=WEEKLY\r\nDURATION:PT30M\r\n" +
		lines + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
}

var (
	withAna = event("UID:a\r\nDTSTART:20261103T140000Z\r\nSUMMARY:1:1\r\nATTENDEE;CN=Ana Lima:mailto:ana@x.org")
	withBen = event("UID:b\r\nDTSTART:20261105T090000Z\r\nSUMMARY:1:1 bo\r\nATTENDEE:mailto:bo@x.org")
	team    = event("UID:t\r\nDTSTART:20261105T100000Z\r\nSUMMARY:Weekly\r\nATTENDEE;CN=Ana Lima:mailto:ana@x.org\r\n" +
		"ATTENDEE;CN=Ben Okoro:mailto:bo@x.org")
)

// TestAFolderIsReadAskedAboutAndTaken goes the whole way: what was found, whom it means, what is skipped; then it is read again.
func TestAFolderIsReadAskedAboutAndTaken(t *testing.T) {
	b := open(t)
	b.file("a.ics", withAna)
	b.file("b.ICS", withBen)
	b.file("t.ics", team)
	b.file("readme.txt", "no calendar")
	calendars.Read(b.Host, b.folder, true)
	b.Sees("Ana Lima", "Will be planned: tomorrow, 14:00", "bo@x.org", "1 meeting skipped", "It's with several people: Ana, Ben")
	b.holds(b.ana, "")
	b.Choose("calendar.who.0", "Ben Okoro")
	b.Tap("dialog/confirm")
	b.Pass(0)
	b.Sees("Will be planned: Thu 26 Nov, 9:00")
	b.SeesNot("Who is this?")
	b.Tap("dialog/confirm")
	b.holds(b.ana, "2026-11-24 14:00")
	b.holds(b.ben, "2026-11-26 09:00")
	if got := b.Said[len(b.Said)-1]; got != "2 one-on-ones added from your calendar" {
		t.Errorf("%q names somebody, or says something else", got)
	}
	if path, err := b.J.Setting(calendar.KeyPath); err != nil || path != b.folder {
		t.Error(path, err)
	}

	b.file("a.ics", strings.ReplaceAll(withAna, "T14", "T15"))
	b.quietly()
	b.holds(b.ana, "2026-11-24 15:00")
	b.TakeBack()
	b.holds(b.ana, "2026-11-24 14:00")
	b.quietly()
	b.holds(b.ana, "2026-11-24 14:00")
}

func (b *bench) quietly() {
	b.T.Helper()
	calendars.Quietly(b.Host, b.folder, func(err error) {
		if err != nil {
			b.T.Error(err)
		}
	})
}

// TestWhatWasTakenBackStaysSo holds that undo is an answer too.
func TestWhatWasTakenBackStaysSo(t *testing.T) {
	b := open(t)
	b.file("a.ics", withAna)
	b.quietly()
	b.holds(b.ana, "2026-11-24 14:00")
	b.TakeBack()
	b.holds(b.ana, "")
	b.quietly()
	b.holds(b.ana, "2026-12-01 14:00")
}

// TestAPlannedOneIsMovedOnlyWhereThatIsTicked holds that a day that the manager chose is theirs.
func TestAPlannedOneIsMovedOnlyWhereThatIsTicked(t *testing.T) {
	for _, c := range []struct {
		name, want string
		tick       bool
	}{{"left alone", "2026-11-27", false}, {"ticked", "2026-11-24 14:00", true}} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t)
			roomtest.Do(t, b.J, notes.NewNote{Person: b.ana, Kind: notes.PlannedNote, Date: "2026-11-27"})
			calendars.Read(b.Host, b.file("a.ics", withAna), false)
			b.Sees("You planned Fri 27 Nov. The calendar says tomorrow, 14:00.")
			if c.tick {
				b.Tap("calendar.move.0")
			}
			b.Tap("dialog/confirm")
			b.holds(b.ana, c.want)
			b.quietly()
			b.holds(b.ana, c.want)
		})
	}
}

func TestWhatCantBeReadIsSaid(t *testing.T) {
	for _, c := range []struct {
		name, want string
		path       func(b *bench) string
	}{
		{"nothing there", "There's nothing there. Check the path, or choose it again.", func(b *bench) string {
			return filepath.Join(b.folder, "none.ics")
		}},
		{"no calendar", "That file isn't a calendar. Choose one that ends in .ics.", func(b *bench) string { return b.file("a.ics", "Hello") }},
		{"an empty folder", "There are no calendar files in that folder. They end in .ics.", func(b *bench) string { return b.folder }},
		{"too big", "This calendar is too big to read.", func(b *bench) string {
			path := b.file("a.ics", "")
			if err := os.Truncate(path, calendar.MaxFile+1); err != nil {
				b.T.Fatal(err)
			}
			return path
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t)
			calendars.Read(b.Host, c.path(b), true)
			if len(b.Shown) != 1 || !strings.Contains(b.Shown[0].Error(), c.want) {
				t.Errorf("%v, want %q", b.Shown, c.want)
			}
			if path, err := b.J.Setting(calendar.KeyPath); err != nil || path != "" {
				t.Errorf("%q is read again, %v", path, err)
			}
		})
	}
}

func TestCancelLeavesNothing(t *testing.T) {
	b := open(t)
	b.file("a.ics", withAna)
	b.Hold = true
	calendars.Read(b.Host, b.folder, true)
	b.SeesNot("Reading your calendar")
	b.Pass(time.Second)
	b.Sees("Reading your calendar")
	b.Press(fyne.KeyEscape)
	b.Answer(0)
	b.SeesNot("One-on-ones in your calendar", "Reading your calendar")
	if path, err := b.J.Setting(calendar.KeyPath); err != nil || path != "" || len(b.Shown) != 0 {
		t.Error(path, err, b.Shown)
	}
	b.holds(b.ana, "")
}

func TestTheNextOneIsTheCalendars(t *testing.T) {
	b := open(t)
	b.file("a.ics", withAna)
	b.quietly()
	c, ok := calendars.PlanNext(b.Host, nil, b.Person(b.ana), "2026-11-24")
	want := notes.NewNote{Person: b.ana, Kind: notes.PlannedNote, Date: "2026-12-01", At: "14:00"}
	if !ok || len(c.Rows) != 1 || c.Rows[0] != want {
		t.Error(c)
	}
	if _, ok := calendars.PlanNext(b.Host, nil, b.Person(b.ben), "2026-11-24"); ok {
		t.Error("no calendar has it")
	}
}

func TestAFileForTheCalendar(t *testing.T) {
	for _, named := range []bool{false, true} {
		t.Run(map[bool]string{false: "names nobody", true: "names them"}[named], func(t *testing.T) {
			b := open(t)
			roomtest.Do(t, b.J, notes.NewNote{Person: b.ana, Kind: notes.PlannedNote, Date: "2026-11-27", At: "10:00", Body: "private: she is ill"})
			path := filepath.Join(b.folder, "mine")
			calendars.Save(b.Host, 0)
			b.Fill("calendar.save.where", path)
			if named {
				b.Tap("calendar.save.names")
			}
			b.Tap("dialog/confirm")
			data, err := os.ReadFile(path + ".ics")
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(data), "Ana") != named || strings.Contains(string(data), "ill") {
				t.Errorf("%s", data)
			}
			calendars.Save(b.Host, b.ana)
			b.Fill("calendar.save.where", path)
			b.Tap("dialog/confirm")
			b.Sees("Replace file")
		})
	}
}
