package whosecall

var (
	byThemselves = phrasesOf("by themselves")
	unasked      = phrasesOf("unasked")
	madeClear    = phrasesOf("made clear")
)

// inherit gives a clause without a subject the one before it, and the first one the manager.
func (r *reader) inherit(i int) {
	c := &r.clauses[i]
	if c.subject != subjectNone || c.explicit {
		if c.subject == subjectMe && c.joint == "and" && i > 0 && r.clauses[i-1].head < 0 && r.isOnlyName(i-1) {
			c.subject = subjectWe // "Ana and I decided"
		}
		return
	}
	if before := r.beforeBracket(i); before != subjectNone {
		c.subject = before
		return
	}
	c.subject = subjectMe
	if r.dropsReport(c) {
		c.subject, c.dropped = subjectR, true
		return
	}
	if c.joint != "^" && i > 0 && r.isTheSame(c, r.clauses[i-1].subject) {
		c.subject = r.clauses[i-1].subject
	}
}

// isTheSame reports whether a clause without a subject goes on with that of the one before it.
func (r *reader) isTheSame(c *clause, before subject) bool {
	if before == subjectNone || before == subjectMe || madeClear.fits(r, c.from, c.to) {
		return false
	}
	switch c.joint {
	case ",":
		return before != subjectOther && !r.actsOnR(c)
	case ":", "–", "—", "(":
		return false
	}
	return true
}

// dropsReport reports whether a clause without a subject can only be the report's: it begins with a verb of the third
// person, does something to me, or speaks of what they did by themselves.
func (r *reader) dropsReport(c *clause) bool {
	at := c.from
	for at < c.to && (fillers.has(r.toks[at].word) || isAdverb(r.toks[at].word)) {
		at++
	}
	if at+1 >= c.to {
		return false
	}
	t, next := &r.toks[at], &r.toks[at+1]
	if t.verb == nil && !isAux(t.word) {
		return false
	}
	if r.isThirdPerson(c, at) || next.word == "me" && t.form&past != 0 && !t.is("let") {
		return true
	}
	return next.role&asObject == 0 && byThemselves.within(r, at, c.to)
}

// isThirdPerson reads "Needs to cut it", "Says it is late", "Won't send it without asking".
func (r *reader) isThirdPerson(c *clause, at int) bool {
	t, next := &r.toks[at], &r.toks[at+1]
	if (t.form == third || t.word == "has") && c.joint == "^" && (next.word == "to" || t.has(says) && next.verb == nil) {
		return true
	}
	switch t.word {
	case "will", "would", "does":
		return next.word == "not" && unasked.within(r, at, r.longEnd(c))
	}
	return false
}

// longEnd is the end of the clause after c, too.
func (r *reader) longEnd(c *clause) int {
	for i := range r.clauses {
		if r.clauses[i].from == c.from && i+1 < len(r.clauses) {
			return r.clauses[i+1].to
		}
	}
	return c.to
}

func (r *reader) isOnlyName(i int) bool {
	c := &r.clauses[i]
	return c.to-c.from == 1 && (r.toks[c.from].who == whoR || r.toks[c.from].capital)
}

// actsOnR reports whether the verb of a clause is followed by the report, who then is not its subject.
func (r *reader) actsOnR(c *clause) bool {
	for at := c.from; at+1 < c.to; at++ {
		if r.toks[at].verb != nil {
			return r.toks[at+1].who == whoR && r.toks[at+1].role&asObject != 0
		}
	}
	return false
}
