package whosecall

// isPlainOrder reports whether what I said is an order in its plain form: "said take the cheaper one", "said not to bother".
func (r *reader) isPlainOrder(f fit) bool {
	at := f.verb
	if at < 0 {
		return true
	}
	if r.toks[at].is("do") && at+2 < f.c.to && r.toks[at+1].word == "not" {
		at += 2
	}
	t := &r.toks[at]
	if !r.isWork(at, f.c.to, 0) || !t.has(does|acts|decides) && !t.isOne("forget", "bother", "get", "stop", "let", "wait") {
		return false
	}
	if r.toks[at-1].word == "to" || r.toks[f.at+1].word == "not" {
		return true
	}
	for n := at + 1; n < f.c.to; n++ { // "said plan B is fine"
		if w := &r.toks[n]; isAux(w.word) && w.word != "do" || w.who == whoNone && w.form&third != 0 && w.form&base == 0 && !projectWords.has(w.word) {
			return n > at+3
		}
	}
	return !t.is("thank") && !r.hasWord(at, f.c.to, "you", "your")
}

// orderBehindColon reads "Wrote back: use the old template".
func (r *reader) orderBehindColon(f fit) bool {
	next := r.next(f.i)
	if next == nil || next.joint != ":" && next.joint != "–" {
		return false
	}
	at := next.from
	for at < next.to && (isAdverb(r.toks[at].word) || fillers.has(r.toks[at].word)) {
		at++
	}
	if at >= next.to {
		return false
	}
	t := &r.toks[at]
	if t.form&base == 0 || !t.has(does|acts|decides) || !r.isWork(at, next.to, 0) || leftToThem.within(r, at, next.to) {
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
