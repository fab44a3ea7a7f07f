package notes

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"handback/notes/text"
)

func TestAnOldNoteWithOtherLineEndsShowsNothingPrivate(t *testing.T) {
	for _, end := range []string{"\r", "\v", "\f", "\u0085", "\u2028", "\u2029"} {
		t.Run(end, func(t *testing.T) {
			body := "Weekly talk" + end + "private: SECRET" + end + "  SECRET\n  SECRET\nplain\nnote" + end + "todo Ben: SECRET\ntodo: x" + end + "  private SECRET"
			p := Project(body, tableNotes[""])
			if got := p.Text(); got != "plain" || p.Folded() != 4 {
				t.Errorf("%q shows %q and folds %d", body, got, p.Folded())
			}
			if items := Parse(body, tableNotes[""]); len(items) != 0 {
				t.Errorf("filed: %+v", items)
			}
			if got := TitleOf(body, tableNotes[""]); strings.Contains(got, "SECRET") {
				t.Errorf("titled %q", got)
			}
			if back, _ := p.Apply("plain\n  deeper"); !strings.HasPrefix(back, "Weekly talk"+end+"private: SECRET") {
				t.Errorf("put back: %q", back)
			}
		})
	}
}

// Once such a note is cleaned, what was shown of it is no less hidden than before.
func TestCleaningANoteNeverShowsWhatTheOldOneHid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyNote().Draw(t, "in")
		line := rapid.OneOf(anyLine(in), rapid.Just("private: x"), rapid.Just("  y"))
		ends := rapid.SampledFrom([]string{"\n", "\n", "\r\n", "\r", "\v", "\u2028", "\u0085"})
		var body string
		for range rapid.IntRange(1, 7).Draw(t, "lines") {
			body += line.Draw(t, "line") + ends.Draw(t, "end")
		}
		was := map[string]int{}
		clean := text.Clean(body)
		hidden := Hidden(clean)
		for i, l := range strings.Split(clean, "\n") {
			if hidden[i] {
				was[l]++
			}
		}
		shown := strings.Split(text.Clean(Project(body, in).Text()), "\n")
		for _, l := range strings.Split(clean, "\n") {
			was[l]-- // each line is hidden as often, or shown
		}
		for _, l := range shown {
			if !blankLine(l) && was[l] >= 0 {
				t.Fatalf("%q shows %q", body, l)
			}
		}
	})
}

func TestTheHintOfAFullWidthColonFilesToTheRightPerson(t *testing.T) {
	for line, want := range map[string]string{
		"todo Legal：send it":  "not filed: nobody is called Legal",
		"TODO Ben：send it":    "",
		"Ben to draft a plan": "file as todo?",
	} {
		t.Run(line, func(t *testing.T) {
			h, ok := NextHint(line, tableNotes[""], 1)
			if h.Say != want || ok != (want != "") {
				t.Errorf("%q hints %+v", line, h)
			}
		})
	}
}

func TestTidyIsClean(t *testing.T) {
	for typed, want := range map[string]string{
		" Ana\u2028Ruiz ": "Ana Ruiz", "A\u200bn\u00ada": "Ana", "\u200b \ufeff": "", "a\x00b": "a b", "\u202eAna \u200e\tRuiz": "Ana Ruiz",
	} {
		t.Run(typed, func(t *testing.T) {
			if got := Tidy(typed); got != want {
				t.Errorf("%q became %q, want %q", typed, got, want)
			}
		})
	}
}

func TestUnseenNames(t *testing.T) {
	people := []Person{{ID: 1, Name: "Ana"}}
	for _, name := range []string{
		"\u200b", "\u00ad\u200d", "\u3164", "\u202e\u202c", "\ufe0f", "\u0301", "\u2800", "An\u200ba", "\ufeffANA", "A\u00adna\ufe0f",
	} {
		t.Run(showUnseen(name), func(t *testing.T) {
			if err := CheckAlias(name, 2, people); err == nil {
				t.Errorf("%q may be a name", name)
			}
		})
	}
	got := SplitNames("\uf0b7\tAna Ruiz\u2028o\tBen\v· Chidi\n◦\tZoë\n▪ Lars\u0085\u200b\nA\u200bna Ruiz\nolga   x")
	if want := []string{"Ana Ruiz", "Ben", "Chidi", "Zoë", "Lars", "olga x"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
