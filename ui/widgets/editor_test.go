package widgets

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"handback/ui/look"
)

func showEditor(t *testing.T, width, height float32) (*Editor, fyne.Canvas) {
	t.Helper()
	ed := NewEditor("note", "Write")
	at := show(t, ed, width, height)
	ed.FocusHere()
	return ed, at
}

func press(ed *Editor, keys ...fyne.KeyName) {
	for _, key := range keys {
		ed.entry.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func write(ed *Editor, text string) {
	for _, r := range text {
		if r == '\n' {
			press(ed, fyne.KeyReturn)
			continue
		}
		ed.entry.TypedRune(r)
	}
}

func TestTypingKeepsItsPlaceAtEveryWidth(t *testing.T) {
	const prose = "the quick brown fox jumps over the lazy dog\nand a second line"
	for width := float32(120); width < 260; width += 3 {
		ed, _ := showEditor(t, width, 300)
		ed.SetText("\nbelow")
		write(ed, prose)
		if want := prose + "\nbelow"; ed.Text() != want {
			t.Fatalf("at width %v typing gives\n%q, not\n%q", width, ed.Text(), want)
		}
		if ed.Caret() != len(prose) {
			t.Fatalf("at width %v the caret is at %d, not %d", width, ed.Caret(), len(prose))
		}
	}
}

func TestReturnInTheMiddleOfAWordKeepsTheCaret(t *testing.T) {
	for width := float32(120); width < 260; width += 3 {
		ed, _ := showEditor(t, width, 300)
		ed.SetText("the quick brown foxjumps over")
		ed.SetCaret(21)
		write(ed, "\nx")
		if ed.Text() != "the quick brown foxju\nxmps over" || ed.Caret() != 23 {
			t.Fatalf("at width %v: %q, caret %d", width, ed.Text(), ed.Caret())
		}
	}
}

func TestReplaceLeavesCaretAndUndo(t *testing.T) {
	ed, at := showEditor(t, 300, 300)
	told := 0
	ed.OnChanged = func(string) { told++ }
	ed.SetText("todo Ana: plan\nsecond line\nthird")
	if told != 0 {
		t.Fatal("loading a note is told as a change")
	}
	ed.SetCaret(17) // in "second"
	ed.ReplaceLine(0, "todo Ana: plan (done 2025-12-01)")
	if told != 1 {
		t.Errorf("one replacement was told %d times", told)
	}
	if got := ed.Caret(); got != 17+18 {
		t.Errorf("the caret is at %d, not %d", got, 17+18)
	}
	ed.Undo()
	if ed.Text() != "todo Ana: plan\nsecond line\nthird" {
		t.Errorf("undo gives %q", ed.Text())
	}
	ed.Redo()
	if ed.Text() != "todo Ana: plan (done 2025-12-01)\nsecond line\nthird" {
		t.Errorf("redo gives %q", ed.Text())
	}
	at.Unfocus()
	ed.DeleteLine(1)
	ed.InsertLine(2, "ask: x")
	if ed.Text() != "todo Ana: plan (done 2025-12-01)\nthird\nask: x" {
		t.Errorf("lines: %q", ed.Text())
	}
	ed.Undo()
	ed.Undo()
	if ed.Text() != "todo Ana: plan (done 2025-12-01)\nsecond line\nthird" {
		t.Errorf("two undos give %q", ed.Text())
	}
}

// TestEditorAgainstAString types, replaces, undoes and moves at random; a plain
// string does the same.
func TestEditorAgainstAString(t *testing.T) {
	_, at := showEditor(t, 220, 200)
	rapid.Check(t, func(r *rapid.T) {
		ed := NewEditor("note", "")
		at.SetContent(ed)
		ed.FocusHere()
		m := newModel(rapid.Custom(someText).Draw(r, "text"))
		ed.SetText(string(m.text))
		for range rapid.IntRange(1, 30).Draw(r, "steps") {
			m.step(r, ed)
			if ed.Text() != string(m.text) {
				r.Fatalf("text is %q, should be %q", ed.Text(), string(m.text))
			}
			if ed.Caret() != m.caret {
				r.Fatalf("caret is at %d, should be %d in %q", ed.Caret(), m.caret, ed.Text())
			}
		}
	})
}

// TestUndoLeadsBackToWhatWasLoaded undoes all that was done, and does it again.
func TestUndoLeadsBackToWhatWasLoaded(t *testing.T) {
	_, at := showEditor(t, 220, 200)
	rapid.Check(t, func(r *rapid.T) {
		ed := NewEditor("note", "")
		at.SetContent(ed)
		ed.FocusHere()
		m := newModel(rapid.Custom(someText).Draw(r, "text"))
		loaded := string(m.text)
		ed.SetText(loaded)
		for range rapid.IntRange(1, 15).Draw(r, "steps") {
			m.step(r, ed)
		}
		if last := exhaust(ed, ed.Undo); last != loaded {
			r.Fatalf("all undone it is %q, not %q", last, loaded)
		}
		if last := exhaust(ed, ed.Redo); last != string(m.text) {
			r.Fatalf("all done again it is %q, not %q", last, string(m.text))
		}
	})
}

// exhaust takes steps until nothing changes.
func exhaust(ed *Editor, step func()) string {
	for same := 0; same < 3; {
		before := ed.Text()
		step()
		if ed.Text() == before {
			same++
		}
	}
	return ed.Text()
}

var words = []string{"todo Ana: ", "the", " rollout ", "plan", " ", "  ", "\n", "é", "🎉", "日本", "incomprehensibilities", " a ", "#platform"}

func someText(r *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 25).Draw(r, "words"), "")
}

