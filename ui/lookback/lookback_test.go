package lookback_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/storage/storagetest"
	"handback/ui/lookback"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

// bench is the screen of Ana in a journal of its own, on Monday 23 November 2026.
type bench struct {
	*roomtest.Host
	ana notes.PersonID
}

func open(t testing.TB) *bench {
	t.Helper()
	h := roomtest.Open(t)
	return &bench{Host: h, ana: roomtest.Person(t, h.J, "Ana Ruiz")}
}

func (b *bench) enter(p room.Place) {
	b.T.Helper()
	p.Screen, p.Person = room.LookBack, b.ana
	b.Enter(lookback.New(b, p), p)
}

func (b *bench) last() room.Place {
	b.T.Helper()
	if len(b.Places) == 0 {
		b.T.Fatal("it went nowhere")
	}
	return b.Places[len(b.Places)-1]
}

func TestBeforeTheFirstNoteItSaysWhatItIsFor(t *testing.T) {
	b := open(t)
	b.enter(room.Place{})
	b.Sees("Everything you note about Ana comes together here")
	if b.Has("lookback.text") || b.Has("lookback.all") {
		t.Error("there is nothing to filter")
	}
	b.Tap("lookback.new")
	if b.Ran[len(b.Ran)-1] != "note.new" {
		t.Errorf("it ran %q", b.Ran)
	}
}

func TestALineOpensItsNoteAtTheLine(t *testing.T) {
	b := open(t)
	note := roomtest.Note(t, b.J, b.ana, "2026-03-02", "the rollout\n\ndecided Ana: move it to January\npraise: ran the review")
	b.enter(room.Place{})
	b.Sees("Look back", "March 2026", "Move it to January", "Ana decided", "Ran the review", "not said yet")
	b.Tap("lookback.line.1")
	want := room.Place{Screen: room.Notes, Person: b.ana, Note: note, Line: 3}
	if b.last() != want {
		t.Errorf("it went to %+v, not to %+v", b.last(), want)
	}
}

func TestGoalsLevelsAndStepInsLeadToTheirScreens(t *testing.T) {
	b := open(t)
	ids := roomtest.Do(t, b.J, notes.Goal{Person: b.ana, Title: "Lead platform", Start: "2026-02-01", State: notes.GoalOpen},
		notes.SteppingIn{People: []notes.PersonID{b.ana}, What: "the release", Help: notes.HelpDecide, Began: "2026-01-01", Ends: "2026-01-15"})
	b.enter(room.Place{})
	b.Tap("lookback.line.0")
	if b.last() != room.PlaceOfGoal(b.ana, notes.GoalID(ids[0])) {
		t.Errorf("a goal leads to %+v", b.last())
	}
	b.enter(room.Place{})
	b.Tap("lookback.line.1")
	if b.last() != (room.Place{Screen: room.Decisions, Person: b.ana}) {
		t.Errorf("a step-in leads to %+v", b.last())
	}
}

func TestFiltersAreKeptForTheWayBack(t *testing.T) {
	b := open(t)
	roomtest.Note(t, b.J, b.ana, "2026-03-02", "the rollout\ndecided Ana: move it to January\npraise: ran the review\nthe Größe of the budget")
	b.enter(room.Place{})
	b.Tap("lookback.kind.1")
	b.Sees("Move it to January")
	b.SeesNot("Ran the review")
	b.Tap("lookback.line.0")
	if n := len(b.Places); n < 2 || b.Places[n-2].Screen != room.LookBack {
		t.Fatalf("nothing leads back to the filters: %+v", b.Places)
	}
	back := b.Places[len(b.Places)-2]
	b.enter(back)
	b.Sees("Move it to January")
	b.SeesNot("Ran the review")
	b.Tap("lookback.kind.2")
	b.Sees("Move it to January", "Ran the review")
	b.Tap("lookback.all")
	b.Sees("The rollout")
}

func TestATextIsFoundInLinesAndInProse(t *testing.T) {
	b := open(t)
	roomtest.Note(t, b.J, b.ana, "2026-03-02", "the rollout\ndecided Ana: move it to January\nthe Größe of the budget")
	roomtest.Note(t, b.J, b.ana, "2026-04-02", "another")
	b.enter(room.Place{})
	b.Type("lookback.text", "january")
	b.Sees("Move it to January")
	b.SeesNot("Another", "The rollout")
	b.Fill("lookback.text", "grosse")
	b.Sees("the Größe of the budget")
	b.SeesNot("Move it to January")
	b.Tap("lookback.line.0")
	if b.last().Line != 3 {
		t.Errorf("it leads to %+v", b.last())
	}
	b.Fill("lookback.text", "nowhere at all")
	b.Sees("Nothing matches these filters.")
	b.Tap("lookback.clear")
	b.Sees("Another", "Move it to January")
}

