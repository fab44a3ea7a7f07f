package whosecall

import "strings"

var howWell = words("how well")

// reportedConditions are of verdicts as they were told, and of other orders of words.
func reportedConditions() conditionSet {
	return conditionSet{
		"a call or work follows": (*reader).isCallOrWorkNext,
		"no superlative":         (*reader).isNoSuperlative,
		"they may":               func(_ *reader, f fit) bool { return f.c.modal == "may" || f.c.modal == "can" || f.c.modal == "could" },
		"an order is quoted": func(r *reader, f fit) bool {
			return r.toks[f.end-1].has(does|acts) && !r.toks[f.end-1].has(hands|cares|soft)
		},
		"it is no praise":       (*reader).isNoPraise,
		"a name is said":        (*reader).isNameSaid,
		"not they":              (*reader).notThey,
		"before they had":       (*reader).beforeTheyHad,
		"what it is":            (*reader).isWhatItIs,
		"they get or are on it": (*reader).theyGetOrAreOn,
		"a thing stands before": (*reader).isThingBefore,
		"theirs before":         (*reader).isTheirsBefore,
		"their way to do it":    (*reader).isTheirWay,
	}
}

// isPlainOrder reports whether what I said is an order in its plain form: "said take the cheaper one", "said not to bother".
func (r *reader) isPlainOrder(f fit) bool {
	at := f.verb
	if at < 0 {
		return true
	}
	if at = r.pastDoNot(at, f.c.to); r.hasWord(at, f.c.to, "you", "your") || !r.isOrdered(at, f.c.to) {
		return false
	}
	if r.toks[at-1].word == "to" || r.toks[f.at+1].word == "not" {
		return true
	}
	return r.isUnfinished(at, f.c.to)
}

// pastDoNot is where an order's verb stands that begins at at: "don't bother".
func (r *reader) pastDoNot(at, limit int) int {
	if at+2 < limit && r.toks[at].is("do") && r.toks[at+1].word == "not" {
		return at + 2
	}
	return at
}

// isOrdered reports whether the verb at at, in its plain form, orders work.
func (r *reader) isOrdered(at, limit int) bool {
	t := &r.toks[at]
	if t.form&base == 0 || !r.isWork(at, limit, 0) || t.is("let") && r.hasWord(at+1, at+2, "us") || t.is("thank") {
		return false
	}
	return t.has(does|acts|decides) || t.isOne("forget", "bother", "get", "stop", "let", "wait")
}

// isUnfinished reports whether nothing behind the verb at at makes a noun of it: "said plan B is fine".
func (r *reader) isUnfinished(at, limit int) bool {
	for n := at + 1; n < limit; n++ {
		w := &r.toks[n]
		finite := w.who == whoNone && w.form&third != 0 && w.form&base == 0 && !projectWords.has(w.word)
		if isAux(w.word) && w.word != "do" || finite {
			return n > at+3
		}
	}
	return true
}

// orderBehindColon reads "Wrote back: use the old template".
func (r *reader) orderBehindColon(f fit) bool {
	next := r.next(f.i)
	if next == nil || !r.quotesMe(f.c, next.joint) {
		return false
	}
	at := next.from
	for at < next.to && (isAdverb(r.toks[at].word) || fillers.has(r.toks[at].word)) {
		at++
	}
	if at = r.pastDoNot(at, next.to); at >= next.to || !r.isOrdered(at, next.to) || leftToThem.within(r, at, next.to) {
		return false
	}
	f.c.through = next.to
	return true
}

// mustBeTold takes out what is told of a plan or the law: "told her that the lift is to be repaired".
func (r *reader) mustBeTold(f fit) bool {
	if byFact.within(r, f.c.head, f.c.to) {
		return false
	}
	for at := f.at + 1; at+1 < f.end+2 && at+1 < f.c.to; at++ {
		switch r.toks[at].word {
		case "must":
			return r.toks[at+1].word != "have"
		case "has", "have", "need", "needs", "is", "are":
			if r.toks[at+1].word == "to" {
				return true
			}
		}
	}
	return false
}

// untilIHaveIt reads "said not | before I've looked".
func (r *reader) untilIHaveIt(f fit) bool {
	next := r.next(f.i)
	if next == nil || !r.hasWord(f.c.head, f.c.to, "not") {
		return false
	}
	return next.joint == "before" || next.joint == "until" || next.joint == "unless"
}

// isWhatItIs takes out what I said of a thing, "said the first one was great", and not which one it is.
func (r *reader) isWhatItIs(f fit) bool {
	for at := f.end; at < f.c.to; at++ {
		if t := &r.toks[at]; isAux(t.word) || t.who == whoMe {
			return false
		}
	}
	return true
}

// theyGetOrAreOn reads "told her she gets the small room", "she's on lates", "he takes the early one".
func (r *reader) theyGetOrAreOn(f fit) bool {
	next := r.embedded(f.i)
	if next == nil || next.head < 0 || next.head+1 >= next.to || next.negated || next.modal != "" || !r.namesR(f.c) {
		return false
	}
	verb, behind := &r.toks[next.head], &r.toks[next.head+1]
	if verb.word == "is" || verb.word == "are" {
		return offOrOn.has(behind.word) && behind.word != "back" && next.head+2 < next.to
	}
	if verb.form&(third|base) == 0 || !isToldTo(verb) || r.saysHowWell(next.head, next.to) || !r.isWhatTheyGet(verb, behind) {
		return false
	}
	f.c.through = next.to
	return true
}

