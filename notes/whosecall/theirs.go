package whosecall

// prescribed is "she should drop it", as the manager's verdict on work.
func prescribed(r *reader, i int) bool {
	c := &r.clauses[i]
	if c.subject != subjectR || !c.explicit && !c.dropped || c.head < 0 || c.perfect || c.passive || c.near || r.toks[c.from].word == "everyone" || r.toks[c.from].word == "everybody" {
		return false
	}
	switch c.modal {
	case "should", "must", "ought":
	case "need to", "has to", "have to", "better":
		if c.negated {
			return false
		}
	default:
		return false
	}
	head := &r.toks[c.head]
	if !head.has(does|acts) || head.has(hands) && !head.is("drive") && !head.is("own") || c.future && c.modal == "should" && !c.negated && !r.within(ratherThan, c.head, r.sentenceEnd(i)) {
		return false
	}
	if r.anyOf(caring, c.head, c.to) || r.anyOf(handsOver, c.head, c.to) || r.within(byFact, c.head, r.sentenceEnd(i)) || factual.has(head.lemma()) && !r.anyOf(goWith, c.head, c.to) {
		return false
	}
	if i > 0 && c.joint == "" && r.clauses[i-1].subject == subjectMe && r.clauses[i-1].head >= 0 {
		before := &r.toks[r.clauses[i-1].head]
		if before.is("see") || before.is("ask") || before.is("hear") || before.is("read") || before.is("understand") || before.is("wonder") || before.is("agree") || before.is("doubt") {
			return false
		}
		c.thinks = true
	}
	return true
}

var ratherThan = compileAll("not O\nfewer|less|more O\ninstead\nrather than")

var goWith = compileAll("go with|ahead|for O\nhand|give O ~ to T\nput the|those|these|this|P ~ at|on|in|into|first|before|above O\nget|put|keep|bring the|those|these|this|all ~ done|green|signed|ready|out|up|down|moving|in|live|approved|finished|fixed|under|over|to|short|simple|on|off")

var factual = words("go leave wait attend join get put bring be return renew follow pay read count keep start call tell ask limit invite hold turn hand give back work")

var byFact = compileAll("by law\nby|per contract|policy|regulation|statute\nP ~ passport|visa|exam|train|flight|bus|school|kids|parents|landlord|lease|car|flat|baby|dog|son|daughter|mum|mother|dad|father|husband|wife|house\nthe ~ train|bus|flight|kids|baby|dog|car|house|visa|results|landlord\nschool|nursery|kindergarten|court|jury|embassy\nmore|less|further $\nmore|less often|of|time")

