package whosecall

func tellingConditions() conditionSet {
	return conditionSet{
		"a favour that is work follows": (*reader).isAskedWork,
		"an order follows":              (*reader).orderFollows,
		"an order stands before":        (*reader).orderBefore,
		"a flat no":                     (*reader).isFlatNo,
		"a bare order":                  (*reader).isBareOrder,
		"an order":                      (*reader).isPassedOn,
		"told by nobody else":           (*reader).isToldByMe,
	}
}

var (
	leftToThem    = phrasesOf("guard · left to them")
	toDo          = phrasesOf("to do")
	views         = phrasesOf("views")
	noOrders      = words("no orders")
	toldOtherwise = words("told otherwise")
	offOrOn       = words("off or on")
)

// isAskedWork reads "asked her could she clean up the backlog".
func (r *reader) isAskedWork(f fit) bool {
	next := r.next(f.i)
	for v := next.from + 1; v < next.to; v++ {
		if r.toks[v].form&base != 0 {
			return r.isWork(v, next.to, soft)
		}
	}
	return false
}

// orderFollows reads an order in the clause after the telling: "told her she must drop it", "told her: keep the old one".
func (r *reader) orderFollows(f fit) bool {
	c, next := f.c, r.next(f.i)
	if next == nil {
		return false
	}
	named := r.namesR(c)
	switch {
	case next.joint == ":" && named:
		return r.toks[next.from].form&base != 0 && r.toks[next.from].has(does|acts) && r.isWork(next.from, next.to, 0)
	case r.goesOnToOrder(next, named):
		return r.theyMust(c, next, named)
	case next.joint != "" || !named && r.head(f).is("tell"):
		return false
	case next.subject == subjectMe && next.explicit:
		return r.iWant(c, next)
	case next.subject == subjectR:
		return r.theyMust(c, next, named)
	}
	return false
}

// goesOnToOrder reads "said to Ana, she must stop": the comma is where another first language has it.
func (r *reader) goesOnToOrder(next *clause, named bool) bool {
	return next.joint == "," && named && next.subject == subjectR && isMust(next.modal)
}

// namesR reports whether the report stands behind the verb of telling: "told her", "said to her".
func (r *reader) namesR(c *clause) bool {
	at := c.head + 1
	if at+1 < c.to && r.toks[at].word == "to" && r.toks[at+1].who == whoR {
		return true
	}
	return at < c.to && r.toks[at].who == whoR
}

// theyMust reads "told her she must drop it".
func (r *reader) theyMust(c, next *clause, named bool) bool {
	if next.head < 0 || next.near || !r.ordersThem(c, next, named) || !r.isWork(next.head, next.to, 0) {
		return false
	}
	c.through = next.to
	return true
}

// iWant reads "told her I want the order by noon", "made it plain I need her to cut it".
func (r *reader) iWant(c, next *clause) bool {
	at := next.head + 1
	if next.head < 0 || next.modal != "" || at >= next.to {
		return false
	}
	head := &r.toks[next.head]
	if next.negated && head.is("have") {
		return true // "I'm not having it"
	}
	if next.negated && !head.is("want") || !head.isOne("want", "need", "expect", "require") {
		return false
	}
	if !r.iWantWhat(next, at) {
		return false
	}
	c.through = next.to
	return true
}

// iWantWhat reports whether what I want at at is work, or something of it.
func (r *reader) iWantWhat(next *clause, at int) bool {
	if r.isR(at, next.to) && !r.ownsNext(at, next.to) {
		_, v, ok := toDo.at(r, at, next.to)
		return ok && r.isWork(v, next.to, state)
	}
	return determiners.has(r.toks[at].word) && !views.within(r, at, next.to) || r.isWhen(at)
}

// ordersThem reports whether what R is told to do is said as an order: "she must", "she can not", "that she drop it".
func (r *reader) ordersThem(c, next *clause, named bool) bool {
	switch next.modal {
	case "should", "must", "ought", "need to", "has to", "had to", "have to", "better", "is to":
		return true
	case "can", "could", "may":
		return next.negated && r.toks[next.head].has(does|acts|decides)
	case "":
		return r.ordersPlainly(c, next, named)
	}
	return false
}

// ordersPlainly reads an order without "must": "insisted she cuts it", "told her she's presenting", "asked that she drop it".
func (r *reader) ordersPlainly(c, next *clause, named bool) bool {
	head, theirs := &r.toks[c.head], &r.toks[next.head]
	if head.is("make") && r.toks[c.head+1].word != "it" && r.toks[c.head+1].word != "that" {
		return theirs.has(does|acts) && !theirs.has(state|soft)
	}
	if head.isOne("want", "wish", "expect", "demand", "prefer", "need", "require", "like") {
		return r.isWantedOfThem(next)
	}
	if head.is("insist") || next.future && named && !next.negated {
		return true
	}
	return r.toks[c.to-1].word == "that" && theirs.form&base != 0 && (named || !head.isOne("say", "tell"))
}

// isWantedOfThem reads what I want that they do: "want that she makes it", "prefer that he does not speak with them".
func (r *reader) isWantedOfThem(next *clause) bool {
	theirs := &r.toks[next.head]
	return theirs.has(does|acts|reaches) && (!theirs.has(state) || next.negated && theirs.isOne("speak", "talk"))
}

