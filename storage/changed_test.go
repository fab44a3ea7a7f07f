package storage

import (
	"slices"
	"strings"
	"testing"

	"handback/notes"
)

func TestFactsOfWhatBecameOfOlderLines(t *testing.T) {
	j, c := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	addNote(t, j, ana, notes.HeldNote, "2026-09-01",
		"todo: plan it (done 2026-11-16)\ntodo: at once (done 2026-09-02)\nneed: a desk (met 2026-11-18)\nneed: a lamp\n"+
			"stuck: the key (cleared 2026-11-12)\ntodo: later that day (done 2026-11-13)\nidea: rotate (adopted 2026-11-19)\n"+
			"idea: early (adopted 2026-10-01)\ndecided: wait (reversed 2026-11-17)")
	addNote(t, j, ana, notes.JournalNote, "2025-01-01", "todo: long ago (done 2026-11-20)\nneed: too long ago (met 2026-11-20)")
	addNote(t, j, ben, notes.HeldNote, "2026-09-01", "todo: his (done 2026-11-16)")
	if f := must[notes.Facts](t)(j.Facts(ben, c.now())); len(f.Changed) != 0 {
		t.Errorf("before Ben's next one-on-one: %v", textsOf(f.Changed))
	}
	addNote(t, j, ana, notes.HeldNote, "2026-11-13", "todo: new (done 2026-11-20)")
	do(t, j, notes.Goal{Person: ana, Title: "Reached", State: notes.GoalReached, Closed: "2026-11-20"},
		notes.Goal{Person: ana, Title: "Dropped before", State: notes.GoalDropped, Closed: "2026-11-12"})

	f := must[notes.Facts](t)(j.Facts(ana, c.now()))
	if got := textsOf(f.Changed); got != "long ago, rotate, a desk, wait, plan it, later that day" {
		t.Errorf("changed: %s", got)
	}
	if len(f.ClosedGoals) != 1 || f.ClosedGoals[0].Title != "Reached" {
		t.Errorf("closed: %+v", f.ClosedGoals)
	}
	if slices.ContainsFunc(f.Since, func(x notes.Filed) bool { return x.NoteDate < "2026-11-13" }) {
		t.Errorf("since: %s", textsOf(f.Since))
	}
}

func TestWhatBecameOfOlderLinesIsReadByAnIndex(t *testing.T) {
	j, _ := newJournal(t)
	plan := must[[]string](t)(list(j.c, "EXPLAIN QUERY PLAN "+fromFiled+changedQuery, []any{1, "2026-11-13", "2026-05-13", mostChanged},
		func(s scanner) (detail string, err error) {
			var id, parent, unused int
			return detail, s.Scan(&id, &parent, &unused, &detail)
		}))
	said := strings.Join(plan, "\n")
	for _, index := range []string{"item_done", "item_idea_said", "item_said"} {
		if !strings.Contains(said, "SEARCH item USING INDEX "+index) && !strings.Contains(said, "SEARCH item USING COVERING INDEX "+index) {
			t.Errorf("%s is not used:\n%s", index, said)
		}
	}
	if strings.Contains(said, "SCAN item") || strings.Contains(said, "SCAN n") || strings.Contains(said, "SCAN i") {
		t.Error(said)
	}
	usesAnIndex(t, j, closedGoalsQuery, 1, "2026-11-13")
}
