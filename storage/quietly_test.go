package storage

import (
	"reflect"
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/prompt"
)

// quietOf is the silence about a person, as a screen reads it.
func quietOf(t *testing.T, j *Journal, c *clock, id notes.PersonID) (prompt.Quiet, notes.Person) {
	t.Helper()
	f := must[notes.PromptFacts](t)(j.PromptFacts(id, c.now()))
	return prompt.QuietOf(f), f.Person
}

func TestOfASilenceTheDayAloneIsKept(t *testing.T) {
	for _, kind := range []notes.NoteKind{notes.HeldNote, notes.JournalNote, notes.MissedNote, notes.PlannedNote} {
		t.Run(string(kind), func(t *testing.T) {
			j, c := newJournal(t)
			today := notes.DateOf(c.now())
			ana := addPerson(t, j, "Ana")
			note := addNote(t, j, ana, kind, today, "her zebra father died\n")
			before := dump(t, j)
			q, p := quietOf(t, j, c, ana)
			if len(q.Asks) != 1 || q.Until != today.AddDays(14) {
				t.Fatalf("%+v", q)
			}
			change, err := q.Keep(p, today.AddDays(20))
			if err != nil {
				t.Fatal(err)
			}
			done := must[notes.Applied](t)(j.Apply(change))
			if q, p = quietOf(t, j, c, ana); q.Until != today.AddDays(20) || len(q.Asks) > 0 || p.QuietUntil != q.Until {
				t.Errorf("%+v, %s", q, p.QuietUntil)
			}
			added := strings.ReplaceAll(dump(t, j), before, "")
			if n := strings.Count(added, "zebra"); n != strings.Count(before, "zebra") {
				t.Errorf("the words are kept %d times", n)
			}
			must[notes.Applied](t)(j.Apply(q.Lift(p)))
			if q, _ = quietOf(t, j, c, ana); q.Until != "" || len(q.Asks) > 0 {
				t.Errorf("lifted: %+v", q)
			}
			if _, err := j.Apply(done.Undo); err == nil {
				t.Error("an undo that comes late overwrites what was said since")
			}
			do(t, j, notes.Purge{Kind: notes.KindNote, ID: int64(note)})
			var left int
			if err := j.c.row("SELECT count(*) FROM quiet_answer", nil, &left); err != nil || left != 0 {
				t.Errorf("%d answers outlive their note, %v", left, err)
			}
		})
	}
}

func TestAnAnswerIsTakenBackWithItsDay(t *testing.T) {
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana")
	addNote(t, j, ana, notes.HeldNote, notes.DateOf(c.now()), "she is off sick\n")
	first, p := quietOf(t, j, c, ana)
	before := dump(t, j)
	change, _ := first.Keep(p, first.Offer())
	done := must[notes.Applied](t)(j.Apply(change))
	redo := must[notes.Applied](t)(j.Apply(done.Undo))
	if after := dump(t, j); after != before {
		t.Errorf("undone it is\n%s\nand was\n%s", after, before)
	}
	if q, _ := quietOf(t, j, c, ana); !reflect.DeepEqual(q, first) {
		t.Errorf("%+v", q)
	}
	must[notes.Applied](t)(j.Apply(redo.Undo))
	if q, _ := quietOf(t, j, c, ana); q.Until != first.Offer() || len(q.Asks) > 0 {
		t.Errorf("done again: %+v", q)
	}
	do(t, j, notes.Delete{Kind: notes.KindPerson, ID: int64(ana)})
	do(t, j, notes.Restore{Kind: notes.KindPerson, ID: int64(ana)})
	if q, p := quietOf(t, j, c, ana); p.QuietUntil != first.Offer() || len(q.Asks) > 0 {
		t.Errorf("back from the trash: %+v", q)
	}
	do(t, j, notes.Purge{Kind: notes.KindPerson, ID: int64(ana)})
	var left int
	if err := j.c.row("SELECT count(*) FROM quiet_answer", nil, &left); err != nil || left != 0 {
		t.Errorf("%d answers outlive the person, %v", left, err)
	}
}

func TestADayOfASilenceIsADay(t *testing.T) {
	j, _ := newJournal(t)
	p := must[notes.Person](t)(j.Person(addPerson(t, j, "Ana")))
	p.QuietUntil = "soon"
	if _, err := j.Apply(notes.Change{Rows: []notes.Row{p}}); err == nil {
		t.Error("it is kept")
	}
}
