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
		{Order, mine(order.matches)},
		{Answer, mine(answer.matches)},
		{Decided, mine(decided.matches)},
		{Took, mine(took.matches)},
		{Took, func(r *reader, i int) bool {
			return r.anyOf(leaveIt, r.clauses[i].from, r.clauses[i].to) || r.embeddedLeave(i)
		}},
		{Prescribed, prescribed},
	}
}

// ownCalls are calls that are said to be mine without a verb of deciding.
var ownCalls = compileAll(`
	my final|own? call|decision|choice|verdict :|–|—
	my final|own? call|decision|choice is|was|stands O
	the final? call|decision|choice =be mine
	this|that|it =be my call|decision|choice
	final|last? decision|call from|by me :
`)

var leaveIt = compileAll(`
	=leave it|that|this|them|everything with|to me
	over to me $
	on me now $
	mine|on me to fix|sort|solve|handle
	consider it done|handled|sorted|fixed
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

// orders is the rule Order.
type orders struct{ tell, ask, wish, plain, block, place *patterns }

func newOrders() *orders {
	return &orders{
		tell: compileAll(`
			=tell|=instruct|=order|=direct|=command|=push|=force|=press|=pressure|=urge|=compel|=oblige|=get|=charge|=task|=nag R * to * V
			=tell|=instruct|=order|=direct|=task|=charge|=command R ~ to * V
			=send R back|off? to * V
			=insist on R|P G
			=task|=charge R with G
		`),
		ask: compileAll(`
			=ask R ~ to * V
			=ask for P|R to * V
		`),
		wish: compileAll(`
			=want|=need|=expect|=like|=prefer|=require|=love R ~ to * V
			rather have R V
			=need|=want R G
		`),
		plain: compileAll(`
			=make|=have R V
		`),
		block: compileAll(`
			=forbid R ~ to * V
			=ban|=stop|=block|=keep|=prevent|=bar R from ~ O
			=forbid R O
		`),
		place: compileAll(`
			=assign R O
			=assign R to O
			=assign O ~ to R
			=put|=place|=move|=switch|=shift R on|onto|to|over|in O
			=move|=pull|=take R off|from O
			=pull|=take R out of O
			=give R a|the hard|new|firm? deadline|deadlines|ultimatum
			=give|=set R until|till O
			=give R the|this|that ~ to * V
		`),
	}
}

func (o *orders) matches(r *reader, i int) bool {
	c := &r.clauses[i]
	end := c.to
	if c.modal == "would" && !c.negated {
		if r.toks[c.head].is("like") || r.toks[c.head].is("prefer") || r.toks[c.head].is("love") || r.toks[c.head].is("want") || r.toks[c.head].is("need") || r.toks[c.head].is("expect") {
			return r.ordersWork(o.wish, c.head, end, 0)
		}
	}
	if c.negated {
		return r.deniesR(i)
	}
	if c.modal != "" && c.modal != "must" {
		return false
	}
	switch {
	case r.ordersWork(o.tell, c.head, end, 0), r.ordersWork(o.ask, c.head, end, soft), r.ordersWork(o.wish, c.head, end, state),
		r.madeR(o.plain, c.head, end), r.ordersWork(o.block, c.head, end, cares):
		return true
	case r.anyOf(o.place, c.head, end):
		return (!r.toks[c.head].is("put") || r.places(c)) && !r.within(freedom, c.head, c.to)
	}
	return r.toldR(i)
}

// ordersWork reports whether a pattern fits whose verb is work, and neither hands the call over nor cares.
func (r *reader) ordersWork(patterns *patterns, at, limit int, without class) bool {
	for _, p := range patterns.all() {
		if _, v, ok := r.match(p, at, limit); ok && !r.subordinate(at, v) {
			return v < 0 || r.isWork(v, limit, without)
		}
	}
	return false
}

// subordinate reports whether a clause of its own begins between two tokens: "told her that it is hers to try".
func (r *reader) subordinate(from, to int) bool {
	for at := from + 1; at < to; at++ {
		if wh.has(r.toks[at].word) || r.toks[at].word == "that" || r.toks[at].word == "about" || isAux(r.toks[at].word) {
			return true
		}
	}
	return false
}

var wh = words("what which who whom how where when why whether if")

// isWork reports whether the verb at at, as what R is told to do, is work.
func (r *reader) isWork(at, limit int, without class) bool {
	t := &r.toks[at]
	if t.has(cares|hands|without) && !(without == state && t.is("have")) || t.is("be") {
		return false
	}
	if without == soft && r.anyOf(softRuns, at, limit) || r.anyOf(handsOver, at, limit) || r.anyOf(caring, at, limit) {
		return false
	}
	return true
}

var softRuns = compileAll(`
	put it in her|his|their own words
	take me through
	write down|up what|how|where|which|who
	make time|room
	add O ~ agenda
`)

var handsOver = compileAll(`
	make|take the final|whole? decision|call|choice|lead|reins
	make|take|find P own O
	make up P mind
	come|get|go up|back with|to me? O
	come to me O
	bring|give me|us O
	do|run|try|solve|write|build|handle it|this|that P|their|his|her|own own? way
	V whatever|whichever|however|whoever
	do what|as $
	go ahead
	go for it
	go with P gut
	set the agenda|terms|date|pace|direction|goal|goals
	have the final? say|word|last
	say no|yes|what|where|how|so|if|when
	speak first|up
	use|follow|rely P own|judgement|judgment|instinct|best
	take over|charge|ownership
	take it from here|there
	take on the O
	work|figure it|that? out
	find out|a way
	ask me|us|for
	show|teach|tell|walk|talk me|us O
	push back
	correct|challenge|contradict|interrupt me
	stop asking|waiting|checking
	not? wait for me
	let me know|see
	lead
`)

var caring = compileAll(`
	take a|the|some|his|her|their|more|it? ~ day|days|week|time|leave|break|holiday|weekend|lunch|afternoon|evening|morning|easy|care|rest
	go home|outside|to|and|see|for|on
	leave at|early|by|now|on|the|work|it|for
	look|take after|care O
	log|switch|sign|turn ~ off
	see a|her|his|their O
	call in sick
	call it a day
	be kind|well|careful|proud|home|off|back
	stop worrying|apologising|working
	close the|P laptop
	have a|fun|some O
	slow down
	report ~ hr
	get some|well|rest|home|better|help
	not work|think|answer|reply ~ weekend|weekends|holiday|evening|night|nights|about
	work at|on|over|from ~ weekend|weekends|night|nights|home
	work less
	call|ring|text|ping|phone|remind|wake|interrupt|warn me
	not? worry
	not? think
`)

func (r *reader) madeR(patterns *patterns, at, limit int) bool {
	for _, p := range patterns.all() {
		end, v, ok := r.match(p, at, limit)
		if !ok || !r.toks[v].has(does|acts|soft) || !r.isWork(v, limit, cares) {
			continue
		}
		if r.toks[at].is("make") && r.toks[v].has(state) && !r.toks[v].has(does|acts) {
			continue
		}
		if r.toks[at].is("have") || r.toks[at+1].role&asOwner != 0 { // "had her review yesterday"
			return end < limit && (r.toks[end].who != whoNone || determiners.has(r.toks[end].word))
		}
		return true
	}
	return false
}

var freedom = compileAll("time|room|space|chance|freedom|permission|mandate|power|right|confidence|courage|choice|option|last|final|floor")

var determiners = words("the a an it that this these those all some every each two three both its one four ten")

// places reports whether R is put on work, not on the spot.
func (r *reader) places(c *clause) bool {
	for _, t := range r.toks[c.head:c.to] {
		if t.word == "spot" || t.word == "agenda" || t.word == "touch" || t.word == "list" || t.word == "cc" || t.word == "contact" {
			return false
		}
	}
	return true
}

var wishRather = compileAll(`would rather|prefer|sooner`)

// ratherNot reads "I'd rather he didn't …": a wish about R in a clause of its own.
func (r *reader) ratherNot(i int) bool {
	c := &r.clauses[i]
	next := r.next(i)
	if c.subject != subjectMe || c.modal != "would" || next == nil || next.joint != "" || next.subject != subjectR || next.head < 0 {
		return false
	}
	return r.within(wishRather, c.from, c.to) && r.isWork(next.head, next.to, state)
}

var denies = compileAll(`
	=let R V
	=want R to V
	=allow R to V
`)

// deniesR reads "didn't let her present", "don't want him to join".
func (r *reader) deniesR(i int) bool {
	c := &r.clauses[i]
	if c.modal != "" && !(c.modal == "would" && r.toks[c.head].is("let")) {
		return false
	}
	for _, p := range denies.all() {
		if end, v, ok := r.match(p, c.head, c.to); ok {
			return r.toks[v].has(does|acts|decides) && r.isWork(v, c.to, state|says) && !(end < c.to && (r.toks[end].word == "down" || r.toks[end].word == "alone"))
		}
	}
	return false
}

var told = compileAll(`
	=tell|=say|=remind R|to? R? * ~ $
	=insist ~ $
	=ask|=demand|=request that $
`)

// toldR reads an order in the clause after the telling: "told her she must drop it", "told her: keep the old one".
func (r *reader) toldR(i int) bool {
	c := &r.clauses[i]
	head := &r.toks[c.head]
	next := r.next(i)
	if next == nil || !(head.is("tell") || head.is("say") || head.is("insist") || head.is("ask") || head.is("demand") || head.is("request")) || !r.anyOf(told, c.head, c.to) {
		return false
	}
	toR := c.head+1 < c.to && r.toks[c.head+1].who == whoR
	if next.joint == ":" && toR {
		v := next.from
		return v < next.to && r.toks[v].form&base != 0 && r.toks[v].has(does|acts) && r.isWork(v, next.to, cares)
	}
	if next.joint != "" || next.subject != subjectR || next.head < 0 || !(toR || !head.is("tell")) {
		return false
	}
	switch next.modal {
	case "should", "must", "ought", "need to", "has to", "have to", "better", "is to":
	case "can", "could", "may":
		if !next.negated || !r.toks[next.head].has(does|acts|decides) {
			return false
		}
	default:
		if !(head.is("insist") || next.future && toR || r.toks[c.to-1].word == "that" && r.toks[next.head].form&base != 0 && !head.is("say") && !head.is("tell")) || next.modal != "" {
			return false
		}
	}
	if !r.isWork(next.head, next.to, 0) || next.near {
		return false
	}
	c.through = next.to
	return true
}

// answers is the rule Answer.
type answers struct{ any *patterns }

func newAnswers() *answers {
	return &answers{any: compileAll(`
		=give|=hand|=feed|=tell|=spoonfeed R * P? the|my|his|her|their|an ~ answer|answers|solution|solutions|fix|wording|recipe|steps|script
		=tell|=advise R * exactly? what|how|where|when|who|whom to * V
		=tell|=show|=explain R * exactly? how|where|what|which $
		=tell R * which ~ to * V
		=tell|=show|=explain R * what|how|which|where
		=explain|=spell|=dictate|=lay|=write|=set ~ to|for R
		=dictate|=spell ~ P|R
		=walk|=talk R through ~ fix|solution|answer|steps|change|changes|code
		=explain|=spell|=set|=lay out? how|what R
		=show R * exactly? how to * V
		=hand|=give R P? my|the ~ solution|answer|script|wording|text
	`)}
}

func (a *answers) matches(r *reader, i int) bool {
	c := &r.clauses[i]
	if c.negated || c.modal != "" {
		return false
	}
	head := &r.toks[c.head]
	for n, p := range a.any.all() {
		end, v, ok := r.match(p, c.head, c.to)
		if !ok {
			continue
		}
		switch n {
		case 4:
			if !r.wouldDo(i, end) {
				continue
			}
		case 5:
			if !(head.is("spell") || head.is("dictate") || head.is("lay") || head.is("explain") && r.within(howTo, c.head, c.to)) {
				continue
			}
			if head.is("lay") && !r.within(whole, c.head, c.to) {
				continue
			}
		case 8:
			next := r.next(i)
			if next == nil && end >= c.to {
				continue
			}
			if next != nil && end >= c.to && next.subject == subjectR && next.modal != "should" && next.modal != "must" && next.modal != "need to" && next.modal != "has to" && next.modal != "ought" {
				continue
			}
		}
		if v >= 0 && (r.toks[v].has(cares) || r.toks[v].is("find") || r.toks[v].is("apply") || r.toks[v].is("reach") || r.toks[v].is("expect") || r.toks[v].is("expense")) {
			continue
		}
		return true
	}
	return r.explains(i)
}

var (
	howTo = compileAll("how|what|which|where to * V")
	whole = compileAll("steps|plan|answer|solution|approach|wording|design|route|path|it|everything|fix|way")
)

// wouldDo reads "told her what I would do", "told her which one I'd take".
func (r *reader) wouldDo(i, at int) bool {
	next := r.next(i)
	return next != nil && next.joint == "" && next.subject == subjectMe && (next.modal == "would" || next.modal == "should" || next.future) && next.head >= 0 && at >= r.clauses[i].from
}

// explains reads "explained how she should structure it".
func (r *reader) explains(i int) bool {
	c := &r.clauses[i]
	next := r.next(i)
	head := &r.toks[c.head]
	if next == nil || next.joint != "" || next.subject != subjectR || !(head.is("explain") || head.is("tell") || head.is("show") || head.is("spell") || head.is("dictate")) {
		return false
	}
	switch r.toks[c.to-1].word {
	case "how", "what", "which", "where", "when":
	default:
		return false
	}
	switch next.modal {
	case "should", "must", "need to", "has to", "have to", "ought":
		c.through = next.to
		return true
	}
	return false
}
