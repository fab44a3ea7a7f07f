package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/widgets"
)

// meet gives Ana a weekly one-on-one today with a body, and starts it.
func meet(t *testing.T, body string) (*window, notes.NoteID) {
	t.Helper()
	w := newWindow(t)
	ana := w.who("Ana")
	ana.Rhythm = notes.Rhythm{Every: 1, Unit: notes.Weeks, Fixed: true, Weekday: tuesday.Weekday(), At: "10:00"}
	made := w.apply(
		notes.Change{Rows: []notes.Row{ana, notes.NewNote{Person: ana.ID, Kind: notes.PlannedNote, Date: w.Today(), At: "10:00", Body: body}}},
	)
	w.visit(room.Place{Screen: room.Prep, Person: ana.ID})
	w.Run("meeting.start")
	w.settle()
	return w, made.Made[0]
}

const meetingBody = "topic: the budget\nprivate: pay round in March\n  with a line below it\ntodo Ben: not for her eyes\nwe talked\n"

func TestTheMeetingViewHidesAndKeepsWhatIsNotForThem(t *testing.T) {
	w, id := meet(t, meetingBody)
	if w.Place().Screen != room.Meeting {
		t.Fatalf("at %v", w.Place())
	}
	if got := w.editor.Text(); strings.Contains(got, "pay") || strings.Contains(got, "below") || strings.Contains(got, "Ben") {
		t.Fatalf("shown: %q", got)
	}
	w.editor.SetCaret(len([]rune(w.editor.Text())))
	for _, r := range "decided Ana: the mill house" {
		w.editor.Focusable().TypedRune(r)
	}
	for range 10 {
		w.editor.Undo()
	}
	for range 10 {
		w.editor.Redo()
	}
	if got := w.editor.Text(); strings.Contains(got, "pay") {
		t.Fatalf("undone into view: %q", got)
	}
	if err := w.draft.Flush(); err != nil {
		t.Fatal(err)
	}
	if got, want := w.stored(id), meetingBody+"decided Ana: the mill house"; got != want {
		t.Errorf("stored %q, want %q", got, want)
	}
}

func TestAMeetingIsWrittenOnAtItsEnd(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"after a line without an end", "topic: the budget", "topic: the budget\nsaid"},
		{"on the blank last line", "topic: the budget\n", "topic: the budget\nsaid"},
		{"in an empty note", "", "said"},
		{"before what is folded at the end", "topic: a\nprivate: pay", "topic: a\nsaid\nprivate: pay"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, id := meet(t, c.body)
			before, err := w.journal.Note(id)
			if err != nil {
				t.Fatal(err)
			}
			if err := w.draft.Flush(); err != nil {
				t.Fatal(err)
			}
			if now, err := w.journal.Note(id); err != nil || now.Body != c.body || now.Rev != before.Rev {
				t.Fatalf("looking on wrote %q, rev %d after %d, %v", now.Body, now.Rev, before.Rev, err)
			}
			for _, r := range "said" {
				w.win.Canvas().Focused().TypedRune(r)
			}
			if err := w.draft.Flush(); err != nil {
				t.Fatal(err)
			}
			if got := w.stored(id); got != c.want {
				t.Errorf("stored %q, want %q", got, c.want)
			}
			for range "said" {
				w.editor.Undo()
			}
			if err := w.draft.Flush(); err != nil {
				t.Fatal(err)
			}
			if got := w.stored(id); got != c.body {
				t.Errorf("undone it is %q, want %q", got, c.body)
			}
		})
	}
}

func TestATopicAddedInAMeetingLeavesTheBlankLineToWriteOn(t *testing.T) {
	w, id := meet(t, "topic: the budget")
	w.apply(notes.Change{Edits: []notes.LineEdit{{Op: notes.InsertLine, Note: id, New: "topic: the rota"}}})
	if got := w.stored(id); got != w.editor.Text() {
		t.Errorf("stored %q, shown %q", got, w.editor.Text())
	}
	w.editor.Focusable().TypedRune('x')
	if err := w.draft.Flush(); err != nil {
		t.Fatal(err)
	}
	if got := w.stored(id); !strings.HasSuffix(got, "the rota\nx") {
		t.Errorf("stored %q", got)
	}
}

