package ui

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
)

// everyQuestion is a note about Ana with a line of every kind of suggestion, long ones among them.
const everyQuestion = "- done: send the poll to the whole platform team\n" +
	"- Ana will send the draft of the rollout plan to everybody who came to the planning day before the holidays\n" +
	"- todo Benn: check the quote\n- TODO: send her the contract\n- todo: review the figures by 4/12\n\n" +
	"## Action items\n- send the poll to the design group and collect the answers of the northern offices\n- book the room\n"

// suggesting is a window in which a note with every kind of suggestion is open and all of them are unfolded.
func suggesting(t *testing.T) (*window, notes.NoteID) {
	t.Helper()
	w := newWindow(t)
	ana := w.who("Ana").ID
	w.apply(notes.Change{Rows: []notes.Row{
		notes.NewNote{Person: ana, Kind: notes.HeldNote, Date: w.Today().AddDays(-14), Body: "todo: send the poll to the whole platform team\n"},
	}})
	id := notes.NoteID(w.apply(notes.Change{Rows: []notes.Row{
		notes.NewNote{Person: ana, Kind: notes.JournalNote, Date: w.Today(), Body: everyQuestion},
	}}).IDs[0])
	w.openSuggesting(id)
	return w, id
}

func (w *window) openSuggesting(id notes.NoteID) {
	w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: id})
	w.returnOn("suggest.more")
}

// returnOn gives a control the keyboard and presses Return.
func (w *window) returnOn(key string) {
	w.t.Helper()
	w.win.Canvas().Focus(w.focusable(key))
	w.key(fyne.KeyReturn)
	w.settle()
}

// offers reports whether a control of that key is in view.
func (w *window) offers(key string) bool { return slices.Contains(controls(w.frame.content), key) }

func TestTheListOfSuggestionsFitsAndIsReachedByKeyboard(t *testing.T) {
	aloneUnderRace(t)
	w, id := suggesting(t)
	for _, size := range []fyne.Size{{Width: 1000, Height: 640}, {Width: 1280, Height: 800}} {
		for _, scale := range []string{"1.0", "1.5"} {
			t.Run(fmt.Sprintf("%.0f wide, text %s", size.Width, scale), func(t *testing.T) {
				w.t = t
				w.lookAt(size, "light", scale)
				w.openSuggesting(id)
				for _, key := range []string{
					"suggest.all", "suggest.1.tick", "suggest.2.0", "suggest.3.away", "suggest.4.1", "suggest.5.1", "suggest.7.0",
				} {
					if !w.offers(key) {
						t.Errorf("%s is not in view", key)
					}
				}
				w.fits("suggestions")
				w.picture(fmt.Sprintf("%.0f-%s-light-suggestions", size.Width, scale))
				if tab, arrow := w.unreached(); len(tab) > 0 || len(arrow) > 0 {
					t.Errorf("Tab does not lead to %q, F6 and the arrows not to %q", tab, arrow)
				}
			})
		}
	}
}

func TestASuggestionThatWasDismissedStaysAwayAfterARestart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "own.handback")
	w := emptyWindow(t, t.TempDir())
	if err := w.Start(path, false); err != nil {
		t.Fatal(err)
	}
	w.settle()
	w.apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere}}})
	ana := w.who("Ana").ID
	id := notes.NoteID(w.apply(notes.Change{Rows: []notes.Row{
		notes.NewNote{Person: ana, Kind: notes.JournalNote, Date: w.Today(), Body: "TODO send it\nTODO mend it\n"},
	}}).IDs[0])
	w.visit(room.Place{Screen: room.Notes, Person: ana, Note: id})
	w.returnOn("suggest.1.away")
	w.stop()
	again := emptyWindow(t, t.TempDir())
	if err := again.Start(path, false); err != nil {
		t.Fatal(err)
	}
	again.settle()
	again.visit(room.Place{Screen: room.Notes, Person: ana, Note: id})
	if again.offers("suggest.1.0") || !again.offers("suggest.2.0") {
		t.Errorf("after a restart it suggests %v", again.texts())
	}
}
