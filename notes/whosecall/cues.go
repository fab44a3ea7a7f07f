package whosecall

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cues are what a stretch of a line is weighed by: its words as they follow one another, and the kinds of words, who acts, what
// is done, how surely, and with whose things. Each is a key that can be read in weights.txt: "then told U to".
type cues struct {
	r     *reader
	names []string // of the tokens, see nameAt
	kinds []string // of the tokens, see kindAt
	from  int      // the tokens of the stretch
	to    int
	key   []byte
	take  func(key []byte)
}

var (
	proposalWords = words("proposals")
	familyWords   = words("family")
	bodyWords     = words("body")
)

// newCues names the tokens of a line once, for all of its stretches.
func newCues(r *reader) *cues {
	c := &cues{r: r, names: make([]string, len(r.toks)), kinds: make([]string, len(r.toks)), key: make([]byte, 0, 80)}
	for at := range r.toks {
		c.names[at], c.kinds[at] = r.nameAt(at), r.kindAt(at)
	}
	return c
}

// each gives every cue of the stretch to take; a cue that is there twice is given twice.
func (c *cues) each(s stretch, take func(key []byte)) {
	c.from, c.to, c.take = s.from, s.to, take
	c.give("any")
	c.words()
	c.denied()
	c.beginnings()
	for i := range c.r.clauses {
		if k := &c.r.clauses[i]; k.from >= s.from && k.from < s.to {
			c.clause(k)
		}
	}
	c.line()
}

func (c *cues) give(parts ...string) {
	c.key = c.key[:0]
	for i, p := range parts {
		if i > 0 {
			c.key = append(c.key, ' ')
		}
		if p == "" {
			p = "-"
		}
		c.key = append(c.key, p...)
	}
	c.take(c.key)
}

func (c *cues) name(at int) string { return c.inside(c.names, at) }
func (c *cues) kind(at int) string { return c.inside(c.kinds, at) }

// inside is the name or kind of a token, ^ before the stretch and $ behind it.
func (c *cues) inside(of []string, at int) string {
	switch {
	case at < c.from:
		return "^"
	case at >= c.to:
		return "$"
	}
	return of[at]
}

// words gives the words and their kinds, as they follow one another.
func (c *cues) words() {
	for at := c.from - 1; at <= c.to; at++ {
		c.give("word", c.name(at))
		if at+1 <= c.to {
			c.give("then", c.name(at), c.name(at+1))
			c.give("kinds", c.kind(at), c.kind(at+1))
		}
		if at+2 <= c.to {
			c.give("then", c.name(at), c.name(at+1), c.name(at+2))
			c.give("gap", c.name(at), c.name(at+2))
			c.give("kinds", c.kind(at), c.kind(at+1), c.kind(at+2))
		}
		if at+3 <= c.to {
			c.give("kinds", c.kind(at), c.kind(at+1), c.kind(at+2), c.kind(at+3))
		}
	}
}

// denied gives the words behind a "not", up to where something else begins.
func (c *cues) denied() {
	denied := false
	for at := c.from; at < c.to; at++ {
		switch name := c.name(at); name {
		case "not", "never", "no", "without", "nearly", "almost", "longer", "nothing", "none":
			denied = true
		case ",", ".", ";", "but", "and":
			denied = false
		default:
			if denied {
				c.give("denied", name)
				c.give("denied", c.kind(at))
			}
		}
	}
}

// beginnings gives the first two words, each with every word behind it: what a line begins with says most of who acts.
func (c *cues) beginnings() {
	for i, kind := range [...][3]string{{"first", "first-kind", "kind-first"}, {"second", "second-kind", "kind-second"}} {
		begin := c.from + i
		for at := begin + 1; at < c.to; at++ {
			c.give(kind[0], c.name(begin), c.name(at))
			c.give(kind[1], c.name(begin), c.kind(at))
			c.give(kind[2], c.kind(begin), c.name(at))
		}
	}
}

var subjectNames = [...]string{subjectNone: "none", subjectMe: "I", subjectWe: "we", subjectR: "R", subjectOther: "other"}

// clause gives who acts, what is done, how surely, and to whose things.
func (c *cues) clause(k *clause) {
	who, how := subjectNames[k.subject], c.how(k)
	if k.dropped || !k.explicit {
		who += "-unsaid"
	}
	c.give("clause", k.joint, who, how)
	if k.head < 0 {
		c.give("no-verb", k.joint)
		return
	}
	verb, kind := c.r.toks[k.head].lemma(), c.kinds[k.head]
	what, whose := c.object(k)
	c.give("acts", who, verb)
	c.give("acts", who, kind)
	c.give("acts", who, verb, how)
	c.give("acts", who, kind, how)
	c.give("to", verb, what, whose)
	c.give("to", kind, what, whose)
	c.give("acts", who, kind, what, whose)
	c.give("acts", who, kind, what, whose, how)
	c.give("who", who, what, whose)
}

// how says how sure an act is.
func (c *cues) how(k *clause) string {
	how := k.modal
	for _, mark := range []struct {
		holds bool
		name  string
	}{{k.negated, "-not"}, {k.near, "-near"}, {k.future, "-will"}, {k.passive, "-passive"}} {
		if mark.holds {
			how += mark.name
		}
	}
	return how
}

