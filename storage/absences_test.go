package storage

import (
	"testing"

	"handback/notes"
)

// An absence stays with the person when they are here again, and no day of it is counted, nor one of the manager's own.
func TestAnAbsenceIsKeptWithThePerson(t *testing.T) {
	j, c := newJournal(t)
	today := notes.DateOf(c.now())
	p := notes.Person{Kind: notes.KindReport, State: notes.StateHere, Name: "Ana", Pronoun: notes.They}
	p.ID = notes.PersonID(do(t, j, p)[0])
	do(t, j, p.GoAway(today.AddDays(10), today))
	do(t, j, notes.PutSetting{Key: notes.SettingDaysOff, Value: notes.DaysOff{{From: today.AddDays(20), To: today.AddDays(21)}}.String()})
	f := must[notes.PromptFacts](t)(j.PromptFacts(p.ID, c.now()))
	back := f.Person.ComeBack(notes.StateHere, today.AddDays(12))
	applied := must[notes.Applied](t)(j.Apply(notes.Change{Rows: []notes.Row{back}}))
	f = must[notes.PromptFacts](t)(j.PromptFacts(p.ID, c.now()))
	kept := notes.DaysOff{{From: today, To: today.AddDays(9)}}
	if f.Person.Absences.String() != kept.String() || f.Person.State != notes.StateHere {
		t.Errorf("absences %s, state %s", f.Person.Absences, f.Person.State)
	}
	if n := f.Person.Off.Since(today.AddDays(-1), today.AddDays(30)); n != 31-10-2 {
		t.Errorf("%d days are counted", n)
	}
	must[notes.Applied](t)(j.Apply(applied.Undo))
	if f = must[notes.PromptFacts](t)(j.PromptFacts(p.ID, c.now())); f.Person.State != notes.StateAway || len(f.Person.Absences) != 1 {
		t.Errorf("undone: %+v", f.Person)
	}
}
