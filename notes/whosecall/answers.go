package whosecall

func answerConditions() conditionSet {
	return conditionSet{
		"for them to find":        (*reader).isForThemToFind,
		"what I did follows":      (*reader).whatIDidFollows,
		"what I would do follows": (*reader).whatIWouldDoFollows,
		"how they should follows": (*reader).howTheyShouldFollows,
		"a question ends it":      func(r *reader, f fit) bool { return askingWords.has(r.toks[f.c.to-1].word) },
		"what I would do next":    func(r *reader, f fit) bool { return r.iWouldNext(f) != nil },
		"my pick follows":         (*reader).myPickFollows,
		"how they must":           (*reader).howTheyMust,
	}
}

var myPick = phrasesOf("my pick")

// isForThemToFind takes out what is told that is no answer: how to find it out, whom to apply to, what to expect.
func (r *reader) isForThemToFind(f fit) bool {
	t := &r.toks[f.verb]
	if t.has(cares) || t.isOne("find", "reach", "expect", "expense") {
		return true
	}
	return t.is("apply") && f.verb+1 < f.c.to && (r.toks[f.verb+1].word == "for" || r.toks[f.verb+1].word == "to")
}

// whatIDidFollows reads "told her how I once did it", and not "told her how I would do it".
func (r *reader) whatIDidFollows(f fit) bool {
	next := r.embedded(f.i)
	return next != nil && next.subject == subjectMe && !r.whatIWouldDoFollows(f)
}

// whatIWouldDoFollows reads "told her what I would do", "told her which one I'd take".
func (r *reader) whatIWouldDoFollows(f fit) bool {
	next := r.embedded(f.i)
	if next == nil || next.subject != subjectMe || next.head < 0 {
		return false
	}
	return next.modal == "would" || next.modal == "should" || next.future || r.toks[next.head].isOne("want", "prefer")
}

// howTheyShouldFollows reads "explained how she should structure it", "set out how her team works".
func (r *reader) howTheyShouldFollows(f fit) bool {
	if f.end < f.c.to {
		return true
	}
	next := r.next(f.i)
	return next != nil && (next.subject != subjectR || isShould(next.modal))
}

// iWouldNext is the clause in this one that says what I would do.
func (r *reader) iWouldNext(f fit) *clause {
	next := r.embedded(f.i)
	if next == nil || next.subject != subjectMe || next.modal != "would" || next.head < 0 || next.near {
		return nil
	}
	return next
}

// myPickFollows reads "told her I'd go with the second one".
func (r *reader) myPickFollows(f fit) bool {
	next := r.iWouldNext(f)
	return next != nil && myPick.fits(r, next.head, next.to)
}

// howTheyMust reads "explained how she should structure it".
func (r *reader) howTheyMust(f fit) bool {
	next := r.embedded(f.i)
	if next == nil || next.subject != subjectR || !(isShould(next.modal) || next.modal == "have to") {
		return false
	}
	switch r.toks[f.c.to-1].word {
	case "how", "what", "which", "where", "when":
		f.c.through = next.to
		return true
	}
	return false
}

func isShould(modal string) bool {
	switch modal {
	case "should", "must", "need to", "has to", "ought":
		return true
	}
	return false
}
