package typeback_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/ui/roomtest"
	"handback/ui/typeback"
	"handback/ui/widgets"
)

// bench is a journal with Ana, her one-on-one of 20 November and the one planned for today, Monday the 23rd.
type bench struct {
	*roomtest.Host
	ana          notes.PersonID
	old, planned notes.NoteID
}

func open(t *testing.T) *bench {
	t.Helper()
	b := &bench{Host: roomtest.Open(t)}
	b.ana = roomtest.Person(t, b.J, "Ana Ruiz")
	b.old = b.note(notes.HeldNote, "2026-11-16", "topic: who reviews\ntodo me: answer on the budget\ntodo: draft the plan\nprivate: todo me: her pay")
	b.planned = b.note(notes.PlannedNote, "2026-11-23", "ask: how was the demo?")
	return b
}

func (b *bench) note(kind notes.NoteKind, day notes.Date, body string) notes.NoteID {
	b.T.Helper()
	applied, err := b.J.Apply(notes.Change{Rows: []notes.Row{notes.NewNote{Person: b.ana, Kind: kind, Date: day, Body: body}}})
	if err != nil {
		b.T.Fatal(err)
	}
	return applied.Made[0]
}

func (b *bench) body(id notes.NoteID) string {
	b.T.Helper()
	n, err := b.J.Note(id)
	if err != nil {
		b.T.Fatal(err)
	}
	return n.Body
}

func (b *bench) line(note notes.NoteID, line int) string {
	return fmt.Sprintf("typeback/%d:%d", note, line)
}

func TestAPageIsTypedUpAndTakenBackInOne(t *testing.T) {
	b := open(t)
	was := []string{b.body(b.old), b.body(b.planned)}
	typeback.Show(b, b.ana, 0)
	b.Sees("Agenda", "Who reviews", "How was the demo?", "You promised Ana", "Answer on the budget", "Ana's actions", "Draft the plan")
	b.SeesNot("pay")
	b.Fill(b.line(b.old, 1)+"/answer", "Ben, in turn")
	b.Tap(b.line(b.planned, 1))
	b.Tap(b.line(b.old, 2))
	b.Tap(b.line(b.old, 3))
	b.Fill("typeback/notes", "decided: one queue\ntodo: tell legal by Friday")
	b.Tap(widgets.DialogConfirm)
	if len(b.Shown) > 0 || b.Has("typeback/notes") {
		t.Fatalf("shown %v", b.Shown)
	}
	if got, want := b.body(b.old), "topic: who reviews\ntodo me: answer on the budget (done 2026-11-23)\n"+
		"todo: draft the plan (done 2026-11-23)\nprivate: todo me: her pay"; got != want {
		t.Errorf("the old note says\n%s", got)
	}
	if got, want := b.body(b.planned), "ask: how was the demo? (answered 2026-11-23)\n\nWho reviews: Ben, in turn\n\n"+
		"decided: one queue\ntodo: tell legal by Friday\n"; got != want {
		t.Errorf("the note of the day says\n%q", got)
	}
	items, err := b.J.FiledFrom(b.planned)
	if err != nil || len(items) != 3 {
		t.Errorf("filed %+v, %v", items, err)
	}
	if n, err := b.J.Note(b.planned); err != nil || n.Kind != notes.HeldNote || n.Date != "2026-11-23" {
		t.Errorf("it is %+v, %v", n.NoteHead, err)
	}
	if at := b.Places[len(b.Places)-1]; at.Note != b.planned || at.Person != b.ana {
		t.Errorf("it leads to %+v", at)
	}
	if fmt.Sprint(b.Said) != "[Page typed up]" {
		t.Errorf("said %q", b.Said)
	}
	b.TakeBack()
	if now := []string{b.body(b.old), b.body(b.planned)}; now[0] != was[0] || now[1] != was[1] {
		t.Errorf("taken back it is %q", now)
	}
	if n, err := b.J.Note(b.planned); err != nil || n.Kind != notes.PlannedNote {
		t.Errorf("it is %+v, %v", n.NoteHead, err)
	}
}

