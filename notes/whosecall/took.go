package whosecall

// takings is the rule Took.
type takings struct{ idioms, third, anchored, think *patterns }

func newTakings() *takings {
	return &takings{
		idioms: compileAll(`
			=take ~ over
			=take P|it|this|that|the ~ back
			=take ~ from here
			=take ~ off P|R ~ plate|list|hands|desk
			=take ~ off|from U
			=take on P O
			=take it|this|that|things|them ~ on|from|forward|up|over|myself|home
			=take it|this|that|these|them $
			=take that|this one|on|bit|part|piece
			=take the pen|wheel|lead|reins|keyboard|ticket|tickets|task|rest
			=take care of O
			=take charge|ownership|point
			=take P O? call|demo|slot|shift|meeting|session|talk
			=jump on|into the|a|that|this ~ call|thread|ticket|bug|meeting
			=take|=have a ~ stab|shot|pass|crack|go at O
			=step|=jump|=dive|=wade|=weigh in
			=have|=get|=do it|this|that ~ covered|done|sorted|fixed|finished|unblocked|ready|moving|approved|myself|out
			=have got this|it|that
			=get this|that|it one $
			=do it|this|that|these|them * $
			=do it|this|that|the|P ~ myself|for|instead
			=do P|the|all|most|half O
			=do now|all|both|most? myself
			=cover for R
			=do ~ talking|presenting|negotiating|explaining $
			=stay|=sit|=work|=log|=come ~ to * fix|finish|redo|rewrite|write|sort|do P
			=assume responsibility|charge|ownership|control
			=step|=wade|=weigh|=jump|=dive into the|a|P|that|this O
			=spend ~ on P O
			=muscle|=butt|=barge in
			=intervene in|on|with|for|$
			=talk|=speak over R
			=finish P sentence|sentences
			=bail R out
			=hang|=hold|=cling on|onto to? P|the|this|that ~ myself
			=keep P|the|this|that ~ myself|mine
			=keep P|the|this|that ~ with me
			=have|=get|=keep O ~ on my desk|plate|list $
			=drag|=pull|=claw|=snatch|=grab P|it|this|that|the ~ back
			=relieve R of O
			=wrestle|=grab|=snatch O ~ off|from R
			=have a|another|the ~ word|chat|conversation|talk with|to ~ for R $
			=take the|a|that|this ~ call|calls|demo|slot|shift|session because|as|since|for R
			=be on it $
			=own it|this|that|the|P
			=speak|=answer|=decide|=step in? for R
			=pick|=mop|=clean|=clear|=tidy|=scoop up P|the|what O
			=pick|=clean|=clear|=tidy|=sweep it|this|that|them up
			=look into it|this|that|why|the|how
			=put together O
			=put P|the|a|it O? ~ together
			=write|=sort|=work|=straighten|=iron|=figure|=map|=build|=draw|=bang|=hammer it|this|that|P|the? ~ out|up $
			=work|=straighten|=iron|=figure|=bang|=hammer|=thrash out O
			=see to it|this|that
			=make|=have sure it|this|that ~ done|ships|works
			=deal with O
			=set up the|a|P|that|this|all ~ board|pipeline|test|tests|environment|server|meeting-series|project|dashboard|repo|demo|job|build|script
		`),
		third: compileAll(`
			=talk|=speak|=reach|=write|=email|=mail|=get|=go|=chat|=sit out|back|down|on|to? to|with|in? T
			=call|=phone|=ring|=email|=mail|=contact|=chase|=ping|=message|=approach|=badger|=lobby T
			=have a|the ~ word|chat|conversation|talk with|to T
			=get T to V
			=talk|=speak|=write|=reach out? to|with the O
			=phone|=ring|=email|=chase|=ping|=badger|=text|=whatsapp|=slack the O
		`),
		anchored: compileAll(`
			for U
			on P behalf
			instead of U
			myself
			so|because R does|did|do|is|was
		`),
		think: compileAll(`
			=get|=come|=go back to R with|on|about the? ~ decision|answer|which|whether|it|solution|plan|choice
			=give R a|the|my ~ decision|answer|verdict tomorrow|later|by|on|$
		`),
	}
}

