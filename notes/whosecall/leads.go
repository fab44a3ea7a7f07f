package whosecall

// leadsTo is where to read on where the verb at at only leads to the one that counts, "ended up fixing", "wanted to tell";
// -1 where it counts itself.
func (r *reader) leadsTo(c *clause, at int) int {
	next := at + 1
	for next < c.to && r.bridges(next) {
		next++
	}
	if next >= c.to {
		return -1
	}
	infinitive := r.isInfinitive(c, next)
	switch t := &r.toks[at]; t.lemma() {
	case "spend", "find":
		return r.spends(c, at)
	case "end", "start", "begin", "continue", "keep", "wind":
		if infinitive || r.toks[next].form&ing != 0 {
			c.endedUp = next > at+1 && t.isOne("end", "wind")
			return next
		}
	case "resist", "avoid", "refrain", "refuse", "forget", "fail", "try", "stop":
		return r.refrains(c, at, next, infinitive)
	case "go", "insist", "help":
		return r.leadsOddly(c, at, next, infinitive)
	default:
		if infinitive {
			return r.wishes(c, at, next)
		}
	}
	return -1
}

// isInfinitive reports whether "to" stands at at before a verb.
func (r *reader) isInfinitive(c *clause, at int) bool {
	return r.toks[at].word == "to" && at+1 < c.to && (r.toks[at+1].form&base != 0 || isAdverb(r.toks[at+1].word))
}

// leadsOddly reads "went and fixed it", "insisted on fixing it", "could not help fixing it".
func (r *reader) leadsOddly(c *clause, at, next int, infinitive bool) int {
	n := &r.toks[next]
	switch r.toks[at].lemma() {
	case "go":
		if n.word == "and" || infinitive {
			return next + 1
		}
	case "insist":
		if n.word == "on" && next+1 < c.to && r.toks[next+1].form&ing != 0 && c.subject == subjectMe {
			return next + 1
		}
	case "help":
		if n.form&ing != 0 {
			return r.gaveIn(c, at)
		}
	}
	return -1
}

// bridges reports whether a word may stand between two verbs: "ended up", "started by".
func (r *reader) bridges(at int) bool {
	switch w := r.toks[at].word; w {
	case "up", "out", "by":
		return true
	default:
		return isAdverb(w)
	}
}

// wishes reads a verb before "to" at next: "wanted to tell", "promised to fix", "used to write".
func (r *reader) wishes(c *clause, at, next int) int {
	t := &r.toks[at]
	switch {
	case t.isOne("want", "like", "love", "hope", "mean", "wish"):
		c.near = c.near || c.subject == subjectMe
	case t.isOne("need", "plan", "intend", "promise", "offer", "volunteer", "agree", "manage", "get"):
		c.must(t.lemma() + " to")
		planned := t.form&past != 0 && t.form&base == 0 && !c.perfect && t.isOne("plan", "intend")
		c.near = c.near || c.subject == subjectMe && planned
	case t.word == "used":
		c.near = true
	default:
		return -1
	}
	return next + 1
}

// refrains reads what keeps somebody from the verb at next: "refused to", "stopped her from".
func (r *reader) refrains(c *clause, at, next int, infinitive bool) int {
	t, n := &r.toks[at], &r.toks[next]
	if t.is("stop") && c.subject == subjectR && c.modal != "" {
		return -1
	}
	if t.is("resist") {
		if to := r.gaveIn(c, at); to >= 0 {
			return to
		}
	}
	if !infinitive && n.form&ing == 0 && n.word != "from" {
		return -1
	}
	c.negated = c.negated || !t.is("try")
	return next
}

// gaveIn reads "could not resist fixing it", "couldn't help rewriting it": it was done.
func (r *reader) gaveIn(c *clause, at int) int {
	if !c.negated || c.modal != "could" && c.modal != "can" {
		return -1
	}
	for n := at + 1; n < c.to && n < at+4; n++ {
		if r.toks[n].form&ing != 0 {
			c.negated, c.modal = false, ""
			return n
		}
	}
	return -1
}

// spends reads "spent the evening fixing her deck", "found myself answering for her".
func (r *reader) spends(c *clause, at int) int {
	for n := at + 1; n < c.to && n < at+6; n++ {
		t := &r.toks[n]
		if t.form&ing != 0 && c.subject == subjectMe {
			return n
		}
		if t.verb != nil && t.form&base == 0 || t.who == whoR {
			return -1
		}
	}
	return -1
}
