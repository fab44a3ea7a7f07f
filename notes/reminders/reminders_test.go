package reminders_test

import (
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/notes/reminders"
)

// at is a time of the Tuesday of these tests.
func at(clock string) time.Time {
	t, err := time.Parse("2006-01-02 15:04:05", "2025-12-02 "+clock)
	if err != nil {
		panic(err)
	}
	return t
}

func planned(id notes.NoteID, clock string) notes.RosterLine {
	return notes.RosterLine{
		Person:  notes.Person{ID: notes.PersonID(id), Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere},
		Planned: &notes.NoteHead{ID: id, Person: notes.PersonID(id), Kind: notes.PlannedNote, Date: "2025-12-02", At: clock, Title: "Rollout"},
	}
}

func TestOneIsRemindedOnceOfEachMeeting(t *testing.T) {
	roster := []notes.RosterLine{planned(1, "10:00"), planned(2, "11:00"), planned(3, "")}
	w := reminders.Wants{Before: 10, Morning: true}
	told, all := "", []string{}
	for now := at("05:00:00"); now.Before(at("20:00:00")); now = now.Add(20 * time.Second) {
		var say string
		if say, told = reminders.Due(reminders.Of(roster, now), now, w, told); say != "" {
			all = append(all, now.Format("15:04")+" "+say)
		}
	}
	want := "07:00 You have 3 one-on-ones today.|09:50 A one-on-one starts in 10 minutes.|10:50 A one-on-one starts in 10 minutes."
	if got := strings.Join(all, "|"); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if joined := strings.Join(all, " "); strings.Contains(joined, "Ana") || strings.Contains(joined, "Rollout") {
		t.Error(joined)
	}
}

func TestASleepIsSurvived(t *testing.T) {
	roster := []notes.RosterLine{planned(1, "10:00")}
	w := reminders.Wants{Before: 10, Morning: true}
	for _, c := range []struct{ wakes, says string }{
		{"09:57:00", "A one-on-one starts in 3 minutes."},
		{"09:59:45", "A one-on-one is about to start."},
		{"10:00:00", ""}, // it has begun, and nothing is left of the morning
		{"13:00:00", ""},
		{"08:30:00", "You have 1 one-on-one today."},
		{"06:59:00", ""},
	} {
		if say, _ := reminders.Due(reminders.Of(roster, at(c.wakes)), at(c.wakes), w, ""); say != c.says {
			t.Errorf("at %s: %q, want %q", c.wakes, say, c.says)
		}
	}
}

func TestAReminderStandsForTheMorning(t *testing.T) {
	w, now := reminders.Wants{Before: 10, Morning: true}, at("09:55:00")
	all := reminders.Of([]notes.RosterLine{planned(1, "10:00"), planned(2, "15:00")}, now)
	_, told := reminders.Due(all, now, w, "")
	if say, _ := reminders.Due(all, now.Add(time.Minute), w, told); say != "" {
		t.Error("and then", say)
	}
}

func TestAMovedMeetingIsAnother(t *testing.T) {
	w := reminders.Wants{Before: 5}
	now := at("09:56:00")
	say, told := reminders.Due(reminders.Of([]notes.RosterLine{planned(1, "10:00")}, now), now, w, "")
	if say == "" {
		t.Fatal("nothing was said")
	}
	if say, _ := reminders.Due(reminders.Of([]notes.RosterLine{planned(1, "10:00")}, now), now, w, told); say != "" {
		t.Error("said twice:", say)
	}
	now = at("14:56:00")
	if say, _ := reminders.Due(reminders.Of([]notes.RosterLine{planned(1, "15:00")}, now), now, w, told); say == "" {
		t.Error("nothing is said of the new time")
	}
}

func TestWhoIsAwayIsNoReminder(t *testing.T) {
	away, left := planned(1, "10:00"), planned(2, "10:00")
	away.Person.State, left.Person.State = notes.StateAway, notes.StateLeft
	if all := reminders.Of([]notes.RosterLine{away, left}, at("09:00:00")); len(all) != 0 {
		t.Error(all)
	}
}

// TestNothingIsDueBeforeNext holds Next against Due, minute by minute.
func TestNothingIsDueBeforeNext(t *testing.T) {
	roster := []notes.RosterLine{planned(1, "07:04"), planned(2, "11:00"), planned(3, "10:58")}
	for _, w := range []reminders.Wants{{Before: 10}, {Morning: true}, {Before: 30, Morning: true}, {}} {
		for now := at("00:00:30"); now.Before(at("23:00:00")); now = now.Add(time.Minute) {
			all := reminders.Of(roster, now)
			_, told := reminders.Due(all, now, w, "")
			_, told = reminders.Due(all, now, w, told)
			before := now.Add(reminders.Next(all, now, w) - time.Second)
			if before.Before(now) {
				t.Fatalf("%v at %s: again at once", w, now)
			}
			if say, _ := reminders.Due(reminders.Of(roster, before), before, w, told); say != "" {
				t.Fatalf("%v: looked at %s, and missed %q at %s", w, now, say, before)
			}
		}
	}
}

func TestWantsAreReadAsTheyWereWritten(t *testing.T) {
	for _, w := range []reminders.Wants{{}, {Before: 15}, {Morning: true}, {Before: 2, Morning: true}} {
		if got := reminders.Read(w.String()); got != w {
			t.Errorf("%+v became %+v", w, got)
		}
	}
	if got := reminders.Read("7 -3 evening"); got.Any() {
		t.Errorf("%+v", got)
	}
}
