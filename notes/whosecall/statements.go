package whosecall

// statementConditions are of rules that are said as facts, "the meeting must be at nine", and of control.
func statementConditions() conditionSet {
	return conditionSet{
		"they alone act":  func(r *reader, f fit) bool { return r.isTheirsAlone(f.c) },
		"named before":    (*reader).isNamedBefore,
		"of others":       (*reader).isOfOthers,
		"said as a rule":  (*reader).isSaidAsRule,
		"starts the line": func(_ *reader, f fit) bool { return f.i == 0 },
		"I ruled before":  (*reader).ruledBefore,
		"of all of it":    (*reader).isOfAll,
		"a rule of work":  func(r *reader, f fit) bool { return !r.hasState(f) },
		"a rule of things": func(r *reader, f fit) bool {
			return f.c.modal == "" && !ruledOnNews(r, f) && !r.isDoneByDate(f.c, f.at) && f.at > f.c.from && (f.c.head < 0 || f.c.head == f.at)
		},
		"I ruled in it": func(r *reader, f fit) bool {
			return f.c.subject == subjectMe && r.head(f).isOne("say", "tell", "decide", "answer", "want")
		},
		"a thing must":      (*reader).thingMust,
		"a plan that stays": (*reader).isPlanThatStays,
		"past by now":       func(r *reader, f fit) bool { return isOnlyPast(r.head(f)) || f.c.perfect },
		"not that follows":  (*reader).notThatFollows,
		"we say":            (*reader).weSay,
		"not out":           func(r *reader, f fit) bool { return !r.goesOut(f) },
		"no time of my own": func(r *reader, f fit) bool {
			return !r.hasWord(f.c.from, f.c.to, "my", "our") && !r.names(f.c, belongings)
		},
		"no wait of theirs":                (*reader).isNoWait,
		"they have to":                     func(_ *reader, f fit) bool { return isMust(f.c.modal) },
		"they have to or should":           (*reader).theyHaveToOrShould,
		"no more of it":                    (*reader).isNoMoreOfIt,
		"of the work to do":                (*reader).isOfTheWorkToDo,
		"until I have it":                  (*reader).untilIHaveIt,
		"a plain order":                    (*reader).isPlainOrder,
		"it must be so":                    (*reader).mustBeTold,
		"an order stands behind the colon": (*reader).orderBehindColon,
	}
}

var (
	byOthers   = phrasesOf("by others")
	belongings = words("belongings")
	staying    = words("staying")
	days       = words("days")
	ofAll      = words("of all")
	ruledOn    = words("ruled on")
)

// isNamedBefore reports whether only a thing stands before "it is": "the smaller oven it is".
func (r *reader) isNamedBefore(f fit) bool {
	at := f.c.from
	if at == f.at || f.at-at > 6 {
		return false
	}
	for n := at; n < f.at; n++ {
		t := &r.toks[n]
		if t.who != whoNone && t.who != whoOther || askingWords.has(t.word) || isAux(t.word) || t.word == "as" || t.word == "like" ||
			t.word == "whatever" || t.word == "that" || t.word == "think" || t.form&past != 0 && t.form&participle == 0 {
			return false
		}
	}
	return true
}

// isOfOthers reports whether the sentence names somebody else, whose rule it may be, or the law.
func (r *reader) isOfOthers(f fit) bool {
	from, to := r.clauses[r.sentenceStart(f.i)].from, r.sentenceEnd(f.i)
	return byOthers.within(r, from, to) || r.namesThird(from, min(to, f.c.verb()))
}

// namesThird reports whether somebody else acts: "the client", "head office".
func (r *reader) namesThird(from, to int) bool {
	for at := from; at < to; at++ {
		if r.toks[at].who == whoOther {
			return true
		}
	}
	return false
}

