package whosecall

import "strings"

// unknown is any verb that the table does not have, where the words round it say that it is one: it can be ordered and
// prescribed, but nothing is read into its meaning.
var unknown = &verb{lemma: "…", class: acts}

var (
	noVerbs = words("no verbs")
	modals  = words("modals")
)

// guessVerbs marks words as verbs that can be nothing else where they stand: "told her to bin it", "she must recalibrate".
func guessVerbs(toks []token) {
	for i := range toks {
		t := &toks[i]
		if t.verb != nil || t.mark || t.who != whoNone || t.capital && i > 0 || !isPlainWord(t.word) && !isUsedAsVerb(toks, i) {
			continue
		}
		if want := untyped(t.word); want != "" {
			t.word = want
			t.verb, t.form = verbOf(want)
			continue
		}
		if f := guessed(toks, i); f != 0 {
			t.verb, t.form = unknown, f
		}
	}
}

// guessed is the form of an unknown verb at i, 0 where it need not be one.
func guessed(toks []token, i int) form {
	word := toks[i].word
	before := beforeAdverbs(toks, i)
	switch {
	case strings.HasSuffix(word, "ed") && len(word) > 4:
		return guessedPast(toks, i, before)
	case isGuessedBase(toks, i, before):
		return base
	case strings.HasSuffix(word, "ing") && len(word) > 5 && takesIng(before):
		return ing
	}
	return 0
}

// takesIng reports whether a verb in -ing can follow a word: "stopped", "be".
func takesIng(t *token) bool {
	return t.isOne("stop", "quit", "start", "keep", "end") || t.word == "am" || t.word == "be" || t.word == "up"
}

// tokenBefore is the n-th token before i, a mark before the first one.
func tokenBefore(toks []token, i, n int) *token {
	if i-n < 0 {
		return &token{mark: true}
	}
	return &toks[i-n]
}

// beforeAdverbs is the token before i that is no adverb, within three.
func beforeAdverbs(toks []token, i int) *token {
	before := tokenBefore(toks, i, 1)
	for n := 2; !before.mark && isAdverb(before.word) && n < 4; n++ {
		before = tokenBefore(toks, i, n)
	}
	return before
}

// asksTo reports whether "to" before i stands after a word that asks: "what to", "which one to".
func asksTo(toks []token, i int) bool {
	for n := 2; n <= 4; n++ {
		if askingWords.has(tokenBefore(toks, i, n).word) {
			return true
		}
	}
	return false
}

// isGuessedBase reports whether a word at i that does not end in -ed is a verb in its plain form.
func isGuessedBase(toks []token, i int, before *token) bool {
	second := tokenBefore(toks, i, 2)
	switch {
	case before.word == "to" && (asksTo(toks, i) || second.who == whoR && second.role&asObject != 0):
		return true
	case before.word == "to" || isModal(before.word):
		return startsObject(toks, i+1)
	}
	return before.who == whoR && before.role&asSubject != 0 && before.role&asObject == 0 && second.word == "that" && startsObject(toks, i+1)
}

// guessedPast is the form of a word at i that ends in -ed.
func guessedPast(toks []token, i int, before *token) form {
	acts := before.role&asSubject != 0 && before.role&asObject == 0
	switch {
	case before.word == "to" && asksTo(toks, i):
		return base
	case acts && before.who == whoR && tokenBefore(toks, i, 2).word == "that" && startsObject(toks, i+1):
		return base
	case (before.mark || before.word == "and" || acts) && startsObject(toks, i+1):
		return past
	}
	switch before.word {
	case "have", "has", "had", "been", "was", "were":
		return participle
	}
	return 0
}

// isUsedAsVerb reports whether a noun at i stands where only a verb can: "to page the admins".
func isUsedAsVerb(toks []token, i int) bool {
	if i == 0 || i+1 >= len(toks) || toks[i-1].word != "to" && !isModal(toks[i-1].word) {
		return false
	}
	if !determiners.has(toks[i+1].word) || determiners.has(toks[i].word) {
		return false
	}
	return projectWords.has(toks[i].word) || ownDuties.has(toks[i].word)
}

// isModal reports whether a verb after the word is in its plain form.
func isModal(word string) bool { return modals.has(word) }

// startsObject reports whether an object or a particle begins at i.
func startsObject(toks []token, i int) bool {
	if i >= len(toks) {
		return false
	}
	t := &toks[i]
	switch t.word {
	case "up", "down", "out", "off", "back", "over", "in":
		return true
	}
	return determiners.has(t.word) || t.role&(asObject|asOwner) != 0
}

// isPlainWord reports whether a word is of letters alone and in none of the lists of words that are no verbs.
func isPlainWord(word string) bool {
	if len(word) < 3 || isAdverb(word) || isAux(word) || word == "not" || word == "never" || word == "that" {
		return false
	}
	for i := range len(word) {
		if c := word[i]; c < 'a' || c > 'z' {
			return false
		}
	}
	for _, list := range [...]*wordSet{
		noVerbs, noObject, determiners, fillers, askingWords, joints, projectWords, ownDuties, thirdParties,
	} {
		if list.has(word) {
			return false
		}
	}
	return true
}

var (
	adverbs  = words("adverbs")
	endsInLy = words("ends in ly")
)

func isAdverb(word string) bool {
	return adverbs.has(word) || len(word) > 4 && strings.HasSuffix(word, "ly") && !endsInLy.has(word)
}
