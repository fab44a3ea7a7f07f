package widgets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"handback/notes/text"
	"handback/ui/look"
)

// find opens the bar and types what is looked for.
func find(ed *Editor, query string) {
	ed.Find()
	for _, r := range query {
		ed.find.bar.query.TypedRune(r)
	}
}

// atMatch fails where the bar does not say this, or one stands elsewhere.
func atMatch(t *testing.T, ed *Editor, said string, caret int) {
	t.Helper()
	if got := ed.find.bar.count.Text; got != said {
		t.Errorf("the bar says %q, not %q", got, said)
	}
	if ed.Caret() != caret {
		t.Errorf("the caret is at %d, not at %d", ed.Caret(), caret)
	}
}

func key(e *Entry, name fyne.KeyName) { e.TypedKey(&fyne.KeyEvent{Name: name}) }

func TestFindGoesFromMatchToMatch(t *testing.T) {
	ed, at := showEditor(t, 500, 400)
	ed.SetText("José asked.\nThen jose left, JOSÉ came back.")
	find(ed, "jose")
	if at.Focused() != fyne.Focusable(ed.find.bar.query) {
		t.Fatalf("the keyboard is at %T", at.Focused())
	}
	atMatch(t, ed, "1 of 3", 4)
	key(ed.find.bar.query, fyne.KeyReturn)
	atMatch(t, ed, "2 of 3", 21)
	key(ed.find.bar.query, fyne.KeyEnter)
	atMatch(t, ed, "3 of 3", 32)
	ed.FindNext(false)
	atMatch(t, ed, "1 of 3", 4)
	ed.find.bar.query.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	key(ed.find.bar.query, fyne.KeyReturn)
	ed.find.bar.query.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	atMatch(t, ed, "3 of 3", 32)
	ed.FindNext(true)
	atMatch(t, ed, "2 of 3", 21)
	key(ed.find.bar.query, fyne.KeyEscape)
	if ed.Finding() || !ed.Focused() || ed.Caret() != 21 || ed.SelectedText() != "" {
		t.Errorf("after Esc: bar %v, keyboard %T, caret %d, %q selected", ed.Finding(), at.Focused(), ed.Caret(), ed.SelectedText())
	}
	ed.FindNext(false)
	atMatch(t, ed, "3 of 3", 32)
}

func TestFindBeginsAtTheCaretAndGoesOnFromIt(t *testing.T) {
	ed, _ := showEditor(t, 500, 400)
	ed.SetText("plan one, plan two, plan three")
	ed.SetCaret(12)
	find(ed, "plan")
	atMatch(t, ed, "3 of 3", 24)
	ed.SetCaret(7)
	ed.FindNext(false)
	atMatch(t, ed, "2 of 3", 14)
	ed.SetCaret(7)
	ed.FindNext(true)
	atMatch(t, ed, "1 of 3", 4)
	ed.SetCaret(8)
	if got := ed.find.bar.count.Text; got != "3 matches" {
		t.Errorf("with the caret elsewhere the bar says %q", got)
	}
}

func TestWhatIsSelectedIsLookedFor(t *testing.T) {
	ed, _ := showEditor(t, 500, 400)
	ed.SetText("the budget, a budget\nand a line")
	ed.Select(14, 20)
	ed.Find()
	if got := ed.find.bar.query.Text; got != "budget" {
		t.Fatalf("looks for %q", got)
	}
	atMatch(t, ed, "2 of 2", 20)
	key(ed.find.bar.query, fyne.KeyEscape)
	ed.Select(10, 26) // over two lines
	ed.Find()
	if got := ed.find.bar.query.Text; got != "budget" {
		t.Errorf("two lines became what is looked for: %q", got)
	}
	if got := ed.find.bar.query.SelectedText(); got != "budget" {
		t.Errorf("what was looked for is not ready to be typed over: %q is selected", got)
	}
}

