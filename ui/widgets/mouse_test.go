package widgets

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

type heldSelection string

func (s *heldSelection) get() string     { return string(*s) }
func (s *heldSelection) set(text string) { *s = heldSelection(text) }

func TestAMiddleClickPastesWhatWasSelectedLast(t *testing.T) {
	before, held := primary, heldSelection("from\telsewhere")
	primary = &held
	t.Cleanup(func() { primary = before })
	ed, _ := showEditor(t, 400, 200)
	ed.SetText("one two")
	at := ed.entry.CursorPosition()
	click := func(button desktop.MouseButton) {
		event := &desktop.MouseEvent{Button: button}
		event.Position = at.AddXY(2, 4)
		ed.entry.MouseDown(event)
		ed.entry.MouseUp(event)
	}
	click(desktop.MouseButtonTertiary)
	if ed.Text() != "from    elsewhereone two" {
		t.Errorf("pasted %q", ed.Text())
	}
	ed.Undo()
	if ed.Text() != "one two" {
		t.Errorf("undone it is %q", ed.Text())
	}
	ed.Select(0, 3)
	ed.entry.selected()
	if held != "one" {
		t.Errorf("selected is %q", held)
	}
	ed.SetCaret(7)
	click(desktop.MouseButtonPrimary)
	if ed.Text() != "one two" || held != "one" {
		t.Errorf("a click with the first button: %q, selected %q", ed.Text(), held)
	}
}

// TestNoProgramPastesAPassphrase selects one by mouse, hidden and shown.
func TestNoProgramPastesAPassphrase(t *testing.T) {
	before, held := primary, heldSelection("from elsewhere")
	primary = &held
	t.Cleanup(func() { primary = before })
	ours = false
	f := NewSecretField("k", "Passphrase", "")
	show(t, f.Content, 400, 200)
	f.SetText("marble")
	for _, shown := range []bool{false, true} {
		f.Reveal(shown)
		f.Entry.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(20, 20)})
		f.Entry.MouseUp(&desktop.MouseEvent{})
		if f.Entry.SelectedText() == "" {
			t.Fatal("nothing is selected")
		}
		if held != "from elsewhere" {
			t.Errorf("shown %v: a middle click pastes %q", shown, held)
		}
	}
	ForgetSelected() // nothing of ours: what another program selected stays
	if held != "from elsewhere" {
		t.Errorf("selected is %q", held)
	}
	e := NewEntry("e")
	show(t, e, 400, 200)
	e.SetText("words")
	e.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(20, 20)})
	ForgetSelected()
	if e.SelectedText() == "" || held != "" {
		t.Errorf("%q is selected, a middle click pastes %q", e.SelectedText(), held)
	}
}

func TestADragHeldBelowTheTextScrollsOn(t *testing.T) {
	ed, at := showEditor(t, 300, 200)
	var due []func()
	ed.After = func(_ time.Duration, f func()) func() {
		due = append(due, f)
		return func() { due = nil }
	}
	ed.SetText(strings.Repeat("a line\n", 60))
	drag := func(y float32) {
		event := &fyne.DragEvent{Dragged: fyne.NewDelta(0, 5)}
		event.AbsolutePosition = fyne.CurrentApp().Driver().AbsolutePositionForObject(ed.scroll).AddXY(60, y)
		ed.entry.Dragged(event)
	}
	test.Drag(at, fyne.CurrentApp().Driver().AbsolutePositionForObject(ed.scroll).AddXY(60, 40), 7, 5)
	if ed.pull.event.Dragged != fyne.NewDelta(7, 5) {
		t.Fatal("what the driver finds under the pointer drags past the editor")
	}
	ed.pull.end()
	due = nil
	drag(20)
	if len(due) != 0 {
		t.Fatal("within the text it scrolls on by itself")
	}
	drag(260)
	for range 200 {
		if len(due) == 0 {
			break
		}
		f := due[0]
		due = due[1:]
		f()
	}
	if got := strings.Count(ed.SelectedText(), "\n"); got < 55 || len(due) != 0 {
		t.Errorf("%d lines are selected, %d timers left", got, len(due))
	}
	drag(-40)
	ed.entry.DragEnd()
	if len(due) != 0 {
		t.Error("it scrolls on after the drag")
	}
}

// TestADragAtTheEdgeScrollsOn: where the text ends at the screen's edge no pointer gets beyond it.
func TestADragAtTheEdgeScrollsOn(t *testing.T) {
	for name, c := range map[string]struct {
		y, from float32
		scrolls bool
	}{
		"at the foot": {198, 0, true}, "near the foot": {188, 0, false},
		"at the head": {2, 300, true}, "near the head": {12, 300, false},
	} {
		t.Run(name, func(t *testing.T) {
			ed, _ := showEditor(t, 300, 200)
			var due []func()
			ed.After = func(_ time.Duration, f func()) func() {
				due = append(due, f)
				return func() { due = nil }
			}
			ed.SetText(strings.Repeat("a line\n", 60))
			ed.scroll.ScrollTo(c.from)
			event := &fyne.DragEvent{Dragged: fyne.NewDelta(0, 5)}
			event.AbsolutePosition = fyne.CurrentApp().Driver().AbsolutePositionForObject(ed.scroll).AddXY(60, c.y)
			ed.entry.Dragged(event)
			before := ed.scroll.Offset()
			for _, f := range due {
				f()
			}
			if moved := ed.scroll.Offset() != before; moved != c.scrolls {
				t.Errorf("it scrolls on: %v", moved)
			}
			ed.entry.DragEnd()
		})
	}
}

func TestANotchOfTheWheelIsThreeRows(t *testing.T) {
	for _, c := range []struct{ fyne, want float32 }{{-25, 72}, {-50, 144}, {-12, 12}, {-7.5, 7.5}, {-25 * 125, 25 * 125}} {
		if got := -wheelBy(c.fyne); got != c.want && !onMac {
			t.Errorf("%v scrolls %v, not %v", c.fyne, got, c.want)
		}
	}
}

func TestLinesAreMovedInWithoutBrackets(t *testing.T) {
	ed, _ := showEditor(t, 300, 200)
	ed.SetText("one")
	ed.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyM, Modifier: fyne.KeyModifierShortcutDefault})
	if ed.Text() != "    one" {
		t.Errorf("in: %q", ed.Text())
	}
	ed.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyM, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	if ed.Text() != "one" {
		t.Errorf("out: %q", ed.Text())
	}
}
