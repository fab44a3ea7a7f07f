package review_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/handover"
	"handback/ui/review"
	"handback/ui/room"
	"handback/ui/roomtest"
)

// bench is the screen of Ana in a journal of its own, on Monday 23 November 2026.
type bench struct {
	*roomtest.Host
	ana  notes.PersonID
	note notes.NoteID
	room room.Room
}

const body = `decided Ana: Kafka it is
decided we: reviews on Thursdays
todo Ana: draft the plan (done 2026-09-04)
praise: demo broke — she fixed it calmly — the customer stayed (rewarded: dinner voucher)
praise: not told yet
feedback: first unsaid
feedback: second unsaid
idea: drop the Monday mail (adopted 2026-10-02)
private: she is hard to work with
Ana is lazy
`

func open(t *testing.T) *bench {
	t.Helper()
	h := roomtest.Open(t)
	b := &bench{Host: h, ana: roomtest.Person(t, h.J, "Ana Ruiz")}
	b.note = notes.NoteID(roomtest.Do(t, h.J, notes.NewNote{Person: b.ana, Kind: notes.HeldNote, Date: "2026-09-02", Body: body})[0])
	return b
}

func (b *bench) enter(part string) {
	b.T.Helper()
	place := room.Place{Screen: room.Review, Person: b.ana, Part: part}
	b.room = review.New(b, place)
	b.Enter(b.room, place)
}

// follow goes where the room has sent the window, within its own screen.
func (b *bench) follow() {
	b.T.Helper()
	place := b.Place()
	if place.Screen != room.Review {
		b.T.Fatalf("the window went to %+v", place)
	}
	if moved, err := b.room.(room.Mover).Move(place); !moved || err != nil {
		b.T.Fatalf("%+v: %v, %v", place, moved, err)
	}
}

func (b *bench) key(line int) string { return fmt.Sprintf("review/%d/%d", b.note, line) }

// does opens the menu of a line and chooses from it.
func (b *bench) does(key, what string) {
	b.T.Helper()
	b.Tap(key + "/more")
	b.Tap("menu/" + what)
}

func (b *bench) quiet() {
	b.T.Helper()
	for _, err := range b.Shown {
		b.T.Errorf("an error was shown: %v", err)
	}
}

func TestAHalfYearIsReadLineByLine(t *testing.T) {
	b := open(t)
	b.enter("")
	b.Sees("1 Jul – 31 Dec", "Ana decided", "Kafka it is", "decided together", "Draft the plan", "4 Sep",
		"Demo broke. She fixed it calmly. The customer stayed.", "rewarded: dinner voucher", "adopted 2 Oct",
		"None of this is from the last six weeks. ", "Nothing from July to August, or October to November.",
		"2 pieces of feedback aren't marked as said, so they're left out.", "1 praise line isn't marked as said")
	b.SeesNot("First unsaid", "Second unsaid", "not told yet", "hard to work with", "lazy")
	b.Tap(b.key(1))
	if p := b.Place(); p.Screen != room.Notes || p.Note != b.note || p.Line != 1 || p.Person != b.ana {
		t.Errorf("a tap leads to %+v", p)
	}
	b.Tap("review.unsaid")
	if p := b.Place(); p.Screen != room.Praise || p.Person != b.ana {
		t.Errorf("what is unsaid is at %+v", p)
	}
	b.quiet()
}

func TestWhatIsDoneWithALineIsThereTomorrow(t *testing.T) {
	b := open(t)
	b.enter("")
	b.does(b.key(2), "Leave out")
	b.Sees("Left out")
	b.does(b.key(1), "Add a comment …")
	b.Fill("review.comment", "this set the pattern")
	b.Press(fyne.KeyReturn)
	b.enter("") // closed, and open again
	b.Sees("this set the pattern", "Left out")
	b.does(b.key(1), "Edit the comment …")
	b.Fill("review.comment", "")
	b.Tap("dialog/confirm")
	b.SeesNot("this set the pattern")
	b.TakeBack()
	b.Sees("this set the pattern")
	b.does(b.key(2), "Put back")
	b.SeesNot("Left out")
	if text := b.Text(); strings.Index(text, "Kafka") > strings.Index(text, "Reviews on Thursdays") {
		t.Error("the lines do not stand by their days")
	}
	b.does(b.key(2), "Move up")
	b.enter("last-half/pack")
	b.enter("this-half/pack")
	if text := b.Text(); strings.Index(text, "Kafka") < strings.Index(text, "Reviews on Thursdays") {
		t.Error("the line was not moved")
	}
	b.does(b.key(1), "Move to the top")
	if text := b.Text(); strings.Index(text, "Kafka") > strings.Index(text, "Reviews on Thursdays") {
		t.Error("the line was not moved to the top")
	}
	b.quiet()
}

