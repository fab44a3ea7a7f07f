package ui

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/note"
	"handback/ui/room"
)

// findWindow has notes about Ana and in the manager's own journal, a meeting of hers with lines that are not for her.
func findWindow(t *testing.T) (*window, map[string]room.Place) {
	t.Helper()
	w := newWindow(t)
	ana, me := w.who("Ana"), w.Me()
	body := "Plán A\nprivate: the secret plan\ntodo Ben: plan for Ana\nplan B\n"
	made := w.apply(notes.Change{Rows: []notes.Row{
		notes.NewNote{Person: ana.ID, Kind: notes.HeldNote, Date: w.Today(), Body: body},
		notes.NewNote{Person: me.ID, Kind: notes.JournalNote, Date: w.Today(), Body: "my plan\n"},
	}}).Made
	return w, map[string]room.Place{
		"Notes":       {Screen: room.Notes, Person: ana.ID, Note: made[0]},
		"my journal":  {Screen: room.Notes, Person: me.ID, Note: made[1]},
		"the meeting": {Screen: room.Meeting, Person: ana.ID, Note: made[0]},
		"after it":    {Screen: room.Notes, Person: ana.ID, Note: made[0], Part: note.Folded},
	}
}

// enterTo goes to one of these places; to the one after a meeting by way of the meeting.
func (w *window) enterTo(name string, places map[string]room.Place) {
	if name == "after it" {
		w.visit(places["the meeting"])
	}
	w.visit(places[name])
}

func TestFindOpensOnEveryScreenThatHasTheEditor(t *testing.T) {
	aloneUnderRace(t)
	for name, all := range map[string]int{"Notes": 4, "my journal": 1, "the meeting": 2, "after it": 2} {
		for way, open := range map[string]func(w *window){
			"Ctrl+F":                func(w *window) { w.press(ctrl, fyne.KeyF) },
			"Ctrl+F from elsewhere": func(w *window) { w.win.Canvas().Unfocus(); w.press(ctrl, fyne.KeyF) },
			"Ctrl+H":                func(w *window) { w.press(ctrl, fyne.KeyH); w.Run("find") },
			"F3":                    func(w *window) { w.key(fyne.KeyF3) },
			"the menu":              func(w *window) { w.Run("find") },
		} {
			t.Run(name+", "+way, func(t *testing.T) {
				w, places := findWindow(t)
				w.enterTo(name, places)
				here := w.Place()
				open(w)
				if w.focusNow() != "find.text" {
					t.Fatalf("the keyboard is at %q", w.focusNow())
				}
				w.writes("plan")
				if _, n := w.editor.Found(); n != all {
					t.Errorf("%d found, not %d", n, all)
				}
				if text := shown(w.win.Canvas().Content()); !strings.Contains(text, fmt.Sprintf("1 of %d", all)) {
					t.Errorf("it does not say so: %s", text)
				}
				w.key(fyne.KeyEscape)
				if w.editor.Finding() || w.focusNow() != "note.editor" || w.Place() != here {
					t.Errorf("Esc leaves the bar %v, the keyboard at %q, the window at %+v", w.editor.Finding(), w.focusNow(), w.Place())
				}
			})
		}
	}
}

func TestEscFromAButtonOfTheBarStaysInTheMeeting(t *testing.T) {
	w, places := findWindow(t)
	w.visit(places["the meeting"])
	w.press(ctrl, fyne.KeyF)
	w.tab("find.close")
	w.key(fyne.KeyEscape)
	if w.editor.Finding() || w.Place().Screen != room.Meeting {
		t.Errorf("the bar is open: %v, at %+v", w.editor.Finding(), w.Place())
	}
}

func TestWhereNoNoteIsOpenCtrlFSearches(t *testing.T) {
	w := newWindow(t)
	ana := w.who("Ana").ID
	for _, p := range []room.Place{{Screen: room.Prep, Person: ana}, {Screen: room.Today}, {Screen: room.Notes, Person: ana}} {
		w.visit(p)
		w.press(ctrl, fyne.KeyF)
		if at := w.Place(); at.Screen != room.Search || at.Person != p.Person {
			t.Errorf("from %+v to %+v", p, at)
		}
	}
}

