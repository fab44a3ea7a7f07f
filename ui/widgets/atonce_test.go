package widgets

import (
	"fmt"
	"testing"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

// counting counts how often Fyne draws an entry anew.
type counting struct {
	fyne.WidgetRenderer
	times int
}

func (c *counting) Refresh() {
	c.times++
	c.WidgetRenderer.Refresh()
}

func countDrawing(t *testing.T, ed *Editor) *counting {
	t.Helper()
	r, ours := test.WidgetRenderer(ed.entry).(*entryRenderer)
	if !ours {
		t.Fatalf("it is drawn by %T", test.WidgetRenderer(ed.entry))
	}
	c := &counting{WidgetRenderer: r.WidgetRenderer}
	r.WidgetRenderer = c
	return c
}

const longEnough = "Ana runs the retro alone from now on, and says so in the team's meeting.\n\ntodo: me: send her the notes of the last three\n"

func TestANoteThatIsOpenedIsDrawnOnce(t *testing.T) {
	ed, at := showEditor(t, 300, 300)
	at.Unfocus()
	drawn := countDrawing(t, ed)
	AtOnce(func() {
		ed.SetText(longEnough)
		AtOnce(ed.WriteOn)
		ed.SetCaret(4)
		ed.Refresh()
		ed.FocusHere()
		if drawn.times != 0 {
			t.Errorf("it is drawn %d times while it is opened", drawn.times)
		}
	})
	if drawn.times != 1 {
		t.Errorf("it is drawn %d times", drawn.times)
	}
	if !ed.Focused() || ed.Caret() != 4 {
		t.Errorf("focused %v, caret %d", ed.Focused(), ed.Caret())
	}
	write(ed, "x")
	if want := "Ana xruns"; ed.Text()[:len(want)] != want {
		t.Errorf("typing gives %q", ed.Text())
	}
}

func TestAPressThatTakesTheKeyboardDrawsANoteAfterTheClick(t *testing.T) {
	ed := NewEditor("note", "")
	var later []func()
	ed.After = func(_ time.Duration, f func()) func() {
		later = append(later, f)
		return func() {}
	}
	other := NewButton("other", Outlined, "", "Go", func() {})
	at := show(t, VStack(0, other, Grow(ed)), 300, 300)
	ed.SetText(longEnough)
	ed.FocusHere()
	drawn := countDrawing(t, ed)
	press := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	other.MouseDown(press)
	if drawn.times != 0 || ed.Focused() {
		t.Fatalf("drawn %d times by the press, focused %v", drawn.times, ed.Focused())
	}
	if len(later) != 1 {
		t.Fatalf("%d things are left for later, want the caret's end", len(later))
	}
	later[0]()
	if drawn.times != 1 {
		t.Errorf("drawn %d times where the button stays down", drawn.times)
	}
	other.MouseUp(press)

	ed.FocusHere()
	drawn.times = 0
	other.MouseDown(press)
	AtOnce(func() { ed.SetText("Another note") })
	later[1]()
	if drawn.times != 1 {
		t.Errorf("a click that opens another note draws it %d times", drawn.times)
	}
	other.MouseUp(press)

	ed.FocusHere()
	ed.Select(0, 3)
	drawn.times = 0
	other.MouseDown(press)
	if drawn.times == 0 {
		t.Error("what is selected stays lit as if it had the keyboard")
	}
	other.MouseUp(press)
	at.Unfocus()
	drawn.times = 0
	ed.FocusHere()
	at.Unfocus()
	if drawn.times != 2 {
		t.Errorf("without a press the caret comes and goes in %d drawings", drawn.times)
	}
}

// A caret behind the blank that ends a full row is in no row.
func TestAtOnceKeepsACaretThatIsInNoRow(t *testing.T) {
	ed, _ := showEditor(t, 220, 200)
	const text = "todo Ana: todo Ana: todo Ana: todo Ana: todo Ana: "
	AtOnce(func() {
		ed.SetText(text)
		ed.SetCaret(len(text))
	})
	if ed.entry.beyond.blanks == 0 {
		t.Fatal("this caret is in a row: the test says nothing")
	}
	if ed.Caret() != len(text) {
		t.Errorf("the caret is at %d", ed.Caret())
	}
	write(ed, "x")
	if ed.Text() != text+"x" {
		t.Errorf("typing gives %q", ed.Text())
	}
}

// editorOp is something that is done to an editor, and how a failure names it.
type editorOp struct {
	name string
	do   func(*Editor)
}

func (o editorOp) String() string { return o.name }

// Whatever is done at once leaves the note as it is left when it is done one after the other.
func TestAtOnceOrOneAfterTheOther(t *testing.T) {
	one, _ := showEditor(t, 220, 200)
	other, _ := showEditor(t, 220, 200)
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.Custom(someText).Draw(r, "text")
		length := utf8.RuneCountInString(text)
		offset := rapid.IntRange(0, length)
		ops := rapid.SliceOfN(rapid.Custom(func(r *rapid.T) editorOp {
			from, to := offset.Draw(r, "from"), offset.Draw(r, "to")
			from, to = min(from, to), max(from, to)
			return rapid.SampledFrom([]editorOp{
				{"load", func(ed *Editor) { ed.SetText(text) }},
				{fmt.Sprint("caret ", from), func(ed *Editor) { ed.SetCaret(from) }},
				{fmt.Sprint("select ", from, " to ", to), func(ed *Editor) { ed.Select(from, to) }},
				{fmt.Sprint("replace ", from, " to ", to), func(ed *Editor) { ed.Replace(from, to, "new words") }},
				{"write on", (*Editor).WriteOn},
				{"refresh", (*Editor).Refresh},
			}).Draw(r, "op")
		}), 1, 5).Draw(r, "ops")
		for _, ed := range []*Editor{one, other} {
			ed.SetText(text)
		}
		for _, op := range ops {
			op.do(one)
		}
		AtOnce(func() {
			for _, op := range ops {
				op.do(other)
			}
		})
		same := func(when string) {
			r.Helper()
			if one.Text() != other.Text() || one.Caret() != other.Caret() || one.SelectedText() != other.SelectedText() {
				r.Fatalf("%s: %q, caret %d, %q selected; at once %q, %d, %q", when, one.Text(), one.Caret(), one.SelectedText(),
					other.Text(), other.Caret(), other.SelectedText())
			}
		}
		same("done")
		write(one, "x")
		write(other, "x")
		same("written on")
	})
}
