package whosecall

// conditionSet is functions by the names that rules.txt has for them.
type conditionSet map[string]func(*reader, fit) bool

// conditions are what rules.txt names after when and unless besides phrases. Those that read what stands behind the verb of
// the clause come after "my act" or another that says there is a verb; those that read the V, G or D of a phrase, after phrases
// that have one.
func conditions() conditionSet {
	all := conditionSet{
		"my act":           (*reader).isMyAct,
		"I act":            func(_ *reader, f fit) bool { return f.c.subject == subjectMe },
		"they act":         func(_ *reader, f fit) bool { return f.c.subject == subjectR },
		"a thing":          (*reader).isOfAThing,
		"who acts is said": func(_ *reader, f fit) bool { return f.c.explicit },
		"negated":          func(_ *reader, f fit) bool { return f.c.negated },
		"done":             func(_ *reader, f fit) bool { return !f.c.negated && f.c.modal == "" },
		"in fact":          (*reader).isInFact,
		"to come":          func(_ *reader, f fit) bool { return f.c.future },
		"no will or wish":  func(_ *reader, f fit) bool { return f.c.modal == "" && !f.c.future },
		"done by now":      (*reader).isDoneByNow,
		"done or to come":  func(r *reader, f fit) bool { return r.isDoneByNow(f) || f.c.future },
		"I would":          func(_ *reader, f fit) bool { return f.c.subject == subjectMe && f.c.modal == "would" },
		"they follow":      (*reader).theyFollow,
		"nothing follows":  func(r *reader, f fit) bool { return r.embedded(f.i) == nil },
		"done to them":     (*reader).isDoneToThem,
		"an object":        func(r *reader, f fit) bool { return r.object(f.c) >= 0 },
	}
	for _, some := range []conditionSet{
		orderConditions(), tellingConditions(), answerConditions(), decisionConditions(), choiceConditions(),
		takingConditions(), workConditions(), reportConditions(), upwardConditions(), guardConditions(),
		statementConditions(), reportedConditions(), proposedConditions(),
	} {
		for name, holds := range some {
			all[name] = holds
		}
	}
	return all
}

func (r *reader) isMyAct(f fit) bool {
	return f.c.subject == subjectMe && f.c.head >= 0 && !f.c.near && !f.c.passive
}

func (r *reader) isOfAThing(f fit) bool {
	return f.c.subject != subjectMe && f.c.subject != subjectR && !f.c.negated && !f.c.near
}

// isInFact reports whether the clause says what is so or must be, not what could be.
func (r *reader) isInFact(f fit) bool {
	return !f.c.negated && (f.c.modal == "" || f.c.modal == "must")
}

func (r *reader) isDoneByNow(f fit) bool { return r.head(f).form&(past|participle) != 0 }

// theyFollow reports whether a clause about the report stands in this one.
func (r *reader) theyFollow(f fit) bool {
	next := r.embedded(f.i)
	return next != nil && next.subject == subjectR
}

// isDoneToThem reports whether the verb is done to the report, "answered her", and does not overrule them.
func (r *reader) isDoneToThem(f fit) bool {
	head := r.head(f)
	return r.toR(f.c) && !head.isOne("overrule", "override", "veto")
}

// toR reports whether the verb is done to the report: "answered her", "will update him".
func (r *reader) toR(c *clause) bool {
	if r.toks[c.head].isOne("get", "have", "come", "give") {
		return false
	}
	at := c.head + 1
	if at < c.to && (r.toks[at].word == "to" || r.toks[at].word == "with") {
		at++
	}
	return r.isR(at, c.to) && !r.mayOwn(at, c.to)
}

// object is where the object of the verb begins, -1 where it has none.
func (r *reader) object(c *clause) int {
	at := c.head + 1
	for at < c.to && (isAdverb(r.toks[at].word) || particles.has(r.toks[at].word)) {
		at++
	}
	if at < c.to && (r.toks[at].word == "to" && r.toks[c.head].isOne("reply", "respond") || r.toks[at].word == "of" && at > c.head+1) {
		at++ // "corrected all of her tables"
	}
	if !r.isObject(at, c.to) {
		return -1
	}
	return at
}

// names reports whether one of the nouns stands near the verb of a clause.
func (r *reader) names(c *clause, nouns *wordSet) bool {
	for at := c.head + 1; at < c.to && at < c.head+7; at++ {
		if nouns.has(r.toks[at].word) {
			return true
		}
	}
	return false
}

// ownsIn reports whether a clause says of something that it is the report's.
func (r *reader) ownsIn(c *clause) bool {
	for at := c.head + 1; at < c.to; at++ {
		if r.sizeOfOwner(at, c.to) > 0 && r.ownsNext(at, c.to) {
			return true
		}
	}
	return false
}

// mayOwn reports whether the pronoun at at says whose the next word is.
func (r *reader) mayOwn(at, limit int) bool {
	return r.toks[at].role&asOwner != 0 && r.ownsNext(at, limit)
}

// ownsNext reports whether a noun follows "her", which may as well be whom something is done to.
func (r *reader) ownsNext(at, limit int) bool {
	if r.toks[at].role&asObject == 0 || r.toks[at].role == nameRole {
		return true
	}
	if at+1 >= limit {
		return false
	}
	next := &r.toks[at+1]
	return !next.mark && next.who == whoNone && !noObject.has(next.word) && !determiners.has(next.word) && !isAdverb(next.word)
}

// isWhen reports whether a date, a time or a number stands at at.
func (r *reader) isWhen(at int) bool {
	w := r.toks[at].word
	return times.has(w) || w[0] >= '0' && w[0] <= '9'
}

// sentenceEnd is the end of the sentence that clause i stands in.
func (r *reader) sentenceEnd(i int) int {
	for j := i + 1; j < len(r.clauses); j++ {
		if r.clauses[j].joint == "^" {
			return r.clauses[j-1].to
		}
	}
	return r.clauses[len(r.clauses)-1].to
}

// sentenceStart is the first clause of the sentence that clause i stands in.
func (r *reader) sentenceStart(i int) int {
	for i > 0 && r.clauses[i].joint != "^" {
		i--
	}
	return i
}

// next is the clause after i, where it goes on with the same sentence.
func (r *reader) next(i int) *clause {
	if i+1 < len(r.clauses) && r.clauses[i+1].joint != "^" {
		return &r.clauses[i+1]
	}
	return nil
}

// embedded is the clause after i, where it stands in it: "told her | she must".
func (r *reader) embedded(i int) *clause {
	if next := r.next(i); next != nil && next.joint == "" {
		return next
	}
	return nil
}

// clauseOf is the clause in which the word at at stands.
func (r *reader) clauseOf(at int) int {
	for i := range r.clauses {
		if at < r.clauses[i].to {
			return i
		}
	}
	return len(r.clauses) - 1
}
