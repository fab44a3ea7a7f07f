package widgets

import (
	"image/color"
	"net/url"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"pgregory.net/rapid"

	"handback/ui/look"
)

// at shows a text with the caret, or the selection, where "|" stands in it.
func textWith(ed *Editor, marked string) {
	parts := strings.Split(marked, "|")
	ed.SetText(strings.Join(parts, ""))
	start := len([]rune(parts[0]))
	if len(parts) == 3 {
		ed.Select(start, start+len([]rune(parts[1])))
	} else {
		ed.SetCaret(start)
	}
	write(ed, "") // nothing
	ed.entry.used = true
}

// standing is the text with "|" where the caret, or the selection, stands.
func standing(ed *Editor) string {
	runes := []rune(ed.Text())
	start, end := ed.entry.selection()
	if start == end {
		return string(runes[:start]) + "|" + string(runes[start:])
	}
	return string(runes[:start]) + "|" + string(runes[start:end]) + "|" + string(runes[end:])
}

func ctrl(ed *Editor, key fyne.KeyName) {
	ed.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
}

// privateLines hides a line that begins with "private" and what is indented below.
func privateLines(text string) []bool {
	depth := -1
	var hidden []bool
	for _, line := range strings.Split(text, "\n") {
		words := strings.TrimLeft(line, " ")
		in := len(line) - len(words)
		inside := depth >= 0 && in > depth && words != ""
		private := strings.HasPrefix(strings.TrimLeft(words, "-*[]x1. "), "private")
		if words != "" && !inside {
			if depth = -1; private {
				depth = in
			}
		}
		hidden = append(hidden, inside || private)
	}
	return hidden
}

func TestReturnGoesOnWithAList(t *testing.T) {
	for name, c := range map[string]struct{ before, after string }{
		"a bullet":            {"- one|", "- one\n- |"},
		"any bullet":          {"• one|", "• one\n• |"},
		"with its depth":      {"- a\n    * one|", "- a\n    * one\n    * |"},
		"the next number":     {"9. one|", "9. one\n10. |"},
		"a bracketed one":     {"2) one|", "2) one\n3) |"},
		"a box":               {"- [ ] one|", "- [ ] one\n- [ ] |"},
		"never ticked":        {"- [x] one|", "- [x] one\n- [ ] |"},
		"a box alone":         {"[x] one|", "[x] one\n[ ] |"},
		"within a line":       {"- one| two", "- one\n- |two"},
		"over a selection":    {"- one| two|", "- one\n- |"},
		"an empty one ends":   {"- one\n- |", "- one\n|"},
		"an empty box ends":   {"- [ ] one\n- [ ] |\nnext", "- [ ] one\n|\nnext"},
		"a level at a time":   {"1. a\n    - b\n    - |", "1. a\n    - b\n2. |"},
		"no blank, no list":   {"-5 degrees|", "-5 degrees\n|"},
		"a year is no number": {"2025. A good year|", "2025. A good year\n|"},
		"before the text":     {"|- one", "\n|- one"},
		"prose":               {"one|", "one\n|"},
		"a rule is no list":   {"---|", "---\n|"},
		"a long row":          {"- " + strings.Repeat("word ", 30) + "end|", "- " + strings.Repeat("word ", 30) + "end\n- |"},
		"below what is hidden": {
			"- private: a|\n    - b", "- private: a\n    - |\n    - b",
		},
		"what is hidden stays so": {"- private: a| b", "- private: a\n    - |b"},
		"no list ends over it": {
			"- private: a\n    - |\n    - b", "- private: a\n|\n    - b",
		},
	} {
		t.Run(name, func(t *testing.T) {
			ed, _ := showEditor(t, 300, 300)
			ed.Hidden = privateLines
			textWith(ed, c.before)
			before := standing(ed)
			told := 0
			ed.OnChanged = func(string) { told++ }
			press(ed, fyne.KeyReturn)
			if got := standing(ed); got != c.after {
				t.Errorf("%q gives\n%q, not\n%q", c.before, got, c.after)
			}
			if told != 1 {
				t.Errorf("told %d times", told)
			}
			ed.Undo()
			if got := standing(ed); got != before {
				t.Errorf("one undo gives %q", got)
			}
			ed.Redo()
			if got := ed.Text(); got != strings.ReplaceAll(c.after, "|", "") {
				t.Errorf("redone: %q", got)
			}
		})
	}
}

