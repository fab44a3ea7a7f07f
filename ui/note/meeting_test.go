package note_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/note"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

// meet holds a one-on-one with Ana today and shows the meeting view of its note.
func (b *bench) meet(body string) (id notes.NoteID, view *note.Meeting) {
	b.T.Helper()
	id = b.add(notes.HeldNote, b.Today(), body)
	place := room.Place{Screen: room.Meeting, Person: b.ana, Note: id}
	view = note.NewMeeting(b, place).(*note.Meeting)
	b.Enter(view, place)
	return id, view
}

// secrets is a note with lines that Ana may not see, and what of it she may.
const secrets = "topic: the budget\nprivate: pay round in March\n  with a line below it\ntodo Ben: not for her eyes\nwe talked\n"

func TestAMeetingShowsNothingThatIsNotForThem(t *testing.T) {
	b := open(t)
	roomtest.Note(t, b.J, b.ben, b.Today(), `todo me for Ana: say why Ben leaves
todo me for Ana: send the figures
private: todo me for Ana: the warning
`)
	b.add(notes.JournalNote, "2026-11-20", `Told her to use Kafka for the queue.
praise: ran the review
feedback: late twice
idea: drop the mail
private: todo me: the offer
`)
	b.meet(secrets)
	b.Sees("Ana Ruiz", "we talked", "The budget", "Send the figures", "3 lines folded")
	b.SeesNot("pay round", "line below", "her eyes", "Ben", "leaves", "warning", "offer", "Kafka", "Whose call", "review", "late twice",
		"said yet", "weeks", "%", "90 days", "because")
	b.pause()
	b.SeesNot("Whose call", "Filed from this note")
	b.quiet()
}

func TestWhatIsHiddenInAMeetingIsKept(t *testing.T) {
	b := open(t)
	id, _ := b.meet(secrets)
	b.Write("todo Ana: the mill house")
	b.written("topic: the budget\nwe talked\ntodo Ana: the mill house")
	b.pause()
	b.stored(id, secrets+"todo Ana: the mill house")
	b.Sees("Ana's actions 1", "The mill house")
	for range 40 {
		b.Editor().Undo()
	}
	b.written("topic: the budget\nwe talked\n")
	b.Leave()
	b.stored(id, secrets)
	b.quiet()
}

func TestATickInAMeetingRewritesTheLineWhereItStands(t *testing.T) {
	b := open(t)
	before := b.add(notes.HeldNote, "2026-11-16", "todo: write it down\ntodo me: ask HR\n")
	id, _ := b.meet("private: p\ntopic: the budget\n")
	for _, c := range []struct {
		key, done string
		in        notes.NoteID
		body      string
	}{
		{"meeting.agenda.%d.2", "meeting.done.%d.2", id, "private: p\ntopic: the budget%s\n"},
		{"meeting.owns.%d.1", "", before, "todo: write it down%s\ntodo me: ask HR\n"},
		{"meeting.owe.%d.2", "", before, "todo: write it down\ntodo me: ask HR%s\n"},
	} {
		t.Run(c.key, func(t *testing.T) {
			b.T = t
			key := fmt.Sprintf(c.key, c.in)
			b.Tap(key)
			if got := b.read(c.in).Body; !strings.Contains(got, "2026-11-23)") {
				t.Errorf("stored is %q", got)
			}
			b.SeesNot("private")
			if c.done != "" {
				b.Sees("1 of 1")
				b.Tap(fmt.Sprintf(c.done, c.in))
			} else {
				b.TakeBack()
			}
			b.stored(c.in, fmt.Sprintf(c.body, ""))
			if !b.Has(key) {
				t.Errorf("%q is not in view again", key)
			}
			b.quiet()
		})
	}
}

func TestATickInAMeetingThatFailsIsShownOnce(t *testing.T) {
	b := open(t)
	id, _ := b.meet("topic: the budget\n")
	key := fmt.Sprintf("meeting.agenda.%d.1", id)
	b.FailWrites(notes.ErrFull)
	b.Tap(key)
	if len(b.Shown) != 1 {
		t.Errorf("shown: %v", b.Shown)
	}
	b.Press(fyne.KeyEscape)
	if b.Find(key).(*widgets.Checkbox).On() {
		t.Error("the box is ticked though nothing was saved")
	}
	b.stored(id, "topic: the budget\n")
}

func TestATopicIsAddedInAMeeting(t *testing.T) {
	b := open(t)
	id, _ := b.meet("we talked\n")
	b.Write("half a wo")
	b.Type("meeting.topic", "the offsite")
	b.Press(fyne.KeyReturn)
	b.stored(id, "we talked\nhalf a wo\ntopic: the offsite")
	b.Sees("Agenda 0 of 1", "The offsite")
	if b.Focused() != "meeting.topic" || strings.Contains(b.TextIn("meeting.topic"), "the offsite") {
		t.Errorf("the keyboard is at %q, the field holds %q", b.Focused(), b.TextIn("meeting.topic"))
	}
	b.Press(fyne.KeyReturn) // nothing to add
	b.stored(id, "we talked\nhalf a wo\ntopic: the offsite")
	b.quiet()
}

