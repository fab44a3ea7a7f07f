package storage

import (
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

func TestFactsOfWhatICalledOff(t *testing.T) {
	j, c := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	today := notes.DateOf(c.now())
	missed := func(who notes.PersonID, day notes.Date, why string) notes.NewNote {
		return notes.NewNote{Person: who, Kind: notes.MissedNote, Date: day, CalledOff: why}
	}
	do(t, j, missed(ana, today.AddDays(-181), notes.CalledOffByMe), missed(ana, today.AddDays(-180), notes.CalledOffByMe),
		missed(ana, today.AddDays(-20), notes.CalledOffByThem), missed(ana, today.AddDays(-10), notes.OffForIllness),
		missed(ben, today.AddDays(-5), notes.CalledOffByMe), missed(ana, today, notes.CalledOffByMe))
	id := do(t, j, missed(ana, today.AddDays(-3), notes.CalledOffByMe))[0]
	do(t, j, notes.Delete{Kind: notes.KindNote, ID: id})
	want := []notes.Date{today, today.AddDays(-180)}
	if got := must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now())).CalledOff; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// usesAnIndex fails where a query reads a whole table.
func usesAnIndex(t *testing.T, j *Journal, query string, args ...any) {
	t.Helper()
	plan := must[[]string](t)(list(j.c, "EXPLAIN QUERY PLAN "+query, args, func(s scanner) (step string, err error) {
		var id, parent, unused int
		return step, s.Scan(&id, &parent, &unused, &step)
	}))
	for _, step := range plan {
		if strings.HasPrefix(step, "SCAN") {
			t.Errorf("%s in\n%s", step, query)
		}
	}
	if len(plan) == 0 {
		t.Error("no plan")
	}
}

func TestWhatICalledOffIsReadByAnIndex(t *testing.T) {
	j, _ := newJournal(t)
	for name, query := range map[string]string{"called off": calledOffQuery} {
		t.Run(name, func(t *testing.T) {
			args := make([]any, strings.Count(query, "?"))
			for i := range args {
				args[i] = "1"
			}
			usesAnIndex(t, j, query, args...)
		})
	}
}