// object is what stands behind the verb of a clause, and where that is an owner or an article, of which kind the thing is.
func (c *cues) object(k *clause) (what, kind string) {
	at := k.head + 1
	for at < k.to && (isAdverb(c.r.toks[at].word) || particles.has(c.r.toks[at].word)) {
		at++
	}
	if at >= k.to {
		return "nothing", ""
	}
	what = c.kinds[at]
	switch what {
	case "the", "P", "my", "a":
		for n := at + 1; n < min(k.to, at+4); n++ {
			if strings.HasPrefix(c.kinds[n], "n-") {
				return what, c.kinds[n]
			}
		}
	}
	return what, ""
}

// line gives what holds of all of the stretch.
func (c *cues) line() {
	var named [whoOther + 1]string
	for _, t := range c.r.toks[c.from:c.to] {
		switch t.who {
		case whoMe:
			named[0] = "me"
		case whoR:
			named[1] = "R"
		case whoWe:
			named[2] = "we"
		}
	}
	c.give("named", named[0], named[1], named[2])
	c.give("long", [...]string{"1", "5", "9", "13", "18"}[min((c.to-c.from)/4, 4)])
	clauses := 0
	for i := range c.r.clauses {
		if k := &c.r.clauses[i]; k.from >= c.from && k.from < c.to {
			clauses++
		}
	}
	c.give("clauses", [...]string{"0", "1", "2", "3"}[min(clauses, 3)])
}

// nameAt is the word at at. The report is S who acts, U to whom, P whose; a number is #.
func (r *reader) nameAt(at int) string {
	t := &r.toks[at]
	if w := r.personAt(at); w != "" {
		return w
	}
	if isNumber(t.word) {
		return "#"
	}
	if t.verb != nil {
		return t.word
	}
	return singular(t.word)
}

func isNumber(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsDigit(first)
}

func singular(word string) string {
	if len(word) > 4 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us") {
		return word[:len(word)-1]
	}
	return word
}

// personAt is how the report is named at at, "" where somebody or something else is.
func (r *reader) personAt(at int) string {
	t := &r.toks[at]
	switch {
	case t.who != whoR:
		return ""
	case t.word == "her":
		if at+1 < len(r.toks) && mayBeOwned(&r.toks[at+1]) {
			return "P"
		}
		return "U"
	case t.role == asOwner, t.role == nameRole && r.owns(at):
		return "P"
	case t.role&asSubject != 0:
		return "S"
	case t.role&asObject != 0:
		return "U"
	}
	return ""
}

// mayBeOwned reports whether a word behind "her" may be hers.
func mayBeOwned(t *token) bool {
	return !t.mark && !noObject.has(t.word) && !determiners.has(t.word) && !joints.has(t.word)
}

// kindAt is the kind of the word at at: the small words that build sentences are themselves.
func (r *reader) kindAt(at int) string {
	t := &r.toks[at]
	if p := r.personAt(at); p != "" {
		return p
	}
	switch w := t.word; {
	case t.mark, t.who == whoMe, t.who == whoWe, joints.has(w), isAux(w), w == "not", w == "to", w == "no":
		return w
	case w == "a", w == "an":
		return "a"
	case determiners.has(w):
		return "the"
	case askingWords.has(w):
		return "wh"
	case r.isThird(at):
		return "T"
	case t.verb != nil:
		return kindOfVerb(t)
	case isAdverb(w):
		return "adv"
	case times.has(w):
		return "time"
	case noObject.has(w):
		return w
	case isNumber(w):
		return "#"
	default:
		return kindOfThing(w)
	}
}

func kindOfThing(word string) string {
	switch {
	case belongings.has(word):
		return "n-mine"
	case ownDuties.has(word):
		return "n-duty"
	case familyWords.has(word), bodyWords.has(word):
		return "n-family"
	case proposalWords.has(word):
		return "n-proposal"
	case projectWords.has(word):
		return "n-project"
	}
	return "n-"
}

// verbKinds are the kinds of verbs with each way in which they end, so that none is put together while a line is read.
var verbKinds = func() (all [9][4]string) {
	for i, kind := range []string{"v", "v-decide", "v-work", "v-make", "v-care", "v-say", "v-reach", "v-act", "v-state"} {
		for j, end := range []string{"", "+g", "+d", "+s"} {
			all[i][j] = kind + end
		}
	}
	return all
}()

func kindOfVerb(t *token) string {
	kind := 0
	switch {
	case t.has(decides):
		kind = 1
	case t.has(does) && t.has(acts):
		kind = 2
	case t.has(does):
		kind = 3
	case t.has(cares):
		kind = 4
	case t.has(says):
		kind = 5
	case t.has(reaches):
		kind = 6
	case t.has(acts):
		kind = 7
	case t.has(state):
		kind = 8
	}
	end := 0
	switch {
	case t.form&ing != 0:
		end = 1
	case t.form&(past|participle) != 0 && t.form&base == 0:
		end = 2
	case t.form == third:
		end = 3
	}
	return verbKinds[kind][end]
}
