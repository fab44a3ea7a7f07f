package whosecall

func decisionConditions() conditionSet {
	return conditionSet{
		"overruled":                 func(r *reader, f fit) bool { return r.head(f).is("overrule") },
		"a call about the work":     func(r *reader, f fit) bool { return r.isBold(f.verb, f.c.to) },
		"deciding":                  (*reader).isDeciding,
		"it is said what":           (*reader).isSaidWhat,
		"an act or a call":          (*reader).isActOrCall,
		"they wanted otherwise":     (*reader).isAgainstTheirWish,
		"a call they had no say in": (*reader).isCallWithoutThem,
		"our plan follows":          (*reader).ourPlanFollows,
		"work before it":            (*reader).isWorkBefore,
		"a call by its verb":        (*reader).isCallByVerb,
		"they wanted it before":     (*reader).theyWantedBefore,
		"on its own":                func(_ *reader, f fit) bool { return f.c.joint != "" && f.c.joint != "because" },
		"the call stands behind":    func(r *reader, f fit) bool { return f.verb > 0 && r.toks[f.verb].has(decides) },
		"a call or work it is":      (*reader).isDoneByMe,
		"it is to be":               func(_ *reader, f fit) bool { return f.c.future || isMust(f.c.modal) || f.c.modal == "should" },
	}
}

var (
	goWith       = phrasesOf("go with")
	aboutMe      = phrasesOf("about me")
	sayYesOrNo   = phrasesOf("say yes or no")
	dissent      = phrasesOf("dissent")
	wanted       = phrasesOf("wanted")
	wouldHave    = phrasesOf("would have")
	ourPlan      = phrasesOf("our plan")
	decideOn     = phrasesOf("decide on")
	lastWords    = words("last words")
	projectWords = words("project")
)

// isDeciding reports whether the verb is decide, or ends the clause: "I ruled".
func (r *reader) isDeciding(f fit) bool {
	return r.head(f).is("decide") || f.c.head+1 == f.c.to && r.head(f).isOne("determine", "rule")
}

// isSaidWhat reports whether a clause whose verb is decide says what, and that it is not left to the report.
func (r *reader) isSaidWhat(f fit) bool {
	c, next := f.c, r.next(f.i)
	if next != nil && (next.joint == "" || r.toks[next.from].word == "that") && next.head >= 0 && c.head+2 >= c.to {
		return r.decidesThat(c, next)
	}
	if decideOn.fits(r, c.head, c.to) || r.isSaidNext(c, next) {
		return true
	}
	if c.head+1 == c.to && f.i > 0 && c.joint != "^" { // "Kafka or not, I decided"
		before := r.clauses[f.i-1].subject
		return c.explicit && before != subjectMe && before != subjectR
	}
	return r.isObject(c.head+1, c.to) && r.toks[c.head+1].word != "to"
}

// isSaidNext reads "I just decided: cash only", "I have decided, we take the other route", "I'd decided before she spoke".
func (r *reader) isSaidNext(c, next *clause) bool {
	if next == nil || c.head+1 != c.to {
		return false
	}
	switch next.joint {
	case ":", "–", "—":
		return next.subject != subjectR
	case ",":
		return next.subject == subjectWe
	case "before":
		return c.explicit && r.startsWithR(next)
	}
	return false
}

// decidesThat reads "decided that we drop it", "decided she presents".
func (r *reader) decidesThat(c, next *clause) bool {
	if next.subject == subjectMe {
		return next.future && !r.toks[next.head].isOne("retire", "resign", "move") && r.isBold(next.head, next.to)
	}
	if next.modal == "can" || next.modal == "could" || next.modal == "may" || caring.fits(r, next.head, next.to) {
		return false
	}
	if next.subject == subjectR && r.toks[next.head].has(hands) {
		return false
	}
	c.through = next.to
	return true
}

// isBold reports whether the verb at at, as what I decided to do, takes a decision about the work.
func (r *reader) isBold(at, limit int) bool {
	if caring.fits(r, at, limit) || aboutMe.fits(r, at, limit) {
		return false
	}
	t := &r.toks[at]
	return t.has(does|acts|decides) && !t.has(inner) || goWith.fits(r, at, limit)
}

func (r *reader) isActOrCall(f fit) bool {
	head := r.head(f)
	return (head.has(does|acts|decides|hands) || head.is("go")) && !head.has(says)
}

