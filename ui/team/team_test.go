package team_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/team"
)

// bench is the screen over a journal of its own with Ana and Ben, on Monday 23 November 2026.
type bench struct {
	*roomtest.Host
	ana, ben notes.PersonID
}

func open(t *testing.T) *bench {
	t.Helper()
	b := openEmpty(t)
	b.ana, b.ben = roomtest.Person(t, b.J, "Ana Ruiz"), roomtest.Person(t, b.J, "Ben Kofi")
	return b
}

// openEmpty is a bench without reports.
func openEmpty(t *testing.T) *bench {
	t.Helper()
	h := roomtest.Open(t)
	return &bench{Host: h}
}

func (b *bench) enter() {
	b.T.Helper()
	place := room.Place{Screen: room.Team}
	b.Enter(team.New(b, place), place)
}

func (b *bench) company() []notes.CompanyGoal {
	b.T.Helper()
	goals, err := b.J.CompanyGoals()
	if err != nil {
		b.T.Fatal(err)
	}
	return goals
}

func goalKey(c notes.CompanyGoal, part string) string { return fmt.Sprintf("team/%d/%s", c.ID, part) }

func TestTheFirstCompanyGoalIsWrittenDown(t *testing.T) {
	b := open(t)
	b.enter()
	b.Sees("What are you all working towards")
	b.Tap("team/first")
	b.Tap("dialog/confirm")
	b.Sees("Give it a title")
	b.Type("company/title", "Calmer releases")
	b.Type("company/why", "Nobody releases on a Friday.")
	b.Focus("company/leader")
	b.Press(fyne.KeyDown)
	b.Press(fyne.KeyDown)
	b.Tap("dialog/confirm")
	got := b.company()
	if len(got) != 1 || got[0].Title != "Calmer releases" || got[0].Why != "Nobody releases on a Friday." || got[0].Leader == 0 {
		t.Fatalf("written: %+v; shown: %v", got, b.Shown)
	}
	b.Sees("What we're here for", "Calmer releases", "leads", "no goals linked", "talked through with")
	b.Tap("team/add")
	b.Type("company/title", "calmer  releases")
	b.Tap("dialog/confirm")
	b.Sees("Another company goal already has this title")
}

func TestATapShowsWhatHangsOnIt(t *testing.T) {
	b := open(t)
	id := notes.CompanyGoalID(roomtest.Do(b.T, b.J, notes.CompanyGoal{Title: "Calmer releases", Why: "Fewer calls.", Order: 1})[0])
	goal := notes.GoalID(roomtest.Do(b.T, b.J, notes.Goal{Person: b.ana, Title: "Lead platform", Company: id, State: notes.GoalOpen})[0])
	b.enter()
	b.Sees("1 goal linked")
	b.SeesNot("Lead platform", "Fewer calls.")
	c := b.company()[0]
	b.Tap(goalKey(c, "line"))
	b.Sees("Lead platform", "Fewer calls.")
	b.Tap(goalKey(c, fmt.Sprintf("goal/%d", goal)))
	if len(b.Places) != 1 || b.Places[0] != (room.Place{Screen: room.Growth, Person: b.ana, Goal: goal}) {
		t.Errorf("went to %+v", b.Places)
	}
	b.Tap(goalKey(c, "line"))
	b.SeesNot("Lead platform")
}

func TestATapOnAPersonRecordsATalk(t *testing.T) {
	b := open(t)
	roomtest.Do(b.T, b.J, notes.CompanyGoal{Title: "Calmer releases", Order: 1})
	b.enter()
	c := b.company()[0]
	b.Tap(goalKey(c, fmt.Sprintf("talk/%d", b.ben)))
	b.Sees("Talked it through with Ben: Calmer releases")
	for day, says := range map[string]string{"": "Enter the day", "31 Feb": "That isn't a date", "24 Nov 2026": "is in the future"} {
		b.Fill("talk/day", day)
		b.Tap("dialog/confirm")
		b.Sees(says)
	}
	b.Fill("talk/day", "17 Nov")
	b.Type("talk/words", "We stop shipping on Fridays.")
	b.Press(fyne.KeyReturn)
	talks := b.company()[0].Talks
	want := notes.CompanyTalk{Company: c.ID, Person: b.ben, On: "2026-11-17", Words: "We stop shipping on Fridays."}
	if len(talks) != 1 || talks[0] != want {
		t.Fatalf("recorded: %+v; shown: %v", talks, b.Shown)
	}
	b.Tap(goalKey(c, "line"))
	b.Sees("Talked through with Ben on 17 Nov: “We stop shipping on Fridays.”")
	b.TakeBack()
	if talks := b.company()[0].Talks; len(talks) != 0 {
		t.Errorf("undone: %+v", talks)
	}
}

func TestACompanyGoalIsEditedClosedAndDeleted(t *testing.T) {
	b := open(t)
	roomtest.Do(b.T, b.J, notes.CompanyGoal{Title: "Calmer releases", Order: 1}, notes.CompanyGoal{Title: "One sign-in", Order: 2})
	b.enter()
	c := b.company()[0]
	b.Choose(goalKey(c, "more"), "Edit …")
	b.Fill("company/title", "Calm releases")
	b.Tap("dialog/confirm")
	b.Sees("Calm releases")
	b.Choose(goalKey(c, "more"), "Close the goal")
	b.SeesNot("Calm releases")
	b.Sees("Closed", "1 goal, on 23 Nov")
	b.Tap("team/closed")
	b.Choose(goalKey(c, "closed"), "Reopen the goal")
	b.Sees("Calm releases")
	b.Choose(goalKey(c, "more"), "Delete")
	if got := b.company(); len(got) != 1 {
		t.Errorf("deleted: %+v", got)
	}
	b.TakeBack()
	if got := b.company(); len(got) != 2 {
		t.Errorf("undone: %+v", got)
	}
}