var strongTakes = words("rewrite redo rework rebuild redraft override overhaul restructure rerun reformat ghostwrite reschedule")

var talking = compileAll("talking|presenting|negotiating|explaining $")

var asNote = compileAll("as|for feedback|praise\n=make time|room|space\n=make P day|week|year")

var forMe = compileAll("for me|myself")

var speaksFor = compileAll("=speak|=answer|=decide|=step in? for R")

var getBack = compileAll("=get|=come back to R\n=let R know")

func (t *takings) matches(r *reader, i int) bool {
	c := &r.clauses[i]
	if c.negated || c.modal != "" && !r.saidWould(i) {
		return false
	}
	head := &r.toks[c.head]
	if r.within(forMe, c.head, c.to) || r.within(asNote, c.head, c.to) {
		return false
	}
	if r.toR(c) && !r.anyOf(speaksFor, c.head, c.to) {
		return false
	}
	switch {
	case c.future && head.is("take") && r.anyOf(takePart, c.head, c.to) && r.names(c, projectNouns), r.soIDid(i):
		return !r.within(takenOtherwise, c.head, c.to)
	case r.anyOf(t.idioms, c.head, c.to):
		return r.takesWork(c)
	case r.anyOf(t.think, c.head, c.to):
		return c.future
	case c.future && r.thinksFirst(i):
		return true
	case head.has(reaches|does|acts) && r.within(inPlace, c.head+1, c.to) && !r.within(forMe, c.head, c.to):
		return true
	case head.has(reaches) && r.excused(i):
		return true
	case r.anyOf(t.third, c.head, c.to):
		return c.future || r.within(t.anchored, c.head+1, c.to)
	}
	if c.head+2 < c.to && (head.has(does|acts) && !head.has(state) || head.has(reaches) || fetches.has(head.lemma())) && r.toks[c.head+1].word != "myself" && (c.future || head.form&(past|participle) != 0) && r.within(byMyself, c.head+2, c.to) && !r.within(toMyself, c.head+1, c.to) {
		return true
	}
	if !head.has(does) {
		return false
	}
	if r.excused(i) {
		return true
	}
	if c.endedUp && r.object(c) >= 0 {
		return true
	}
	object := r.object(c)
	if object < 0 {
		return strongTakes.has(head.lemma()) || c.head+1 < c.to && r.toks[c.head+1].word == "for" && r.within(t.anchored, c.head+1, c.to)
	}
	if r.within(t.anchored, c.head+1, c.to) {
		return true
	}
	if c.future {
		return r.takesObject(c, object)
	}
	return strongTakes.has(head.lemma()) && r.toks[object].who != whoMe || r.ownsThere(c, object) && !softPast.has(head.lemma())
}

var takePart = compileAll("=take the|P|that|this O")

// soIDid reads "She was struggling with it so I did it": the reason first, then what I took.
func (r *reader) soIDid(i int) bool {
	c := &r.clauses[i]
	if i == 0 || c.joint != "so" || !c.explicit || !r.toks[c.head].has(does|reaches) {
		return false
	}
	before := &r.clauses[i-1]
	return r.startsWithR(before) && !before.negated && r.within(unable, before.from, before.to)
}

// excused reads why I did a piece of work: "Wrote it up because hers was late", "Ran it even though she was the lead",
// "Fed the calves, Ana was slow", "Wrote the paper that Ana should have written".
func (r *reader) excused(i int) bool {
	c, next := &r.clauses[i], r.next(i)
	if next == nil || c.head+1 >= c.to || r.toks[c.head].form&(past|participle|ing) == 0 && !c.future {
		return false
	}
	at := c.head + 1
	if r.toks[at].word == "up" || r.toks[at].word == "out" || r.toks[at].word == "off" {
		at++
	}
	if at >= c.to || r.fits(element{kind: 'O'}, at, c.to) == 0 || r.toks[at].who == whoMe || r.toks[at].who == whoWe {
		return false
	}
	end := next.to
	switch next.joint {
	case "because", "since", "though", "although":
		return r.startsWithR(next) || r.within(theirs, next.from, end)
	case ",", "–", "—", "(":
		return r.startsWithR(next) && r.within(unable, next.from, end)
	case "":
		return next.subject == subjectR && (next.near && next.modal == "should" || r.within(meantTo, next.from, end))
	}
	return false
}

