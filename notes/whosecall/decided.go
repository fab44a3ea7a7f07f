package whosecall

// decisions is the rule Decided.
type decisions struct{ verbs, idioms *patterns }

func newDecisions() *decisions {
	return &decisions{
		verbs: compileAll(`
			=choose|=pick|=select|=veto|=overrule|=override|=reject|=approve|=decline|=cancel|=kill|=settle|=greenlight|=green-light|=reverse O
			=postpone|=delay|=allocate|=prioritise|=deprioritise|=reprioritise|=axe|=nix|=dismiss|=authorise|=appoint|=nominate|=scrap|=shelve O
			=bin|=ditch|=dump|=chuck|=trash|=junk|=mothball|=quash|=squash|=accept P|the|that|this|all|both
			=reassign|=reallocate|=redistribute|=reinstate|=rescind|=revoke|=waive|=commission|=award|=ringfence|=earmark|=shortlist O
			=endorse|=sanction|=ratify|=grant|=deny|=okay|=outsource O
			=let the|P ~ go $
			=overturn|=define|=finalise|=disallow|=elect|=determine O
			=rule|=turn|=shut|=vote|=strike|=knock|=shoot it|that|P|the? ~ out|down
			=rule|=turn|=shut|=shoot out|down O
			=turn|=shoot T ~ down
			=name the|a ~ lead|owner|host|speaker|speakers|chair
			=opt for|against O
			=go|=run with|for O
			=sign it? off ~ O
			=settle on O
			=call|=blow ~ off
			=push ~ back by|to|a|until O
			=push|=put|=kick back|off O
		`),
		idioms: compileAll(`
			=make|=take the|a|that|this|P|my final|hard|last|tough|quick|whole|big? decision|choice
			=make the|a|that|this|P|my final|hard|last|tough|quick|judgement|judgment|whole|big? call on|to|about|not|that|over|for|and|myself|alone|$
			=take the|that|this|P final|last? call on|about|not|over
			=make|=take decisions|choices for|on|about
			=make up my mind
			=give the|my|a go ahead
			=take T|the|P ~ off the|P list|agenda|table|roadmap|plan|menu|timetable|programme|schedule
			=split|=divide the|P ~ between
			=rejig|=restructure|=reorganise|=reshuffle the|P O
			=sign it|that|this|them off
			=give|=hand|=award the ~ to T ~ rather|instead|over|not
			=tell R it|that will be T
			=tell R it|that is going to be T
			=tell R it|that|this must|has|had to? be O
			=let R know it|that will|is going|be to? be? T
			=have agreed the|a|P O
			=say no $
			=insist on the|a|P O
			=put|=place the|P|this|that ~ ahead of|above|before|first O|$
			=let T have|take|do|lead|run|present|handle O
			=take the view|decision that
			=put|=move|=switch|=assign T on|onto O
			=put my foot down
			=pull the plug
			=pull rank
			=make|=take an? executive|exec|unilateral decision|call
			=put a stop|end to O
			=draw the|a line at|under O
			=close|=end|=shut|=stop down? the|that discussion|debate|argument|conversation
			=give|=get it|that|this|them|P|the ~ thumbs green|up light?
			=wave|=nod it|that|this|them|P|the ~ through
			=knock it|that|this|P ~ on the head
			=knock back P|the ~ O
			=side with T
			=lock|=nail in|down? the|P|our? ~ O
			=plump for O
			=land on O
			=commit us|R to O
			=promise|=guarantee T O
			=set the|a ~ O at|to|for|as
			=assign O ~ to T
			=sign P|the ~ quote|order|po|deal|agreement|lease|off
			=hire the|a|P ~ agency|vendor|contractor|supplier|firm|consultants|consultant
			=call the shots
			=give R|P|the|a|my ~ go-ahead|green-light|ok|okay|approval|nod|no|yes|veto
			=give R|it|them|P? ~ go-ahead|ok|okay|nod
			=say no|yes to P ~ O
			=say no|yes to the|that|this ~ idea|plan|proposal|request|vendor|project|change|trip|conference|move|migration|pilot|quote|offer|price|bid|deal
			=tell R * no|yes $
			=tell R * no to|on|about|for O
			=have|=get the last|final word
			=set P ~ O
			=block the|this|that merge|release|request|change|deploy|rollout|launch|purchase|hire|plan|proposal
			=block|=stop|=freeze|=halt|=hold|=park P ~ O
		`),
	}
}

