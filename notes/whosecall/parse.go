package whosecall

var (
	inTheirPlace = phrasesOf("took · in their place")
	helping      = words("helping verbs")
)

// parse finds subject and verb of a clause.
func (r *reader) parse(i int) {
	c := &r.clauses[i]
	at := r.pastFillers(c)
	c.negated = c.negated || r.opensDenied(c, at)
	if to := r.plansFor(c, at); to > 0 {
		c.subject, c.explicit, c.future = subjectMe, true, true
		r.group(c, to)
		return
	}
	if r.opensIng(c, at) {
		c.subject, c.future, c.head = subjectMe, true, at
		return
	}
	r.findActor(i, at)
}

// findActor reads a clause from at on, up to its first verb: who acts is who is said last before it.
func (r *reader) findActor(i, at int) {
	c := &r.clauses[i]
	lead := at < c.to && noObject.has(r.toks[at].word) && r.toks[at].word != "to" // "in the end told her"
	seen, noun := subjectNone, false
	for ; at < c.to; at++ {
		t := &r.toks[at]
		switch who := r.actor(at); {
		case who != subjectNone:
			seen, c.explicit = who, true
		case seen == subjectNone && !noun && r.goesOn(i, t):
			c.subject, c.future = r.clauses[i-1].subject, true
			r.group(c, at)
			return
		case r.isFirstVerb(at, seen, noun):
			r.startVerb(i, at, seen, noun && !lead)
			return
		case !c.colour(t.word):
			noun = noun || seen == subjectNone
			continue
		}
		if seen == subjectMe && noun && r.isJoined(c, at) {
			seen = subjectWe
		}
	}
	c.subject = subjectNone
}

// isFirstVerb reports whether the word at at is the first verb of its clause.
func (r *reader) isFirstVerb(at int, seen subject, noun bool) bool {
	return beginsVerb(&r.toks[at], seen, noun) && !r.isNoVerb(at)
}

// isNoVerb reports whether the words beside at make a noun of it: "the labels must be", the 's of "Ana's report should be".
func (r *reader) isNoVerb(at int) bool {
	if t := &r.toks[at]; t.form != third || isAux(t.word) {
		return at > 0 && t.word == "'s" && r.owns(at-1)
	}
	if at == 0 {
		return at+1 < len(r.toks) && isAux(r.toks[at+1].word)
	}
	switch r.toks[at-1].word {
	case "the", "all", "both", "these", "those", "some", "my", "our", "no":
		return true
	}
	before := &r.toks[at-1]
	return before.word == "'s" || before.who == whoR && before.role == asOwner || at+1 < len(r.toks) && isAux(r.toks[at+1].word)
}

// startVerb reads a clause from its first verb at at on. Where nobody who acts was seen, a noun before the verb acts.
func (r *reader) startVerb(i, at int, seen subject, noun bool) {
	c := &r.clauses[i]
	if c.subject = seen; seen == subjectNone && noun {
		c.subject, c.explicit = subjectOther, true
	}
	r.inherit(i)
	r.group(c, at)
}

// isJoined reads the "and" before me: "the vendor and I".
func (r *reader) isJoined(c *clause, at int) bool { return at > c.from && r.toks[at-1].word == "and" }

// pastFillers is where a clause begins after words that say nothing.
func (r *reader) pastFillers(c *clause) int {
	at := c.from
	for at < c.to && (fillers.has(r.toks[at].word) || isAdverb(r.toks[at].word)) && r.toks[at].word != "next" && r.toks[at].word != "second" {
		c.near = c.near || isNear(r.toks[at].word)
		at++
	}
	return at
}

// opensDenied reports whether a clause begins with what was not done: "to …", "without …", "not …".
func (r *reader) opensDenied(c *clause, at int) bool {
	if at >= c.to {
		return false
	}
	switch r.toks[at].word {
	case "to", "without", "instead":
		return true
	case "not":
		return c.joint == "^"
	}
	return false
}

// actor is who acts, where the word at at says it.
func (r *reader) actor(at int) subject {
	t := &r.toks[at]
	switch {
	case t.role&asSubject == 0:
	case t.who == whoMe:
		return subjectMe
	case t.who == whoWe:
		return subjectWe
	case t.who == whoR && !r.owns(at):
		return subjectR
	}
	return subjectNone
}