func TestTheListsOfAMeetingNameNobodyElse(t *testing.T) {
	w, _ := meet(t, "topic: the rota\n")
	w.apply(notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: w.who("Ben").ID, Kind: notes.JournalNote, Date: w.Today(),
		Body: "todo me for Ana: say why Ben leaves\ntodo me for Ana: send the figures\n",
	}}})
	text := shown(w.frame.content)
	if !strings.Contains(text, "Send the figures") || strings.Contains(text, "Ben") {
		t.Errorf("shown:\n%s", text)
	}
}

func TestAMeetingSuggestsNobodyElse(t *testing.T) {
	w, _ := meet(t, "")
	for _, line := range []string{"todo @", "todo B", "tod"} {
		for _, s := range w.editor.Complete(line) {
			if s.Text != "Ana" && s.Text != "todo" {
				t.Errorf("%q is gone on with %q", line, s.Text)
			}
		}
	}
	if len(w.editor.Complete("todo @")) != 1 {
		t.Errorf("an @ offers %v", w.editor.Complete("todo @"))
	}
}

func TestAMeetingIsHeldFromItsStartAndEscLeavesIt(t *testing.T) {
	w, id := meet(t, meetingBody)
	if n, _ := w.journal.Note(id); n.Kind != notes.HeldNote {
		t.Errorf("the note is %s", n.Kind)
	}
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	w.settle()
	if p := w.Place(); p.Screen != room.Notes || p.Note != id {
		t.Errorf("Esc leads to %v", p)
	}
	if got := w.editor.Text(); got != "topic: the budget\nwe talked\n" {
		t.Errorf("beside her the note is %q", got)
	}
	w.tapKey("note.whole")
	if got := w.editor.Text(); got != meetingBody {
		t.Errorf("all of the note is %q", got)
	}
}

func TestClosingAMeetingPlansTheNextByItsRhythm(t *testing.T) {
	w, _ := meet(t, meetingBody)
	w.room.(interface{ Close() }).Close()
	w.settle()
	next, err := w.journal.PlannedNote(w.who("Ana").ID)
	if err != nil || next.Date != "2025-12-09" || next.At != "10:00" {
		t.Errorf("planned: %v %s, %v", next.Date, next.At, err)
	}
}

func TestTypingInAPlannedNoteAtItsTimeHoldsIt(t *testing.T) {
	w := newWindow(t)
	ana := w.who("Ana")
	made := w.apply(
		notes.Change{Rows: []notes.Row{notes.NewNote{Person: ana.ID, Kind: notes.PlannedNote, Date: w.Today(), At: "09:00", Body: "topic: a\n"}}},
	)
	w.visit(room.Place{Screen: room.Notes, Person: ana.ID, Note: made.Made[0]})
	w.editor.SetCaret(9)
	w.editor.Focusable().TypedRune('x')
	w.settle()
	n, err := w.journal.Note(made.Made[0])
	if err != nil || n.Kind != notes.HeldNote || w.editor.Text() != "topic: a\nx" {
		t.Errorf("%s %q %v", n.Kind, w.editor.Text(), err)
	}
}

func TestClosingAsksWhoDecidedAndIsNeverAskedAgain(t *testing.T) {
	w, id := meet(t, "decided: use the old tool\ndecided: skip June\n")
	w.room.(interface{ Close() }).Close()
	w.settle()
	if !widgets.OverlayShown(w.win.Canvas()) {
		t.Fatal("nothing is asked")
	}
	w.key(fyne.KeyRight) // the first question has the keyboard: Me, We, Ana
	w.key(fyne.KeyRight)
	w.key(fyne.KeyRight)
	w.tab(widgets.DialogConfirm)
	w.key(fyne.KeyReturn)
	w.settle()
	if got := w.stored(id); got != "decided Ana: use the old tool\ndecided: skip June\n" {
		t.Errorf("stored %q", got)
	}
	if next, err := w.journal.PlannedNote(w.who("Ana").ID); err != nil || next.Date != "2025-12-09" {
		t.Errorf("the next one is %v, %v", next.Date, err)
	}
	w.visit(room.Place{Screen: room.Meeting, Person: w.who("Ana").ID, Note: id})
	w.room.(interface{ Close() }).Close()
	w.settle()
	if widgets.OverlayShown(w.win.Canvas()) {
		t.Error("it asks again")
	}
}