func TestFindSaysThatThereIsNothing(t *testing.T) {
	ed, _ := showEditor(t, 500, 400)
	ed.SetText("a line")
	ed.SetCaret(3)
	find(ed, "")
	atMatch(t, ed, "", 3)
	ed.FindNext(false)
	ed.FindNext(true)
	ed.find.replace("x")
	ed.find.replaceAll("x")
	find(ed, "x")
	atMatch(t, ed, "No matches", 3)
	ed.FindNext(false)
	ed.find.replace("y")
	ed.find.replaceAll("y")
	atMatch(t, ed, "No matches", 3)
	if !ed.find.bar.next.Disabled() || !ed.find.bar.all.Disabled() {
		t.Error("a button that leads nowhere is on")
	}
	if ed.Text() != "a line" {
		t.Errorf("the text is %q", ed.Text())
	}
}

func TestReplaceOneAfterTheOther(t *testing.T) {
	ed, _ := showEditor(t, 500, 400)
	ed.SetText("plan, Plan, plan")
	find(ed, "plan")
	ed.FindAndReplace()
	test.Type(ed.find.bar.with, "plan B")
	key(ed.find.bar.with, fyne.KeyReturn)
	if ed.Text() != "plan B, Plan, plan" {
		t.Fatalf("the text is %q", ed.Text())
	}
	atMatch(t, ed, "2 of 3", 12)
	key(ed.find.bar.with, fyne.KeyReturn)
	key(ed.find.bar.with, fyne.KeyReturn)
	if ed.Text() != "plan B, plan B, plan B" {
		t.Fatalf("the text is %q", ed.Text())
	}
	for _, want := range []string{"plan B, plan B, plan", "plan B, Plan, plan", "plan, Plan, plan"} {
		if ed.Undo(); ed.Text() != want {
			t.Errorf("undone to %q, not %q", ed.Text(), want)
		}
	}
}

func TestReplaceGoesToAMatchFirst(t *testing.T) {
	ed, _ := showEditor(t, 500, 400)
	ed.SetText("plan, plan")
	find(ed, "plan")
	ed.SetCaret(5)
	ed.find.replace("x")
	if ed.Text() != "plan, plan" {
		t.Fatalf("what nobody looked at was replaced: %q", ed.Text())
	}
	atMatch(t, ed, "2 of 2", 10)
}

func TestNothingIsReplacedWhereNothingIsSaved(t *testing.T) {
	ed, _ := showEditor(t, 500, 400)
	ed.Fixed = true
	ed.SetText("plan, plan")
	find(ed, "plan")
	ed.FindAndReplace()
	ed.find.replace("x")
	ed.find.replaceAll("x")
	if ed.Text() != "plan, plan" || ed.find.bar.below.Visible() || !ed.find.bar.swap.Disabled() {
		t.Errorf("the text is %q, replacing is offered: %v", ed.Text(), ed.find.bar.below.Visible())
	}
}

func TestReplaceAllIsOneActToUndo(t *testing.T) {
	for _, c := range []struct{ name, was, query, with, now string }{
		{"in one line", "a plan, a Plán", "plan", "map", "a map, a map"},
		{"over lines", "plan\nno\nplan\n", "plan", "roadmap", "roadmap\nno\nroadmap\n"},
		{"away", "umm, well, umm", "umm, ", "", "well, umm"},
		{"by what holds it", "aa", "a", "aa", "aaaa"},
		{"a line that is another's then", "a\nb\na\nb", "a", "b", "b\nb\nb\nb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ed, _ := showEditor(t, 500, 400)
			ed.SetText(c.was)
			write(ed, "z")
			was := ed.Text()
			find(ed, c.query)
			n := len(ed.find.places)
			ed.find.replaceAll(c.with)
			if ed.Text() != "z"+c.now {
				t.Fatalf("replaced to %q", ed.Text())
			}
			if got := ed.find.bar.count.Text; got != fmt.Sprintf("%d replaced", n) {
				t.Errorf("the bar says %q", got)
			}
			if ed.Undo(); ed.Text() != was {
				t.Errorf("undone to %q", ed.Text())
			}
			if ed.Redo(); ed.Text() != "z"+c.now {
				t.Errorf("done again to %q", ed.Text())
			}
		})
	}
}