func TestShiftReturnIsALineBreak(t *testing.T) {
	ed, _ := showEditor(t, 300, 300)
	textWith(ed, "- one|")
	ed.entry.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(ed, fyne.KeyReturn)
	if got := standing(ed); got != "- one\n|" {
		t.Errorf("%q", got)
	}
}

// TestNoReturnShowsWhatIsHidden presses Return and Tab at random places of random lists.
func TestNoReturnShowsWhatIsHidden(t *testing.T) {
	_, at := showEditor(t, 400, 300)
	rapid.Check(t, func(r *rapid.T) {
		ed := NewEditor("note", "")
		ed.Hidden = privateLines
		at.SetContent(ed)
		lines := rapid.SliceOfN(rapid.SampledFrom([]string{
			"- a", "- private: b", "    - c", "        - d", "- ", "    - ", "private: e", "    f", "", "1. [x] g", "    1. private h",
		}), 1, 8).Draw(r, "lines")
		text := strings.Join(lines, "\n")
		ed.SetText(text)
		caret := rapid.IntRange(0, len(text)).Draw(r, "caret")
		ed.SetCaret(caret)
		begins, listed := listStartOf(ed.lineRunes(ed.Line()))
		if at := strings.LastIndexByte(text[:caret], '\n') + 1; !listed || caret-at < begins.end ||
			strings.HasPrefix(text[at+begins.end:], "private") && caret < at+begins.end+len("private") {
			return // no list is gone on with, or the word that hides the line is cut in two
		}
		was := seenLetters(text)
		press(ed, fyne.KeyReturn)
		if now := seenLetters(ed.Text()); now != was {
			r.Fatalf("%q shows %q, after Return %q shows %q", text, was, ed.Text(), now)
		}
	})
}

// seenLetters are the letters of the lines that are not hidden.
func seenLetters(text string) string {
	hidden := privateLines(text)
	var b strings.Builder
	for i, line := range strings.Split(text, "\n") {
		if !hidden[i] {
			for _, r := range strings.Replace(line, "[x]", "", 1) {
				if unicode.IsLetter(r) {
					b.WriteRune(r)
				}
			}
		}
	}
	return b.String()
}

func TestTabMovesAListInAndElsewhereOn(t *testing.T) {
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	for name, c := range map[string]struct {
		before, after string
		back, takes   bool
	}{
		"in":               {"- o|ne", "    - o|ne", false, true},
		"out":              {"    - o|ne", "- o|ne", true, true},
		"out no further":   {"- o|ne", "- o|ne", true, true},
		"several lines":    {"- o|ne\n\n- t|wo\n- three", "    - o|ne\n\n    - t|wo\n- three", false, true},
		"prose":            {"o|ne", "o|ne", false, false},
		"prose, back":      {"o|ne", "o|ne", true, false},
		"a number":         {"1. o|ne", "    1. o|ne", false, true},
		"hidden stays so":  {"- private: a\n    - b|\n        - c", "- private: a\n- b|\n        - c", true, true},
		"others stay so":   {"- private: |a\n    - b", "- private: |a\n    - b", true, true},
		"a sibling's also": {"- private: a\n    - |b\n    - c", "- private: a\n    - |b\n    - c", true, true},
	} {
		t.Run(name, func(t *testing.T) {
			if name == "hidden stays so" {
				c.after = c.before // c would come into view with b
			}
			ed, _ := showEditor(t, 400, 300)
			ed.Hidden = privateLines
			textWith(ed, c.before)
			before := standing(ed)
			if c.back {
				ed.entry.KeyDown(shift)
			}
			if ed.entry.AcceptsTab() != c.takes {
				t.Fatalf("takes Tab: %v", !c.takes)
			}
			if c.takes {
				press(ed, fyne.KeyTab)
			}
			ed.entry.KeyUp(shift)
			if got := standing(ed); got != c.after {
				t.Errorf("%q, not %q", got, c.after)
			}
			if c.before != c.after {
				ed.Undo()
			}
			if got := standing(ed); got != before {
				t.Errorf("one undo gives %q", got)
			}
		})
	}
}

