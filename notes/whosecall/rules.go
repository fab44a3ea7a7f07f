package whosecall

// rule says whether a clause is one of its kind.
type rule struct {
	name    string
	matches func(r *reader, i int) bool
}

// ruleTable is in the order in which the rules are tried.
func ruleTable() []rule {
	order, answer, decided, took := newOrders(), newAnswers(), newDecisions(), newTakings()
	mine := func(f func(*reader, int) bool) func(*reader, int) bool {
		return func(r *reader, i int) bool {
			c := &r.clauses[i]
			return c.subject == subjectMe && c.head >= 0 && !c.near && !c.passive && f(r, i)
		}
	}
	return []rule{
		{Decided, func(r *reader, i int) bool { return r.anyOf(ownCalls, r.clauses[i].from, r.sentenceEnd(i)) }},
		{Order, (*reader).ratherNot},
		{Order, func(r *reader, i int) bool {
			return !r.clauses[i].negated && r.within(atMyWord, r.clauses[i].from, r.clauses[i].to)
		}},
		{Order, mine(order.matches)},
		{Answer, mine(answer.matches)},
		{Decided, mine(decided.matches)},
		{Took, mine(took.matches)},
		{Took, func(r *reader, i int) bool {
			return r.anyOf(leaveIt, r.clauses[i].from, r.clauses[i].to) || r.embeddedLeave(i)
		}},
		{Took, (*reader).servesSelf},
		{Decided, (*reader).isMine},
		{Order, (*reader).wasTold},
		{Prescribed, prescribed},
	}
}

// atMyWord says on whose word something is done.
var atMyWord = compileAll("at my insistence|instigation|behest|instruction|direction\non my orders|order|instructions|instruction|say-so")

// ownCalls are calls that are said to be mine without a verb of deciding.
var ownCalls = compileAll(`
	my final|own? call|decision|choice|verdict :|–|—
	my final|own? call|decision|choice is|was|stands O
	the final? call|decision|choice =be mine
	this|that|it =be my call|decision|choice
	final|last? decision|call|answer|word from|by me
	my final|own? call|decision|choice|shout $
	no|nope to P|the|that|this O
	it|that|this =be a no|yes from me
	my final|own? call|decision|choice ~ :
	end of story|discussion|debate|conversation
	not up for debate|discussion|negotiation
	that|this is final
`)

// selfServe is why I might as well do it.
var selfServe = compileAll(`
	quicker|easier|faster|simpler|safer|cheaper|cleaner if i V
	quicker|easier|faster|simpler|safer|cheaper|cleaner to * V it|this|that|them|the|P ~ myself
`)

// servesSelf reads "just easier if I do it".
func (r *reader) servesSelf(i int) bool {
	c := &r.clauses[i]
	return c.subject != subjectR && !c.negated && r.within(selfServe, c.from, r.sentenceEnd(i))
}

// mineNow says of a piece of work, or of the last word on it, that it is the manager's.
var mineNow = compileAll("is|was|stays|stay|remains|are mine on|for|from|until|now|alone|$")

var lastWord = words("call decision choice cut say word draft edit vote pick veto")

// isMine reads "final cut is mine".
func (r *reader) isMine(i int) bool {
	c := &r.clauses[i]
	if c.negated || c.near || c.subject == subjectMe || c.subject == subjectR {
		return false
	}
	for at := c.from + 1; at < c.to; at++ {
		if r.anyOf(mineNow, at, c.to) {
			return lastWord.has(r.toks[at-1].word) || projectNouns.has(r.toks[at-1].word)
		}
	}
	return false
}

var leaveIt = compileAll(`
	=leave it|that|this|them|everything with|to me
	over to me $
	on me now $
	mine|on me to fix|sort|solve|handle
	consider it done|handled|sorted|fixed
	=be on my plate|desk|list now
	=be with me now
	=be mine now
	=take it upon|on myself to
`)

var leaveWithMe = compileAll("=leave it|that|this|them|everything with|to me")

func (r *reader) embeddedLeave(i int) bool {
	c := r.clauses[i]
	return c.subject == subjectMe && r.within(leaveWithMe, c.from, c.to)
}

// sentenceEnd is the end of the sentence that clause i stands in.
func (r *reader) sentenceEnd(i int) int {
	for j := i + 1; j < len(r.clauses); j++ {
		if r.clauses[j].joint == "^" {
			return r.clauses[j-1].to
		}
	}
	return r.clauses[len(r.clauses)-1].to
}

// next is the clause after i, where it goes on with the same sentence.
func (r *reader) next(i int) *clause {
	if i+1 < len(r.clauses) && r.clauses[i+1].joint != "^" {
		return &r.clauses[i+1]
	}
	return nil
}