// colour takes in a word before the verb that says how: an adverb, a negation. Of another word it is false.
func (c *clause) colour(word string) bool {
	denies := word == "not" || word == "never"
	c.negated = c.negated || denies
	c.near = c.near || isNear(word)
	return denies || isAdverb(word)
}

// plansFor reads the note-taker's "me to chase the printer" and "let me chase it"; it is where the verb stands, else 0.
func (r *reader) plansFor(c *clause, at int) int {
	if at+2 >= c.to {
		return 0
	}
	first, second := r.toks[at].word, r.toks[at+1].word
	if first == "let" && second == "me" || c.joint == "^" && first == "me" && second == "to" && r.toks[at+2].form&base != 0 {
		return at + 2
	}
	return 0
}

// opensIng reads "Telling her to stop", "Taking the rollout off her": an I'm left out, where the report is the object and
// no other verb makes a subject of it.
func (r *reader) opensIng(c *clause, at int) bool {
	if at+1 >= c.to || r.toks[at].form&ing == 0 || r.toks[at].word == "going" && r.toks[at+1].word == "to" {
		return false
	}
	if c.joint != "^" || c.negated && !r.toks[at].is("let") {
		return false
	}
	if inTheirPlace.within(r, at+1, c.to) {
		return true
	}
	toR := r.isR(at+1, c.to) && !r.mayOwn(at+1, c.to)
	for n := at + 1; n < c.to; n++ {
		if r.isOtherVerb(n, n > at+1) {
			return false
		}
		toR = toR || r.toks[n].word == "myself" || n > at+2 && r.isTakenFromR(n)
	}
	return toR
}

// isOtherVerb reports whether the word at n is a verb that could make a subject of the words before it.
func (r *reader) isOtherVerb(n int, behind bool) bool {
	t := &r.toks[n]
	if isAux(t.word) && t.word != "do" && t.word != "have" {
		return true
	}
	return behind && t.verb != nil && t.form&(past|third) != 0 && t.form&(base|participle) == 0
}

// isTakenFromR reads "off her", "from her", "for her" that ends at n.
func (r *reader) isTakenFromR(n int) bool {
	if r.toks[n].who != whoR || r.toks[n].role&asObject == 0 {
		return false
	}
	switch r.toks[n-1].word {
	case "off", "from", "for":
		return true
	}
	return false
}

// goesOn reports whether a clause without a subject goes on with the will of the one before it: "I'll review and merge it".
func (r *reader) goesOn(i int, t *token) bool {
	c := &r.clauses[i]
	if t.form&base == 0 || i == 0 || c.joint != "and" && c.joint != "or" && c.joint != "," && c.joint != "then" {
		return false
	}
	before := &r.clauses[i-1]
	return before.future && before.head >= 0 && before.modal == "" && !before.negated && r.toks[before.head].form&base != 0
}

// beginsVerb reports whether a word is the first verb of a clause, after its subject or without one.
func beginsVerb(t *token, seen subject, noun bool) bool {
	if !finite(t) {
		return false
	}
	if seen != subjectNone || t.form&past != 0 || isAux(t.word) {
		return true
	}
	if noun {
		return t.form&third != 0
	}
	return opensPlain(t)
}

// opensPlain are the verbs that notes begin with in their plain form: "need her to", "want him to".
func opensPlain(t *token) bool {
	if t.form == third && (t.has(says) || t.is("need")) {
		return true
	}
	return t.word == "going" || t.form&base != 0 && t.isOne("need", "want", "expect", "leave", "have")
}

func isNear(word string) bool { return word == "almost" || word == "nearly" }

// owns reports whether the name at at only says whose something is: "Ana's draft".
func (r *reader) owns(at int) bool {
	if at+1 >= len(r.toks) || r.toks[at+1].word != "'s" {
		return false
	}
	if at+2 >= len(r.toks) {
		return true
	}
	next := &r.toks[at+2]
	switch next.word {
	case "blocked", "been", "stuck", "not", "to":
		return false
	}
	return next.form&ing == 0
}

// finite reports whether a word can be the first verb of a clause.
func finite(t *token) bool {
	if isAux(t.word) || t.verb != nil && t.form&(base|past|third) != 0 {
		return true
	}
	return t.form == ing && t.word == "going" || t.form == participle && t.is("do")
}

func isAux(word string) bool { return helping.has(word) }
