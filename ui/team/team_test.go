package team_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/storage"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/team"
)

// bench is the screen over a journal of its own with Ana and Ben, on Monday 23 November 2026.
type bench struct {
	*roomtest.Host
	t        *testing.T
	ana, ben notes.PersonID
}

func open(t *testing.T) *bench {
	t.Helper()
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	j, err := storage.Open(filepath.Join(t.TempDir(), "journal.db"), storage.Options{Now: func() time.Time { return now }, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := j.Close(); err != nil {
			t.Error(err)
		}
	})
	b := &bench{Host: roomtest.New(t, j), t: t}
	ids := b.apply(
		notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere, Since: "2026-01-05", Order: 1},
		notes.Person{Kind: notes.KindReport, Name: "Ben Kofi", State: notes.StateHere, Since: "2026-01-05", Order: 2},
	).IDs
	b.ana, b.ben = notes.PersonID(ids[0]), notes.PersonID(ids[1])
	return b
}

func (b *bench) apply(rows ...notes.Row) notes.Applied {
	b.t.Helper()
	applied, err := b.J.Apply(notes.Change{Rows: rows})
	if err != nil {
		b.t.Fatal(err)
	}
	return applied
}

func (b *bench) enter() {
	b.t.Helper()
	place := room.Place{Screen: room.Team}
	b.Enter(team.New(b, place), place)
}

func (b *bench) company() []notes.CompanyGoal {
	b.t.Helper()
	goals, err := b.J.CompanyGoals()
	if err != nil {
		b.t.Fatal(err)
	}
	return goals
}

func (b *bench) undo() {
	b.t.Helper()
	if _, err := b.Apply(b.Undo, ""); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) menu(key, line string) {
	b.t.Helper()
	b.Tap(key)
	b.Tap("menu/" + line)
}

func goalKey(c notes.CompanyGoal, part string) string { return fmt.Sprintf("team/%d/%s", c.ID, part) }

func TestTheFirstCompanyGoalIsWrittenDown(t *testing.T) {
	b := open(t)
	b.enter()
	b.Sees("Which goals and policies")
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
	b.Sees("What we are here for", "Calmer releases", "leads", "no goal hangs on it", "talked through with")
	b.Tap("team/add")
	b.Type("company/title", "calmer  releases")
	b.Tap("dialog/confirm")
	b.Sees("There is a company goal of this title already")
}

func TestATapShowsWhatHangsOnIt(t *testing.T) {
	b := open(t)
	id := notes.CompanyGoalID(b.apply(notes.CompanyGoal{Title: "Calmer releases", Why: "Fewer calls.", Order: 1}).IDs[0])
	goal := notes.GoalID(b.apply(notes.Goal{Person: b.ana, Title: "Lead platform", Company: id, State: notes.GoalOpen}).IDs[0])
	b.enter()
	b.Sees("1 goal hangs on it")
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
	b.apply(notes.CompanyGoal{Title: "Calmer releases", Order: 1})
	b.enter()
	c := b.company()[0]
	b.Tap(goalKey(c, fmt.Sprintf("talk/%d", b.ben)))
	b.Sees("Calmer releases: talked through with Ben")
	for day, says := range map[string]string{"": "Say on which day", "31 Feb": "There is no such day", "24 Nov 2026": "still to come"} {
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
	b.undo()
	if talks := b.company()[0].Talks; len(talks) != 0 {
		t.Errorf("undone: %+v", talks)
	}
}

func TestACompanyGoalIsEditedClosedAndDeleted(t *testing.T) {
	b := open(t)
	b.apply(notes.CompanyGoal{Title: "Calmer releases", Order: 1}, notes.CompanyGoal{Title: "One sign-in", Order: 2})
	b.enter()
	c := b.company()[0]
	b.menu(goalKey(c, "more"), "Edit …")
	b.Fill("company/title", "Calm releases")
	b.Tap("dialog/confirm")
	b.Sees("Calm releases")
	b.menu(goalKey(c, "more"), "Close it")
	b.SeesNot("Calm releases")
	b.Sees("Closed", "1 goal, the last on 23 Nov")
	b.Tap("team/closed")
	b.menu(goalKey(c, "closed"), "It holds again")
	b.Sees("Calm releases")
	b.menu(goalKey(c, "more"), "Delete")
	if got := b.company(); len(got) != 1 {
		t.Errorf("deleted: %+v", got)
	}
	b.undo()
	if got := b.company(); len(got) != 2 {
		t.Errorf("undone: %+v", got)
	}
}