type model struct {
	text  []rune
	caret int
}

func newModel(text string) *model { return &model{text: []rune(text)} }

func (m *model) put(start, end int, with string) {
	m.text = []rune(string(m.text[:start]) + with + string(m.text[end:]))
}

func (m *model) step(r *rapid.T, ed *Editor) {
	switch rapid.SampledFrom(
		[]string{"type", "type", "return", "backspace", "delete", "caret", "replace", "replace", "together", "undo", "select", "paste"},
	).Draw(
		r,
		"step",
	) {
	case "type":
		word := strings.ReplaceAll(rapid.SampledFrom(words).Draw(r, "word"), "\n", "")
		write(ed, word)
		m.put(m.caret, m.caret, word)
		m.caret += len([]rune(word))
	case "return":
		press(ed, fyne.KeyReturn)
		m.put(m.caret, m.caret, "\n")
		m.caret++
	case "backspace":
		press(ed, fyne.KeyBackspace)
		if m.caret > 0 {
			m.put(m.caret-1, m.caret, "")
			m.caret--
		}
	case "delete":
		press(ed, fyne.KeyDelete)
		if m.caret < len(m.text) {
			m.put(m.caret, m.caret+1, "")
		}
	case "caret":
		m.caret = rapid.IntRange(0, len(m.text)).Draw(r, "caret")
		ed.SetCaret(m.caret)
	case "replace":
		before := string(m.text)
		m.replace(r, ed)
		if rapid.Bool().Draw(r, "take back") && before != string(m.text) {
			m.takeBack(r, ed, before)
		}
	case "together":
		before := string(m.text)
		ed.Together(func() {
			for range rapid.IntRange(1, 4).Draw(r, "replacements") {
				m.replace(r, ed)
			}
		})
		if rapid.Bool().Draw(r, "take back") && before != string(m.text) {
			m.takeBack(r, ed, before)
		}
	case "undo":
		ed.Undo() // what is undone is Fyne's to say; that redo brings it up back is ours
		ed.Redo()
		m.caret = ed.Caret()
	case "select":
		start, end := m.span(r)
		start, end = m.afterLetter(start), m.afterLetter(end)
		word := rapid.SampledFrom([]string{"x", "yz", " "}).Draw(r, "over")
		ed.Select(start, end)
		write(ed, word)
		m.put(start, end, word)
		m.caret = start + len(word)
	case "paste":
		text := someText(r)
		ed.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: ownClipboard(text)})
		m.put(m.caret, m.caret, text)
		m.caret += len([]rune(text))
	}
}