var (
	theirs  = compileAll("hers|theirs\nP job|task|turn|call|work|part|role")
	unable  = compileAll("slow|late|busy|swamped|stretched|behind|struggling|stuck|lost|away|off|out|overloaded|snowed|dragging|drifting|dithering|rushed|flat|underwater|maxed|nervous\n=freeze|=dither|=struggle|=drift|=hesitate|=drag\nenough on\nno time\ntoo O\nnot =have|get time|round\nhad|has|have|did|does not $\nnot ready|able|there|quick|keen")
	meantTo = compileAll("was|is|were|had meant|supposed|due|asked|going to\nR =have started|begun|promised|left|dropped|missed")
)

// inPlace says that I acted in the report's place.
var inPlace = compileAll("rather than leave|let|leaving|letting|wait|waiting|have|ask|burden ~ R\ninstead of letting|leaving|asking ~ R\ninstead of R\nrather than R $\nin P place|stead|absence\non P behalf")

// startsWithR reports whether a clause is about the report or what is theirs.
func (r *reader) startsWithR(c *clause) bool {
	return c.subject == subjectR || r.toks[c.from].who == whoR
}

var fetches = words("find get buy fetch hire try")

var toMyself = compileAll("to|for|of|with|in|about myself")

var byMyself = compileAll("myself in|last|over|by|today|yesterday|tonight|tomorrow|before|and|then|now|$")

// softPast are things done with what is the report's that take nothing from them.
var softPast = words("answer respond reply test record estimate plan host cover train interview manage drive settle clear launch deliver publish audit check type")

// toR reports whether the verb is done to the report: "answered her", "will update him".
func (r *reader) toR(c *clause) bool {
	at := c.head + 1
	if at < c.to && (r.toks[at].word == "to" || r.toks[at].word == "with") && !r.toks[c.head].is("get") && !r.toks[c.head].is("come") {
		at++
	}
	if at >= c.to || r.fits(element{kind: 'R'}, at, c.to) == 0 {
		return false
	}
	if r.toks[c.head].is("get") || r.toks[c.head].is("have") || r.toks[c.head].is("come") || r.toks[c.head].is("give") {
		return false
	}
	return r.toks[at].role&asOwner == 0 || !r.ownsNext(at, c.to)
}

// saidWould reads "said I would sort it": a promise, not a wish.
func (r *reader) saidWould(i int) bool {
	c := &r.clauses[i]
	if c.modal != "would" || i == 0 || c.joint != "" {
		return false
	}
	before := &r.clauses[i-1]
	return before.subject == subjectMe && before.head >= 0 && !before.negated && !before.near && (r.toks[before.head].is("say") || r.toks[before.head].is("tell"))
}

// thinksFirst reads "will think about it and get back to her".
func (r *reader) thinksFirst(i int) bool {
	c := &r.clauses[i]
	head := &r.toks[c.head]
	if !head.is("think") && !head.is("decide") && !head.is("look") && !head.is("check") && !head.is("consider") && !head.is("mull") && !head.is("sleep") {
		return false
	}
	next := r.next(i)
	if next == nil || next.joint != "and" && next.joint != "then" && next.joint != "," && next.joint != "before" {
		return false
	}
	if r.within(getBack, next.from, next.to) {
		next.subject = subjectMe
		c.through = next.to
		return true
	}
	return false
}

