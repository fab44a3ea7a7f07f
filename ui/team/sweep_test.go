package team_test

import (
	"errors"
	"fmt"
	"testing"

	"handback/notes"
	"handback/ui/roomtest"
)

// agenda is what is open on a person's agenda.
func (b *bench) agenda(who notes.PersonID) []notes.Filed {
	b.T.Helper()
	facts, err := b.J.Facts(who, b.Now())
	if err != nil {
		b.T.Fatal(err)
	}
	return facts.Agenda
}

// planned reports whether a one-on-one with the person is planned.
func (b *bench) planned(who notes.PersonID) bool {
	b.T.Helper()
	_, err := b.J.PlannedNote(who)
	if err != nil && !errors.Is(err, notes.ErrNotFound) {
		b.T.Fatal(err)
	}
	return err == nil
}

func TestOneQuestionIsAskedOfEverybodyAndAnswered(t *testing.T) {
	b := open(t)
	roomtest.Note(t, b.J, b.ana, "2026-11-20", "A note.")
	b.enter()
	b.SeesNot("Added to everyone's agenda")
	b.Tap("team/ask")
	b.Tap("dialog/confirm")
	b.Sees("Write one question")
	b.Fill("sweep/question", "What could Ben stop?")
	b.Tap("dialog/confirm")
	b.Sees("This may name someone")
	b.Tap("sweep/suggested/0")
	b.Tap("dialog/confirm")
	for _, who := range []notes.PersonID{b.ana, b.ben} {
		if got := b.agenda(who); len(got) != 1 || got[0].Raw != "ask: What should I stop doing?" || got[0].NoteKind != notes.JournalNote {
			t.Errorf("on the agenda: %+v", got)
		}
		if b.planned(who) {
			t.Error("asking planned a one-on-one")
		}
	}
	if said := b.Said[len(b.Said)-1]; said != "On the agenda for Ana and Ben" {
		t.Errorf("said %q", said)
	}
	b.Sees("Added to everyone's agenda", "no answer yet", "“What should I stop doing?”", "waiting for the next one-on-one", "Withdraw the question")
	b.Tap("team/ask")
	b.Type("sweep/question", "what should I stop doing")
	b.Tap("dialog/confirm")
	b.Sees("already on everyone's agenda")
	b.Tap("dialog/cancel")

	anas := b.agenda(b.ana)[0].Note
	b.Choose(fmt.Sprintf("sweep/%d/1/answer/more", anas), "Write the answer …")
	b.Tap("dialog/confirm")
	b.Sees("Write the answer, in Ana's words if you can.")
	b.Type("sweep/words", "Rewriting the minutes")
	b.Tap("dialog/confirm")
	b.Sees("1 answer, 1 still to come", "Rewriting the minutes")
	if n, err := b.J.Note(anas); err != nil || n.Body != "ask: What should I stop doing? (answered 2026-11-23: Rewriting the minutes)" {
		t.Errorf("stored %q, %v", n.Body, err)
	}
	b.SeesNot("Withdraw the question")
	b.TakeBack()
	b.Sees("no answer yet")
}

func TestAQuestionIsTakenBackLaterFromTheScreen(t *testing.T) {
	b := open(t)
	if _, err := b.J.Apply(notes.Change{Rows: []notes.Row{
		notes.NewNote{Person: b.ana, Kind: notes.PlannedNote, Date: "2026-11-26", Body: "bring the plan\n"},
	}}); err != nil {
		t.Fatal(err)
	}
	before := b.notes()
	b.enter()
	b.Tap("team/ask")
	b.Tap("sweep/suggested/1")
	b.Tap("dialog/confirm")
	b.Sees("you'll ask Thu 26 Nov", "waiting for the next one-on-one")
	b.Clock = b.Clock.AddDate(0, 0, 1)
	b.enter()
	first := b.agenda(b.ana)[0]
	b.Tap(fmt.Sprintf("sweep/%d/%d/back", first.Note, first.Line))
	if after := b.notes(); after != before {
		t.Errorf("left behind:\n%s\nwas\n%s", after, before)
	}
	b.SeesNot("Added to everyone's agenda")
	b.TakeBack()
	b.Sees("Added to everyone's agenda", "you'll ask Thu 26 Nov")
	if len(b.agenda(b.ana)) != 1 || len(b.agenda(b.ben)) != 1 {
		t.Errorf("on the agendas: %+v, %+v", b.agenda(b.ana), b.agenda(b.ben))
	}
}

// notes are all notes of Ana and Ben.
func (b *bench) notes() string {
	b.T.Helper()
	said := ""
	for _, who := range []notes.PersonID{b.ana, b.ben} {
		heads, err := b.J.NotesOf(who, 0)
		if err != nil {
			b.T.Fatal(err)
		}
		for _, h := range heads {
			n, err := b.J.Note(h.ID)
			if err != nil {
				b.T.Fatal(err)
			}
			said += fmt.Sprintf("%d %s %s %q\n", n.ID, n.Kind, n.Date, n.Body)
		}
	}
	return said
}

func TestASweepIsTakenBackFromEveryAgenda(t *testing.T) {
	b := open(t)
	b.enter()
	b.Tap("team/ask")
	b.Tap("sweep/suggested/1")
	b.Tap("dialog/confirm")
	b.TakeBack()
	asks, err := b.J.Asks("")
	if err != nil || len(asks) != 0 {
		t.Errorf("%+v, %v", asks, err)
	}
}
