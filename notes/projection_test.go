package notes

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// hiddenText is every hidden line of a projection, in order.
func hiddenText(p Projection) []string {
	var lines []string
	for i, line := range p.lines {
		if p.hidden[i] {
			lines = append(lines, line)
		}
	}
	return lines
}

// checkApplied holds what Apply promises.
func checkApplied(t interface{ Fatalf(string, ...any) }, p Projection, typed string) {
	body, next := p.Apply(typed)
	switch {
	case next.Text() != typed:
		t.Fatalf("%q was typed and %q is shown", typed, next.Text())
	case next.Body() != body:
		t.Fatalf("body %q, but the projection holds %q", body, next.Body())
	case !slices.Equal(hiddenText(next), hiddenText(p)):
		t.Fatalf("hidden lines %q became %q", hiddenText(p), hiddenText(next))
	}
}

func TestTheMeetingViewLeavesOutWhatIsNotForTheirEyes(t *testing.T) {
	for _, c := range []struct {
		name, body, shown, in string
		folded                int
	}{
		{"nothing to hide", "todo: x\nprose", "todo: x\nprose", "", 0},
		{"a private block", "a\nprivate: pay\n  more\n\n  still\nb", "a\nb", "", 3},
		{"a line of somebody else", "a\ntodo Ben: x\nb", "a\nb", "", 1},
		{"a line shared with somebody else", "praise Ana and Ben: x", "", "", 1},
		{"my own promise", "todo me: x", "todo me: x", "", 0},
		{"my promise about somebody else", "todo me for Ben: x", "", "", 1},
		{"names without text yet", "todo Ben:", "", "", 1},
		{"a box with a name", "- [ ] Ben: x\n- [ ] y", "- [ ] y", "", 1},
		{"two are called that", "todo Ana: x\n- [ ] Ana: y\nz", "z", "two Anas, Chidi's note", 2},
		{"prose that names somebody", "Ben was there", "Ben was there", "", 0},
		{"in a fence", "```\ntodo Ben: x\nprivate y\n```", "```\n```", "", 2},
		{"a quote", "> private: x\n> y", "> y", "", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Project(c.body, tableNotes[c.in])
			if p.Text() != c.shown || p.Folded() != c.folded {
				t.Errorf("%s: %q with %d folded, want %q with %d", c.name, p.Text(), p.Folded(), c.shown, c.folded)
			}
		})
	}
}

func TestEditsOfWhatIsShownArePutBack(t *testing.T) {
	const body = "one\nprivate: p\n  q\ntwo\ntodo Ben: b\nthree"
	for _, c := range []struct{ name, typed, want string }{
		{"a word", "one\ntwo!\nthree", "one\nprivate: p\n  q\ntwo!\ntodo Ben: b\nthree"},
		{"a new line between", "one\nnew\ntwo\nthree", "one\nnew\nprivate: p\n  q\ntwo\ntodo Ben: b\nthree"},
		{"a line gone", "one\nthree", "one\nprivate: p\n  q\ntodo Ben: b\nthree"},
		{"two lines joined", "onetwo\nthree", "onetwo\nprivate: p\n  q\ntodo Ben: b\nthree"},
		{"all gone", "", "\nprivate: p\n  q\ntodo Ben: b"},
		{"at the end", "one\ntwo\nthree\nfour", "one\nprivate: p\n  q\ntwo\ntodo Ben: b\nthree\nfour"},
		{"at the start", "zero\none\ntwo\nthree", "zero\none\nprivate: p\n  q\ntwo\ntodo Ben: b\nthree"},
		{"every line changed", "ONE\nTWO\nTHREE", "ONE\nprivate: p\n  q\nTWO\ntodo Ben: b\nTHREE"},
		{"an indented line is typed below a private one", "one\n  new\n\n  more\ntwo\nthree", "one\n  new\n\n  more\nprivate: p\n  q\ntwo\ntodo Ben: b\nthree"},
		{"the line below a private one is indented", "one\n  two\nthree", "one\n  two\nprivate: p\n  q\ntodo Ben: b\nthree"},
		{"a private line is typed", "one\nprivate: new\ntwo\nthree", "one\nprivate: new\nprivate: p\n  q\ntwo\ntodo Ben: b\nthree"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Project(body, tableNotes[""])
			if got, _ := p.Apply(c.typed); got != c.want {
				t.Errorf("%s: %q, want %q", c.name, got, c.want)
			}
			checkApplied(t, p, c.typed)
		})
	}
}

func TestWhatIsTypedUnderAHiddenFirstLineStaysInView(t *testing.T) {
	in := tableNotes[""]
	_, p := Project("private: pay\n", in).Apply("  - todo: call HR")
	if again := Project(p.Body(), in); again.Text() != "  - todo: call HR" || len(Parse(p.Body(), in)) != 1 {
		t.Errorf("%q hides what was typed", p.Body())
	}
}

