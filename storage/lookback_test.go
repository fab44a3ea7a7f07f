package storage

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"handback/notes"
)

func TestPastIsEverythingAboutAPersonOverTheYears(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana Ruiz"), addPerson(t, j, "Ben Ode")
	first := addNote(t, j, ana, notes.HeldNote, "2019-03-04",
		"prose\nprivate: not this\ndecided Ana: drop it #a\npraise: held on (said 2019-03-05)\ntodo: plan it (done 2019-04-01)\ntodo: never done\nneed: time")
	addNote(t, j, ana, notes.PlannedNote, "2026-12-01", "idea: not yet")
	gone := addNote(t, j, ana, notes.HeldNote, "2020-01-01", "praise: gone")
	missed := addNote(t, j, ana, notes.MissedNote, "2021-05-05", "")
	bens := addNote(t, j, ben, notes.JournalNote, "2022-02-02", "praise: his own\nfeedback Ana: spoke over Ben\nidea Ana: swap (declined 2022-02-09: no time)")
	do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(gone)})
	do(t, j, notes.Goal{Person: ana, Title: "Lead it", State: notes.GoalReached, Closed: "2023-01-01"}, notes.Step{Text: "begin", Owner: notes.Them, Done: "2022-12-01"})
	do(t, j, notes.AreaLevel{Person: ana, Tag: "a", DatedLevel: notes.DatedLevel{From: "2020-01-01", Level: notes.Advise}})
	do(t, j, notes.SteppingIn{People: []notes.PersonID{ana}, What: "the release", Help: notes.HelpDecide, Began: "2024-01-01", HandedBack: "2024-01-09"})

	p := must[notes.Past](t)(j.Past(ana))
	var heads []notes.NoteID
	for _, h := range p.Notes {
		heads = append(heads, h.ID)
	}
	slices.Sort(heads)
	if !slices.Equal(heads, []notes.NoteID{first, missed}) {
		t.Errorf("notes %v, not %v", heads, []notes.NoteID{first, missed})
	}
	var lines []string
	for _, f := range p.Filed {
		if f.NoteKind != notes.PlannedNote {
			lines = append(lines, fmt.Sprintf("%d:%d of %d %s %s %s: %s %s %s %s", f.Note, f.Line, f.NotePerson, f.NoteDate, f.Label, f.Actor, f.Text, f.State, f.StateDate, f.Remark))
		}
	}
	slices.Sort(lines)
	want := []string{
		fmt.Sprintf("%d:2 of %d 2022-02-02 feedback them: spoke over Ben   ", bens, ben),
		fmt.Sprintf("%d:3 of %d 2022-02-02 idea them: swap declined 2022-02-09 no time", bens, ben),
		fmt.Sprintf("%d:3 of %d 2019-03-04 decided them: drop it #a   ", first, ana),
		fmt.Sprintf("%d:4 of %d 2019-03-04 praise them: held on said 2019-03-05 ", first, ana),
		fmt.Sprintf("%d:5 of %d 2019-03-04 todo them: plan it done 2019-04-01 ", first, ana),
	}
	slices.Sort(want)
	if !slices.Equal(lines, want) {
		t.Errorf("lines\n%q, not\n%q", lines, want)
	}
	if len(p.Goals) != 1 || len(p.Goals[0].Steps) != 1 || len(p.Areas) != 1 || len(p.StepIns) != 1 || p.Person.Name != "Ana Ruiz" {
		t.Errorf("goals %+v, areas %+v, step-ins %+v", p.Goals, p.Areas, p.StepIns)
	}
	if _, err := j.Past(99); !errors.Is(err, notes.ErrNotFound) {
		t.Errorf("of nobody: %v", err)
	}
}

func TestThePastIsReadByAnIndex(t *testing.T) {
	j, _ := newJournal(t)
	for _, query := range pastQueries {
		usesAnIndex(t, j, query, 1)
	}
}
