// Package passphrase judges a passphrase while it is typed, and offers one of random words. It knows nothing of keys.
package passphrase

import (
	"crypto/rand"
	"fmt"
	"io"
	"math"
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"handback/notes"
	"handback/notes/voice"
)

// Level is how long a passphrase would stand.
type Level int

// The levels, by how many guesses somebody would need who has the disk and knows how people choose.
const (
	Empty  Level = iota
	Weak         // within hours
	Fair         // it would take months and money
	Strong       // more than anybody will spend
)

// The key file costs about a second of one processor and 256 MB for each guess; what a wealthy thief rents makes ten
// thousand a second.
const (
	fairFrom   = 9.5 // log10 of guesses: some days
	strongFrom = 13  // thirty years
)

// Strength is how good a passphrase is.
type Strength struct {
	Level Level
	// Guesses is log10 of how many guesses it takes, in the order in which people choose.
	Guesses float64
	// Why is what makes it weak, a sentence; "" where nothing does. It quotes nothing: it stands beside a field that shows dots.
	Why string
}

// String is the level in a word.
func (l Level) String() string {
	switch l {
	case Weak:
		return voice.T("Easy to guess")
	case Fair:
		return voice.T("Could be better")
	case Strong:
		return voice.T("Hard to guess")
	}
	return ""
}

// Check returns Invalid where a passphrase can't be taken. A weak one can.
func Check(typed string) error {
	if typed == "" {
		return notes.Invalid{Field: voice.T("Passphrase"), Why: voice.T("Type a passphrase.")}
	}
	return nil
}

// Same reports whether two passphrases are the same one, however their accents are made.
func Same(a, b string) bool { return norm.NFC.String(a) == norm.NFC.String(b) }

// mostRead is how many letters are judged: what follows makes no passphrase weaker.
const mostRead = 100

// Of judges a passphrase. Own are words that somebody who knows the manager would try first, such as names.
func Of(typed string, own ...string) Strength {
	read := []rune(norm.NFC.String(typed))
	if len(read) == 0 {
		return Strength{}
	}
	if len(read) > mostRead {
		read = read[:mostRead]
	}
	guesses, why := estimate(read, own)
	s := Strength{Level: Weak, Guesses: guesses}
	switch {
	case guesses >= strongFrom:
		s.Level = Strong
	case guesses >= fairFrom:
		s.Level = Fair
	}
	if s.Level != Strong {
		s.Why = why
	}
	return s
}

// WordsOffered is how many words a passphrase that is offered has: 64 bits.
const WordsOffered = 5

// Offer makes a passphrase of so many random words, from random bytes.
func Offer(random io.Reader, words int) (string, error) {
	list := lists().eff
	chosen := make([]string, words)
	for i := range chosen {
		n, err := rand.Int(random, big.NewInt(int64(len(list))))
		if err != nil {
			return "", fmt.Errorf("choose a word: %w", err)
		}
		chosen[i] = list[n.Int64()]
	}
	return strings.Join(chosen, " "), nil
}

// estimate is the fewest guesses by which the text is made of parts that somebody would try, and what makes it weak.
func estimate(read []rune, own []string) (guesses float64, why string) {
	found := parts(read, own)
	best := make([]float64, len(read)+1) // of what ends there
	by := make([]part, len(read)+1)
	for end := 1; end <= len(read); end++ {
		best[end] = math.Inf(1)
		for _, p := range found[end] {
			if g := best[p.start] + p.guesses; g < best[end] {
				best[end], by[end] = g, p
			}
		}
	}
	for end := len(read); end > 0; end = by[end].start {
		if by[end].why != nil {
			why = by[end].why()
		}
	}
	if why == "" {
		why = voice.T("It's short. Four or more words that don't belong together are easy to remember and hard to guess.")
	}
	return best[len(read)], why
}

// single is the guesses for one letter that is part of nothing known.
func single(r rune) float64 {
	switch {
	case strings.ContainsRune(" -_.,", r):
		return math.Log10(2) // what stands between words
	case unicode.IsDigit(r):
		return 1
	case r < utf8.RuneSelf && unicode.IsLetter(r):
		return math.Log10(12) // letters of words in any language follow each other in habits
	}
	return math.Log10(20)
}
