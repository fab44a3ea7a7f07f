package note_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/draft"
	"handback/ui/note"
	"handback/ui/room"
	"handback/ui/roomtest"
)

// bench is a journal with Ana and Ben, on Monday 23 November 2026 at 10:00, in which notes are read and written.
type bench struct {
	*roomtest.Host
	ana, ben notes.PersonID
}

func open(t *testing.T) *bench {
	t.Helper()
	b := &bench{Host: roomtest.Open(t)}
	people := roomtest.Do(t, b.J,
		notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz", Pronoun: notes.She, State: notes.StateHere, Since: "2026-01-01"},
		notes.Person{Kind: notes.KindReport, Name: "Ben Kofi", Pronoun: notes.He, State: notes.StateHere, Since: "2026-01-01"})
	b.ana, b.ben = notes.PersonID(people[0]), notes.PersonID(people[1])
	return b
}

// add adds a note about Ana.
func (b *bench) add(kind notes.NoteKind, day notes.Date, body string) notes.NoteID {
	b.T.Helper()
	return notes.NoteID(roomtest.Do(b.T, b.J, notes.NewNote{Person: b.ana, Kind: kind, Date: day, Body: body})[0])
}

// enter shows Ana's notes with one of them open; 0 is the one that the room chooses.
func (b *bench) enter(id notes.NoteID) {
	b.T.Helper()
	place := room.Place{Screen: room.Notes, Person: b.ana, Note: id}
	b.Enter(note.New(b, place), place)
}

// reading adds a journal note of today and opens it.
func (b *bench) reading(body string) notes.NoteID {
	b.T.Helper()
	id := b.add(notes.JournalNote, b.Today(), body)
	b.enter(id)
	return id
}

// pause lets the pause in typing pass after which a text is saved, filed and asked about.
func (b *bench) pause() { b.Pass(2 * time.Second) }

// read is a note as it is stored.
func (b *bench) read(id notes.NoteID) notes.Note {
	b.T.Helper()
	n, err := b.J.Note(id)
	if err != nil {
		b.T.Fatal(err)
	}
	return n
}

// stored fails the test where a note is stored otherwise.
func (b *bench) stored(id notes.NoteID, want string) {
	b.T.Helper()
	if got := b.read(id).Body; got != want {
		b.T.Errorf("stored is %q, not %q", got, want)
	}
}

// written fails the test where the editor holds another text.
func (b *bench) written(want string) {
	b.T.Helper()
	if got := b.Editor().Text(); got != want {
		b.T.Errorf("the editor holds %q, not %q", got, want)
	}
}

// quiet fails the test where an error was shown.
func (b *bench) quiet() {
	b.T.Helper()
	for _, err := range b.Shown {
		b.T.Errorf("an error was shown: %v", err)
	}
}

// said fails the test where something else was said last.
func (b *bench) said(want string) {
	b.T.Helper()
	if len(b.Said) == 0 || b.Said[len(b.Said)-1] != want {
		b.T.Errorf("said %q, not %q", b.Said, want)
	}
}

func listKey(id notes.NoteID) string { return fmt.Sprintf("list.note.%d", id) }

func TestTheNotesOfAPersonAreListedByDate(t *testing.T) {
	b := open(t)
	old := b.add(notes.HeldNote, "2026-11-09", "decided Ana: keep the tool\ntodo Ana: write it down\n")
	planned := b.add(notes.PlannedNote, "2026-11-30", "topic: the budget\n")
	b.add(notes.JournalNote, "2026-11-20", "She spoke up in the review.\n")
	roomtest.Note(t, b.J, b.ben, "2026-11-19", "Ben's own words\n")
	b.enter(0)
	b.written("She spoke up in the review.\n") // the newest that is not planned
	var listed []string
	for _, key := range b.Keys() {
		if strings.HasPrefix(key, "list.note.") {
			listed = append(listed, key)
		}
	}
	if len(listed) != 3 || listed[0] != listKey(planned) || listed[2] != listKey(old) {
		t.Errorf("listed: %q", listed)
	}
	if row := b.TextIn(listKey(old)); !strings.Contains(row, "9 Nov") || !strings.Contains(row, "1 open") {
		t.Errorf("the oldest is listed as %q", row)
	}
	b.SeesNot("Ben's own words")
	b.quiet()
}

// TestARowOfTheListIsAsHighBeforeItIsSeen: what is made of the list as one scrolls moves nothing.
func TestARowOfTheListIsAsHighBeforeItIsSeen(t *testing.T) {
	b := open(t)
	var all []notes.NoteID
	for i := range 30 {
		body := "# 🎉 Ÿ 漢 " + strings.Repeat("a long title ", 20) + "\ntodo Ana: call them\n"
		all = append(all, b.add(notes.HeldNote, b.Today().AddDays(i-30), body))
	}
	b.enter(0)
	seen, unseen := b.Find(listKey(all[29])), b.Find(listKey(all[0]))
	if b.TextIn(listKey(all[29])) == "" || b.TextIn(listKey(all[0])) != "" {
		t.Fatalf("of the list %q and %q are made", b.TextIn(listKey(all[29])), b.TextIn(listKey(all[0])))
	}
	if is, was := seen.MinSize().Height, unseen.MinSize().Height; is != was {
		t.Errorf("a row is %v high, and %v before it is made", is, was)
	}
}

