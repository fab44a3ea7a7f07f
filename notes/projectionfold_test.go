package notes

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWhatTheCaretHasLeftIsFolded(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		caret       int
		shown       string
	}{
		{"a private line", "a\nprivate: x\nb", 3, "a\nb"},
		{"the caret on it", "a\nprivate: x\nb", 2, "a\nprivate: x\nb"},
		{"somebody else's line", "a\ntodo Ben: x\nb", 1, "a\nb"},
		{"the caret below it in its block", "a\nprivate: x\n  y\nb", 3, "a\n  y\nb"},
		{"nowhere", "private: x", 0, ""},
		{"nothing to fold", "a\ntodo: x", 0, "a\ntodo: x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := tableNotes[""]
			body, p := Project("", in).Apply(c.typed)
			folded := p.Fold(p.Foldable(c.caret, in))
			if folded.Text() != c.shown || folded.Body() != body {
				t.Errorf("%q of %q, want %q", folded.Text(), folded.Body(), c.shown)
			}
		})
	}
}

func TestTypingGoesOnWhereAFoldedLineStands(t *testing.T) {
	in := tableNotes[""]
	for _, c := range []struct{ name, first, then, want string }{
		{"below it", "private: x\n", "y", "private: x\ny"},
		{"below it at the end", "a\nprivate: x", "a\ny", "a\nprivate: x\ny"},
		{"indented below it", "a\nprivate: x\n", "a\n  y", "a\nprivate: x\n  y"},
		{"above it", "a\nprivate: x\n", "a!\n", "a!\nprivate: x\n"},
		{"the same again", "private: x\n", "private: x", "private: x\nprivate: x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, p := Project("", in).Apply(c.first)
			p = p.Fold(p.Foldable(0, in))
			if got, _ := p.Apply(c.then); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// A fold that is taken back shows the text that was there, and no other body.
func TestUnfoldingTakesAFoldBack(t *testing.T) {
	in := tableNotes[""]
	rapid.Check(t, func(t *rapid.T) {
		shapes := []string{"a", "", "  b", "private: c", "private: c", "todo Ben: d", "todo: e"}
		lines := func(name string) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom(shapes), 0, 8).Draw(t, name), "\n")
		}
		_, p := Project(lines("body"), in).Apply(lines("typed"))
		for range 3 { // several are folded one after the other, and the last one is taken back
			before := p
			fold := p.Foldable(rapid.IntRange(0, 8).Draw(t, "caret"), in)
			p = p.Fold(fold)
			back := p.Unfold(before.Text(), fold)
			body, back := back.Apply(before.Text())
			if body != before.Body() && fmt.Sprint(counted(body)) != fmt.Sprint(counted(before.Body())) {
				t.Fatalf("%q became %q", before.Body(), body)
			}
			if back.Text() != before.Text() || p.Body() != before.Body() {
				t.Fatalf("%q shows %q, want %q", p.Body(), back.Text(), before.Text())
			}
			_, p = p.Apply(p.Text() + "\nprivate: c")
		}
	})
}

func counted(body string) []string {
	lines := strings.Split(body, "\n")
	slices.Sort(lines)
	return lines
}

func TestWhatWasHiddenFromTheStartIsNeverUnfolded(t *testing.T) {
	p := Project("a\nprivate: x\nb", tableNotes[""])
	body, p := p.Unfold("a\nprivate: x\nb", []int{2}).Apply("a\nprivate: x\nb")
	if body != "a\nprivate: x\nprivate: x\nb" || p.Folded() != 1 {
		t.Errorf("%q with %d folded", body, p.Folded())
	}
}

func TestAnotherTextOfTheNoteKeepsWhatWasFolded(t *testing.T) {
	in := tableNotes[""]
	_, p := Project("a\nprivate: old\nb", in).Apply("a\nprivate: new\nb")
	if shown := p.Again("A\nprivate: new\nprivate: old\nb", in).Text(); shown != "A\nprivate: new\nb" {
		t.Errorf("while it is typed it shows %q", shown)
	}
	p = p.Fold([]int{2}).Again("A\nprivate: new\nprivate: old\nb", in)
	if back := p.Unfold("A\nprivate: new\nb", []int{2}); back.Text() != "A\nprivate: new\nb" || back.Body() != p.Body() {
		t.Errorf("%q of %q", back.Text(), back.Body())
	}
}