func TestALateAnswerIsNotShown(t *testing.T) {
	b := open(t)
	roomtest.Note(t, b.J, b.ana, "2026-03-02", "apples\ndecided Ana: buy pears")
	b.enter(room.Place{})
	b.Hold = true
	b.Type("lookback.text", "pears")
	b.Fill("lookback.text", "apples")
	b.Answer(len("pears")) // each letter was looked for
	b.Sees("Apples")
	b.Answer(0)
	b.SeesNot("Buy pears")
}

// years fills ten years, a note each week with a line that says which.
func (b *bench) years() {
	b.T.Helper()
	var change notes.Change
	for week := range 520 {
		day := notes.Date("2016-12-05").AddDays(7 * week)
		change.Rows = append(change.Rows, notes.NewNote{
			Person: b.ana, Kind: notes.HeldNote, Date: day, Body: fmt.Sprintf("week %d\ndecided Ana: call %d\npraise: deed %d", week, week, week),
		})
	}
	if _, err := b.J.Apply(change); err != nil {
		b.T.Fatal(err)
	}
}

func (b *bench) rows() (n int) {
	for _, key := range b.Keys() {
		if strings.HasPrefix(key, "lookback.line.") {
			n++
		}
	}
	return n
}

func TestOfTenYearsAWindowIsDrawn(t *testing.T) {
	b := open(t)
	b.years()
	b.enter(room.Place{})
	if n := b.rows(); n == 0 || n > 60 {
		t.Errorf("%d rows are drawn", n)
	}
	b.Sees("November 2026", "On this day", "A year ago")
	b.Tap("lookback.month.3")
	b.Sees("March 2026", "Later")
	b.SeesNot("November 2026")
	scroll := b.Find("lookback.line.120")
	for i := 0; i < 40 && scroll == nil; i++ {
		b.scroll(2000)
		scroll = b.Find("lookback.line.200")
	}
	if scroll == nil || b.rows() > 160 {
		t.Errorf("after scrolling %d rows are drawn", b.rows())
	}
	b.Tap("lookback.earlier")
	if n := b.rows(); n > 60 {
		t.Errorf("further on %d rows are drawn", n)
	}
	b.Tap("lookback.later")
}

// scroll scrolls the stream down.
func (b *bench) scroll(by float32) {
	b.T.Helper()
	for _, o := range b.scrolls() {
		o.ScrollTo(o.Offset() + by)
	}
}

func (b *bench) scrolls() (found []*widgets.Scroll) {
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch v := o.(type) {
		case *widgets.Scroll:
			if v.Key == "lookback" {
				found = append(found, v)
			}
		case *fyne.Container:
			for _, c := range v.Objects {
				walk(c)
			}
		}
	}
	walk(b.Window().Canvas().Content())
	return found
}

func TestTheStreamBeginsBelowTheHead(t *testing.T) {
	b := open(t)
	b.years()
	b.enter(room.Place{})
	below := func(when string) { // asked of the tree: to look for a control would lay it out
		t.Helper()
		parts := b.Window().Canvas().Content().(*fyne.Container).Objects
		if foot := parts[0].MinSize().Height; parts[1].Position().Y < foot {
			t.Errorf("%s the stream begins at %.0f, the head ends at %.0f", when, parts[1].Position().Y, foot)
		}
	}
	below("at first")
	b.Tap("lookback.kind.1")
	below("filtered")
}

func TestTheYearsMenuLeadsToAYear(t *testing.T) {
	b := open(t)
	b.years()
	b.enter(room.Place{})
	b.Tap("lookback.year")
	b.Sees("2019: 156 lines")
	b.Press(fyne.KeyEscape)
	b.enter(room.Place{Part: "1@2019-05"})
	b.Sees("May 2019")
	b.SeesNot("Deed", "June 2019")
}

func TestAJournalThatCanOnlyBeReadIsLookedBackOn(t *testing.T) {
	b := open(t)
	b.Seal()
	b.enter(room.Place{})
	if b.Has("lookback.new") {
		t.Error("it offers to write")
	}
}

// BenchmarkTenYears enters the screen of somebody with 533 one-on-ones and thousands of lines.
func BenchmarkTenYears(b *testing.B) {
	t := &bench{Host: roomtest.Open(b)}
	reports, err := storagetest.Decade(t.J, t.Today())
	if err != nil {
		b.Fatal(err)
	}
	t.ana = reports[0]
	for name, painted := range map[string]bool{"read and laid out": false, "painted too": true} {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				t.enter(room.Place{})
				if painted {
					t.Window().Canvas().Capture()
				}
			}
		})
	}
}
