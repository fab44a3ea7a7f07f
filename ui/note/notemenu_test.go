package note_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/note"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

func TestAOneOnOneIsMovedWithItsNote(t *testing.T) {
	b := open(t)
	id := b.add(notes.PlannedNote, "2026-11-24", "todo: slides by Fri\n")
	b.enter(id)
	b.Choose("head.more", "Reschedule …")
	b.Fill("move.day", "1 Dec")
	b.Fill("move.at", "11:00")
	b.Tap(widgets.DialogConfirm)
	n := b.read(id)
	if n.Date != "2026-12-01" || n.At != "11:00" || n.Kind != notes.PlannedNote {
		t.Errorf("it is %s on %s at %s", n.Kind, n.Date, n.At)
	}
	b.written("todo: slides by 2026-11-27\n") // that Friday is still meant
	b.stored(id, "todo: slides by 2026-11-27\n")
	b.TakeBack()
	if n := b.read(id); n.Date != "2026-11-24" || n.Body != "todo: slides by Fri\n" {
		t.Errorf("taken back it is on %s, with %q", n.Date, n.Body)
	}
	b.written("todo: slides by Fri\n")
	b.quiet()
}

// menuLines opens a menu and reads its lines.
func (b *bench) menuLines(open func()) (lines []string) {
	b.T.Helper()
	open()
	for _, key := range b.Keys() {
		if line, is := strings.CutPrefix(key, "menu/"); is {
			lines = append(lines, line)
		}
	}
	b.Press(fyne.KeyEscape)
	return lines
}

// rightTap clicks something with the right button.
func (b *bench) rightTap(key string) {
	b.T.Helper()
	o := b.Find(key)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(20, 20)
	o.(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(20, 20), AbsolutePosition: at})
}

// TestANoteOfTheListHasTheMenuOfItsHead, also where another is open, of which nothing is changed.
func TestANoteOfTheListHasTheMenuOfItsHead(t *testing.T) {
	b := open(t)
	planned := b.add(notes.PlannedNote, "2026-11-30", "topic: the budget\n")
	held := b.add(notes.HeldNote, "2026-11-09", "decided Ana: keep the tool\n")
	for _, id := range []notes.NoteID{planned, held} {
		b.enter(id)
		head := b.menuLines(func() { b.Tap("head.more") })
		other := planned + held - id
		for _, open := range []notes.NoteID{id, other} {
			b.enter(open)
			row := b.menuLines(func() { b.rightTap(listKey(id)) })
			if len(head) < 4 || !slices.Equal(row, head) {
				t.Errorf("with %d open the row of %d offers %q, its head %q", open, id, row, head)
			}
		}
	}
	b.enter(planned)
	b.Write("topic: the budget, begun\n")
	b.rightTap(listKey(held))
	b.Tap("menu/Move to trash")
	if _, err := b.J.Note(held); !errors.Is(err, notes.ErrNotFound) {
		t.Errorf("the note of the row is not in the trash: %v", err)
	}
	b.pause()
	b.stored(planned, "topic: the budget\ntopic: the budget, begun\n")
	b.quiet()
}

func TestTheVersionsOfANoteOfTheListAreThoseOfThatNote(t *testing.T) {
	b := open(t)
	planned := b.add(notes.PlannedNote, "2026-11-30", "topic: the budget\n")
	held := b.add(notes.HeldNote, "2026-11-09", "decided Ana: keep the tool\n")
	b.enter(planned)
	b.rightTap(listKey(held))
	b.Tap("menu/Earlier versions")
	b.Sees("Earlier versions")
	if n, _ := b.Draft().Note(); n.ID != held {
		t.Errorf("open is %d, the versions are of %d", n.ID, held)
	}
	b.quiet()
}

func TestAOneOnOneCannotBeMovedIntoThePast(t *testing.T) {
	b := open(t)
	id := b.add(notes.PlannedNote, "2026-11-24", "topic: a\n")
	b.enter(id)
	b.Choose("head.more", "Reschedule …")
	b.Fill("move.day", "2026-11-20")
	b.Tap(widgets.DialogConfirm)
	b.Sees("That day is in the past.")
	if n := b.read(id); n.Date != "2026-11-24" {
		t.Errorf("it is on %s", n.Date)
	}
}

