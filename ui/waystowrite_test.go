package ui

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
)

// journals are the bodies of a person's journal notes, newest first.
func (w *window) journals(who notes.PersonID) []string {
	w.t.Helper()
	heads, err := w.journal.NotesOf(who, 0)
	if err != nil {
		w.t.Fatal(err)
	}
	var bodies []string
	for _, h := range heads {
		if h.Kind == notes.JournalNote {
			bodies = append(bodies, w.stored(h.ID))
		}
	}
	return bodies
}

// written types a letter where the keyboard is, waits until it is saved, and returns the bodies of all notes that hold it.
func (w *window) written() []string {
	w.t.Helper()
	f := w.win.Canvas().Focused()
	if f == nil {
		w.t.Fatal("the keyboard is nowhere: what is typed is lost")
	}
	f.TypedRune('ß')
	w.pass(2 * time.Second)
	var with []string
	for _, p := range w.People() {
		heads, err := w.journal.NotesOf(p.ID, 0)
		if err != nil {
			w.t.Fatal(err)
		}
		for _, h := range heads {
			if body := w.stored(h.ID); strings.Contains(body, "ß") {
				with = append(with, body)
			}
		}
	}
	return with
}

// TestEveryWayToANoteEndsWithTheCaretInIt walks all ways to a note and types one letter at the end of each.
func TestEveryWayToANoteEndsWithTheCaretInIt(t *testing.T) {
	aloneUnderRace(t)
	at := func(screen room.Screen) func(*window) {
		return func(w *window) { w.visit(room.Place{Screen: screen, Person: w.who("Ana").ID}) }
	}
	older := func(w *window) notes.NoteID {
		return w.apply(notes.Change{Rows: []notes.Row{notes.NewNote{
			Person: w.who("Ana").ID, Kind: notes.HeldNote, Date: "2025-11-20", Body: "an older mill\ntodo me: answer on the mill\n",
		}}}).Made[0]
	}
	planned := func(w *window) {
		w.apply(notes.Change{Rows: []notes.Row{notes.NewNote{
			Person: w.who("Ana").ID, Kind: notes.PlannedNote, Date: "2025-12-05", At: "10:00",
		}}})
	}
	newNote := func(w *window) { w.press(ctrl, fyne.KeyN) }
	for name, way := range map[string][]func(*window){
		"no notes, Notes, Ctrl+N":       {at(room.Notes), newNote},
		"no notes, Notes, New note":     {at(room.Notes), func(w *window) { w.tapKey("list.new") }},
		"no notes, Notes, Write a note": {at(room.Notes), func(w *window) { w.tapKey("note.first") }},
		"no notes, Prep, Ctrl+N":        {at(room.Prep), newNote},
		"no notes, Growth, Ctrl+N":      {at(room.Growth), newNote},
		"Today, Ctrl+N":                 {func(w *window) { w.visit(room.Place{Screen: room.Today}) }, newNote},
		"Team, Ctrl+N":                  {func(w *window) { w.visit(room.Place{Screen: room.Team}) }, newNote},
		"my journal, Ctrl+N":            {func(w *window) { w.Run("go.journal"); w.settle() }, newNote},
		"a note is open, Ctrl+N":        {func(w *window) { older(w) }, at(room.Notes), newNote},
		"a note is open, New note":      {func(w *window) { older(w) }, at(room.Notes), func(w *window) { w.tapKey("list.new") }},
		"Ctrl+N twice":                  {at(room.Notes), newNote, newNote},
		"today's note, there is none":   {at(room.Prep), func(w *window) { w.press(alt, fyne.KeyN) }},
		"today's note, there is one": {
			func(w *window) { w.writeNote(w.who("Ana"), "words\n") }, at(room.Prep), func(w *window) { w.press(alt, fyne.KeyN) },
		},
		"today's note, from a list": {
			func(w *window) { w.writeNote(w.who("Ana"), "words\n"); w.tapKey("list.new") }, func(w *window) { w.press(alt, fyne.KeyN) },
		},
		"the tab":                {func(w *window) { older(w) }, at(room.Prep), func(w *window) { w.press(alt, fyne.Key2) }},
		"the list":               {func(w *window) { older(w) }, at(room.Notes), newNote, func(w *window) { w.tapPrefix("list.note.", "1") }},
		"Prep, the last meeting": {func(w *window) { older(w) }, at(room.Prep), func(w *window) { w.tapKey("since/open") }},
		"Prep, the plan": {planned, at(room.Prep), func(w *window) {
			w.tapKey("date")
			w.key(fyne.KeyReturn)
		}},
		"Prep, a line":  {func(w *window) { older(w) }, at(room.Prep), func(w *window) { w.tapPrefix("owe/", "") }},
		"Today, a line": {func(w *window) { older(w); w.visit(room.Place{Screen: room.Today}) }, func(w *window) { w.tapPrefix("owe/", "") }},
		"a place": {func(w *window) {
			w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: older(w), Line: 2})
		}},
		"a place of the note that is open": {func(w *window) { older(w) }, at(room.Notes), func(w *window) {
			n, _ := w.draft.Note()
			w.win.Canvas().Unfocus()
			w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: n.ID, Line: 1})
		}},
		"the switcher": {func(w *window) { older(w) }, at(room.Prep), func(w *window) {
			w.press(ctrl, fyne.KeyK)
			w.types("older mill")
			w.key(fyne.KeyReturn)
		}},
		"the switcher, over the note": {func(w *window) { older(w) }, at(room.Notes), func(w *window) {
			w.press(ctrl, fyne.KeyK)
			w.types("older mill")
			w.key(fyne.KeyReturn)
		}},
		"a search hit": {func(w *window) { older(w) }, func(w *window) {
			w.visit(room.Place{Screen: room.Search, Text: "older"})
			w.pass(time.Second)
			w.tapKey("search.hit.0")
		}},
		"back": {func(w *window) { older(w) }, at(room.Notes), at(room.Growth), func(w *window) {
			w.press(alt, fyne.KeyLeft)
		}},
		"no notes, the tab":             {at(room.Prep), func(w *window) { w.press(alt, fyne.Key2) }},
		"no notes, a click":             {at(room.Prep), func(w *window) { w.tapKey("top.tab/Notes") }},
		"no notes, my journal":          {func(w *window) { w.Run("go.journal"); w.settle() }},
		"a one-on-one, nothing planned": {at(room.Prep), func(w *window) { w.Run("meeting.start"); w.settle() }},
		"a one-on-one that was planned": {planned, at(room.Prep), func(w *window) { w.Run("meeting.start"); w.settle() }},
		"out of a meeting": {planned, at(room.Prep), func(w *window) {
			w.Run("meeting.start")
			w.settle()
			w.win.Canvas().Unfocus()
			w.key(fyne.KeyEscape)
		}},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWindow(t)
			for _, step := range way {
				step(w)
			}
			got := w.written()
			if len(got) != 1 {
				t.Fatalf("the letter stands in %d notes: %q", len(got), got)
			}
			if !regexp.MustCompile(`ß\n?$|(?m)^an older millß$|^todo me: answer on the millß$`).MatchString(got[0]) {
				t.Errorf("the letter stands at neither the end of the text nor that of the line that was led to: %q", got[0])
			}
		})
	}
}

