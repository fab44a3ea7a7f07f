package notes

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestSplitKeepsEveryLineAndWhatIsHidden(t *testing.T) {
	in := Context{Date: "2025-12-02", Person: 1, Me: 9, Names: NewNames([]Person{{ID: 1, Name: "Ana Ruiz"}, {ID: 2, Name: "Ben Kofi"}})}
	lines := []string{"words", "private: pay", "  below", "    deeper", "todo Ben: x", "", "# head", "topic: y", "private"}
	rapid.Check(t, func(r *rapid.T) {
		body := strings.Join(rapid.SliceOfN(rapid.SampledFrom(lines), 1, 60).Draw(r, "lines"), "\n")
		most := rapid.IntRange(1, 120).Draw(r, "most")
		pieces := Split(body, most, in)
		if got := strings.Join(pieces, "\n"); got != body {
			r.Fatalf("together they are\n%s\nnot\n%s", got, body)
		}
		visible := make([]string, len(pieces))
		for i, p := range pieces {
			visible[i] = Project(p, in).Text()
			if utf8.RuneCountInString(p) > most && strings.Contains(p, "\nwords") && len(pieces) > 1 && i < len(pieces)-1 {
				r.Fatalf("a piece of %d could be cut: %q", utf8.RuneCountInString(p), p)
			}
		}
		var shown []string
		for _, v := range visible {
			if v != "" {
				shown = append(shown, v)
			}
		}
		if got, want := drop(strings.Join(shown, "\n")), drop(Project(body, in).Text()); got != want {
			r.Fatalf("the pieces show\n%s\nthe whole\n%s", got, want)
		}
	})
}

// drop is a text without its blank lines.
func drop(text string) string {
	var kept []string
	for _, line := range strings.Split(text, "\n") {
		if line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