var (
	decideOn = compileAll("=decide * on|against|for|that|what|which|who|how|where|when|about|between|it|this|myself")
	decideTo = compileAll("=decide|=choose|=elect|=opt|=pick * not? to * V")
	notAlone = compileAll("with R|everyone|everybody|us|our\njointly|together|nothing|little\nas a team")
	goodYes  = compileAll("=say yes to P ~ conference|course|training|holiday|leave|trip|day|week|sabbatical|studies|secondment")
	changes  = compileAll("=move|=drop|=cut|=change|=switch|=keep|=add|=remove|=rename|=replace|=start|=halt|=stop|=freeze|=swap|=close|=cap|=raise|=lower|=shorten|=extend|=push|=pull|=fix|=set|=lock|=reset|=park|=bring|=split|=end|=hold|=retire|=delete|=limit|=narrow|=widen|=block|=ban|=introduce|=trim O")
)

func (d *decisions) matches(r *reader, i int) bool {
	c := &r.clauses[i]
	if c.negated {
		return c.modal == "" && !c.future && !c.near && r.anyOf(withheld, c.head, c.to)
	}
	if c.modal != "" && c.modal != "must" {
		return false
	}
	head := &r.toks[c.head]
	if head.is("decide") || c.head+1 == c.to && (head.is("determine") || head.is("rule")) {
		return r.decideClause(i)
	}
	if r.within(notAlone, c.head, c.to) && !head.is("overrule") || r.anyOf(goodYes, c.head, c.to) {
		return false
	}
	if v, ok := r.firstMatch(decideTo, c.head, c.to); ok {
		return r.bold(v, c.to)
	}
	switch {
	case r.within(overR, c.head, r.sentenceEnd(i)) && (head.has(does|acts|decides|hands) || head.is("go")) && !head.has(says), r.outvotes(i):
		return r.toks[c.head].form&(past|participle) != 0 || c.future
	case r.within(withoutR, c.head, c.to):
		return (head.has(does|acts|decides|hands) || head.is("say") && r.anyOf(yesOrNo, c.head, c.to)) && !r.toks[c.head].is("come")
	case r.within(forMyself, c.head, c.to):
		return false
	case r.anyOf(d.idioms, c.head, c.to):
		return !(head.is("set") || head.is("lock") || head.is("nail")) || r.names(c, setNouns) || r.names(c, projectNouns)
	case r.anyOf(d.verbs, c.head, c.to):
		return r.realChoice(c)
	case moves.has(head.lemma()) && head.form&(past|participle) != 0 && r.changesDate(c):
		return true
	case r.anyOf(changes, c.head, c.to):
		return (head.form&(past|participle) != 0 || c.future && alters.has(head.lemma())) && r.changesProject(c)
	}
	return r.toldPlan(i)
}

func (r *reader) firstMatch(patterns *patterns, at, limit int) (verb int, ok bool) {
	for _, p := range patterns.all() {
		if _, verb, ok = r.match(p, at, limit); ok {
			return verb, true
		}
	}
	return -1, false
}