func (r *reader) isCallWithoutThem(f fit) bool {
	head := r.head(f)
	if head.is("say") {
		return sayYesOrNo.fits(r, f.c.head, f.c.to)
	}
	return head.has(does|acts|decides|hands) && !head.is("come")
}

// isAgainstTheirWish reads "Sold the two heifers, Ana wanted to hold on": what I did, and that R would have done otherwise.
func (r *reader) isAgainstTheirWish(f fit) bool {
	head := r.head(f)
	acted := head.has(does | acts | decides)
	if head.has(says) || !acted && !head.is("go") || f.c.head+1 >= f.c.to || r.toR(f.c) {
		return false
	}
	return acted && r.resents(f.i) || r.hadWanted(f.i)
}

// resents reads what follows clause i as the report's dissent: "ana fuming", "she wasn't keen".
func (r *reader) resents(i int) bool {
	if i+1 >= len(r.clauses) {
		return false
	}
	next := &r.clauses[i+1]
	if r.toks[next.from].who != whoR || r.toks[next.from].role&asSubject == 0 || next.joint == "" {
		return false
	}
	return dissent.within(r, next.from, next.to)
}

// hadWanted reads what follows clause i as what the report would have done.
func (r *reader) hadWanted(i int) bool {
	next := r.theirSide(i)
	if next == nil {
		return false
	}
	verb := &r.toks[next.head]
	if verb.isOne("prefer", "favour", "argue", "disagree", "object", "oppose") {
		return true
	}
	if wanted.within(r, next.from, next.to) && !verb.has(says|state) {
		return true
	}
	if next.perfect && !next.near && verb.isOne("plan", "prepare", "book", "order", "promise", "design", "choose", "pick") {
		return r.head(fit{c: &r.clauses[i]}).has(acts | decides)
	}
	return next.near && (next.modal == "" && next.perfect || wouldHave.within(r, next.from, next.to))
}

// theirSide is the clause after clause i where it says what the report did or wished, and not why I acted.
func (r *reader) theirSide(i int) *clause {
	if i+1 >= len(r.clauses) {
		return nil
	}
	next := &r.clauses[i+1]
	switch {
	case next.head < 0 || next.subject != subjectR || next.negated || next.joint == "^" && !next.explicit:
		return nil
	case next.joint == "" || next.joint == "because" || next.joint == "so":
		return nil
	}
	return next
}

// ourPlanFollows reads a decision that R is told of: "told her we're going with the cheaper one".
func (r *reader) ourPlanFollows(f fit) bool {
	next := r.embedded(f.i)
	if next == nil || next.subject != subjectWe || next.head < 0 || next.near {
		return false
	}
	verb := &r.toks[next.head]
	flat := next.modal == "" && verb.form&base != 0
	if !next.future && !flat && next.modal != "would" && next.modal != "should" && next.modal != "must" {
		return false
	}
	if !verb.has(acts|decides|does) || !ourPlan.fits(r, next.head, next.to) {
		return false
	}
	f.c.through = next.to
	return true
}

// isWorkBefore reads "final cut is mine".
func (r *reader) isWorkBefore(f fit) bool {
	w := r.toks[f.at-1].word
	return lastWords.has(w) || projectWords.has(w)
}

// isCallByVerb reports whether what I did is a call by its verb, or makes one: "set the date", "made the choice".
func (r *reader) isCallByVerb(f fit) bool {
	return r.head(f).has(decides) || r.head(f).isOne("set", "plan", "agree", "make", "announce", "change", "move") && f.c.head+1 < f.c.to
}

// theyWantedBefore reads "She wanted the long route, I took the short one".
func (r *reader) theyWantedBefore(f fit) bool {
	if f.i == 0 || !f.c.explicit || f.c.joint != "," && f.c.joint != "but" {
		return false
	}
	before := &r.clauses[f.i-1]
	return before.subject == subjectR && !before.negated && before.head >= 0 &&
		r.toks[before.head].isOne("want", "prefer", "favour", "like", "propose", "suggest", "choose", "pick")
}

// isDoneByMe reads "by me was chosen the floor": the verb is a call, or makes a piece of work.
func (r *reader) isDoneByMe(f fit) bool {
	return f.verb < 0 || r.toks[f.verb].has(decides|does|acts) && !r.toks[f.verb].has(says)
}