func TestALineIsMovedByTheKeyboard(t *testing.T) {
	b := open(t)
	b.enter("")
	b.Focus(b.key(1) + "/more")
	b.Press(fyne.KeySpace)
	for range 3 {
		b.Press(fyne.KeyDown) // past leaving out and moving up, which is off
	}
	b.Press(fyne.KeyReturn)
	if text := b.Text(); strings.Index(text, "Kafka") < strings.Index(text, "Reviews on Thursdays") {
		t.Errorf("the line was not moved; said %q", b.Said)
	}
	b.quiet()
}

func TestARewordedLineSaysWhatWasDoneWithIt(t *testing.T) {
	b := open(t)
	b.enter("")
	b.does(b.key(1), "Add a comment …")
	b.Fill("review.comment", "this set the pattern")
	b.Tap("dialog/confirm")
	b.does(b.key(3), "Leave out")
	n, err := b.J.Note(b.note)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(strings.Replace(n.Body, "Kafka it is", "Kafka for the bus", 1), "draft the plan", "draft the whole plan", 1)
	if _, err := b.J.SaveBody(b.note, n.Rev, text); err != nil {
		t.Fatal(err)
	}
	b.Reload()
	b.Sees("Lines that were reworded", "Your comment: this set the pattern", "You left this out: todo: draft the plan", "Kafka for the bus",
		"Draft the whole plan")
	b.Tap("review.gone.0")
	b.SeesNot("Your comment: this set the pattern")
	b.Tap("review.gone.0")
	b.SeesNot("Lines that were reworded")
	b.quiet()
}

func TestTheirOwnReviewStandsBesideThePack(t *testing.T) {
	b := open(t)
	b.enter("")
	b.Sees("Paste what Ana wrote about this period")
	b.Tap("review.own")
	b.Fill("review.own.text", "I led the move.\n\nIt went well.")
	b.Tap("dialog/confirm")
	b.enter("last-half/pack")
	b.SeesNot("I led the move.")
	b.enter("this-half/pack")
	b.Sees("I led the move.", "It went well.")
	b.TakeBack()
	b.SeesNot("I led the move.")
	b.Tap("review.own")
	b.Fill("review.own.text", strings.Repeat("x", 20001))
	b.Tap("dialog/confirm")
	b.Sees("That's too long")
	b.quiet()
}

func TestAPeriodIsChosen(t *testing.T) {
	b := open(t)
	b.enter("")
	b.Choose("review.period", "Last half-year")
	b.follow()
	b.Sees("1 Jan – 30 Jun", "Nothing to show for this period yet")
	b.Tap("review.longer") // all notes
	b.follow()
	b.Sees("since 2 Sep", "Kafka it is")
	b.Fill("review.from", "soonish")
	b.Tap("review.days")
	b.Sees("That isn't a date")
	b.Fill("review.from", "3 Oct")
	b.Tap("review.days")
	b.follow()
	b.Sees("since 3 Oct", "Nothing to show for this period yet", "Write a note")
	b.Choose("review.period", "From – to")
	b.follow()
	b.Fill("review.from", "4 May 2026")
	b.Fill("review.to", "30 Apr 2026")
	b.Focus("review.from")
	b.Press(fyne.KeyReturn)
	b.Sees("The last day is before the first")
	b.Fill("review.to", "30 Sep")
	b.Focus("review.to")
	b.Press(fyne.KeyReturn)
	b.follow()
	b.Sees("4 May – 30 Sep", "Kafka it is", "from the period's last six weeks")
	b.quiet()
}

