package whosecall

func takingConditions() conditionSet {
	return conditionSet{
		"done or promised":          (*reader).isDoneOrPromised,
		"a project named":           func(r *reader, f fit) bool { return r.names(f.c, projectWords) },
		"they could not":            (*reader).theyCouldNot,
		"takes work":                (*reader).takesWork,
		"then I tell them":          (*reader).thenITellThem,
		"an act or a talk":          func(r *reader, f fit) bool { return r.head(f).has(reaches | does | acts) },
		"a piece of work":           func(r *reader, f fit) bool { return r.head(f).has(does) },
		"a reason follows":          (*reader).reasonFollows,
		"to come or in their place": func(r *reader, f fit) bool { return f.c.future || r.isInsteadOfThem(f) },
		"an act of my own":          (*reader).isActOfMyOwn,
		"the work stands behind":    func(r *reader, f fit) bool { return f.verb > 0 && r.toks[f.verb].has(does|acts) },
	}
}

var (
	insteadOfThem  = phrasesOf("took · instead of them")
	takenOtherwise = phrasesOf("taken otherwise")
	talking        = phrasesOf("talking")
	forThem        = phrasesOf("for them")
	toMyself       = phrasesOf("to myself")
	getBackToThem  = phrasesOf("get back to them")
	theirs         = phrasesOf("theirs")
	unable         = phrasesOf("unable")
	meantTo        = phrasesOf("meant to")
	fetched        = words("fetched")
	ordinaryDoings = words("ordinary doings")
)

// isDoneOrPromised takes "said I would sort it", too: a promise, not a wish.
func (r *reader) isDoneOrPromised(f fit) bool {
	c := f.c
	if c.negated || c.modal == "" {
		return !c.negated
	}
	if c.modal != "would" || f.i == 0 || c.joint != "" {
		return false
	}
	before := &r.clauses[f.i-1]
	return before.subject == subjectMe && before.head >= 0 && !before.negated && !before.near && r.toks[before.head].isOne("say", "tell")
}

func (r *reader) isInsteadOfThem(f fit) bool { return insteadOfThem.within(r, f.c.head+1, f.c.to) }

// theyCouldNot reads "She was struggling with it so I did it": the reason first, then what I took.
func (r *reader) theyCouldNot(f fit) bool {
	if f.i == 0 || f.c.joint != "so" || !f.c.explicit || !r.head(f).has(does|reaches) {
		return false
	}
	before := &r.clauses[f.i-1]
	return r.startsWithR(before) && !before.negated && unable.within(r, before.from, before.to)
}

// reasonFollows reads why I did a piece of work: "Wrote it up because hers was late", "Ran it even though she was the
// lead", "Fed the calves, Ana was slow", "Wrote the paper that Ana should have written".
func (r *reader) reasonFollows(f fit) bool {
	next := r.next(f.i)
	if next == nil || r.head(f).form&(past|participle|ing) == 0 && !f.c.future || !r.hasOthersObject(f.c) {
		return false
	}
	switch next.joint {
	case "because", "since", "though", "although":
		return r.startsWithR(next) || theirs.within(r, next.from, next.to)
	case ",", "–", "—", "(":
		return r.startsWithR(next) && (unable.within(r, next.from, next.to) || next.near && next.modal == "should")
	case "":
		return next.subject == subjectR && (next.near && next.modal == "should" || meantTo.within(r, next.from, next.to))
	}
	return false
}

// hasOthersObject reports whether the verb is done to something that is not the manager.
func (r *reader) hasOthersObject(c *clause) bool {
	at := c.head + 1
	if at >= c.to {
		return false
	}
	switch r.toks[at].word {
	case "up", "out", "off":
		at++
	}
	return r.isObject(at, c.to) && r.toks[at].who != whoMe && r.toks[at].who != whoWe
}

// startsWithR reports whether a clause is about the report or what is theirs.
func (r *reader) startsWithR(c *clause) bool {
	return c.subject == subjectR || r.toks[c.from].who == whoR
}

// isActOfMyOwn is an act that is taken where I did it by myself.
func (r *reader) isActOfMyOwn(f fit) bool {
	c, head := f.c, r.head(f)
	if c.head+2 >= c.to || r.toks[c.head+1].word == "myself" || !c.future && head.form&(past|participle) == 0 {
		return false
	}
	if !(head.has(does|acts) && !head.has(state)) && !head.has(reaches) && !fetched.has(head.lemma()) {
		return false
	}
	return !toMyself.within(r, c.head+1, c.to)
}

// thenITellThem reads "will think about it and get back to her".
func (r *reader) thenITellThem(f fit) bool {
	next := r.next(f.i)
	if next == nil || !getBackToThem.within(r, next.from, next.to) {
		return false
	}
	switch next.joint {
	case "and", "then", ",", "before":
		next.subject = subjectMe
		f.c.through = next.to
		return true
	}
	return false
}

// takesWork takes out the words for taking that take no work: "take that as a yes".
func (r *reader) takesWork(f fit) bool {
	c, head := f.c, r.head(f)
	switch {
	case head.is("take"):
		return !takenOtherwise.within(r, c.head, c.to)
	case head.is("look"):
		return c.future
	case !head.is("do") || talking.within(r, c.head, c.to):
		return true
	case r.toks[c.head+1].who == whoMe:
		return false
	}
	if instead := forThem.within(r, c.head, c.to); instead {
		return true
	}
	return !r.isOrdinaryDoing(c) && (c.future || r.ownsIn(c))
}

// isOrdinaryDoing reads "do better", "did the dishes".
func (r *reader) isOrdinaryDoing(c *clause) bool {
	for _, t := range r.toks[c.head+1 : c.to] {
		if ordinaryDoings.has(t.word) {
			return true
		}
	}
	return false
}
