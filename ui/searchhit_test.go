package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/ui/room"
)

// hitBody has a line that is looked for among others; the last letters are about what makes a note a long one.
func hitBody(lines int) string {
	return strings.Repeat("words between\n", lines) + "todo me: grind the mill\n" + strings.Repeat("and more of them\n", lines)
}

// TestAHitOpensAtItsLine opens a line that was found, in each way, and types a letter.
func TestAHitOpensAtItsLine(t *testing.T) {
	aloneUnderRace(t)
	bySearch := func(w *window) {
		w.visit(room.Place{Screen: room.Search, Text: "grind"})
		w.pass(time.Second)
		w.tapKey("search.hit.0")
	}
	bySwitcher := func(w *window) {
		w.press(ctrl, fyne.KeyK)
		w.types("grind the")
		w.key(fyne.KeyReturn)
	}
	for name, c := range map[string]struct {
		lines int
		open  func(w *window)
		reads bool // the note opens for reading
	}{
		"search":               {3, bySearch, false},
		"switcher":             {3, bySwitcher, false},
		"search, a long note":  {900, bySearch, true},
		"switcher, long notes": {900, bySwitcher, true},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWindow(t)
			body := hitBody(c.lines)
			n := notes.NewNote{Person: w.who("Ana").ID, Kind: notes.HeldNote, Date: "2025-11-20", Body: body}
			id := w.apply(notes.Change{Rows: []notes.Row{n}}).Made[0]
			before, _ := w.journal.Note(id)
			c.open(w)
			w.pass(2 * time.Second)
			if w.editor.Led() != c.lines {
				t.Fatalf("line %d is marked, not %d", w.editor.Led(), c.lines)
			}
			if after, err := w.journal.Note(id); err != nil || after.Rev != before.Rev || after.Body != body {
				t.Errorf("opening it writes: rev %d, then %d, %v", before.Rev, after.Rev, err)
			}
			if c.reads {
				w.key(fyne.KeyReturn) // edits this part
			}
			w.editor.Undo()
			if w.editor.Text() != body || w.editor.Line() != c.lines {
				t.Errorf("at line %d, %d characters", w.editor.Line(), len(w.editor.Text()))
			}
			w.types("x")
			if want := strings.Replace(body, "the mill", "the millx", 1); w.stored(id) != want {
				t.Error("the letter does not stand in the line")
			}
			if w.editor.Led() != -1 {
				t.Error("it is still marked")
			}
		})
	}
}

func TestAHitOpensAtItsLineWhereNothingCanBeWritten(t *testing.T) {
	w := newWindow(t)
	id := w.apply(notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: w.who("Ana").ID, Kind: notes.HeldNote, Date: "2025-11-20", Body: hitBody(3),
	}}}).Made[0]
	w.journal = sealed{w.journal}
	w.visit(room.Place{Screen: room.Search, Text: "mill"})
	w.pass(time.Second)
	w.tapKey("search.hit.0")
	if n, open := w.draft.Note(); !open || n.ID != id || w.editor.Led() != 3 || w.editor.Line() != 3 {
		t.Errorf("note %d, at line %d, line %d is marked", n.ID, w.editor.Line(), w.editor.Led())
	}
}

func TestAfterAMeetingALineIsShownAmongThoseThatAreNotFolded(t *testing.T) {
	w, id := meet(t, "a\nprivate: pay\nthe mill\n")
	w.Go(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: id, Line: 3})
	w.settle()
	if !w.afterMeeting() || w.editor.Led() != 1 || strings.Contains(w.editor.Text(), "pay") {
		t.Errorf("after a meeting: %v, line %d is marked of %q", w.afterMeeting(), w.editor.Led(), w.editor.Text())
	}
}

// finds looks for a text in a meeting and returns the keys of the lines that can be gone to.
func (w *window) finds(text string) (keys []string) {
	w.t.Helper()
	w.tapKey("meeting.search")
	w.types(text)
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if k, ok := o.(interface{ FocusKey() string }); ok && strings.HasPrefix(k.FocusKey(), "meeting.found.") {
			keys = append(keys, k.FocusKey())
		}
	}
	return keys
}

func TestTheSearchOfAMeetingLeadsToALineOfItsNote(t *testing.T) {
	w, id := meet(t, "a mill\nprivate: the mill secret\n  mill below\ntodo Ben: a mill for him\nthe mill wheel\nnone\nlast mill\n")
	w.apply(notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: w.who("Ana").ID, Kind: notes.HeldNote, Date: "2025-11-02", Body: "an older mill\nand a mill\nprivate: mill pay\n",
	}}})
	keys := w.finds("mill")
	said := shown(w.win.Canvas().Overlays().Top())
	if fmt.Sprint(keys) != "[meeting.found.0 meeting.found.1 meeting.found.2]" || !strings.Contains(said, "older") || !strings.Contains(said, "and a") {
		t.Fatalf("%q of\n%s", keys, said)
	}
	for _, secret := range []string{"secret", "below", "him", "pay"} {
		if strings.Contains(said, secret) {
			t.Errorf("it shows %q:\n%s", secret, said)
		}
	}
	w.tapOverlay("meeting.found.1")
	if w.win.Canvas().Overlays().Top() != nil || w.editor.Led() != 1 || !w.editor.Focused() {
		t.Fatalf("line %d is marked", w.editor.Led())
	}
	w.types("x")
	got := w.stored(id)
	if !strings.Contains(got, "\nthe mill wheelx\n") || !strings.Contains(got, "private: the mill secret\n") || w.editor.Led() != -1 {
		t.Errorf("stored %q", got)
	}
}
