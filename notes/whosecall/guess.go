package whosecall

import "strings"

// unknown is any verb that the table does not have, where the words round it say that it is one: it can be ordered and
// prescribed, but nothing is read into its meaning.
var unknown = &verb{lemma: "…", class: acts}

// never are words that follow "to" or a modal and are no verbs, besides the ones that begin no object.
var notVerbs = words(`you someone somebody anyone anybody people something anything nothing everything work order lunch tea drinks bed school
london paris production staging prod half next last other such more most much many few good bad great new old able sure way ways
lot bit kind part him herself himself themselves date side end top bottom front point`)

// guessVerbs marks words as verbs that can be nothing else where they stand: "told her to bin it", "she must recalibrate".
func guessVerbs(toks []token) {
	for i := range toks {
		t := &toks[i]
		if t.verb != nil || t.mark || t.who != whoNone || t.capital && i > 0 || !plainWord(t.word) && !usedAsVerb(toks, i) {
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
	t := &toks[i]
	before := func(n int) *token {
		if i-n < 0 {
			return &token{mark: true}
		}
		return &toks[i-n]
	}
	prev := before(1)
	for n := 2; !prev.mark && isAdverb(prev.word) && n < 4; n++ {
		prev = before(n)
	}
	ed := strings.HasSuffix(t.word, "ed") && len(t.word) > 4
	switch {
	case prev.word == "to" && (wh.has(before(2).word) || wh.has(before(3).word) || wh.has(before(4).word)):
		return base
	case prev.word == "to" && before(2).who == whoR && before(2).role&asObject != 0 && !ed:
		return base
	case (prev.word == "to" || willing(prev.word)) && !ed && startsObject(toks, i+1):
		return base
	case prev.who == whoR && prev.role&asSubject != 0 && prev.role&asObject == 0 && before(2).word == "that" && startsObject(toks, i+1):
		return base
	case ed && (prev.mark || prev.word == "and" || prev.role&asSubject != 0 && prev.role&asObject == 0) && startsObject(toks, i+1):
		return past
	case ed && (prev.word == "have" || prev.word == "has" || prev.word == "had" || prev.word == "been" || prev.word == "was" || prev.word == "were"):
		return participle
	case strings.HasSuffix(t.word, "ing") && len(t.word) > 5 && (prev.is("stop") || prev.is("quit") || prev.is("start") || prev.is("keep") || prev.is("end") || prev.word == "am" || prev.word == "be"):
		return ing
	}
	return 0
}

// usedAsVerb reports whether a noun at i stands where only a verb can: "to page the admins".
func usedAsVerb(toks []token, i int) bool {
	return i > 0 && i+1 < len(toks) && (toks[i-1].word == "to" || willing(toks[i-1].word)) && determiners.has(toks[i+1].word) && !determiners.has(toks[i].word) &&
		(projectNouns.has(toks[i].word) || ownDuty.has(toks[i].word))
}

func willing(word string) bool {
	switch word {
	case "will", "would", "shall", "should", "must", "can", "could", "may", "might":
		return true
	}
	return false
}

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

// plainWord reports whether a word is of letters alone and in none of the closed classes.
func plainWord(word string) bool {
	if len(word) < 3 || notVerbs.has(word) || noObject.has(word) || determiners.has(word) || fillers.has(word) || isAdverb(word) || wh.has(word) || joints.has(word) ||
		isAux(word) || projectNouns.has(word) || ownDuty.has(word) || thirdParty.has(word) || word == "not" || word == "never" || word == "that" {
		return false
	}
	for i := range len(word) {
		if c := word[i]; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}
