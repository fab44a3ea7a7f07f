package whosecall

// subject is who acts in a clause.
type subject uint8

const (
	subjectNone  subject = iota // no verb was found
	subjectMe                   // I, or a dropped I
	subjectWe                   // we, or I with somebody
	subjectR                    // the report
	subjectOther                // anybody else
)

// clause is a piece of a line with one verb.
type clause struct {
	from, to int    // tokens
	joint    string // what stands before it: a conjunction, a mark, "" where it is embedded, ^ at the start of a sentence
	subject  subject
	explicit bool // the subject is said
	dropped  bool // the report is left out where it would stand: "Needs to cut it", "Sent me the draft"
	head     int  // the token of the verb, -1 for none
	negated  bool
	near     bool   // almost done, or only wished
	future   bool   // will, going to, am doing
	modal    string // could, would, should, must, …
	perfect  bool
	endedUp  bool // ended up doing it
	passive  bool
	through  int  // the last token of a match that reaches into the next clause
	thinks   bool // it stands in what I think or say
}

// reader is a line while it is read.
type reader struct {
	toks    []token
	clauses []clause
}

var joints = words("and but so because then while until before after though although if unless when once or yet whereas whenever provided since except")

// longestSentence is how many words are read as one sentence, so that reading takes time linear in the line.
const longestSentence = 80

var starters = words("i he she they we")

// split cuts the tokens into clauses and reads each.
func (r *reader) split() {
	from, joint := 0, "^"
	end := func(at int, next string, skip int) {
		if at > from {
			r.clauses = append(r.clauses, clause{from: from, to: at, joint: joint, head: -1})
		}
		from, joint = at+skip, next
	}
	began := 0
	for i := range r.toks {
		t := &r.toks[i]
		if joint == "^" && from == i {
			began = i
		}
		switch {
		case i-began >= longestSentence:
			end(i, "^", 0)
			began = i
		case t.mark && (t.word == "." || t.word == "!" || t.word == "?" || t.word == ";" || t.word == "…"):
			end(i, "^", 1)
		case t.mark:
			end(i, t.word, 1)
		case joints.has(t.word) && !r.noJoint(i):
			if i > from {
				end(i, t.word, 1)
			} else { // ", and": the word says more than the mark
				if joint != "^" || t.word != "and" && t.word != "so" && t.word != "then" && t.word != "but" {
					joint = t.word
				}
				from = i + 1
			}
		case starters.has(t.word) && i > from && !r.opening(from, i):
			end(i, "", 0)
		case t.who == whoR && t.role == nameRole && i > from && r.namedSubject(from, i):
			end(i, "", 0)
		}
	}
	end(len(r.toks), "", 0)
	for i := range r.clauses {
		r.parse(i)
	}
}

// noJoint are the places where a word of the joints joins no clauses: "then", "before" and the like at the end of a phrase.
func (r *reader) noJoint(i int) bool {
	w := r.toks[i].word
	if i+1 >= len(r.toks) || r.toks[i+1].mark {
		return true
	}
	next := &r.toks[i+1]
	switch w {
	case "before", "after", "until", "since", "once", "then":
		return next.verb == nil && next.who == whoNone || next.form == ing || next.who == whoR && next.role&asSubject == 0 && w != "since"
	case "and", "or":
		if i > 0 && r.toks[i-1].word == "go" && next.form&base != 0 {
			return true
		}
		return next.verb == nil && next.who == whoNone && !fillers.has(next.word) && !isAdverb(next.word) && next.word != "will" && next.word != "not"
	case "provided":
		return i == 0 || r.toks[i-1].who == whoMe
	case "but":
		return isAdverb(next.word) && i+2 < len(r.toks) && r.toks[i+2].word == "to"
	case "so":
		return next.word == "much" || next.word == "many" || next.word == "far" || next.word == "long" || i > 0 && (r.toks[i-1].word == "or" || r.toks[i-1].is("say") || r.toks[i-1].is("do") || r.toks[i-1].is("think"))
	}
	return false
}

// opening reports whether only fillers stand between from and at.
func (r *reader) opening(from, at int) bool {
	for _, t := range r.toks[from:at] {
		if !fillers.has(t.word) && !isAdverb(t.word) {
			return false
		}
	}
	return true
}

// namedSubject reports whether the name at i begins a clause of its own: "I think Ana should", "told them Ana needs to".
func (r *reader) namedSubject(from, i int) bool {
	if i+1 >= len(r.toks) || r.opening(from, i) {
		return false
	}
	next := &r.toks[i+1]
	if i+2 < len(r.toks) && starters.has(r.toks[i+2].word) { // "asked Ana could she"
		return false
	}
	switch next.word {
	case "should", "must", "needs", "needed", "has", "had", "ought", "will", "would", "can", "could", "is", "was", "may", "might":
		return true
	}
	prev := &r.toks[i-1]
	if prev.word == "that" && next.form&base != 0 {
		return true
	}
	return prev.has(says) && !prev.is("tell") && !prev.is("ask") && !prev.is("want") && !prev.is("expect") && next.form&(past|third) != 0
}