func TestThePageGoesIntoTheNoteOfItsDay(t *testing.T) {
	for name, c := range map[string]struct {
		day  string // typed; "" leaves what is offered
		into func(b *bench) notes.NoteID
		kind notes.NoteKind // of the planned note, then
	}{
		"the planned one":         {"", func(b *bench) notes.NoteID { return b.planned }, notes.HeldNote},
		"one that was held":       {"2026-11-16", func(b *bench) notes.NoteID { return b.old }, notes.PlannedNote},
		"a new one, held earlier": {"yesterday", nil, notes.PlannedNote},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			typeback.Show(b, b.ana, 0)
			if c.day != "" {
				b.Fill("typeback/day", c.day)
			}
			b.Fill("typeback/notes", "all well")
			b.Tap(widgets.DialogConfirm)
			id := b.Places[len(b.Places)-1].Note
			if c.into != nil && id != c.into(b) || c.into == nil && (id == b.old || id == b.planned) {
				t.Errorf("it is in note %d", id)
			}
			if n, err := b.J.Note(id); err != nil || n.Kind != notes.HeldNote || !strings.HasSuffix(strings.TrimSpace(n.Body), "all well") {
				t.Errorf("it is %+v, %v", n, err)
			}
			if n, err := b.J.Note(b.planned); err != nil || n.Kind != c.kind {
				t.Errorf("the planned note is %s, %v", n.Kind, err)
			}
		})
	}
}

func TestANoteThatIsHeldIsNotAskedForItsDay(t *testing.T) {
	b := open(t)
	typeback.Show(b, b.ana, b.old)
	if b.Has("typeback/day") {
		t.Error("the day is asked for")
	}
	b.Fill("typeback/notes", "all well")
	b.Tap(widgets.DialogConfirm)
	if got := b.body(b.old); !strings.HasSuffix(got, "her pay\n\nall well\n") {
		t.Errorf("it holds %q", got)
	}
}

func TestWhatCannotBeSavedStaysInTheForm(t *testing.T) {
	for name, c := range map[string]struct {
		day  string
		note string
		fail error
		says string
	}{
		"nothing typed":   {"2026-11-23", "", nil, "Tick or type something first."},
		"no day":          {"some day", "all well", nil, "Couldn't read"},
		"a day to come":   {"2026-11-30", "all well", nil, "in the future"},
		"a full disk":     {"2026-11-23", "all well", notes.ErrFull, ""},
		"a changed line":  {"2026-11-23", "all well", notes.ErrConflict, ""},
		"an empty answer": {"2026-11-23", "  \n", nil, "Tick or type something first."},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			typeback.Show(b, b.ana, 0)
			b.Fill("typeback/day", c.day)
			b.Fill("typeback/notes", c.note)
			b.FailWrites(c.fail)
			b.Tap(widgets.DialogConfirm)
			switch {
			case c.fail != nil:
				if len(b.Shown) != 1 || !errors.Is(b.Shown[0], c.fail) {
					t.Errorf("shown %v", b.Shown)
				}
			case name == "no day":
				b.SeesNot("Tick or type")
			default:
				b.Sees(c.says)
			}
			if e, is := b.Find("typeback/notes").(*widgets.Entry); !is || e.Text != c.note {
				t.Errorf("what was typed is gone: %v", e)
			}
			b.FailWrites(nil)
			if got := b.body(b.planned); got != "ask: how was the demo?" {
				t.Errorf("it holds %q", got)
			}
		})
	}
}

