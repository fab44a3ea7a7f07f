package team_test

import (
	"fmt"
	"path"
	"testing"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
)

// body is the text of a note as it is stored.
func (b *bench) body(id notes.NoteID) string {
	b.T.Helper()
	n, err := b.J.Note(id)
	if err != nil {
		b.T.Fatal(err)
	}
	return n.Body
}

func TestAnIdeaIsAnsweredInItsNote(t *testing.T) {
	b := open(t)
	b.enter()
	b.Sees("Ideas from your team appear here")
	before := "Notes.\nidea: drop the Monday mail\nidea Ben: a wiki\r\nend"
	note := roomtest.Note(t, b.J, b.ana, "2026-11-06", before)
	b.Reload()
	b.Sees("Waiting for an answer 2", "Drop the Monday mail", "Ana · since 6 Nov", "Ben · since 6 Nov", "Nothing being tried yet.")
	mail := fmt.Sprintf("idea/%d/2", note)
	b.Tap(mail)
	if got := b.Places[len(b.Places)-1]; got != (room.Place{Screen: room.Notes, Person: b.ana, Note: note, Line: 2}) {
		t.Errorf("went to %+v", got)
	}
	b.Choose(mail+"/answer", "Try it …")
	b.Sees("Reply to the idea", "Whose call is it?")
	b.Fill("answer/until", "22 Nov 2026")
	b.Tap("dialog/confirm")
	b.Sees("That day is in the past")
	b.Fill("answer/until", "12 Feb")
	b.Type("answer/words", "without the figures")
	b.Tap("dialog/confirm")
	want := "Notes.\nidea: drop the Monday mail (trying 2026-11-23: until 12 Feb 2027, without the figures)\nidea Ben: a wiki\r\nend"
	if got := b.body(note); got != want {
		t.Errorf("stored %q", got)
	}
	b.Sees("Trying 1", "until 12 Feb 2027, without the figures")
	b.TakeBack()
	if got := b.body(note); got != before {
		t.Errorf("undone %q", got)
	}
}

func TestADeclinedIdeaSaysWhyAndIsFolded(t *testing.T) {
	b := open(t)
	note := roomtest.Note(t, b.J, b.ana, "2026-11-06", "idea: drop the Monday mail")
	b.enter()
	mail := fmt.Sprintf("idea/%d/1", note)
	b.Choose(mail+"/answer", "Decline it …")
	b.Tap("dialog/confirm")
	b.Sees("Say why, as you'd say it in person")
	b.Type("answer/words", "support needs it")
	b.Tap("dialog/confirm")
	b.Sees("Declined", "Drop the Monday mail", "Every idea has an answer.")
	b.SeesNot("support needs it")
	b.Tap("ideas/declined")
	b.Sees("support needs it")
	b.Choose(mail+"/answer", "Remove the answer")
	if got := b.body(note); got != "idea: drop the Monday mail" {
		t.Errorf("stored %q", got)
	}
}

func TestAJournalToReadOffersNothingToWrite(t *testing.T) {
	b := open(t)
	roomtest.Note(t, b.J, b.ana, "2026-11-06", "idea: drop the Monday mail\nidea: a wiki (adopted)")
	b.Seal()
	b.enter()
	b.Sees("Drop the Monday mail", "Who you've written little about")
	b.SeesNot("Answer", "Add a goal", "Ask everyone")
	for _, key := range b.Keys() {
		if path.Base(key) == "answer" {
			t.Errorf("%q is offered", key)
		}
	}
}