// handsUp are the ways in which the call is brought to me. They stand anywhere in the line.
var handsUp = compileAll(`
	waiting|waits|waited|wait on|for my|me O
	waiting|waits|waited on|for me $
	waiting|waits|waited on me to V
	=send|=slack|=email|=mail|=forward|=ping|=text|=message|=show|=bring me ~ for my? final? ok|okay|approval|sign-off|signoff|go-ahead|blessing|decision|permission|green-light|verdict
	=hand|=pass|=give|=bring|=push|=throw|=bat|=lob|=leave|=send O ~ to|at|on|over|with me to V
	=want|=need|=ask|=look|=seek|=get for? a|my|some|clear ~ steer|direction|guidance from|by|on|of|off me
	=want|=need|=seek my steer|guidance|direction|say-so
	until|till|unless|before i * have ~ seen|read|checked|approved|signed|reviewed|looked|decided|confirmed
	without me signing|approving|checking|looking|saying|agreeing
	=want|=ask|=need me to be the one
	=drop|=dump|=leave|=land|=plonk ~ on my desk|lap|plate
	in my court|lap
	=ask|=want|=need me? ~ help ~ choosing|deciding|picking|choose|decide|pick|prioritise
	=double-check ~ with me
	=pass|=hand|=give|=send|=throw me the|a|this|that|P ~ problem|issue|complaint|mess|dispute|conflict|decision
	=come|=be back to|with me
	decision|choice|call should|must be mine|me
	until|till|unless i have O
	=want|=need|=seek|=like reassurance|confirmation|clarity|certainty from|by me
	=wait to hear|know|see|find which|what|who|whether|if ~ i|me
	until i =be|=get|=come back
	until i return
	if|whether it|that is ok|okay|alright|fine|right to V
	=ask|=want me to have a word|chat
	=ask me to $
	because|since i have|did not * V|okayed|approved|signed|answered|decided|replied|looked|read|confirmed|said|chosen|picked|got|had|seen
	if|whether i would|am|was be? happy|ok|okay|fine|comfortable|good with|to|about
	=ask which ~ first|next|best|wins
	not * V ~ without me
	=ring|=call|=text|=message|=ping|=slack|=email|=ask|=phone|=dm me ~ can|could|should|may|shall she|he|they|R V
	=ask|=want|=need|=wish me to V every|each|all
	=ask|=want|=like|=wish|=need me to say $|which|what|who|yes|no|if|whether
	waiting|waits for me to V
	blocked|stuck|held until|by|on|up? me|my O
	blocked|stuck|held on|by me|my
	blocked|stuck on me
	until|till|unless|before i * approve|decide|choose|confirm|sign|ok|okay|say|answer|pick|agree|give
	=need|=want|=seek|=await|=request|=lack a|the|an ~ ok|okay|approval|sign-off|signoff|go-ahead|blessing|decision|permission|green-light|yes|nod|verdict|call from|by me
	=need|=want|=seek|=await|=request|=lack my final? ok|okay|approval|sign-off|signoff|go-ahead|blessing|decision|permission|green-light|yes|nod|verdict|call|answer
	=ask me? ~ for my|a|the|an|permission ~ ok|okay|approval|sign-off|signoff|go-ahead|blessing|decision|permission|green-light|verdict|answer|ruling|direction|steer|call|pick|guidance|say-so|instructions|thumbs-up
	=ask me? for permission|approval|sign-off|direction|instructions|directions
	=come|=turn|=run to me ~ for|with ~ decision|answer|problem|solution|ok|approval|ruling|permission|choice|question|verdict|instructions|conflict|argument
	=come|=turn|=run to me to * decide|choose|settle|pick|ask
	=bring me ~ problem|argument|conflict|decision|choice|question
	=bring|=pass|=escalate|=kick|=hand|=push|=put|=throw|=refer|=bounce|=punt|=delegate|=give|=leave|=bump ~ decision|choice|question|problem|call|issue|conflict|argument|ball ~ to|up|on|with|in|at me|my
	=escalate|=punt|=bounce|=bump|=defer ~ to me
	=leave it|this|that|everything to|with me
	=defer|=look to me
	=put ~ on my desk|plate|table
	landed|lands|ended|ends up? with|on me|my
	it|that|this|the ~ =be my call|decision|choice
	it|that|this =be up to me
	whatever|whichever|what i =think|=say|=want|=prefer|=decide|=like|=pick best|$
	whatever i think|say|want|prefer|decide
	=check|=clear|=confirm|=run|=agree ~ with|by|past me ~ every|each|all|everything
	=send|=show|=forward|=cc|=bring|=copy me every|each|all ~ before|first
	=go through|via me
	=refer|=escalate|=flick|=punt|=bump|=defer|=bounce|=lob ~ ~ to|at me
	=want|=need|=like|=await|=seek|=get a|the|my|an ~ pick|decision|answer|ruling|steer|verdict|call|line|ok from|off|by me
	=want|=need|=seek|=await|=like my final? ok|okay|approval|blessing|decision|verdict|call|answer|pick|word|say|steer|line|ruling|preference|choice
	rather|sooner i =tell|=decide|=do|=choose|=speak|=take|=pick|=handle|=call|=sign|=make|=write|=run|=lead|=ring|=deal|=go
	=flick|=send|=hand|=give|=bring|=pass|=throw|=forward|=lob me O ~ to deal|handle|sort|fix|solve|settle|decide|approve|sign|resolve|answer|choose
	without asking|checking $|first
	not * V ~ until|till|unless|before|without ~ i|me|my
	will|would|can|could not V|be ~ without asking|checking
	=refuse|=decline to V ~ until|unless|without ~ i|me|my
	=ask|=want|=like to be told|shown ~ what|which|how
	not * =want|=like|=dare|=wish|=care to choose|decide|pick|commit
	would|will not choose|decide|pick|commit $|on|to|between|which|herself
	would|will not be drawn
	=ask shall|should|can|do we|i V
	so|hoping that? i will V
	=check|=clear|=confirm|=run ~ with|by|past me before|first|each|every|whenever
	=check|=clear|=confirm|=run everything|it|each|every|all ~ with|by|past me
	=ask me every|each
	pending my O
	without my ok|okay|approval|sign-off|signoff|go-ahead|blessing|decision|permission|green-light|yes|nod
	=ask me what|which|who|whom ~ =be next|first
	=ask me? ~ for the|my|a final|last word|say
	=ask me ~ what|which|who the|P next|first|right|best ~ step|move|priority|task|thing|answer|choice
`)