func (m *model) replace(r *rapid.T, ed *Editor) {
	start, end := m.span(r)
	with := someText(r)
	from, to, put := difference(m.text[start:end], []rune(with))
	m.caret = moved(m.caret, start+from, start+to, put-from)
	ed.Replace(start, end, with)
	m.put(start, end, with)
}

// afterLetter is the next place to the left that Fyne can select from.
func (m *model) afterLetter(at int) int {
	for at > 0 && m.text[at-1] == ' ' {
		at--
	}
	return at
}

func (m *model) takeBack(r *rapid.T, ed *Editor, before string) {
	ed.Undo()
	if ed.Text() != before {
		r.Fatalf("undo of a replacement gives %q, not %q", ed.Text(), before)
	}
	ed.Redo()
	if ed.Text() != string(m.text) {
		r.Fatalf("redo of a replacement gives %q, not %q", ed.Text(), string(m.text))
	}
	m.caret = rapid.IntRange(0, len(m.text)).Draw(r, "caret")
	ed.SetCaret(m.caret)
}

func (m *model) span(r *rapid.T) (start, end int) {
	start = rapid.IntRange(0, len(m.text)).Draw(r, "start")
	return start, rapid.IntRange(start, len(m.text)).Draw(r, "end")
}

func TestMarksFollowTheEntrysOwnRows(t *testing.T) {
	ed, _ := showEditor(t, 260, 400)
	ed.Marks = func(text string) (marks []Mark) {
		for i, line := range strings.Split(text, "\n") {
			if k := strings.Index(line, ":"); k >= 0 {
				marks = append(marks, Mark{Line: i, End: len([]rune(line[:k+1])), Icon: "todo", Color: look.C().Todo})
			}
		}
		return marks
	}
	ed.SetText("a line of prose that is long enough to be wrapped over rows\ntodo Ana: plan\npraise: well")
	ed.SetCaret(3)
	var got []string
	for _, o := range ed.paint.over.Objects {
		if text, ok := o.(interface{ MinSize() fyne.Size }); ok && o.Position().X > 30 {
			got = append(got, fmt.Sprint(round(o.Position().Y/ed.lineHeight*10)/10, text != nil))
		}
	}
	if len(got) != 4 { // a cover and a word for each label
		t.Fatalf("drawn: %v", got)
	}
	row, _ := ed.entry.rowColumn(ed.lines[1])
	if y := ed.paint.under.Objects[0].Position().Y; y < ed.rowTop(row) || y > ed.rowTop(row+1) {
		t.Errorf("the label of line 1 is drawn at %v, its row begins at %v", y, ed.rowTop(row))
	}
	ed.SetCaret(ed.lines[1])
	if n := len(ed.paint.over.Objects); n != 2 {
		t.Errorf("on the caret's line %d coloured things are drawn besides the other label's 2", n)
	}
}

func TestAnEditorAtRestDrawsNothing(t *testing.T) {
	ed, _ := showEditor(t, 260, 400)
	calls := 0
	ed.Marks = func(string) []Mark { calls++; return nil }
	ed.SetText("todo: x")
	calls = 0
	before := ed.seen
	for range 3 {
		ed.entry.Refresh()
		ed.sync()
	}
	if calls != 0 || ed.seen != before {
		t.Errorf("refreshing draws again: %d calls", calls)
	}
}

