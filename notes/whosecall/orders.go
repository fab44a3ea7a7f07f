package whosecall

// orders is the rule Order.
type orders struct{ tell, ask, wish, plain, block, place *patterns }

func newOrders() *orders {
	return &orders{
		tell: compileAll(`
			=tell|=instruct|=order|=direct|=command|=push|=force|=press|=pressure|=urge|=compel|=oblige|=get|=charge|=task|=nag R * to * V
			=tell|=instruct|=order|=direct|=task|=charge|=command R ~ to * V
			=send R back|off? to * V
			=insist on R|P G
			=tell R * do not * V
			=tell R * V the|it|this|that|these|those|them|all|any|every|P
			=tell R * no more O
			=say to R ~ to * V
			=say to * V
			=persuade|=convince R ~ to * V
			=insist|=demand|=request that? R * V
			=push|=press|=force|=pressure|=bounce R into G
			=tell|=clarify|=stress to? R that? the|this|that|all|every|it|any ~ must|has|have|are to? be? V|gone|done|closed|sent|finished|out|ready
			=talk R into|out G
			=talk R into|out of? O
			=make it clear|plain to R to * V
			=task|=charge R with G
		`),
		ask: compileAll(`
			=ask R ~ to * V
			=get|=set|=start R G O
			=ask that|for ~ be done|redone|rewritten|cut|moved|dropped|changed|sent|fixed|finished
			=ask for P|R to * V
			=ask for a|another ~ rewrite|redo|version|draft|redraft|rework|recut|rerun|redesign
			=request O ~ from R
		`),
		wish: compileAll(`
			=want|=need|=expect|=like|=prefer|=require|=love R ~ to * V
			rather have R V
			=need|=want R G
			=expect|=require|=want|=need a|an|the|P|one|two|three O ~ from U by|before|on|in|every|tomorrow|today|this|next
			=want|=need it|this|that|these|those|the|P|all ~ by R
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
			=put|=place|=move|=switch|=shift|=swap|=reassign|=transfer|=redeploy|=allocate R on|onto|to|over|into|in O
			=move|=pull|=take R off|from O
			=pull|=take R out of O
			=get R onto|on|off|into|over O
			=move|=switch|=bench R $
			=give R ~ instructions|orders|directions
			=set R ~ task|tasks|target|targets|deadline
			=steer|=warn|=talk R away|off|out from|of O
			=give R a|the hard|new|firm? deadline|deadlines|ultimatum
			=give|=set R until|till O
			=give|=hand|=set R O ~ to do|fix|make|change|finish|write|redo|work|correct|build|run
			=want|=need R on|off|in|out O
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
		return (!r.toks[c.head].is("put") && !r.toks[c.head].is("get") || r.places(c)) && !r.within(freedom, c.head, c.to)
	}
	return r.toldR(i) || r.toldAfter(i) || r.toldBare(i)
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
	if t.has(cares|hands|without) && !(without == soft && t.has(soft) && !t.has(cares|hands) && r.anyOf(hardSoft, at, limit)) && !(without == state && t.is("have")) || t.is("be") {
		return false
	}
	if at > 1 && (r.toks[at-1].word == "not" || r.toks[at-2].word == "not") && r.within(offTime, at, limit) || r.daysOff(at, limit) {
		return false
	}
	if without == soft && t.has(soft) && r.anyOf(hardSoft, at, limit) {
		return !r.anyOf(caring, at, limit)
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

// offTime is when nobody is to work.
var offTime = compileAll("saturday|saturdays|sunday|sundays|weekend|weekends|evening|evenings|night|nights|holiday|holidays|leave|easter|christmas|xmas|home|bed")

// daysOff reads "take Friday off", "have the R&R".
func (r *reader) daysOff(at, limit int) bool {
	if t := &r.toks[at]; at+2 >= limit || !t.is("take") && !t.is("have") && t.word != "book" {
		return false
	}
	return r.anyOf(restDays, at+1, limit) || days.has(r.toks[at+1].word) && r.toks[at+2].word == "off"
}

var restDays = compileAll("P|the|some|her r|rest|leave|annual|toil|pto\n~ monday|tuesday|wednesday|thursday|friday|week|weeks|afternoon off")

// hardSoft are things asked for with the verb of a favour that are work all the same.
var hardSoft = compileAll(`
	hold off|back|fire on|with|until|from O
	stop the|P|all O
	stop G O
	leave the|P|that|this ~ out
	leave out O
	keep O ~ under|below|to|short|simple
	send it|the|this|P ~ out|again|back|to T
`)

var handsOver = compileAll(`
	feel free
	make|take the final|whole? decision|call|choice|lead|reins
	make|take|find P own O
	make up P mind
	come|get|go up|back with me? O
	come|get|go back? to me|us
	make the|a|P case|argument|proposal|pitch
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
	stop worrying|apologising
	stop working $|late|so|at|weekends|evenings|through|over
	close the|P laptop
	have a|fun|some O
	slow down
	report ~ hr
	get some|well|rest|home|better|help
	get ~ looked|seen|checked
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
		if t.word == "spot" || t.word == "agenda" || t.word == "touch" || t.word == "list" || t.word == "cc" || t.word == "contact" || learning.has(t.word) {
			return false
		}
	}
	return true
}

// learning is what the report is put on for their own sake.
var learning = words("course courses training programme program phone line board panel mailing waiting leave insurance pension scheme visa")

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
	=have|=want R G
`)

// deniesR reads "didn't let her present", "don't want him to join".
func (r *reader) deniesR(i int) bool {
	c := &r.clauses[i]
	if c.modal != "" && !(c.modal == "would" && (r.toks[c.head].is("let") || r.toks[c.head].is("have"))) {
		return false
	}
	for _, p := range denies.all() {
		if end, v, ok := r.match(p, c.head, c.to); ok {
			return r.toks[v].has(does|acts|decides) && r.isWork(v, c.to, state|says) && !(end < c.to && (r.toks[end].word == "down" || r.toks[end].word == "alone"))
		}
	}
	return false
}