// types types a text where the keyboard is.
func (w *window) types(text string) {
	for _, r := range text {
		w.win.Canvas().Focused().TypedRune(r)
	}
	w.pass(time.Second)
}

// tapPrefix taps the first control whose key begins and ends so.
func (w *window) tapPrefix(begin, end string) {
	w.t.Helper()
	w.win.Canvas().Unfocus()
	w.tabPrefix(begin, end)
	w.win.Canvas().Focused().(fyne.Tappable).Tapped(nil)
	w.settle()
}

func TestANewNoteIsNewAndTodaysNoteIsTheNewest(t *testing.T) {
	w := newWindow(t)
	ana := w.who("Ana").ID
	w.visit(room.Place{Screen: room.Notes, Person: ana})
	for _, text := range []string{"first", "second by Friday", "third"} {
		w.press(ctrl, fyne.KeyN)
		w.types(text)
		w.pass(time.Hour)
	}
	if got := w.journals(ana); strings.Join(got, "|") != "third|second by Friday|first" {
		t.Errorf("%q", got)
	}
	w.visit(room.Place{Screen: room.Prep, Person: ana})
	w.press(alt, fyne.KeyN)
	w.types("!")
	if got := w.journals(ana); len(got) != 3 || !strings.Contains(got[0], "!") {
		t.Errorf("today's note: %q", got)
	}
	if got := shown(w.frame.content); !strings.Contains(got, "9:30") || !strings.Contains(got, "11:30") {
		t.Errorf("the list has no times: %s", got)
	}
}