func TestAnotherLookLeavesTextCaretAndUndo(t *testing.T) {
	ed, _ := showEditor(t, 260, 400)
	t.Cleanup(func() { look.Use(look.ModeLight, 1, 1) })
	ed.Marks = func(string) []Mark { return []Mark{{Line: 2, End: 5, Color: look.C().Todo}} }
	ed.SetText("one line that is long enough to be wrapped\nx\ntodo: y")
	write(ed, "first ")
	before := ed.lineHeight
	look.Use(look.ModeDark, 1, look.MaxScale)
	fyne.CurrentApp().Settings().SetTheme(look.Theme{})
	ed.Refresh()
	if ed.lineHeight < 1.4*before {
		t.Errorf("rows are %v high after %v", ed.lineHeight, before)
	}
	if ed.Caret() != 6 || !strings.HasPrefix(ed.Text(), "first one") {
		t.Errorf("caret %d in %q", ed.Caret(), ed.Text())
	}
	tint, row := ed.paint.under.Objects[0].(*canvas.Rectangle), ed.entry.rowCount()-1
	if tint.FillColor != look.Dark.Tint(look.Dark.Todo) || tint.Position().Y < ed.rowTop(row) {
		t.Errorf("the label is %v at %v, its row at %v", tint.FillColor, tint.Position().Y, ed.rowTop(row))
	}
	ed.Undo()
	if strings.HasPrefix(ed.Text(), "first one") {
		t.Error("undo is lost")
	}
}

func TestTheCaretIsFollowed(t *testing.T) {
	ed, _ := showEditor(t, 300, 200)
	ed.SetText(strings.Repeat("a line\n", 60))
	ed.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: fyne.KeyModifierShortcutDefault})
	if top := ed.rowTop(ed.entry.CursorRow); top < ed.scroll.Offset() || top > ed.scroll.Offset()+200 {
		t.Errorf("the caret's row at %v is not seen: offset %v", top, ed.scroll.Offset())
	}
	press(ed, fyne.KeyPageUp)
	if row := ed.entry.CursorRow; row > 58 || row < 40 {
		t.Errorf("page up goes to row %d", row)
	}
	ed.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyHome, Modifier: fyne.KeyModifierShortcutDefault})
	if ed.Caret() != 0 || ed.scroll.Offset() != 0 {
		t.Errorf("Ctrl+Home: caret %d, offset %v", ed.Caret(), ed.scroll.Offset())
	}
}

func TestSuggestionsAreOfferedAndPicked(t *testing.T) {
	ed, _ := showEditor(t, 300, 200)
	ed.Complete = func(line string) []Suggestion {
		if !strings.HasSuffix(line, "An") {
			return nil
		}
		return []Suggestion{{"Ana Ruiz", "Ana", 2}, {"Anton", "Anton", 2}}
	}
	write(ed, "todo An")
	if !ed.completion.shown() || !ed.entry.AcceptsTab() {
		t.Fatal("nothing is offered")
	}
	press(ed, fyne.KeyDown, fyne.KeyReturn)
	write(ed, ": x")
	if ed.Text() != "todo Anton: x" {
		t.Errorf("picked: %q", ed.Text())
	}
	write(ed, "\ntodo An")
	press(ed, fyne.KeyEscape)
	if ed.completion.shown() || ed.entry.AcceptsTab() {
		t.Error("Esc leaves the list open")
	}
}

func TestPastedTextIsCleanAndALongOneIsRead(t *testing.T) {
	ed, _ := showEditor(t, 500, 300)
	ed.SetText("before ")
	ed.SetCaret(7)
	ed.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: ownClipboard("a\tb\r\nc\x00\x1b\rd\u2028private:\u200b e\vf")})
	if want := "before a    b\nc\nd\nprivate: e\nf"; ed.Text() != want {
		t.Errorf("pasted: %q", ed.Text())
	}
	ed.SetText("")
	long := strings.Repeat("word ", 300_000)
	told := ""
	ed.OnChanged = func(text string) { told = text }
	ed.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: ownClipboard(long)})
	if ed.Text() != long || told != long || !ed.reader.shown {
		t.Errorf("a long paste: %d characters, told %d", len(ed.Text()), len(told))
	}
	ed.ReplaceLine(0, "short again")
	ed.reader.takeBack()
	if ed.Text() != "" || ed.reader.shown {
		t.Errorf("taken back: %q", ed.Text())
	}
	ed.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: ownClipboard(long)})
	ed.SetText(long + "another note")
	if ed.reader.before != nil {
		t.Error("another note offers to take back what was pasted into the one before")
	}
}

