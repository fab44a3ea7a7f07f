package whosecall

// reportConditions are of the rule prescribed.
func reportConditions() conditionSet {
	return conditionSet{
		"they should":  (*reader).theyShould,
		"a plain fact": (*reader).isPlainFact,
		"my verdict":   (*reader).isMyVerdict,

		"theirs must be":           (*reader).theirsMustBe,
		"they must without a verb": (*reader).mustWithoutVerb,
		"work behind":              func(r *reader, f fit) bool { return f.verb > 0 && r.isWork(f.verb, f.c.to, state) },
	}
}

var (
	ratherThan  = phrasesOf("rather than")
	byFact      = phrasesOf("by fact")
	asItHappens = words("as it happens")
)

// theyShould reads "she should drop it", "needs to cut it", of work.
func (r *reader) theyShould(f fit) bool {
	c := f.c
	if c.subject != subjectR || !c.explicit && !c.dropped || c.head < 0 || c.perfect || c.passive || c.near {
		return false
	}
	switch c.modal {
	case "should", "must", "ought":
	case "need to", "has to", "have to", "better", "is to":
		if c.negated {
			return false
		}
	default:
		return false
	}
	head := r.head(f)
	return head.has(does|acts) && (!head.has(hands) || head.isOne("drive", "own"))
}

// isPlainFact takes out what has to be whatever I say: what is about everybody, a plan, the law, the train.
func (r *reader) isPlainFact(f fit) bool {
	c, head := f.c, r.head(f)
	switch first := r.toks[c.from].word; {
	case first == "everyone" || first == "everybody":
		return true
	case asItHappens.has(head.lemma()) && !goWith.fits(r, c.head, c.to):
		return true
	}
	end := r.sentenceEnd(f.i)
	if c.future && c.modal == "should" && !c.negated && r.object(c) < 0 && !ratherThan.within(r, c.head, end) {
		return true
	}
	return caring.fits(r, c.head, c.to) || handsOver.fits(r, c.head, c.to) || byFact.within(r, c.head, end)
}

// isMyVerdict takes out what I saw, asked or doubted: "I wonder if she should drop it".
func (r *reader) isMyVerdict(f fit) bool {
	if f.i == 0 || f.c.joint != "" {
		return true
	}
	before := &r.clauses[f.i-1]
	if before.subject != subjectMe || before.head < 0 {
		return true
	}
	if r.toks[before.head].isOne("see", "ask", "hear", "read", "understand", "wonder", "agree", "doubt") {
		return false
	}
	f.c.thinks = true
	return true
}

// theirsMustBe reads "Ana's report should be two pages": what of theirs has to be so.
func (r *reader) theirsMustBe(f fit) bool {
	c := f.c
	if c.head < 0 || c.subject == subjectMe || c.subject == subjectWe || c.perfect || c.near || c.future {
		return false
	}
	if !isShould(c.modal) && c.modal != "have to" && c.modal != "is to" || r.sizeOfOwner(c.from, c.to) == 0 {
		return false
	}
	return !byFact.within(r, c.from, c.to)
}

// mustWithoutVerb reports whether the report must, and the verb does not stand where it does in English.
func (r *reader) mustWithoutVerb(f fit) bool {
	return f.c.head < 0 && r.toks[f.c.from].who == whoR && r.toks[f.c.from].role&asSubject != 0
}
