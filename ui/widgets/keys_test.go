package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"pgregory.net/rapid"
)

func word(ed *Editor, key fyne.KeyName, mods fyne.KeyModifier) {
	ed.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: wordModifier | mods})
}

func TestOneUndoBringsBackASelectionTypedOver(t *testing.T) {
	for name, over := range map[string]func(*Editor){
		"typed":         func(ed *Editor) { write(ed, "xyz") },
		"begun alike":   func(ed *Editor) { write(ed, "quite") },
		"pasted":        func(ed *Editor) { ed.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: ownClipboard("x\ny")}) },
		"Return":        func(ed *Editor) { press(ed, fyne.KeyReturn) },
		"erased":        func(ed *Editor) { press(ed, fyne.KeyBackspace) },
		"erased as one": func(ed *Editor) { word(ed, fyne.KeyBackspace, 0) },
	} {
		t.Run(name, func(t *testing.T) {
			ed, _ := showEditor(t, 300, 200)
			ed.SetText("the quick brown fox")
			ed.Select(4, 15)
			over(ed)
			after := ed.Text()
			ed.Undo()
			if ed.Text() != "the quick brown fox" || ed.SelectedText() != "quick brown" {
				t.Errorf("undone: %q, selected %q", ed.Text(), ed.SelectedText())
			}
			ed.Redo()
			if ed.Text() != after {
				t.Errorf("done again: %q, was %q", ed.Text(), after)
			}
		})
	}
}

func TestUndoTakesAWordBack(t *testing.T) {
	ed, _ := showEditor(t, 400, 200)
	write(ed, "one two")
	press(ed, fyne.KeyBackspace, fyne.KeyBackspace)
	var seen []string
	for range 4 {
		ed.Undo()
		seen = append(seen, ed.Text())
	}
	if got := strings.Join(seen, "|"); got != "one two|one ||" {
		t.Errorf("undone step by step: %q", got)
	}
}

func TestASelectionOfWordsThatStandOnBothSidesOfTheCaret(t *testing.T) {
	ed, _ := showEditor(t, 300, 200)
	ed.SetText("ababab")
	ed.SetCaret(4)
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	ed.entry.KeyDown(shift)
	press(ed, fyne.KeyLeft, fyne.KeyLeft)
	ed.entry.KeyUp(shift)
	write(ed, "X")
	if ed.Text() != "abXab" || ed.Caret() != 3 {
		t.Errorf("%q, caret %d", ed.Text(), ed.Caret())
	}
}

// TestWordsAtEveryWidth: where rows break makes no difference.
func TestWordsAtEveryWidth(t *testing.T) {
	const text = "the quick brown fox jumps over\nthe lazy dog, twice"
	for width := float32(120); width < 260; width += 4 {
		ed, _ := showEditor(t, width, 300)
		ed.SetText(text)
		var right, left []int
		for range 12 {
			word(ed, fyne.KeyRight, 0)
			right = append(right, ed.Caret())
		}
		for range 12 {
			word(ed, fyne.KeyLeft, 0)
			left = append(left, ed.Caret())
		}
		same(t, width, right, []int{3, 9, 15, 19, 25, 30, 34, 39, 43, 44, 50, 50})
		same(t, width, left, []int{45, 43, 40, 35, 31, 26, 20, 16, 10, 4, 0, 0})
		ed.SetCaret(len(text))
		for range 20 {
			word(ed, fyne.KeyBackspace, 0)
		}
		if ed.Text() != "" {
			t.Fatalf("at width %v Ctrl+Backspace stops at %q", width, ed.Text())
		}
		ed.SetText(text)
		for range 20 {
			word(ed, fyne.KeyDelete, 0)
		}
		if ed.Text() != "" {
			t.Fatalf("at width %v Ctrl+Delete stops at %q", width, ed.Text())
		}
	}
}

func same(t *testing.T, width float32, got, want []int) {
	t.Helper()
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("at width %v the caret goes %v, not %v", width, got, want)
		}
	}
}

func TestCtrlBackspaceAtALinesStartJoinsTheLines(t *testing.T) {
	ed, _ := showEditor(t, 300, 200)
	ed.SetText("one two\nthree")
	ed.SetCaret(8)
	word(ed, fyne.KeyBackspace, 0)
	if ed.Text() != "one twothree" || ed.Caret() != 7 {
		t.Errorf("%q, caret %d", ed.Text(), ed.Caret())
	}
	word(ed, fyne.KeyBackspace, fyne.KeyModifierShift) // is no such thing
	word(ed, fyne.KeyLeft, fyne.KeyModifierShift)
	if ed.SelectedText() != "two" {
		t.Errorf("selected %q", ed.SelectedText())
	}
}

// TestWordsAreSelectedFromTheEndOfTheText is what one does most: to type, and to select back what was typed.
func TestWordsAreSelectedFromTheEndOfTheText(t *testing.T) {
	for _, held := range []bool{false, true} {
		ed, _ := showEditor(t, 300, 200)
		ed.SetText("bold me\nnow please")
		ed.SetCaret(18)
		shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
		if held {
			ed.entry.KeyDown(shift)
		}
		word(ed, fyne.KeyLeft, fyne.KeyModifierShift)
		if ed.SelectedText() != "please" || ed.Caret() != 12 {
			t.Errorf("Shift held %v: %q is selected, the caret at %d", held, ed.SelectedText(), ed.Caret())
		}
		word(ed, fyne.KeyLeft, fyne.KeyModifierShift)
		if held {
			ed.entry.KeyUp(shift)
		}
		if ed.SelectedText() != "now please" {
			t.Errorf("Shift held %v: then %q is selected", held, ed.SelectedText())
		}
		ed.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyB, Modifier: fyne.KeyModifierShortcutDefault})
		if ed.Text() != "bold me\n**now please**" || ed.SelectedText() != "now please" {
			t.Errorf("Ctrl+B makes it %q, with %q selected", ed.Text(), ed.SelectedText())
		}
		ed.Undo()
		if ed.Text() != "bold me\nnow please" || ed.SelectedText() != "now please" {
			t.Errorf("undone it is %q, with %q selected", ed.Text(), ed.SelectedText())
		}
	}
}

