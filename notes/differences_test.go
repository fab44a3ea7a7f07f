package notes

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// said writes differences as a person would mark them: "-" and "+" before lines, brackets round words.
func said(all []Difference) string {
	var b strings.Builder
	line := func(sign string, runs []DiffRun) {
		if runs == nil {
			return
		}
		b.WriteString(sign)
		for _, r := range runs {
			if r.Differs {
				b.WriteString("[" + r.Text + "]")
			} else {
				b.WriteString(r.Text)
			}
		}
		b.WriteString("|")
	}
	for _, d := range all {
		for _, l := range d.Lines {
			line("=", []DiffRun{{Text: l}})
		}
		line("-", d.Was)
		line("+", d.Now)
	}
	return b.String()
}

func TestDifferencesOfTwoTexts(t *testing.T) {
	for _, c := range []struct{ name, was, now, want string }{
		{"nothing", "a b\nc", "a b\nc", "=a b|=c|"},
		{"a line end", "a\n", "a", "=a|"},
		{"both empty", "", "", ""},
		{"all came", "", "a\nb", "+[a]|+[b]|"},
		{"all went", "a\nb", "", "-[a]|-[b]|"},
		{"one word", "todo: draft the plan by Friday", "todo: draft the budget by Friday", "-todo: draft the [plan] by Friday|+todo: draft the [budget] by Friday|"},
		{"words came", "todo: draft the plan", "todo: draft the plan by Friday", "-todo: draft the plan|+todo: draft the plan[ by Friday]|"},
		{"a mark", "ready?", "ready!", "-ready[?]|+ready[!]|"},
		{"another line", "one two three\nkept", "four five six\nkept", "-[one two three]|+[four five six]|=kept|"},
		{"a line before a changed one", "call Ana today", "new\ncall Ana tomorrow", "+[new]|-call Ana [today]|+call Ana [tomorrow]|"},
		{"accents", "café öffnen", "café schließen", "-café [öffnen]|+café [schließen]|"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := said(Differences(c.was, c.now))
			if got != c.want {
				t.Errorf("%q\nwant %q", got, c.want)
			}
			went, came := LinesChanged(c.was, c.now)
			if w, n := strings.Count("|"+got, "|-"), strings.Count("|"+got, "|+"); went != w || came != n {
				t.Errorf("%d went and %d came, want %d and %d", went, came, w, n)
			}
		})
	}
}

func TestDifferencesLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.Custom(func(t *rapid.T) string {
			lines := rapid.SliceOfN(rapid.StringMatching(`[abé ,]{0,12}`), 0, 8).Draw(t, "lines")
			return strings.Join(lines, "\n")
		})
		was, now := text.Draw(t, "was"), text.Draw(t, "now")
		var before, after []string
		whole := func(runs []DiffRun) (s string) {
			for _, r := range runs {
				s += r.Text
			}
			return s
		}
		for _, d := range Differences(was, now) {
			before, after = append(before, d.Lines...), append(after, d.Lines...)
			if d.Was != nil {
				before = append(before, whole(d.Was))
			}
			if d.Now != nil {
				after = append(after, whole(d.Now))
			}
		}
		if !slices.Equal(before, shownLines(was)) || !slices.Equal(after, shownLines(now)) {
			t.Fatalf("%q and %q of %q and %q", before, after, was, now)
		}
	})
}
