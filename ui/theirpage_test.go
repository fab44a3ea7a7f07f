package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/notes/brief"
	"handback/ui/room"
	"handback/ui/theirpage"
	"handback/ui/widgets"
)

// shown is every text that is drawn in a tree.
func shown(o fyne.CanvasObject) string {
	var b strings.Builder
	for _, obj := range test.LaidOutObjects(o) {
		switch t := obj.(type) {
		case *canvas.Text:
			b.WriteString(t.Text + "\n")
		case *widgets.Para:
			b.WriteString(t.String() + "\n")
		}
	}
	return b.String()
}

func TestTheirPageTurnedRoundNamesNobodyElse(t *testing.T) {
	w := emptyWindow(t, t.TempDir())
	if err := w.Start("", true); err != nil {
		t.Fatal(err)
	}
	w.settle()
	for _, who := range w.People() {
		if who.Kind != notes.KindReport {
			continue
		}
		w.visit(room.Place{Screen: room.TheirPage, Person: who.ID, Part: theirpage.Turned})
		text := shown(w.frame.content)
		if !strings.Contains(text, who.First()) {
			t.Errorf("the page of %s does not name them:\n%s", who.Name, text)
		}
		for _, other := range w.People() {
			if other.ID != who.ID && other.Kind != notes.KindMe && strings.Contains(text, other.First()) {
				t.Errorf("the page of %s names %s:\n%s", who.Name, other.Name, text)
			}
		}
		for _, level := range notes.Levels {
			if strings.Contains(text, level.String()) {
				t.Errorf("the page of %s says %s", who.Name, level)
			}
		}
	}
}

func TestTheirPageIsTurnedFromTheMeetingAndBack(t *testing.T) {
	w, _ := meet(t, "todo me: answer on the budget\n")
	w.Run("go.theirs")
	w.settle()
	if p := w.Place(); p.Screen != room.TheirPage || p.Part != theirpage.Turned {
		t.Fatalf("at %v", p)
	}
	if text := shown(w.frame.content); !strings.Contains(text, "Answer on the budget") || strings.Contains(text, "Ben") {
		t.Errorf("shown:\n%s", text)
	}
	for _, id := range []string{"switcher", "go.theirs", "go.prep", "go.today", "search.all", "go.next", "person.edit"} {
		w.Run(id)
		w.settle()
		if p := w.Place(); p.Part != theirpage.Turned || w.win.Canvas().Overlays().Top() != nil {
			t.Fatalf("%s leads away from the page that they read, to %v", id, p)
		}
	}
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	w.settle()
	if w.Place().Screen != room.Meeting {
		t.Errorf("back at %v", w.Place())
	}
}

func TestWhatWeCountOnEachOtherForStandsOnTheirPage(t *testing.T) {
	w := newWindow(t)
	ana := w.who("Ana")
	w.apply(brief.AgreeOn(ana.ID, nil, "- Bad news early\n\n", "An answer within a week", w.Today()))
	have, err := w.journal.Expectations(ana.ID)
	if err != nil || len(have) != 2 {
		t.Fatalf("%+v, %v", have, err)
	}
	w.apply(brief.AgreeOn(ana.ID, have, "Bad news early\nThe reasons with it", "", w.Today().AddDays(9)))
	have, err = w.journal.Expectations(ana.ID)
	if err != nil || len(have) != 2 || have[0].Agreed != w.Today() || !have[1].Theirs {
		t.Errorf("%+v, %v", have, err)
	}
	w.visit(room.Place{Screen: room.TheirPage, Person: ana.ID})
	if text := shown(w.frame.content); !strings.Contains(text, "The reasons with it") {
		t.Errorf("shown:\n%s", text)
	}
}