var askedMe = compileAll(`
	=ask|=wonder|=check|=text|=message|=ping|=phone|=call|=email|=write|=ring|=slack|=dm|=whatsapp|=buzz|=come|=stop|=catch|=grab me * what|which|who|whom|how|where|when|whether|if
	=ask|=text|=message|=ping|=phone|=call|=email|=write|=ring|=slack|=dm|=whatsapp|=buzz|=come to? me ~ to|about|on|for|over|asking|know|ask|and|asked|see|saying|because|about ~ what|which|who|whom|whether|if
	=want|like|asked|asks|asking|wondered|wondering to? know what|which|who|how|where|when|whether|if
	asked|asks|asking|ask|wondered|wonders * whether|if|what|which|who|how|where|when
	unsure|unclear whether|if|what|which|who|how
`)

var askedWork = compileAll(`
	=ask|=want|=need|=expect|=like|=beg|=get|=press|=push|=wish me ~ to * V
	=ask|=want|=need|=like me to make the|a|that|this ~ call|decision|choice
	=ask|=want|=need|=like me to sign ~ off
	hoping|hopes|hoped i will|would|could|can O
`)

var toDo = compileAll("~ to * V")

var taskForMe = words(`decide choose pick select approve ok okay settle rule prioritise handle fix sort solve resolve take step weigh rewrite write draft chase negotiate call
approve confirm authorise mediate intervene overrule escalate talk speak tell finish do answer reply deal clear arrange select break set unblock push get choose allocate order
email contact phone cancel veto green-light greenlight`)

// upward reports whether the report hands the call up in clause i.
func (r *reader) upward(i int) bool {
	c := &r.clauses[i]
	if c.subject == subjectMe && c.explicit || c.subject == subjectWe || c.negated && c.head >= 0 && !c.future && c.modal != "can" && c.modal != "could" && !r.waitsForMe(i) || c.near || c.modal == "would" && !r.wouldLike(c) {
		return false
	}
	if c.subject == subjectOther && !r.aboutR(i) || r.gone(c) || r.myQuestion(i) {
		return false
	}
	return (r.bringsUp(i) || r.askedBefore(i)) && !r.ownTask(i) && !r.takenBack(c.to)
}

var untilI = compileAll("until|till|unless|before i\nbecause|since i have|did not")

// waitsForMe reads "does not want to send it until I …": what is not done hangs on me.
func (r *reader) waitsForMe(i int) bool {
	return r.within(untilI, r.clauses[i].from, r.sentenceEnd(i))
}

// bringsUp reports whether clause i says so in one of the ways of handsUp, or asks.
func (r *reader) bringsUp(i int) bool {
	c := &r.clauses[i]
	limit := r.sentenceEnd(i)
	for at := c.from; at <= c.to && at < limit; at++ {
		if r.anyOf(handsUp, at, limit) && (c.subject != subjectMe || r.dropsR(at, c)) {
			return true
		}
		if r.asks(i, at, limit) {
			return true
		}
	}
	return false
}

// myQuestion reports whether clause i stands in what I asked or thought: "I asked whether she wants me to step in".
func (r *reader) myQuestion(i int) bool {
	c := &r.clauses[i]
	if i == 0 || c.joint != "" && c.joint != "if" {
		return false
	}
	before := &r.clauses[i-1]
	return before.subject == subjectMe && before.head >= 0 && !(r.toks[before.head].is("hear") || r.toks[before.head].is("notice") || r.toks[before.head].is("realise") || !before.explicit && r.toks[before.head].is("ask"))
}

func (r *reader) wouldLike(c *clause) bool {
	return r.within(defers, c.from, r.longEnd(c)) || c.head >= 0 && (r.toks[c.head].is("like") || r.toks[c.head].is("love") || r.toks[c.head].is("prefer"))
}

// askedBefore reads a question without quotation marks before "she asked": "Is it ok if I turn them down, Ana asked".
func (r *reader) askedBefore(i int) bool {
	c := &r.clauses[i]
	if c.subject != subjectR || c.head < 0 || !r.toks[c.head].is("ask") || c.head+1 < c.to && r.toks[c.head+1].who != whoMe && !isAdverb(r.toks[c.head+1].word) {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if first := r.toks[r.clauses[j].from].word; (isAux(first) || wh.has(first)) && r.within(weDo, r.clauses[j].from, c.from) {
			return true
		}
	}
	return false
}

