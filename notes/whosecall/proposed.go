package whosecall

// proposedConditions are of what the report brought before I acted, and of calls said in another order of words.
func proposedConditions() conditionSet {
	return conditionSet{
		"only I follow":          (*reader).onlyIFollow,
		"they brought it before": (*reader).theyBroughtBefore,
		"a rule stands before":   (*reader).ruleStandsBefore,
	}
}

var broughtWords = words("proposes")

// onlyIFollow reads "the theme decided | I": the one who acts stands last.
func (r *reader) onlyIFollow(f fit) bool {
	next := r.embedded(f.i)
	if next == nil || r.toks[next.from].who != whoMe || r.toks[next.from].role&asSubject == 0 || f.c.from == f.c.head {
		return false
	}
	for at := next.from + 1; at < next.to; at++ {
		if !isAdverb(r.toks[at].word) && r.toks[at].word != "alone" && r.toks[at].word != "myself" {
			return false
		}
	}
	return !r.namesThird(f.c.from, f.c.head) || r.toks[f.c.from].word == "the"
}

// theyBroughtBefore reads "She proposed four dishes, I struck one": what I did it to was theirs to propose.
func (r *reader) theyBroughtBefore(f fit) bool {
	if f.i == 0 || f.c.joint == "" || f.c.joint == "^" && r.sentenceStart(f.i-1) != f.i-1 {
		return false
	}
	before := &r.clauses[f.i-1]
	if before.subject != subjectR || before.negated || before.near || before.head < 0 {
		return false
	}
	verb := &r.toks[before.head]
	if verb.is("come") {
		return r.hasWord(before.head, before.to, "up", "with")
	}
	return broughtWords.has(verb.lemma()) || verb.isOne("show", "argue", "plead", "come", "hope", "offer", "send")
}

// isHowItRuns reads "The bay closes at eight now": how a thing is run, which is nobody else's.
func (r *reader) isHowItRuns(b *clause) bool {
	verb := &r.toks[b.head]
	if verb.form&third == 0 || b.head+1 >= b.to || r.namesThird(b.from, b.head) || r.saysHowWell(b.head, b.to) {
		return false
	}
	return verb.isOne("close", "open", "start", "come", "go", "stay", "move", "get", "run", "stop", "begin", "end")
}

// ruleStandsBefore reads "The bay closes at eight now, I fixed it": a thing as it is from now on, and that it is my doing.
func (r *reader) ruleStandsBefore(f fit) bool {
	if f.i == 0 || f.c.joint != "," && f.c.joint != "–" && f.c.joint != "^" {
		return false
	}
	b := &r.clauses[f.i-1]
	if b.head < 0 || b.subject != subjectOther || b.negated || b.near || b.perfect || b.passive || b.modal != "" {
		return false
	}
	return r.isHowItRuns(b)
}
