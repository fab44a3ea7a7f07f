package storage

import (
	"strings"
	"testing"

	"handback/notes"
)

func TestDecisionsThatComeBack(t *testing.T) {
	j, clock := newJournal(t)
	ana, ben := addPerson(t, j, "Ana Ruiz"), addPerson(t, j, "Ben Okoro")
	addNote(t, j, ana, notes.HeldNote, "2026-10-01", "decided Ana: tomorrow by 2026-11-24\ndecided Ana: today by 2026-11-23\n"+
		"decided: nobody's by 2026-11-02\ndecided me: stays by 2026-11-01 (held 2026-11-02)\n"+
		"decided we: gone by 2026-11-01 (reversed 2026-11-02)\ndecided Ana: no day\ndecided Ben: his by 2026-11-01")
	addNote(t, j, ana, notes.JournalNote, "2025-01-10", "decided we: long ago by 2025-02-01")
	addNote(t, j, ana, notes.PlannedNote, "2026-11-30", "decided Ana: in a plan by 2026-11-01")
	for who, want := range map[notes.PersonID]string{ana: "long ago, nobody's, today", ben: "his"} {
		t.Run(want, func(t *testing.T) {
			f := must[notes.PromptFacts](t)(j.PromptFacts(who, clock.now()))
			if got := textsOf(f.Revisit); got != want {
				t.Errorf("%q come back, not %q", got, want)
			}
		})
	}
}

func TestWhatComesBackIsFoundByItsIndex(t *testing.T) {
	j, _ := newJournal(t)
	plan := must[[]string](t)(list(j.c, "EXPLAIN QUERY PLAN "+fromFiled+revisitQuery, []any{2, "2026-11-23", fewDates},
		func(s scanner) (detail string, err error) {
			var id, parent, unused int
			err = s.Scan(&id, &parent, &unused, &detail)
			return detail, err
		}))
	if said := strings.Join(plan, "\n"); !strings.Contains(said, "item_revisit") {
		t.Error(said)
	}
}
