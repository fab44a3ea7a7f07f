package handback_test

import (
	"errors"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"handback/notes"
	"handback/notes/brief"
	"handback/ui/handback"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

// bench is a journal in which Ana holds an area and a call in it, and I an action in it, on Monday 23 November 2026.
// It is shown as a room with nothing but the queue.
type bench struct {
	*roomtest.Host
	ana, ben  notes.PersonID
	note, was notes.NoteID // of my action, of her call
	rows      *fyne.Container
}

func open(t *testing.T) *bench {
	t.Helper()
	b := &bench{Host: roomtest.Open(t), rows: container.NewStack()}
	b.ana, b.ben = roomtest.Person(t, b.J, "Ana Ruiz"), roomtest.Person(t, b.J, "Ben Kofi")
	roomtest.Do(t, b.J,
		notes.AreaLevel{Person: b.ana, Tag: "platform", DatedLevel: notes.DatedLevel{From: "2026-09-01", Level: notes.Advise}})
	b.was = roomtest.Note(t, b.J, b.ana, "2026-11-06", "words\ndecided Ana: keep the old tool #platform\n")
	b.note = roomtest.Note(t, b.J, b.ana, "2026-11-16", "todo me: choose the queue #platform\n")
	return b
}

// Content implements room.Room.
func (b *bench) Content() fyne.CanvasObject { return b.rows }

// Reload implements room.Room.
func (b *bench) Reload() error {
	queue, err := b.queue(0)
	rows := make([]fyne.CanvasObject, len(queue))
	for i, h := range queue {
		rows[i] = handback.Row(b.Host, h, true)
	}
	b.rows.Objects = []fyne.CanvasObject{widgets.VStack(0, rows...)}
	b.rows.Refresh()
	return err
}

func (b *bench) queue(who notes.PersonID) ([]brief.HandBack, error) {
	return handback.Queue(b.J, b.People(), b.Today(), who)
}

func (b *bench) enter() {
	b.T.Helper()
	b.Enter(b, room.Place{Screen: room.Today})
}

func (b *bench) key(part string) string { return fmt.Sprintf("handback.%d.1%s", b.note, part) }

func (b *bench) stored(want string) {
	b.T.Helper()
	n, err := b.J.Note(b.note)
	if err != nil || n.Body != want {
		b.T.Errorf("stored is %q, not %q; %v", n.Body, want, err)
	}
}

// agenda is what is on Ana's agenda.
func (b *bench) agenda() []string {
	b.T.Helper()
	facts, err := b.J.Facts(b.ana, b.Now())
	if err != nil {
		b.T.Fatal(err)
	}
	var texts []string
	for _, f := range facts.Agenda {
		texts = append(texts, f.Text)
	}
	return texts
}

func (b *bench) quiet() {
	b.T.Helper()
	for _, err := range b.Shown {
		b.T.Errorf("an error was shown: %v", err)
	}
}

const held = "todo me: choose the queue #platform\n"

func TestTheQueueIsOfThoseWhoCouldTakeIt(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(b *bench)
		who    func(b *bench) notes.PersonID
		want   int
	}{
		{"everybody", func(*bench) {}, func(*bench) notes.PersonID { return 0 }, 1},
		{"her", func(*bench) {}, func(b *bench) notes.PersonID { return b.ana }, 1},
		{"somebody else", func(*bench) {}, func(b *bench) notes.PersonID { return b.ben }, 0},
		{"her while she is away", func(b *bench) {
			ana := b.Person(b.ana)
			ana.State, ana.Until = notes.StateAway, "2027-01-04"
			roomtest.Do(b.T, b.J, ana)
		}, func(*bench) notes.PersonID { return 0 }, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t)
			c.change(b)
			queue, err := b.queue(c.who(b))
			if err != nil || len(queue) != c.want {
				t.Errorf("%+v, %v", queue, err)
			}
		})
	}
}

func TestARowSaysWhatAndWhy(t *testing.T) {
	b := open(t)
	b.enter()
	b.Sees("Choose the queue", "Ana made 1 decision in #platform (6 Nov)", "Hand back")
	b.Tap(b.key(""))
	b.Sees("Choose the queue", "Ana made 1 decision in #platform (6 Nov).", "#platform is at Advise.", "Keep the old tool",
		"Ana's agenda")
	if b.Focused() != "handback.say" {
		t.Errorf("the keyboard is at %q", b.Focused())
	}
	b.Press(fyne.KeyEscape)
	b.stored(held)
	b.quiet()
}