func TestWhoCalledAOneOnOneOffIsNotedAndThePlanMovesOn(t *testing.T) {
	for line, by := range map[string]string{
		"Skip: you called it off": notes.CalledOffByMe, "Skip: Ana called it off": notes.CalledOffByThem,
		"Skip: someone was ill": notes.OffForIllness, "Skip: holiday": notes.OffForHoliday,
	} {
		t.Run(line, func(t *testing.T) {
			b := open(t)
			id := b.add(notes.PlannedNote, b.Today(), "topic: a\n")
			b.enter(id)
			b.Choose("head.more", line)
			heads, err := b.J.NotesOf(b.ana, 0)
			if err != nil || len(heads) != 2 {
				t.Fatalf("notes: %+v, %v", heads, err)
			}
			if off := heads[1]; off.Kind != notes.MissedNote || off.CalledOff != by || off.Date != b.Today() {
				t.Errorf("the record is %+v", off)
			}
			if n := b.read(id); n.Kind != notes.PlannedNote || n.Date != "2026-11-30" || n.Body != "topic: a\n" {
				t.Errorf("the plan is %s on %s: %q", n.Kind, n.Date, n.Body)
			}
			b.Sees("Mon 30 Nov")
			b.written("topic: a\n")
			b.quiet()
		})
	}
}

func TestANoteBecomesWhatItWas(t *testing.T) {
	for _, c := range []struct {
		kind   notes.NoteKind
		choose string
		want   notes.NoteKind
	}{
		{notes.PlannedNote, "Mark as held", notes.HeldNote},
		{notes.HeldNote, "Turn into a note between meetings", notes.JournalNote},
		{notes.JournalNote, "Turn into a one-on-one", notes.HeldNote},
	} {
		t.Run(c.choose, func(t *testing.T) {
			b := open(t)
			id := b.add(c.kind, b.Today(), "words\n")
			b.enter(id)
			b.Choose("head.more", c.choose)
			if n := b.read(id); n.Kind != c.want || n.Body != "words\n" {
				t.Errorf("it is %s: %q", n.Kind, n.Body)
			}
			b.TakeBack()
			if n := b.read(id); n.Kind != c.kind {
				t.Errorf("taken back it is %s", n.Kind)
			}
			b.quiet()
		})
	}
}

func TestANoteGetsAnotherDay(t *testing.T) {
	b := open(t)
	id := b.reading("todo: slides by Fri\n")
	b.Choose("head.more", "Change the date …")
	b.Editor().Replace(0, 0, "todo: rota by Mon\n") // comes in from elsewhere while the dialog is open
	b.Fill("day.day", "")
	b.Tap(widgets.DialogConfirm)
	b.Sees("A note needs a date")
	b.Fill("day.day", "2026-11-12")
	b.Tap(widgets.DialogConfirm)
	if n := b.read(id); n.Date != "2026-11-12" {
		t.Errorf("it is of %s", n.Date)
	}
	b.stored(id, "todo: rota by Mon\ntodo: slides by Fri\n") // written about that day: they are read from it
	b.written("todo: rota by Mon\ntodo: slides by Fri\n")
	b.said("Date changed to Thu 12 Nov. 2 lines have a new due date.")
	b.quiet()
}

func TestTheDayOfANoteOfWhatHasBeenIsPast(t *testing.T) {
	for typed, want := range map[string]notes.Date{
		"12 March": "2026-03-12", "fri": "2026-11-20", "yesterday": "2026-11-22", "12 March 2025": "2025-03-12",
	} {
		t.Run(typed, func(t *testing.T) {
			b := open(t)
			id := b.reading("words\n")
			b.Choose("head.more", "Change the date …")
			b.Fill("day.day", typed)
			b.Tap(widgets.DialogConfirm)
			if n := b.read(id); n.Date != want {
				t.Errorf("it is of %s, want %s", n.Date, want)
			}
			b.quiet()
		})
	}
	b := open(t)
	id := b.reading("words\n")
	was := b.read(id).Date
	b.Choose("head.more", "Change the date …")
	b.Fill("day.day", "12 March 2027")
	b.Tap(widgets.DialogConfirm)
	b.Sees("That day is in the future. Pick today or an earlier day.")
	if n := b.read(id); n.Date != was {
		t.Errorf("it is of %s", n.Date)
	}
	b.quiet()
}