// decideClause reads a clause whose verb is decide.
func (r *reader) decideClause(i int) bool {
	c := &r.clauses[i]
	if r.within(notAlone, c.head, c.to) {
		return false
	}
	if v, ok := r.firstMatch(decideTo, c.head, c.to); ok {
		return r.bold(v, c.to)
	}
	if next := r.next(i); next != nil && (next.joint == "" || r.toks[next.from].word == "that") && next.head >= 0 && c.head+2 >= c.to {
		if next.subject == subjectMe {
			return next.future && r.bold(next.head, next.to)
		}
		if next.modal == "can" || next.modal == "could" || next.modal == "may" || r.toks[next.head].has(hands) && next.subject == subjectR || r.anyOf(caring, next.head, next.to) {
			return false
		}
		c.through = next.to
		return true
	}
	if r.anyOf(decideOn, c.head, c.to) {
		return true
	}
	if c.head+1 == c.to && i > 0 && c.joint != "^" {
		return c.explicit && r.clauses[i-1].subject != subjectMe && r.clauses[i-1].subject != subjectR
	}
	return c.head+1 < c.to && r.fits(element{kind: 'O'}, c.head+1, c.to) > 0 && r.toks[c.head+1].word != "to"
}

// bold reports whether the verb at at, as what I decided to do, takes a decision about the work.
func (r *reader) bold(at, limit int) bool {
	t := &r.toks[at]
	if r.anyOf(caring, at, limit) || r.anyOf(aboutMe, at, limit) {
		return false
	}
	return t.has(does|acts|decides) && !t.has(inner) || r.anyOf(goWith, at, limit)
}

var aboutMe = compileAll(`
	V my|our|more|less|myself O
	V R
	V it|this|that? ~ with|to|for R $
	hand|give|pass|move|return|open|offer|delegate ~ over|back|to
	open|close with|the|my ~ door|mouth|laptop|meeting
`)

// realChoice takes out what chooses, picks and goes in another sense.
func (r *reader) realChoice(c *clause) bool {
	head := &r.toks[c.head]
	if r.toR(c) && !head.is("overrule") && !head.is("override") && !head.is("veto") || r.within(forMyself, c.head, c.to) {
		return false
	}
	word := func(n int) string {
		if c.head+n < c.to {
			return r.toks[c.head+n].word
		}
		return ""
	}
	switch head.lemma() {
	case "pick":
		if word(1) == "up" || word(1) == "on" || word(2) == "brain" || word(2) == "brains" || word(1) == "R" {
			return false
		}
	case "go":
		if head.form&base != 0 && !c.future || word(1) == "for" && !r.names(c, projectNouns) || goesElse.has(word(2)) || (word(2) == "the" || word(2) == "a") && goesElse.has(word(3)) || c.head+2 < c.to && r.toks[c.head+2].who == whoR && r.toks[c.head+2].role&asOwner == 0 {
			return false
		}
	case "run":
		return false
	case "define", "finalise", "determine":
		return determiners.has(word(1)) || r.ownsIn(c)
	case "turn", "shut", "shoot", "rule", "strike", "knock", "vote", "call", "blow", "push", "put", "kick":
		if !r.names(c, projectNouns) && !r.ownsIn(c) && !head.is("rule") && !head.is("turn") && !head.is("shut") && !head.is("shoot") && !head.is("push") {
			return false
		}
		if word(1) == "on" || head.is("turn") && (word(1) == "out" || word(1) == "up") || head.is("push") && word(1) == "back" && (word(2) == "on" || word(2) == "a" || word(2) == "against") {
			return false
		}
	case "accept":
		return !r.within(acceptable, c.head, c.to)
	case "settle":
		return word(1) != "in" && word(1) != "down" && word(1) != "into"
	case "run through":
		return false
	}
	if word(1) == "my" || word(1) == "myself" || word(1) == "our" || word(1) == "up" {
		return false
	}
	return true
}

var acceptable = compileAll("apology|invitation|invite|resignation|criticism|point|feedback|explanation|challenge|pushback|reason|reasons|view|thanks")

var forMyself = compileAll("myself")

var goesElse = words("walk lunch coffee run drink dinner home quiet her him them instinct flow gut calm ride")