func TestAPlaceThatCannotBeIsSaid(t *testing.T) {
	b := open(t)
	b.enter("from-to:2026-05-04:2026-05-01/pack")
	b.Sees("The last day is before the first")
	b.enter("since:2027-05-04:/held")
	b.Sees("This period hasn't begun yet")
	b.quiet()
}

func TestSomebodyWhoWasNotThere(t *testing.T) {
	b := open(t)
	p := b.Person(b.ana)
	p.Joined, p.State, p.LeftOn = "2026-08-10", notes.StateLeft, "2026-10-30"
	roomtest.Do(t, b.J, p)
	b.enter("")
	b.Sees("Ana joined on 10 Aug.", "Ana's last day was 30 Oct.", "Nothing from August, or October.")
	b.enter("last-half/pack")
	b.Sees("Ana joined on 10 Aug, after this period.")
}

func TestThePackAsProse(t *testing.T) {
	b := open(t)
	b.enter("this-half/pack")
	b.Focus("review.view")
	b.Press(fyne.KeyRight)
	b.SeesNot("On 2 Sep, Ana decided") // only where it is chosen
	b.Press(fyne.KeyReturn)
	b.follow()
	b.Sees("On 2 Sep, Ana decided: Kafka it is.", "I praised Ana for this on 2 Sep: Demo broke. She fixed it calmly.")
	b.SeesNot("unsaid")
}

func TestThePageForThem(t *testing.T) {
	b := open(t)
	roomtest.Person(t, b.J, "Ben Okoro")
	roomtest.Note(t, b.J, b.ana, "2026-10-05", "decided Ana: Ben takes over the rota\n")
	b.enter("this-half/page")
	b.Sees("You decided", "Kafka it is", "Your ideas and my answers", "1 line may name someone else")
	b.SeesNot("unsaid", "not told yet", "rota", "lazy", "hard to work with")
}

func TestLinesThatNameSomebodyElseAreLeftOutWhereTheyAreFlagged(t *testing.T) {
	for _, view := range []string{"pack", "prose"} {
		t.Run(view, func(t *testing.T) {
			b := open(t)
			roomtest.Person(t, b.J, "Ben Okoro")
			roomtest.Note(t, b.J, b.ana, "2026-10-05", "praise: let Okoro talk (said)\ndecided Ana: Ben takes the rota\ndecided Ana: Okoro's desk\n")
			b.enter("this-half/" + view)
			b.Sees("Lines that name someone else", "Let Okoro talk", "Ben takes the rota")
			b.Tap("review.others.0")
			b.Sees("Lines that name someone else", "Let Okoro talk")
			b.Tap("review.others.all")
			b.SeesNot("Lines that name someone else")
			if view == "prose" {
				b.SeesNot("Okoro", "Ben")
			}
			b.quiet()
		})
	}
}

func TestIfTheyReadThis(t *testing.T) {
	b := open(t)
	ben := roomtest.Person(t, b.J, "Ben Okoro")
	other := roomtest.Note(t, b.J, ben, "2026-10-05", "met Ana and the vendor\nonly about Ben\n")
	roomtest.Note(t, b.J, b.ana, "2025-10-05", "from last year\n")
	b.enter("this-half/held")
	b.Sees("hard to work with", "may still have to be disclosed", "doesn't say what happened", "feedback: first unsaid", "met Ana and the vendor",
		"2 lines describe Ana, not what happened.")
	b.SeesNot("only about Ben", "from last year")
	b.Tap(fmt.Sprintf("held/%d/1", other))
	if p := b.Place(); p.Screen != room.Notes || p.Note != other || p.Line != 1 || p.Person != ben {
		t.Errorf("a tap leads to %+v", p)
	}
	b.Tap("review.marked")
	b.Sees("Ana is lazy", "hard to work with")
	b.SeesNot("Kafka")
	b.Tap("review.marked")
	b.Tap("review.ever")
	b.Sees("from last year", "Kafka")
	b.Tap(fmt.Sprintf("held/%d/10", b.note))
	if p := b.Place(); p.Note != b.note || p.Line != 10 {
		t.Errorf("a tap leads to %+v", p)
	}
	b.quiet()
}

