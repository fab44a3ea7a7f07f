package passphrase_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/notes/passphrase"
)

func TestWhatAThiefTriesFirstIsWeak(t *testing.T) {
	for name, c := range map[string]struct {
		typed string
		level passphrase.Level
		why   string
	}{
		"nothing":                    {"", passphrase.Empty, ""},
		"one letter":                 {"x", passphrase.Weak, "short"},
		"a common password":          {"dragon", passphrase.Weak, "Many people"},
		"with signs for letters":     {"p@ssw0rd", passphrase.Weak, "Many people"},
		"a capital where all put it": {"Password1", passphrase.Weak, "Many people"},
		"backwards":                  {"drowssap", passphrase.Weak, "Many people"},
		"a row of keys":              {"qwertyuiop", passphrase.Weak, ""},
		"keys of a German keyboard":  {"yxcvbnm", passphrase.Weak, "next to each other"},
		"letters in their order":     {"abcdefghijklmnop", passphrase.Weak, "Sequences"},
		"one letter again and again": {strings.Repeat("a", 60), passphrase.Weak, "Repeats"},
		"a word again and again":     {"tomatotomatotomatotomato", passphrase.Weak, "Repeats"},
		"ten thousand of a piece":    {strings.Repeat("abc", 3334), passphrase.Weak, ""},
		"a birthday":                 {"24.12.1979", passphrase.Weak, "Dates"},
		"a report's name and a year": {"kofi2024", passphrase.Weak, ""},
		"a word and a year":          {"Sommer2024!", passphrase.Weak, ""},
		"two words":                  {"table mountain", passphrase.Weak, ""},
		"four words":                 {"marble ladder tulip comet", passphrase.Strong, ""},
		"five offered words":         {"grumpy tapeless overhead scribe undertow", passphrase.Strong, ""},
		"letters by chance":          {"xq7!vK2p#mZr9", passphrase.Strong, ""},
		"with combining marks":       {"Gr\u00fc\u00dfe aus Zu\u0308rich, ganz spa\u0308t", passphrase.Strong, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := passphrase.Of(c.typed, "Kofi", "Ana")
			whyToo := got.Level == passphrase.Fair || (got.Level == passphrase.Weak) == (got.Why != "")
			if got.Level != c.level || !strings.Contains(got.Why, c.why) || !whyToo {
				t.Errorf("%+v, want %d with %q", got, c.level, c.why)
			}
			if strings.Contains(got.Why, "“") || len(c.typed) > 2 && strings.Contains(got.Why, c.typed) {
				t.Errorf("what is typed behind dots is said: %q", got.Why)
			}
		})
	}
}

func TestAnotherWordMakesItStronger(t *testing.T) {
	typed, before := "", 0.0
	for _, word := range []string{"marble", "1979", "ladder", "qwerty", "tulip", "marble"} {
		typed += word + " "
		got := passphrase.Of(typed).Guesses
		if got <= before {
			t.Errorf("%q takes 10^%.1f guesses, without the last word 10^%.1f", typed, got, before)
		}
		before = got
	}
}

func TestAccentsMayBeMadeInEitherWay(t *testing.T) {
	if !passphrase.Same("Z\u00fcrich", "Zu\u0308rich") || passphrase.Same("Zürich", "Zurich") {
		t.Error("two ways to make an accent")
	}
	if a, b := passphrase.Of("Z\u00fcrich"), passphrase.Of("Zu\u0308rich"); a != b {
		t.Errorf("%+v, %+v", a, b)
	}
}

func TestOnlyAnEmptyOneIsRefused(t *testing.T) {
	for typed, want := range map[string]bool{"": true, "x": false, " ": false, strings.Repeat("y", 10000): false} {
		t.Run(typed[:min(len(typed), 3)], func(t *testing.T) {
			if err := passphrase.Check(typed); errors.As(err, &notes.Invalid{}) != want {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestWordsAreOfferedByChance(t *testing.T) {
	zero, err := passphrase.Offer(bytes.NewReader(make([]byte, 100)), 5)
	if err != nil || zero != "abacus abacus abacus abacus abacus" {
		t.Errorf("%q, %v", zero, err)
	}
	other, err := passphrase.Offer(strings.NewReader("The quick brown fox jumps over the lazy dog"), 5)
	if err != nil || other == zero || len(strings.Fields(other)) != 5 {
		t.Errorf("%q, %v", other, err)
	}
	if got := passphrase.Of(other); got.Level == passphrase.Weak {
		t.Errorf("%q is %+v", other, got)
	}
	if _, err := passphrase.Offer(bytes.NewReader(nil), 5); err == nil {
		t.Error("without random bytes words are offered")
	}
}

// BenchmarkOfWhatIsTyped is for a key of the longest text that is judged: a few milliseconds.
func BenchmarkOfWhatIsTyped(b *testing.B) {
	typed := strings.Repeat("abcab1979 marble ", 6)[:100]
	passphrase.Of(typed)
	b.ResetTimer()
	for range b.N {
		passphrase.Of(typed)
	}
	if per := b.Elapsed() / time.Duration(b.N); per > 50*time.Millisecond {
		b.Errorf("%s a key", per)
	}
}
