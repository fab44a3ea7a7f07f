package whosecall

// group reads the verbs of a clause from its first one to the one that says what is done.
func (r *reader) group(c *clause, at int) {
	for at < c.to {
		t := &r.toks[at]
		switch t.word {
		case "not", "never":
			c.negated = true
		case "will", "shall":
			c.future = true
		case "would", "could", "might", "may", "can", "should", "must", "ought", "cannot":
			c.modal = t.word
			if t.word == "would" && at+1 < c.to && r.toks[at+1].word == "better" { // "I'd better ring them"
				if c.modal = "better"; c.subject == subjectMe {
					c.modal, c.future = "", true
				}
				at++
				break
			}
			if next := r.step(c, at); t.word == "would" && next < c.to && r.toks[next].form&participle != 0 && r.toks[next].form&base == 0 {
				c.modal, c.perfect = "", true // "I'd already decided"
			}
		case "do", "did", "does":
			if !r.helps(c, at) {
				c.head = at
				return
			}
		case "have", "had", "has":
			if c.modal == "would" || c.modal == "could" || c.modal == "should" || c.modal == "might" {
				c.near = true
			}
			next := r.step(c, at)
			if next >= c.to {
				c.head = at
				return
			}
			switch n := &r.toks[next]; {
			case n.word == "to":
				c.modal = t.word + " to"
				if c.subject == subjectMe {
					c.modal, c.future = "", true
				}
				at = next
			case n.word == "better":
				c.modal = "better"
			case n.word == "got" && next+1 < c.to && r.toks[next+1].word == "to":
				c.modal = "has to"
				if c.subject == subjectMe {
					c.modal, c.future = "", true
				}
				at = next + 1
			case n.form&participle != 0 || n.word == "been":
				c.perfect = true
			default:
				c.head = at
				return
			}
		case "am", "is", "are", "was", "were", "be", "been", "'s":
			if !r.being(c, &at) {
				return
			}
		case "to":
		case "going":
			if at+1 < c.to && r.toks[at+1].word == "to" {
				c.future = true
			} else {
				c.head, c.future = at, true
				return
			}
		case "about", "tempted", "inclined", "itching", "ready":
			c.near = true
		default:
			switch {
			case t.word == "close" && at+1 < c.to && r.toks[at+1].word == "to":
				c.near = true
			case isAdverb(t.word) || fillers.has(t.word) || t.word == "no" || t.word == "longer":
				c.near = c.near || isNear(t.word)
				c.negated = c.negated || t.word == "no" || t.word == "hardly" || t.word == "barely"
			case t.verb == nil:
				return
			case r.leadsOn(c, &at):
			default:
				c.head = at
				return
			}
		}
		at++
	}
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

func (r *reader) helps(c *clause, at int) bool {
	next := r.step(c, at)
	return next < c.to && r.toks[next].form&base != 0
}

// being reads a form of be: it helps another verb, or is the verb itself.
func (r *reader) being(c *clause, at *int) bool {
	next := r.step(c, *at)
	if next >= c.to {
		c.head = *at
		return false
	}
	switch n := &r.toks[next]; {
	case n.form&ing != 0:
		c.future = true
		if was := r.toks[*at].word; (was == "was" || was == "were") && (n.word == "going" || n.is("plan") || n.is("mean") || n.is("hope") || n.is("think")) {
			c.near = true
		}
		*at = next - 1
		return true
	case (n.word == "have" || n.word == "got") && next+1 < c.to && r.toks[next+1].word == "to": // "she's gotta", "she's got to"
		c.modal = "has to"
		*at = next + 1
		return true
	case n.word == "about" || n.word == "tempted" || n.word == "close" || n.word == "inclined" || n.word == "ready":
		c.near = true
		*at = next - 1
		return true
	case n.word == "to" && next+1 < c.to:
		c.modal = "is to"
		*at = next
		return true
	case n.form&participle != 0:
		c.passive = true
		c.head = *at
		return false
	}
	c.head = *at
	return false
}

// gaveIn reads "could not resist fixing it", "couldn't help rewriting it": it was done.
func (r *reader) gaveIn(c *clause, at *int) bool {
	if !c.negated || c.modal != "could" && c.modal != "can" {
		return false
	}
	for n := *at + 1; n < c.to && n < *at+4; n++ {
		if r.toks[n].form&ing != 0 {
			c.negated, c.modal = false, ""
			*at = n - 1
			return true
		}
	}
	return false
}

// spends reads "spent the evening fixing her deck", "found myself answering for her".
func (r *reader) spends(c *clause, at *int) bool {
	for n := *at + 1; n < c.to && n < *at+6; n++ {
		if t := &r.toks[n]; t.form&ing != 0 && c.subject == subjectMe {
			*at = n - 1
			return true
		} else if t.verb != nil && t.form&base == 0 || t.who == whoR {
			return false
		}
	}
	return false
}

// leadsOn reports whether a verb only leads to the one that counts: "ended up fixing", "wanted to tell".
func (r *reader) leadsOn(c *clause, at *int) bool {
	t := &r.toks[*at]
	next := *at + 1
	for next < c.to && (r.toks[next].word == "up" || r.toks[next].word == "out" || r.toks[next].word == "by" || isAdverb(r.toks[next].word)) {
		next++
	}
	if next >= c.to {
		return false
	}
	n := &r.toks[next]
	infinitive := n.word == "to" && next+1 < c.to && (r.toks[next+1].form&base != 0 || isAdverb(r.toks[next+1].word))
	switch t.lemma() {
	case "go":
		if n.word == "and" {
			*at = next
			return true
		}
		if infinitive {
			*at = next
			return true
		}
	case "end", "start", "begin", "continue", "keep", "spend", "find", "wind":
		if t.is("spend") || t.is("find") {
			return r.spends(c, at)
		}
		if n.form&ing != 0 || infinitive {
			c.endedUp = next > *at+1 && (t.is("end") || t.is("wind"))
			*at = next - 1
			return true
		}
	case "want", "like", "love", "hope", "mean", "wish":
		if infinitive {
			c.near = c.near || c.subject == subjectMe
			*at = next
			return true
		}
	case "need", "plan", "intend", "promise", "offer", "volunteer", "agree", "manage", "get":
		if infinitive {
			if c.subject == subjectMe {
				c.future = true
				c.near = c.near || t.form&past != 0 && t.form&base == 0 && !c.perfect && (t.is("plan") || t.is("intend"))
			} else {
				c.modal = t.lemma() + " to"
			}
			*at = next
			return true
		}
	case "help":
		if n.form&ing != 0 || n.word == "myself" {
			return r.gaveIn(c, at)
		}
	case "insist":
		if n.word == "on" && next+1 < c.to && r.toks[next+1].form&ing != 0 && c.subject == subjectMe {
			*at = next
			return true
		}
	case "resist", "avoid", "refrain", "refuse", "forget", "fail", "try", "stop":
		if t.is("stop") && c.subject == subjectR && c.modal != "" || t.is("resist") && r.gaveIn(c, at) {
			return t.is("resist")
		}
		if infinitive || n.form&ing != 0 || n.word == "from" {
			c.negated = c.negated || t.lemma() != "try"
			*at = next - 1
			return true
		}
	}
	if t.word == "used" && infinitive {
		c.near = true
		*at = next
		return true
	}
	return false
}
