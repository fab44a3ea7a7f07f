package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
)

// TestAReviewTurnedRoundNamesNobodyElse looks at the page of everybody of the sample team, as they read it.
func TestAReviewTurnedRoundNamesNobodyElse(t *testing.T) {
	w := sampleWindow(t)
	read := 0
	for _, who := range w.People() {
		if who.Kind != notes.KindReport {
			continue
		}
		w.visit(room.Place{Screen: room.Review, Person: who.ID, Part: "this-year/page"})
		w.visit(room.Place{Screen: room.Review, Person: who.ID, Part: "this-year/turned"})
		if w.frame.side.Visible() || w.frame.top.Visible() {
			t.Error("what is round the page is in view")
		}
		text := shown(w.frame.content)
		if strings.Contains(text, "You decided") {
			read++
		}
		names := w.Context(who.ID, w.Today()).Names
		if names.Mentions(text, who.ID, w.Me().ID) {
			t.Errorf("the review of %s names somebody else:\n%s", who.Name, text)
		}
		for _, id := range []string{"switcher", "go.theirs", "go.review", "go.prep", "go.today", "search.all", "go.next", "person.edit", "undo"} {
			w.Run(id)
			w.settle()
			if p := w.Place(); p.Part != "this-year/turned" || w.win.Canvas().Overlays().Top() != nil {
				t.Fatalf("%s leads away from the page that they read, to %v", id, p)
			}
		}
		w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		w.settle()
		if p := w.Place(); p.Part != "this-year/page" {
			t.Errorf("back at %v", p)
		}
	}
	if read == 0 {
		t.Error("nobody decided anything")
	}
}
