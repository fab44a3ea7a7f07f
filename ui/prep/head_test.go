package prep

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/widgets"
)

func TestStart(t *testing.T) {
	h := team(t)
	prepOf(t, h, "Ana")
	press(h, "start")
	if !slices.Equal(h.Ran, []string{"meeting.start"}) {
		t.Errorf("ran %q", h.Ran)
	}
}

func TestMoveIt(t *testing.T) {
	h := team(t)
	p := prepOf(t, h, "Ana")
	before := planned(t, h, p.who)
	h.Tap("date")
	h.Tap(startsWith(t, h, "menu/Reschedule"))
	day := h.Find("schedule/day").(*widgets.Entry)
	if day.Text != "3 Dec 2026" {
		t.Errorf("the day is %q", day.Text)
	}
	day.SetText("soon")
	h.Tap("dialog/confirm")
	if h.Find("schedule/day") == nil || planned(t, h, p.who).Date != before.Date {
		t.Fatal("a day that is none was taken")
	}
	day.SetText("2026-11-01")
	h.Tap("dialog/confirm")
	if planned(t, h, p.who).Date != before.Date {
		t.Fatal("a day that is past was taken")
	}
	day.SetText("2026-12-11")
	h.Find("schedule/time").(*widgets.Entry).SetText("9.15")
	h.Tap("dialog/confirm")
	after := planned(t, h, p.who)
	if after.ID != before.ID || after.Date != "2026-12-11" || after.At != "09:15" {
		t.Errorf("%+v", after.NoteHead)
	}
	if h.Find("schedule/day") != nil || p.brief.Meeting.When != "Fri 11 Dec 9:15" {
		t.Errorf("the head says %q", p.brief.Meeting.When)
	}
	quiet(t, h)
}

func TestNotHeld(t *testing.T) {
	h := team(t)
	p := prepOf(t, h, "Ana")
	before := planned(t, h, p.who)
	h.Tap("date")
	h.Tap(startsWith(t, h, "menu/Skip: Ana"))
	after := planned(t, h, p.who)
	if after.ID != before.ID || after.Date <= before.Date {
		t.Errorf("%+v", after.NoteHead)
	}
	heads, err := h.J.NotesOf(p.who, 0)
	if err != nil {
		t.Fatal(err)
	}
	missed := slices.IndexFunc(heads, func(n notes.NoteHead) bool {
		return n.Kind == notes.MissedNote && n.Date == before.Date && n.CalledOff == "them"
	})
	if missed < 0 {
		t.Error("no record says who called it off")
	}
	quiet(t, h)
}

func TestPickADate(t *testing.T) {
	h := team(t)
	p := blank(t, h)
	h.Tap("pick")
	h.Fill("schedule/day", "Fri")
	h.Press(fyne.KeyReturn)
	if n := planned(t, h, p.who); n.Date != "2026-12-04" || n.At != "" {
		t.Errorf("%+v", n.NoteHead)
	}
	if p.brief.Meeting.When != "Fri 4 Dec" || h.Find("date") == nil {
		t.Errorf("the head says %q", p.brief.Meeting.When)
	}
	quiet(t, h)
}