var weDo = compileAll("should|shall|can|do|if|may|could|would|will i|we")

var defers = compileAll("whatever|whichever i\nrather|sooner i\nnot be drawn\nnot choose|decide|pick|commit\n=wait for|on me|my\nwithout asking|checking|me")

// aboutR reports whether a clause whose subject is a thing is about something of the report's: "her draft waits for my ok".
func (r *reader) aboutR(i int) bool {
	c := &r.clauses[i]
	about := r.toks[c.from].form&third != 0 // "Needs my approval"
	for at := c.from; at < c.to && at < c.head; at++ {
		t := &r.toks[at]
		name := t.capital && t.verb == nil && !determiners.has(t.word) && (at > c.from || len(t.word) > 2 && !projectNouns.has(t.word))
		if t.who == whoOther && !broughtUp.has(r.toks[at+1].word) || t.who != whoR && name || t.word == "boss" || t.word == "manager" || t.word == "hr" {
			return false
		}
		about = about || t.who == whoR || broughtUp.has(t.word) || projectNouns.has(t.word)
	}
	return about
}

var broughtUp = words("it this that everything nothing decision choice question call ball rest work draft whatever problem issue topic")

// gone are words that say that it is over: "no longer waits for me", "without waiting for my ok".
func (r *reader) gone(c *clause) bool {
	for at := c.from; at < c.to; at++ {
		switch r.toks[at].word {
		case "without", "instead", "stopped", "longer", "never", "not", "rather":
			if r.toks[at].word == "rather" && at+1 < len(r.toks) && r.toks[at+1].who == whoMe {
				continue
			}
			if r.toks[at].word == "not" && at > c.from && (willing(r.toks[at-1].word) || r.waitsForMe(r.clauseOf(at))) {
				continue
			}
			if r.toks[at].word == "not" && r.waitsForMe(r.clauseOf(at)) {
				continue
			}
			if r.toks[at].word == "without" && at+1 < c.to && (c.negated || r.toks[at+1].who != whoMe && r.toks[at+1].form&ing == 0) {
				continue
			}
			return true
		}
	}
	return false
}

// dropsR reports whether a clause without a subject, which would be mine, can only be the report's: it speaks of me.
func (r *reader) dropsR(at int, c *clause) bool {
	if c.explicit {
		return false
	}
	for _, t := range r.toks[at:c.to] {
		if t.who == whoMe {
			return true
		}
	}
	return false
}

// asks reads "asked me which vendor to pick", "wants me to decide", "asked whether he can push it".
func (r *reader) asks(i, at, limit int) bool {
	c := &r.clauses[i]
	for n, p := range askedWork.all() {
		if _, v, ok := r.match(p, at, c.to); ok && (v < 0 || taskForMe.has(r.toks[v].lemma()) || r.toks[v].has(does) && !r.toks[v].has(soft) && !r.toks[v].is("make")) && (v >= 0 || n > 0) {
			return (c.subject != subjectMe || r.dropsR(at, c)) && (v < 0 || !r.favour(v, c.to))
		}
	}
	if v, ok := r.firstOf(saysIShould, at, limit); ok && c.subject == subjectR && r.toks[v].has(decides|does) && taskForMe.has(r.toks[v].lemma()) {
		return true
	}
	for n, p := range askedMe.all() {
		end, _, ok := r.match(p, at, limit)
		if !ok {
			continue
		}
		named := r.within(compiledMe, at, end)
		if c.subject == subjectMe && !(named && r.dropsR(at, c)) && !(n == 3 && r.bareAsk(i, at)) {
			continue
		}
		if c.subject == subjectMe && c.explicit {
			continue
		}
		if r.wantsCall(i, end, limit) {
			return true
		}
	}
	return false
}

// saysIShould is what R says about whose call it is: "thinks I should pick".
var saysIShould = compileAll("=say|=think|=feel|=reckon|=suggest|=prefer|rather that? i * should|must|would|had|have? to? * V")

// firstOf is the verb of the first of the patterns with one that fits at at.
func (r *reader) firstOf(patterns *patterns, at, limit int) (verb int, ok bool) {
	if at >= limit || !patterns.mayBegin(&r.toks[at]) {
		return -1, false
	}
	for _, p := range patterns.all() {
		if _, verb, ok = r.match(p, at, limit); ok && verb >= 0 {
			return verb, true
		}
	}
	return -1, false
}