func TestOlderNotesAreOneTapAway(t *testing.T) {
	b := open(t)
	var first notes.NoteID
	for i := range 35 {
		if id := b.add(notes.JournalNote, b.Today().AddDays(i-40), "words\n"); i == 0 {
			first = id
		}
	}
	b.enter(0)
	if b.Has(listKey(first)) {
		t.Fatal("all are listed at once")
	}
	b.Tap("list.older")
	if !b.Has(listKey(first)) || b.Has("list.older") {
		t.Error("the oldest is not listed, or there is said to be an older one")
	}
}

func TestBeforeThereIsANoteTheRoomSaysWhatItIsFor(t *testing.T) {
	b := open(t)
	b.enter(0)
	b.Sees("No notes about Ana yet")
	if b.Has("note.editor") {
		t.Error("there is something to type into")
	}
	b.Tap("note.first")
	b.Tap("list.new")
	if fmt.Sprint(b.Ran) != "[note.new note.new]" {
		t.Errorf("ran %q", b.Ran)
	}
	id := b.add(notes.JournalNote, b.Today(), "")
	b.Reload() // as the shell does after the command
	b.Write("The first words")
	b.pause()
	b.stored(id, "The first words")
	if !b.Has(listKey(id)) {
		t.Error("the new note is not listed")
	}
}

func TestAPauseInTypingSaves(t *testing.T) {
	b := open(t)
	id := b.reading("She asked for more.\n")
	if b.Focused() != "note.editor" {
		t.Fatalf("the keyboard is at %q", b.Focused())
	}
	b.Write("And she was right.")
	b.stored(id, "She asked for more.\n")
	b.pause()
	b.stored(id, "She asked for more.\nAnd she was right.")
	if b.State != draft.Saved {
		t.Errorf("the window says %v", b.State)
	}
	b.quiet()
}

func TestANoteThatIsLeftIsSaved(t *testing.T) {
	for _, c := range []struct {
		name  string
		leave func(b *bench, other notes.NoteID)
	}{
		{"for another note", func(b *bench, other notes.NoteID) { b.Tap(listKey(other)) }},
		{"for another screen", func(b *bench, _ notes.NoteID) { b.Leave() }},
		{"for another field", func(b *bench, _ notes.NoteID) { b.Window().Canvas().Unfocus() }},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t)
			other := b.add(notes.HeldNote, "2026-11-09", "What was said then.\n")
			id := b.reading("")
			b.Write("Half a thou")
			c.leave(b, other)
			b.stored(id, "Half a thou")
			b.stored(other, "What was said then.\n")
			b.quiet()
		})
	}
}

func TestAnotherNoteIsOpenedInTheSameRoom(t *testing.T) {
	b := open(t)
	other := b.add(notes.HeldNote, "2026-11-09", "topic: then\n")
	id := b.reading("topic: today\n")
	b.Sees("Mon 23 Nov", "Today on the agenda")
	b.Tap(listKey(other))
	b.written("topic: then\n")
	b.Sees("Mon 9 Nov", "Then on the agenda")
	b.SeesNot("Mon 23 Nov", "Today on the agenda")
	b.Write("more")
	b.pause()
	b.stored(other, "topic: then\nmore")
	b.stored(id, "topic: today\n")
	for range "more" {
		b.Editor().Undo()
	}
	b.Editor().Undo()
	b.written("topic: then\n") // undo never leads into the note before
	b.quiet()
}

func TestANoteThatIsGoneGivesItsPlaceToAnother(t *testing.T) {
	b := open(t)
	other := b.add(notes.HeldNote, "2026-11-09", "What was said then.\n")
	id := b.reading("todo: today's\n")
	b.Choose("head.more", "Move to trash")
	b.said("Moved to trash")
	b.written("What was said then.\n")
	if b.Has(listKey(id)) || !b.Has(listKey(other)) {
		t.Error("the note that went to the trash is listed")
	}
	b.TakeBack()
	b.stored(id, "todo: today's\n")
	if !b.Has(listKey(id)) {
		t.Error("taken back, the note is not listed")
	}
	b.quiet()
}

func TestAPlaceShowsItsLine(t *testing.T) {
	b := open(t)
	id := b.add(notes.JournalNote, b.Today(), "one\ntwo\nthree\n")
	place := room.Place{Screen: room.Notes, Person: b.ana, Note: id, Line: 3}
	b.Enter(note.New(b, place), place)
	if line := b.Editor().Line(); line != 2 || b.Focused() != "note.editor" {
		t.Errorf("the caret is on line %d, the keyboard at %q", line+1, b.Focused())
	}
}

