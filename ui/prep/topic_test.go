package prep

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/notes"
)

func TestAddATopic(t *testing.T) {
	h := team(t)
	p := prepOf(t, h, "Ana")
	note, n := planned(t, h, p.who), len(p.brief.Agenda)
	press(h, "topic/open")
	if h.Focused() != "topic/text" {
		t.Fatalf("the focus is on %q", h.Focused())
	}
	typed := func(text string) {
		test.Type(h.Window().Canvas().Focused(), text)
		h.Press(fyne.KeyReturn)
	}
	typed("Holidays: who is on call?")
	h.Focus("topic/whose")
	h.Press(fyne.KeyRight)
	h.Focus("topic/text")
	if h.Focused() != "topic/text" || p.topic.field.Text() != "" {
		t.Errorf("the field holds %q, the focus is on %q", p.topic.field.Text(), h.Focused())
	}
	typed("  My holidays  ")
	body := strings.TrimPrefix(planned(t, h, p.who).Body, note.Body)
	if !strings.Contains(body, "topic: Holidays: who is on call?") || !strings.Contains(body, "topic me: My holidays") {
		t.Errorf("added: %q", body)
	}
	if got := p.brief.Agenda; len(got) != n+2 || got[len(got)-1].Tail != "you" {
		t.Errorf("the agenda is %+v", got)
	}
	if planned(t, h, p.who).Kind != notes.PlannedNote {
		t.Error("a topic holds the one-on-one")
	}
	h.Press(fyne.KeyEscape)
	if h.Find("topic/text") != nil || h.Find("topic/open") == nil {
		t.Error("Esc leaves the form open")
	}
	quiet(t, h)
}

func TestAReloadTakesNoWordAndNoFocusAway(t *testing.T) {
	h := team(t)
	p := prepOf(t, h, "Ana")
	h.Tap("topic/open")
	test.Type(h.Window().Canvas().Focused(), "Half a")
	h.Tap("fold/growth")
	h.Focus("topic/text")
	if err := p.Reload(); err != nil {
		t.Fatal(err)
	}
	test.Type(h.Window().Canvas().Focused(), " word")
	if p.topic.field.Text() != "Half a word" || h.Focused() != "topic/text" {
		t.Errorf("the field holds %q, the focus is on %q", p.topic.field.Text(), h.Focused())
	}
	if !strings.Contains(h.Text(), "Next: ") {
		t.Error("an open fold is closed")
	}
}

func TestATopicWithoutAPlannedNotePlansNothing(t *testing.T) {
	h := team(t)
	p := blank(t, h)
	h.Tap("topic/open")
	test.Type(h.Window().Canvas().Focused(), "Hello")
	h.Tap("topic/add")
	if _, err := h.J.PlannedNote(p.who); !errors.Is(err, notes.ErrNotFound) {
		t.Errorf("a one-on-one was planned: %v", err)
	}
	if len(p.brief.Agenda) != 1 || p.brief.Agenda[0].Text != "Hello" || p.brief.Agenda[0].NoteKind != notes.JournalNote {
		t.Errorf("on the agenda: %+v", p.brief.Agenda)
	}
	quiet(t, h)
}

func TestALabelTypedAsATopicIsThatLine(t *testing.T) {
	h := team(t)
	p := prepOf(t, h, "Ana")
	h.Tap("topic/open")
	add := func(text string) {
		t.Helper()
		p.topic.field.SetText(text)
		h.Tap("topic/add")
	}
	add("ask: what would help?")
	add("todo me: book the room by tomorrow")
	body := planned(t, h, p.who).Body
	if !strings.Contains(body, "\nask: what would help?") || strings.Contains(body, "book the room") {
		t.Errorf("the planned note holds %q", body)
	}
	owed := p.brief.IOwe[len(p.brief.IOwe)-1]
	if owed.Text != "Book the room" || owed.Due != h.Today().AddDays(1) || owed.NoteDate != h.Today() {
		t.Errorf("I owe %+v", owed)
	}
	before := len(p.brief.Agenda)
	add("topic Ben: the offsite")
	if !strings.Contains(h.Text(), "This is about someone else") || p.topic.field.Text() == "" || len(p.brief.Agenda) != before {
		t.Errorf("a topic of somebody else's: the field holds %q, %s", p.topic.field.Text(), h.Text())
	}
	quiet(t, h)
}

func TestATopicThatIsAddedIsSeenHoweverLongTheAgendaIs(t *testing.T) {
	h := team(t)
	p := prepOf(t, h, "Ana")
	h.Tap("topic/open")
	for i := range 9 {
		h.Focus("topic/text")
		h.Type("topic/text", fmt.Sprintf("Topic no. %d", i))
		h.Press(fyne.KeyReturn)
		h.Sees(fmt.Sprintf("Topic no. %d", i))
	}
	if len(p.brief.Agenda) < 9 {
		t.Errorf("%d on the agenda", len(p.brief.Agenda))
	}
}
