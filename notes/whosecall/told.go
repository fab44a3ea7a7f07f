package whosecall

// ruled reads "I instructed that the sample be doubled".
var ruled = compileAll("=instruct|=direct|=order|=mandate|=stipulate|=rule|=dictate that")

var polite = compileAll("=ask R could|can|would $")

// told are the ways to tell that the next clause orders something.
var told = compileAll(`
	=tell|=say|=remind|=inform|=advise R|to? R? * ~ $
	=insist|=stress|=repeat|=emphasise ~ $
	=ask|=demand|=request that $
	=let R know that? $
	=make it|that? clear|plain ~ $
	=be clear|firm|adamant|blunt|explicit ~ $
	=have to say|to that? $
	=make sure|certain that? $
`)

// toldR reads an order in the clause after the telling: "told her she must drop it", "told her: keep the old one".
func (r *reader) toldR(i int) bool {
	c := &r.clauses[i]
	head := &r.toks[c.head]
	next := r.next(i)
	if r.anyOf(ruled, c.head, c.to) {
		return true
	}
	if next != nil && next.subject == subjectR && next.joint == "" && r.anyOf(polite, c.head, c.to) {
		for v := next.from + 1; v < next.to; v++ {
			if r.toks[v].form&base != 0 {
				return r.isWork(v, next.to, soft)
			}
		}
	}
	if next == nil || !r.anyOf(told, c.head, c.to) {
		return false
	}
	if r.asksNicely(c, next) {
		return true
	}
	toR := c.head+1 < c.to && r.toks[c.head+1].who == whoR || c.head+2 < c.to && r.toks[c.head+1].word == "to" && r.toks[c.head+2].who == whoR
	if next.joint == ":" && toR {
		v := next.from
		return v < next.to && r.toks[v].form&base != 0 && r.toks[v].has(does|acts) && r.isWork(v, next.to, cares)
	}
	if next.joint == "" && next.subject == subjectMe && next.explicit && (toR || !head.is("tell")) {
		return r.iWant(c, next)
	}
	if next.joint != "" || next.subject != subjectR || next.head < 0 || !(toR || !head.is("tell")) {
		return false
	}
	if !r.ordersModal(c, next, toR) || !r.isWork(next.head, next.to, 0) || next.near {
		return false
	}
	c.through = next.to
	return true
}

// asksNicely reads an order put as a question about what R can do: "asked if she could pull the numbers by Thursday".
func (r *reader) asksNicely(c, next *clause) bool {
	if !r.toks[c.head].is("ask") || next.subject != subjectR || next.head < 0 || next.head+1 >= next.to || next.negated ||
		!(next.joint == "if" || next.joint == "whether" || r.toks[next.from-1].word == "whether" || r.toks[next.from-1].word == "if") {
		return false
	}
	if next.modal != "can" && next.modal != "could" && next.modal != "would" || !r.toks[next.head].has(does|acts) || r.fits(element{kind: 'O'}, next.head+1, next.to) == 0 {
		return false
	}
	return r.isWork(next.head, next.to, soft) && !r.toks[next.head].has(state) && !r.anyOf(takesOn, next.head, next.to)
}

var takesOn = compileAll("take O|on|over\nrun O\ndo it|this|that|without|more|differently\nmanage|handle O\nuse me|my|some|more|help\nadd|change|drop anything|something|one\nmake|join|attend|apply|change|cut O ~ if|differently|better|herself")

// iWant reads "told her I want the order by noon", "made it plain I need her to cut it".
func (r *reader) iWant(c, next *clause) bool {
	h := next.head
	if h < 0 || next.negated || next.modal != "" || !(r.toks[h].is("want") || r.toks[h].is("need") || r.toks[h].is("expect") || r.toks[h].is("require")) || h+1 >= next.to {
		return false
	}
	if r.fits(element{kind: 'R'}, h+1, next.to) > 0 && !r.ownsNext(h+1, next.to) {
		if v, ok := r.firstMatch(toDo, h+1, next.to); ok && r.isWork(v, next.to, state) {
			c.through = next.to
			return true
		}
		return false
	}
	t := &r.toks[h+1]
	if determiners.has(t.word) && !r.within(views, h+1, next.to) || r.isWhen(h+1) {
		c.through = next.to
		return true
	}
	return false
}

var views = compileAll("view|views|opinion|ideas|idea|input|feedback|thoughts|take|help|time|break|holiday|chat|word|minute|day|rest|coffee|bit")

// ordersModal reports whether what R is told to do is said as an order: "she must", "she can not", "that she drop it".
func (r *reader) ordersModal(c, next *clause, toR bool) bool {
	head := &r.toks[c.head]
	switch next.modal {
	case "should", "must", "ought", "need to", "has to", "had to", "have to", "better", "is to":
		return true
	case "can", "could", "may":
		return next.negated && r.toks[next.head].has(does|acts|decides)
	case "":
		bare := r.toks[c.to-1].word == "that" && r.toks[next.head].form&base != 0
		if head.is("make") && r.toks[c.head+1].word != "it" && r.toks[c.head+1].word != "that" {
			return r.toks[next.head].has(does|acts) && !r.toks[next.head].has(state|soft)
		}
		return head.is("insist") || next.future && toR && !next.negated || bare && (toR || !head.is("say") && !head.is("tell"))
	}
	return false
}

