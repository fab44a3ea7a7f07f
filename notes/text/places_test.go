package text_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"handback/notes/text"
)

func TestPlacesAreRangesOfTheText(t *testing.T) {
	for _, c := range []struct {
		name, in, what string
		found          []string
	}{
		{"nothing is looked for", "anything", "", nil},
		{"an unseen character alone is nothing", "any\u200bthing", "\u200b", nil},
		{"an accent alone is nothing", "café", "\u0301", nil},
		{"nothing is there", "", "a", nil},
		{"case", "Plan, PLAN and plan", "pLaN", []string{"Plan", "PLAN", "plan"}},
		{"accents of the text", "José spoke, jose wrote", "jose", []string{"José", "jose"}},
		{"accents of what is looked for", "José spoke, jose wrote", "JOSÉ", []string{"José", "jose"}},
		{"an accent that stands alone", "Jose\u0301 spoke", "jose", []string{"Jose\u0301"}},
		{"several accents", "e\u0301\u0323x", "e", []string{"e\u0301\u0323"}},
		{"a letter of two", "Straße und strasse", "strasse", []string{"Straße", "strasse"}},
		{"not within a letter", "Straße", "stras", nil},
		{"not from within a letter", "ßo", "so", nil},
		{"ligature", "the oﬃce", "office", []string{"oﬃce"}},
		{"stroke", "Łódź", "lodz", []string{"Łódź"}},
		{"apostrophes", "it’s it's", "it's", []string{"it’s", "it's"}},
		{"hyphens", "on‑call on-call", "on-call", []string{"on‑call", "on-call"}},
		{"unseen characters within", "road\u200bmap", "roadmap", []string{"road\u200bmap"}},
		{"unseen characters around stay out", "\u200broad\u200b", "road", []string{"road"}},
		{"none over another", "aaaa", "aaa", []string{"aaa"}},
		{"next to each other", "aaaa", "aa", []string{"aa", "aa"}},
		{"over no line", "one\ntwo", "one two", nil},
		{"blanks as they stand", "one  two", "one two", nil},
		{"signs", "C++ and c++", "C++", []string{"C++", "c++"}},
		{"characters of four bytes", "🎉 party 🎉", "🎉", []string{"🎉", "🎉"}},
		{"Greek", "Αθήνα", "αθηνα", []string{"Αθήνα"}},
		{"Cyrillic", "Ёлка", "елка", []string{"Ёлка"}},
		{"a language without spaces", "今日は会議です", "会議", []string{"会議"}},
		{"not a text at all", "a\xffb", "b", []string{"b"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			runes := []rune(c.in)
			var got []string
			for _, p := range text.Places(c.in, c.what) {
				got = append(got, string(runes[p.Start:p.End]))
			}
			if strings.Join(got, "|") != strings.Join(c.found, "|") || len(got) != len(c.found) {
				t.Errorf("found %q, not %q", got, c.found)
			}
		})
	}
}

// Whatever stands in a text is found there, each place folds to what was looked for, and they are in order.
func TestWhatStandsInATextIsFoundThere(t *testing.T) {
	letters := rapid.SampledFrom([]rune("aAbéßsÉøœe\u0301\u0323 \n-’'\u200b🎉日本がか\u3099한ᄒ"))
	rapid.Check(t, func(t *rapid.T) {
		in := []rune(rapid.StringOfN(letters, 1, 40, -1).Draw(t, "in"))
		from := rapid.IntRange(0, len(in)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, len(in)).Draw(t, "to")
		what := string(in[from:to])
		places := text.Places(string(in), what)
		last := 0
		for _, p := range places {
			if p.Start < last || p.End <= p.Start || p.End > len(in) {
				t.Fatalf("%v after %d in %q", p, last, string(in))
			}
			last = p.End
			if got := text.Fold(string(in[p.Start:p.End])); got != text.Fold(what) {
				t.Fatalf("%q at %v of %q is not %q", got, p, string(in), text.Fold(what))
			}
		}
		if plain := "x" + what + "x"; len(places) == 0 && text.Fold(what) != "" && strings.TrimLeft(what, "\u0301\u0323\u3099\u200b") == what {
			if len(text.Places(plain, what)) == 0 {
				t.Fatalf("%q is not found in %q", what, plain)
			}
		}
	})
}
