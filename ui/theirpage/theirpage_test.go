package theirpage_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/theirpage"
	"handback/ui/widgets"
)

// bench is a journal with Ana and Ben, on Monday 23 November 2026.
type bench struct {
	*roomtest.Host
	ana, ben notes.PersonID
}

func open(t *testing.T) *bench {
	t.Helper()
	b := &bench{Host: roomtest.Open(t)}
	b.ana, b.ben = roomtest.Person(t, b.J, "Ana Ruiz"), roomtest.Person(t, b.J, "Ben Kofi")
	return b
}

// enter shows Ana's page; part is theirpage.Turned for her to read, "" for the manager.
func (b *bench) enter(part string) *theirpage.Room {
	b.T.Helper()
	place := room.Place{Screen: room.TheirPage, Person: b.ana, Part: part}
	r := theirpage.New(b, place).(*theirpage.Room)
	b.Enter(r, place)
	return r
}

func (b *bench) quiet() {
	b.T.Helper()
	for _, err := range b.Shown {
		b.T.Errorf("an error was shown: %v", err)
	}
}

// filled gives Ana a page with something in each part, and two lines that name Ben.
func (b *bench) filled() {
	b.T.Helper()
	roomtest.Note(b.T, b.J, b.ana, "2026-11-16", `todo me: answer on the budget by 2026-11-30
todo me: ask Ben about the rota
idea: drop the Monday mail
idea: swap weeks with Ben
idea: a wiki (declined: nobody would keep it)
private: todo me: the offer
praise: ran the review
feedback: late twice
`)
	roomtest.Note(b.T, b.J, b.ben, "2026-11-16", "todo me for Ana: what Kofi wants\n")
	goal := notes.Goal{
		Person: b.ana, Title: "Lead platform", Tag: "platform", State: notes.GoalOpen, Start: "2026-11-01",
		StepInIf: "Support hears of it first", StepInAgreed: "2026-10-02",
	}
	roomtest.Do(b.T, b.J, goal, notes.Step{Text: "Runs the review", Owner: notes.Them, Order: 1})
	roomtest.Do(b.T, b.J, notes.Area{Person: b.ana, Tag: "platform", Limits: "The budget"},
		notes.AreaLevel{Person: b.ana, Tag: "platform", DatedLevel: notes.DatedLevel{From: "2026-01-05", Level: notes.Delegate}},
		notes.Expectation{Person: b.ana, Theirs: true, Text: "Bad news early", Agreed: "2026-01-05"})
}

func TestThePageSaysWhatIsTheirsAndWhatIOwe(t *testing.T) {
	for _, part := range []string{"", theirpage.Turned} {
		t.Run("part "+part, func(t *testing.T) {
			b := open(t)
			b.filled()
			b.enter(part)
			b.Sees("Ana", "Monday 23 November", "Yours to decide", "Platform", "limits: the budget",
				"Where you're headed", "Lead platform", "Runs the review", "I'd step in if", "we agreed to this on 2 Oct",
				"Answer on the budget", "by 30 Nov", "Drop the Monday mail", "I owe you an answer", "nobody would keep it",
				"Bad news early")
			b.SeesNot("the offer", "ran the review", "late twice", "Kofi", "Delegate", "%")
			b.quiet()
		})
	}
}

func TestThePageTurnedRoundShowsTheSheetAlone(t *testing.T) {
	b := open(t)
	b.filled()
	b.enter(theirpage.Turned)
	b.SeesNot("Ben", "rota", "hidden until", "someone else", "Written for", "Agreed on", "six months")
	for _, key := range b.Keys() {
		if o, taps := b.Find(key).(fyne.Tappable); taps && key != "their.back" {
			t.Errorf("%q can be tapped: %T", key, o)
		}
	}
	b.Tap("their.back")
	if fmt.Sprint(b.Ran) != "[go.back]" {
		t.Errorf("ran %q", b.Ran)
	}
}

func TestThePageIsTurnedRoundByATap(t *testing.T) {
	b := open(t)
	b.enter("")
	b.Tap("their.turn")
	if want := (room.Place{Screen: room.TheirPage, Person: b.ana, Part: theirpage.Turned}); b.Place() != want {
		t.Errorf("it is at %+v", b.Place())
	}
}

func TestALineThatNamesSomebodyElseWaitsUntilItWasLookedAt(t *testing.T) {
	b := open(t)
	b.filled()
	b.enter("")
	b.Sees("2 lines name someone else", "hidden until you've checked it", "Ask Ben about the rota", "Swap weeks with Ben")
	b.Tap("their.let.0")
	b.Sees("1 line names someone else")
	b.enter(theirpage.Turned)
	b.Sees("Ask Ben about the rota")
	b.SeesNot("Swap weeks")
	b.TakeBack()
	b.SeesNot("Ask Ben about the rota")
	b.quiet()
}