func TestWhoComesByWithTabGoesOnWithIt(t *testing.T) {
	ed, at := showEditor(t, 400, 300)
	ed.SetText("- one")
	at.Unfocus()
	ed.FocusHere()
	if ed.entry.AcceptsTab() {
		t.Error("the list takes the Tab of somebody on the way")
	}
	press(ed, fyne.KeyRight)
	if !ed.entry.AcceptsTab() {
		t.Error("the list takes no Tab")
	}
}

func TestBoldAndItalicsAreSetAndSetBack(t *testing.T) {
	for name, c := range map[string]struct {
		key           fyne.KeyName
		before, after string
	}{
		"a selection":         {fyne.KeyB, "one |two| three", "one **|two|** three"},
		"back":                {fyne.KeyB, "one **|two|** three", "one |two| three"},
		"back, marks as well": {fyne.KeyB, "one |**two**| three", "one |two| three"},
		"the word":            {fyne.KeyB, "one tw|o three", "one **tw|o** three"},
		"the word, back":      {fyne.KeyB, "one **tw|o** three", "one tw|o three"},
		"at its end":          {fyne.KeyB, "one two|", "one **two|**"},
		"italics":             {fyne.KeyI, "one |two| three", "one *|two|* three"},
		"italics, back":       {fyne.KeyI, "one *|two|* three", "one |two| three"},
		"underlines, back":    {fyne.KeyI, "one _|two|_ three", "one |two| three"},
		"both":                {fyne.KeyI, "one **|two|** three", "one ***|two|*** three"},
		"one of both":         {fyne.KeyB, "one ***|two|*** three", "one *|two|* three"},
		"blanks stay out":     {fyne.KeyB, "one| two |three", "one| **two** |three"},
		"each line":           {fyne.KeyB, "- |one\n\n- [ ] two| three", "- **|one**\n\n- [ ] **two|** three"},
		"each line, back":     {fyne.KeyB, "- **|one**\n\n- [ ] **two|** three", "- |one\n\n- [ ] two| three"},
		"a whole list line":   {fyne.KeyB, "|1. one|", "|1. **one|**"},
		"what meets it":       {fyne.KeyB, "**one tw|o** three| four", "**one tw|o three|** four"},
		"a part of it":        {fyne.KeyB, "**one |two|** three", "one |two| three"},
		"nothing to set":      {fyne.KeyB, "one | two", "one **|** two"},
		"nothing, back":       {fyne.KeyB, "one **|** two", "one | two"},
		"before a heading":    {fyne.KeyB, "|## One", "## **|**One"},
		"2 * 3 is no mark":    {fyne.KeyI, "2 * 3 * |4|", "2 * 3 * *|4|*"},
	} {
		t.Run(name, func(t *testing.T) {
			ed, _ := showEditor(t, 400, 300)
			textWith(ed, c.before)
			before := standing(ed)
			ctrl(ed, c.key)
			if got := standing(ed); got != c.after {
				t.Errorf("%q gives\n%q, not\n%q", c.before, got, c.after)
			}
			ed.Undo()
			if got := ed.Text(); got != strings.ReplaceAll(before, "|", "") {
				t.Errorf("one undo gives %q", got)
			}
		})
	}
}

// TestBoldTwiceChangesNothing sets what is selected at random twice.
func TestBoldTwiceChangesNothing(t *testing.T) {
	_, at := showEditor(t, 400, 300)
	rapid.Check(t, func(r *rapid.T) {
		ed := NewEditor("note", "")
		at.SetContent(ed)
		text := rapid.StringMatching(`(- )?[a-c ]{0,8}(\n[a-c ]{0,8}){0,2}`).Draw(r, "text")
		ed.SetText(text)
		start := rapid.IntRange(0, len(text)).Draw(r, "start")
		ed.Select(start, rapid.IntRange(start, len(text)).Draw(r, "end"))
		ctrl(ed, fyne.KeyB)
		ctrl(ed, fyne.KeyB)
		if ed.Text() != text {
			r.Fatalf("%q became %q", text, ed.Text())
		}
	})
}

