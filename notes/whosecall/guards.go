package whosecall

import "slices"

func guardConditions() conditionSet {
	return conditionSet{
		"a manager's own duty":   func(r *reader, f fit) bool { return r.isOwnDuty(f.c) },
		"their own affair":       (*reader).isOwnAffair,
		"although it was theirs": (*reader).isAlthoughTheirs,
		"gave in":                (*reader).gaveInTo,
	}
}

var (
	ownDuties     = words("own duties")
	twofoldDuties = words("twofold duties")
	privateCosts  = words("private costs")
	tradeDuties   = words("trade duties")
	gets          = words("gets")
	ownAffairs    = words("own affairs")
)

// guarded reports whether a clause that a rule fits is silent all the same.
func (r *reader) guarded(i int, rule string) bool {
	for _, g := range open().guards {
		if slices.Contains(g.rules, rule) && g.judge(r, i, rule) == fires {
			return true
		}
	}
	return false
}

// isOwnDuty reports whether what a clause is about is a manager's own duty.
func (r *reader) isOwnDuty(c *clause) bool {
	from := c.verb()
	for at := from; at < c.end(); at++ {
		t := &r.toks[at]
		if t.word == "review" && at+1 < c.to && (r.toks[at+1].word == "form" || r.toks[at+1].word == "cycle") {
			return true
		}
		if !ownDuties.has(t.word) || t.verb != nil && t.form == base && at == c.head {
			continue
		}
		if !r.isAnybodysWork(c, at) && !(at > from && r.isNoDutyAfter(at)) {
			return true
		}
	}
	return false
}

// isAnybodysWork reports whether a duty at at is no manager's own where it stands.
func (r *reader) isAnybodysWork(c *clause, at int) bool {
	return tradeDuties.has(r.toks[at].word) && !r.isGot(c, at) || r.isLeaving(at, c.to) || r.isOfTheWork(at)
}

// isGot reports whether a trade's duty at at is booked, bought or paid, or is said to be somebody's.
func (r *reader) isGot(c *clause, at int) bool {
	if c.head < 0 || at+1 < c.to && r.toks[at].word == "phone" && r.toks[at+1].word == "call" {
		return false
	}
	before := &r.toks[max(at-1, 0)]
	return gets.has(r.toks[c.head].lemma()) || before.who != whoNone && before.role&asOwner != 0 || before.word == "'s"
}

// isLeaving reports whether "leave" at at is what somebody does with something, not what they take.
func (r *reader) isLeaving(at, limit int) bool {
	if r.toks[at].word != "leave" {
		return false
	}
	isNoun := at > 0 && determiners.has(r.toks[at-1].word)
	return !isNoun && at+1 < limit && r.isObject(at+1, limit) || r.isSubjectBefore(at)
}

// isSubjectBefore reports whether a noun before at may act: "the samples leave".
func (r *reader) isSubjectBefore(at int) bool {
	if at == 0 || r.toks[at-1].verb != nil || r.toks[at-1].who != whoNone {
		return false
	}
	switch w := r.toks[at-1].word; w {
	case "annual", "parental", "maternity", "unpaid", "sick", "long", "'s":
		return false
	default:
		return !noObject.has(w) && !determiners.has(w)
	}
}

// isOfTheWork reports whether a twofold duty at at has no owner, and so is the work's: "the laundry contract".
func (r *reader) isOfTheWork(at int) bool {
	if at == 0 || !twofoldDuties.has(r.toks[at].word) {
		return false
	}
	for _, t := range r.toks[max(0, at-2):at] {
		if t.who == whoMe || t.who == whoR || t.who == whoWe || t.word == "'s" || privateCosts.has(t.word) {
			return false
		}
	}
	return true
}

// isNoDutyAfter reports whether the word before at makes something else of it: "over lunch", "her tickets", "release notes".
func (r *reader) isNoDutyAfter(at int) bool {
	before := &r.toks[at-1]
	if at > 1 && before.word == "the" && (r.toks[at-2].word == "on" || r.toks[at-2].word == "over") {
		return true // "on the phone", "on the train"
	}
	switch r.toks[at].word {
	case "lunch":
		return before.word == "over" || before.word == "at" || before.word == "before" || before.word == "after"
	case "minutes":
		return r.isWhen(at-1) || before.word == "few"
	case "tickets":
		return before.who == whoR
	case "notes":
		return before.word == "release" || before.word == "patch"
	}
	return false
}

// isOwnAffair reports whether what R is told to do is their own affair.
func (r *reader) isOwnAffair(f fit) bool {
	for at := f.c.head + 1; at > 0 && at < f.c.end(); at++ {
		if ownAffairs.has(r.toks[at].word) && !(r.toks[at].word == "leave" && (r.toks[at-1].word == "to" || r.isSubjectBefore(at))) {
			return true
		}
	}
	return false
}

// isAlthoughTheirs reads "Ran it even though it was her turn": what was theirs was not given back by that.
func (r *reader) isAlthoughTheirs(f fit) bool {
	next := r.next(f.i)
	return f.rule == Took && next != nil && (next.joint == "though" || next.joint == "although") && theirs.within(r, next.from, next.to)
}

// gaveInTo reads "could not resist fixing it", which is held back by no word of its own.
func (r *reader) gaveInTo(f fit) bool {
	c := f.c
	return c.head > c.from && !c.negated && r.toks[c.head-1].isOne("resist", "help")
}
