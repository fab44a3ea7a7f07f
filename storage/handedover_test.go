package storage

import (
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

func TestFactsOfWhatWasNotedForThem(t *testing.T) {
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	addPerson(t, j, "Ben Okoro")
	day := func(n int) notes.Date { return notes.DateOf(c.now()).AddDays(-n) }
	addNote(t, j, ana, notes.HeldNote, day(181), "todo Ana: too old")
	addNote(t, j, ana, notes.HeldNote, day(180), "todo Ana: oldest\ntodo me: mine\ntodo we: ours")
	addNote(t, j, ana, notes.JournalNote, day(5), "todo Ana: done (done)\ntodo Ben: his\ntopic: none\ntodo Ana: open")
	want := []notes.Date{day(5), day(5), day(180)}
	if got := must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now())).GivenDates; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestFactsOfIdeasThatWereAnswered(t *testing.T) {
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	day := func(n int) notes.Date { return notes.DateOf(c.now()).AddDays(-n) }
	addNote(t, j, ana, notes.HeldNote, day(300), "idea: old (adopted "+string(day(181))+")\nidea: noted long ago (adopted "+string(day(180))+")")
	addNote(t, j, ana, notes.HeldNote, day(20), "idea: open\nidea: tried (trying)\nidea: shorter nights (declined "+string(day(3))+": by the board)\nidea me: mine (adopted)")
	f := must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now()))
	if got := textsOf(f.Answered); got != "shorter nights, noted long ago" {
		t.Errorf("%q", got)
	}
}

func TestFactsOfThePlans(t *testing.T) {
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	const me = notes.PersonID(1)
	day := func(n int) notes.Date { return notes.DateOf(c.now()).AddDays(-n) }
	plan := notes.PlanHeading("January to March") + "\n\n- Ana: "
	addNote(t, j, me, notes.JournalNote, day(366), plan+"too old")
	addNote(t, j, me, notes.JournalNote, day(365), plan+"a year ago")
	addNote(t, j, me, notes.JournalNote, day(9), "Thoughts\n"+plan+"no plan")
	addNote(t, j, me, notes.JournalNote, day(4), plan+"new")
	addNote(t, j, ana, notes.JournalNote, day(3), plan+"in her notes")
	var got []string
	for _, n := range must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now())).Plans {
		got = append(got, n.Body[strings.LastIndex(n.Body, ": ")+2:])
	}
	if want := []string{"new", "a year ago"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestWhatWasNotedForThemIsReadByAnIndex(t *testing.T) {
	j, _ := newJournal(t)
	for name, query := range map[string]string{
		"given": givenQuery, "answered": fromFiled + answeredQuery, "undated": fromFiled + undatedQuery, "plans": planColumns + plansQuery,
	} {
		t.Run(name, func(t *testing.T) {
			args := []any{"1", "1", "1", "1"}
			usesAnIndex(t, j, query, args...)
		})
	}
}
