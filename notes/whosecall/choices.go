package whosecall

func choiceConditions() conditionSet {
	return conditionSet{
		"worth setting":        (*reader).isWorthSetting,
		"of the work":          func(r *reader, f fit) bool { return r.isDetermined(f.c.head+1, f.c.to) || r.ownsIn(f.c) },
		"went otherwise":       (*reader).wentOtherwise,
		"turned otherwise":     (*reader).turnedOtherwise,
		"turned down for good": (*reader).isTurnedDown,
		"to a day or a number": (*reader).isToADay,
		"done or about to be":  func(r *reader, f fit) bool { return r.isDoneByNow(f) || f.c.future && altered.has(r.head(f).lemma()) },
		"a project's":          (*reader).isAProjects,
	}
}

var (
	setWords      = words("set by a decision")
	goesElsewhere = words("goes elsewhere")
	altered       = words("altered")
	reworked      = words("reworked")
	talks         = words("talks")
	thisTalk      = phrasesOf("this talk")
	notTheWork    = phrasesOf("not the work")
)

// isWorthSetting takes out what is set, locked or nailed that is no decision: "set the alarm".
func (r *reader) isWorthSetting(f fit) bool {
	return !r.head(f).isOne("set", "lock", "nail") || r.names(f.c, setWords) || r.names(f.c, projectWords)
}

func (r *reader) isDetermined(at, limit int) bool {
	return at < limit && determiners.has(r.toks[at].word)
}

// behind is the n-th word behind the verb, "" where the clause has ended.
func (r *reader) behind(c *clause, n int) string {
	if c.head+n < c.to {
		return r.toks[c.head+n].word
	}
	return ""
}

// wentOtherwise reads "went with her", "went for lunch", "go with the flow".
func (r *reader) wentOtherwise(f fit) bool {
	c := f.c
	if r.head(f).form&base != 0 && !c.future || r.behind(c, 1) == "for" && !r.names(c, projectWords) {
		return true
	}
	second := r.behind(c, 2)
	if goesElsewhere.has(second) || (second == "the" || second == "a") && goesElsewhere.has(r.behind(c, 3)) {
		return true
	}
	return c.head+2 < c.to && r.toks[c.head+2].who == whoR && r.toks[c.head+2].role&asOwner == 0
}

// turnedOtherwise reads "turned on …", "turned out well", "pushed back on it".
func (r *reader) turnedOtherwise(f fit) bool {
	first, second := r.behind(f.c, 1), r.behind(f.c, 2)
	switch {
	case first == "on":
		return true
	case r.head(f).is("turn"):
		return first == "out"
	case r.head(f).is("push") && first == "back":
		return second == "on" || second == "a" || second == "against"
	}
	return false
}

// isTurnedDown reports whether it is something of the work that is turned down, called off or put back, where the verb
// does not say so by itself.
func (r *reader) isTurnedDown(f fit) bool {
	return r.head(f).isOne("rule", "turn", "shut", "shoot", "push") || r.names(f.c, projectWords) || r.ownsIn(f.c)
}

// isAProjects reports whether what is moved, dropped or cut is a project's, and not the manager's own.
func (r *reader) isAProjects(f fit) bool {
	c, head, next := f.c, r.head(f), &r.toks[f.c.head+1]
	if next.who == whoMe || next.who == whoWe || r.toR(c) || thisTalk.within(r, c.head, c.to) {
		return false
	}
	switch {
	case head.is("fix") && !(r.names(c, setWords) && (determiners.has(next.word) || next.who == whoR)):
		return false
	case head.is("close") && !r.ownsIn(c):
		return false
	}
	switch next.word {
	case "a", "an", "up", "some":
		return false
	}
	return r.names(c, projectWords) || reworked.has(head.lemma()) && r.ownsIn(c) && !notTheWork.within(r, c.head, c.to)
}

// isToADay reads "changed breakfast to 6.30": something moved to a time, a date, a number or a name.
func (r *reader) isToADay(f fit) bool {
	c := f.c
	if c.head+1 >= c.to {
		return false
	}
	next := &r.toks[c.head+1]
	if next.who == whoMe || next.who == whoWe || next.role == asObject || next.role == nameRole && !r.owns(c.head+1) || talks.has(next.word) {
		return false
	}
	for at := c.head + 2; at+1 < c.to && at < c.head+8; at++ {
		if talks.has(r.toks[at].word) {
			return false
		}
		if r.leadsToANumber(c, at) && (r.isWhen(at+1) || r.isTheDay(at+1, c.to)) {
			return true
		}
	}
	return false
}

// leadsToANumber reports whether the word at at says to what something is moved: "to", "until", "up by".
func (r *reader) leadsToANumber(c *clause, at int) bool {
	switch r.toks[at].word {
	case "to", "until", "from":
		return true
	case "on", "at":
		return r.toks[c.head].isOne("put", "fix", "set")
	case "by":
		before := r.toks[at-1].word
		return before == "up" || before == "down" || r.toks[c.head].isOne("raise", "cut", "lower")
	}
	return false
}

// isTheDay reads "the 12th".
func (r *reader) isTheDay(at, limit int) bool {
	return r.toks[at].word == "the" && at+1 < limit && r.isWhen(at+1)
}
