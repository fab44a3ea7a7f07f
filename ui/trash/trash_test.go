package trash

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"testing"

	"handback/notes"
	"handback/notes/backups"
	"handback/ui/room"
	"handback/ui/roomtest"
)

func enter(t *testing.T) (*roomtest.Host, notes.PersonID, notes.NoteID) {
	t.Helper()
	h := roomtest.Open(t)
	ana := roomtest.Person(t, h.J, "Ana Ruiz")
	note := roomtest.Note(t, h.J, ana, "2026-11-20", "About the rollout\n\ntodo: draft a plan\n")
	return h, ana, note
}

func show(h *roomtest.Host) {
	h.Enter(New(h, room.Place{Screen: room.Trash}), room.Place{Screen: room.Trash})
}

func TestAnEmptyTrashSaysWhatItIsFor(t *testing.T) {
	h, _, _ := enter(t)
	show(h)
	h.Sees("The trash is empty.")
	if h.Has("trash.empty") {
		t.Error("there is something to empty")
	}
}

func TestANoteComesBackAsItWas(t *testing.T) {
	h, _, note := enter(t)
	before, err := h.J.Note(note)
	if err != nil {
		t.Fatal(err)
	}
	roomtest.Do(t, h.J, notes.Delete{Kind: notes.KindNote, ID: int64(note)})
	show(h)
	h.Sees("Notes", "About the rollout", "Ana Ruiz", "deleted today")
	h.Tap("trash.note.1.restore")
	h.Sees("The trash is empty.")
	after, err := h.J.Note(note)
	if err != nil || after.Body != before.Body {
		t.Errorf("%q, %v", after.Body, err)
	}
	if hits, _, err := h.J.Search(notes.Query{Text: "draft"}); err != nil || len(hits) != 1 {
		t.Errorf("it is not found again: %v, %v", hits, err)
	}
	if len(h.Said) == 0 || h.Said[0] != "Restored: “About the rollout”" {
		t.Errorf("said %q", h.Said)
	}
}

func TestDeletingForGoodAsksFirst(t *testing.T) {
	h, _, note := enter(t)
	roomtest.Do(t, h.J, notes.Delete{Kind: notes.KindNote, ID: int64(note)})
	show(h)
	h.Tap("trash.note.1.purge")
	h.Sees("for good?", "You can't undo this.")
	h.Tap("dialog/cancel")
	h.Sees("About the rollout")
	h.Tap("trash.note.1.purge")
	h.Tap("dialog/confirm")
	h.Sees("The trash is empty.")
	if trashed, err := h.J.Trash(); err != nil || len(trashed) != 0 {
		t.Errorf("%v, %v", trashed, err)
	}
	_, err := h.J.Note(note)
	if !errors.Is(err, notes.ErrNotFound) {
		t.Errorf("the note is still there: %v", err)
	}
}

func TestEmptyingTakesPeopleAndAllThatIsTheirs(t *testing.T) {
	h, ana, note := enter(t)
	roomtest.Do(t, h.J, notes.Delete{Kind: notes.KindNote, ID: int64(note)}, notes.Delete{Kind: notes.KindPerson, ID: int64(ana)})
	show(h)
	h.Sees("People", "Ana Ruiz")
	h.Tap("trash.empty")
	h.Tap("dialog/confirm")
	if len(h.Shown) > 0 {
		t.Fatalf("%v", h.Shown)
	}
	h.Sees("The trash is empty.")
}

func TestDeletingAPersonForGoodNamesTheLinesThatNameThem(t *testing.T) {
	h, ana, _ := enter(t)
	ben := roomtest.Person(t, h.J, "Ben Kofi")
	roomtest.Note(t, h.J, ben, "2026-11-20", "todo: sit with Ana Ruiz\n")
	roomtest.Do(t, h.J, notes.Delete{Kind: notes.KindPerson, ID: int64(ana)})
	show(h)
	h.Tap("trash.person.2.purge")
	h.Sees("1 line elsewhere names them, and will stay: “todo: sit with Ana Ruiz”")
	h.Tap("trash/lines")
	if at := h.Places[len(h.Places)-1]; at.Screen != room.Erasing || at.Person != ana || h.Has("trash/lines") {
		t.Errorf("it leads to %+v", at)
	}
	h.Tap("trash.empty")
	h.Sees("1 line elsewhere names someone in the trash, and will stay.")
	h.Tap("dialog/cancel")
	h.Tap("trash.person.2.purge")
	h.Tap("dialog/confirm")
	h.Sees("The trash is empty.")
}

func TestNothingIsSaidOfLinesWhereNobodyIsNamed(t *testing.T) {
	h, ana, note := enter(t)
	roomtest.Do(t, h.J, notes.Delete{Kind: notes.KindNote, ID: int64(note)}, notes.Delete{Kind: notes.KindPerson, ID: int64(ana)})
	show(h)
	h.Tap("trash.empty")
	h.SeesNot("elsewhere")
	h.Tap("dialog/cancel")
	h.Tap("trash.person.2.purge")
	h.Sees("No other note names them.")
	if h.Has("trash/lines") {
		t.Error("there are lines to go through")
	}
}

func TestDeletingForGoodSaysWhichBackupsStillHaveIt(t *testing.T) {
	h, _, note := enter(t)
	j := h.J.(interface {
		BackUp(context.Context) (backups.Done, error)
	})
	roomtest.Do(t, h.J, notes.Delete{Kind: notes.KindNote, ID: int64(note)})
	show(h)
	h.Tap("trash.note.1.purge")
	h.SeesNot("still in your backups")
	h.Tap("dialog/cancel")
	if _, err := j.BackUp(context.Background()); err != nil {
		t.Fatal(err)
	}
	h.Tap("trash.note.1.purge")
	h.Sees("1 backup, from 23 Nov, still has it.")
}

func TestAGoalAndAPersonComeBackWithWhatBelongsToThem(t *testing.T) {
	h, ana, _ := enter(t)
	goal := roomtest.Do(t, h.J, notes.Goal{Person: ana, Title: "Lead platform", Tag: "platform"}, notes.Step{Text: "run the review"},
		notes.Opportunity{Text: "the tender", Kind: notes.Stretch})[0]
	before, err := h.J.Goals(ana)
	if err != nil {
		t.Fatal(err)
	}
	heads, err := h.J.NotesOf(ana, 0)
	if err != nil {
		t.Fatal(err)
	}
	same := func() {
		t.Helper()
		after, err := h.J.Goals(ana)
		if err != nil || !reflect.DeepEqual(before, after) {
			t.Errorf("the goals are %+v, %v", after, err)
		}
		now, err := h.J.NotesOf(ana, 0)
		if err != nil || !reflect.DeepEqual(heads, now) {
			t.Errorf("the notes are %+v, %v", now, err)
		}
	}
	roomtest.Do(t, h.J, notes.Delete{Kind: notes.KindGoal, ID: goal})
	show(h)
	h.Tap(fmt.Sprintf("trash.goal.%d.restore", goal))
	same()
	roomtest.Do(t, h.J, notes.Delete{Kind: notes.KindPerson, ID: int64(ana)})
	h.Reload()
	h.Tap(fmt.Sprintf("trash.person.%d.restore", ana))
	same()
}
