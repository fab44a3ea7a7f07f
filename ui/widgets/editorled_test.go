package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

// drawsLed reports whether a ground of a marked line is drawn, and where it ends.
func drawsLed(ed *Editor) (top, bottom float32, drawn bool) {
	for _, o := range ed.paint.under.Objects {
		if r, ok := o.(*canvas.Rectangle); ok && r.FillColor == look.C().Selection {
			return r.Position().Y, r.Position().Y + r.Size().Height, true
		}
	}
	return 0, 0, false
}

const ledText = "# a heading\nthe first line\n\ntodo: the fourth\nthe last"

func TestALineThatOneIsLedToIsMarkedUntilAKey(t *testing.T) {
	for name, goes := range map[string]func(ed *Editor){
		"a letter":          func(ed *Editor) { write(ed, "x") },
		"a key that moves":  func(ed *Editor) { ed.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) },
		"a key for nothing": func(ed *Editor) { ed.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
		"a shortcut":        func(ed *Editor) { ed.entry.TypedShortcut(&fyne.ShortcutSelectAll{}) },
		"the caret moves":   func(ed *Editor) { ed.SetCaret(2) },
		"a selection":       func(ed *Editor) { ed.Select(2, 4) },
		"an outside write":  func(ed *Editor) { ed.Replace(0, 1, "##") },
		"undo":              func(ed *Editor) { ed.Undo() },
		"another text":      func(ed *Editor) { ed.SetText("another\ntext\nof\nmany\nlines") },
	} {
		t.Run(name, func(t *testing.T) {
			ed, _ := showEditor(t, 600, 400)
			ed.SetText(ledText)
			write(ed, "!") // can be undone
			ed.LeadTo(3)
			top, bottom, drawn := drawsLed(ed)
			if ed.Led() != 3 || !drawn || top != round(ed.rowTop(3)) || bottom != round(ed.rowTop(4)) {
				t.Fatalf("line %d is marked, drawn %v from %v to %v", ed.Led(), drawn, top, bottom)
			}
			goes(ed)
			if _, _, drawn := drawsLed(ed); drawn || ed.Led() != -1 {
				t.Errorf("line %d is still marked, drawn %v", ed.Led(), drawn)
			}
		})
	}
}

func TestAMarkedLineChangesNothing(t *testing.T) {
	ed, _ := showEditor(t, 600, 400)
	ed.SetText(ledText)
	told := 0
	ed.OnChanged = func(string) { told++ }
	for line, caret := range map[int]int{0: 11, 1: 26, 2: 27, 3: 44, 4: 53, 99: 53, -3: 11} {
		ed.LeadTo(line)
		if ed.Caret() != caret || ed.Text() != ledText || told != 0 {
			t.Errorf("line %d: caret %d, told %d times, %q", line, ed.Caret(), told, ed.Text())
		}
	}
	ed.Undo()
	if ed.Text() != ledText || told != 0 {
		t.Errorf("there is something to undo: %q", ed.Text())
	}
	ed.LeadTo(2)
	ed.Refresh() // other colours
	if _, _, drawn := drawsLed(ed); !drawn {
		t.Error("the mark does not outlive a refresh")
	}
	write(ed, "here")
	if want := strings.Replace(ledText, "\n\n", "\nhere\n", 1); ed.Text() != want {
		t.Errorf("%q", ed.Text())
	}
}

func TestALongLineIsMarkedOnAllItsRows(t *testing.T) {
	ed, _ := showEditor(t, 300, 400)
	ed.SetText("one\n" + strings.Repeat("words and words ", 20) + "\nlast")
	ed.LeadTo(1)
	if top, bottom, _ := drawsLed(ed); bottom-top < 4*ed.lineHeight {
		t.Errorf("from %v to %v", top, bottom)
	}
}

func TestALineOfALongNoteIsShownWhereOneReads(t *testing.T) {
	ed, win := showEditor(t, 600, 400)
	text := longText(60_000)
	ed.SetText(text)
	led := strings.Count(text[:40_000], "\n")
	ed.LeadTo(led)
	r := ed.reader
	if !r.shown || ed.Led() != led || r.part != partAt(r.parts, 40_000) || ed.Text() != text {
		t.Fatalf("line %d is marked, in part %d", ed.Led(), r.part)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.ledAt).Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(ed).Y
	if at < 0 || at > 300 {
		t.Errorf("the line stands at %v", at)
	}
	before := r.scroll.Offset()
	win.Focus(ed.Focusable())
	if r.scroll.Offset() != before {
		t.Error("the focus scrolls away from the line")
	}
	ed.Refresh()
	if r.scroll.Offset() != before {
		t.Error("laying it out again scrolls")
	}
	win.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // edit this part
	if ed.reader.shown || ed.Led() != led || ed.Line() != led {
		t.Fatalf("edited at line %d, line %d is marked, not %d", ed.Line(), ed.Led(), led)
	}
	write(ed, " new")
	lines := strings.Split(text, "\n")
	lines[led] += " new"
	if ed.Text() != strings.Join(lines, "\n") || ed.Led() != -1 {
		t.Error("what is typed is not in the line")
	}
	ed.LeadTo(3) // in another part
	if ed.Line() != 3 || ed.Led() != 3 {
		t.Errorf("at line %d, line %d is marked", ed.Line(), ed.Led())
	}
}

func TestTurningThePageOfALongNoteTakesTheMarkAway(t *testing.T) {
	ed, _ := showEditor(t, 600, 400)
	ed.SetText(longText(60_000))
	ed.LeadTo(2)
	ed.reader.turn(1)
	if ed.Led() != -1 {
		t.Error("it is still marked")
	}
	ed.SetText(longText(2 * LongestWritten))
	ed.LeadTo(2)
	if ed.Led() != 2 || ed.Focusable() != nil {
		t.Error("a note that can only be read does not show its line")
	}
	ed.FocusHere()
	ed.SetText("short")
	if ed.Led() != -1 || ed.Focusable() == nil {
		t.Error("another note is marked")
	}
}
