package storage

import (
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

func TestFactsOfWhatWasReachedAndAgreed(t *testing.T) {
	j, c := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	today := notes.DateOf(c.now())
	goal := func(who notes.PersonID, title string, state notes.GoalState, closed notes.Date) int64 {
		return do(t, j, notes.Goal{Person: who, Title: title, State: state, Closed: closed})[0]
	}
	goal(ana, "181 days ago", notes.GoalReached, today.AddDays(-181))
	goal(ana, "180 days ago", notes.GoalReached, today.AddDays(-180))
	goal(ana, "today", notes.GoalReached, today)
	goal(ana, "tomorrow", notes.GoalReached, today.AddDays(1))
	goal(ana, "dropped", notes.GoalDropped, today)
	goal(ana, "open", notes.GoalOpen, "")
	goal(ben, "his", notes.GoalReached, today)
	do(t, j, notes.Delete{Kind: notes.KindGoal, ID: goal(ana, "deleted", notes.GoalReached, today)})

	var titles []string
	f := must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now()))
	for _, g := range f.Reached {
		titles = append(titles, g.Title)
	}
	if want := []string{"today", "180 days ago"}; !slices.Equal(titles, want) {
		t.Errorf("%q, want %q", titles, want)
	}
	do(t, j, notes.Expectation{Person: ben, Text: "an answer in a day"})
	gone := do(t, j, notes.Expectation{Person: ana, Text: "an answer in a day"})[0]
	agreed := func() bool { return must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now())).Agreed }
	if f.Agreed || !agreed() {
		t.Error("what they count on each other for was agreed")
	}
	if do(t, j, notes.Delete{Kind: notes.KindExpectation, ID: gone}); agreed() {
		t.Error("it went to the trash, and is agreed")
	}
}

func TestFactsOfDeeds(t *testing.T) {
	j, c := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	today := notes.DateOf(c.now())
	note := func(who notes.PersonID, day notes.Date, lines ...string) {
		do(t, j, notes.NewNote{Person: who, Kind: notes.HeldNote, Date: day, Body: strings.Join(lines, "\n")})
	}
	note(ana, today.AddDays(-181), "praise: too old")
	note(ana, today.AddDays(-180), "praise: old", "praise me: of mine")
	note(ana, today.AddDays(-200), "todo Ana: done lately (done "+string(today.AddDays(-180))+")", "todo Ana: done long ago (done "+
		string(today.AddDays(-181))+")")
	note(ana, today.AddDays(-9), "praise: said (said)", "praise: rewarded (rewarded: a voucher)", "todo me: mine (done)", "todo Ana: open",
		"todo Ana: given up (dropped)", "todo Ana: ticked (done)", "feedback: another matter")
	note(ben, today, "praise: his")
	var got []string
	for _, i := range must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now())).Deeds {
		got = append(got, i.Text)
	}
	slices.Sort(got)
	if want := []string{"done lately", "old", "rewarded", "said", "ticked"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestGrowingIsReadByAnIndex(t *testing.T) {
	j, _ := newJournal(t)
	for name, query := range map[string]string{
		"reached": reachedQuery, "agreed": agreedQuery, "praised": fromFiled + praisedQuery, "did": fromFiled + didQuery,
	} {
		t.Run(name, func(t *testing.T) {
			args := make([]any, strings.Count(query, "?"))
			for i := range args {
				args[i] = "1"
			}
			usesAnIndex(t, j, query, args...)
		})
	}
}

func TestTheDayOfJoiningAndOfAnOfferAreKept(t *testing.T) {
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana")
	p := must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now())).Person
	if p.Joined != "" {
		t.Fatalf("joined %s, and nobody said so", p.Joined)
	}
	p.Joined = "2026-10-12"
	goal := notes.GoalID(do(t, j, p, notes.Goal{Person: ana, Title: "Lead platform"})[1])
	id := do(t, j, notes.Opportunity{Goal: goal, Kind: notes.Workshop, Text: "queues", State: notes.Offered, Since: "2026-11-02"})[0]
	read := func() (notes.Date, notes.Opportunity) {
		f := must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now()))
		return f.Person.Joined, f.Goals[0].Opportunities[0]
	}
	joined, o := read()
	if joined != "2026-10-12" || o.Since != "2026-11-02" || int64(o.ID) != id {
		t.Fatalf("joined %s, %+v", joined, o)
	}
	o.State, o.Since = notes.Booked, "2026-11-20"
	booked := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{o}}))
	if _, o = read(); o.Since != "2026-11-20" {
		t.Errorf("booked since %s", o.Since)
	}
	must[notes.Applied](t)(j.Apply(booked.Undo))
	if _, o = read(); o.State != notes.Offered || o.Since != "2026-11-02" {
		t.Errorf("undone: %+v", o)
	}
	p = must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now())).Person
	p.Joined = "soon"
	if _, err := j.Apply(notes.Change{Rows: []notes.Row{p}}); err == nil {
		t.Error("joined soon")
	}
	p.Joined, p.State, p.LeftOn = "2026-10-12", notes.StateLeft, "2026-10-11"
	if _, err := j.Apply(notes.Change{Rows: []notes.Row{p}}); err == nil {
		t.Error("left before they joined")
	}
}
