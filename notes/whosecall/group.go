package whosecall

// group reads the verbs of a clause from its first one to the one that says what is done.
func (r *reader) group(c *clause, at int) {
	for at >= 0 && at < c.to {
		at = r.readVerb(c, at)
	}
}

// readVerb reads the word at at of a group of verbs. It is where to read on, -1 where the group has ended: with the head of
// the clause, or without one.
func (r *reader) readVerb(c *clause, at int) int {
	switch t := &r.toks[at]; t.word {
	case "not", "never":
		c.negated = true
	case "shall":
		return r.readShall(c, at)
	case "will":
		c.future = true
	case "would", "could", "might", "may", "can", "should", "must", "ought", "cannot":
		return r.readModal(c, at)
	case "do", "did", "does":
		if !r.helps(c, at) {
			return c.is(at)
		}
	case "have", "had", "has":
		return r.readHave(c, at)
	case "am", "is", "are", "was", "were", "be", "been", "'s":
		return r.readBe(c, at)
	case "to":
	case "going":
		c.future = true
		if at+1 >= c.to || r.toks[at+1].word != "to" {
			return c.is(at)
		}
	case "about", "tempted", "inclined", "itching", "ready":
		c.near = true
	default:
		return r.readOther(c, at)
	}
	return at + 1
}

// is makes the verb at at the head of the clause, where its group ends.
func (c *clause) is(at int) int {
	c.head = at
	return -1
}

// must says that who acts has to: of me, that I will.
func (c *clause) must(modal string) {
	if c.subject == subjectMe {
		c.modal, c.future = "", true
	} else {
		c.modal = modal
	}
}

// readShall reads what I shall do as my will, and what the report shall do as an order.
func (r *reader) readShall(c *clause, at int) int {
	if c.subject == subjectR {
		return r.readModal(c, at)
	}
	c.future = true
	return at + 1
}

func (r *reader) readModal(c *clause, at int) int {
	if c.modal = r.toks[at].word; c.modal == "shall" {
		c.modal = "must"
	}
	if c.modal != "would" {
		r.step(c, at)
		return at + 1
	}
	if at+1 < c.to && r.toks[at+1].word == "better" { // "I'd better ring them"
		c.must("better")
		return at + 2
	}
	if next := r.step(c, at); next < c.to && r.toks[next].form&participle != 0 && r.toks[next].form&base == 0 {
		c.modal, c.perfect = "", true // "I'd already decided"
	}
	return at + 1
}

func (r *reader) readHave(c *clause, at int) int {
	switch c.modal {
	case "would", "could", "should", "might":
		c.near = true
	}
	next := r.step(c, at)
	if next >= c.to {
		return c.is(at)
	}
	switch n := &r.toks[next]; {
	case n.word == "to":
		c.must(r.toks[at].word + " to")
		return next + 1
	case n.word == "better":
		c.modal = "better"
	case n.word == "got" && next+1 < c.to && r.toks[next+1].word == "to":
		c.must("has to")
		return next + 2
	case n.form&participle != 0 || n.word == "been" || n.form == base && n.has(decides) && c.subject == subjectMe,
		n.isOne("take", "choose", "write", "do", "give") && n.form&past != 0:
		c.perfect = true
	default:
		return c.is(at)
	}
	return at + 1
}

// readBe reads a form of be: it helps another verb, or is the verb itself.
func (r *reader) readBe(c *clause, at int) int {
	next := r.step(c, at)
	if next >= c.to {
		return c.is(at)
	}
	n := &r.toks[next]
	if n.form&ing != 0 {
		c.future = true
		was := r.toks[at].word == "was" || r.toks[at].word == "were"
		c.near = c.near || was && (n.word == "going" || n.isOne("plan", "mean", "hope", "think"))
		return next
	}
	switch n.word {
	case "about", "tempted", "close", "inclined", "ready":
		c.near = true
		return next
	case "to":
		if next+1 < c.to {
			c.modal = "is to"
			return next + 1
		}
	case "have", "got": // "she's gotta", "she's got to"
		if next+1 < c.to && r.toks[next+1].word == "to" {
			c.modal = "has to"
			return next + 2
		}
	}
	c.passive = c.passive || n.form&participle != 0
	return c.is(at)
}

// readOther reads a word of the group that is no helping verb.
func (r *reader) readOther(c *clause, at int) int {
	t := &r.toks[at]
	switch {
	case t.word == "close" && at+1 < c.to && r.toks[at+1].word == "to":
		c.near = true
	case isAdverb(t.word) || fillers.has(t.word) || t.word == "no" || t.word == "longer":
		c.near = c.near || isNear(t.word)
		c.negated = c.negated || t.word == "no" || t.word == "hardly" || t.word == "barely"
	case t.verb == nil:
		return -1
	default:
		if to := r.leadsTo(c, at); to >= 0 {
			return to
		}
		return c.is(at)
	}
	return at + 1
}

// step is the next token that is no adverb and no negation.
func (r *reader) step(c *clause, at int) int {
	for at++; at < c.to; at++ {
		w := r.toks[at].word
		if w == "not" || w == "never" {
			c.negated = true
			continue
		}
		if !isAdverb(w) || w == "better" {
			return at
		}
	}
	return at
}

// helps reports whether a form of do stands before another verb.
func (r *reader) helps(c *clause, at int) bool {
	next := r.step(c, at)
	return next < c.to && r.toks[next].form&base != 0
}