// isSaidAsRule takes out what is over, and what the report does by themselves.
func (r *reader) isSaidAsRule(f fit) bool {
	for j := r.sentenceStart(f.i); j < len(r.clauses) && r.clauses[j].from < r.sentenceEnd(f.i); j++ {
		c := &r.clauses[j]
		if c.near || r.isTheirsAlone(c) && c.modal == "" && j <= f.i || r.unreal(j) && j <= f.i {
			return false
		}
		if c.head >= 0 && j <= f.i && (isOnlyPast(&r.toks[c.head]) || c.subject == subjectOther && r.toks[c.head].isOne("say", "tell", "think")) {
			return false
		}
	}
	return !ruledOnNews(r, f)
}

// ruledOnNews reports whether the sentence is of what only happens: "no news before May".
func ruledOnNews(r *reader, f fit) bool {
	for at := f.c.from; at < f.c.to && at < f.c.from+6; at++ {
		if ruledOn.has(r.toks[at].word) {
			return true
		}
	}
	return false
}

// isOnlyPast reports whether a verb tells what is over. The plain form of some is the same: those do not.
func isOnlyPast(t *token) bool {
	switch t.word {
	case "is", "are", "am", "has", "'s":
		return false
	case "was", "were", "had":
		return true
	}
	return t.form&past != 0 && t.form&base == 0
}

// ruledBefore reports whether what stands before ", full stop" is a rule of mine, and not what somebody said or did.
func (r *reader) ruledBefore(f fit) bool {
	for j := f.i - 1; j >= 0; j-- {
		c := &r.clauses[j]
		if r.isTheirsAlone(c) && c.modal == "" || r.quotes(j) || c.near || r.namesThird(c.from, c.verb()) || theirs.within(r, c.from, c.to) {
			return false
		}
		if c.head >= 0 && isOnlyPast(&r.toks[c.head]) && c.subject != subjectMe {
			return false
		}
		if c.joint == "^" {
			return true
		}
	}
	return true
}

// isMust reports whether a modal is one of must.
func isMust(modal string) bool {
	switch modal {
	case "must", "has to", "have to", "is to", "need to":
		return true
	}
	return false
}

// thingMust reads "the trays must be out by six", "it has to be the small room".
func (r *reader) thingMust(f fit) bool {
	c := f.c
	if c.perfect || c.subject == subjectWe || r.hasWord(c.from, c.head, "there", "i", "we", "who", "which") || !isMust(c.modal) {
		return false
	}
	next := c.head + 1
	if next >= c.to {
		return r.head(f).is("go")
	}
	first := r.toks[c.from].word
	if first == "it" || first == "this" || first == "that" {
		if c.modal == "must" || !r.head(f).is("be") || r.isSuperlative(next, c.to) {
			return false
		}
		return determiners.has(r.toks[next].word) || r.toks[next].word == "in" || r.isWhen(next)
	}
	return !r.isDoneByDate(c, next)
}

// isDoneByDate reads "has to be renewed by May", "has to go out in May": what a calendar asks for.
func (r *reader) isDoneByDate(c *clause, at int) bool {
	for n := at; n+1 < c.to; n++ {
		switch r.toks[n].word {
		case "by", "in", "on", "before", "until":
			if days.has(r.toks[n+1].word) || r.toks[n+1].capital {
				return true
			}
		}
	}
	return false
}

// isPlanThatStays reads "the deadline stays", "it stays at two".
func (r *reader) isPlanThatStays(f fit) bool {
	c := f.c
	if isOnlyPast(r.head(f)) || c.modal != "" || c.head == c.from {
		return false
	}
	for at := c.from; at < c.head; at++ {
		w := r.toks[at].word
		if r.saysHowWell(c.head, c.to) {
			return false
		}
		if w == "it" && at == c.from || staying.has(w) || projectWords.has(w) {
			return true
		}
	}
	return false
}

// notThatFollows reads ", not to Holt" after a clause that says how it is.
func (r *reader) notThatFollows(f fit) bool {
	next := r.next(f.i)
	if next == nil || r.toks[next.from].word != "not" || next.to <= next.from+1 {
		return false
	}
	return (next.joint == "," || next.joint == "–" || next.joint == "and") && !r.saysR(next)
}