func TestTheHandHoldsInAPartOfALongNote(t *testing.T) {
	ed, _ := showEditor(t, 500, 300)
	text := strings.Repeat("- a line of a long note\n", LongText/20)
	ed.SetText(text)
	ed.reader.turn(1)
	ed.reader.edit()
	from := ed.part.runes
	ed.SetCaret(from + len("- a line of a long note"))
	press(ed, fyne.KeyReturn)
	write(ed, "new")
	ed.entry.used = true
	press(ed, fyne.KeyTab)
	ctrl(ed, fyne.KeyB)
	want := text[:from] + "- a line of a long note\n    - **new**" + text[from+len("- a line of a long note"):]
	if ed.Text() != want || ed.Caret() != from+len("- a line of a long note\n    - **new") {
		t.Errorf("%q, caret %d", ed.Text()[from:from+60], ed.Caret()-from)
	}
}

func TestATickFromOutsideLeavesTheList(t *testing.T) {
	ed, _ := showEditor(t, 400, 300)
	textWith(ed, "- [ ] one\n- [ ] two|")
	ed.ReplaceLine(0, "- [x] one (done 2025-12-01)")
	if got := standing(ed); got != "- [x] one (done 2025-12-01)\n- [ ] two|" {
		t.Fatalf("ticked: %q", got)
	}
	press(ed, fyne.KeyReturn)
	ed.ReplaceLine(0, "- [ ] one")
	if got := standing(ed); got != "- [ ] one\n- [ ] two\n- [ ] |" {
		t.Errorf("%q", got)
	}
	ed.Undo()
	ed.Undo()
	if got := ed.Text(); got != "- [x] one (done 2025-12-01)\n- [ ] two" {
		t.Errorf("two undos give %q", got)
	}
}

func TestOnlyLinksOfTheWebAndOfMailAreOpened(t *testing.T) {
	for line, want := range map[string]string{
		"see https://example.org/a?b=c.":      "https://example.org/a?b=c",
		"(http://example.org/a_(b))":          "http://example.org/a_(b)",
		"HTTPS://EXAMPLE.ORG":                 "https://EXAMPLE.ORG",
		"mailto:ana@example.org, please":      "mailto:ana@example.org",
		"**https://example.org/**":            "https://example.org/",
		"file:///etc/passwd":                  "",
		"javascript:alert(1)":                 "",
		"ftp://example.org":                   "",
		"xhttps://example.org":                "",
		"https://":                            "",
		"todo: a":                             "",
		"[a](https://example.org/x) and more": "https://example.org/x",
	} {
		t.Run(line, func(t *testing.T) {
			ed, _ := showEditor(t, 500, 200)
			opened := ""
			ed.OnLink = func(u *url.URL) { opened = u.String() }
			ed.SetText(line)
			for at := range len(line) {
				if ed.SetCaret(at); opened == "" {
					ctrl(ed, fyne.KeyReturn)
				}
			}
			if opened != want {
				t.Errorf("opens %q, not %q", opened, want)
			}
		})
	}
}

func TestAClickOpensALinkOnlyWithCtrlAndOnIt(t *testing.T) {
	ed, _ := showEditor(t, 500, 200)
	opened := 0
	ed.OnLink = func(*url.URL) { opened++ }
	ed.SetText("see https://example.org\nnext")
	click := func(at int, dx float32, mod fyne.KeyModifier) {
		ed.SetCaret(at)
		event := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: mod}
		event.Position = ed.entry.CursorPosition().AddXY(dx, 8)
		ed.entry.MouseDown(event)
		ed.entry.MouseUp(event)
	}
	click(10, 1, 0)
	click(1, 1, fyne.KeyModifierShortcutDefault)
	click(23, 120, fyne.KeyModifierShortcutDefault)
	click(26, 1, fyne.KeyModifierShortcutDefault)
	if opened != 0 {
		t.Errorf("opened %d times", opened)
	}
	click(10, 1, fyne.KeyModifierShortcutDefault)
	if opened != 1 {
		t.Error("Ctrl and a click open nothing")
	}
}