// TestALargePasteKeepsOnesPlace: one writes on behind what was pasted, and sees it.
func TestALargePasteKeepsOnesPlace(t *testing.T) {
	ed, _ := showEditor(t, 700, 400)
	for name, c := range map[string]struct{ before, pasted, behind string }{
		"at the end": {"a note\n", strings.Repeat("some words of a line\n", 2000), ""},
		"in the middle": {
			"a note\n", strings.Repeat("some words of a line\n", 1500) + "the last words", " behind\n" + strings.Repeat("more\n", 4000),
		},
		"one long line": {"", strings.Repeat("word ", 9000), "x"},
	} {
		t.Run(name, func(t *testing.T) {
			ed.SetText(c.before + c.behind)
			if ed.reader.shown {
				ed.reader.edit()
			}
			ed.SetCaret(utf8.RuneCountInString(c.before))
			ed.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: ownClipboard(c.pasted)})
			if want := utf8.RuneCountInString(c.before + c.pasted); ed.Caret() != want || ed.reader.shown {
				t.Fatalf("the caret is at %d, not %d", ed.Caret(), want)
			}
			y := ed.rowTop(ed.entry.CursorRow) - ed.scroll.Offset()
			if y < 0 || y > ed.scroll.Size().Height {
				t.Errorf("the caret is at %.0f of %.0f", y, ed.scroll.Size().Height)
			}
			write(ed, "!")
			if want := c.before + c.pasted + "!" + c.behind; ed.Text() != want {
				t.Error("what is typed doesn't stand behind what was pasted")
			}
			ed.Undo()
			ed.Undo()
			if ed.Text() != c.before+c.behind {
				t.Errorf("taken back it is %d characters long", len(ed.Text()))
			}
		})
	}
}

func TestIndentAndOutdent(t *testing.T) {
	ed, _ := showEditor(t, 300, 200)
	ed.SetText("one\ntwo\nthree")
	ed.Select(1, 6)
	in := &desktop.CustomShortcut{KeyName: fyne.KeyRightBracket, Modifier: fyne.KeyModifierShortcutDefault}
	out := &desktop.CustomShortcut{KeyName: fyne.KeyLeftBracket, Modifier: fyne.KeyModifierShortcutDefault}
	ed.entry.TypedShortcut(in)
	if ed.Text() != "    one\n    two\nthree" {
		t.Fatalf("in: %q", ed.Text())
	}
	ed.SetCaret(len("    one\n    tw"))
	ed.entry.TypedShortcut(out)
	if ed.Text() != "    one\ntwo\nthree" || ed.Caret() != len("    one\ntw") {
		t.Errorf("out: %q, caret %d", ed.Text(), ed.Caret())
	}
}

func BenchmarkKey(b *testing.B) {
	app := test.NewTempApp(b)
	app.Settings().SetTheme(look.Theme{})
	ed := NewEditor("note", "")
	w := test.NewTempWindow(b, ed)
	w.Resize(fyne.NewSize(600, 600))
	random := rand.New(rand.NewSource(1))
	var text strings.Builder
	for text.Len() < 5000 {
		fmt.Fprintf(&text, "todo Ana: %s\n", strings.Repeat("word ", random.Intn(20)))
	}
	ed.Marks = func(text string) (marks []Mark) {
		for i, line := range strings.Split(text, "\n") {
			if strings.HasPrefix(line, "todo") {
				marks = append(marks, Mark{Line: i, End: 9, Icon: "todo", Color: look.C().Todo})
			}
		}
		return marks
	}
	ed.SetText(text.String())
	ed.FocusHere()
	b.ResetTimer()
	for range b.N {
		ed.entry.TypedRune('x')
		press(ed, fyne.KeyBackspace)
	}
}
