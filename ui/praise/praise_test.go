package praise_test

import (
	"errors"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/praise"
	"handback/ui/room"
	"handback/ui/roomtest"
)

// bench is the screen of Ana in a journal of its own, on Monday 23 November 2026.
type bench struct {
	*roomtest.Host
	ana notes.PersonID
}

func open(t *testing.T) *bench {
	t.Helper()
	h := roomtest.Open(t)
	b := &bench{Host: h, ana: roomtest.Person(t, h.J, "Ana Ruiz")}
	return b
}

func (b *bench) note(kind notes.NoteKind, day notes.Date, body string) notes.NoteID {
	b.T.Helper()
	return notes.NoteID(roomtest.Do(b.T, b.J, notes.NewNote{Person: b.ana, Kind: kind, Date: day, Body: body})[0])
}

func (b *bench) enter() {
	b.T.Helper()
	place := room.Place{Screen: room.Praise, Person: b.ana}
	b.Enter(praise.New(b, place), place)
}

func (b *bench) body(id notes.NoteID) string {
	b.T.Helper()
	n, err := b.J.Note(id)
	if err != nil {
		b.T.Fatal(err)
	}
	return n.Body
}

func (b *bench) heads() []notes.NoteHead {
	b.T.Helper()
	heads, err := b.J.NotesOf(b.ana, 0)
	if err != nil {
		b.T.Fatal(err)
	}
	return heads
}

func TestTheFirstPraiseBeginsTodaysJournalNote(t *testing.T) {
	b := open(t)
	b.enter()
	b.Sees("What has Ana done lately", "what Ana did")
	b.Tap("praise/first")
	b.Tap("dialog/confirm")
	b.Sees("Say what happened")
	b.Type("praise/form/happened", "the incident review")
	b.Type("praise/form/did", "let the juniors speak first")
	b.Type("praise/form/changed", "two of the fixes came from them")
	b.Press(fyne.KeyReturn)
	heads := b.heads()
	if len(heads) != 1 || heads[0].Kind != notes.JournalNote || heads[0].Date != "2026-11-23" {
		t.Fatalf("notes: %+v; shown: %v", heads, b.Shown)
	}
	want := "praise: the incident review — let the juniors speak first — two of the fixes came from them"
	if got := b.body(heads[0].ID); got != want && got != want+"\n" {
		t.Errorf("written %q, want %q", got, want)
	}
	b.Sees("The incident review", "Let the juniors speak first. Two of the fixes came from them.", "Mark as said", "1 not said yet")
	b.TakeBack()
	b.Sees("What has Ana done lately")
}

func TestPraiseGoesIntoTheJournalNoteThatIsThereAndNotIntoTheMeetings(t *testing.T) {
	b := open(t)
	held := b.note(notes.HeldNote, "2026-11-23", "# Today")
	journal := b.note(notes.JournalNote, "2026-11-23", "Met in the hall.\r\nno line end")
	b.enter()
	b.Tap("praise/feedback")
	b.Sees("Feedback for Ana")
	b.Type("praise/form/happened", "late change to the schema")
	b.Tap("praise/form/said")
	b.Tap("dialog/confirm")
	if got := b.body(held); got != "# Today" {
		t.Errorf("the meeting's note became %q", got)
	}
	const line = "feedback: late change to the schema (said 2026-11-23)"
	if got, want := b.body(journal), "Met in the hall.\r\nno line end\r\n"+line; got != want && got != want+"\r\n" {
		t.Errorf("written %q, want %q", got, want)
	}
	b.Sees("Late change to the schema", "said 23 Nov")
}

func TestOneTapSaysThatItWasSaid(t *testing.T) {
	b := open(t)
	note := b.note(notes.HeldNote, "2026-11-20", "Before\npraise: ran the review\nfeedback: the late change\nAfter")
	b.enter()
	b.Sees("not said yet", "Feedback", "Praise")
	b.Focus("praise/praise/0/said")
	b.Press(fyne.KeyReturn)
	if got, want := b.body(note), "Before\npraise: ran the review (said 2026-11-23)\nfeedback: the late change\nAfter"; got != want {
		t.Errorf("written %q, want %q", got, want)
	}
	b.Sees("said 23 Nov")
	b.Tap("praise/feedback/0/said")
	b.SeesNot("not said yet")
	b.Choose("praise/praise/0/more", "Mark as not said yet")
	if got, want := b.body(note), "Before\npraise: ran the review\nfeedback: the late change (said 2026-11-23)\nAfter"; got != want {
		t.Errorf("written %q, want %q", got, want)
	}
}

