package note_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/whosecall"
	"handback/ui/roomtest"
)

const told = "Told her to use Kafka for the queue."

func TestWhoseCallItIsIsAskedOnceTypingPauses(t *testing.T) {
	b := open(t)
	b.reading("")
	for _, r := range told {
		b.Type("note.editor", string(r))
		b.SeesNot("Whose call is this?") // also where a save falls into the typing
		b.Pass(100 * time.Millisecond)
	}
	b.Pass(time.Second)
	b.SeesNot("Whose call is this?")
	b.Pass(time.Second)
	b.Sees("Whose call is this?", "Ask next time")
	if b.Focused() != "note.editor" {
		t.Errorf("the keyboard went to %q", b.Focused())
	}
	b.quiet()
}

func TestWhoseCallItIsWaitsWhileQuestionsAreHeldBack(t *testing.T) {
	t.Run("their own news", func(t *testing.T) {
		b := open(t)
		b.reading(told + "\nHer father died on Sunday.\n")
		b.SeesNot("Whose call is this?")
		b.Tap("quiet.lift")
		b.Sees("Whose call is this?")
	})
	t.Run("what was agreed", func(t *testing.T) {
		b := open(t)
		p := b.Person(b.ana)
		p.QuietUntil = b.Today().AddDays(3)
		roomtest.Do(b.T, b.J, p)
		b.reading(told + "\n")
		b.SeesNot("Whose call is this?")
	})
}

func TestAnAnswerWritesWhoseCallItWas(t *testing.T) {
	for i, c := range []struct{ answer, line, said string }{
		{"Mine", "decided me: ", "Noted as your call"},
		{"Shared", "decided we: ", "Noted as a shared call"},
		{"Theirs", "decided Ana: ", "Noted as Ana's call"},
	} {
		t.Run(c.answer, func(t *testing.T) {
			b := open(t)
			id := b.reading(told + "\n")
			b.Focus("whose.1.call")
			for range i + 1 {
				b.Press(fyne.KeyRight)
			}
			b.stored(id, told+"\n") // moving alone answers nothing
			b.Press(fyne.KeySpace)
			b.Type("whose.1.call", " ")
			b.said(c.said)
			want := told + "\n" + c.line + "told her to use Kafka for the queue\n"
			b.stored(id, want)
			b.written(want)
			b.SeesNot("Whose call is this?")
			b.TakeBack()
			b.stored(id, told+"\n")
			b.Sees("Whose call is this?")
			b.quiet()
		})
	}
}

func TestAQuestionGoesOnTheNextOneOnOne(t *testing.T) {
	b := open(t)
	planned := b.add(notes.PlannedNote, "2026-11-30", "")
	id := b.reading(told + "\n")
	b.Sees("Ask on 30 Nov")
	b.Tap("whose.1.ask")
	b.said("Added to the agenda")
	if got := b.read(planned).Body; !strings.HasPrefix(got, "ask: ") || !strings.HasSuffix(strings.TrimSpace(got), "?") {
		t.Errorf("the plan is %q", got)
	}
	b.stored(id, told+"\n")
	b.SeesNot("Whose call is this?")
	b.quiet()
}

func TestAQuestionThatWasWavedAwayIsNotAskedAgain(t *testing.T) {
	b := open(t)
	id := b.reading(told + "\n")
	b.Tap("whose.1.away")
	b.said("Handback won't ask about this line again")
	b.SeesNot("Whose call is this?")
	b.enter(id)
	b.pause()
	b.SeesNot("Whose call is this?")
	verdicts, err := b.J.Verdicts(b.Today())
	if err != nil || len(verdicts) != 1 || verdicts[0].Verdict != whosecall.DismissedVerdict {
		t.Errorf("%+v, %v", verdicts, err)
	}
	b.stored(id, told+"\n")
	b.quiet()
}

func TestAnAnswerThatCannotBeWrittenIsAskedAgain(t *testing.T) {
	b := open(t)
	id := b.reading(told + "\n")
	b.FailWrites(notes.ErrFull)
	b.Focus("whose.1.call")
	for range 3 { // theirs: its question would be offered
		b.Press(fyne.KeyRight)
	}
	b.Type("whose.1.call", " ")
	if len(b.Shown) != 1 {
		t.Errorf("shown: %v", b.Shown)
	}
	b.Press(fyne.KeyEscape)
	b.FailWrites(nil)
	b.Reload()
	b.stored(id, told+"\n")
	b.Sees("Whose call is this?")
	b.SeesNot("Hand it back")
}

func TestWhoAnswersHasPaused(t *testing.T) {
	b := open(t)
	id := b.reading(told + "\n")
	b.Write("and")
	b.Tap("whose.1.away")
	b.SeesNot("Whose call is this?")
	b.stored(id, told+"\nand")
	b.quiet()
}

func TestNothingIsAskedOfALineThatIsGone(t *testing.T) {
	b := open(t)
	b.reading(told + "\n")
	b.Sees("Whose call is this?")
	b.Editor().Replace(0, len(told), "We had lunch.")
	b.Pass(200 * time.Millisecond)
	b.SeesNot("Whose call is this?")
}