func TestSkippingTheClosingIsOneKey(t *testing.T) {
	w, id := meet(t, "decided: use the old tool\n")
	w.room.(interface{ Close() }).Close()
	w.settle()
	w.key(fyne.KeyEscape)
	w.settle()
	if widgets.OverlayShown(w.win.Canvas()) {
		t.Fatal("Esc does not skip")
	}
	w.visit(room.Place{Screen: room.Meeting, Person: w.who("Ana").ID, Note: id})
	w.room.(interface{ Close() }).Close()
	w.settle()
	if widgets.OverlayShown(w.win.Canvas()) || w.stored(id) != "decided: use the old tool\n" {
		t.Error("it asks again")
	}
}

// key presses a key where the keyboard is.
func (w *window) key(name fyne.KeyName) {
	e := &fyne.KeyEvent{Name: name}
	if f := w.win.Canvas().Focused(); f != nil {
		f.TypedKey(e)
	} else {
		w.typedKey(e)
	}
	w.settle()
}

// tab goes on to the control with this key.
func (w *window) tab(key string) {
	w.t.Helper()
	for range 80 {
		if f, ok := w.win.Canvas().Focused().(interface{ FocusKey() string }); ok && f.FocusKey() == key {
			return
		}
		w.win.Canvas().FocusNext()
	}
	w.t.Fatalf("Tab never reaches %s", key)
}

func TestTheSearchOfAMeetingFindsNothingThatIsNotForThem(t *testing.T) {
	w, _ := meet(t, "words about the mill\nprivate: mill secret\ntodo Ben: mill for others\nBen wants the mill too\n")
	ben := w.who("Ben")
	w.apply(notes.Change{Rows: []notes.Row{
		notes.NewNote{Person: ben.ID, Kind: notes.HeldNote, Date: "2025-11-01", Body: "the mill of Kofi\n"},
		notes.NewNote{Person: w.who("Ana").ID, Kind: notes.HeldNote, Date: "2025-11-02", Body: "an older mill\n"},
	}})
	w.tapKey("meeting.search")
	for _, r := range "mill" {
		w.win.Canvas().Focused().TypedRune(r)
	}
	w.settle()
	text := shown(w.win.Canvas().Overlays().Top())
	if !strings.Contains(text, "older") {
		t.Errorf("it does not find:\n%s", text)
	}
	for _, secret := range []string{"secret", "others", "Ben", "Kofi"} {
		if strings.Contains(text, secret) {
			t.Errorf("it shows %q:\n%s", secret, text)
		}
	}
}

func TestTheSearchOfAMeetingKnowsALongLineThatNamesSomebodyElse(t *testing.T) {
	w, _ := meet(t, "topic: a\n")
	long := strings.Repeat("words and words ", 40)
	w.apply(notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: w.who("Ana").ID, Kind: notes.HeldNote, Date: "2025-11-02", Body: "todo Ben: " + long + "mill " + long + "\nan older mill\n",
	}}})
	w.tapKey("meeting.search")
	for _, r := range "mill" {
		w.win.Canvas().Focused().TypedRune(r)
	}
	w.settle()
	if text := shown(w.win.Canvas().Overlays().Top()); strings.Contains(text, "words") || !strings.Contains(text, "older") {
		t.Errorf("it shows:\n%s", text)
	}
}

func TestEscInAFieldOfAMeetingLeavesTheFieldAlone(t *testing.T) {
	w, _ := meet(t, "topic: a\n")
	w.tab("meeting.topic")
	w.writes("half")
	w.key(fyne.KeyEscape)
	if w.Place().Screen != room.Meeting || !w.editor.Focused() {
		t.Fatalf("at %v, the keyboard at %T", w.Place(), w.win.Canvas().Focused())
	}
	w.tab("meeting.topic")
	w.writes(" a topic\n")
	if got := w.editor.Text(); !strings.Contains(got, "half a topic") {
		t.Errorf("what was begun is lost: %q", got)
	}
}