func TestTheCountFollowsTheText(t *testing.T) {
	ed, _ := showEditor(t, 500, 400)
	ed.SetText("plan\n")
	find(ed, "plan")
	ed.FocusHere()
	ed.SetCaret(5)
	write(ed, "another pla")
	if _, all := ed.Found(); all != 1 {
		t.Errorf("%d found", all)
	}
	write(ed, "n")
	atMatch(t, ed, "2 of 2", 17)
	ed.Undo()
	if _, all := ed.Found(); all != 1 {
		t.Errorf("%d found after undo", all)
	}
	ed.Replace(0, 0, "plan, plan, ")
	if _, all := ed.Found(); all != 3 {
		t.Errorf("%d found after a line came in from elsewhere", all)
	}
}

func TestAnotherTextForgetsWhatWasLookedFor(t *testing.T) {
	ed, _ := showEditor(t, 500, 400)
	for _, open := range []struct {
		name string
		act  func()
	}{
		{"another text", func() { ed.SetText("another") }},
		{"another note", func() { ed.Open("key", "another", true) }},
		{"left", func() { ed.Keep("key") }},
	} {
		t.Run(open.name, func(t *testing.T) {
			ed.SetText("a raise for Ana")
			find(ed, "raise")
			ed.FindAndReplace()
			test.Type(ed.find.bar.with, "x")
			open.act()
			if ed.Finding() || ed.find.query != "" || ed.find.bar.query.Text != "" || ed.find.bar.with.Text != "" {
				t.Errorf("still looks for %q", ed.find.bar.query.Text)
			}
		})
	}
}

func TestFindInALongText(t *testing.T) {
	ed, _ := showEditor(t, 500, 400)
	paragraph := strings.Repeat("word ", 200) + "\n"
	long := "Áspen first\n" + strings.Repeat(paragraph, 25) + "then aspen\n" + paragraph
	ed.SetText(long)
	if !ed.reader.shown {
		t.Fatal("the text is not long enough")
	}
	find(ed, "aspen")
	if got := ed.find.bar.count.Text; got != "1 of 2" || ed.Led() != 0 {
		t.Errorf("says %q, at line %d", got, ed.Led())
	}
	ed.FindNext(false)
	if got := ed.find.bar.count.Text; got != "2 of 2" || ed.Led() != 26 || ed.reader.part == 0 {
		t.Errorf("says %q, at line %d of part %d", got, ed.Led(), ed.reader.part)
	}
	marked := 0
	for _, o := range test.LaidOutObjects(ed.reader.scroll) {
		if c, ok := o.(*canvas.Text); ok && c.Text == "aspen" && c.Color == look.C().Primary {
			marked++
		}
	}
	if marked != 1 {
		t.Errorf("%d matches are marked in the part that is shown", marked)
	}
	ed.find.replaceAll("x")
	if ed.Text() != long || !ed.find.bar.swap.Disabled() {
		t.Error("a text that is open for reading was written")
	}
	ed.CloseFind()
	ed.reader.edit()
	find(ed, "aspen")
	if got := ed.find.bar.count.Text; got != "1 of 1 in this part" {
		t.Errorf("in a part it says %q", got)
	}
	ed.find.replaceAll("larch")
	if want := strings.Replace(long, "then aspen", "then larch", 1); ed.Text() != want {
		t.Error("not the part alone was written")
	}
}

// grounds are the boxes below the text in the colour of what was found, and how many of them have an edge.
func grounds(ed *Editor) (all, edged int) {
	tint := look.Mix(look.C().Surface, look.C().Idea, foundTint)
	for _, o := range ed.paint.under.Objects {
		if box, ok := o.(*canvas.Rectangle); ok && box.FillColor == tint {
			all++
			if box.StrokeWidth > 0 {
				edged++
			}
		}
	}
	return all, edged
}

