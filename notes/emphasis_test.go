package notes

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestBoldLeavesWhatALineSays(t *testing.T) {
	in := tableNotes[""]
	for _, c := range []struct{ line, selected, want string }{
		{"todo Ana: draft the plan by Friday", "draft", "todo Ana: **draft** the plan by Friday"},
		{"todo Ana: draft the plan by Friday", "todo Ana: draft the plan by Friday", "todo Ana: **draft the plan** by Friday"},
		{"todo Ana: draft the plan by Friday", "by Friday", "todo Ana: draft the plan by Friday"},
		{"- [ ] draft the plan (done 2025-12-01)", "- [ ] draft the plan (done 2025-12-01)", "- [ ] **draft the plan** (done 2025-12-01)"},
		{"todo Ana: plan", "todo", "todo Ana: plan"},
		{"praise: made #platform fast", "made #platform fast", "praise: **made #platform fast**"},
		{"praise: made #platform fast", "#platform", "praise: made #platform fast"},
		{"## Next steps", "## Next steps", "## **Next steps**"},
		{"plain words, más", "words, más", "plain **words, más**"},
		{"private: pay", "private: pay", "private: **pay**"},
		{"- item", "- item", "- **item**"},
	} {
		t.Run(c.line+"/"+c.selected, func(t *testing.T) {
			at := strings.Index(c.line, c.selected)
			start := utf8.RuneCountInString(c.line[:at])
			from, to := in.MaySet(c.line, start, start+utf8.RuneCountInString(c.selected), "**")
			runes := []rune(c.line)
			got := c.line
			if from < to {
				got = string(runes[:from]) + "**" + string(runes[from:to]) + "**" + string(runes[to:])
			}
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestBoldNeverChangesWhatIsFiled(t *testing.T) {
	in := tableNotes[""]
	rapid.Check(t, func(r *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{
			"todo", "Ana", ":", "praise", "-", "[ ]", "by Friday", "#tag", "(done)", "draft", "**", "private", "—", "is", `\`, "(said: x)",
		}), 1, 8).Draw(r, "words")
		line := strings.Join(words, " ")
		length := utf8.RuneCountInString(line)
		start := rapid.IntRange(0, length).Draw(r, "start")
		end := rapid.IntRange(start, length).Draw(r, "end")
		from, to := in.MaySet(line, start, end, "*")
		if from == to {
			return
		}
		if from < start || to > end {
			r.Fatalf("%d to %d of %d to %d", from, to, start, end)
		}
		runes := []rune(line)
		marked := string(runes[:from]) + "*" + string(runes[from:to]) + "*" + string(runes[to:])
		was, is := Parse(line, in), Parse(marked, in)
		if len(was) != len(is) || len(was) > 0 && (was[0].Label != is[0].Label || was[0].Due != is[0].Due ||
			was[0].State != is[0].State || strings.Join(was[0].Tags, " ") != strings.Join(is[0].Tags, " ")) {
			r.Fatalf("%q files %+v, %q %+v", line, was, marked, is)
		}
		if Hidden(line)[0] != Hidden(marked)[0] {
			r.Fatalf("%q and %q are not both private", line, marked)
		}
	})
}

// TestAnEmptyLineOfAListFilesNothing: what the editor leaves at the end of a list that goes on.
func TestAnEmptyLineOfAListFilesNothing(t *testing.T) {
	for _, line := range []string{"- [ ] ", "- [ ]", "- ", "1. ", "    - [ ] ", "[ ] ", "* [ ] "} {
		t.Run(line, func(t *testing.T) {
			if items := Parse("- [ ] draft\n"+line, tableNotes[""]); len(items) != 1 {
				t.Errorf("%+v", items)
			}
			if h, ok := NextHint(line, tableNotes[""], 1); ok {
				t.Errorf("hint %+v", h)
			}
		})
	}
}

func TestAListShowsNoMarksOfBold(t *testing.T) {
	for text, want := range map[string]string{
		"**draft** the plan #x": "Draft the plan",
		"the **plan**":          "The plan",
		"2 ** 3":                "2 3",
		"**":                    "**",
		"a *b* __init__":        "A b __init__",
	} {
		t.Run(text, func(t *testing.T) {
			if got := SayText(text); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}