func TestATopicThatCannotBeAddedStaysInItsField(t *testing.T) {
	b := open(t)
	b.meet("")
	b.FailWrites(notes.ErrFull)
	b.Type("meeting.topic", "the offsite")
	b.Press(fyne.KeyReturn)
	if len(b.Shown) != 1 {
		t.Errorf("shown: %v", b.Shown)
	}
	b.Press(fyne.KeyEscape)
	b.Sees("the offsite")
}

func TestATopicIsTypedOnWhereSomethingIsTicked(t *testing.T) {
	b := open(t)
	id, _ := b.meet("topic: the budget\n")
	b.Type("meeting.topic", "the off")
	b.Tap(fmt.Sprintf("meeting.agenda.%d.1", id))
	b.Type("meeting.topic", "site")
	b.Press(fyne.KeyReturn)
	b.stored(id, "topic: the budget (answered 2026-11-23)\ntopic: the offsite\n")
	b.quiet()
}

func TestAMeetingCompletesNoOtherName(t *testing.T) {
	b := open(t)
	b.meet("")
	b.Write("todo B")
	b.SeesNot("Ben")
	b.Write("\ntodo A")
	b.Sees("Ana")
}

func TestAMeetingSaysWhetherItIsSaved(t *testing.T) {
	b := open(t)
	b.meet("")
	b.Sees("Saved")
	b.Write("x")
	b.Sees("Saving …")
	b.FailWrites(notes.ErrFull)
	b.pause()
	b.Sees("Not saved")
	b.FailWrites(nil)
	b.pause()
	b.SeesNot("Not saved")
}

func TestTheirPageIsOneTapFromAMeeting(t *testing.T) {
	b := open(t)
	b.meet("")
	b.Tap("meeting.their")
	if fmt.Sprint(b.Ran) != "[go.theirs]" {
		t.Errorf("ran %q", b.Ran)
	}
}

func TestTheSearchOfAMeetingIsOfThisPersonAlone(t *testing.T) {
	b := open(t)
	b.add(notes.HeldNote, "2026-11-02", "an older mill\nprivate: the mill secret\ntodo Ben: the mill for others\n")
	b.add(notes.HeldNote, "2026-11-06", "Ben wants the mill too\n")
	roomtest.Note(t, b.J, b.ben, "2026-11-09", "the mill of Kofi\n")
	b.meet("words about the mill\n")
	b.Tap("meeting.search")
	if b.Focused() != "meeting.find" {
		t.Errorf("the keyboard is at %q", b.Focused())
	}
	b.Type("meeting.find", "mill")
	b.Sees("older", "words about the", "2 Nov")
	b.SeesNot("secret", "others", "Ben", "Kofi", "9 Nov", "6 Nov")
	b.Fill("meeting.find", "secret")
	b.Sees("Nothing found.")
	b.Fill("meeting.find", " ")
	b.SeesNot("Nothing found.")
	b.quiet()
}

func TestAMeetingOfAJournalToReadHidesTheSame(t *testing.T) {
	b := open(t)
	id := b.add(notes.HeldNote, b.Today(), secrets)
	b.Seal()
	place := room.Place{Screen: room.Meeting, Person: b.ana, Note: id}
	view := note.NewMeeting(b, place).(*note.Meeting)
	b.Enter(view, place)
	b.SeesNot("pay round", "Ben")
	view.Close()
	if got := b.Place(); got != (room.Place{Screen: room.Notes, Person: b.ana, Note: id}) {
		t.Errorf("closed, it is at %+v", got)
	}
	if b.Has(widgets.DialogConfirm) {
		t.Error("something is asked that cannot be answered")
	}
	b.quiet()
}

// closing shows the dialog of a one-on-one that ends.
func (b *bench) closing(body string) notes.NoteID {
	b.T.Helper()
	id, view := b.meet(body)
	view.Close()
	return id
}

