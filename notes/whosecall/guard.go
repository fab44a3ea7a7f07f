package whosecall

import "strings"

// sensitive reports whether the line speaks of harassment, safety or health.
func (r *reader) sensitive() bool {
	for i := range r.toks {
		w := r.toks[i].word
		if sensitiveWords.has(w) {
			return true
		}
		for _, stem := range sensitiveStems {
			if strings.HasPrefix(w, stem) && (len(stem) > 2 || w == stem) {
				return true
			}
		}
	}
	return false
}

// unreal reports whether clause i says nothing that happened or will: a question, a condition, somebody else's words.
func (r *reader) unreal(i int) bool {
	c := &r.clauses[i]
	if end := r.sentenceEnd(i); end < len(r.toks) && r.toks[end].word == "?" {
		return true
	}
	if conditional[c.joint] || r.toks[c.from].word == "whether" || r.toks[c.from].word == "what" && c.from+1 < c.to && r.toks[c.from+1].word == "if" {
		return true
	}
	if c.from > 0 && conditional[r.toks[c.from-1].word] || c.from > 0 && r.toks[c.from-1].word == "whether" {
		return true
	}
	for j := i - 1; j >= 0 && r.clauses[j+1].joint != "^"; j-- {
		if r.denied(j) && (c.joint == "" || c.joint == ":") {
			return true
		}
		if conditional[r.clauses[j].joint] || r.clauses[j].joint == "when" && c.future || r.wonders(j) {
			return true
		}
		if r.quotes(j, j+1) && (c.joint == "" || j < i-1 || c.joint == ":" || r.toks[c.from].word == "that") {
			return true
		}
	}
	if c.future || c.modal == "would" {
		for j := i + 1; j < len(r.clauses) && r.clauses[j].joint != "^"; j++ {
			if conditional[r.clauses[j].joint] {
				return true
			}
		}
	}
	return r.fronted(i)
}

var conditional = map[string]bool{"if": true, "unless": true, "whenever": true, "provided": true, "except": true, "whether": true}

// denied reports whether clause j says that I did not say what follows.
func (r *reader) denied(j int) bool {
	c := &r.clauses[j]
	if c.subject != subjectMe || !(c.negated || c.near) || c.head < 0 {
		return false
	}
	head := &r.toks[c.head]
	return head.is("tell") || head.is("say") || head.is("ask") || head.is("suggest") || head.is("insist")
}

// wonders reports whether clause j begins with a word that asks.
func (r *reader) wonders(j int) bool {
	return r.toks[r.clauses[j].from].word == "whether"
}

// quotes reports whether clause j says what somebody else says or thinks; what it quotes begins at clause k.
func (r *reader) quotes(j, k int) bool {
	c := &r.clauses[j]
	if k < len(r.clauses) && (r.clauses[k].joint == "so" || r.clauses[k].joint == "but" || r.clauses[k].joint == "^") {
		return false
	}
	if r.toks[c.from].word == "according" || r.toks[c.from].word == "per" || r.toks[c.from].word == "apparently" {
		return true
	}
	if c.head < 0 {
		return k < len(r.clauses) && r.clauses[k].joint == ":" && c.to-c.from <= 2 && (r.toks[c.from].who == whoR || r.toks[c.from].capital && r.toks[c.from].verb == nil && c.from > 0)
	}
	head := &r.toks[c.head]
	if c.subject == subjectMe || c.subject == subjectNone {
		return c.subject == subjectMe && (head.is("hear") || head.is("read") || head.is("learn"))
	}
	return head.has(says) || head.is("tell") || c.subject == subjectOther && (head.is("decide") || head.is("agree") || head.is("demand") || head.is("require") || head.is("request") || head.is("rule"))
}

// fronted reads what makes a question or a report of a line by its first words.
func (r *reader) fronted(i int) bool {
	c := &r.clauses[i]
	first := r.toks[c.from].word
	for first == "and" || first == "but" {
		return false
	}
	switch first {
	case "did", "do", "does", "should", "could", "would", "can", "will":
		if c.from+1 < c.to && r.toks[c.from+1].role&asSubject != 0 {
			return true
		}
	case "why", "who", "how":
		return c.joint == "^"
	case "apparently", "according", "supposedly", "wish", "imagine":
		return true
	}
	return false
}

// givesBack is what, after a match, says that the call went to the report in the end, or that I took it back.
var givesBack = compileAll(`
	=leave|=give|=hand|=pass|=return|=turn it|that|this|the|them|P|both ~ back|over|to|with|for R|P|$
	=leave|=give|=hand|=pass it|that|this|them to|with|back R
	=hand|=give back
	=hand|=give|=pass it|that|this back
	=let R V
	=let R $
	=take it|that|this|these ~ back
	=take back
	scratch|strike|undo that|this
	=correct|=catch|=stop myself
	=apologise
	sorry about|for that|it|this
	sorry $
	no wait
	=undo O
	P call|decision|choice|turf|way|judgement|judgment $
	P own? call|decision|choice now|in|after|from|and|again
	is|was|are|were|be hers|theirs|his $
	is|was hers|theirs|his to|now|again
	up to R
	S =decide|=choose|=pick|=lead|=own
	S can|could|may * decide|choose|pick|say|veto|change|propose|lead
	whichever|whatever|however|how S =see|=like|=want|=choose|=prefer|=think|=pick|=decide
	as S sees|see|likes|thinks|wishes|wants
	as S thinks|sees fit|best|right
	=ask what|which|how S
	=ask R ~ what|how|which|whether|to
	=ask R instead
	=bite my tongue
	=realise ~ P|R
	=tell R ~ decide|hers|his|theirs
	which S can|may|could
	if|when|where S =want|=like|=agree|=think|=feel|=be
	open again
	with R $
	=do|=work|=look|=go|=sit|=decide|=choose|=agree|=try ~ together $
	and|then then? choose|decide|pick
`)

