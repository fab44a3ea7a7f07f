package brief

import (
	"testing"
	"time"

	"handback/notes"
)

func TestToday(t *testing.T) {
	now := time.Date(2026, 12, 2, 9, 0, 0, 0, time.UTC)
	person := func(id notes.PersonID, name string, p notes.Pronoun) notes.Person {
		return notes.Person{ID: id, Name: name, Kind: notes.KindReport, State: notes.StateHere, Pronoun: p}
	}
	at := func(day notes.Date, clock string) *notes.NoteHead {
		return &notes.NoteHead{Date: day, At: clock, Kind: notes.PlannedNote}
	}
	away := person(6, "Elif Kaya", notes.She)
	away.State, away.Until = notes.StateAway, "2026-12-15"
	back := away
	back.ID, back.Name = 13, "Mo"
	peer := person(9, "Gus", notes.They)
	peer.Kind = notes.KindOther
	left := person(10, "Hal", notes.They)
	left.State = notes.StateLeft
	page := ShowToday([]notes.RosterLine{
		{Person: notes.Person{ID: 99, Name: "Me", Kind: notes.KindMe}},
		{Person: away, LastHeld: "2026-11-01"},
		{Person: peer},
		{Person: left},
		{Person: person(5, "Chidi Okafor", notes.He), LastHeld: "2026-10-28"},
		{Person: person(8, "Io", notes.They)},
		{Person: person(13, "Pat", notes.They), Before: "2026-10-01"},
		{
			Person:   person(1, "Ana Ruiz", notes.She),
			Planned:  at("2026-12-03", "10:00"),
			Owed:     1,
			Overdue:  true,
			FirstOwe: "An answer #x",
			Topics:   3,
		},
		{Person: person(2, "Ben Kofi", notes.He), Planned: at("2026-12-02", "14:00"), Topics: 2, Asks: 1},
		{Person: person(3, "Dana Weiss", notes.She), Planned: at("2026-12-04", "09:30")},
		{Person: person(4, "Farid Haddad", notes.He), Planned: at("2026-12-07", ""), Topics: 1, FirstTop: "The on-call rota"},
		{Person: person(7, "Jo", notes.They), Planned: at("2026-12-08", ""), Asks: 2},
		{Person: person(11, "Kim", notes.They), Planned: at("2026-12-01", ""), Topics: 2},
		{Person: back, Planned: at("2026-12-16", "")},
		{Person: person(12, "Lu", notes.They), Planned: at("2026-12-09", ""), Owed: 1, FirstOwe: "Intro"},
	}, []notes.Filed{
		{Item: notes.Item{Label: notes.Todo, Text: "offsite budget #q4"}, Person: 1, NoteDate: "2026-11-17"},
		{Item: notes.Item{Label: notes.Todo, Text: "Comments", Due: "2026-12-03"}, Person: 2, NoteDate: "2026-11-17"},
		{Item: notes.Item{Label: notes.Todo, Text: "Expenses"}, Person: 99, NoteDate: "2026-11-17"},
	}, now, notes.Locale{})
	want := []struct {
		name, when, what string
		next             MeetingNext
	}{
		{"Kim", "yesterday", "2 topics, all from Kim", PrepareNext},
		{"Ben Kofi", "today 14:00", "3 topics, 2 from Ben", PrepareNext},
		{"Ana Ruiz", "tomorrow 10:00", "You promised: An answer", PrepareNext},
		{"Dana Weiss", "Fri 4 Dec 9:30", "Nothing on the agenda yet", PrepareNext},
		{"Farid Haddad", "Mon 7 Dec", "Farid brings up: The on-call rota", PrepareNext},
		{"Jo", "Tue 8 Dec", "2 topics, all yours", PrepareNext},
		{"Lu", "Wed 9 Dec", "You promised: Intro", PrepareNext},
		{"Mo", "Wed 16 Dec", "Nothing on the agenda yet", PrepareNext},
		{"Io", "no one-on-one yet", "No date yet", PickADateNext},
		{"Pat", "no one-on-one here yet", "No date yet", PickADateNext},
		{"Chidi Okafor", "5 weeks since 28 Oct", "No date yet", PickADateNext},
		{"Elif Kaya", "away until 15 Dec", "Paused until Elif is back", NothingNext},
	}
	if len(page.Meetings) != len(want) {
		t.Fatalf("%d lines", len(page.Meetings))
	}
	for i, w := range want {
		t.Run(w.name, func(t *testing.T) {
			got := page.Meetings[i]
			if got.Person.Name != w.name || got.When != w.when || got.What != w.what || got.Next != w.next {
				t.Errorf("%d: %s, %s, %s, %d; want %+v", i, got.Person.Name, got.When, got.What, got.Next, w)
			}
		})
	}
	if page.Title != "Wednesday 2 December" ||
		page.Summary != "Just a single one-on-one today. You have three open promises." {
		t.Errorf("%q, %q", page.Title, page.Summary)
	}
	for i, w := range []string{"Ana  ·  since 17 Nov", "Ben  ·  by tomorrow", "since 17 Nov"} {
		if page.IOwe[i].Tail != w {
			t.Errorf("I owe %d: %q, want %q", i, page.IOwe[i].Tail, w)
		}
	}
	empty := ShowToday(nil, []notes.Filed{{}}, now, notes.Locale{})
	if empty.Summary != "No one-on-ones today. You have one open promise." {
		t.Errorf("%q", empty.Summary)
	}
}