func TestClosingAsksOnlyWhatIsUnsaid(t *testing.T) {
	b := open(t)
	id := b.closing("decided: use the old tool\ndecided Ana: skip June\ntodo: write it down\ndecided: hire a tester\n")
	b.Sees("Who decided?", "Use the old tool", "Hire a tester", "Next one-on-one")
	b.SeesNot("Skip June", "Write it down", "What did this question lead to?")
	b.Focus("closing.who.0")
	b.Press(fyne.KeyRight)
	b.Press(fyne.KeyRight)
	b.Press(fyne.KeyRight)
	b.Fill("closing.day", "2026-12-07")
	b.Fill("closing.at", "11:00")
	b.Tap(widgets.DialogConfirm)
	b.stored(id, "decided Ana: use the old tool\ndecided Ana: skip June\ntodo: write it down\ndecided: hire a tester\n")
	if next, err := b.J.PlannedNote(b.ana); err != nil || next.Date != "2026-12-07" || next.At != "11:00" {
		t.Errorf("planned: %s %s, %v", next.Date, next.At, err)
	}
	b.said("One-on-one closed")
	b.quiet()
}

func TestSkippingTheClosingIsOneKeyAndIsNeverAskedAgain(t *testing.T) {
	b := open(t)
	const body = "decided: use the old tool\n"
	id := b.closing(body)
	b.Sees("Who decided?")
	b.Press(fyne.KeyEscape)
	if b.Has(widgets.DialogConfirm) {
		t.Fatal("the dialog stays")
	}
	b.stored(id, body)
	if _, err := b.J.PlannedNote(b.ana); err == nil {
		t.Error("a one-on-one was planned")
	}
	b.enter(id)
	if b.Has("head.close") {
		t.Error("it can be closed again")
	}
	place := room.Place{Screen: room.Meeting, Person: b.ana, Note: id}
	again := note.NewMeeting(b, place).(*note.Meeting)
	b.Enter(again, place)
	again.Close()
	b.SeesNot("Who decided?")
	b.quiet()
}

func TestAOneOnOneThatWasLeftOpenIsClosedFromItsNote(t *testing.T) {
	for _, c := range []struct {
		name string
		day  notes.Date
		want bool
	}{
		{"of today", "2026-11-23", true},
		{"of yesterday", "2026-11-22", true},
		{"of before", "2026-11-20", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t)
			id := b.add(notes.HeldNote, c.day, "decided: use the old tool\n")
			b.enter(id)
			if b.Has("head.close") != c.want {
				t.Fatalf("it can be closed: %v", !c.want)
			}
			if c.want {
				b.Tap("head.close")
				b.Sees("Who decided?", "Use the old tool")
			}
		})
	}
}

func TestAClosingThatCannotBeWrittenKeepsWhatWasSaid(t *testing.T) {
	b := open(t)
	id := b.closing("decided: use the old tool\n")
	b.Fill("closing.day", "2026-11-20")
	b.Tap(widgets.DialogConfirm)
	b.Sees("can't be in the past")
	b.Fill("closing.day", "2026-12-07")
	b.FailWrites(notes.ErrFull)
	b.Tap(widgets.DialogConfirm)
	if len(b.Shown) != 1 {
		t.Errorf("shown: %v", b.Shown)
	}
	b.Sees("2026-12-07", "Who decided?")
	b.FailWrites(nil)
	b.Tap(widgets.DialogConfirm)
	if next, err := b.J.PlannedNote(b.ana); err != nil || next.Date != "2026-12-07" {
		t.Errorf("planned: %s, %v", next.Date, err)
	}
	b.stored(id, "decided: use the old tool\n")
}

func TestWhatWasAgreedIsCopiedForThem(t *testing.T) {
	b := open(t)
	b.closing(`decided we: skip June
todo: write it down
todo me: ask HR
todo Ana: a talk with Ben
private: todo me: the offer
praise: ran it
`)
	b.Tap("note.copy")
	got := fyne.CurrentApp().Clipboard().Content()
	for _, want := range []string{"skip June", "write it down", "ask HR"} {
		if !strings.Contains(strings.ToLower(got), strings.ToLower(want)) {
			t.Errorf("%q is not copied: %q", want, got)
		}
	}
	for _, secret := range []string{"Ben", "offer", "ran it"} {
		if strings.Contains(got, secret) {
			t.Errorf("%q is copied: %q", secret, got)
		}
	}
	b.said("Copied what you agreed on, plus Ana's actions and yours. 1 line was left out.") // beside her it does not say why
}

func TestAClosedMeetingPlansTheNextByItsRhythm(t *testing.T) {
	b := open(t)
	ana := b.Person(b.ana)
	ana.Rhythm = notes.Rhythm{Every: 1, Unit: notes.Weeks, Fixed: true, Weekday: b.Clock.Weekday(), At: "10:00"}
	roomtest.Do(t, b.J, ana)
	b.closing("we talked\n")
	if b.Has(widgets.DialogConfirm) {
		t.Error("something is asked though nothing is unsaid")
	}
	if next, err := b.J.PlannedNote(b.ana); err != nil || next.Date != "2026-11-30" || next.At != "10:00" {
		t.Errorf("planned: %s %s, %v", next.Date, next.At, err)
	}
	b.quiet()
}
