package notes

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestALineIsReadWithoutItsMarks(t *testing.T) {
	for line, want := range map[string]string{
		"**Rollout** moved":         "Rollout moved",
		"## Rollout":                "Rollout",
		"- [ ] call the vendor":     "call the vendor",
		"[x] call the vendor":       "call the vendor",
		"> she *really* meant _it_": "she really meant it",
		"*two* *words*":             "two words",
		"read [the draft](https://a.example/b_(c)) first":    "read the draft first",
		"see [the long draft](https://a.example/…":           "see the long draft…",
		"see [the long …":                                    "see the long …",
		"![whiteboard](a.png) and [[2026-11-03|that day]]":   "whiteboard and that day",
		"`go test` ~~fails~~ passes":                         "go test fails passes",
		"__init__ and snake_case_name":                       "__init__ and snake_case_name",
		"2 * 3 * 4 [sic]":                                    "2 * 3 * 4 [sic]",
		"#hiring and 5 > 3":                                  "#hiring and 5 > 3",
		"**":                                                 "**",
		"plain":                                              "plain",
		"Ana: https://a.example/x_y_z stays as it is, fully": "Ana: https://a.example/x_y_z stays as it is, fully",
	} {
		if got := Unmarked(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

// TestMarksAreFoundBySignAsTheyAreWithout: to look for the sign first changes nothing.
func TestMarksAreFoundBySignAsTheyAreWithout(t *testing.T) {
	parts := []string{"a", "B1", " ", "*", "**", "_", "~", "~~", "`", "[", "]", "(", ")", "[[", "]]", "|", "!", "…", "#", "- ", "é", "x.y"}
	rapid.Check(t, func(t *rapid.T) {
		line := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 14).Draw(t, "parts"), "")
		want := strings.ReplaceAll(line[len(startMark.FindString(line)):], "**", "")
		want = linkCut.ReplaceAllString(linkMark.ReplaceAllString(pageMark.ReplaceAllString(want, "$1"), "$1"), "$1…")
		for _, mark := range slices.Concat(wordMarks, wordMarks) {
			want = mark.pair.ReplaceAllString(want, "$1$2$3")
		}
		if want = strings.TrimSpace(want); strings.IndexFunc(want, IsWordRune) < 0 || !strings.ContainsAny(line, "#>-+*[`~_") {
			want = line
		}
		if got := Unmarked(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	})
}

func BenchmarkUnmarked(b *testing.B) {
	for b.Loop() {
		Unmarked("Asked for the rollout plan, one-on-one with the vendor #rollout #area0")
	}
}