func TestADoubleClickSelectsAWordAndAThirdTheLine(t *testing.T) {
	const text = "before\ntodo Ana: the quick brown fox, it's jumping over\nafter"
	for word, selected := range map[string]string{
		"quick": "quick", "todo": "todo", "fox,": "fox", "it's": "it's", "over": "over", "Ana": "Ana",
	} {
		for width := float32(140); width < 400; width += 60 {
			ed, _ := showEditor(t, width, 300)
			ed.SetText(text)
			ed.SetCaret(strings.Index(text, word) + 1)
			event := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
			event.Position = ed.entry.CursorPosition().AddXY(1, 8)
			click := func() {
				ed.entry.MouseDown(event)
				ed.entry.MouseUp(event)
			}
			click()
			click()
			ed.entry.DoubleTapped(&event.PointEvent)
			if ed.SelectedText() != selected {
				t.Errorf("at width %v two clicks on %q select %q", width, word, ed.SelectedText())
			}
			click()
			if got := ed.SelectedText(); got != strings.Split(text, "\n")[1] {
				t.Errorf("at width %v a third one selects %q", width, got)
			}
		}
	}
}

func TestHomeAndEndGoByVisibleRow(t *testing.T) {
	const text = "the quick brown fox jumps over the lazy dog and on\nnext"
	for width := float32(120); width < 260; width += 4 {
		ed, _ := showEditor(t, width, 300)
		ed.SetText(text)
		for at := range strings.Index(text, "\n") {
			ed.SetCaret(at)
			row := ed.entry.CursorRow
			press(ed, fyne.KeyHome)
			if want := ed.entry.rowStart(row); ed.Caret() != want {
				t.Fatalf("width %v, Home at %d goes to %d, not %d", width, at, ed.Caret(), want)
			}
			ed.SetCaret(at)
			press(ed, fyne.KeyEnd)
			if want := ed.rowEnd(row); ed.Caret() != want && strings.TrimSpace(text[ed.Caret():want]) != "" {
				t.Fatalf("width %v, End at %d goes to %d, not %d", width, at, ed.Caret(), want)
			}
		}
	}
}

// TestBoldLooksLikeIt: each word that is drawn over stands where the entry has it, and as wide.
func TestBoldLooksLikeIt(t *testing.T) {
	ed, at := showEditor(t, 360, 300)
	ed.Marks = func(string) []Mark { return []Mark{{Line: 1, End: 1, Kind: MarkHeading}} }
	ed.SetText("plain **heavy words** and *slanted* ones\n# A heading\n```\n**not here**\n```\nsee https://example.org")
	ed.FocusHere()
	ed.entry.TypedShortcut(&fyne.ShortcutSelectAll{}) // what is selected is not seen to be without the keyboard
	at.Unfocus()
	ed.sync()
	drawn := map[string]*canvas.Text{}
	for _, o := range ed.paint.over.Objects {
		if text, ok := o.(*canvas.Text); ok {
			drawn[text.Text] = text
		}
	}
	for text, face := range map[string]fyne.Resource{"heavy": look.SemiBold, "words": look.SemiBold, "slanted": look.Italic} {
		word := drawn[text]
		if word == nil {
			t.Fatalf("%q is not drawn", text)
		}
		start := strings.Index(ed.Text(), text)
		row, _ := ed.entry.rowColumn(start)
		x, width := ed.paint.span(piece{row, ed.entry.rowStart(row), start, start + len(text)})
		if word.FontSource != face || word.Position().X != x || width-textWidth(text, word.TextSize, face) > .7 {
			t.Errorf("%q: at %v, not %v; %v wide, not %v", text, word.Position().X, x, textWidth(text, word.TextSize, face), width)
		}
	}
	if heading := drawn[" A heading"]; heading == nil || heading.TextSize <= look.S(look.EditorTextSize) {
		t.Errorf("the heading is %v", heading)
	}
	if drawn["not"] != nil || drawn["**"] == nil || drawn["https://example.org"] == nil {
		t.Errorf("drawn: %v", drawn)
	}
}

