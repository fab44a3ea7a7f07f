package notes

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestChangesOfBothAreMergedByLine(t *testing.T) {
	for _, c := range []struct{ name, base, ours, theirs, merged, lost string }{
		{"only ours", "a\nb", "a\nB", "a\nb", "a\nB", ""},
		{"only theirs", "a\nb", "a\nb", "A\nb", "A\nb", ""},
		{"both the same", "a\nb", "A\nb", "A\nb", "A\nb", ""},
		{"different lines", "a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC", ""},
		{"lines side by side", "a\nb", "A\nb", "a\nB", "A\nB", ""},
		{"the same line", "a\nb\nc", "a\nours\nc", "a\ntheirs\nc", "a\nours\nc", "theirs"},
		{"both add at the end", "a", "a\nours", "a\ntheirs", "a\nours\ntheirs", ""},
		{"both add the same", "a", "a\nx", "a\nx", "a\nx", ""},
		{"ours takes away what theirs changes", "a\nb\nc", "a\nc", "a\nB\nc", "a\nc", "B"},
		{"theirs takes away what ours changes", "a\nb\nc", "a\nB\nc", "a\nc", "a\nB\nc", ""},
		{"theirs adds into what ours changes", "a\nb\nc\nd", "a\nX\nd", "a\nb\nnew\nc\nd", "a\nX\nnew\nd", ""},
		{"from nothing", "", "ours", "theirs", "ours\ntheirs", ""},
		{"from a blank line", "a\n\nb", "a\nours\nb", "a\ntheirs\nb", "a\nours\ntheirs\nb", ""},
		{"CRLF", "a\r\nb\r\n", "a\r\nB\r\n", "A\r\nb\r\n", "A\r\nB\r\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			merged, lost := MergeLines(c.base, c.ours, c.theirs)
			if merged != c.merged || lost != c.lost {
				t.Errorf("%s: %q, lost %q, want %q, lost %q", c.name, merged, lost, c.merged, c.lost)
			}
		})
	}
}

func TestNoLineThatSomebodyWroteVanishesInAMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "d", "e", ""}), 0, 8)
		base := lines.Draw(t, "base")
		change := func(mark string) []string {
			out := slices.Clone(base)
			for i := range rapid.IntRange(0, 3).Draw(t, "changes") {
				at := rapid.IntRange(0, len(out)).Draw(t, "at")
				if at < len(out) && rapid.Bool().Draw(t, "replace") {
					out[at] = mark + string(rune('0'+i))
				} else {
					out = slices.Insert(out, at, mark+string(rune('0'+i)))
				}
			}
			return out
		}
		ours, theirs := change("ours"), change("theirs")
		merged, lost := MergeLines(strings.Join(base, "\n"), strings.Join(ours, "\n"), strings.Join(theirs, "\n"))
		all := append(strings.Split(merged, "\n"), strings.Split(lost, "\n")...)
		for _, line := range append(ours, theirs...) {
			if strings.Contains(line, "s") && !slices.Contains(all, line) {
				t.Fatalf("%q is neither in %q nor in %q", line, merged, lost)
			}
		}
		for _, line := range ours {
			if strings.HasPrefix(line, "ours") && !slices.Contains(strings.Split(merged, "\n"), line) {
				t.Fatalf("%q of ours is not in %q", line, merged)
			}
		}
	})
}

func TestLongTextsAreMatchedByTheirUnrepeatedLines(t *testing.T) {
	var a, b []string
	for i := range 3000 {
		line := strings.Repeat("x", i%40) + string(rune('a'+i%26)) + strings.Repeat("y", i/40)
		a = append(a, line, "")
		if i%7 != 0 {
			b = append(b, line)
		}
		b = append(b, "")
	}
	matched := 0
	last := -1
	for i, j := range matchLines(a, b) {
		if j < 0 {
			continue
		}
		if a[i] != b[j] || j <= last {
			t.Fatalf("line %d was paired with line %d after %d", i, j, last)
		}
		last = j
		matched++
	}
	if matched < 2500 {
		t.Errorf("only %d lines were paired", matched)
	}
}