func TestASecondOneOnOneOfADayIsANoteOfItsOwn(t *testing.T) {
	w := newWindow(t)
	ana := w.who("Ana")
	next := w.apply(notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: ana.ID, Kind: notes.PlannedNote, Date: w.Today().AddDays(7), At: "10:00",
	}}}).Made[0]
	w.apply(notes.Change{Rows: []notes.Row{notes.NewNote{Person: ana.ID, Kind: notes.HeldNote, Date: w.Today(), At: "08:00", Body: "a\n"}}})
	w.visit(room.Place{Screen: room.Prep, Person: ana.ID})
	w.Run("meeting.start")
	w.settle()
	if p := w.Place(); p.Screen != room.Meeting || p.Note == next {
		t.Fatalf("at %+v", p)
	}
	if n, err := w.journal.Note(next); err != nil || n.Kind != notes.PlannedNote {
		t.Errorf("what is planned for next week is now %+v, %v", n.NoteHead, err)
	}
	held, err := w.journal.HeldDates(ana.ID, w.Today())
	if err != nil || len(held) != 2 {
		t.Errorf("held today: %v, %v", held, err)
	}
}

func TestOpeningANoteJoinsNothingToItsLines(t *testing.T) {
	body := "ask: what would help?\ntodo me: answer"
	for name, open := range map[string]func(*window, notes.NoteID){
		"the tab": func(w *window, _ notes.NoteID) { w.press(alt, fyne.Key2) },
		"a click": func(w *window, _ notes.NoteID) { w.tapKey("top.tab/Notes") },
		"the list": func(w *window, id notes.NoteID) {
			w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: id})
		},
		"today's note": func(w *window, _ notes.NoteID) { w.press(alt, fyne.KeyN) },
		"back": func(w *window, _ notes.NoteID) {
			w.press(alt, fyne.Key2)
			w.press(alt, fyne.Key1)
			w.press(alt, fyne.KeyLeft)
		},
		"another look": func(w *window, _ notes.NoteID) { w.press(alt, fyne.Key2); w.lookChanged(); w.again(); w.settle() },
		"another person": func(w *window, _ notes.NoteID) {
			w.press(alt, fyne.Key2)
			w.press(alt, fyne.KeyDown)
			w.press(alt, fyne.KeyUp)
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWindow(t)
			id := w.writeNote(w.who("Ana"), body)
			w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
			open(w, id)
			if got := w.stored(id); got != body {
				t.Fatalf("opened, it is stored as %q", got)
			}
			w.types("typed at once")
			if got, want := w.stored(id), body+"\ntyped at once"; got != want {
				t.Errorf("stored %q, want %q", got, want)
			}
			for range "typed at once" {
				w.editor.Undo()
			}
			if got := w.body(id); got != body {
				t.Errorf("undone it is %q", got)
			}
		})
	}
}

func TestAnEmptyNotesPageKeepsEveryLetter(t *testing.T) {
	w := newWindow(t)
	w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
	w.press(alt, fyne.Key2)
	w.changed() // drawn anew, the page still has the keyboard
	w.settle()
	w.types("praise: all of it")
	if got := w.journals(w.who("Ana").ID); len(got) != 1 || got[0] != "praise: all of it" {
		t.Errorf("stored %q", got)
	}
	w.visit(room.Place{Screen: room.Notes, Person: w.who("Ben").ID})
	w.win.Canvas().Unfocus() // by a click beside the text
	w.win.Canvas().OnTypedRune()('a')
	w.types("nd more")
	if got := w.journals(w.who("Ben").ID); len(got) != 1 || got[0] != "and more" {
		t.Errorf("stored %q", got)
	}
}

func TestTypingWhereThereIsNoFieldDoesNothing(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "words\n")
	for _, sc := range []room.Screen{room.Prep, room.Growth, room.Praise, room.Decisions, room.TheirPage, room.Today, room.Team} {
		t.Run(string(sc), func(t *testing.T) {
			place := room.Place{Screen: sc, Person: w.who("Ana").ID}
			w.visit(place)
			for _, r := range "typed anyway" {
				if f := w.win.Canvas().Focused(); f != nil && r != ' ' {
					f.TypedRune(r)
				} else if f == nil {
					w.win.Canvas().OnTypedRune()(r)
				}
			}
			w.pass(2 * time.Second)
			if got := w.stored(id); got != "words\n" || w.Place() != place || len(w.journals(w.who("Ana").ID)) != 1 {
				t.Errorf("at %+v, stored %q", w.Place(), got)
			}
		})
	}
}