func TestEditsOfTheBodyReachWhatIsShown(t *testing.T) {
	in := tableNotes[""]
	p := Project("one\nprivate: p\ntodo: two\n", in)
	for _, c := range []struct {
		e     LineEdit
		shown string
		line  int
	}{
		{LineEdit{Op: ReplaceLine, Line: 3, Old: "todo: two", New: "todo: two (done 2026-11-23)"}, "one\ntodo: two (done 2026-11-23)\n", 3},
		{LineEdit{Op: ReplaceLine, Line: 2, Old: "private: p", New: "private: q"}, "one\ntodo: two\n", 2},
		{LineEdit{Op: InsertLine, Line: 0, New: "ask: how?"}, "one\ntodo: two\nask: how?\n", 4},
		{LineEdit{Op: InsertLine, Line: 0, New: "ask Ben: how?"}, "one\ntodo: two\n", 4},
		{LineEdit{Op: DeleteLine, Line: 1, Old: "one"}, "todo: two\n", 1},
		{LineEdit{Op: DeleteLine, Line: 9, Old: "private: p"}, "one\ntodo: two\n", 2},
	} {
		t.Run(c.shown, func(t *testing.T) {
			next, line, err := p.Edit(c.e, in)
			if err != nil || next.Text() != c.shown || line != c.line {
				t.Errorf("%+v shows %q at %d, want %q at %d (%v)", c.e, next.Text(), line, c.shown, c.line, err)
			}
		})
	}
	if _, _, err := p.Edit(LineEdit{Op: ReplaceLine, Line: 1, Old: "gone"}, in); !errors.Is(err, ErrConflict) {
		t.Errorf("a line that is gone gives %v", err)
	}
}

func TestLinesAreCountedInBothTexts(t *testing.T) {
	p := Project("a\nprivate: x\nb\ntodo Ben: y\nc", tableNotes[""])
	for shown, inBody := range map[int]int{1: 1, 2: 3, 3: 5} {
		t.Run(fmt.Sprint(shown), func(t *testing.T) {
			if got := p.BodyLine(shown); got != inBody {
				t.Errorf("shown line %d is line %d, want %d", shown, got, inBody)
			}
			if got, ok := p.VisibleLine(inBody); !ok || got != shown {
				t.Errorf("line %d is shown as %d, want %d", inBody, got, shown)
			}
		})
	}
	for _, hidden := range []int{0, 2, 4, 6} {
		if _, ok := p.VisibleLine(hidden); ok {
			t.Errorf("line %d is shown", hidden)
		}
	}
	if p.BodyLine(4) != 0 || p.BodyLine(0) != 0 {
		t.Error("there is no fourth line")
	}
}

// Each line of these bodies stands once, so that it is plain which lines survive an edit.
func TestNothingHiddenMovesPastALineThatSurvives(t *testing.T) {
	in := tableNotes[""]
	rapid.Check(t, func(t *rapid.T) {
		n := 0
		line := func(shapes ...string) string {
			n++
			return fmt.Sprintf(rapid.SampledFrom(shapes).Draw(t, "shape"), n)
		}
		var lines []string
		for range rapid.IntRange(1, 12).Draw(t, "lines") {
			lines = append(lines, line("prose %d", "prose %d", "todo: %d", "private: %d", "  below %d", "todo Ben: %d", "ask Chidi: %d"))
		}
		body := strings.Join(lines, rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "end"))
		p := Project(body, in)
		for range rapid.IntRange(1, 8).Draw(t, "edits") {
			shown := strings.Split(p.Text(), "\n")
			for range rapid.IntRange(1, 3).Draw(t, "changes") {
				at := rapid.IntRange(0, len(shown)).Draw(t, "at")
				switch {
				case at < len(shown) && rapid.Bool().Draw(t, "take away"):
					shown = slices.Delete(slices.Clone(shown), at, at+1)
				case at < len(shown) && rapid.Bool().Draw(t, "change"):
					shown = slices.Clone(shown)
					shown[at] = line("changed %d")
				default:
					shown = slices.Insert(slices.Clone(shown), at, line("new %d", "private: typed %d", "todo Ben: typed %d"))
				}
			}
			typed := strings.Join(shown, "\n")
			checkApplied(t, p, typed)
			before := p
			_, p = p.Apply(typed)
			checkOrder(t, before, p)
		}
	})
}

// checkOrder compares the order of all lines that stand in both.
func checkOrder(t *rapid.T, before, after Projection) {
	place := map[string]int{}
	for i, line := range after.lines {
		place[line] = i
	}
	last := -1
	for _, line := range before.lines {
		at, ok := place[line]
		if !ok || line == "" || line == "\r" {
			continue
		}
		if at < last {
			t.Fatalf("%q moved: %q became %q", line, before.lines, after.lines)
		}
		last = at
	}
}
