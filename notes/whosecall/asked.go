package whosecall

import "slices"

var (
	asksMeTo     = phrasesOf("asks me to")
	asksMe       = phrasesOf("asks me")
	asks         = phrasesOf("asks")
	saysIShould  = phrasesOf("says I should")
	smallFavours = phrasesOf("small favours")
	beyondAgreed = phrasesOf("beyond")
	tasksForMe   = words("tasks for me")
	asksLeave    = words("asks leave")
)

// theyAskMe reports whether the report asks me in clause i: "asked me which vendor to pick", "wants me to decide", "asked
// whether he can push it".
func (r *reader) theyAskMe(f fit) bool {
	limit := r.sentenceEnd(f.i)
	for at := f.c.from; at <= f.c.to && at < limit; at++ {
		if fits, known := r.asksForWork(f.c, at); known {
			if fits {
				return true
			}
			continue
		}
		if r.saysItIsMine(f.c, at, limit) || r.asksForACall(f.i, at, limit) {
			return true
		}
	}
	return false
}

// asksForWork reads "wants me to decide" at at, and whether that is known.
func (r *reader) asksForWork(c *clause, at int) (fits, known bool) {
	if at >= c.to || !asksMeTo.mayBegin(&r.toks[at]) {
		return false, false
	}
	for _, p := range asksMeTo.all {
		if _, v, ok := r.match(p, at, c.to); ok && (v < 0 || r.isTaskForMe(v)) {
			return (c.subject != subjectMe || r.dropsR(at, c)) && (v < 0 || !r.isSmallFavour(v, c.to)), true
		}
	}
	return false, false
}

func (r *reader) isTaskForMe(v int) bool {
	t := &r.toks[v]
	return tasksForMe.has(t.lemma()) || t.has(does) && !t.has(soft) && !t.is("make")
}

func (r *reader) isSmallFavour(at, limit int) bool {
	return smallFavours.fits(r, at, limit) || r.toks[at].is("step") && !(at+1 < limit && r.toks[at+1].word == "in")
}

// saysItIsMine reads "thinks I should pick" at at.
func (r *reader) saysItIsMine(c *clause, at, limit int) bool {
	if c.subject != subjectR {
		return false
	}
	_, v, ok := saysIShould.at(r, at, limit)
	return ok && r.toks[v].has(decides|does) && tasksForMe.has(r.toks[v].lemma())
}

// asksForACall reads "asked me which vendor to pick", "asked whether he can push it" at at.
func (r *reader) asksForACall(i, at, limit int) bool {
	c := &r.clauses[i]
	for _, list := range [...]*phrases{asksMe, asks} {
		if at >= limit || !list.mayBegin(&r.toks[at]) {
			continue
		}
		for _, p := range list.all {
			end, _, ok := r.match(p, at, limit)
			if !ok || c.subject == subjectMe && !r.onlyTheyAsk(i, at, end, list == asks) {
				continue
			}
			if r.isCall(i, end, limit) {
				return true
			}
		}
	}
	return false
}

// onlyTheyAsk reports whether a clause that would be mine can only be the report's: it names me, or asks on its own.
func (r *reader) onlyTheyAsk(i, at, end int, bare bool) bool {
	c := &r.clauses[i]
	if c.explicit {
		return false
	}
	if bare && r.isBareAsk(i, at) {
		return true
	}
	named := slices.ContainsFunc(r.toks[at:end], func(t token) bool { return t.word == "me" })
	return named && r.dropsR(at, c)
}

// isBareAsk reads "asked if she could skip it" at the start of a line: nobody asks herself.
func (r *reader) isBareAsk(i, at int) bool {
	c, next := &r.clauses[i], r.next(i)
	if next == nil || next.joint != "" && next.joint != "if" {
		return false
	}
	before := r.toks[next.from-1].word
	if c.from == at && next.joint == "" && next.subject == subjectMe && next.explicit && next.modal == "would" && askingWords.has(before) {
		return true
	}
	return (c.from == at || at > 0 && r.toks[at-1].word == "to") && next.subject == subjectR && (before == "if" || before == "whether")
}

// isCall reports whether what was asked is a call: what to do, which one I would take, whether they may.
func (r *reader) isCall(i, at, limit int) bool {
	if _, v, ok := toDo.at(r, at, min(limit, at+8)); ok && r.isNear(v, at) {
		t := &r.toks[v]
		return !t.has(cares|state) && !t.isOne("expect", "claim", "read", "apply", "park", "eat")
	}
	yesNo := r.toks[at-1].word == "whether" || r.toks[at-1].word == "if"
	for j := i; j < len(r.clauses) && j <= i+2; j++ {
		c := &r.clauses[j]
		if c.from < at-1 || c.head < 0 || c.head >= limit {
			continue
		}
		switch {
		case c.subject == subjectR:
			return r.asksTheirWay(c, yesNo)
		case c.subject == subjectWe:
			return r.asksOurWay(c, yesNo)
		case c.subject == subjectMe && c.explicit:
			return r.asksMyWay(c, yesNo)
		}
		return false
	}
	return false
}

// isNear reports whether the verb at v stands in the clause of at or in the next one, and is nobody else's.
func (r *reader) isNear(v, at int) bool {
	i := r.clauseOf(v)
	return i <= r.clauseOf(at)+1 && r.clauses[i].subject != subjectOther
}

// asksTheirWay reads "what she should do", "whether she can go over the budget".
func (r *reader) asksTheirWay(c *clause, yesNo bool) bool {
	head := &r.toks[c.head]
	switch c.modal {
	case "should", "must", "need to", "has to", "have to":
		return !head.has(cares)
	case "can", "could", "may", "might":
		if yesNo {
			return r.isMoreThanLeave(c)
		}
	}
	return c.head > c.from && r.toks[c.head-1].word == "shall" && !head.has(cares)
}

// isMoreThanLeave reports whether what they ask to do is a call, not their own time.
func (r *reader) isMoreThanLeave(c *clause) bool {
	head := &r.toks[c.head]
	if !head.has(does|acts|decides) || caring.fits(r, c.head, c.to) {
		return false
	}
	if !asksLeave.has(head.lemma()) || beyondAgreed.fits(r, c.head, c.to) {
		return true
	}
	return head.is("go") && c.head+2 < c.to && r.toks[c.head+1].word == "to" && r.isWhen(c.head+2)
}

// asksOurWay reads "which one we should drop", "whether we use Kafka".
func (r *reader) asksOurWay(c *clause, yesNo bool) bool {
	if c.modal != "should" && !(yesNo && (c.modal == "" || c.modal == "can" || c.modal == "could")) {
		return false
	}
	head := &r.toks[c.head]
	return head.has(does|acts|decides) && !head.has(state)
}

// asksMyWay reads "which one I would take", "whether I could call legal".
func (r *reader) asksMyWay(c *clause, yesNo bool) bool {
	head := &r.toks[c.head]
	if !yesNo {
		would := c.modal == "would" || c.modal == "should"
		return would && head.has(does|acts|decides) || head.isOne("prefer", "want", "favour", "recommend")
	}
	if (c.modal == "could" || c.modal == "can" || c.modal == "would" || c.future) && tasksForMe.has(head.lemma()) {
		return !r.isSmallFavour(c.head, c.to)
	}
	return head.isOne("approve", "agree", "mind")
}