func TestWhatTheMenuOfANoteOffers(t *testing.T) {
	for _, c := range []struct {
		name string
		kind notes.NoteKind
		mine bool
		want []string
	}{
		{"planned", notes.PlannedNote, false, []string{
			"Reschedule …", "Skip: you called it off", "Skip: Ana called it off", "Skip: someone was ill",
			"Skip: holiday", "Mark as held", "Type up your paper notes …",
			"Earlier versions", "Move to trash",
		}},
		{"held", notes.HeldNote, false, []string{
			"Change the date …", "Turn into a note between meetings", "Open in meeting view", "Type up your paper notes …",
			"Earlier versions", "Move to trash",
		}},
		{"journal", notes.JournalNote, false, []string{
			"Change the date …", "Turn into a one-on-one", "Earlier versions", "Move to trash",
		}},
		{"my journal", notes.JournalNote, true, []string{"Change the date …", "Earlier versions", "Move to trash"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t)
			who := b.ana
			if c.mine {
				who = b.Me().ID
			}
			id := notes.NoteID(roomtest.Do(t, b.J, notes.NewNote{Person: who, Kind: c.kind, Date: b.Today(), Body: "words\n"})[0])
			place := room.Place{Screen: room.Notes, Person: who, Note: id}
			b.Enter(note.New(b, place), place)
			b.Tap("head.more")
			b.menu(c.want...)
		})
	}
}

func TestANoteThatCannotGoToTheTrashIsWrittenOn(t *testing.T) {
	b := open(t)
	id := b.reading("begun\n")
	b.FailWrites(notes.ErrFull)
	b.Choose("head.more", "Move to trash")
	if len(b.Shown) != 1 {
		t.Errorf("shown: %v", b.Shown)
	}
	b.Press(fyne.KeyEscape)
	b.FailWrites(nil)
	b.Write("and more")
	b.pause()
	b.stored(id, "begun\nand more")
}

// twice is a note whose text was "first words\n" ten minutes ago.
func (b *bench) twice() notes.NoteID {
	b.T.Helper()
	id := b.reading("first words\n")
	b.Pass(10 * time.Minute)
	b.Editor().Replace(0, len("first"), "second")
	b.pause()
	b.stored(id, "second words\n")
	return id
}

func versionKey(i int) string { return fmt.Sprintf("version.%d", i) }

func TestAnEarlierVersionIsBroughtBackAndTheOneAfterItIsKept(t *testing.T) {
	b := open(t)
	id := b.twice()
	b.Write("not saved yet")
	b.Choose("head.more", "Earlier versions")
	b.Sees("first words")
	list, err := b.J.Revisions(id)
	if err != nil {
		t.Fatal(err)
	}
	b.Tap(versionKey(slices.IndexFunc(list, func(r notes.Revision) bool { return r.Body == "first words\n" })))
	b.written("first words\n")
	b.stored(id, "first words\n")
	kept, err := b.J.Revisions(id)
	if err != nil || len(kept) == 0 || kept[0].Body != "second words\nnot saved yet" {
		t.Errorf("kept: %+v, %v", kept, err)
	}
	b.Editor().Undo()
	b.pause()
	b.written("second words\nnot saved yet")
	b.stored(id, "second words\nnot saved yet")
	b.quiet()
}

func TestAVersionThatCannotBeKeptIsNotOverwritten(t *testing.T) {
	b := open(t)
	id := b.twice()
	b.Choose("head.more", "Earlier versions")
	b.FailWrites(notes.ErrFull)
	b.Tap(versionKey(0))
	if len(b.Shown) != 1 {
		t.Errorf("shown: %v", b.Shown)
	}
	b.FailWrites(nil)
	b.Press(fyne.KeyEscape)
	b.written("second words\n")
	b.stored(id, "second words\n")
}

func TestANewNoteHasNoEarlierVersion(t *testing.T) {
	b := open(t)
	b.reading("words\n")
	b.Choose("head.more", "Earlier versions")
	b.Sees("No earlier versions of this note yet.")
}

func TestTheVersionsOfAJournalToReadAreShownAlone(t *testing.T) {
	b := open(t)
	b.twice()
	b.Seal()
	b.Reload()
	b.Choose("head.more", "Earlier versions")
	b.Sees("first words")
	if o, ok := b.Find(versionKey(0)).(fyne.Disableable); !ok || !o.Disabled() {
		t.Error("it can be brought back")
	}
}

func TestWhatChangedSinceAVersionIsShownAndTheVersionBroughtBack(t *testing.T) {
	b := open(t)
	id := b.twice()
	b.Choose("head.more", "Earlier versions")
	b.Sees("Today", "1 line changed or removed since, 1 line new or changed")
	list, err := b.J.Revisions(id)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(list, func(r notes.Revision) bool { return r.Body == "first words\n" })
	b.Tap(versionKey(at) + ".compare")
	b.Sees("Changes since today", "−", "+", "first", "second", "words")
	b.Tap("dialog/cancel")
	b.Sees("Earlier versions")
	b.Tap(versionKey(at) + ".compare")
	b.Tap("dialog/confirm")
	b.written("first words\n")
	b.Editor().Undo()
	b.pause()
	b.stored(id, "second words\n")
	b.quiet()
}