var compiledMe = compileAll("me")

// bareAsk reads "asked if she could skip it" at the start of a line: nobody asks herself.
func (r *reader) bareAsk(i, at int) bool {
	next := r.next(i)
	if next != nil && r.clauses[i].from == at && next.joint == "" && next.subject == subjectMe && next.explicit && next.modal == "would" && wh.has(r.toks[next.from-1].word) {
		return true
	}
	return (r.clauses[i].from == at || at > 0 && r.toks[at-1].word == "to") && !r.clauses[i].explicit && next != nil && next.subject == subjectR && (next.joint == "" || next.joint == "if") && (r.toks[next.from-1].word == "if" || r.toks[next.from-1].word == "whether")
}

var favours = compileAll("V ~ reference|intro|introduction|boss|hr|panel|feedback|opinion|view\n=take ~ look|part|time\n=tell R|P more|about|why\n=make time|it\n=do less|more\n=talk|=speak less|more|about|to R\n=step back|aside|out\n=get out|involved? ~ of|less|earlier")

func (r *reader) favour(at, limit int) bool {
	return r.anyOf(favours, at, limit) || r.toks[at].is("step") && !(at+1 < limit && r.toks[at+1].word == "in")
}

// wantsCall reports whether what was asked is a call: what to do, which one I would take, whether they may.
func (r *reader) wantsCall(i, at, limit int) bool {
	asked := r.toks[at-1].word
	yesNo := asked == "whether" || asked == "if"
	if v, ok := r.firstMatch(toDo, at, min(limit, at+8)); ok && r.clauseOf(v) <= r.clauseOf(at)+1 && r.clauses[r.clauseOf(v)].subject != subjectOther {
		t := &r.toks[v]
		return !t.has(cares|state) && !t.is("expect") && !t.is("claim") && !t.is("read") && !(t.is("apply") || t.is("park") || t.is("eat"))
	}
	for j := i; j < len(r.clauses) && j <= i+2; j++ {
		c := &r.clauses[j]
		if c.from < at-1 || c.head < 0 || c.head >= limit {
			continue
		}
		head := &r.toks[c.head]
		switch {
		case c.subject == subjectR && (c.modal == "should" || c.modal == "shall" || c.modal == "must" || c.modal == "need to" || c.modal == "has to" || c.modal == "have to"):
			return !head.has(cares)
		case c.subject == subjectR && yesNo && (c.modal == "can" || c.modal == "could" || c.modal == "may" || c.modal == "might"):
			return head.has(does|acts|decides) && (!permitted.has(head.lemma()) || r.anyOf(beyond, c.head, c.to) || head.is("go") && c.head+2 < c.to && r.toks[c.head+1].word == "to" && r.isWhen(c.head+2)) && !r.anyOf(caring, c.head, c.to)
		case c.subject == subjectWe && (c.modal == "should" || yesNo && (c.modal == "" || c.modal == "can" || c.modal == "could")):
			return head.has(does|acts|decides) && !head.has(state)
		case c.subject == subjectMe && c.explicit && !yesNo && ((c.modal == "would" || c.modal == "should") && head.has(does|acts|decides) || head.is("prefer") || head.is("want") || head.is("favour") || head.is("recommend")):
			return true
		case c.subject == subjectMe && c.explicit && yesNo && (c.modal == "could" || c.modal == "can" || c.modal == "would" || c.future) && taskForMe.has(head.lemma()):
			return !r.favour(c.head, c.to)
		case c.subject == subjectR && c.head > c.from && r.toks[c.head-1].word == "shall":
			return !head.has(cares)
		case c.subject == subjectMe && yesNo && (head.is("approve") || head.is("agree") || head.is("mind")) && c.explicit:
			return true
		}
		return false
	}
	return false
}

// beyond is going further than what was agreed, which is a call and no leave to go.
var beyond = compileAll("go with|ahead|over|above|below|beyond|under|past|public|live\ngo to a? O ~ %|percent|pct\nsay yes|no|that|to")

var permitted = words("leave go take join come attend tell ask call see read swap work share invite book count say watch learn help")

func (r *reader) clauseOf(at int) int {
	for i := range r.clauses {
		if at < r.clauses[i].to {
			return i
		}
	}
	return len(r.clauses) - 1
}
