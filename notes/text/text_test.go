package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, pasted, want string }{
		{"plain text", "a\nb", "a\nb"},
		{"line ends", "a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh"},
		{"a private line behind a line separator", "Weekly talk\u2028private: her pay", "Weekly talk\nprivate: her pay"},
		{"tabs", "\ta\tb", "    a    b"},
		{"control characters", "a\x00b\x07c\x1b[0m", "abc[0m"},
		{"broken UTF-8", "a\xffb", "a\ufffdb"},
		{"zero width and direction", "\ufeff\u200btodo\u200e: \u202aa\u202c\u2060\u2066b\u2069", "todo: ab"},
		{"soft hyphens", "per\u00adfor\u00admance", "performance"},
		{"fillers", "\u3164\u115fA\uffa0", "A"},
		{"joiners in an emoji", "👩‍💻 👩🏽‍💻 🏳️‍🌈 👨‍👩‍👧", "👩‍💻 👩🏽‍💻 🏳️‍🌈 👨‍👩‍👧"},
		{"a flag of tags", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f x", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f x"},
		{"tags without a flag", "a\U000e0067\U000e007f", "a"},
		{"a joiner beside letters", "to\u200ddo\u200c", "todo"},
		{"a joiner that joins nothing", "👩\u200d", "👩"},
		{"Persian", "می\u200cخواهم", "می\u200cخواهم"},
		{"Hindi", "क्\u200dष", "क्\u200dष"},
		{"a joiner at the end of a Persian word", "می\u200c ", "می "},
		{"Arabic number sign", "\u0600١", "\u0600١"},
		{"Word's bullet", "\uf0b7\ttodo: x", "• todo: x"},
		{"Word's bullet, nothing between", " \uf0a7x", " • x"},
		{"Word's second bullet", "  o\ttodo: x", "  ◦ todo: x"},
		{"a word that begins with o", "o x\nor\ty", "o x\nor    y"},
		{"bullets of Google Docs", "·\ta\n◦\tb\n▪\tc\n•\td", "· a\n◦ b\n▪ c\n• d"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Clean(c.pasted); got != c.want {
				t.Errorf("%q became %q, want %q", c.pasted, got, c.want)
			}
		})
	}
}

func anyText() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			" ", "\t", "\n", "\r\n", "\r", "\v", "\u2028", "\u0085", "\u200b", "\u200c", "\u200d", "\u00ad", "\ufeff", "\u202e", "\U000e0067", "🏴",
			"👩", "💻", "❤", "\ufe0f", "\uf0b7", "o", "·", "◦", "a", "Ł", "ø", "ß", "ı", "İ", "ﬁ", "é", "e\u0301", "Ά", "ς", "ŉ", "ǿ", "ǅ", "が", "각",
			"नि", "مَ", "שׁ", "й", "ｶﾞ", "½", "②", "Ꭰ", "ʼ", "’", "≠", "\xff",
		}),
		rapid.StringN(0, 5, -1),
	)
	return rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(piece, 0, 9).Draw(t, "pieces"), "") })
}

func TestCleanTextIsClean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyText().Draw(t, "pasted")
		got := Clean(s)
		if again := Clean(got); again != got {
			t.Fatalf("%q became %q, and that %q", s, got, again)
		}
		if !utf8.ValidString(got) || strings.ContainsFunc(got, func(r rune) bool { return r != '\n' && (unicode.IsControl(r) || lineEnd(r)) }) {
			t.Fatalf("%q became %q", s, got)
		}
	})
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ folded, said string }{
		{"lukasz", "Łukasz"},
		{"gross", "groß"},
		{"gross", "GROẞ"},
		{"orsted", "Ørsted"},
		{"jose alvarez", "José  Alvarez"},
		{"αθηνα", "Αθήνα"},
		{"σισυφοσ", "ΣΊΣΥΦΟΣ"},
		{"σισυφοσ", "Σίσυφος"},
		{"isik", "Işık"},
		{"izmir", "İzmir"},
		{"fin", "ﬁn"},
		{"lodz", "Łódź"},
		{"zoe", "Zoe\u0308"},
		{"aeon", "Æon"},
		{"елка", "Ёлка"},
		{"anne-marie", "Anne‑Marie"},
		{"o'neil", "O’Neil"},
		{"ana", "A\u200bn\u00ada\ufeff"},
		{"がか", "がか"},
		{"각", "각"},
		{"नि", "नि"},
		{"x2 ½", "x² ½"},
		{"محمد", "مُحَمَّد"},
		{"say “hi”…", "Say “hi”…"},
	} {
		t.Run(c.said, func(t *testing.T) {
			if got := strings.Join(strings.Fields(Fold(c.said)), " "); got != c.folded {
				t.Errorf("%q folds to %q, want %q", c.said, got, c.folded)
			}
		})
	}
}

func TestFoldingLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkFold(t, strings.Map(func(r rune) rune {
			if r >= 0xe0000 || r == utf8.RuneError { // x/text composes a tag and an accent as if the tag were a letter
				return -1
			}
			return r
		}, anyText().Draw(t, "text")))
	})
	t.Run("every letter", func(t *testing.T) {
		for r := rune(0x80); r <= utf8.MaxRune; r++ {
			if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) {
				checkFold(t, "a"+string(r)+"b")
				if unicode.IsLetter(r) && !Unseen(r) && Fold(string(r)) == "" {
					t.Errorf("U+%04X folds to nothing", r)
				}
			}
		}
	})
}

// checkFold holds the laws of folding.
func checkFold(t interface{ Fatalf(string, ...any) }, s string) {
	f := Fold(s)
	if again := Fold(f); again != f {
		t.Fatalf("%q folds to %q, and that to %q", s, f, again)
	}
	if c, d := Fold(norm.NFC.String(s)), Fold(norm.NFD.String(s)); c != f || d != f {
		t.Fatalf("%q folds to %q, composed to %q, decomposed to %q", s, f, c, d)
	}
	if Seen(s) && !Seen(f) {
		t.Fatalf("%q folds to %q, which cannot be seen", s, f)
	}
}

func BenchmarkFold(b *testing.B) {
	for name, s := range map[string]string{
		"ascii": strings.Repeat("todo Ana: send the notes by Friday\n", 60),
		"mixed": strings.Repeat("todo Łukasz: “send” the notes – by Friday…\n", 60),
	} {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				Fold(s)
			}
		})
	}
}