var toldSo = compileAll("=tell R * so|that|this|today|yesterday|straight? $\n=be|=have what|that? =tell R $\n=say so? $\n=make that|this ~ clear|plain")

var offOrOn = words("on off onto out back")

// wasTold reads "Ana has been told to drop the pilot", unless somebody else is said to have told her.
func (r *reader) wasTold(i int) bool {
	c := &r.clauses[i]
	if c.subject != subjectR || c.negated || c.near || c.head < 0 || c.modal != "" {
		return false
	}
	for at := c.from; at < c.to; at++ {
		if r.toks[at].word == "by" && at+1 < c.to && r.toks[at+1].who != whoMe && !r.isWhen(at+1) && r.toks[at+1].word != "end" {
			return false
		}
	}
	for at := c.from; at < c.to; at++ {
		if v, ok := r.firstOf(hasBeenTold, at, c.to); ok {
			return !r.toks[v].has(says) && r.isWork(v, c.to, state)
		}
	}
	return false
}

var hasBeenTold = compileAll("been told|instructed|ordered|directed * to * V\nwas|is|were told|instructed|ordered|directed * by me * to * V\nwas|is|were told|instructed|ordered|directed * to * V ~ by me")

// toldBare reads "told her Terraform, not Pulumi": what is told is a thing without a verb or an article.
func (r *reader) toldBare(i int) bool {
	c := &r.clauses[i]
	at := c.head + 2
	if c.negated || !r.toks[c.head].is("tell") || at >= c.to || r.fits(element{kind: 'R'}, c.head+1, c.to) == 0 {
		return false
	}
	for at+1 < c.to && (r.toks[at].word == "flat" || r.toks[at].word == "straight" || r.toks[at].word == "out" || r.toks[at].word == "point-blank") {
		at++
	}
	t := &r.toks[at]
	if t.word == "no" && at+1 < c.to && !r.toks[at+1].mark {
		return !noOrder.has(r.toks[at+1].word) && r.toks[at+1].who == whoNone
	}
	if t.mark || t.who != whoNone || t.verb != nil || determiners.has(t.word) || noObject.has(t.word) || isAdverb(t.word) || fillers.has(t.word) || wh.has(t.word) || isAux(t.word) || tellings.has(t.word) || joints.has(t.word) {
		return false
	}
	for n := at + 1; n < c.to; n++ {
		if finite(&r.toks[n]) && r.toks[n].form&base == 0 || r.toks[n].who == whoMe || isAux(r.toks[n].word) || r.toks[n].word == "about" {
			return false
		}
	}
	next := r.next(i)
	return next == nil || next.joint != ""
}

// noOrder are what "told her no …" is no order with.
var noOrder = words("worries worry problem problems rush need hurry pressure stress idea one decision news surprises shame harm issue issues way to on about drama dramas change changes thanks and but")

var tellings = words(`that this there no not never good great well bad thanks thank news what things something everything nothing anything stories lies jokes
off apart goodbye hello congrats congratulations yes lots more most one two privately face person straight how`)

// toldAfter reads an order that stands before the telling: "No more demos, I told her".
func (r *reader) toldAfter(i int) bool {
	c := &r.clauses[i]
	if next := r.next(i); next != nil && next.joint == "" || c.negated || c.modal != "" || !r.anyOf(toldSo, c.head, c.to) {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		b := &r.clauses[j]
		first := &r.toks[b.from]
		switch {
		case first.word == "no" && b.from+1 < b.to && r.toks[b.from+1].word == "more":
			return true
		case b.subject == subjectR && b.explicit && b.head >= 0 && r.toks[b.head].word == "is" && b.head+1 < b.to && offOrOn.has(r.toks[b.head+1].word):
			return true
		case b.subject == subjectR && b.explicit && b.head >= 0 && b.future && !b.negated && b.modal == "":
			return r.toks[b.head].has(does|acts) && r.isWork(b.head, b.to, cares)
		case first.who == whoR && b.from+2 < b.to && r.toks[b.from+1].word == "to" && r.toks[b.from+2].form&base != 0:
			return r.isWork(b.from+2, b.to, cares) && !r.within(leftToR, b.from, b.to)
		case b.subject != subjectMe && b.subject != subjectWe && b.explicit && b.head >= 0 && (!b.negated || b.modal == "is to" || b.modal == "must") && (b.modal == "is to" || b.modal == "must" || b.modal == "has to" || b.modal == "should" || b.modal == "need to"):
			return (r.toks[b.head].is("be") || r.isWork(b.head, b.to, cares)) && !r.within(leftToR, b.from, b.to)
		}
	}
	return false
}