// parse finds subject and verb of a clause.
func (r *reader) parse(i int) {
	c := &r.clauses[i]
	at, seen := c.from, subjectNone
	for at < c.to && (fillers.has(r.toks[at].word) || isAdverb(r.toks[at].word)) && !(r.toks[at].word == "next" || r.toks[at].word == "second") {
		c.near = c.near || isNear(r.toks[at].word)
		at++
	}
	lead := at < c.to && noObject.has(r.toks[at].word) && r.toks[at].word != "to" // "in the end told her"
	if at < c.to && (r.toks[at].word == "to" || r.toks[at].word == "without" || r.toks[at].word == "not" && c.joint == "^" || r.toks[at].word == "instead") {
		c.negated = true
	}
	if to := r.plansFor(c, at); to > 0 {
		c.subject, c.explicit, c.future = subjectMe, true, true
		r.group(c, to)
		return
	}
	if at+2 < c.to && r.toks[at].word == "let" && r.toks[at+1].word == "me" {
		c.subject, c.explicit, c.future = subjectMe, true, true
		r.group(c, at+2)
		return
	}
	if r.opensIng(c, at) {
		c.subject, c.future, c.head = subjectMe, true, at
		return
	}
	noun := false
	for ; at < c.to; at++ {
		t := &r.toks[at]
		switch {
		case t.who == whoMe && t.role&asSubject != 0:
			seen, c.explicit = subjectMe, true
		case t.who == whoWe && t.role&asSubject != 0:
			seen, c.explicit = subjectWe, true
		case t.who == whoR && t.role&asSubject != 0 && !r.owns(at):
			seen, c.explicit = subjectR, true
		case !noun && seen == subjectNone && t.form&base != 0 && r.goesOn(i):
			c.subject, c.future = r.clauses[i-1].subject, true
			r.group(c, at)
			return
		case finite(t) && (seen != subjectNone || t.form&past != 0 || isAux(t.word) || t.form&third != 0 && noun || opensPlain(t, noun)):
			if seen == subjectNone && !c.explicit {
				seen = subjectNone
				if noun && !lead {
					seen, c.explicit = subjectOther, true
				}
			}
			c.subject = seen
			r.inherit(i)
			r.group(c, at)
			return
		case isAdverb(t.word) || t.word == "not" || t.word == "never":
			c.near = c.near || isNear(t.word)
			c.negated = c.negated || t.word == "not" || t.word == "never"
		default:
			if seen == subjectNone {
				noun = true
			}
			continue
		}
		if seen != subjectNone && noun && seen == subjectMe && at > c.from && r.toks[at-1].word == "and" {
			seen = subjectWe
		}
	}
	c.subject = subjectNone
}

// opensIng reads "Telling her to stop", "Taking the rollout off her": an I'm left out, where the report is the object and
// no other verb makes a subject of it.
func (r *reader) opensIng(c *clause, at int) bool {
	if at+1 >= c.to || r.toks[at].form&ing == 0 || r.toks[at].word == "going" && r.toks[at+1].word == "to" || c.joint != "^" || c.negated && !r.toks[at].is("let") {
		return false
	}
	if r.within(inPlace, at+1, c.to) {
		return true
	}
	toR := r.fits(element{kind: 'R'}, at+1, c.to) > 0 && (r.toks[at+1].role&asOwner == 0 || !r.ownsNext(at+1, c.to))
	for n := at + 1; n < c.to; n++ {
		t := &r.toks[n]
		if isAux(t.word) && t.word != "do" && t.word != "have" || n > at+1 && t.verb != nil && t.form&(past|third) != 0 && t.form&(base|participle) == 0 {
			return false
		}
		toR = toR || t.word == "myself" || t.who == whoR && t.role&asObject != 0 && n > at+2 && (r.toks[n-1].word == "off" || r.toks[n-1].word == "from" || r.toks[n-1].word == "for")
	}
	return toR
}

// plansFor reads the note-taker's "me to chase the printer" at the start of a line; it is where the verb stands, else 0.
func (r *reader) plansFor(c *clause, at int) int {
	if at+2 < c.to && c.joint == "^" && r.toks[at].word == "me" && r.toks[at+1].word == "to" && r.toks[at+2].form&base != 0 {
		return at + 2
	}
	return 0
}