func (r *reader) saysR(c *clause) bool {
	for at := c.from; at < c.to; at++ {
		if r.toks[at].role&asSubject != 0 && r.toks[at].who == whoR {
			return true
		}
	}
	return false
}

// weSay reads "we take", "we are going with": what is from now on, and neither over nor only possible.
func (r *reader) weSay(f fit) bool {
	c := f.c
	if c.subject != subjectWe || !c.explicit || c.head < 0 || c.near || c.negated || c.passive || c.perfect || c.modal != "" {
		return false
	}
	return r.head(f).form&base != 0 || c.future
}

// goesOut reads "we go with the kids", "we go with Ana".
func (r *reader) goesOut(f fit) bool {
	for at := f.c.head + 1; at < f.c.to; at++ {
		t := &r.toks[at]
		if t.who == whoR || t.who == whoWe || belongings.has(t.word) || goesElsewhere.has(t.word) {
			return true
		}
	}
	return false
}

// isNoWait takes out what the report waits for, which is theirs to hand up, and somebody's own desk.
func (r *reader) isNoWait(f fit) bool {
	return !(f.c.subject == subjectR && f.c.modal == "" && f.c.explicit) && !(f.c.subject == subjectMe && f.c.explicit)
}

// isNoMoreOfIt reads "I no longer check", "I have stopped reading", "she no longer needs".
func (r *reader) isNoMoreOfIt(f fit) bool {
	end := r.sentenceEnd(f.i)
	return r.hasWord(f.c.from, end, "longer", "stopped", "stop", "anymore", "used", "rarely", "fewer")
}

// isOfTheWorkToDo takes out what I want for myself, or for them.
func (r *reader) isOfTheWorkToDo(f fit) bool {
	for at := f.c.head + 1; at < f.c.to; at++ {
		t := &r.toks[at]
		if belongings.has(t.word) || ownDuties.has(t.word) || t.word == "best" || t.word == "for" && at+1 < f.c.to && r.toks[at+1].who == whoR {
			return false
		}
	}
	return !caring.within(r, f.c.head, f.c.to)
}

// isTheirsAlone reports whether the report acts, and not everybody.
func (r *reader) isTheirsAlone(c *clause) bool {
	return c.subject == subjectR && !r.hasWord(c.from, c.to, "everyone", "everybody")
}

func (r *reader) hasWord(from, to int, some ...string) bool {
	for at := from; at < to && at < len(r.toks); at++ {
		for _, w := range some {
			if r.toks[at].word == w {
				return true
			}
		}
	}
	return false
}

// isOfAll reports whether a rule is for all or none, or is no news for another reason: "the till is counted twice".
func (r *reader) isOfAll(f fit) bool {
	end := r.sentenceEnd(f.i)
	for at := f.c.from; at < end; at++ {
		if ofAll.has(r.toks[at].word) {
			return true
		}
	}
	for j := f.i; j < len(r.clauses) && r.clauses[j].from < end; j++ {
		c := &r.clauses[j]
		if c.passive && r.toks[f.at+1].word == "now" || isMust(c.modal) || c.subject == subjectMe && c.explicit {
			return true
		}
		if c.subject == subjectWe && c.head >= 0 && r.toks[c.head].has(does|acts) {
			return true
		}
	}
	return false
}

// hasState reports whether the first verb of a clause is no act: "nobody likes the forms".
func (r *reader) hasState(f fit) bool {
	for at := f.c.from; at < f.c.to; at++ {
		if r.toks[at].verb != nil {
			return r.toks[at].has(state) && !r.toks[at].has(does|acts)
		}
	}
	return false
}

func (r *reader) theyHaveToOrShould(f fit) bool {
	return isMust(f.c.modal) || f.c.modal == "should" || f.c.modal == "ought"
}