func TestFoldedLinesShowOnlyWhenTheMenuIsAsked(t *testing.T) {
	w, _ := meet(t, meetingBody)
	w.tapKey("note.folded")
	if text := w.everything(); strings.Contains(text, "pay round") {
		t.Fatalf("a click shows:\n%s", text)
	}
	w.key(fyne.KeyReturn)
	if text := w.everything(); !strings.Contains(text, "pay round") || !strings.Contains(text, "Ben: not for her eyes") {
		t.Errorf("the menu shows:\n%s", text)
	}
	w.key(fyne.KeyEscape)
	if text := w.everything(); w.Place().Screen != room.Meeting || strings.Contains(text, "pay round") {
		t.Errorf("at %v:\n%s", w.Place(), text)
	}
}

func TestAfterAMeetingTheNoteIsFoldedUntilItIsAskedFor(t *testing.T) {
	w, id := meet(t, meetingBody+"decided: Ben leads it\ndecided: skip June\n")
	ana := w.who("Ana").ID
	w.Run("meeting.close")
	w.settle()
	if text := shown(w.win.Canvas().Overlays().Top()); strings.Contains(text, "Ben") || !strings.Contains(strings.ToLower(text), "skip june") {
		t.Fatalf("at the close it asks:\n%s", text)
	}
	w.key(fyne.KeyEscape)
	folded := func(after string) {
		t.Helper()
		if text := w.editor.Text(); !w.afterMeeting() || strings.Contains(text, "pay") || strings.Contains(text, "todo Ben") {
			t.Errorf("after %s at %v: %q", after, w.Place(), text)
		}
	}
	folded("the close")
	w.visit(room.Place{Screen: room.Notes, Person: ana})
	folded("its own tab")
	w.lookChanged()
	w.again()
	w.settle()
	folded("another look")
	w.tapKey("note.whole")
	if got := w.stored(id); w.editor.Text() != got || w.afterMeeting() {
		t.Errorf("asked for, it shows %q of %q", w.editor.Text(), got)
	}
	w.visit(room.Place{Screen: room.Meeting, Person: ana, Note: id})
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	w.settle()
	folded("Esc")
	w.visit(room.Place{Screen: room.Prep, Person: ana})
	if text := w.everything(); w.Place().Screen != room.Notes || strings.Contains(text, "pay") || strings.Contains(text, "Ben Kofi") {
		t.Errorf("on the way to Prep, at %v:\n%s", w.Place(), text)
	}
	w.key(fyne.KeyReturn) // keeps it folded
	folded("the answer that keeps it")
	w.press(alt, fyne.KeyLeft)
	if w.Place().Screen != room.Meeting {
		t.Errorf("back leads to %v", w.Place())
	}
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	w.settle()
	folded("the meeting again")
	w.visit(room.Place{Screen: room.Prep, Person: ana})
	w.tapOverlay(widgets.DialogConfirm)
	w.settle()
	if w.Place().Screen != room.Prep || w.afterMeeting() {
		t.Errorf("asked for, it leads to %v", w.Place())
	}
	w.visit(room.Place{Screen: room.Notes, Person: ana, Note: id})
	if w.afterMeeting() || !strings.Contains(w.editor.Text(), "pay") {
		t.Error("everything was asked for, and the note is still folded")
	}
	w.press(alt, fyne.KeyLeft)
	if w.Place().Screen == room.Prep {
		w.press(alt, fyne.KeyLeft) // where it was folded
	}
	if w.afterMeeting() || w.Place().Screen != room.Notes || !strings.Contains(w.editor.Text(), "pay") {
		t.Errorf("back at %v the note is %q", w.Place(), w.editor.Text())
	}
}

