package schedule

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/calendar"
	"handback/ui/roomtest"
)

// host has a journal with Ana, whose one-on-one every two weeks is planned for Friday 4 December 2026 at 10:00.
func host(t *testing.T) (*roomtest.Host, notes.Person) {
	t.Helper()
	h := roomtest.Open(t, roomtest.At(time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)))
	ana := notes.Person{Name: "Ana", Kind: notes.KindReport, State: notes.StateHere, Since: "2026-01-01", Rhythm: notes.Rhythm{
		Every: 2, Unit: notes.Weeks, Fixed: true, Weekday: time.Friday, At: "10:00",
	}}
	done, err := h.J.Apply(notes.Change{Rows: []notes.Row{ana}})
	if err != nil {
		t.Fatal(err)
	}
	ana = h.Person(notes.PersonID(done.IDs[0]))
	plan, err := brief.PlanOneOnOne(ana, "2026-12-04", "10:00", h.Now())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.J.Apply(plan); err != nil {
		t.Fatal(err)
	}
	return h, ana
}

const written = "topic: the offsite\n- [x] todo: slides\ntodo Ana: book it by Mon\nidea: drop the mail (trying)\nPlain words stay."

// write puts text on the planned note.
func write(t *testing.T, h *roomtest.Host, who notes.PersonID, body string) notes.Note {
	t.Helper()
	n := planned(t, h, who)
	if _, err := h.J.SaveBody(n.ID, n.Rev, body); err != nil {
		t.Fatal(err)
	}
	return planned(t, h, who)
}