// isToldTo reports whether telling them that they do it tells them to: "told her she writes it".
func isToldTo(verb *token) bool {
	if verb.isOne("get", "take", "do", "start", "move", "go", "stay", "keep") {
		return true
	}
	return verb.has(does|acts) && !verb.has(hands|state) && !verb.is("run")
}

// isWhatTheyGet reports whether the word behind such a verb begins what it is done with.
func (r *reader) isWhatTheyGet(verb, behind *token) bool {
	switch behind.word {
	case "to", "on", "with":
		return true
	}
	return determiners.has(behind.word) && (!verb.is("do") || behind.word == "the")
}

// isThingBefore reports whether only a thing stands before a clause that says what I did with it: "the floor I chose".
func (r *reader) isThingBefore(f fit) bool {
	if f.i == 0 || f.c.joint != "" || !r.head(f).has(decides|does) && !r.head(f).isOne("set", "settle", "take", "sign") {
		return false
	}
	before := &r.clauses[f.i-1]
	if before.head >= 0 || before.joint != "^" || before.to-before.from < 2 || r.sentenceEnd(f.i) != f.c.to {
		return false
	}
	first := &r.toks[before.from]
	return (determiners.has(first.word) || first.who == whoR || first.word == "which") && !noObject.has(r.toks[before.to-1].word)
}

// isTheirsBefore reads "Ana's tender - I finished it".
func (r *reader) isTheirsBefore(f fit) bool {
	if f.i == 0 || f.c.joint == "" || f.c.joint == "^" {
		return false
	}
	before := &r.clauses[f.i-1]
	return before.head < 0 && r.sizeOfOwner(before.from, before.to) > 0 && r.ownsNext(before.from, before.to)
}

// isTheirWay takes out what they have to do whatever I say: on a date, at a place, by law.
func (r *reader) isTheirWay(f fit) bool {
	if byFact.within(r, f.c.head, r.sentenceEnd(f.i)) || caring.fits(r, f.c.head, f.c.to) || r.asksFirst(f.c) {
		return false
	}
	for at := f.c.head + 1; at+1 < f.c.to; at++ {
		if w := r.toks[at].word; (w == "on" || w == "in" || w == "at" || w == "from") && r.isWhen(at+1) {
			return false
		}
	}
	return f.i == 0 || f.c.joint != "" || r.isMyVerdict(f)
}

// quotesMe reports whether what follows a clause after a mark is what I said in it.
func (r *reader) quotesMe(c *clause, joint string) bool {
	switch joint {
	case ":", "–":
		return true
	case ",":
		return r.endsTelling(c)
	}
	return false
}

// endsTelling reads "I said," and "told Ana straight out," before an order.
func (r *reader) endsTelling(c *clause) bool {
	for at := c.head + 1; at < c.to; at++ {
		if t := &r.toks[at]; t.who != whoR && !saidFlatly(t.word) && !isAdverb(t.word) && t.word != "to" && t.word != "back" {
			return false
		}
	}
	return true
}

// isNoPraise takes out how things go: "told her the fair goes well".
func (r *reader) isNoPraise(f fit) bool {
	return !r.saysHowWell(f.c.head, f.c.to) && !caring.within(r, f.c.head+1, f.c.to)
}

// isNameSaid reads "I said Okapi": a name with a capital, and nothing else.
func (r *reader) isNameSaid(f fit) bool {
	t := &r.toks[f.end-1]
	return t.capital && t.who != whoMe && t.who != whoR && f.end-1 > f.c.from && t.verb == nil && f.end-f.c.head <= 3
}

// notThey reads "I called the family, not Ana".
func (r *reader) notThey(f fit) bool {
	next := r.next(f.i)
	return next != nil && next.joint == "," && next.to == next.from+2 && r.toks[next.from].word == "not" && r.toks[next.from+1].who == whoR
}

// beforeTheyHad reads "Handed in the form before Ana had read it".
func (r *reader) beforeTheyHad(f fit) bool {
	next := r.next(f.i)
	if next == nil || next.joint != "before" || next.subject != subjectR || r.head(f).isOne("leave", "go", "come", "read", "see") {
		return false
	}
	return next.perfect || next.modal == "could"
}

// saysHowWell reports whether words say how good something is.
func (r *reader) saysHowWell(from, to int) bool {
	for at := from; at < to; at++ {
		if howWell.has(r.toks[at].word) {
			return true
		}
	}
	return false
}

// isCallOrWorkNext reads "it was me who chose it".
func (r *reader) isCallOrWorkNext(f fit) bool {
	for at := f.end; at < f.c.to && at < f.end+4; at++ {
		if t := &r.toks[at]; t.form != 0 && t.form != ing && t.has(decides|does) {
			return true
		}
	}
	return false
}

// isNoSuperlative takes out "the wettest May ever", "the last market".
func (r *reader) isNoSuperlative(f fit) bool { return !r.isSuperlative(f.c.head, f.c.to) }

func (r *reader) isSuperlative(from, to int) bool {
	for at := max(from, 0); at < to; at++ {
		w := r.toks[at].word
		if len(w) > 5 && strings.HasSuffix(w, "est") || w == "last" || w == "first" || w == "best" || w == "worst" || w == "same" {
			return true
		}
	}
	return false
}