// object is where the object of the verb begins, -1 where it has none.
func (r *reader) object(c *clause) int {
	at := c.head + 1
	for at < c.to && (isAdverb(r.toks[at].word) || particles.has(r.toks[at].word)) {
		at++
	}
	if at < c.to && (r.toks[c.head].is("reply") || r.toks[c.head].is("respond")) && r.toks[at].word == "to" {
		at++
	}
	if at >= c.to || r.fits(element{kind: 'O'}, at, c.to) == 0 {
		return -1
	}
	return at
}

var particles = words("out up off down over")

// takesObject reports whether doing something to this object is work that a report could do.
func (r *reader) takesObject(c *clause, at int) bool {
	t := &r.toks[at]
	head := &r.toks[c.head]
	switch {
	case t.who == whoMe || t.who == whoWe || head.is("do") && ordinaryDo(r, c):
		return false
	case head.is("make") || head.is("own") || head.is("drive") || head.is("settle") || head.is("run") || head.is("do") || head.is("plan") || head.is("lead") || head.is("close") || head.is("draw") || head.is("type"):
		if t.word == "it" && head.is("run") || head.is("run") && r.within(past1, at, c.to) || ordinary.has(t.word) {
			return false
		}
		return determiners.has(t.word) || t.who != whoNone || t.word == "next" || t.capital
	case t.word == "next" && at+1 < c.to && (r.toks[at+1].word == "time" || r.toks[at+1].word == "week" || r.toks[at+1].word == "month"):
		return false
	case t.word == "more" || t.word == "less" || t.word == "to" || t.word == "down":
		return false
	}
	return true
}

var past1 = compileAll("past|by R|P|T|the|my")

var ordinary = words("sure time room better do my sense up use do.")

// takesWork takes out the idioms that take no work: "take that as a yes".
func (r *reader) takesWork(c *clause) bool {
	head := &r.toks[c.head]
	if head.is("do") && r.within(talking, c.head, c.to) {
		return true
	}
	if head.is("do") && (r.toks[c.head+1].who == whoMe || ordinaryDo(r, c) && !r.within(forThem, c.head, c.to)) {
		return false
	}
	if head.is("take") && r.within(takenOtherwise, c.head, c.to) {
		return false
	}
	if (head.is("do") || head.is("have") || head.is("get") || head.is("put")) && !c.future && !r.ownsIn(c) && !r.within(forThem, c.head, c.to) && !head.is("put") {
		return head.is("get") || head.is("have")
	}
	if head.is("look") {
		return c.future
	}
	return true
}

var (
	takenOtherwise = compileAll("=take P ~ word|point|advice|feedback|idea|call|question|questions|hint|concern|concerns|worry|worries|view|side\n=take it|that|this|the|P ~ seriously|as|to|in|with|badly|well|slow|slowly|out\n=take|=take a|the|some ~ train|bus|minutes|notes|time|walk|day|stairs|note|breath|look|photo|lunch|long|bike\n=take note|notes|part|place|time|pride|heart|heed|stock|turns|aim|issue\n=take that|it|this back $\n=take it back")
	forThem        = compileAll("for U\ninstead of U\nin the end\nmyself")
)

func ordinaryDo(r *reader, c *clause) bool {
	for _, t := range r.toks[c.head+1 : c.to] {
		switch t.word {
		case "best", "better", "same", "more", "often", "talking", "next", "walk", "dishes", "homework", "again", "maths", "differently", "together", "less", "school":
			return true
		}
	}
	return false
}

// ownsThere reports whether the object is the report's: "finished her spec".
func (r *reader) ownsThere(c *clause, at int) bool {
	for at < c.to && (r.toks[at].word == "all" || r.toks[at].word == "half" || r.toks[at].word == "of" || r.toks[at].word == "most" || r.toks[at].word == "both" ||
		r.toks[at].word == "some" || r.toks[at].word == "the" || r.toks[at].word == "two" || r.toks[at].word == "in") {
		at++
	}
	if at < c.to && r.fits(element{kind: 'P'}, at, c.to) > 0 && r.ownsNext(at, c.to) {
		return true
	}
	return r.within(inHers, at, c.to)
}

var inHers = compileAll("in|of|from P\nassigned|allocated|given|owed to|by|from R\nR had|has left|begun|started|sent|written")