// orderBefore reads an order that stands before the telling: "No more demos, I told her".
func (r *reader) orderBefore(f fit) bool {
	for j := f.i - 1; j >= 0 && j >= f.i-3; j-- {
		if orders, known := r.ordersBefore(&r.clauses[j]); known {
			return orders
		}
	}
	return false
}

// ordersBefore reports whether a clause before the telling is an order, and whether that is known.
func (r *reader) ordersBefore(b *clause) (orders, known bool) {
	switch {
	case r.isNoMore(b), r.isOff(b), r.isOnlyThing(b):
		return true, true
	case b.subject == subjectR && b.explicit && b.head >= 0 && (b.future || r.isFlat(b)) && !b.negated && b.modal == "":
		return r.toks[b.head].has(does|acts) && r.isWork(b.head, b.to, 0), true
	case r.isToDo(b):
		return r.isWork(b.from+2, b.to, 0) && !leftToThem.within(r, b.from, b.to), true
	case r.mustBe(b):
		work := r.toks[b.head].is("be") || r.isWork(b.head, b.to, 0)
		return work && !leftToThem.within(r, b.from, b.to), true
	}
	return false, false
}

// isFlat reads "Hamid does the forecourt this week" before "I told him".
func (r *reader) isFlat(b *clause) bool {
	t := &r.toks[b.head]
	return t.form&third != 0 && isToldTo(t) && b.head+1 < b.to && r.isWhatTheyGet(t, &r.toks[b.head+1]) && !r.saysHowWell(b.head, b.to)
}

// isNoMore reads "No more demos", "no exceptions to the rule", "not doing the open day".
func (r *reader) isNoMore(b *clause) bool {
	if b.from+1 >= b.to {
		return false
	}
	next := &r.toks[b.from+1]
	return r.toks[b.from].word == "no" && !noOrders.has(next.word) || r.toks[b.from].word == "not" && next.form == ing
}

// isOnlyThing reads "The small one" before "I said".
func (r *reader) isOnlyThing(b *clause) bool {
	if b.head >= 0 || !determiners.has(r.toks[b.from].word) {
		return false
	}
	switch r.toks[b.to-1].word {
	case "one", "ones", "version", "option", "way", "route":
		return true
	}
	return false
}

// isOff reads "She's off the account".
func (r *reader) isOff(b *clause) bool {
	if b.subject != subjectR || !b.explicit || b.head < 0 || b.head+1 >= b.to {
		return false
	}
	return r.toks[b.head].word == "is" && offOrOn.has(r.toks[b.head+1].word)
}

// isToDo reads "Ana to drop the pilot".
func (r *reader) isToDo(b *clause) bool {
	return r.toks[b.from].who == whoR && b.from+2 < b.to && r.toks[b.from+1].word == "to" && r.toks[b.from+2].form&base != 0
}

// mustBe reads "the pilot has to go", "nothing is to be signed".
func (r *reader) mustBe(b *clause) bool {
	if b.subject == subjectMe || b.subject == subjectWe || !b.explicit || b.head < 0 {
		return false
	}
	switch b.modal {
	case "is to", "must":
		return true
	case "has to", "should", "need to":
		return !b.negated
	}
	return false
}

// isToldByMe reports whether nobody but me is said to have told R.
func (r *reader) isToldByMe(f fit) bool {
	c := f.c
	if c.negated || c.near || c.head < 0 || c.modal != "" {
		return false
	}
	for at := c.from; at+1 < c.to; at++ {
		if r.toks[at].word == "by" && r.toks[at+1].who != whoMe && !r.isWhen(at+1) && r.toks[at+1].word != "end" {
			return false
		}
	}
	return true
}

// isPassedOn reads "Ana has been told to drop the pilot".
func (r *reader) isPassedOn(f fit) bool {
	return !r.toks[f.verb].has(says) && r.isWork(f.verb, f.c.to, state)
}

// isFlatNo reads "told her no demos this week".
func (r *reader) isFlatNo(f fit) bool {
	at := r.pastFlatly(f)
	if at+1 >= f.c.to || r.toks[at].word != "no" || r.toks[at+1].mark {
		return false
	}
	return !noOrders.has(r.toks[at+1].word) && r.toks[at+1].who == whoNone
}

// isBareOrder reads "told her Terraform, not Pulumi": what is told is a thing without a verb or an article.
func (r *reader) isBareOrder(f fit) bool {
	at := r.pastFlatly(f)
	if at >= f.c.to || !isBareNoun(&r.toks[at]) {
		return false
	}
	for n := at + 1; n < f.c.to; n++ {
		t := &r.toks[n]
		if finite(t) && t.form&base == 0 || t.who == whoMe || isAux(t.word) || t.word == "about" {
			return false
		}
	}
	return true
}

// pastFlatly is where what is told begins: "told her flat out".
func (r *reader) pastFlatly(f fit) int {
	at := f.end
	for at+1 < f.c.to && saidFlatly(r.toks[at].word) {
		at++
	}
	return at
}

func saidFlatly(word string) bool {
	switch word {
	case "flat", "straight", "out", "point-blank":
		return true
	}
	return false
}

// isBareNoun reports whether a word is a thing without an article: in none of the lists of words that build sentences.
func isBareNoun(t *token) bool {
	if t.mark || t.who != whoNone || t.verb != nil || isAdverb(t.word) || isAux(t.word) {
		return false
	}
	for _, list := range [...]*wordSet{determiners, noObject, fillers, askingWords, toldOtherwise, joints} {
		if list.has(t.word) {
			return false
		}
	}
	return true
}