func TestMatchesAreMarkedAndNotCovered(t *testing.T) {
	ed, _ := showEditor(t, 500, 400)
	ed.Marks = func(string) []Mark { return []Mark{{Line: 1, Start: 0, End: 5, Kind: MarkLabel, Color: look.C().Todo}} }
	ed.SetText("# A plan\ntodo: plan the **plan** of todo\nhttps://plan.example\n")
	find(ed, "plan")
	if all, edged := grounds(ed); all != 4 || edged != 1 {
		t.Errorf("%d are marked, %d as the one to stand on", all, edged)
	}
	find(ed, "todo") // over what was looked for
	if all, _ := grounds(ed); all != 2 {
		t.Errorf("%d are marked", all)
	}
	for _, o := range ed.paint.over.Objects {
		if c, ok := o.(*canvas.Text); ok && strings.Contains(c.Text, "todo") {
			t.Error("the word of the label lies over the mark")
		}
	}
	ed.CloseFind()
	if all, _ := grounds(ed); all != 0 {
		t.Errorf("%d are marked once the bar is closed", all)
	}
}

func TestFindScrollsToTheMatch(t *testing.T) {
	ed, _ := showEditor(t, 400, 200)
	ed.SetText(strings.Repeat("a line\n", 100) + "the end")
	find(ed, "end")
	if ed.scroll.Offset() < 500 {
		t.Fatalf("scrolled to %v", ed.scroll.Offset())
	}
	ed.scroll.ScrollTo(0)
	key(ed.find.bar.query, fyne.KeyReturn) // the same one again
	if ed.scroll.Offset() < 500 {
		t.Errorf("scrolled to %v", ed.scroll.Offset())
	}
}

func TestReplacingIsAsTheTextSays(t *testing.T) {
	ed, _ := showEditor(t, 300, 300)
	letters := rapid.SampledFrom([]rune("aAáb \n"))
	rapid.Check(t, func(t *rapid.T) {
		was := rapid.StringOfN(letters, 0, 60, -1).Draw(t, "text")
		query := strings.ReplaceAll(rapid.StringOfN(letters, 0, 3, -1).Draw(t, "query"), "\n", "")
		with := strings.ReplaceAll(rapid.StringOfN(letters, 0, 3, -1).Draw(t, "with"), "\n", "")
		ed.SetText(was)
		ed.SetCaret(rapid.IntRange(0, len([]rune(was))).Draw(t, "caret"))
		ed.Find()
		ed.find.bar.query.SetText(query)
		places := text.Places(was, query)
		if _, all := ed.Found(); all != len(places) {
			t.Fatalf("%d found, not %d", all, len(places))
		}
		want, at := "", 0
		runes := []rune(was)
		for _, p := range places {
			want += string(runes[at:p.Start]) + with
			at = p.End
		}
		want += string(runes[at:])
		ed.find.replaceAll(with)
		if ed.Text() != want {
			t.Fatalf("replaced to %q, not %q", ed.Text(), want)
		}
		if want != was {
			ed.Undo()
		}
		if ed.Text() != was {
			t.Fatalf("undone to %q, not %q", ed.Text(), was)
		}
	})
}

func TestFindAndReplaceAsksFirstWhatIsLookedFor(t *testing.T) {
	ed, at := showEditor(t, 500, 400)
	ed.SetText("alpha beta")
	ed.FindAndReplace()
	if at.Focused() != fyne.Focusable(ed.find.bar.query) {
		t.Fatalf("the keyboard is at %T", at.Focused())
	}
	for _, r := range "alpha" {
		ed.find.bar.query.TypedRune(r)
	}
	if !ed.find.bar.query.AcceptsTab() {
		t.Fatal("Tab leads to a button")
	}
	ed.find.bar.query.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	if at.Focused() != fyne.Focusable(ed.find.bar.with) || ed.find.bar.with.AcceptsTab() {
		t.Fatalf("Tab leads to %T, and no further", at.Focused())
	}
	for _, r := range "omega" {
		ed.find.bar.with.TypedRune(r)
	}
	ed.CloseFind()
	ed.FindAndReplace()
	if at.Focused() != fyne.Focusable(ed.find.bar.with) || ed.find.bar.with.SelectedText() != "omega" {
		t.Errorf("the second time the keyboard is at %T, with %q selected", at.Focused(), ed.find.bar.with.SelectedText())
	}
}
