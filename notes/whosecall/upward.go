package whosecall

func upwardConditions() conditionSet {
	return conditionSet{
		"could be brought to me": (*reader).couldBeBrought,
		"said of them":           (*reader).isSaidOfThem,
		"they ask me":            (*reader).theyAskMe,
		"they asked before":      (*reader).theyAskedBefore,
	}
}

var (
	untilI    = phrasesOf("until I")
	defers    = phrasesOf("defers")
	mayI      = phrasesOf("may I")
	broughtUp = words("brought up")
)

// couldBeBrought reports whether a clause can be about what the report brings to me: neither what I do, nor what is over
// or did not happen, nor what is of somebody else.
func (r *reader) couldBeBrought(f fit) bool {
	c := f.c
	if c.subject == subjectMe && c.explicit || c.subject == subjectWe || c.near || c.modal == "would" && !r.wouldLike(c) {
		return false
	}
	if r.isNotDone(c) && !r.waitsForMe(f.i) {
		return false
	}
	return (c.subject != subjectOther || r.isAboutThem(f.i)) && !r.isOver(c) && !r.isMyQuestion(f.i)
}

// isNotDone reports whether a clause denies what was done; "can not" and "will not" ask for something.
func (r *reader) isNotDone(c *clause) bool {
	return c.negated && c.head >= 0 && !c.future && c.modal != "can" && c.modal != "could"
}

// waitsForMe reads "does not want to send it until I …": what is not done hangs on me.
func (r *reader) waitsForMe(i int) bool {
	return untilI.within(r, r.clauses[i].from, r.sentenceEnd(i))
}

// wouldLike reads "would like my ok", "would rather I decided": what R would is a wish.
func (r *reader) wouldLike(c *clause) bool {
	return defers.within(r, c.from, r.longEnd(c)) || c.head >= 0 && r.toks[c.head].isOne("like", "love", "prefer")
}

// isAboutThem reports whether a clause whose subject is a thing is about something of the report's: "her draft waits for my
// ok".
func (r *reader) isAboutThem(i int) bool {
	c := &r.clauses[i]
	about := r.toks[c.from].form&third != 0 // "Needs my approval"
	for at := c.from; at < c.to && at < c.head; at++ {
		t := &r.toks[at]
		if t.who == whoR {
			about = true
			continue
		}
		if t.who == whoOther && !broughtUp.has(r.toks[at+1].word) || r.isName(c, at) {
			return false
		}
		if t.word == "boss" || t.word == "manager" || t.word == "hr" {
			return false
		}
		about = about || broughtUp.has(t.word) || projectWords.has(t.word)
	}
	return about
}

// isName reports whether a word with a capital names somebody: inside the clause, or where nothing else begins with it.
func (r *reader) isName(c *clause, at int) bool {
	t := &r.toks[at]
	if !t.capital || t.verb != nil || determiners.has(t.word) {
		return false
	}
	return at > c.from || len(t.word) > 2 && !projectWords.has(t.word)
}

// isOver reports whether a clause says that it is over: "no longer waits for me", "without waiting for my ok".
func (r *reader) isOver(c *clause) bool {
	for at := c.from; at < c.to; at++ {
		switch r.toks[at].word {
		case "instead", "stopped", "longer", "never":
			return true
		case "rather":
			if at+1 >= len(r.toks) || r.toks[at+1].who != whoMe {
				return true
			}
		case "not":
			if !(at > c.from && isModal(r.toks[at-1].word)) && !r.waitsForMe(r.clauseOf(at)) {
				return true
			}
		case "without":
			if at+1 >= c.to || !c.negated && (r.toks[at+1].who == whoMe || r.toks[at+1].form&ing != 0) {
				return true
			}
		}
	}
	return false
}

// isMyQuestion reports whether clause i stands in what I asked or thought: "I asked whether she wants me to step in".
func (r *reader) isMyQuestion(i int) bool {
	c := &r.clauses[i]
	if i == 0 || c.joint != "" && c.joint != "if" {
		return false
	}
	before := &r.clauses[i-1]
	if before.subject != subjectMe || before.head < 0 {
		return false
	}
	verb := &r.toks[before.head]
	return !verb.isOne("hear", "notice", "realise") && (before.explicit || !verb.isOne("ask", "say"))
}

// isSaidOfThem reports whether what was found is what the report does: its clause is not mine, or can only be theirs.
func (r *reader) isSaidOfThem(f fit) bool {
	return f.c.subject != subjectMe || r.dropsR(f.at, f.c)
}

// dropsR reports whether a clause without a subject, which would be mine, can only be the report's: it speaks of me.
func (r *reader) dropsR(at int, c *clause) bool {
	return !c.explicit && at < c.to && r.saysMe(at, c.to)
}

// theyAskedBefore reads a question without quotation marks before "she asked": "Is it ok if I turn them down, Ana asked".
func (r *reader) theyAskedBefore(f fit) bool {
	c := f.c
	if c.subject != subjectR || c.head < 0 || !r.toks[c.head].is("ask") {
		return false
	}
	if c.head+1 < c.to && r.toks[c.head+1].who != whoMe && !isAdverb(r.toks[c.head+1].word) {
		return false
	}
	for j := f.i - 1; j >= 0 && j >= f.i-3; j-- {
		first := r.toks[r.clauses[j].from].word
		if (isAux(first) || askingWords.has(first)) && mayI.within(r, r.clauses[j].from, c.from) {
			return true
		}
	}
	return false
}