func TestALongNoteIsReadWithItsHeadingsAndBold(t *testing.T) {
	for paragraph, want := range map[string]string{
		"## A heading":       "##| A heading*",
		"plain **bold** end": "plain |**|bold*|**| end",
		"*slanted*":          "|*|slanted/|*|",
		"#tag and 2 * 3":     "#tag and 2 * 3",
		"":                   "",
	} {
		t.Run(paragraph, func(t *testing.T) {
			var said []string
			all := ""
			for _, run := range readRuns(paragraph) {
				all += run.Text
				said = append(said, run.Text+map[fyne.Resource]string{look.SemiBold: "*", look.Italic: "/"}[run.Face])
			}
			if got := strings.Join(said, "|"); got != want || all != paragraph {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}

// TestTheWordAtTheCaretOfAHeadingIsBoldToo: it is drawn in the heavier face, as wide as it stands there.
func TestTheWordAtTheCaretOfAHeadingIsBoldToo(t *testing.T) {
	ed, _ := showEditor(t, 360, 300)
	ed.Marks = func(string) []Mark { return []Mark{{End: 1, Kind: MarkHeading}} }
	ed.SetText("# A heading of words")
	ed.SetCaret(len("# A head"))
	for _, o := range ed.paint.over.Objects {
		if text, ok := o.(*canvas.Text); ok && text.Visible() && text.Text == "heading" {
			if text.FontSource != look.SemiBold {
				t.Error("it is drawn in the plain face")
			}
			return
		}
	}
	t.Error("it is not drawn")
}

// TestNoGroundCoversTheCaret: in the line of the caret nothing opaque lies over it.
func TestNoGroundCoversTheCaret(t *testing.T) {
	ed, _ := showEditor(t, 360, 300)
	const text = "plain **heavy words** and *slanted* ones https://example.org\n## A heading of words"
	ed.Marks = func(string) []Mark { return []Mark{{Line: 1, End: 2, Kind: MarkHeading}} }
	ed.SetText(text)
	for at := range len(text) + 1 {
		ed.SetCaret(at)
		row, _ := ed.entry.rowColumn(at)
		x, _ := ed.paint.span(piece{row, ed.entry.rowStart(row), at, at})
		for _, o := range ed.paint.over.Objects {
			box, ok := o.(*canvas.Rectangle)
			if !ok || box.FillColor == color.Transparent {
				continue
			}
			pos, size := box.Position(), box.Size()
			y := ed.rowTop(row) + ed.lineHeight/2
			if pos.X < x && x < pos.X+size.Width && pos.Y < y && y < pos.Y+size.Height {
				t.Fatalf("at %d the caret lies under a ground at %v, %v", at, pos, size)
			}
		}
	}
}

// TestAMarkerTypedAgainStandsOnce: Return has begun the line as the one above, and a hurried hand types the marker anyway.
func TestAMarkerTypedAgainStandsOnce(t *testing.T) {
	for typed, want := range map[string]string{
		"- one\n- two":             "- one\n- two",
		"- one\n* two":             "- one\n* two",
		"1. one\n2. two":           "1. one\n2. two",
		"- [ ] one\n- [x] two":     "- [ ] one\n- [x] two",
		"- [ ] one\n[x] two":       "- [ ] one\n- [x] two",
		"- one\n[ ] two":           "- one\n- [ ] two",
		"- one\nfive - two":        "- one\n- five - two",
		"- a\n- b\n- c\n\n- d":     "- a\n- b\n- c\n- d",
		"- one\n-5 degrees":        "- one\n- -5 degrees",
		"- Mo - Fr":                "- Mo - Fr",
		"- [ ] one\n- [ ] - three": "- [ ] one\n- three",
	} {
		t.Run(typed, func(t *testing.T) {
			ed, _ := showEditor(t, 400, 300)
			write(ed, typed)
			if ed.Text() != want {
				t.Errorf("typing %q writes %q, want %q", typed, ed.Text(), want)
			}
			if ed.Caret() != len([]rune(want)) {
				t.Errorf("the caret is at %d", ed.Caret())
			}
		})
	}
	ed, _ := showEditor(t, 400, 300)
	write(ed, "- one\n- ")
	ed.Undo()
	if ed.Text() != "- one\n- - " {
		t.Errorf("taken back: %q", ed.Text())
	}
}