// takenBack reports whether the call goes back to the report after token from.
func (r *reader) takenBack(from int) bool {
	return r.within(givesBack, from, min(len(r.toks), from+farAhead))
}

// farAhead is how many words after a match are read for what takes it back.
const farAhead = 60

var leftToR = compileAll("P call|decision|choice $\nis|was hers|theirs $\nup to R\nwhichever|whatever|however|how S =see|=like|=want|=choose|=prefer|=think|=pick|=decide\nas S sees|see|likes|thinks|wishes|wants\nP own? way|pace|words $\nS can|could|may =decide|=choose|=pick|=propose|=lead")

// guarded reports whether a clause that a rule fits is silent all the same.
func (r *reader) guarded(i int, rule string) bool {
	c := &r.clauses[i]
	end := max(c.to, c.through)
	if (rule == Took || rule == Decided) && !c.explicit && r.within(personal, c.from, end) {
		return true
	}
	if r.ownTask(i) && !(rule == Order || rule == Answer || rule == Prescribed) {
		return true
	}
	if (rule == Order || rule == Prescribed) && r.adminTask(i) {
		return true
	}
	reach := end
	if next := r.next(i); next != nil && next.joint == "" {
		reach = max(reach, next.to)
	}
	if r.within(leftToR, c.from, reach) {
		return true
	}
	if next := r.next(i); next != nil && (next.joint == "though" || next.joint == "although") && rule == Took && r.within(theirs, next.from, next.to) {
		return r.beforehand(i)
	}
	if r.takenBack(end) {
		return true
	}
	return r.beforehand(i)
}

// personal is what only the report can have done where nobody is named: "finished her degree".
var personal = compileAll("P ~ degree|thesis|exam|exams|studies|course|dissertation|phd|mba|postdoc|flat|house|wedding|marathon|certificate|certification|licence|mind|temper|nerve|cool|passport|visa|kids|baby|garden|hobby\nP own\nP first|second|third|last ~ week|day|month|shift|year\nthe postdoc|phd|mba|degree|marathon\na|the flat|house|degree|course|marathon")

// ownTask reports whether what a clause is about is a manager's own duty.
func (r *reader) ownTask(i int) bool {
	c := &r.clauses[i]
	from := c.from
	if c.head >= 0 {
		from = c.head
	}
	for at := from; at < max(c.to, c.through); at++ {
		t := &r.toks[at]
		if ownDuty.has(t.word) && !r.leaves(at, c.to) && !r.ofTheWork(at) && !(t.verb != nil && t.form == base && at == c.head) && !(t.word == "lunch" && at > from && (r.toks[at-1].word == "over" || r.toks[at-1].word == "at" || r.toks[at-1].word == "before" || r.toks[at-1].word == "after")) && !(t.word == "tickets" && at > from && r.toks[at-1].who == whoR) && !(t.word == "notes" && at > from && (r.toks[at-1].word == "release" || r.toks[at-1].word == "patch")) {
			return true
		}
		if t.word == "review" && at+1 < c.to && (r.toks[at+1].word == "form" || r.toks[at+1].word == "cycle") {
			return true
		}
	}
	return false
}

// twofold are a manager's own duty as "her contract" or "the course fee", and anybody's work as "the laundry contract".
var twofold = words("contract fee fees cost costs application manager director")

// ofTheWork reports whether a twofold word at at has no owner, and so is the work's.
func (r *reader) ofTheWork(at int) bool {
	if at == 0 || !twofold.has(r.toks[at].word) {
		return false
	}
	for n := at - 1; n >= 0 && n >= at-2; n-- {
		if t := &r.toks[n]; t.who == whoMe || t.who == whoR || t.who == whoWe || t.word == "'s" || ownFees.has(t.word) {
			return false
		}
	}
	return true
}

var ownFees = words("exam course training conference membership employment job nursery school line hiring general hr")

// leaves reports whether "leave" at at is what somebody does with something, not what they take.
func (r *reader) leaves(at, limit int) bool {
	return r.toks[at].word == "leave" && at+1 < limit && r.fits(element{kind: 'O'}, at+1, limit) > 0
}

var admin = words("pto toil leave holiday holidays vacation hr payroll expenses timesheet visa passport doctor pension contract payslip hours-off")

// adminTask reports whether what R is told to do is their own affair.
func (r *reader) adminTask(i int) bool {
	c := &r.clauses[i]
	for at := c.head + 1; at > 0 && at < max(c.to, c.through); at++ {
		if admin.has(r.toks[at].word) && !(r.toks[at].word == "leave" && r.toks[at-1].word == "to") {
			return true
		}
	}
	return false
}

var heldBack = compileAll(`
	my first thought|instinct|impulse|reflex =be to
	urge|itch|temptation to
	=sit on my hands
	=bite my tongue
	=hold|=keep myself? back|from
	=come close to
	=resist
	no need
	not once
	wish i
	the old me
`)

// beforehand reports whether something earlier in the sentence says that it did not happen.
func (r *reader) beforehand(i int) bool {
	c := &r.clauses[i]
	start := i
	for start > 0 && r.clauses[start].joint != "^" {
		start--
	}
	at := c.head
	if at < 0 {
		at = c.from
	}
	if c.head > c.from && !c.negated && (r.toks[c.head-1].is("resist") || r.toks[c.head-1].is("help")) {
		return false // "could not resist fixing it"
	}
	return r.within(heldBack, r.clauses[start].from, at) || r.within(instead, c.from, at)
}

// instead takes back only what stands in its own clause: "Instead of telling her …", but "Rather than wait I told her …".
var instead = compileAll("rather than\ninstead of")