func TestHandingBackMakesItTheirsAndPutsTheSentenceOnTheAgenda(t *testing.T) {
	b := open(t)
	b.enter()
	b.Tap(b.key(".back"))
	b.Fill("handback.say", "  You choose the queue. What do you need from me?  ")
	b.Tap(widgets.DialogConfirm)
	b.stored("todo: choose the queue #platform\n")
	if got := b.agenda(); fmt.Sprint(got) != "[You choose the queue. What do you need from me?]" {
		t.Errorf("the agenda is %q", got)
	}
	if _, err := b.J.PlannedNote(b.ana); !errors.Is(err, notes.ErrNotFound) {
		t.Errorf("a one-on-one was planned: %v", err)
	}
	if b.Has(b.key("")) {
		t.Error("it is still in the queue")
	}
	if fmt.Sprint(b.Said) != "[Handed back to Ana and added to the agenda]" {
		t.Errorf("said %q", b.Said)
	}
	b.TakeBack()
	b.stored(held)
	if got := b.agenda(); len(got) != 0 {
		t.Errorf("taken back, the agenda is %q", got)
	}
	if !b.Has(b.key("")) {
		t.Error("taken back, it is not in the queue")
	}
	b.quiet()
}

func TestHandingBackNeedsASentence(t *testing.T) {
	b := open(t)
	b.enter()
	b.Tap(b.key(".back"))
	b.Fill("handback.say", "  ")
	b.Tap(widgets.DialogConfirm)
	b.Sees("Write what you'll say, so Ana knows it's theirs now.")
	b.stored(held)
}

func TestWhatCannotBeHandedBackKeepsTheSentence(t *testing.T) {
	b := open(t)
	b.enter()
	b.Tap(b.key(".back"))
	b.Fill("handback.say", "You choose the queue.")
	b.FailWrites(notes.ErrFull)
	b.Tap(widgets.DialogConfirm)
	if len(b.Shown) != 1 || !errors.Is(b.Shown[0], notes.ErrFull) {
		t.Errorf("shown: %v", b.Shown)
	}
	b.Sees("You choose the queue.")
	b.FailWrites(nil)
	b.stored(held)
	b.Tap(widgets.DialogConfirm)
	b.stored("todo: choose the queue #platform\n")
}

func TestWhatIsNotYetTheirsComesBackOnItsDay(t *testing.T) {
	for _, c := range []struct {
		choose string
		until  notes.Date
	}{
		{"Ask again in two weeks, 7 Dec", "2026-12-07"},
		{"Ask again in a month, 23 Dec", "2026-12-23"},
		{"Ask again in three months, 22 Feb 2027", "2027-02-22"},
	} {
		t.Run(c.choose, func(t *testing.T) {
			b := open(t)
			b.enter()
			b.Tap(b.key(".back"))
			b.Choose("handback.later", c.choose)
			if b.Has(b.key("")) || b.Has("handback.say") {
				t.Fatal("it is still asked")
			}
			b.stored(held)
			for day, want := range map[notes.Date]int{c.until.AddDays(-1): 0, c.until: 1} {
				queue, err := handback.Queue(b.J, b.People(), day, 0)
				if err != nil || len(queue) != want {
					t.Errorf("on %s the queue holds %d, %v", day, len(queue), err)
				}
			}
			b.quiet()
		})
	}
}

func TestWhatIsMineToKeepIsNotAskedAgain(t *testing.T) {
	b := open(t)
	b.enter()
	b.Tap(b.key(".back"))
	b.Tap("handback.keep")
	b.Sees("Keep it myself", "Choose the queue")
	b.Fill("handback.why", " only I may sign it ")
	b.Tap(widgets.DialogConfirm)
	if b.Has(b.key("")) {
		t.Error("it is still in the queue")
	}
	b.stored(held)
	verdicts, err := b.J.Verdicts(b.Today())
	if err != nil || len(verdicts) != 1 || verdicts[0].Why != "only I may sign it" {
		t.Errorf("%+v, %v", verdicts, err)
	}
	b.TakeBack()
	if !b.Has(b.key("")) {
		t.Error("taken back, it is not in the queue")
	}
	b.quiet()
}

func TestTheEvidenceLeadsToItsLine(t *testing.T) {
	b := open(t)
	b.enter()
	b.Tap(b.key(".back"))
	b.Tap("handback.line.0")
	want := room.Place{Screen: room.Notes, Person: b.ana, Note: b.was, Line: 2}
	if len(b.Places) != 1 || b.Places[0] != want {
		t.Errorf("went to %+v", b.Places)
	}
	if b.Has("handback.say") {
		t.Error("the dialog lies over it")
	}
}

func TestTheQueueOfAJournalToReadShowsTheEvidenceAlone(t *testing.T) {
	b := open(t)
	b.Seal()
	b.enter()
	b.Sees("Choose the queue")
	b.SeesNot("Hand back")
	b.Tap(b.key(""))
	b.Sees("made 1 decision in #platform", "Keep the old tool")
	for _, key := range []string{"handback.say", "handback.later", "handback.keep", widgets.DialogConfirm} {
		if b.Has(key) {
			t.Errorf("%q is offered", key)
		}
	}
	b.Tap("handback.line.0")
	if len(b.Places) != 1 {
		t.Errorf("went to %+v", b.Places)
	}
	b.quiet()
}