// TestReplacingInAMeetingLeavesWhatIsHiddenAlone replaces beside somebody who looks on, with lines out of sight between the
// others, some of which become what another one was.
func TestReplacingInAMeetingLeavesWhatIsHiddenAlone(t *testing.T) {
	for _, c := range []struct{ name, was, query, with, now string }{
		{"apart", "a plan\nprivate: plan\nplan B\n", "plan", "map", "a map\nprivate: plan\nmap B\n"},
		{"as another line", "one\nprivate: one\ntwo\nthree\n", "one", "two", "two\nprivate: one\ntwo\nthree\n"},
		{"as the line after", "two\none\nprivate: one\n  one\nend\none\n", "one", "two", "two\ntwo\nprivate: one\n  one\nend\ntwo\n"},
		{"all lines alike", "x\nprivate: 1\ny\nprivate: 2\nx\nprivate: 3\ny\n", "x", "y", "y\nprivate: 1\ny\nprivate: 2\ny\nprivate: 3\ny\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, id := meet(t, c.was)
			w.press(ctrl, fyne.KeyH)
			w.Run("find")
			w.writes(c.query)
			w.tab("find.with")
			w.writes(c.with)
			w.tab("find.all")
			w.key(fyne.KeyReturn)
			w.pass(2 * time.Second)
			if got := w.stored(id); got != c.now {
				t.Errorf("stored is\n%q, not\n%q", got, c.now)
			}
			w.key(fyne.KeyEscape)
			w.editor.Undo()
			w.pass(2 * time.Second)
			if got := w.stored(id); got != c.was {
				t.Errorf("undone it is\n%q, not\n%q", got, c.was)
			}
		})
	}
}

// What is typed in a line that is not for them folds as soon as the keyboard goes to the bar: nothing of it is found.
func TestALineThatFoldsIsNotFound(t *testing.T) {
	w, _ := meet(t, "a plan\n")
	w.writes("private: a plan")
	w.press(ctrl, fyne.KeyF)
	w.writes("plan")
	if _, n := w.editor.Found(); n != 1 {
		t.Errorf("%d found", n)
	}
	w.Run("find")
	w.writes("a plan")
	w.press(ctrl, fyne.KeyH)
	w.writes("private: x")
	w.tab("find.one")
	w.key(fyne.KeyReturn) // which makes it a line that is not for them
	w.settle()
	if got := w.editor.Text(); strings.Contains(got, "private") {
		t.Errorf("shown is %q", got)
	}
}

// What was looked for in private is not in the bar once the person looks on.
func TestTheMeetingKnowsNothingOfWhatWasLookedForBefore(t *testing.T) {
	w, places := findWindow(t)
	w.visit(places["Notes"])
	w.press(ctrl, fyne.KeyF)
	w.writes("secret")
	w.visit(places["the meeting"])
	w.key(fyne.KeyF3)
	if text := shown(w.win.Canvas().Content()); strings.Contains(text, "secret") {
		t.Errorf("shown is %s", text)
	}
}

func TestFindIsWalkedByKeyboardAndFits(t *testing.T) {
	aloneUnderRace(t)
	for _, name := range []string{"Notes", "my journal", "the meeting", "after it"} {
		for _, size := range []fyne.Size{{Width: 1000, Height: 640}, {Width: 1280, Height: 800}, {Width: 2560, Height: 1440}} {
			for _, scale := range []string{"1.0", "1.5"} {
				t.Run(fmt.Sprintf("%s, %.0f wide, text %s", name, size.Width, scale), func(t *testing.T) {
					w, places := findWindow(t)
					w.lookAt(size, "light", scale)
					w.enterTo(name, places)
					w.press(ctrl, fyne.KeyH)
					w.Run("find")
					w.writes("plan")
					w.fits(name)
					w.picture(fmt.Sprintf("find-%.0f-%s-%s", size.Width, scale, name))
					if name == "after it" {
						return // a walk through it leads to the question whether to show everything
					}
					tab, arrow := w.unreached()
					if len(tab)+len(arrow) > 0 {
						t.Errorf("Tab does not lead to %q, F6 and the arrows not to %q", tab, arrow)
					}
				})
			}
		}
	}
	if os.Getenv(picturesTo) != "" {
		w, places := findWindow(t)
		w.lookAt(fyne.NewSize(1280, 800), "dark", "1.0")
		w.visit(places["Notes"])
		w.press(ctrl, fyne.KeyF)
		w.writes("plan")
		w.picture("find-dark")
	}
}
