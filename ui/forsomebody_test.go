package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/ui/room"
)

// TestHurriedWordsDoWhatIsMeant types what a manager in a hurry types on Today, and Enter: where it leads, and what is on top then.
func TestHurriedWordsDoWhatIsMeant(t *testing.T) {
	aloneUnderRace(t)
	w := sampleWindow(t)
	ana := w.who("Ana").ID
	for _, c := range []struct {
		typed  string
		screen room.Screen
		asks   string // the title of the dialog that opens; "" is none
	}{
		{"ana praise", room.Praise, ""},
		{"log praise ana", room.Praise, "Praise for Ana"},
		{"thank ana", room.Praise, "Praise for Ana"},
		{"feedback for ana", room.Praise, "Feedback for Ana"},
		{"add goal ana", room.Growth, "Add a goal for Ana"},
		{"log decision ana", room.Decisions, "Log a decision"},
		{"ana prep", room.Prep, ""},
		{"ana notes", room.Notes, ""},
		{"new note ana", room.Notes, ""},
		{"reschedule ana", room.Prep, "Reschedule the one-on-one with Ana"},
		{"type up ana", room.Prep, "Type up your paper notes"},
		{"ana 1:1", room.Meeting, ""},
		{"meeting with ana", room.Meeting, ""},
		{"edit ana", room.Prep, "Nicknames"},
		{"delete ana", room.Prep, "Nicknames"},
		{"ana review", room.Review, ""},
		{"hand-over ana", room.Handover, ""},
		{"their file ana", room.TheirFile, ""},
		{"gdpr request ana", room.TheirFile, ""},
		{"erase ana", room.Prep, "Nicknames"},
		{"erase everything about ana", room.Prep, "Nicknames"},
	} {
		w.visit(room.Place{Screen: room.Today})
		w.Run("switcher")
		test.Type(w.win.Canvas().Focused(), c.typed)
		w.settle()
		w.key(fyne.KeyReturn)
		w.settle()
		if got := w.Place(); got.Screen != c.screen || got.Person != ana {
			t.Errorf("%q leads to %+v", c.typed, got)
		}
		top := w.win.Canvas().Overlays().Top()
		if says := shown(top); c.asks == "" && top != nil || c.asks != "" && !strings.Contains(says, c.asks) {
			t.Errorf("%q opens %q, not %q", c.typed, says, c.asks)
		}
		if top != nil {
			w.key(fyne.KeyEscape)
		}
		if w.inMeeting() {
			w.closeMeeting()
			w.key(fyne.KeyEscape)
			w.guard = 0
		}
	}
}

// TestOnTodayWhatIsAboutOnePersonAsksWho: the same words without a name.
func TestOnTodayWhatIsAboutOnePersonAsksWho(t *testing.T) {
	w := sampleWindow(t)
	for _, typed := range []string{"type up", "log praise", "start one", "hand-over pack", "reschedule", "log decision"} {
		w.visit(room.Place{Screen: room.Today})
		w.Run("switcher")
		test.Type(w.win.Canvas().Focused(), typed)
		w.settle()
		if says := shown(w.win.Canvas().Overlays().Top()); !strings.Contains(says, "pick a person") {
			t.Errorf("%q offers %q", typed, says)
		}
		w.key(fyne.KeyEscape)
	}
}

// TestNobodyIsOfferedWhatCantBeDoneForThem: a peer has notes and no praise log, and one who left gets no new one-on-one.
func TestNobodyIsOfferedWhatCantBeDoneForThem(t *testing.T) {
	w := newWindow(t)
	w.apply(notes.Change{Rows: []notes.Row{
		notes.Person{Kind: notes.KindOther, Name: "Petra Quist", State: notes.StateHere},
		notes.Person{Kind: notes.KindReport, Name: "Lars Quill", State: notes.StateLeft},
	}})
	for typed, offers := range map[string]bool{
		"petra praise": false, "petra note": true, "lars log praise": false, "lars praise": true, "lars start one": false,
	} {
		w.visit(room.Place{Screen: room.Today})
		w.Run("switcher")
		test.Type(w.win.Canvas().Focused(), typed)
		w.settle()
		says := shown(w.win.Canvas().Overlays().Top())
		if got := strings.Contains(says, "Petra Quist") || strings.Contains(says, "Lars Quill"); got != offers {
			t.Errorf("%q offers %q", typed, says)
		}
		w.key(fyne.KeyEscape)
	}
}
