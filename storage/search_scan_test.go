package storage

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// mostlyPlain makes texts of plain words among which a few are not: enough that each way through a text meets the other.
func mostlyPlain(r *rand.Rand, pieces int) string {
	plain := []string{"a", "b", "ab", "A", "aB", "x", "1", " ", " ", ".", "\n", "abab", "abxab1", "_", "'", "+", "#"}
	odd := []string{"é", "e\u0301", "\u0301", "É", "中", "😀", "\xff", "\u00ad", "\u2010", "ﬁ", "’", "-", "-", "--", "İ"}
	var b strings.Builder
	for range pieces {
		if r.Intn(24) == 0 {
			b.WriteString(odd[r.Intn(len(odd))])
		} else {
			b.WriteString(plain[r.Intn(len(plain))])
		}
	}
	return b.String()
}

// TestWhatIsFoundAtOnceIsFoundLetterByLetter holds the two ways through a text to each other, wherever reading begins and whether
// or not it may end early.
func TestWhatIsFoundAtOnceIsFoundLetterByLetter(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	read, odd, early := 0, 0, 0
	for range 40_000 {
		f, in := newFinder(termsOf(mostlyPlain(r, 1+r.Intn(4)))), mostlyPlain(r, r.Intn(80))
		if len(f.terms) == 0 || f.plain == nil {
			continue
		}
		from, enough := 0, r.Intn(3)
		if r.Intn(2) == 0 {
			from = r.Intn(len(in) + 1)
		}
		got, gotRead := f.add(nil, in, from, enough)
		want, wantRead := f.addIn(nil, in, span{from, len(in)}, len(in), enough)
		if !slices.Equal(got, want) || gotRead != wantRead {
			t.Fatalf("%+v in %q from %d, enough %d: %v up to %d, not %v up to %d", f.terms, in, from, enough, got, gotRead, want, wantRead)
		}
		if gotRead < len(in) {
			early++
		}
		if f.scan.read(in) {
			if read++; len(f.scan.odd) > 0 {
				odd++
			}
		}
	}
	if read < 10_000 || odd < 5_000 || early < 1_000 {
		t.Errorf("only %d texts were looked through at once, %d with odd words, %d not to their end", read, odd, early)
	}
}

// TestPartsFoundAtOnceAreFoundLetterByLetter does so for what stands inside words.
func TestPartsFoundAtOnceAreFoundLetterByLetter(t *testing.T) {
	r := rand.New(rand.NewSource(8))
	found := 0
	for range 40_000 {
		f, in := newFinder(termsOf(mostlyPlain(r, 1+r.Intn(3)))), mostlyPlain(r, r.Intn(60))
		if f.plain == nil || !slices.ContainsFunc(f.terms, func(t term) bool { return t.inside }) || !f.scan.read(in) {
			continue
		}
		got := f.withParts(nil, in)
		f.plain = nil
		if want := f.withParts(nil, in); !slices.Equal(got, want) {
			t.Fatalf("%+v in %q: %v, not %v", f.terms, in, got, want)
		}
		found += len(got)
	}
	if found < 10_000 {
		t.Errorf("only %d parts were found", found)
	}
}

// TestATextIsReadInLowerCase holds what is read of a text to its letters, one by one, and to where it is odd.
func TestATextIsReadInLowerCase(t *testing.T) {
	r := rand.New(rand.NewSource(9))
	var s scan
	for range 20_000 {
		text := mostlyPlain(r, r.Intn(60)) + string([]byte{byte(r.Intn(utf8.RuneSelf))})
		if !s.read(text) || s.read("another") && !s.read(text) {
			continue
		}
		for i := range len(text) {
			if s.low[i] != lower(text[i]) {
				t.Fatalf("byte %d of %q is read as %q", i, text, s.low[i])
			}
			in := slices.ContainsFunc(s.odd, func(o span) bool { return o.from <= i && i < o.to })
			if text[i] >= utf8.RuneSelf && !in || text[i] == '-' && i > 0 && asciiLetters[text[i-1]] && !in {
				t.Fatalf("byte %d of %q is odd and not in %v", i, text, s.odd)
			}
		}
	}
}
