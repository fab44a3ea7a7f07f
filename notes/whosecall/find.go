package whosecall

import (
	"strings"

	"handback/notes"
)

// The rules, as Hit.Rule names them.
const (
	Order      = "order"      // told, asked or assigned to do a piece of work
	Decided    = "decided"    // the manager made the call
	Took       = "took"       // the manager took the work
	Answer     = "answer"     // the manager gave the answer
	Prescribed = "prescribed" // "she should …", as the manager's verdict
	Upward     = "upward"     // the report hands the call up

	InOtherWords = "in other words" // no way of rules.txt says it, but the weights are sure that the call was the report's
)

// Rules lists the rules. In which order their ways are tried says rules.txt.
var Rules = []string{Order, Decided, Answer, Took, Upward, Prescribed, InOtherWords}

// Tier says how surely a hit is about an act of the manager.
type Tier int

// The tiers of a hit.
const (
	Anchored   Tier = iota + 1 // it says I, me or my, or leaves out the I at its start
	Unanchored                 // it does not: "she should drop it"
)

// Hit is what a line says of whose call it is.
type Hit struct {
	Rule       string
	Tier       Tier
	Start, End int    // bytes of the line: the clause that says it
	Key        uint32 // of the line, for Question
}

// longest is how many bytes of a line are read; a clause that takes longer to say is not one.
const longest = 4000

// Find reads one line of a note about p. It is silent on headings, quotes and labelled lines, on lines that speak of
// harassment, safety or health, and wherever a guard says that the call stays with p. It never changes anything, may be
// called from any goroutine, and takes time linear in the line.
func Find(line string, p notes.Person) (Hit, bool) { return FindIn(line, p, nil) }

// FindIn is Find with the manager's own words for labels.
func FindIn(line string, p notes.Person, own *notes.LabelWords) (Hit, bool) {
	r, label := readerOf(line, p, own)
	if r == nil {
		return Hit{}, false
	}
	h, w := r.byRules(label)
	if label != labelNone {
		return h, w != nil
	}
	return r.weighed(h, w != nil)
}

// readerOf cuts a line into words and clauses. It is nil of a line that is silent whatever it says.
func readerOf(line string, p notes.Person, own *notes.LabelWords) (*reader, labelKind) {
	text := line
	if len(text) > longest {
		text = strings.ToValidUTF8(text[:longest], "")
	}
	begin, label := lineStart(text, own)
	if begin < 0 || label == labelSilent {
		return nil, label
	}
	var room [64]token
	r := &reader{key: hash(line), toks: scan(text, begin, p, room[:0])}
	if len(r.toks) == 0 || r.sensitive() {
		return nil, label
	}
	r.clauses = make([]clause, 0, 16)
	r.split()
	return r, label
}

// byRules tries the rules on each clause.
func (r *reader) byRules(label labelKind) (Hit, *way) {
	for i := range r.clauses {
		if w := r.read(i, label); w != nil {
			return r.hit(i, w.rule), w
		}
	}
	return Hit{}, nil
}

// read tries every way of every rule on one clause, and is the one that fits.
func (r *reader) read(i int, label labelKind) *way {
	onlyUpward, done := label != labelNone || r.unreal(i), ""
	for _, w := range open().ways {
		if w.rule == done || onlyUpward && w.rule != Upward {
			continue
		}
		switch w.judge(r, i, w.rule) {
		case fires:
			if !r.guarded(i, w.rule) {
				return w
			}
			done = w.rule
		case silenced:
			done = w.rule
		}
	}
	return nil
}

// hit is the span of a clause, with the tier of what it says.
func (r *reader) hit(i int, rule string) Hit {
	c := &r.clauses[i]
	end := c.end()
	h := Hit{Rule: rule, Tier: Unanchored, Start: r.toks[c.from].start, End: r.toks[end-1].end, Key: r.key}
	if c.subject == subjectMe || c.thinks || r.saysMe(c.from, end) {
		h.Tier = Anchored
	}
	return h
}

func (r *reader) saysMe(from, to int) bool {
	for _, t := range r.toks[from:to] {
		if t.who == whoMe {
			return true
		}
	}
	return false
}