func planned(t *testing.T, h *roomtest.Host, who notes.PersonID) notes.Note {
	t.Helper()
	n, err := h.J.PlannedNote(who)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func move(t *testing.T, h *roomtest.Host, ana notes.Person, day string) {
	t.Helper()
	Move(h, ana, planned(t, h, ana.ID).NoteHead)
	h.Fill("schedule/day", day)
	h.Tap("dialog/confirm")
	for _, err := range h.Shown {
		t.Fatal(err)
	}
}

// said is what is filed from a note: text, date, state and its date.
func said(t *testing.T, h *roomtest.Host, id notes.NoteID) string {
	t.Helper()
	filed, err := h.J.FiledFrom(id)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range filed {
		b.WriteString(f.Text + "|" + string(f.Due) + "|" + string(f.State) + "|" + string(f.StateDate) + "\n")
	}
	return b.String()
}

func TestAOneOnOneThatMovesTwiceAndIsHeldLateLosesNothing(t *testing.T) {
	h, ana := host(t)
	note := write(t, h, ana.ID, written)
	want := said(t, h, note.ID)
	if !strings.Contains(want, "book it|2026-12-07|") || !strings.Contains(want, "slides||done|2026-12-04") {
		t.Fatalf("before: %s", want)
	}
	move(t, h, ana, "Thu 10 Dec")
	move(t, h, ana, "9 Dec")
	h.Clock = time.Date(2026, 12, 10, 16, 0, 0, 0, time.UTC) // a day late
	late := planned(t, h, ana.ID)
	redated, err := redate(h, late.ID, h.Today())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.Apply(brief.StartOneOnOne(&late.NoteHead, ana, "", h.Now(), redated.Edits), ""); err != nil {
		t.Fatal(err)
	}
	held, err := h.J.Note(note.ID)
	if err != nil {
		t.Fatal(err)
	}
	if held.Kind != notes.HeldNote || held.Date != "2026-12-10" || held.UID != note.UID {
		t.Errorf("%+v", held.NoteHead)
	}
	if got := said(t, h, note.ID); got != want {
		t.Errorf("filed from it before:\n%safter:\n%s", want, got)
	}
	if !strings.HasSuffix(held.Body, "\nPlain words stay.") || !strings.HasPrefix(held.Body, "topic: the offsite\n") {
		t.Errorf("the text is now %q", held.Body)
	}
	if next, _ := ana.NextOneOnOne(held.Date, h.Today()); next != "2026-12-25" {
		t.Errorf("the next is on %s, no Friday of the rhythm", next)
	}
}

func TestAOneOnOneThatIsNotHeldLosesNothing(t *testing.T) {
	h, ana := host(t)
	note := write(t, h, ana.ID, written)
	want := said(t, h, note.ID)
	for _, calledOff := range []string{"them", "me"} {
		NotHeld(h, ana, planned(t, h, ana.ID).NoteHead, calledOff)
	}
	after := planned(t, h, ana.ID)
	if after.ID != note.ID || after.Date != "2027-01-01" || after.At != "10:00" {
		t.Errorf("%+v", after.NoteHead)
	}
	if got := said(t, h, note.ID); got != want {
		t.Errorf("filed from it before:\n%safter:\n%s", want, got)
	}
	heads, err := h.J.NotesOf(ana.ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	records := ""
	for _, n := range heads {
		if n.Kind == notes.MissedNote {
			records += string(n.Date) + " " + n.CalledOff + ";"
		}
	}
	if records != "2026-12-18 me;2026-12-04 them;" {
		t.Errorf("the records are %s", records)
	}
	if _, err := h.Apply(h.Undo, ""); err != nil || planned(t, h, ana.ID).Date != "2026-12-18" {
		t.Errorf("undo: %v, %s", err, planned(t, h, ana.ID).Date)
	}
}

func TestTypingHoldsIt(t *testing.T) {
	h, ana := host(t)
	note := write(t, h, ana.ID, written)
	if _, ok := brief.TypingStarts(note.NoteHead, h.Now()); ok {
		t.Error("three days before")
	}
	h.Clock = time.Date(2026, 12, 5, 9, 0, 0, 0, time.UTC) // written up the day after
	c, ok := brief.TypingStarts(note.NoteHead, h.Now())
	if !ok {
		t.Fatal("the day after nothing starts")
	}
	if _, err := h.Apply(c, ""); err != nil {
		t.Fatal(err)
	}
	held, err := h.J.Note(note.ID)
	if err != nil || held.Kind != notes.HeldNote || held.Date != "2026-12-04" || held.Body != note.Body {
		t.Errorf("%+v, %v", held, err)
	}
}

func TestWhatIsNoDayIsSaidAtTheField(t *testing.T) {
	h, ana := host(t)
	Move(h, ana, planned(t, h, ana.ID).NoteHead)
	for _, c := range []struct{ day, at, says string }{
		{"31 Feb", "", "That isn't a date. Try"},
		{"", "", "That isn't a date. Try"},
		{"2026-11-30", "", "That day is in the past."},
		{"Mon", "25:00", "That isn't a time."},
	} {
		h.Fill("schedule/day", c.day)
		h.Fill("schedule/time", c.at)
		h.Tap("dialog/confirm")
		h.Sees(c.says)
	}
	if planned(t, h, ana.ID).Date != "2026-12-04" {
		t.Error("it was moved")
	}
}

// TestAOneOnOneIsSavedForACalendarWhenItIsPlanned ticks it once: the file is offered then, and the tick is there the next time.
func TestAOneOnOneIsSavedForACalendarWhenItIsPlanned(t *testing.T) {
	h, ana := host(t)
	move(t, h, ana, "Thu 10 Dec")
	h.Pass(0)
	h.SeesNot("Save for your calendar")
	Move(h, ana, planned(t, h, ana.ID).NoteHead)
	h.Fill("schedule/day", "Fri 11 Dec")
	h.Tap("schedule/file")
	h.Tap("dialog/confirm")
	h.Pass(0)
	h.Sees("Save for your calendar", "1 planned one-on-one")
	path := filepath.Join(t.TempDir(), "one.ics")
	h.Fill("calendar.save.where", path)
	h.Tap("dialog/confirm")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "DTSTART:20261211T100000Z") || strings.Contains(string(text), "Ana") {
		t.Errorf("%s", text)
	}
	Move(h, ana, planned(t, h, ana.ID).NoteHead)
	h.Fill("schedule/day", "Mon 14 Dec")
	h.Tap("dialog/confirm")
	h.Pass(0)
	h.Sees("Save for your calendar")
}

// TestWhatTheCalendarKnowsIsSaid holds that a day from a calendar that was read isn't offered to that calendar again.
func TestWhatTheCalendarKnowsIsSaid(t *testing.T) {
	h, ana := host(t)
	note := planned(t, h, ana.ID)
	kept := calendar.Kept{Coming: []calendar.Time{{Date: "2026-12-17", At: "15:00"}}}
	if _, err := h.J.Apply(notes.Change{Rows: []notes.Row{
		notes.Delete{Kind: notes.KindNote, ID: int64(note.ID)}, notes.PutSetting{Key: calendar.Key(ana), Value: kept.String()},
	}}); err != nil {
		t.Fatal(err)
	}
	Pick(h, ana, "2026-11-20")
	h.Sees("That's the time in your calendar.")
	h.SeesNot("Save it for my calendar too")
	h.Tap("dialog/confirm")
	h.Pass(0)
	h.SeesNot("Save for your calendar")
	if n := planned(t, h, ana.ID); n.Date != "2026-12-17" || n.At != "15:00" {
		t.Errorf("it is planned for %s %s", n.Date, n.At)
	}
}