// ownsIn reports whether a clause says of something that it is the report's.
func (r *reader) ownsIn(c *clause) bool {
	for at := c.head + 1; at < c.to; at++ {
		if r.fits(element{kind: 'P'}, at, c.to) > 0 && r.ownsNext(at, c.to) {
			return true
		}
	}
	return false
}

// ownsNext reports whether a noun follows "her", which may as well be whom something is done to.
func (r *reader) ownsNext(at, limit int) bool {
	if r.toks[at].role&asObject == 0 || r.toks[at].role == nameRole {
		return true
	}
	return at+1 < limit && !r.toks[at+1].mark && !noObject.has(r.toks[at+1].word) && !determiners.has(r.toks[at+1].word) && !isAdverb(r.toks[at+1].word) && r.toks[at+1].who == whoNone
}

// names reports whether one of the nouns stands near the verb of a clause.
func (r *reader) names(c *clause, nouns *wordSet) bool {
	for at := c.head + 1; at < c.to && at < c.head+7; at++ {
		if nouns.has(r.toks[at].word) {
			return true
		}
	}
	return false
}

// changesProject reports whether what is moved, dropped or cut is a project's, and not the manager's own.
func (r *reader) changesProject(c *clause) bool {
	next := &r.toks[c.head+1]
	if next.who == whoMe || next.who == whoWe || r.toR(c) || r.toks[c.head].is("fix") && !(r.names(c, setNouns) && (determiners.has(next.word) || next.who == whoR)) || r.within(thisTalk, c.head, c.to) || r.toks[c.head].is("close") && !r.ownsIn(c) {
		return false
	}
	if next.word == "a" || next.word == "an" || next.word == "up" || next.word == "some" {
		return false
	}
	return r.names(c, projectNouns) || reworks.has(r.toks[c.head].lemma()) && r.ownsIn(c) && !r.within(notWork, c.head, c.to)
}

// withheld are refusals said as what I did not do.
var withheld = compileAll("=approve|=accept|=authorise|=allow|=renew|=grant|=agree to? P ~ proposal|plan|budget|estimate|estimation|quote|offer|bid|design|scope|date|dates|request|draft|version|change")

// alters are changes that are a decision also where I am only about to make them.
var alters = words("move drop cut change switch remove rename replace halt swap cap raise lower shorten extend limit narrow widen split freeze reset retire delete")

var moves = words("move change switch push pull bring shift put swap bump raise lower cut cap limit extend shorten halve double reduce")

// changesDate reads "changed breakfast to 6.30": something moved to a time, a date, a number or a name.
func (r *reader) changesDate(c *clause) bool {
	if c.head+1 >= c.to {
		return false
	}
	next := &r.toks[c.head+1]
	if next.who == whoMe || next.who == whoWe || next.role == asObject || next.role == nameRole && !r.owns(c.head+1) {
		return false
	}
	for at := c.head + 2; at+1 < c.to && at < c.head+8; at++ {
		if w := r.toks[at].word; meets.has(w) || meets.has(next.word) {
			return false
		} else if (w == "to" || w == "until" || w == "till" || w == "from" || w == "by" && (r.toks[at-1].word == "up" || r.toks[at-1].word == "down" || r.toks[c.head].is("raise") || r.toks[c.head].is("cut") || r.toks[c.head].is("lower"))) && r.isWhen(at+1) {
			return true
		}
	}
	return false
}

var meets = words("meeting meetings catch-up catchup call chat check-in sync one-to-one slot appointment lunch session house home flat")

