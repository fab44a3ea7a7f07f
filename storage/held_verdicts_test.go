package storage

import (
	"testing"

	"handback/notes"
	"handback/notes/brief"
)

// The prompts hear what was said of lines that the manager holds, as long as it is in force and was said last.
func TestPromptFactsHoldWhatIsKeptOrPutOff(t *testing.T) {
	j, c := newJournal(t)
	me := must[[]notes.Person](t)(j.People())[0].ID
	today := notes.DateOf(c.now())
	ana := notes.PersonID(do(t, j, notes.Person{Name: "Ana Ruiz", Kind: notes.KindReport, State: notes.StateHere})[0])
	if me == ana {
		t.Fatal("Ana is me")
	}
	say := func(line, what string, until notes.Date) {
		do(t, j, notes.Verdict{NoteUID: "n", Line: line, Verdict: what, Until: until})
	}
	say("kept", notes.MineToKeepVerdict, "")
	say("put off", notes.NotYetVerdict, today)
	say("put off before", notes.NotYetVerdict, today.AddDays(-1))
	say("kept once", notes.MineToKeepVerdict, "")
	say("kept once", brief.ShownVerdict, "")
	say("", brief.ClosedVerdict, "")
	var got []string
	for _, v := range must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now())).Verdicts {
		got = append(got, v.Line)
	}
	if len(got) != 2 || got[0] != "kept" || got[1] != "put off" {
		t.Errorf("%q", got)
	}
}
