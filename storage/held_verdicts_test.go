package storage

import (
	"slices"
	"testing"

	"handback/notes"
	"handback/notes/brief"
	"handback/notes/handover"
)

// The prompts hear what was said of lines that the manager holds, as long as it is in force and nothing else was said
// about holding them since. What was said of the same line elsewhere, as that it may stand on their page, takes none of it back.
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
	say("kept and shown", notes.MineToKeepVerdict, "")
	say("kept and shown", brief.ShownVerdict, "")
	say("kept and shown", handover.GivenVerdict, "")
	say("handed back", notes.NotYetVerdict, today)
	say("handed back", notes.HandedBackVerdict, "")
	say("", brief.ClosedVerdict, "")
	var got []string
	for _, v := range must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now())).Verdicts {
		got = append(got, v.Line)
	}
	want := []string{"kept", "put off", "kept and shown", "handed back"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	var all, lets []string
	for _, v := range must[[]notes.Verdict](t)(j.Verdicts(today)) {
		switch {
		case v.Verdict == brief.ShownVerdict || v.Verdict == handover.GivenVerdict:
			lets = append(lets, v.Verdict)
		case slices.Contains(want, v.Line):
			all = append(all, v.Line)
		}
	}
	if !slices.Equal(lets, []string{brief.ShownVerdict, handover.GivenVerdict}) {
		t.Errorf("what may stand where is %q", lets)
	}
	if !slices.Equal(all, want) {
		t.Errorf("the queue hears %q, want %q", all, want)
	}
}