func TestALabelTypedAsATopicInTheMeetingIsThatLine(t *testing.T) {
	w, id := meet(t, "topic: the budget\n")
	for typed, line := range map[string]string{
		"ask: what would help?":        "ask: what would help?",
		"todo me: book it by tomorrow": "todo me: book it by tomorrow",
		"the offsite":                  "topic: the offsite",
		"ask Ben: not here":            "",
		"private: her pay":             "",
	} {
		t.Run(typed, func(t *testing.T) {
			w.t = t
			before := w.stored(id)
			w.tab("meeting.topic")
			w.types(typed)
			w.key(fyne.KeyReturn)
			after := strings.TrimSpace(strings.TrimPrefix(w.stored(id), before))
			if after != line {
				t.Errorf("the note gets %q, want %q", after, line)
			}
			if strings.Contains(w.frame.said, "Ben") || strings.Contains(w.frame.said, "pay") {
				t.Errorf("said beside the person: %q", w.frame.said)
			}
			if line == "" { // it stays in the field
				w.win.Canvas().Focused().(interface{ SetText(string) }).SetText("")
			}
		})
	}
}

// TestAShortcutThatRestsInAMeetingPutsNoWordsIntoTheNote presses every shortcut of the table in a meeting and types on.
func TestAShortcutThatRestsInAMeetingPutsNoWordsIntoTheNote(t *testing.T) {
	w, id := meet(t, "topic: the budget\n")
	for _, c := range w.commands {
		for _, k := range c.keys {
			elsewhere := []string{blankID, "quit", "meeting.start", "meeting.close", "undo", "redo", "part.text"} // the last goes to the text
			if k.Modifier == 0 || slices.Contains(elsewhere, c.id) {
				continue
			}
			t.Run(c.id+" "+keyName(k), func(t *testing.T) {
				w.t = t
				w.visit(room.Place{Screen: room.Meeting, Person: w.who("Ana").ID, Note: id})
				w.editor.FocusHere()
				before := w.body(id)
				w.press(k.Modifier, k.KeyName)
				if at := w.win.Canvas().Focused(); at != nil {
					for _, r := range "words" {
						at.TypedRune(r)
					}
				}
				w.pass(2 * time.Second)
				if got := w.stored(id); got != before {
					t.Errorf("the note is now %q", got)
				}
				w.escapes()
			})
		}
	}
}

func TestTheKeysOfTheSearchOpenTheMeetingsOwn(t *testing.T) {
	for _, place := range []string{"in the meeting", "after it"} {
		for _, keys := range []struct {
			mod  fyne.KeyModifier
			name fyne.KeyName
		}{{ctrl, fyne.KeyK}, {alt, fyne.KeyF}, {ctrl | shift, fyne.KeyF}} {
			t.Run(place+" "+string(keys.name), func(t *testing.T) {
				w, id := meet(t, "topic: the mill\nprivate: the mill secret\ntodo Ben: the mill for him\n")
				if place == "after it" {
					w.Run("meeting.close")
					w.settle()
					w.escapes()
				}
				w.editor.FocusHere()
				w.press(keys.mod, keys.name)
				w.types("mill")
				top := w.win.Canvas().Overlays().Top()
				if top == nil {
					t.Fatal("nothing opens")
				}
				if said := shown(top); !strings.Contains(said, "the ") || strings.Contains(said, "secret") || strings.Contains(said, "him") {
					t.Errorf("it shows:\n%s", said)
				}
				w.tapOverlay("meeting.found.0")
				if w.editor.Led() != 0 || !strings.HasPrefix(w.stored(id), "topic: the mill\nprivate: the mill secret") {
					t.Errorf("line %d is marked of %q", w.editor.Led(), w.stored(id))
				}
			})
		}
	}
}

func TestAShortcutUnderAFormLeavesTheCaretInIt(t *testing.T) {
	w := newWindow(t)
	w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
	w.Run("person.edit")
	w.settle()
	field := w.win.Canvas().Focused().(*widgets.Entry)
	field.SetCaret(3)
	w.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: ctrl}) // the field passes it on to the window
	w.types("-Lu")
	if field.Text != "Ana-Lu Ruiz" || w.win.Canvas().Focused() != fyne.Focusable(field) {
		t.Errorf("the name is %q", field.Text)
	}
	w.win.Canvas().Unfocus() // as a click on no control does
	w.win.Canvas().Overlays().Top().(fyne.Tappable).Tapped(&fyne.PointEvent{})
	if at := w.win.Canvas().Focused(); at != nil {
		t.Errorf("a click beside the fields leads to %v", at)
	}
	w.key(fyne.KeyEscape)
	if widgets.OverlayShown(w.win.Canvas()) {
		t.Error("Esc does not close it")
	}
}