func TestAFormThatWasClosedByMistakeHasEverythingStill(t *testing.T) {
	b := open(t)
	widgets.UseForms(b.Window().Canvas(), widgets.ReadForms("", func() time.Time { return b.Clock }))
	typeback.Show(b, b.ana, 0)
	b.Fill(b.line(b.old, 1)+"/answer", "Ben, in turn")
	b.Tap(b.line(b.old, 2))
	b.Fill("typeback/notes", "all well")
	b.Tap(widgets.DialogCancel)
	typeback.Show(b, b.ana, 0)
	b.Tap(widgets.DialogConfirm)
	if got := b.body(b.planned); !strings.Contains(got, "Who reviews: Ben, in turn\n\nall well\n") {
		t.Errorf("it holds %q", got)
	}
	if got := b.body(b.old); !strings.Contains(got, "answer on the budget (done 2026-11-23)") {
		t.Errorf("the old note holds %q", got)
	}
	typeback.Show(b, b.ana, 0)
	if e, is := b.Find("typeback/notes").(*widgets.Entry); !is || e.Text != "" {
		t.Error("what was saved is there again")
	}
}

func TestAnAnswerToTheQuestionIsNotedAndTheQuestionDone(t *testing.T) {
	h := roomtest.Open(t, roomtest.At(time.Date(2026, 12, 3, 12, 0, 0, 0, time.UTC)), roomtest.Sample) // a Thursday, that of their one-on-one
	who := notes.PersonID(0)
	for _, p := range h.People() {
		if p.First() == "Ana" {
			who = p.ID
		}
	}
	typeback.Show(h, who, 0)
	h.Fill("typeback/answer", "the alerts, she says")
	h.Tap(widgets.DialogConfirm)
	n, err := h.J.Note(h.Places[len(h.Places)-1].Note)
	if err != nil || n.Date != "2026-12-03" || !strings.Contains(n.Body, "? the alerts, she says") {
		t.Errorf("the note is %+v, %v", n, err)
	}
	history, err := h.J.PromptHistory(who)
	if err != nil || len(history) == 0 || history[0].Outcome != notes.ActedOn || history[0].Left != "2026-12-03" {
		t.Errorf("the history is %+v, %v", history, err)
	}
}

// The page was printed before: another question is asked today than the one that was answered on paper.
func TestAnAnswerBelongsToTheQuestionThatIsOnThePage(t *testing.T) {
	const onPage = "What would you do again?"
	for name, c := range map[string]struct {
		choose string
		line   string
		want   notes.PromptOutcome
	}{
		"the one of that day": {"", onPage + " the alerts, she says", notes.ActedOn},
		"none of them":        {"Another question, or none", "the alerts, she says", notes.PassedOver},
	} {
		t.Run(name, func(t *testing.T) {
			h := roomtest.Open(t, roomtest.At(time.Date(2026, 12, 3, 12, 0, 0, 0, time.UTC)), roomtest.Sample)
			who := notes.PersonID(0)
			for _, p := range h.People() {
				if p.First() == "Ana" {
					who = p.ID
				}
			}
			roomtest.Do(t, h.J, notes.PromptEvent{
				Person: who, Kind: "growth", Key: "k", Text: onPage, Shown: "2026-12-01", Left: "2026-12-03", Outcome: notes.PassedOver,
			})
			typeback.Show(h, who, 0)
			h.Sees("Which question is on the page?", onPage)
			if c.choose != "" {
				h.Choose("typeback/question", c.choose)
				h.SeesNot(onPage)
			}
			h.Fill("typeback/answer", "the alerts, she says")
			h.Tap(widgets.DialogConfirm)
			n, err := h.J.Note(h.Places[len(h.Places)-1].Note)
			if err != nil || !strings.Contains("\n"+n.Body, "\n"+c.line) {
				t.Errorf("the note is %+v, %v", n, err)
			}
			history, err := h.J.PromptHistory(who)
			if err != nil || len(history) != 2 || history[0].Outcome != c.want || history[1].Outcome != notes.Asked {
				t.Errorf("the history is %+v, %v", history, err)
			}
		})
	}
}