func TestARewardSaysHow(t *testing.T) {
	b := open(t)
	note := b.note(notes.JournalNote, "2026-10-09", "praise: first review of her own — kept it to an hour")
	b.enter()
	b.Choose("praise/praise/0/more", "Add a reward …")
	b.Type("praise/form/how", "book voucher")
	b.Press(fyne.KeyReturn)
	if got, want := b.body(note), "praise: first review of her own — kept it to an hour (rewarded 2026-11-23: book voucher)"; got != want {
		t.Errorf("written %q, want %q", got, want)
	}
	b.Sees("said · rewarded: book voucher")
}

func TestThePartsAreEditedInTheirLine(t *testing.T) {
	b := open(t)
	note := b.note(notes.JournalNote, "2026-10-09", "praise: ran it #platform — kept it short (said 2026-10-12)\nAfter")
	b.enter()
	b.Choose("praise/praise/0/more", "Edit …")
	b.Type("praise/form/changed", "the team asked for another")
	b.Tap("dialog/confirm")
	want := "praise: ran it #platform — kept it short — the team asked for another (said 2026-10-12)\nAfter"
	if got := b.body(note); got != want {
		t.Errorf("written %q, want %q", got, want)
	}
}

func TestAnEntryLeadsToItsNote(t *testing.T) {
	b := open(t)
	note := b.note(notes.JournalNote, "2026-10-09", "One\ntwo\npraise: ran it")
	b.enter()
	b.Tap("praise/praise/0")
	if len(b.Places) != 1 || b.Places[0] != (room.Place{Screen: room.Notes, Person: b.ana, Note: note, Line: 3}) {
		t.Errorf("went to %+v", b.Places)
	}
}

func TestALongLogIsShownWholeByATapAndWhatIsUnsaidAlways(t *testing.T) {
	b := open(t)
	for i := range 12 {
		state := " (said)"
		if i == 0 {
			state = ""
		}
		b.note(notes.JournalNote, notes.Date("2026-05-01").AddDays(7*i), "praise: act "+strconv.Itoa(i)+state)
	}
	b.enter()
	b.Sees("12", "Act 0", "Act 11")
	b.SeesNot("Act 2 ")
	b.Tap("praise/praise/all")
	b.Sees("Act 2 ", "Show the newest")
}

func TestWhatIsOlderThanAYearComesByATapButForWhatIsUnsaid(t *testing.T) {
	b := open(t)
	b.note(notes.JournalNote, "2024-03-01", "praise: long ago (said)\nfeedback: still to say")
	b.note(notes.JournalNote, "2025-11-24", "praise: the first week (said)")
	b.enter()
	b.Sees("The first week", "Still to say", "1 in the last year")
	b.SeesNot("Long ago")
	b.Tap("praise/older")
	b.Sees("Long ago", "The first week")
	b.SeesNot("in a year", "Show praise older than a year")
}

func TestPraiseOfLongAgoIsNoEmptyLog(t *testing.T) {
	b := open(t)
	b.note(notes.JournalNote, "2024-03-01", "praise: long ago (said)")
	b.enter()
	b.Sees("None in the last year", "Show praise older than a year")
	b.SeesNot("What has Ana done lately")
}

func TestAFailedWriteKeepsWhatWasTyped(t *testing.T) {
	b := open(t)
	b.FailWrites(notes.ErrFull)
	b.enter()
	b.Tap("praise/log")
	b.Type("praise/form/happened", "the incident review")
	b.Tap("dialog/confirm")
	if len(b.Shown) != 1 || !errors.Is(b.Shown[0], notes.ErrFull) {
		t.Errorf("shown: %v", b.Shown)
	}
	b.Sees("the incident review", "Log it")
}
