package passphrase

import (
	_ "embed" // the lists
	"slices"
	"strings"
	"sync"
)

//go:embed words/eff_large.list
var effLarge string

//go:embed words/passwords.list
var passwords string

//go:embed words/words.list
var english string

// known are the lists, by word: where it stands.
type known struct {
	eff       []string
	passwords map[string]int
	words     map[string]int
}

// lists reads the lists when they are first asked for.
var lists = sync.OnceValue(func() known {
	k := known{eff: strings.Fields(effLarge), passwords: ranked(passwords), words: ranked(english)}
	for _, w := range k.eff {
		if at, ok := k.words[w]; !ok || at > len(k.eff) {
			k.words[w] = len(k.eff)
		}
	}
	return k
})

func ranked(list string) map[string]int {
	ranks := map[string]int{}
	for i, w := range strings.Fields(list) {
		if _, is := ranks[w]; !is {
			ranks[w] = i + 1
		}
	}
	return ranks
}

// leastOfWord is what a common English word counts for at least: who strings words together does not take the commonest.
const leastOfWord = 1000

// rank is how many guesses a word takes, 0 where it is in no list, and why that is few; own are words that are tried first.
func (k known) rank(word string, own []string) (int, func() string) {
	if slices.ContainsFunc(own, func(o string) bool { return strings.EqualFold(o, word) }) {
		return 50, whyName
	}
	if at := k.passwords[word]; at > 0 && (k.words[word] == 0 || at < 500) {
		return at + 1, whyPassword
	}
	if at := k.words[word]; at > 0 {
		return max(at, leastOfWord), nil
	}
	return 0, nil
}