func TestALetterOfManySignsIsOne(t *testing.T) {
	for _, letter := range []string{"é", "👩‍👩‍👧‍👦", "🇩🇪", "👍🏽", "각", "❤️", "x", "日"} {
		t.Run(letter, func(t *testing.T) {
			ed, _ := showEditor(t, 300, 200)
			ed.SetText("a" + letter + "b\nnext")
			n := len([]rune(letter))
			ed.SetCaret(1)
			press(ed, fyne.KeyRight)
			if ed.Caret() != 1+n {
				t.Errorf("Right goes to %d", ed.Caret())
			}
			press(ed, fyne.KeyLeft)
			if ed.Caret() != 1 {
				t.Errorf("Left goes to %d", ed.Caret())
			}
			press(ed, fyne.KeyDelete)
			if ed.Text() != "ab\nnext" {
				t.Errorf("Delete leaves %q", ed.Text())
			}
			ed.Undo()
			ed.SetCaret(1 + n)
			press(ed, fyne.KeyBackspace)
			if ed.Text() != "ab\nnext" || ed.Caret() != 1 {
				t.Errorf("Backspace leaves %q, caret %d", ed.Text(), ed.Caret())
			}
			ed.Undo()
			if ed.Text() != "a"+letter+"b\nnext" {
				t.Errorf("undone it is %q", ed.Text())
			}
		})
	}
}

func TestTheKeypadWithoutNumLock(t *testing.T) {
	pad := func(ed *Editor, name fyne.KeyName, place int, digit rune) {
		event := &fyne.KeyEvent{Name: name, Physical: fyne.HardwareKey{ScanCode: place}}
		ed.entry.KeyDown(event)
		ed.entry.TypedKey(event)
		if digit != 0 {
			ed.entry.TypedRune(digit)
		}
		ed.entry.KeyUp(event)
	}
	ed, _ := showEditor(t, 300, 200)
	ed.SetText("one\ntwo")
	ed.SetCaret(5)
	pad(ed, fyne.Key4, 83, 0)
	pad(ed, fyne.KeyPeriod, 91, 0)
	if ed.Text() != "one\nwo" || ed.Caret() != 4 {
		t.Errorf("Left, Delete: %q, caret %d", ed.Text(), ed.Caret())
	}
	pad(ed, fyne.Key8, 80, 0)
	pad(ed, fyne.Key1, 87, 0)
	if ed.Caret() != 3 {
		t.Errorf("Up, End: caret %d", ed.Caret())
	}
	pad(ed, fyne.Key7, 71, 0) // under Wayland
	if ed.Caret() != 0 {
		t.Errorf("Home: caret %d", ed.Caret())
	}
	pad(ed, fyne.Key4, 83, '4') // with NumLock
	pad(ed, fyne.Key4, 13, '4') // the row above the letters
	if ed.Text() != "44one\nwo" || ed.Caret() != 2 {
		t.Errorf("digits: %q, caret %d", ed.Text(), ed.Caret())
	}
	left := &fyne.KeyEvent{Name: fyne.Key4, Physical: fyne.HardwareKey{ScanCode: 83}}
	ed.entry.TypedKey(left)
	ed.entry.TypedKey(left) // it is held
	write(ed, "x")
	if ed.Text() != "x44one\nwo" {
		t.Errorf("held: %q", ed.Text())
	}
}

// TestUndoOfAnything: whatever is done, undone one by one it is what it was at each step before, and done again likewise.
func TestUndoOfAnything(t *testing.T) {
	_, at := showEditor(t, 220, 200)
	rapid.Check(t, func(r *rapid.T) {
		ed := NewEditor("note", "")
		at.SetContent(ed)
		ed.FocusHere()
		ed.SetText(someText(r))
		first := ed.Text()
		for range rapid.IntRange(1, 20).Draw(r, "acts") {
			n := len([]rune(ed.Text()))
			ed.SetCaret(rapid.IntRange(0, n).Draw(r, "caret"))
			if rapid.Bool().Draw(r, "select") {
				word(ed, fyne.KeyRight, fyne.KeyModifierShift)
			}
			switch rapid.IntRange(0, 4).Draw(r, "act") {
			case 0:
				write(ed, rapid.SampledFrom(words).Draw(r, "word"))
			case 1:
				press(ed, fyne.KeyBackspace)
			case 2:
				press(ed, fyne.KeyDelete, fyne.KeyReturn)
			case 3:
				word(ed, rapid.SampledFrom([]fyne.KeyName{fyne.KeyBackspace, fyne.KeyDelete}).Draw(r, "key"), 0)
			case 4:
				ed.Replace(0, n/2, someText(r))
			}
		}
		last := ed.Text()
		if got := exhaust(ed, ed.Undo); got != first {
			r.Fatalf("all undone it is %q, not %q", got, first)
		}
		if got := exhaust(ed, ed.Redo); got != last {
			r.Fatalf("all done again it is %q, not %q", got, last)
		}
	})
}
