package storage

import (
	"reflect"
	"testing"
	"time"

	"handback/notes"
)

// TestKeptFactsAreWhatTheJournalSays: whatever way something is written, the facts that were read before are not given again.
func TestKeptFactsAreWhatTheJournalSays(t *testing.T) {
	j, c := newJournal(t)
	today := notes.DateOf(c.now())
	ana := addPerson(t, j, "Ana")
	note := addNote(t, j, ana, notes.HeldNote, today.AddDays(-1), "todo Ana: call them\n")
	var undo notes.Change
	for _, way := range []struct {
		name  string
		write func() error
	}{
		{"typing", func() error {
			n := must[notes.Note](t)(j.Note(note))
			_, err := j.SaveBody(note, n.Rev, n.Body+"todo me: answer her\n")
			return err
		}},
		{"a tick", func() error {
			tick := notes.LineEdit{Note: note, Line: 1, Op: notes.ReplaceLine, Old: "todo Ana: call them", New: "todo Ana: call them (done)"}
			done, err := j.Apply(notes.Change{Edits: []notes.LineEdit{tick}})
			undo = done.Undo
			return err
		}},
		{"its undo", func() error { _, err := j.Apply(undo); return err }},
		{"another note", func() error { addNote(t, j, ana, notes.JournalNote, today, "praise Ana: told us early\n"); return nil }},
		{"another name", func() error {
			p := must[notes.Person](t)(j.Person(ana))
			p.Name = "Ana Ruiz"
			do(t, j, p)
			return nil
		}},
		{"a word for a label", func() error {
			do(t, j, notes.PutSetting{Key: notes.SettingLabelWords, Value: "praise: kudos"})
			return nil
		}},
		{"days off", func() error {
			off := notes.DaysOff{}.With(notes.Span{From: today.AddDays(-3), To: today})
			do(t, j, notes.PutSetting{Key: notes.SettingDaysOff, Value: off.String()})
			return nil
		}},
		{"somebody else", func() error { addPerson(t, j, "Ben"); return nil }},
		{"the trash", func() error { do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(note)}); return nil }},
	} {
		t.Run(way.name, func(t *testing.T) {
			before := must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now()))
			if err := way.write(); err != nil {
				t.Fatal(err)
			}
			now := must[notes.PromptFacts](t)(j.PromptFacts(ana, c.now()))
			fresh := must[notes.PromptFacts](t)(j.c.promptFacts(ana, today))
			if before.Reading == now.Reading {
				t.Error("two readings have one number")
			}
			before.Reading, now.Reading = 0, 0
			if reflect.DeepEqual(before, now) || !reflect.DeepEqual(now, fresh) {
				t.Errorf("it gives what was read before: %+v", now)
			}
		})
	}
}

func TestKeptFactsOutliveAStepThroughTheWindow(t *testing.T) {
	j, c := newJournal(t)
	addPerson(t, j, "Ana")
	must[[]notes.PromptFacts](t)(j.ReadAhead(c.now()))
	do(t, j, notes.PutSetting{Key: "window.place", Value: "Team"})
	if again := must[[]notes.PromptFacts](t)(j.ReadAhead(c.now())); len(again) > 0 {
		t.Errorf("where the window is has it read everybody anew: %v", again)
	}
}

func TestWhatSomebodyWasAskedHasNobodyElseReadAnew(t *testing.T) {
	j, c := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	must[[]notes.PromptFacts](t)(j.ReadAhead(c.now()))
	asked := notes.PromptEvent{Person: ana, Kind: "praise", Key: "praise.1", Text: "What went well?", Shown: notes.DateOf(c.now())}
	do(t, j, asked)
	again := must[[]notes.PromptFacts](t)(j.ReadAhead(c.now()))
	if len(again) != 1 || again[0].Person.ID != ana || len(again[0].History) != 1 {
		t.Errorf("after a question to Ana it reads %v", again)
	}
	moved := again[0].History[0]
	moved.Person = ben
	do(t, j, moved)
	if again := must[[]notes.PromptFacts](t)(j.ReadAhead(c.now())); len(again) != 2 {
		t.Errorf("where the question is Ben's now it reads %v", again)
	}
	other := asked
	other.Person = ben
	if _, err := j.Apply(notes.Change{Rows: []notes.Row{asked, other}}); err != nil {
		t.Fatal(err)
	}
	if again := must[[]notes.PromptFacts](t)(j.ReadAhead(c.now())); len(again) != 2 {
		t.Errorf("after questions to both it reads %v", again)
	}
}

func TestKeptFactsOutliveAQuietMoment(t *testing.T) {
	j, c := newJournal(t)
	addPerson(t, j, "Ana")
	must[[]notes.PromptFacts](t)(j.ReadAhead(c.now()))
	if err := j.Idle(); err != nil {
		t.Fatal(err)
	}
	if again := must[[]notes.PromptFacts](t)(j.ReadAhead(c.now())); len(again) > 0 {
		t.Errorf("after a quiet moment it reads everybody anew: %v", again)
	}
}

func TestReadAheadReadsEverybodyOnceUntilSomethingIsWritten(t *testing.T) {
	j, c := newJournal(t)
	ana, ben := addPerson(t, j, "Ana"), addPerson(t, j, "Ben")
	left := must[notes.Person](t)(j.Person(addPerson(t, j, "Cem")))
	left.State = notes.StateLeft
	left.LeftOn = notes.DateOf(c.now()).AddDays(-3)
	do(t, j, left)
	who := func() (read []notes.PersonID) {
		for _, f := range must[[]notes.PromptFacts](t)(j.ReadAhead(c.now())) {
			read = append(read, f.Person.ID)
		}
		return read
	}
	if got := who(); !reflect.DeepEqual(got, []notes.PersonID{ana, ben}) {
		t.Errorf("of Ana, Ben, and Cem who left, it reads %v", got)
	}
	if got := who(); len(got) > 0 {
		t.Errorf("it reads %v again", got)
	}
	addNote(t, j, ana, notes.JournalNote, notes.DateOf(c.now()), "todo me: call\n")
	if got := who(); len(got) != 2 {
		t.Errorf("after a note it reads %v", got)
	}
	c.pass(24 * time.Hour)
	if got := who(); len(got) != 2 {
		t.Errorf("on another day it reads %v", got)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := j.PromptFacts(ana, c.now()); err == nil {
		t.Error("a journal that is closed still tells")
	}
}
