package storage

import (
	"slices"
	"testing"

	"handback/notes"
)

// Lines may carry a tag before an area has it: once that is undone they don't count for the area, and once it is done again they do.
func TestAnAreaThatGetsItsTagBackHasTheTagsThatItHad(t *testing.T) {
	for name, first := range map[string]string{"none before": "three", "one before": "two"} {
		t.Run(name, func(t *testing.T) {
			j, _ := newJournal(t)
			ana := addPerson(t, j, "Ana")
			addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo Ana: a plan #lead\ntodo Ana: a talk #two\n")
			do(t, j, notes.Area{Person: ana, Tag: first})
			area := func() notes.Area { return must[[]notes.Area](t)(j.Areas(ana))[0] }
			if first == "two" {
				a := area()
				a.Tag = "three"
				do(t, j, a)
			}
			was := area()
			a := was
			a.Tag = "lead"
			done := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{a}}))
			renamed := area()
			for range 2 {
				undone := must[notes.Applied](t)(j.Apply(done.Undo))
				if now := area(); now.Tag != was.Tag || !slices.Equal(now.Former, was.Former) {
					t.Errorf("undone it is %q and was %v, want %q and %v", now.Tag, now.Former, was.Tag, was.Former)
				}
				done = must[notes.Applied](t)(j.Apply(undone.Undo))
				if now := area(); now.Tag != "lead" || !slices.Equal(now.Former, renamed.Former) {
					t.Errorf("done again it is %q and was %v, want %v", now.Tag, now.Former, renamed.Former)
				}
			}
		})
	}
}
