package prompt

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestHints(t *testing.T) {
	h := hintsOf(" ill", "died", "signed off", "that’s", "no-one")
	for _, c := range []struct {
		text string
		want bool
	}{
		{"", false},
		{"ill", true},
		{"Ill since Monday", true},
		{"- ill", true},
		{"•ill", true},
		{"first line\nill", true},
		{"he will still", false},
		{"Her mother DIED", true},
		{"signed  off", false},
		{"SIGNED OFF", true},
		{"that’s", true},
		{"that's", false},
		{"No-one came", true},
		{"die", false},
	} {
		t.Run(c.text, func(t *testing.T) {
			if h.in(c.text) != c.want {
				t.Errorf("it is %v", !c.want)
			}
		})
	}
}

// TestHintsFindWhatStandsThere holds the one pass against looking for each piece in turn.
func TestHintsFindWhatStandsThere(t *testing.T) {
	letters := rapid.StringOfN(rapid.SampledFrom([]rune("abAB ")), 2, 4, -1)
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOfN(letters, 1, 5).Draw(t, "pieces")
		text := rapid.StringOfN(rapid.SampledFrom([]rune("abAB -\nü")), 0, 30, -1).Draw(t, "text")
		low := strings.NewReplacer("-", " ", "\n", " ").Replace(strings.ToLower(" " + text))
		want := false
		for i := range pieces {
			pieces[i] = strings.ToLower(pieces[i])
			want = want || strings.Contains(low, pieces[i])
		}
		if got := hintsOf(pieces...).in(text); got != want {
			t.Errorf("%v in %q: %v", pieces, text, got)
		}
	})
}
