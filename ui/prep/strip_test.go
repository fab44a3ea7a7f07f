package prep

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

func TestAPromptIsRecordedOnceAndAsked(t *testing.T) {
	h := team(t)
	p := prepOf(t, h, "Ana")
	if p.prompt == nil {
		t.Fatal("the sample has nothing to ask Ana")
	}
	if err := p.Reload(); err != nil {
		t.Fatal(err)
	}
	inView := 0
	for _, e := range p.facts.History {
		if e.Outcome == notes.InView {
			inView++
		}
	}
	if inView != 1 {
		t.Errorf("%d prompts are recorded as in view", inView)
	}
	for p.prompt != nil && p.prompt.Agenda == "" && h.Find("prompt/another") != nil {
		h.Tap("prompt/another")
	}
	asked := p.prompt.Agenda
	h.Tap("prompt/ask")
	if !strings.Contains(planned(t, h, p.who).Body, "ask: "+asked) {
		t.Errorf("%q is not on %q", asked, planned(t, h, p.who).Body)
	}
	if p.prompt != nil && p.prompt.Agenda == asked {
		t.Error("what was asked is asked again")
	}
	quiet(t, h)
}

func TestLaterAndNotForHer(t *testing.T) {
	for i, say := range []string{"Handback will ask again later", "Questions like this are off for Ana"} {
		h := team(t)
		p := prepOf(t, h, "Ana")
		was := *p.prompt
		h.Tap("prompt/more")
		h.Tap("menu/" + []string{"Ask me later", "Turn off for Ana"}[i])
		if p.prompt != nil && p.prompt.Kind == was.Kind {
			t.Errorf("%s: the kind is there again", say)
		}
		if !slices.Equal(h.Said, []string{say}) {
			t.Errorf("said %q", h.Said)
		}
		quiet(t, h)
	}
}

func TestTheLinesBehindAPromptAreOneTapAway(t *testing.T) {
	h := team(t)
	for _, who := range h.People() {
		if who.Kind != notes.KindReport {
			continue
		}
		p := prepOf(t, h, who.First())
		if p.prompt == nil || len(p.prompt.Because) == 0 {
			continue
		}
		h.Tap("prompt/because")
		line := p.prompt.Because[0]
		h.Tap("prompt/" + lineKey(line))
		if got := h.Places[len(h.Places)-1]; got.Note != line.Note || got.Line != line.Line {
			t.Errorf("%s: went to %+v", who.Name, got)
		}
	}
	if len(h.Places) == 0 {
		t.Error("no prompt of the sample comes from a line")
	}
}

func TestAnAnswerIsKeptWithThePromptThatWasShown(t *testing.T) {
	h := team(t)
	p := prepOf(t, h, "Ana")
	asked := *p.prompt
	h.Tap("prompt/another")
	history, err := h.J.PromptHistory(p.who)
	if err != nil {
		t.Fatal(err)
	}
	var of []notes.PromptEvent
	for _, e := range history {
		if e.Key == asked.Key && e.Shown == h.Today() {
			of = append(of, e)
		}
	}
	if len(of) != 1 || of[0].Outcome != notes.Another {
		t.Errorf("the history says of what was shown and passed over: %+v", of)
	}
}

// TestTheQuestionKeepsItsWidth: beside a long name on the buttons, or in large text, they go under it.
func TestTheQuestionKeepsItsWidth(t *testing.T) {
	h := team(t)
	p := prepOf(t, h, "Ana")
	ana := named(t, h, "Ana")
	ana.Name = "Maximiliane-Alexandrina von Hohenstein"
	roomtest.Do(t, h.J, ana)
	h.Reload()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for _, width := range []float32{1000, 600, 460} {
		h.Window().Resize(fyne.NewSize(width, 700))
		ask := h.Find("prompt/ask")
		var question *widgets.Para
		for _, o := range test.LaidOutObjects(h.Window().Canvas().Content()) {
			if para, is := o.(*widgets.Para); is && para.String() == p.prompt.Text {
				question = para
			}
		}
		if question == nil || question.Size().Width < leastAsked {
			t.Fatalf("%.0f wide: the question has %v", width, question.Size())
		}
		beside := at(ask).X >= at(question).X+question.Size().Width
		if under := at(ask).Y >= at(question).Y+question.Size().Height; !beside && !under {
			t.Errorf("%.0f wide: the question is at %v %v, the button at %v", width, at(question), question.Size(), at(ask))
		}
	}
}