func TestWhatIsHeldNamesItsPeriodAndHoldsWhatIsInNoNote(t *testing.T) {
	b := open(t)
	ben := roomtest.Person(t, b.J, "Ben Okoro")
	roomtest.Note(t, b.J, ben, "2026-10-05", "let Ruiz talk\n")
	gone := roomtest.Note(t, b.J, b.ana, "2026-10-06", "thrown away\n")
	kept := handover.Kept{Lines: []handover.KeptLine{{Key: "k", Text: "knows the rota", Said: "not all of it", Was: "runs the rota"}}}
	roomtest.Do(t, b.J, notes.Delete{Kind: notes.KindNote, ID: int64(gone)},
		notes.PutSetting{Key: handover.Key(b.Person(b.ana)), Value: kept.String()},
		notes.OwnReview{Person: b.ana, From: "2024-01-01", To: "2024-06-30", Text: "what I did of old"})
	company := notes.CompanyGoalID(roomtest.Do(t, b.J, notes.CompanyGoal{Title: "Ship"})[0])
	roomtest.Do(t, b.J, notes.CompanyTalk{Company: company, Person: b.ana, On: "2026-03-02", Words: "as she put it"})
	b.enter("this-half/held")
	b.Sees("Notes are from 1 Jul – 31 Dec 2026 only.", "let Ruiz talk", "thrown away", "knows the rota", "not all of it", "runs the rota",
		"what I did of old", "as she put it")
	b.Tap("review.ever")
	b.SeesNot("Notes are from")
	b.quiet()
}

func TestFiveThousandLinesAreDrawnInPieces(t *testing.T) {
	b := open(t)
	var all strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&all, "decided Ana: call number %04d\n", i)
	}
	roomtest.Note(t, b.J, b.ana, "2026-10-05", all.String())
	b.enter("this-half/pack")
	b.Sees("Lines 1 to 100 of 5005", "Call number 0097")
	b.SeesNot("Call number 0098")
	b.Tap("review.next")
	b.Sees("Lines 101 to 200 of 5005", "Call number 0098", "Call number 0197")
	b.SeesNot("Call number 0097", "Call number 0198")
	b.Tap("review.previous")
	b.Sees("Lines 1 to 100 of 5005")
	b.enter("this-half/prose")
	b.SeesNot("Call number 4000")
	b.enter("this-half/held")
	b.Sees("Lines 1 to 100 of 5010")
	b.quiet()
}

func TestAJournalThatCanOnlyBeReadOffersNothingThatWrites(t *testing.T) {
	b := open(t)
	b.Seal()
	b.enter("")
	b.Sees("Kafka it is")
	for _, key := range b.Keys() {
		if strings.HasSuffix(key, "/more") || key == "review.own" {
			t.Errorf("%s would write", key)
		}
	}
}

func TestWhatIsInViewCanBeSavedAndCopied(t *testing.T) {
	b := open(t)
	for _, c := range []struct{ part, want, never string }{
		{"this-half/pack", "Kafka it is", "lazy"},
		{"this-half/prose", "On 2 Sep, Ana decided: Kafka it is.", "lazy"},
		{"this-half/page", "You decided", "lazy"},
		{"this-half/held", "Ana is lazy", "never"},
	} {
		t.Run(c.part, func(t *testing.T) {
			b.enter(c.part)
			b.Tap("review.save")
			b.Tap("saveas/copy")
			text := fyne.CurrentApp().Clipboard().Content()
			if !strings.Contains(text, c.want) || strings.Contains(text, c.never) || strings.Contains(text, "first unsaid") != (c.never == "never") {
				t.Errorf("%s", text)
			}
		})
	}
	b.enter("last-half/pack")
	if b.Has("review.save") {
		t.Error("nothing can be saved")
	}
	b.room.(room.Printer).Print()
	if len(b.Said) == 0 || !strings.Contains(b.Said[len(b.Said)-1], "Nothing to print") {
		t.Errorf("%q", b.Said)
	}
}