var days = words(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun january february march april june july
august september october november december jan feb mar apr jun jul aug sept sep oct nov dec q1 q2 q3 q4 spring summer autumn fall winter noon midday weekly
daily monthly quarterly fortnightly next two three four five six seven eight nine ten twelve twenty thirty forty fifty`)

// isWhen reports whether a date, a time or a number stands at at.
func (r *reader) isWhen(at int) bool {
	w := r.toks[at].word
	return days.has(w) || w[0] >= '0' && w[0] <= '9'
}

var reworks = words(`delete replace change cut drop remove rename split trim shorten halve double bench swap switch undo revert reverse
move edit tighten soften redirect reorder rearrange revise retitle recolour strip override`)

// thisTalk is the one-on-one itself.
var thisTalk = compileAll("these|our talks|meetings|chats|sessions|conversations|slots|notes")

var notWork = compileAll("mind|off|line|slack|home|short|name|subject|tune|seat|seats")

// overR says that the report was passed over.
var overR = compileAll("over P head\nbehind P back\nagainst P wishes|advice|will|judgement|judgment|view|recommendation\ndespite P O\nbefore asking|telling|consulting|speaking|talking to|with? R\nbefore R * =have a|any chance|say|time\nwithout P knowledge|say|input|knowing")

// outvotes reads "Sold the two heifers, Ana wanted to hold on": what I did, and that the report would have done otherwise.
func (r *reader) outvotes(i int) bool {
	c, next := &r.clauses[i], r.next(i)
	if next == nil && i+1 < len(r.clauses) && r.clauses[i+1].explicit {
		next = &r.clauses[i+1]
	}
	head := &r.toks[c.head]
	if r.resents(i) && head.has(does|acts|decides) && !head.has(says) && c.head+1 < c.to && !r.toR(c) {
		return true
	}
	if next == nil || next.joint == "" || next.joint == "because" || next.joint == "so" || next.head < 0 || next.subject != subjectR || next.negated || !head.has(does|acts|decides) && !head.is("go") || head.has(says) || c.head+1 >= c.to || r.toR(c) {
		return false
	}
	n := &r.toks[next.head]
	if n.is("prefer") || n.is("favour") || n.is("argue") || n.is("disagree") || n.is("object") || n.is("oppose") {
		return true
	}
	return r.within(wanted, next.from, next.to) && !n.has(says|state) || next.near && next.modal == "" && next.perfect || next.near && r.within(wouldHave, next.from, next.to)
}

// resents reads what follows clause i as the report's dissent: "ana fuming", "she wasn't keen".
func (r *reader) resents(i int) bool {
	if i+1 >= len(r.clauses) {
		return false
	}
	next := &r.clauses[i+1]
	if r.toks[next.from].who != whoR || r.toks[next.from].role&asSubject == 0 || next.joint == "" {
		return false
	}
	return r.within(dissent, next.from, next.to)
}

var dissent = compileAll("not * keen|happy|convinced|sure|impressed|thrilled|pleased|agree|amused|sold\nnot * on board\nfuming|upset|gutted|annoyed|cross|unhappy|disappointed|furious|unconvinced|livid|peeved|miffed|sceptical|skeptical|dubious\n=disagree|=object|=protest\nagainst it|that|this")

var wanted = compileAll("wanted O|to")

var wouldHave = compileAll("would have V|gone|chosen|picked|done|kept|taken|liked|preferred")

var yesOrNo = compileAll("=say yes|no")

var withoutR = compileAll("without asking|consulting|involving|telling|checking|including with? R")

var ourPlan = compileAll(`=go|=use|=stick|=move|=ship|=drop|=keep|=switch|=cancel|=stay|=do|=build|=start|=stop with|to|ahead|on|off? O`)

// toldPlan reads a decision that R is told of: "told her we're going with the cheaper one".
func (r *reader) toldPlan(i int) bool {
	c := &r.clauses[i]
	next := r.next(i)
	if !(r.toks[c.head].is("tell") || r.toks[c.head].is("say") || r.toks[c.head].is("insist")) || next == nil || next.joint != "" || next.subject != subjectWe || next.head < 0 || next.near {
		return false
	}
	flat := next.modal == "" && r.toks[next.head].form&base != 0 && !next.negated
	if (next.future || flat || next.modal == "would" || next.modal == "should" || next.modal == "must") && r.toks[next.head].has(acts|decides|does) && r.anyOf(ourPlan, next.head, next.to) {
		c.through = next.to
		return true
	}
	return false
}