// goesOn reports whether a clause without a subject goes on with the will of the one before it: "I'll review and merge it".
func (r *reader) goesOn(i int) bool {
	c := &r.clauses[i]
	if i == 0 || c.joint != "and" && c.joint != "or" && c.joint != "," && c.joint != "then" {
		return false
	}
	before := &r.clauses[i-1]
	return before.future && before.head >= 0 && before.modal == "" && !before.negated && r.toks[before.head].form&base != 0
}

// opensPlain are the verbs that notes begin with in their plain form: "need her to", "want him to".
func opensPlain(t *token, noun bool) bool {
	return !noun && t.form == third && (t.has(says) || t.is("need")) || !noun && (t.form&base != 0 || t.word == "going") && (t.is("need") || t.is("want") || t.is("expect") || t.is("leave") || t.word == "going" || t.is("have"))
}

func isNear(word string) bool { return word == "almost" || word == "nearly" }

// owns reports whether the name at at only says whose something is: "Ana's draft".
func (r *reader) owns(at int) bool {
	if at+1 >= len(r.toks) || r.toks[at+1].word != "'s" {
		return false
	}
	if at+2 >= len(r.toks) {
		return true
	}
	next := &r.toks[at+2]
	return next.form&ing == 0 && next.word != "blocked" && next.word != "been" && next.word != "stuck" && next.word != "not"
}

func finite(t *token) bool {
	return isAux(t.word) || t.word == "'s" || t.verb != nil && t.form&(base|past|third) != 0 || t.form == ing && t.word == "going" || t.form == participle && t.is("do")
}

func isAux(word string) bool {
	switch word {
	case "will", "would", "shall", "can", "could", "may", "might", "must", "should", "ought", "is", "am", "are", "was", "were", "has", "have", "had", "do",
		"does", "did", "been", "'s":
		return true
	}
	return false
}

// inherit gives a clause without a subject the one before it, and the first one the manager.
func (r *reader) inherit(i int) {
	c := &r.clauses[i]
	if c.subject != subjectNone || c.explicit {
		if c.subject == subjectMe && c.joint == "and" && i > 0 && r.clauses[i-1].head < 0 && r.onlyName(i-1) {
			c.subject = subjectWe // "Ana and I decided"
		}
		return
	}
	c.subject = subjectMe
	if r.dropsReport(c) {
		c.subject, c.dropped = subjectR, true
		return
	}
	if c.joint == "^" || i == 0 {
		return
	}
	before := &r.clauses[i-1]
	switch {
	case before.subject == subjectNone || before.subject == subjectMe || r.anyOf(madeClear, c.from, c.to):
	case c.joint == "," && (before.subject == subjectOther || r.actsOnR(c)):
	case c.joint == ":" || c.joint == "–" || c.joint == "—" || c.joint == "(":
	default:
		c.subject = before.subject
	}
}

var alone = compileAll("herself|himself|themselves\non|off P own ~ $\non|off P own initiative|bat|back\nwithout me\nwithout asking|telling|consulting|involving|waiting|checking|bothering for|with? me")

var unasked = compileAll("without asking|checking|my|me\nuntil|unless i")

// longEnd is the end of the clause after c, too.
func (r *reader) longEnd(c *clause) int {
	for i := range r.clauses {
		if r.clauses[i].from == c.from && i+1 < len(r.clauses) {
			return r.clauses[i+1].to
		}
	}
	return c.to
}

// dropsReport reports whether a clause without a subject can only be the report's: it begins with a verb of the third
// person, does something to me, or speaks of what they did by themselves.
func (r *reader) dropsReport(c *clause) bool {
	at := c.from
	for at < c.to && (fillers.has(r.toks[at].word) || isAdverb(r.toks[at].word)) {
		at++
	}
	if at+1 >= c.to {
		return false
	}
	t, next := &r.toks[at], &r.toks[at+1]
	if t.verb == nil && !isAux(t.word) {
		return false
	}
	if (t.form == third || t.word == "has") && c.joint == "^" && (next.word == "to" || t.has(says) && next.verb == nil) {
		return true
	}
	if (t.word == "will" || t.word == "would" || t.word == "does") && next.word == "not" && r.within(unasked, at, r.longEnd(c)) {
		return true
	}
	if next.word == "me" && t.form&past != 0 && !t.is("let") {
		return true
	}
	return next.role&asObject == 0 && r.within(alone, at, c.to)
}

var madeClear = compileAll("=make it|that|this ~ clear|plain")

func (r *reader) onlyName(i int) bool {
	c := r.clauses[i]
	return c.to-c.from == 1 && (r.toks[c.from].who == whoR || r.toks[c.from].capital)
}

// actsOnR reports whether the verb of a clause is followed by the report, who then is not its subject.
func (r *reader) actsOnR(c *clause) bool {
	for at := c.from; at+1 < c.to; at++ {
		if r.toks[at].verb != nil {
			return r.toks[at+1].who == whoR && r.toks[at+1].role&asObject != 0
		}
	}
	return false
}