func TestTypingAtItsTimeHoldsAPlannedNote(t *testing.T) {
	for _, c := range []struct {
		name string
		day  notes.Date
		want notes.NoteKind
	}{
		{"on its day", "2026-11-23", notes.HeldNote},
		{"before its day", "2026-11-24", notes.PlannedNote},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t)
			id := b.add(notes.PlannedNote, c.day, "topic: a\n")
			b.enter(id)
			if n := b.read(id); n.Kind != notes.PlannedNote {
				t.Fatal("reading holds it")
			}
			b.Write("x")
			b.pause()
			if n := b.read(id); n.Kind != c.want || n.Body != "topic: a\nx" {
				t.Errorf("it is %s, with %q", n.Kind, n.Body)
			}
			if b.Has("head.start") != (c.want == notes.PlannedNote) {
				t.Error("the head does not say what it is now")
			}
			b.quiet()
		})
	}
}

func TestASaveThatFailsIsToldOnceAndLosesNothing(t *testing.T) {
	b := open(t)
	other := b.add(notes.HeldNote, "2026-11-09", "What was said then.\n")
	id := b.reading("todo: a\n")
	b.FailWrites(notes.ErrFull)
	b.Write("the last words")
	b.pause()
	b.pause()
	if len(b.NotSaved) != 1 || b.State != draft.NotSaved {
		t.Errorf("it says %v, told %v", b.State, b.NotSaved)
	}
	b.Tap("filed.1.tick") // cannot be done either
	if len(b.Shown) != 1 {
		t.Errorf("shown: %v", b.Shown)
	}
	b.Press(fyne.KeyEscape) // the dialog that says so
	b.Tap(listKey(other))   // leaves nothing behind that is not saved
	b.written("todo: a\nthe last words")
	b.FailWrites(nil)
	b.pause()
	b.stored(id, "todo: a\nthe last words")
	if b.State != draft.Saved {
		t.Errorf("it says %v", b.State)
	}
}

func TestANoteOfAJournalToReadIsShownAndNotChanged(t *testing.T) {
	b := open(t)
	held := b.add(notes.HeldNote, b.Today(), "todo: a\nAna to draft the plan\nTold her to use Kafka for the queue.\n")
	b.add(notes.PlannedNote, "2026-11-30", "topic: c\n")
	b.Seal()
	b.enter(held)
	b.pause()
	b.Sees("Filed from this note", "todo: a")
	for _, key := range []string{"filed.1.tick", "suggest.2.0", "suggest.2.away", "head.close", "head.start", "whose.3.call", "whose.3.ask"} {
		if b.Has(key) {
			t.Errorf("%q is offered", key)
		}
	}
	b.Tap("head.more")
	b.menu("Earlier versions")
	b.Tap("filed.1")
	b.menu("Show in the note")
	b.Tap(listKey(held + 1))
	if b.written("topic: c\n"); b.Has("head.start") {
		t.Error("a one-on-one can be started")
	}
	b.quiet()
}

// menu fails the test where the menu in view offers anything else, and closes it.
func (b *bench) menu(want ...string) {
	b.T.Helper()
	var got []string
	for _, key := range b.Keys() {
		if line, ok := strings.CutPrefix(key, "menu/"); ok {
			got = append(got, line)
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		b.T.Errorf("the menu offers %q, not %q", got, want)
	}
	b.Press(fyne.KeyEscape)
}

func TestWhatIsWrittenBesideThePlanDoesNotHoldIt(t *testing.T) {
	for _, c := range []struct {
		name string
		act  func(b *bench)
	}{
		{"a tick", func(b *bench) { b.Tap("filed.1.tick") }},
		{"a tick taken back", func(b *bench) { b.Tap("filed.1.tick"); b.TakeBack() }},
		{"a question for the agenda", func(b *bench) { b.Tap("whose.2.ask") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t)
			id := b.add(notes.PlannedNote, b.Today(), "todo: write it down\nTold her to use Kafka for the queue.\n")
			b.enter(id)
			c.act(b)
			b.pause()
			if n := b.read(id); n.Kind != notes.PlannedNote {
				t.Errorf("it is %s", n.Kind)
			}
			b.quiet()
		})
	}
}

// TestTheHeadOfANoteStandsAboveItsText, in whichever width the window comes to: what is beside the day in a wide one goes under it.
func TestTheHeadOfANoteStandsAboveItsText(t *testing.T) {
	b := open(t)
	b.enter(b.add(notes.HeldNote, b.Today(), "decided Ana: keep the tool\n"))
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for _, width := range []float32{1400, 940, 1400, 700, 940, 560} {
		b.Window().Resize(fyne.NewSize(width, 640))
		first := at(b.Editor()).Y
		more := b.Find("head.more") // which lays out once more
		if foot := at(more).Y + more.Size().Height; foot > first {
			t.Errorf("%.0f wide: the head ends at %.0f, the text begins at %.0f", width, foot, first)
		}
	}
}
