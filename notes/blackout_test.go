package notes

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var blackoutPeople = []Person{
	{ID: 1, Kind: KindMe, Name: "Sam Lee"},
	{ID: 2, Name: "Ana Ruiz", Aliases: []string{"Annie"}},
	{ID: 3, Name: "Ben Okoro"},
	{ID: 4, Name: "José van Dijk"},
	{ID: 5, Name: "Mary-Ann O’Neil"},
	{ID: 6, Name: "李雷"},
}

func TestNamesAreBlackedOut(t *testing.T) {
	n := NewNames(blackoutPeople)
	for text, want := range map[string]string{
		"Ana and Ben talked":                 "Ana and [name left out] talked",
		"todo Ben Okoro: ask Ana's team":     "todo [name left out]: ask Ana's team",
		"Ben’s plan, OKORO.":                 "[name left out]’s plan, [name left out].",
		"(Ben), jose; a Dijk":                "([name left out]), [name left out]; a [name left out]",
		"Mary-Ann said so to Annie and Sam":  "[name left out] said so to Annie and Sam",
		"nobody here":                        "nobody here",
		"José van Dijk and Jose\u0301's dog": "[name left out] and [name left out]'s dog",
		"李雷 left":                            "[name left out] left",
		"":                                   "",
	} {
		t.Run(text, func(t *testing.T) {
			got, ok := n.BlackOut(text, 2, 1)
			if got != want || !ok {
				t.Errorf("%q, %v", got, ok)
			}
		})
	}
}

func TestNoNameStaysWhereItSaysSo(t *testing.T) {
	n := NewNames(blackoutPeople)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.OneOf(
			rapid.SampledFrom([]string{
				"Ben", "okoro", "José", "van", "Dijk", "Ana", "Mary-Ann", "O'Neil", "O’NEIL's", "李雷", "the", ".",
				"-", "'",
			}),
			rapid.String()), 0, 12).Draw(t, "words"), rapid.SampledFrom([]string{" ", "", "-", ". ", "/"}).Draw(t, "between"))
		got, ok := n.BlackOut(text, 2, 1)
		if ok && n.Mentions(got, 2, 1) {
			t.Fatalf("%q still names somebody", got)
		}
		if !n.Mentions(text, 2, 1) && got != text {
			t.Fatalf("%q became %q", text, got)
		}
	})
}