func TestAnEmptyPageSaysWhatItFillsWith(t *testing.T) {
	b := open(t)
	b.enter("")
	b.Sees("Nothing here yet.", "what Ana decides")
	b.SeesNot("someone else")
	b.enter(theirpage.Turned)
	b.Sees("Nothing here yet.", "What you decide")
	b.SeesNot("Ana decides", "your promises") // it speaks to whoever reads it
}

func TestWhatTheyCountOnIsAgreedInTwoLists(t *testing.T) {
	b := open(t)
	b.enter("")
	b.Sees("Agree on them when someone joins")
	b.Tap("their.counts")
	if b.Focused() != "counts.theirs" {
		t.Errorf("the keyboard is at %q", b.Focused())
	}
	b.Fill("counts.theirs", "Bad news early\n\nThe reasons with it")
	b.Fill("counts.mine", "An answer within a week")
	b.Tap(widgets.DialogConfirm)
	b.Sees("Agreed on 23 Nov.", "You: Bad news early", "You: The reasons with it", "Me: An answer within a week")
	b.Tap("their.counts")
	b.Sees("Bad news early")
	b.Fill("counts.theirs", "Bad news early")
	b.Tap(widgets.DialogConfirm)
	b.Sees("You: Bad news early", "Me: An answer within a week")
	b.SeesNot("the reasons with it")
	b.Tap("their.counts")
	b.Fill("counts.mine", "")
	b.Tap(widgets.DialogConfirm)
	b.Sees("You: Bad news early")
	b.SeesNot("within a week")
	b.TakeBack()
	b.Sees("Me: An answer within a week")
	b.quiet()
}

func TestListsThatAreHalfAYearOldAreWorthATalk(t *testing.T) {
	for _, c := range []struct {
		agreed notes.Date
		want   bool
	}{{"2026-05-24", true}, {"2026-05-25", false}} {
		t.Run(string(c.agreed), func(t *testing.T) {
			b := open(t)
			roomtest.Do(t, b.J, notes.Expectation{Person: b.ana, Theirs: true, Text: "Bad news early", Agreed: c.agreed})
			b.enter("")
			if strings.Contains(b.Text(), "over six months ago") != c.want {
				t.Errorf("it says %s", b.Text())
			}
		})
	}
}

func TestListsThatCannotBeSavedStayInTheirFields(t *testing.T) {
	b := open(t)
	b.enter("")
	b.Tap("their.counts")
	b.Fill("counts.theirs", "Bad news early")
	b.FailWrites(notes.ErrFull)
	b.Tap(widgets.DialogConfirm)
	if len(b.Shown) != 1 || !errors.Is(b.Shown[0], notes.ErrFull) {
		t.Errorf("shown: %v", b.Shown)
	}
	b.FailWrites(nil)
	b.Tap(widgets.DialogConfirm)
	have, err := b.J.Expectations(b.ana)
	if err != nil || len(have) != 1 || have[0].Text != "Bad news early" {
		t.Errorf("%+v, %v", have, err)
	}
}

func TestThePageIsCopiedAsTheyMayReadIt(t *testing.T) {
	b := open(t)
	b.filled()
	b.enter("")
	b.Tap("their.copy")
	got := fyne.CurrentApp().Clipboard().Content()
	if !strings.Contains(got, "Answer on the budget") || !strings.Contains(got, "Yours to decide") {
		t.Errorf("copied %q", got)
	}
	for _, secret := range []string{"Ben", "offer", "late twice"} {
		if strings.Contains(got, secret) {
			t.Errorf("%q is copied: %q", secret, got)
		}
	}
	if fmt.Sprint(b.Said) != "[Page copied]" {
		t.Errorf("said %q", b.Said)
	}
}

func TestThePageIsPrintedAsTheyMayReadIt(t *testing.T) {
	b := open(t)
	t.Setenv("TMPDIR", t.TempDir())
	b.filled()
	b.enter("")
	b.Tap("their.print")
	b.Tap("saveas/print")
	pages, err := filepath.Glob(filepath.Join(os.TempDir(), "handback-print-*", "page.html"))
	if err != nil || len(pages) != 1 {
		t.Fatal(pages, err)
	}
	page, err := os.ReadFile(pages[0])
	if err != nil || !strings.Contains(string(page), "Answer on the budget") || strings.Contains(string(page), "Ben") {
		t.Errorf("printed %s, %v", page, err)
	}
}

func TestThePageOfAJournalToReadOffersNothingToWrite(t *testing.T) {
	b := open(t)
	b.filled()
	b.Seal()
	b.enter("")
	b.Sees("Ask Ben about the rota", "What we count on each other for")
	for _, key := range []string{"their.let.0", "their.let.1", "their.counts"} {
		if b.Has(key) {
			t.Errorf("%q is offered", key)
		}
	}
	for _, key := range []string{"their.copy", "their.print", "their.turn"} {
		if !b.Has(key) {
			t.Errorf("%q is not offered", key)
		}
	}
	b.quiet()
}
